"""The split of a data set into training, validation and test, as parts of one bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.plain_text import inert

# Pixels. The least width keeps the smallest part visible, and the sum is not exact for that.
SPLIT_BAR_HEIGHT, LEAST_PART_WIDTH, PART_GAP = 10, 12.0, 3.0
SWATCH = 10  # side of the colour sample of a name


class SplitBar(QWidget):
    """A bar with three parts, and their names and counts below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[int, ...] = ()
        self.setObjectName("split-bar")
        self.setAccessibleName(self.tr("How the samples are split"))

    def show_counts(self, training: int, validation: int, test: int) -> None:
        """Show the numbers of samples of the three parts."""
        self._counts = (training, validation, test)
        self.setAccessibleDescription(", ".join(self.texts()))
        self.setToolTip(inert(self.accessibleDescription()))
        self.updateGeometry()
        self.update()

    def texts(self) -> list[str]:
        """Return the names of the parts with their counts."""
        number = self.locale().toString
        names = (self.tr("Training {0}"), self.tr("Validation {0}"), self.tr("Test {0}"))
        return [
            name.format(number(count)) for name, count in zip(names, self._counts, strict=False)
        ]

    def sizeHint(self) -> QSize:
        return QSize(300, SPLIT_BAR_HEIGHT + 8 + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._counts:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = [theme.color(role) for role in ("negative", "quiet", "accent")]
        room = self.width() - PART_GAP * 2 - LEAST_PART_WIDTH * 3
        left = 0.0
        legend = 0
        height = self.fontMetrics().height()
        for count, color, text in zip(self._counts, colors, self.texts(), strict=True):
            width = LEAST_PART_WIDTH + room * count / max(sum(self._counts), 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(left, 0, width, SPLIT_BAR_HEIGHT), 3, 3)
            left += width + PART_GAP
            top = SPLIT_BAR_HEIGHT + 8
            swatch = QRectF(legend, top + (height - SWATCH) / 2, SWATCH, SWATCH)
            painter.drawRoundedRect(swatch, 2, 2)
            painter.setPen(theme.color("text"))
            painter.drawText(legend + SWATCH + 6, top + self.fontMetrics().ascent(), text)
            legend += SWATCH + 6 + self.fontMetrics().horizontalAdvance(text) + 22
