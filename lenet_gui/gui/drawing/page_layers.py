"""The page on the screen: ink in the colours of the theme, or a painting in its own."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from lenet_gui.common.values import Drawing
from lenet_gui.engine.ink.rasterizer import PixelBox, Raster
from lenet_gui.gui.appearance.theme import DARK, LIGHT, Theme
from lenet_gui.gui.drawing.ink_image import paint_ink
from lenet_gui.gui.session.live_ink import InkFollower, LiveStroke
from lenet_gui.gui.session.live_painting import PaintingFollower

MIDDLE = 128  # lightness below which paper is dark


class InkLayer:
    """The ink of a page, ``scale`` pixels of the screen per unit."""

    def __init__(self, size: tuple[float, float], scale: float) -> None:
        self._ink = InkFollower(Raster.of_page(size, scale))

    def follow(self, drawing: Drawing, live: LiveStroke | None) -> PixelBox:
        """Bring the ink up to date, and return the box of the pixels that may have changed."""
        return self._ink.follow(drawing, live)

    def paint(self, painter: QPainter, corner: QPointF, ratio: float, theme: Theme) -> Theme:
        """Paint the page from ``corner`` on; return the theme for what is painted over it."""
        paint_ink(painter, corner, self._ink.raster.ink, theme.ink_table(), ratio)
        return theme


class PaintingLayer:
    """The page in its colours, which no theme changes."""

    def __init__(self, size: tuple[float, float], scale: float) -> None:
        self._painting = PaintingFollower(size, scale)
        self._paper = QColor()

    def follow(self, drawing: Drawing, live: LiveStroke | None) -> PixelBox:
        """Bring the page up to date, and return the box of the pixels that may have changed."""
        self._paper = QColor(*drawing.paper)
        return self._painting.follow(drawing, live)

    def paint(self, painter: QPainter, corner: QPointF, ratio: float, theme: Theme) -> Theme:
        """Paint the page from ``corner`` on; return the theme that is legible on its paper."""
        painting = self._painting.painting
        rows, columns, _ = painting.shape
        kind = QImage.Format.Format_RGB888
        image = QImage(painting.data, columns, rows, painting.strides[0], kind)
        image.setDevicePixelRatio(ratio)
        painter.drawImage(corner, image)
        return legible_on(self._paper)


def legible_on(paper: QColor) -> Theme:
    """Return the theme whose lines and letters can be seen on paper of that colour."""
    return DARK if paper.lightness() < MIDDLE else LIGHT
