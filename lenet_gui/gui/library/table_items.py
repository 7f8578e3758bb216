"""Cells of the table of networks: costs, and the dot."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from lenet_gui.engine.checkpoints.library_entries import NetworkEntry

DOT = 8  # pixels: the mark of the network in use


def training_cost(entry: NetworkEntry) -> float | None:
    """Return the seconds that the training took, or None if unknown.

    Shipped networks were trained several at once, and some continue another's training: for them
    it is processor time, with that of the trainings before.
    """
    if not entry.shipped:
        return entry.seconds
    seconds = 0.0
    record: object = entry.training
    while isinstance(record, Mapping):
        own = record.get("cpu_seconds")
        if not isinstance(own, int | float):
            return None
        seconds += own
        record = record.get("before")
    return seconds


def dot_icon(color: QColor, selected: QColor, shown: bool) -> QIcon:
    """Return the dot, or an empty icon of its size if it is not shown.

    selected: its colour in a selected row.
    """
    icon = QIcon()
    for mode, brush in ((QIcon.Mode.Normal, color), (QIcon.Mode.Selected, selected)):
        pixmap = QPixmap(DOT * 2, DOT * 2)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush if shown else QColor(0, 0, 0, 0))
        painter.drawEllipse(DOT // 2, DOT // 2, DOT, DOT)
        painter.end()
        icon.addPixmap(pixmap, mode)
    return icon
