"""The table of panels: what is shown. One file and one line here for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lenet_gui.gui.panels import answer, network
from lenet_gui.gui.session import Session
from lenet_gui.texts import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Panel:
    """name: for settings and tests; title: for people, translated in context "Panel"."""

    name: str
    title: str
    area: Qt.DockWidgetArea
    make: Callable[[Session], QWidget]


PANELS: tuple[Panel, ...] = (
    Panel(
        "network",
        QT_TRANSLATE_NOOP("Panel", "Network"),
        Qt.DockWidgetArea.RightDockWidgetArea,
        network.NetworkPanel,
    ),
    Panel(
        "answer",
        QT_TRANSLATE_NOOP("Panel", "Answer"),
        Qt.DockWidgetArea.BottomDockWidgetArea,
        answer.AnswerPanel,
    ),
)
