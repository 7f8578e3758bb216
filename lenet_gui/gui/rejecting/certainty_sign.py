"""Signs beside a certainty: what is sure and what is not differs in shape, not only in colour."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from lenet_gui.gui.appearance.theme import Theme

Sign = Literal["sure", "unsure"]


def draw_sign(painter: QPainter, area: QRectF, sign: Sign, theme: Theme) -> None:
    """Paint a filled disc with a tick, or an empty triangle with an exclamation mark.

    area: a square of about a capital letter's height.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def at(x: float, y: float) -> QPointF:
        return area.topLeft() + QPointF(x * area.width(), y * area.height())

    line = max(1.2, area.height() / 9)
    rounded = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if sign == "sure":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_text"))
        painter.drawEllipse(area)
        painter.setPen(QPen(theme.color("panel"), 1.3 * line, *rounded))
        painter.drawPolyline(QPolygonF([at(0.27, 0.53), at(0.44, 0.70), at(0.74, 0.33)]))
    else:
        painter.setPen(QPen(theme.color("text"), line, *rounded))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([at(0.5, 0.06), at(0.97, 0.92), at(0.03, 0.92)]))
        painter.drawLine(at(0.5, 0.38), at(0.5, 0.58))
        painter.drawPoint(at(0.5, 0.76))
    painter.restore()
