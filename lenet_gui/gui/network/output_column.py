"""The outputs of the network: the classes one below the other, the answer large."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from lenet_gui.common.values import Recognition
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.session.session import Session

MANY_CLASSES = 12  # of more only the best are shown
LOWEST_ROW = 1.2  # times a capital letter; where rows are lower, only the answer is named
FAINTEST = 0.10  # of a class without any evidence


class OutputColumn:
    """Rows in ``area``: the class's name and a disc as strong as its score."""

    width = 80
    free = 30  # of it, at the left: names of classes stand at the right

    def classes(self, session: Session) -> list[int]:
        """The classes shown, by index."""
        count = len(session.recognizer.checkpoint.class_names)
        if count <= MANY_CLASSES:
            return list(range(count))
        return list(session.recognition.ranking[:MANY_CLASSES])

    def row(self, area: QRectF, session: Session, index: int) -> QRectF:
        """Where a class is painted."""
        shown = self.classes(session)
        height = area.height() / max(len(shown), 1)
        place = shown.index(index) if index in shown else 0
        return QRectF(area.x(), area.y() + place * height, area.width(), height)

    def index_at(self, area: QRectF, session: Session, position: QPointF) -> int | None:
        """The class under a point, or None."""
        for index in self.classes(session):
            if self.row(area, session, index).contains(position):
                return index
        return None

    def paint(
        self, painter: QPainter, area: QRectF, session: Session, theme: Theme, font: QFont
    ) -> None:
        names = session.recognizer.checkpoint.class_names
        recognition = session.recognition
        strengths = class_strengths(recognition)
        lowest = LOWEST_ROW * painter.fontMetrics().capHeight()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in self.classes(session):
            best = recognition.ranking[:1] == (index,)
            strength = strengths[index] if strengths else 0.0
            row = self.row(area, session, index)
            own = QFont(font)
            own.setBold(best)
            large = best and not lowest <= row.height() < 1.5 * lowest  # or the others are hidden
            own.setPointSizeF(font.pointSizeF() * (1.5 if large else 1.1))
            painter.setFont(own)
            painter.setPen(theme.color("text" if best else "quiet"))
            words = row.adjusted(0, 0, -28, 0)
            lacking = painter.fontMetrics().height() - words.height()
            if best and lacking > 0:
                words.adjust(0, -lacking / 2, 0, lacking / 2)  # it is never cut off
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            if best or row.height() >= lowest:
                painter.drawText(words, flags, names[index])
            dot = theme.color("accent")
            dot.setAlphaF(FAINTEST + (1 - FAINTEST) * strength)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dot)
            radius = min(8.0, row.height() * 0.4)
            painter.drawEllipse(QPointF(row.right() - 12, row.center().y()), radius, radius)
        painter.setFont(font)


def class_strengths(recognition: Recognition) -> list[float]:
    """0..1 for each class: its probability; for penalties exp(-penalty) as a share of all."""
    scores = recognition.scores.astype(np.float64)
    if not len(scores):
        return []
    if recognition.score_kind == "probability":
        return [float(score) for score in scores]
    shares = np.exp(scores.min() - scores)
    return [float(share) for share in shares / shares.sum()]
