"""The output column of the network panel: classes below each other, the answer large."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from lenet_gui.common.values import Recognition
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.session.session import Session

MAX_OUTPUT_ROWS = 12  # of more classes only the best are shown
MIN_OUTPUT_ROW = 1.2  # times a capital letter; in lower rows only the answer has its name
MIN_DOT_ALPHA = 0.10  # the disc of a class without any evidence can still be seen


class OutputColumn:
    """Rows in an area: the name of each class, and a disc as opaque as its score."""

    width = 80
    free = 30  # pixels at the left of it that names of classes rarely reach

    def classes(self, session: Session) -> list[int]:
        """Return the indices of the classes that are shown, from top to bottom."""
        count = len(session.recognizer.checkpoint.class_names)
        if count <= MAX_OUTPUT_ROWS:
            return list(range(count))
        return list(session.recognition.ranking[:MAX_OUTPUT_ROWS])

    def row(self, area: QRectF, session: Session, index: int) -> QRectF:
        """Return the row of a class; the first row for a class that is not shown."""
        shown = self.classes(session)
        height = area.height() / max(len(shown), 1)
        place = shown.index(index) if index in shown else 0
        return QRectF(area.x(), area.y() + place * height, area.width(), height)

    def index_at(self, area: QRectF, session: Session, position: QPointF) -> int | None:
        """Return the index of the class under a point, or None."""
        for index in self.classes(session):
            if self.row(area, session, index).contains(position):
                return index
        return None

    def paint(
        self, painter: QPainter, area: QRectF, session: Session, theme: Theme, font: QFont
    ) -> None:
        """Paint all rows; leaves the painter's font at ``font``."""
        names = session.recognizer.checkpoint.class_names
        recognition = session.recognition
        strengths = class_strengths(recognition)
        lowest = MIN_OUTPUT_ROW * painter.fontMetrics().capHeight()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in self.classes(session):
            best = recognition.ranking[:1] == (index,)
            strength = strengths[index] if strengths else 0.0
            row = self.row(area, session, index)
            own = QFont(font)
            own.setBold(best)
            # In rows just high enough for names, a large answer would cover its neighbours.
            large = best and not lowest <= row.height() < 1.5 * lowest
            own.setPointSizeF(font.pointSizeF() * (1.5 if large else 1.1))
            painter.setFont(own)
            painter.setPen(theme.color("text" if best else "quiet"))
            words = row.adjusted(0, 0, -28, 0)
            lacking = painter.fontMetrics().height() - words.height()
            if best and lacking > 0:
                words.adjust(0, -lacking / 2, 0, lacking / 2)  # the answer is never cut off
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            if best or row.height() >= lowest:
                painter.drawText(words, flags, names[index])
            dot = theme.color("accent")
            dot.setAlphaF(MIN_DOT_ALPHA + (1 - MIN_DOT_ALPHA) * strength)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dot)
            radius = min(8.0, row.height() * 0.4)
            painter.drawEllipse(QPointF(row.right() - 12, row.center().y()), radius, radius)
        painter.setFont(font)


def class_strengths(recognition: Recognition) -> list[float]:
    """Return a strength 0..1 for each class: its probability, or the softmax of its penalty."""
    scores = recognition.scores.astype(np.float64)
    if not len(scores):
        return []
    if recognition.score_kind == "probability":
        return [float(score) for score in scores]
    shares = np.exp(scores.min() - scores)
    return [float(share) for share in shares / shares.sum()]
