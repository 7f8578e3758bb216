"""Lines of text that become shorter where there is no room for all of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """Ends in … where there is no room for all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def shown(self) -> str:
        """What there is room for; where not even that has room, it ends in …"""
        return self.fontMetrics().elidedText(
            self._fitting(), Qt.TextElideMode.ElideRight, self.width()
        )

    def _fitting(self) -> str:
        return self.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.shown())


class FittingLabel(ElidedLabel):
    """Has several ways to say the same, and shows the longest that there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways: tuple[str, ...] = ("",)

    def set_ways(self, ways: Sequence[str]) -> None:
        """From the longest, which is the label's text, to the shortest; at least one."""
        self._ways = tuple(ways)
        self.setText(ways[0])

    def _fitting(self) -> str:
        room, metrics = self.width(), self.fontMetrics()
        fitting = (way for way in self._ways if metrics.horizontalAdvance(way) <= room)
        return next(fitting, self._ways[-1])
