"""The page as a small painting, strokes in their colours on paper, as some networks see it."""

from __future__ import annotations

import numpy as np

from lenet_gui.common.values import WHITE, ByteArray, Colour, Drawing, Picture
from lenet_gui.engine.ink.colour_pictures import colours_of_picture
from lenet_gui.engine.ink.rasterizer import PixelBox, Raster, drawing_picture, put_fitted

PAINTING_SCALE = 0.25  # pixels per page unit, for recognition: 140 x 140 pixels


def ground_of(drawing: Drawing, scale: float = PAINTING_SCALE) -> ByteArray:
    """Return the paper with the picture on it, uint8 (rows, columns, 3), without the strokes."""
    rows, columns = Raster.of_page(drawing.size, scale).ink.shape
    ground = np.empty((rows, columns, 3), np.uint8)
    ground[:] = drawing.paper
    if drawing.picture is not None and drawing.picture.ink.size:
        put_fitted(_on_paper(drawing.picture, drawing.paper), ground)
    return ground


def _on_paper(picture: Picture, paper: Colour) -> ByteArray:
    """Return the colours of a picture; ink alone lies on the paper."""
    if picture.rgb is not None or paper == WHITE:
        return colours_of_picture(picture)
    ground = np.empty((*picture.ink.shape, 3), np.uint8)
    ground[:] = paper
    return covered(ground, picture.ink, (0, 0, 0))


def covered(ground: ByteArray, coverage: ByteArray, colour: Colour) -> ByteArray:
    """Return a painting, uint8 (rows, columns, 3), with a colour over a part of each pixel.

    coverage: uint8 (rows, columns), 255 where nothing of the ground is left.
    """
    painting = np.empty_like(ground)
    part = coverage.astype(np.uint16)
    rest = 255 - part
    for channel, value in enumerate(colour):
        mixed = ground[..., channel] * rest + part * np.uint16(value)
        mixed += 128  # together with the next lines it is a division by 255, rounded
        mixed += mixed >> 8
        painting[..., channel] = mixed >> 8
    return painting


def cover(
    painting: ByteArray, ground: ByteArray, coverage: ByteArray, box: PixelBox, colour: Colour
) -> None:
    """Paint a colour over a ground, as ``covered`` does, in a box of a painting alone."""
    top, left, bottom, right = box
    there = slice(top, bottom), slice(left, right)
    painting[there] = covered(ground[there], coverage[there], colour)


def painting_of(drawing: Drawing, scale: float = PAINTING_SCALE) -> ByteArray:
    """Paint a drawing: uint8 (rows, columns, 3), ``scale`` pixels per page unit."""
    painting = ground_of(drawing, scale)
    raster = Raster.of_page(drawing.size, scale)
    for stroke in drawing.strokes:
        raster.put(None)
        cover(painting, painting, raster.ink, raster.add(stroke), stroke.colour)
    return painting


def painted_picture(drawing: Drawing) -> Picture:
    """Return what is recognized of a drawing, with its colours.

    A picture without strokes on white paper stays as it is. An empty page has no colours.
    """
    picture = drawing_picture(drawing)
    if drawing.empty or is_unpainted(drawing):
        return picture
    return Picture(picture.ink, picture.origin, picture.scale, painting_of(drawing))


def is_unpainted(drawing: Drawing) -> bool:
    """Return whether a drawing has neither strokes nor coloured paper."""
    return drawing.paper == WHITE and not drawing.strokes
