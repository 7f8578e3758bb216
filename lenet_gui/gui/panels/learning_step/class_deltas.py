"""The scores of the classes, and how the loss changes with each of them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.common.values import FloatArray
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.wording.power_numbers import MINUS, number

MOST_ROWS = 10  # of more classes those of the largest δ are shown, and the right one
FIGURES = 3  # significant digits
WIDEST_NUMBER = f"{MINUS}8.88·10⁻⁸⁸"
SPACE, GAP, BAR_WIDTH, WIDEST_NAME = 2, 8, 46, 60  # pixels


class ClassDeltas(QWidget):
    """A row for each class: name, score, δ as a number and as a bar to the left or right of 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[tuple[str, str, str]] = []  # as painted: class, score, δ
        self._values: FloatArray = np.empty(0)
        self._right = -1
        self._heads = ("", "", "δ")
        self._with_scores = True
        self.setAccessibleName(self.tr("Gradient of each output"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

    def show_classes(
        self, names: tuple[str, ...], head: str, scores: FloatArray, delta: FloatArray, right: int
    ) -> None:
        """Show classes. head: what the scores are. scores, delta: (classes,). right: an index."""
        shown = list(range(len(names)))
        if len(shown) > MOST_ROWS:
            order = [right, *(int(i) for i in np.argsort(-np.abs(delta)) if i != right)]
            shown = sorted(order[:MOST_ROWS])
        self.rows = [
            (names[i], number(float(scores[i]), FIGURES), number(float(delta[i]), FIGURES))
            for i in shown
        ]
        self._values, self._heads = delta[shown], ("", head, "δ")
        self._right = shown.index(right)
        self.setAccessibleDescription(" · ".join(": ".join(row) for row in self.rows))
        self.updateGeometry()
        self.update()

    def show_scores(self, on: bool) -> None:
        """Show the scores beside δ, where there is room."""
        self._with_scores = on
        self.updateGeometry()

    def clear(self) -> None:
        """Show nothing."""
        self.rows = []
        self.setAccessibleDescription("")
        self.updateGeometry()
        self.update()

    def _ends(self) -> tuple[int, int]:
        """Return where the two columns of numbers end."""
        bold = QFont(self.font())
        bold.setBold(True)  # as the right class is painted
        metrics = QFontMetrics(bold)
        names = max((metrics.horizontalAdvance(name) for name, _, _ in self.rows), default=0)
        wide = metrics.horizontalAdvance(WIDEST_NUMBER) + GAP
        first = min(names, WIDEST_NAME) + GAP + (wide if self._with_scores else 0)
        return first, first + wide

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height() + SPACE
        return QSize(self._ends()[1] + GAP + BAR_WIDTH + 1, line * (MOST_ROWS + 1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, metrics = theme_of(self), QPainter(self), self.fontMetrics()
        line, ends = metrics.height() + SPACE, self._ends()
        middle = ends[1] + GAP + BAR_WIDTH / 2
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setPen(theme.color("quiet"))
        if self.rows:
            if self._with_scores:
                painter.drawText(QRectF(0, 0, ends[0], line), right, self._heads[1])
            painter.drawText(QRectF(0, 0, ends[1], line), right, self._heads[2])
        bound = float(np.abs(self._values).max(initial=0.0)) or 1.0
        for place, (name, score, delta) in enumerate(self.rows):
            y, font = line * (place + 1), QFont(self.font())
            font.setBold(place == self._right)
            painter.setFont(font)
            painter.setPen(theme.color("text"))
            shown = elided(name, metrics, WIDEST_NAME)
            painter.drawText(QRectF(0, y, ends[0], line), left, shown)
            if self._with_scores:
                painter.drawText(QRectF(0, y, ends[0], line), right, score)
            painter.drawText(QRectF(0, y, ends[1], line), right, delta)
            length = float(self._values[place]) / bound * BAR_WIDTH / 2
            color = theme.color("positive" if length >= 0 else "negative")
            bar = QRectF(middle, y + 3, length, line - 6).normalized()
            painter.fillRect(bar, color)
            painter.setPen(theme.color("border"))
            painter.drawLine(int(middle), int(y), int(middle), int(y + line))
