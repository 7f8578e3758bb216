"""The table of panels: what is shown.

Each has one file, one row here, and a function that makes it; the functions import a panel when it
is first seen, and say what it needs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lenet_gui.gui.session.view_context import ViewContext


@dataclass(frozen=True)
class Panel:
    """One panel of the window. Its widget may offer more: see ``widgets/offers.py``.

    name: for settings and tests; title: for people, translated in context "Panel".

    make: returns the widget. area: the side of the window at which it begins; below: the panel
    that it stands under. Those under the same panel are tabs. beside: the panel whose place it
    takes when it is first asked for; until then it is not seen.
    """

    name: str
    title: str
    make: Callable[[ViewContext], QWidget]
    area: Literal["right", "bottom"] = "right"
    below: str = ""
    beside: str = ""


def _network(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.network import NetworkPanel

    return NetworkPanel(context.session)


def _answer(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.answer import AnswerPanel

    return AnswerPanel(context.session)


def _normalization(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.normalization import NormalizationPanel

    return NormalizationPanel(context.session)


def _kernels(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.kernels import KernelsPanel

    return KernelsPanel(context.session)


def _connections(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.connections import ConnectionsPanel

    return ConnectionsPanel(context.session)


def _certainty(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.certainty.panel import CertaintyPanel

    return CertaintyPanel(context.session)


def _training(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.training.panel import TrainingPanel

    return TrainingPanel(context.trainings, context.results)


def _result(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.result import ResultPanel

    return ResultPanel(context.session, context.results)


def _library(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.library import LibraryPanel

    return LibraryPanel(context.session, context.results, context.network_export)


PANELS: tuple[Panel, ...] = (
    Panel("network", QT_TRANSLATE_NOOP("Panel", "Network"), _network),
    Panel("answer", QT_TRANSLATE_NOOP("Panel", "Answer"), _answer, "bottom"),
    Panel("stages", QT_TRANSLATE_NOOP("Panel", "Normalisation"), _normalization, below="network"),
    Panel("kernels", QT_TRANSLATE_NOOP("Panel", "Kernels"), _kernels, below="network"),
    Panel(
        "connections",
        QT_TRANSLATE_NOOP("Panel", "Connection table"),
        _connections,
        below="network",
    ),
    Panel("certainty", QT_TRANSLATE_NOOP("Panel", "Certainty"), _certainty, below="network"),
    Panel("training", QT_TRANSLATE_NOOP("Panel", "Training"), _training, below="network"),
    Panel("result", QT_TRANSLATE_NOOP("Panel", "Result"), _result, beside="network"),
    Panel("library", QT_TRANSLATE_NOOP("Panel", "Library"), _library, beside="network"),
)
