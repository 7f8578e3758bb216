"""What plots have in common. It knows no plotting library, which takes long to load."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy


def only_to_look_at(view: Any) -> None:
    """A pyqtgraph.PlotWidget takes the room it is given, and neither mouse nor keyboard."""
    item = view.getPlotItem()
    # pyqtgraph makes a menu in any case, which belongs to nobody and would outlive the plot.
    item.ctrlMenu.setParent(view, item.ctrlMenu.windowFlags())
    item.hideButtons()
    item.setMouseEnabled(False, False)
    for part in (view, view.viewport()):
        part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)


def log_texts(values: list[float], unit: str = "") -> list[str]:
    """Of ticks whose values are logarithms."""
    return [f"{QLocale().toString(10**value, 'g', 3)}{unit}" for value in values]
