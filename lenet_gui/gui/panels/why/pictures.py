"""The pictures of the panel: pixels of a field in faint ink, under what is said about each."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from lenet_gui.common.values import FloatArray, Window
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.widgets.colour_images import colour_image

FAINT = 0.35  # of full ink, for the ink under a map of colours
STRONGEST = 0.95  # opacity of the end of the scale


class Shades(NamedTuple):
    """A field to be painted. pixels: (planes, rows, columns), 0..1; ink: of ink, or a picture."""

    pixels: FloatArray
    ink: bool


def field_colours(shades: Shades, theme: Theme, strength: float = 1.0) -> FloatArray:
    """Return a field in colours, 0..255, (rows, columns, 3), as the theme has paper and ink.

    strength: 0..1 of full ink; a picture fades to the panel.
    """
    if shades.ink:
        paper, ink = (_rgb(theme.color(role)) for role in ("paper", "ink"))
        part = strength * shades.pixels[0][:, :, None]
        inked: FloatArray = paper + (ink - paper) * part
        return inked
    shown = np.broadcast_to(255 * shades.pixels, (3, *shades.pixels.shape[1:])).transpose(1, 2, 0)
    panel = _rgb(theme.color("panel"))
    faded: FloatArray = panel + (shown - panel) * strength
    return faded


def field_image(shades: Shades, theme: Theme) -> QImage:
    """Return a field as an image, a pixel each."""
    return _image(field_colours(shades, theme))


def tinted_image(shades: Shades, signed: FloatArray, theme: Theme) -> QImage:
    """Return a faint field under colours: orange above 0, blue below.

    signed: (rows, columns), -1..1; the nearer to 0, the more the field is seen.
    """
    below = field_colours(shades, theme, FAINT)
    ends = [_rgb(theme.color(role)) for role in ("negative", "positive")]
    colours = np.where((signed > 0)[:, :, None], ends[1], ends[0])
    opacity = STRONGEST * np.clip(np.abs(signed), 0, 1)[:, :, None]
    return _image(below + (colours - below) * opacity)


def paint_enlarged(painter: QPainter, target: QRectF, image: QImage, theme: Theme) -> None:
    """Paint an image without smoothing, in a thin frame."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(target, image)
    painter.setPen(QPen(theme.color("border"), 1))
    painter.drawRect(target.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_place(painter: QPainter, target: QRectF, window: Window, side: int, theme: Theme) -> None:
    """Paint the frame of a receptive field. side: pixels of the field that ``target`` shows."""
    zoom = target.width() / side
    corner = target.topLeft()
    place = QRectF(
        corner.x() + window.left * zoom,
        corner.y() + window.top * zoom,
        (window.right - window.left) * zoom,
        (window.bottom - window.top) * zoom,
    )
    painter.setPen(QPen(theme.color("accent"), 1.4))
    painter.drawRect(place.intersected(target))


def _rgb(color: QColor) -> FloatArray:
    return np.array([color.red(), color.green(), color.blue()], np.float64)


def _image(colours: FloatArray) -> QImage:
    return colour_image(np.clip(np.rint(colours), 0, 255).astype(np.uint8))
