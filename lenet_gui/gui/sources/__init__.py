"""The table of sources: where pictures come from. One file and one line here for each."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lenet_gui.gui.session.session import Session


@dataclass(frozen=True)
class Source:
    """name: for settings and tests; title, tip: for people, translated in context "Source".

    widget: "module:class", imported when it is first shown.
    """

    name: str
    title: str
    tip: str
    widget: str

    def make(self, session: Session) -> QWidget:
        module, _, name = self.widget.partition(":")
        made: QWidget = getattr(import_module(f"{__name__}.{module}"), name)(session)
        return made


SOURCES: tuple[Source, ...] = (
    Source(
        "drawing",
        QT_TRANSLATE_NOOP("Source", "&Draw"),
        QT_TRANSLATE_NOOP("Source", "Draw with mouse, pen or finger"),
        "drawing:DrawingSource",
    ),
    Source(
        "camera",
        QT_TRANSLATE_NOOP("Source", "&Camera"),
        QT_TRANSLATE_NOOP("Source", "Read paper before a camera, a video, or the screen"),
        "camera:CameraSource",
    ),
    Source(
        "picture",
        QT_TRANSLATE_NOOP("Source", "&Picture"),
        QT_TRANSLATE_NOOP("Source", "Read photographs and screenshots, one or many"),
        "picture:PictureSource",
    ),
    Source(
        "mnist",
        QT_TRANSLATE_NOOP("Source", "&MNIST"),
        QT_TRANSLATE_NOOP("Source", "Browse the test digits of MNIST"),
        "mnist:MnistSource",
    ),
)
