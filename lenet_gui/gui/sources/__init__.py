"""The table of sources: where pictures come from. One file and one line here for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from lenet_gui.gui.session import Session
from lenet_gui.gui.sources import drawing, mnist
from lenet_gui.texts import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Source:
    """name: for settings and tests; title, tip: for people, translated in context "Source"."""

    name: str
    title: str
    tip: str
    make: Callable[[Session], QWidget]


SOURCES: tuple[Source, ...] = (
    Source(
        "drawing",
        QT_TRANSLATE_NOOP("Source", "&Draw"),
        QT_TRANSLATE_NOOP("Source", "Draw with mouse, pen or finger"),
        drawing.DrawingSource,
    ),
    Source(
        "mnist",
        QT_TRANSLATE_NOOP("Source", "&MNIST"),
        QT_TRANSLATE_NOOP("Source", "Browse the test digits of MNIST"),
        mnist.MnistSource,
    ),
)
