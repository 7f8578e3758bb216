"""Texts of strangers: what they hide is shown, what they need is kept."""

import pytest

from lenet_gui.common.printable import MOST_MARKS, is_class_name, is_printable, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("exe.\u202egnp", "exe.⟨U+202E⟩gnp"),
        ("\u2066a\u2069\u200e\u200f\u061c", "⟨U+2066⟩a⟨U+2069⟩⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩"),
        ("a\u200bb\u200c\u200d\ufeff\u2060", "a⟨U+200B⟩b⟨U+200C⟩⟨U+200D⟩⟨U+FEFF⟩⟨U+2060⟩"),
        ("\x1b[31mred\x07\x9b2J", "⟨U+001B⟩[31mred⟨U+0007⟩⟨U+009B⟩2J"),
        ("two\nlines\r\t", "two⟨U+000A⟩lines⟨U+000D⟩⟨U+0009⟩"),
        ("two\u2028lines", "two⟨U+2028⟩lines"),
        ("\u3164\u115f\u2800", "⟨U+3164⟩⟨U+115F⟩⟨U+2800⟩"),
        ("half \udce9", "half ⟨U+DCE9⟩"),
        ("a\ufe0f😀\u200d", "a⟨U+FE0F⟩😀⟨U+200D⟩"),
        ("❤\ufe0f\ufe0f", "❤\ufe0f⟨U+FE0F⟩"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
        ("x" + "\u0301" * (MOST_MARKS + 2), "x" + "\u0301" * MOST_MARKS + "⟨U+0301⟩" * 2),
    ],
)
def test_what_is_hidden_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert not is_printable(text)
    assert not is_class_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "plain.png", "数字 5", "Größe", "cafe\u0301", "Tiế\u0301ng Việt", "שָׁלוֹם", "עברית",
        "العربية", "ไทย", "हिन्दी", "1\u00a0000", "😀",
        "❤\ufe0f", "👩\u200d🔬", "👩🏽\u200d🔬", "🏳\ufe0f\u200d🌈", "<b>&amp;{0}%1", "⟨U+202E⟩",
    ],
)  # fmt: skip
def test_honest_texts_stay_as_they_are(text: str) -> None:
    assert visible(text) == text
    assert is_printable(text)
