"""The table of sources: where pictures come from.

Each has one file, one row here, and a function that makes it; the functions import a source when
it is first shown, and say what it needs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lenet_gui.gui.session.view_context import ViewContext


@dataclass(frozen=True)
class Source:
    """One source of the window. Its widget may offer more: see ``widgets/offers.py``.

    name: for settings and tests; title, tip: for people, translated in context "Source". make:
    returns the widget.
    """

    name: str
    title: str
    tip: str
    make: Callable[[ViewContext], QWidget]


def _drawing(context: ViewContext) -> QWidget:
    from lenet_gui.gui.sources.drawing import DrawingSource

    return DrawingSource(context.session)


def _camera(context: ViewContext) -> QWidget:
    from lenet_gui.gui.sources.camera import CameraSource

    return CameraSource(context.session, context.settings, context.open_files)


def _picture(context: ViewContext) -> QWidget:
    from lenet_gui.gui.sources.picture import PictureSource

    return PictureSource(context.session, context.settings, context.open_files)


def _mnist(context: ViewContext) -> QWidget:
    from lenet_gui.gui.sources.mnist import MnistSource

    return MnistSource(context.session)


SOURCES: tuple[Source, ...] = (
    Source(
        "drawing",
        QT_TRANSLATE_NOOP("Source", "&Draw"),
        QT_TRANSLATE_NOOP("Source", "Draw with mouse, pen or finger"),
        _drawing,
    ),
    Source(
        "camera",
        QT_TRANSLATE_NOOP("Source", "&Camera"),
        QT_TRANSLATE_NOOP("Source", "Read paper in front of a camera, a video, or the screen"),
        _camera,
    ),
    Source(
        "picture",
        QT_TRANSLATE_NOOP("Source", "&Picture"),
        QT_TRANSLATE_NOOP("Source", "Read one or many photos or screenshots"),
        _picture,
    ),
    Source(
        "mnist",
        QT_TRANSLATE_NOOP("Source", "&MNIST"),
        QT_TRANSLATE_NOOP("Source", "Browse the test digits of MNIST"),
        _mnist,
    ),
)
