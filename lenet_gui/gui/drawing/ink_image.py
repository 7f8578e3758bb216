"""The ink of a raster as an image to paint."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from lenet_gui.common.values import ByteArray


def paint_ink(
    painter: QPainter, corner: QPointF, ink: ByteArray, colors: Sequence[int], ratio: float
) -> None:
    """Paint ink, uint8 (rows, columns), from ``corner`` on, in 256 colours from paper to ink.

    ratio: pixels of the screen per logical pixel; the ink has one value for each of them.
    """
    rows, columns = ink.shape
    image = QImage(ink.data, columns, rows, columns, QImage.Format.Format_Indexed8)
    image.setColorTable(colors)
    image.setDevicePixelRatio(ratio)
    painter.drawImage(corner, image)
