"""Class names of all lengths and scripts, and what a widget paints of them."""

from typing import Any

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.session.session import Session
from tests.gui.helpers import pixels
from tests.helpers import untrained

LETTER = tuple("abcdefghij")
WORD = (
    "strawberry", "raspberry", "cloudberry", "blackberry", "gooseberry",
    "cranberry", "elderberry", "mulberry", "blueberry", "loganberry",
)  # fmt: skip
CHINESE = ("草莓", "覆盆子", "云莓", "黑莓", "醋栗", "蔓越莓", "接骨木莓", "桑葚", "蓝莓", "罗甘莓")
ARABIC = ("توت", "فراولة", "برتقال", "تفاح", "موز", "عنب", "كرز", "خوخ", "مشمش", "رمان")
SHORT = {
    "letters": LETTER,
    "words": WORD,
    "Chinese": CHINESE,
    "Arabic": ARABIC,
    "two": ("yes", "no"),
    "many": tuple(f"class {index}" for index in range(47)),
}
LONG = tuple(f"{'strawberry' * 6}{index}" for index in range(10))  # 61 letters


def session_of(class_names: tuple[str, ...]) -> Session:
    return Session(Recognizer("own", untrained(class_names=class_names)))


def painted(widget: QWidget, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that the widget paints."""
    texts: list[str] = []
    paint = QPainter.drawText

    def note(painter: QPainter, *arguments: Any) -> object:
        texts.append(str(arguments[-1]))
        return paint(painter, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", note)
        pixels(widget)
    return texts
