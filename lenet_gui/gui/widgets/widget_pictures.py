"""PNG and SVG files of what a widget shows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QWidget

from lenet_gui.common.bad_input import BadInput

EXPORT_SCALE = 2.0  # pixels of a PNG per pixel of the screen, for print


def picture(widget: QWidget, path: Path) -> bytes:
    """Return what a widget shows as the bytes of a PNG or SVG file; the suffix says which.

    Raises BadInput if it cannot be painted.
    """
    return svg_of(widget) if path.suffix.lower() == ".svg" else _png(widget, path)


def image_of(widget: QWidget) -> QImage:
    """Return what a widget shows as an image for print."""
    image = QImage(widget.size() * EXPORT_SCALE, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(EXPORT_SCALE)
    image.fill(widget.palette().window().color())
    widget.render(image)
    return image


def _png(widget: QWidget, path: Path) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, b"png").write(image_of(widget)):
        raise BadInput("{file} cannot be written.", file=path)
    return bytes(buffer.data().data())


def svg_of(widget: QWidget) -> bytes:
    """Return what a widget shows as the bytes of an SVG file, with letters as letters."""
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(widget.size())
    generator.setViewBox(QRect(QPoint(), widget.size()))
    generator.setTitle(widget.accessibleName())
    painter = QPainter(generator)
    painter.fillRect(QRect(QPoint(), widget.size()), widget.palette().window())
    widget.render(painter, QPoint())
    painter.end()
    return bytes(buffer.data().data())
