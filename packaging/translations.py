"""`make translations`: texts of the sources into resources/translations, and those compiled.

lupdate takes the texts that are marked in the sources into one .ts file for each language, where
people translate them; lrelease makes the .qm files of them that the program loads. With --check
nothing is written: what differs is printed, and the exit code is 1.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES, TRANSLATIONS = ROOT / "lenet_gui", ROOT / "resources" / "translations"
# English is what the sources are written in; its file has only texts with a singular and a plural.
OPTIONS = {"en": ["-pluralonly"], "zh_CN": []}
ERRORS = ("BadInput", "BadChoice")  # their first argument is a sentence
KIND_OF = "no_such"  # its first argument is a word that goes into such a sentence
CONTEXT = "BadInput"
COUNTED = "counted"  # called with context, text and count; lupdate sees counts only in numerals


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        return check()
    TRANSLATIONS.mkdir(exist_ok=True)
    update(TRANSLATIONS)
    for language in OPTIONS:
        compile_file(_ts(TRANSLATIONS, language), _qm(TRANSLATIONS, language))
    return 0


def check() -> int:
    """Whether the files are what would be made of the sources now."""
    with tempfile.TemporaryDirectory() as name:
        folder, stale = Path(name), []
        for language in OPTIONS:
            _ts(folder, language).write_bytes(_ts(TRANSLATIONS, language).read_bytes())
        update(folder)
        for language in OPTIONS:
            compile_file(_ts(TRANSLATIONS, language), _qm(folder, language))
            stale += [
                path.name
                for path in (_ts(folder, language), _qm(folder, language))
                if path.read_bytes() != (TRANSLATIONS / path.name).read_bytes()
            ]
    for each in stale:
        print(f"{each} is not what `make translations` would make of the sources")
    return 1 if stale else 0


def update(folder: Path) -> None:
    """Bring the .ts files of a folder up to the sources; what was translated stays."""
    with tempfile.TemporaryDirectory() as name:
        marks = Path(name) / "sentences.py"
        marks.write_text("\n".join(_marks()) + "\n", encoding="utf-8")
        sources = [*map(str, sorted(SOURCES.rglob("*.py"))), str(marks)]
        for language, options in OPTIONS.items():
            _run(
                "lupdate",
                *sources,
                *("-locations", "none", "-no-obsolete"),
                *("-source-language", "en", "-target-language", language),
                *options,
                *("-ts", str(_ts(folder, language))),
            )


def compile_file(source: Path, target: Path) -> None:
    """Make a .qm file; texts that are not translated are left out, and shown as they are."""
    _run("lrelease", str(source), "-qm", str(target))


def _marks() -> list[str]:
    """Texts where lupdate does not look for them, as lines that it reads."""
    found = {
        mark
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for mark in _marks_of(node)
    }
    return sorted(found)


def _marks_of(call: ast.Call) -> Iterator[str]:
    """The sentence of an error that a call makes, or a text with a count."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    texts = [json.dumps(a.value, ensure_ascii=False) for a in call.args if _is_text(a)]  # type: ignore[attr-defined]
    if name in (*ERRORS, KIND_OF) and call.args and _is_text(call.args[0]):
        yield f'QT_TRANSLATE_NOOP("{CONTEXT}", {texts[0]})'
    elif name == COUNTED and len(texts) == 2:
        yield f"QCoreApplication.translate({texts[0]}, {texts[1]}, None, 2)"


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _run(tool: str, *arguments: str) -> None:
    """One of Qt's tools, as they come with PySide6."""
    command = Path(sys.executable).parent / f"pyside6-{tool}"
    done = subprocess.run([str(command), *arguments], capture_output=True, text=True)
    if done.returncode or "rror" in done.stderr:
        sys.exit(f"{tool}: {done.stdout}{done.stderr}")


def _ts(folder: Path, language: str) -> Path:
    return folder / f"lenet_gui_{language}.ts"


def _qm(folder: Path, language: str) -> Path:
    return folder / f"lenet_gui_{language}.qm"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
