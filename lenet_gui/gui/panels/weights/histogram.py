"""How the weights of a layer are distributed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.common.values import FloatArray
from lenet_gui.gui.appearance.theme import theme_of

BINS = 41  # an odd number, so that 0 is in the middle of one
LEAST_BINS_FROM = 100  # weights; of fewer a bin each would be a comb
WIDTH, MARGIN = 170, 10  # pixels
LINES = 3  # of text below the bars


class WeightHistogram(QWidget):
    """Bars from the largest negative size to the largest positive one, and their figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: FloatArray = np.empty(0)
        self.mark: float | None = None  # the weight that is looked at
        self.setAccessibleName(self.tr("Distribution of the weights"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 120)

    def show_values(self, values: FloatArray) -> None:
        """Show the distribution of weights, float (n,)."""
        self.values = values
        self.setAccessibleDescription(" · ".join(self.lines()))
        self.update()

    def show_mark(self, value: float | None) -> None:
        """Mark the place of one weight, or of none."""
        if value != self.mark:
            self.mark = value
            self.update()

    @property
    def bound(self) -> float:
        """The end of the scale on both sides."""
        return float(np.abs(self.values).max(initial=0.0)) or 1.0

    def counts(self) -> np.ndarray:
        """Return how many weights are in each bin, int (bins,)."""
        bins = BINS if len(self.values) >= LEAST_BINS_FROM else BINS // 2
        found, _ = np.histogram(self.values, bins, (-self.bound, self.bound))
        return found

    def lines(self) -> list[str]:
        """Return the figures in words."""
        number, values = QLocale().toString, self.values
        if not len(values):
            return []
        return [
            self.tr("mean {0}").format(number(float(values.mean()), "g", 2)),
            self.tr("standard deviation {0}").format(number(float(values.std()), "g", 2)),
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, line = theme_of(self), QPainter(self), self.fontMetrics().height()
        painter.fillRect(self.rect(), theme.color("panel"))
        if not len(self.values):
            return
        area = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN - LINES * line)
        counts = self.counts()
        wide, middle = area.width() / len(counts), (len(counts) - 1) / 2
        for place, count in enumerate(counts):
            high = area.height() * count / counts.max()
            colour = theme.color("negative" if place < middle else "positive")
            bar = QRectF(area.x() + place * wide, area.bottom() - high, max(wide - 1, 1), high)
            painter.fillRect(bar, colour)
        painter.setPen(theme.color("quiet"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if self.mark is not None:
            x = area.center().x() + self.mark / self.bound * area.width() / 2
            painter.setPen(QPen(theme.color("text"), 2))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(theme.color("quiet"))
        end = QLocale().toString(self.bound, "g", 2)
        below = QRectF(area.x(), area.bottom() + 2, area.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, f"−{end}")
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"+{end}")
        for text in self.lines():
            below.translate(0, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, text)
