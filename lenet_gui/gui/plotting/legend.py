"""The legend above a plot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.gui.appearance.theme import theme_of

SAMPLE, LEGEND_GAP = 22, 22  # pixels of a line in the legend, and around it

Entry = tuple[QPen, bool, str, str]  # pen, whether it has points, name, newest value


class Legend(QWidget):
    """Entries side by side: a piece of the line, its name, and its newest value if it fits."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.fontMetrics().height() + 2)

    def show_entries(self, entries: list[Entry]) -> None:
        self.entries = entries
        self.update()

    def texts(self) -> list[str]:
        """What stands there, as long as there is room for it."""
        whole = [f"{name} {value}".strip() for _, _, name, value in self.entries]
        lines = (SAMPLE + LEGEND_GAP) * len(whole)
        fits = lines + sum(map(self.fontMetrics().horizontalAdvance, whole)) <= self.width()
        return whole if fits else [name for _, _, name, _ in self.entries]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        x, middle = 6.0, self.height() / 2
        for (pen, points, _, _), text in zip(self.entries, self.texts(), strict=True):
            painter.setPen(pen)
            painter.drawLine(QPointF(x, middle), QPointF(x + SAMPLE, middle))
            if points:
                painter.setBrush(theme.color("panel"))
                painter.setPen(QPen(pen.color(), 1.5))
                painter.drawEllipse(QPointF(x + SAMPLE / 2, middle), 3, 3)
            painter.setPen(theme.color("text"))
            left = x + SAMPLE + 6
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(self.width() - left))
            painter.drawText(QPointF(left, middle + metrics.ascent() / 2 - 1.5), shown)
            x = left + metrics.horizontalAdvance(text) + 14
