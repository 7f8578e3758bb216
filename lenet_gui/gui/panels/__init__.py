"""The table of panels: what is shown. One file and one row here for each.

A panel is imported when it is first seen.
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
class Panel:
    """One panel of the window. Its widget may offer more: see ``widgets/offers.py``.

    name: for settings and tests; title: for people, translated in context "Panel". key: the
    shortcut that shows or hides it. widget: "module:class", of one that takes the session alone,
    or a function that makes one that takes more. Where it stands, the table of workspaces says.
    """

    name: str
    title: str
    key: str
    widget: str | Callable[[ViewContext], QWidget]

    def make(self, context: ViewContext) -> QWidget:
        """Return the widget; its module is imported now."""
        if not isinstance(self.widget, str):
            return self.widget(context)
        module, _, name = self.widget.partition(":")
        made: QWidget = getattr(import_module(f"{__name__}.{module}"), name)(context.session)
        return made


def _training(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.training.panel import TrainingPanel

    return TrainingPanel(context.trainings, context.results)


def _learning_step(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.learning_step.panel import LearningStepPanel

    return LearningStepPanel(context.session, context.learning_step)


def _result(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.result import ResultPanel

    return ResultPanel(context.session, context.results, context.trainings.data)


def _library(context: ViewContext) -> QWidget:
    from lenet_gui.gui.panels.library import LibraryPanel

    return LibraryPanel(
        context.session, context.results, context.network_export, context.trainings.data
    )


PANELS: tuple[Panel, ...] = (
    Panel("network", QT_TRANSLATE_NOOP("Panel", "Network"), "Ctrl+Shift+N", "network:NetworkPanel"),
    Panel(
        "answer", QT_TRANSLATE_NOOP("Panel", "Answer"), "Ctrl+Shift+A", "answer.panel:AnswerPanel"
    ),
    Panel("why", QT_TRANSLATE_NOOP("Panel", "Why"), "Ctrl+Shift+W", "why.panel:WhyPanel"),
    Panel(
        "stages",
        QT_TRANSLATE_NOOP("Panel", "Normalisation"),
        "Ctrl+Shift+M",
        "normalization:NormalizationPanel",
    ),
    Panel("kernels", QT_TRANSLATE_NOOP("Panel", "Kernels"), "Ctrl+Shift+K", "kernels:KernelsPanel"),
    Panel(
        "weights",
        QT_TRANSLATE_NOOP("Panel", "Weights"),
        "Ctrl+Shift+H",
        "weights.panel:WeightsPanel",
    ),
    Panel(
        "connections",
        QT_TRANSLATE_NOOP("Panel", "Connection table"),
        "Ctrl+Shift+J",
        "connections:ConnectionsPanel",
    ),
    Panel(
        "layers", QT_TRANSLATE_NOOP("Panel", "Layers"), "Ctrl+Shift+L", "layers.panel:LayersPanel"
    ),
    Panel(
        "inspector",
        QT_TRANSLATE_NOOP("Panel", "Unit"),
        "Ctrl+Shift+I",
        "inspector.panel:InspectorPanel",
    ),
    Panel(
        "learning_step",
        QT_TRANSLATE_NOOP("Panel", "One step of learning"),
        "Ctrl+Shift+G",
        _learning_step,
    ),
    Panel(
        "certainty",
        QT_TRANSLATE_NOOP("Panel", "Certainty"),
        "Ctrl+Shift+Y",
        "certainty.panel:CertaintyPanel",
    ),
    Panel("training", QT_TRANSLATE_NOOP("Panel", "Training"), "Ctrl+Shift+T", _training),
    Panel("result", QT_TRANSLATE_NOOP("Panel", "Result"), "Ctrl+Shift+R", _result),
    Panel("library", QT_TRANSLATE_NOOP("Panel", "Library"), "Ctrl+Shift+B", _library),
)
