"""The outline of the pen's tip where it hovers over the page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.session.session import Session


class PenRing:
    """A circle as wide as the pen. position: in the widget, or None while nothing hovers."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.position: QPointF | None = None

    def move(self, position: QPointF | None, page: QRectF) -> list[QRect]:
        """Note where the pen hovers, and return what is to be painted anew."""
        places = [place for place in (self.position, position) if place is not None]
        self.position = position
        return [
            self._outline(place, page).toAlignedRect().adjusted(-2, -2, 2, 2) for place in places
        ]

    def paint(self, painter: QPainter, page: QRectF, erasing: bool, theme: Theme) -> None:
        """Paint the circle, dashed if the pen erases."""
        if self.position is None:
            return
        pen = QPen(theme.color("accent" if erasing else "quiet"), 1.2)
        pen.setStyle(Qt.PenStyle.DashLine if erasing else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self._outline(self.position, page))

    def _outline(self, position: QPointF, page: QRectF) -> QRectF:
        radius = self._session.pen_width / self._session.drawing.size[0] * page.width() / 2
        return QRectF(position.x() - radius, position.y() - radius, 2 * radius, 2 * radius)
