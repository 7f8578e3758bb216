"""The page as a small painting, strokes in their colours on paper, as some networks see it."""

from __future__ import annotations

import numpy as np
from PIL import Image

from lenet_gui.common.values import WHITE, ByteArray, Colour, Drawing, Picture
from lenet_gui.engine.ink.colour_pictures import colours_of_picture
from lenet_gui.engine.ink.rasterizer import Raster, drawing_picture

PAINTING_SCALE = 0.25  # pixels per page unit: 140 x 140 pixels


def ground_of(drawing: Drawing) -> ByteArray:
    """Return the paper with the picture on it, uint8 (rows, columns, 3), without the strokes."""
    rows, columns = Raster.of_page(drawing.size, PAINTING_SCALE).ink.shape
    ground = np.empty((rows, columns, 3), np.uint8)
    ground[:] = drawing.paper
    if drawing.picture is None:
        return ground
    colours = _on_paper(drawing.picture, drawing.paper)
    factor = min(rows / colours.shape[0], columns / colours.shape[1])
    height, width = (max(1, round(side * factor)) for side in colours.shape[:2])
    fitted = np.asarray(Image.fromarray(colours).resize((width, height)))
    top, left = (rows - height) // 2, (columns - width) // 2
    ground[top : top + height, left : left + width] = fitted
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
    part = coverage[:, :, None].astype(np.float32) / 255
    mixed = ground + (np.array(colour, np.float32) - ground) * part
    return np.rint(mixed).astype(np.uint8)


def painting_of(drawing: Drawing) -> ByteArray:
    """Paint a drawing: uint8 (rows, columns, 3), PAINTING_SCALE pixels per page unit."""
    painting = ground_of(drawing)
    for stroke in drawing.strokes:
        raster = Raster.of_page(drawing.size, PAINTING_SCALE)
        raster.add(stroke)
        painting = covered(painting, raster.ink, stroke.colour)
    return painting


def painted_picture(drawing: Drawing) -> Picture:
    """Return what is recognized of a drawing, with its colours.

    A picture without strokes on white paper stays as it is. An empty page has no colours.
    """
    picture = drawing_picture(drawing)
    plain = drawing.paper == WHITE and not drawing.strokes
    if plain:
        return picture
    return Picture(picture.ink, picture.origin, picture.scale, painting_of(drawing))
