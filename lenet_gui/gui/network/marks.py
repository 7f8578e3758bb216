"""Marks that are seen on every colour of the scale."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from lenet_gui.gui.appearance.theme import Theme

LINE_WIDTH, LINE_EDGE = 2.0, 1.0  # pixels of a mark, and of its black edge on either side
DASHES = (6.0, 4.0)  # pixels that are painted, and left out


def mark_line(
    painter: QPainter, path: QPainterPath, theme: Theme, scale: float, dashed: bool = False
) -> None:
    """Paint a line in the accent colour with a black edge.

    On every colour of the scale one of the two has a contrast of 3:1 or more. scale: of the
    painter's units to a logical pixel.
    """
    black, accent = QColor(Qt.GlobalColor.black), theme.color("accent")
    for color, width in ((black, LINE_WIDTH + 2 * LINE_EDGE), (accent, LINE_WIDTH)):
        pen = QPen(color, width * scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashed:
            pen.setDashPattern([part / width for part in DASHES])
        painter.strokePath(path, pen)


def mark_around(
    painter: QPainter, inside: QRectF, theme: Theme, scale: float, dashed: bool = False
) -> None:
    """Paint a frame around a rectangle, which hides nothing in it."""
    path, by = QPainterPath(), (LINE_WIDTH / 2 + LINE_EDGE) * scale
    path.addRect(inside.adjusted(-by, -by, by, by))
    mark_line(painter, path, theme, scale, dashed)
