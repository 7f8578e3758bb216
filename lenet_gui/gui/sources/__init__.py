"""The table of sources: where pictures come from. One file and one row here for each.

A source is imported when it is first shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lenet_gui.gui.session.view_context import ViewContext


@dataclass(frozen=True)
class Source:
    """One source of the window. Its widget may offer more: see ``widgets/offers.py``.

    name: for settings and tests; title, tip: for people, translated in context "Source".
    widget: "module:class", of one that takes the session alone, or a function that makes one that
    takes more. workspaces: names of those over whose page it has a tab; without any, all of them.
    """

    name: str
    title: str
    tip: str
    widget: str | Callable[[ViewContext], QWidget]
    workspaces: tuple[str, ...] = ()

    def belongs_to(self, workspace: str) -> bool:
        """Return whether the source has a tab in the workspace of that name."""
        return not self.workspaces or workspace in self.workspaces

    def make(self, context: ViewContext) -> QWidget:
        """Return the widget; its module is imported now."""
        if not isinstance(self.widget, str):
            return self.widget(context)
        module, _, name = self.widget.partition(":")
        made: QWidget = getattr(import_module(f"{__name__}.{module}"), name)(context.session)
        return made


def _drawing(context: ViewContext) -> QWidget:
    from lenet_gui.gui.sources.drawing import DrawingSource

    return DrawingSource(context.session, context.take_tour)


def _camera(context: ViewContext) -> QWidget:
    from lenet_gui.gui.sources.camera import CameraSource

    return CameraSource(context.session, context.settings, context.open_files)


def _picture(context: ViewContext) -> QWidget:
    from lenet_gui.gui.sources.picture import PictureSource

    return PictureSource(
        context.session, context.settings, context.open_files, context.open_samples
    )


def _field(context: ViewContext) -> QWidget:
    from lenet_gui.gui.sources.field import FieldSource

    return FieldSource(context.session, context.settings)


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
        "mnist:MnistSource",
    ),
    Source(
        "field",
        QT_TRANSLATE_NOOP("Source", "Fi&eld"),
        QT_TRANSLATE_NOOP(
            "Source", "Put noise, a point, stripes or an image straight into the input"
        ),
        _field,
        ("look_inside", "experiment"),
    ),
)
