"""The translations themselves: complete, with the same gaps, and compiled."""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter

import pytest
from PySide6.QtCore import QTranslator

from lenet_gui.common.assets import resource

CHINESE, ENGLISH = "zh_CN", "en"
FORMS = {CHINESE: 1, ENGLISH: 2}  # of a text with a count
FOLDER = resource("translations")
ROOT = FOLDER.parent.parent
MARKS = ("tr", "translate", "QT_TRANSLATE_NOOP")  # of texts to be translated
# Names, which are the same everywhere.
SAME = {"MNIST", "QMNIST", "AdamW", "Adam", "Levenberg-Marquardt (1998)", "&MNIST", "&j"}


def messages(language: str) -> list[tuple[str, ElementTree.Element]]:
    """(context, message) of a language."""
    root = ElementTree.parse(FOLDER / f"lenet_gui_{language}.ts").getroot()
    return [
        (context.findtext("name", ""), message)
        for context in root.iter("context")
        for message in context.findall("message")
    ]


def translations(message: ElementTree.Element) -> list[str]:
    """One, or one for each form."""
    found = message.find("translation")
    assert found is not None
    forms = found.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [found.text or ""]


def gaps(text: str) -> Counter[str]:
    """What must stand in a translation as in its source."""
    return Counter(re.findall(r"\{\w*(?::[^}]*)?\}|%L?n|<[^>]+>|\*\.?\w+\*?|--[\w-]+", text))


def letters(text: str) -> int:
    """How many letters behind & it has."""
    return len(re.findall(r"&[^&\s]", text)) if "<" not in text else 0


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_nothing_is_unfinished(language: str) -> None:
    assert messages(language)
    for context, message in messages(language):
        found = message.find("translation")
        assert found is not None
        assert found.get("type") is None, (context, message.findtext("source"))
        assert all(translations(message)), (context, message.findtext("source"))


def test_no_text_is_hidden_in_an_f_string() -> None:
    """Where lupdate does not look."""
    for path in (ROOT / "lenet_gui").rglob("*.py"):
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(each, ast.JoinedStr):
                continue
            for call in ast.walk(each):
                if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(MARKS):
                    texts = [part for part in call.args if isinstance(part, ast.Constant)]
                    assert not texts, (path, each.lineno)


def test_files_are_those_of_the_sources() -> None:
    """Whoever adds a text says `make translations`, and translates it."""
    command = [sys.executable, str(ROOT / "packaging" / "translations.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_chinese_is_chinese() -> None:
    for context, message in messages(CHINESE):
        source = message.findtext("source", "")
        words = re.search(r"[A-Za-z]{2}", re.sub(r"\{\w+\}|<[^>]+>", "", source))
        if words and source not in SAME:
            assert re.search(r"[\u4e00-\u9fff]|^\d$", translations(message)[0]), (context, source)


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_gaps_are_the_same(language: str) -> None:
    for context, message in messages(language):
        source = message.findtext("source", "")
        for text in translations(message):
            assert gaps(text) == gaps(source), (context, source)
            assert letters(text) == letters(source), (context, source)
            assert text.startswith(" ") == source.startswith(" "), (context, source)
            assert text.count("|") == source.count("|"), (context, source)


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_counts_have_every_form(language: str) -> None:
    counted = [m for _, m in messages(language) if m.get("numerus") == "yes"]
    assert counted
    for message in counted:
        assert len(translations(message)) == FORMS[language]


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_compiled_files_have_the_same_texts(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"lenet_gui_{language}.qm"))
    for context, message in messages(language):
        source = message.findtext("source", "")
        if message.get("numerus") != "yes":
            assert translator.translate(context, source) == translations(message)[0]
        else:
            assert translator.translate(context, source, None, 5) == translations(message)[-1]
            assert translator.translate(context, source, None, 1) == translations(message)[0]


# ---- the README


def test_readme_is_the_same_in_both_languages() -> None:
    """The same commands, pictures, headings and figures."""
    english = (ROOT / "README.md").read_text(encoding="utf-8")
    chinese = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
    for pattern in (
        r"^```\w*\n(.*?)^```",  # what to type
        r"^(#+) ",
        r"^\| `(.*?)`",
        r"([\d.]+ %).?\(([\d.]+) \S+ ([\d.]+)\)",  # errors with their intervals
        r"\]\((resources/(?!screenshots/window-)[^)]+)\)",
    ):
        found = [re.findall(pattern, text, re.M | re.S) for text in (english, plain(chinese))]
        assert found[0], pattern
        assert found[0] == found[1], pattern
    for picture in re.findall(r"\]\((resources/[^)]+)\)", english + chinese):
        assert (ROOT / picture).is_file()
    assert "(README.zh-CN.md)" in english
    assert "(README.md)" in chinese


def plain(chinese: str) -> str:
    """With the brackets of English."""
    return chinese.replace("（", " (").replace("）", ")")
