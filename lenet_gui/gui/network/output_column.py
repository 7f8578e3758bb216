"""The output column of the network panel: classes below each other, the answer large."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from lenet_gui.common.values import FloatArray, Recognition
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.elided_label import elided

MAX_OUTPUT_ROWS = 12  # of more classes only the best are shown
MIN_OUTPUT_ROW = 1.2  # times a capital letter; in lower rows only the answer has its name
LEAST_WIDTH, DISC_ROOM = 80, 28  # pixels of the column, and of the disc at its right
MOST_OF_PANEL = 0.22  # of its width, for long names
NAME_SIZE, ANSWER_SIZE = 1.1, 1.5  # times the panel's font
MIN_DOT_ALPHA = 0.10  # the disc of a class without any evidence can still be seen


class OutputColumn:
    """Rows in an area: the name of each class, and a disc as opaque as its score.

    While gradients are shown, a disc has the colour and the size of that of its class.
    """

    def __init__(self) -> None:
        self.width = LEAST_WIDTH
        self.free = 0  # pixels at the left of it that no name reaches

    def fit(
        self, class_names: tuple[str, ...], font: QFont, panel_width: int, heading: int
    ) -> None:
        """Become as wide as the longest name, within limits, but never less than the heading."""
        metrics = QFontMetrics(_sized(font, NAME_SIZE, True))
        widest = max((metrics.horizontalAdvance(name) for name in class_names), default=0)
        least = max(LEAST_WIDTH, heading)
        most = max(least, int(panel_width * MOST_OF_PANEL))
        self.width = min(max(least, widest + DISC_ROOM), most)
        self.free = max(0, self.width - DISC_ROOM - widest)

    def classes(self, session: Session) -> list[int]:
        """Return the indices of the classes that are shown, from top to bottom.

        Of many classes the best are shown, and in the last row any other that is pointed at.
        """
        count = len(session.recognizer.checkpoint.class_names)
        if count <= MAX_OUTPUT_ROWS:
            return list(range(count))
        shown, unit = list(session.recognition.ranking[:MAX_OUTPUT_ROWS]), session.unit
        if unit is not None and unit.layer == "OUTPUT" and unit.map not in shown:
            shown[-1:] = [unit.map]
        return shown

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

    def shortened_at(self, area: QRectF, session: Session, position: QPointF, font: QFont) -> str:
        """Return the name of the class under a point if it is not shown whole, else ""."""
        index = self.index_at(area, session, position)
        if index is None:
            return ""
        name = session.recognizer.checkpoint.class_names[index]
        best, row = session.recognition.ranking[:1] == (index,), self.row(area, session, index)
        _, shown = _lettering(name, best, row, font)
        return "" if shown == name else name

    def paint(
        self, painter: QPainter, area: QRectF, session: Session, theme: Theme, font: QFont
    ) -> None:
        """Paint all rows; leaves the painter's font at ``font``."""
        names = session.recognizer.checkpoint.class_names
        recognition = session.recognition
        gradients = session.gradients.get("OUTPUT")
        strengths = class_strengths(recognition) if gradients is None else _sizes(gradients)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in self.classes(session):
            best = recognition.ranking[:1] == (index,)
            strength = strengths[index] if strengths else 0.0
            row = self.row(area, session, index)
            own, name = _lettering(names[index], best, row, font)
            painter.setFont(own)
            painter.setPen(theme.color("text" if best else "quiet"))
            words = row.adjusted(0, 0, -DISC_ROOM, 0)
            lacking = painter.fontMetrics().height() - words.height()
            if best and lacking > 0:
                words.adjust(0, -lacking / 2, 0, lacking / 2)  # the answer is never cut off
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(words, flags, name)
            negative = gradients is not None and gradients[index] < 0
            dot = theme.color("negative" if negative else "accent")
            dot.setAlphaF(MIN_DOT_ALPHA + (1 - MIN_DOT_ALPHA) * strength)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dot)
            radius = min(8.0, row.height() * 0.4)
            painter.drawEllipse(QPointF(row.right() - 12, row.center().y()), radius, radius)
        painter.setFont(font)


def _sizes(gradients: FloatArray) -> list[float]:
    """Return 0..1 for each class: how large its gradient is beside the largest."""
    sizes = np.abs(gradients)
    return [float(size) for size in sizes / (sizes.max() or 1.0)]


def _lettering(name: str, best: bool, row: QRectF, font: QFont) -> tuple[QFont, str]:
    """Return the font for a class name in its row, larger for the answer, and what fits of it."""
    room = int(row.width()) - DISC_ROOM
    lowest = MIN_OUTPUT_ROW * QFontMetrics(font).capHeight()
    # In rows just high enough for names, a large answer would cover its neighbours.
    if best and not lowest <= row.height() < 1.5 * lowest:
        large = _sized(font, ANSWER_SIZE, True)
        if QFontMetrics(large).horizontalAdvance(name) <= room:
            return large, name
    own = _sized(font, NAME_SIZE, best)
    if not best and row.height() < lowest:
        return own, ""
    return own, elided(name, QFontMetrics(own), room)


def _sized(font: QFont, factor: float, bold: bool) -> QFont:
    sized = QFont(font)
    sized.setBold(bold)
    sized.setPointSizeF(font.pointSizeF() * factor)
    return sized


def class_strengths(recognition: Recognition) -> list[float]:
    """Return a strength 0..1 for each class: its probability, or the softmax of its penalty."""
    scores = recognition.scores.astype(np.float64)
    if not len(scores):
        return []
    if recognition.score_kind == "probability":
        return [float(score) for score in scores]
    shares = np.exp(scores.min() - scores)
    return [float(share) for share in shares / shares.sum()]
