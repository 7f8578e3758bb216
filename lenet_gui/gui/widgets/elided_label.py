"""Names and labels of one line, shortened with … where there is too little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.gui.widgets.plain_text import PlainLabel, inert


def elided(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return a text, such as a class name, that ends in … if it is wider than ``width`` pixels."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class ElidedLabel(PlainLabel):
    """A label whose text ends in … where there is too little room for all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def set_name(self, text: str) -> None:
        """Set a text that may be very long, and is whole in the tool tip."""
        self.setText(text)
        self.setToolTip(inert(text))

    def shown(self) -> str:
        """Return the text as it is painted."""
        return elided(self._fitting(), self.fontMetrics(), self.contentsRect().width())

    def _fitting(self) -> str:
        return self.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawText(self.contentsRect(), self.alignment(), self.shown())


class FittingLabel(ElidedLabel):
    """A label with several texts, of which it shows the longest that there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways: tuple[str, ...] = ("",)

    def set_ways(self, ways: Sequence[str]) -> None:
        """Set the texts, from the longest, which is the label's ``text()``, to the shortest."""
        self._ways = tuple(ways)
        self.setText(ways[0])

    def wanted(self, room: int) -> int:
        """Return the pixels of the longest text that takes no more than ``room`` of them."""
        metrics = self.fontMetrics()
        widths = [metrics.horizontalAdvance(way) for way in self._ways]
        return next((width for width in widths if width <= room), min(room, widths[-1]))

    def _fitting(self) -> str:
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        fitting = (way for way in self._ways if metrics.horizontalAdvance(way) <= room)
        return next(fitting, self._ways[-1])
