"""The table of panels: what is shown. One file and one line here for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lenet_gui.gui.panels import answer, connections, kernels, network, stages
from lenet_gui.gui.session import Session
from lenet_gui.texts import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Panel:
    """name: for settings and tests; title: for people, translated in context "Panel".

    area: where it begins; below: the panel it stands under. Those under the same are tabs.
    """

    name: str
    title: str
    area: Qt.DockWidgetArea
    make: Callable[[Session], QWidget]
    below: str = ""


_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea

PANELS: tuple[Panel, ...] = (
    Panel("network", QT_TRANSLATE_NOOP("Panel", "Network"), _RIGHT, network.NetworkPanel),
    Panel("answer", QT_TRANSLATE_NOOP("Panel", "Answer"), _BOTTOM, answer.AnswerPanel),
    Panel(
        "stages",
        QT_TRANSLATE_NOOP("Panel", "Normalisation"),
        _RIGHT,
        stages.StagesPanel,
        below="network",
    ),
    Panel(
        "kernels",
        QT_TRANSLATE_NOOP("Panel", "Kernels"),
        _RIGHT,
        kernels.KernelsPanel,
        below="network",
    ),
    Panel(
        "connections",
        QT_TRANSLATE_NOOP("Panel", "Connection table"),
        _RIGHT,
        connections.ConnectionsPanel,
        below="network",
    ),
)
