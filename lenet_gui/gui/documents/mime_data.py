"""Drawings and images in the form that clipboard and drag and drop use."""

from __future__ import annotations

import os
import re
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, Drawing
from lenet_gui.engine.ink.colour_pictures import colours_of_image
from lenet_gui.engine.ink.drawing_files import from_json, to_json
from lenet_gui.engine.ink.grey_conversion import grey_of_image
from lenet_gui.engine.ink.image_files import MAX_HEAVY_PIXELS, MAX_PIXELS
from lenet_gui.engine.ink.painting import painting_of
from lenet_gui.engine.ink.rasterizer import Raster
from lenet_gui.gui.widgets.colour_images import colour_image

DRAWING_TYPE = "application/x-lenet-gui-drawing"
MOST_TEXT = 100_000  # characters that are looked at for paths
_WHOLE_PATH = re.compile(r"(?:/|~[/\\]|[A-Za-z]:[/\\]|file:///)(?![/\\])")


def page_ink(drawing: Drawing, scale: float = 1.0) -> ByteArray:
    """Return picture and strokes of the page as ink: uint8, ``scale`` pixels per page unit."""
    raster = Raster.of_page(drawing.size, scale)
    raster.put(drawing.picture)
    for stroke in drawing.strokes:
        raster.add(stroke)
    return raster.ink


def page_image(drawing: Drawing, scale: float = 1.0, painted: bool = False) -> QImage:
    """Return the page as an image, ``scale`` pixels per page unit.

    painted: in its colours, as a network for pictures sees it; else as dark ink on white paper.
    """
    if painted:
        return colour_image(painting_of(drawing, scale))
    grey = np.ascontiguousarray(255 - page_ink(drawing, scale))
    rows, columns = grey.shape
    image = QImage(grey.data, columns, rows, columns, QImage.Format.Format_Grayscale8)
    return image.copy()  # the image owns its pixels


def mime_data(drawing: Drawing, painted: bool = False) -> QMimeData:
    """Return a drawing as strokes for this program and as an image for others.

    painted: as for ``page_image``.
    """
    data = QMimeData()
    data.setData(DRAWING_TYPE, to_json(drawing))
    data.setImageData(page_image(drawing, painted=painted))
    return data


def usable(data: QMimeData) -> bool:
    """Return whether there is a drawing, an image or a local file in it."""
    return data.hasFormat(DRAWING_TYPE) or data.hasImage() or bool(files(data))


def received(data: QMimeData) -> Drawing | QImage | None:
    """Return the drawing or the image in it, or None. Raises BadInput if the drawing is damaged."""
    drawing = drawing_in(data)
    return image_in(data) if drawing is None else drawing


def drawing_in(data: QMimeData) -> Drawing | None:
    """Return the drawing in it, or None. Raises BadInput if it is damaged."""
    if not data.hasFormat(DRAWING_TYPE):
        return None
    return from_json(bytes(data.data(DRAWING_TYPE).data()), "the clipboard")


def image_in(data: QMimeData) -> QImage | None:
    """Return the image in it, or None."""
    image = data.imageData() if data.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def files(data: QMimeData) -> list[Path]:
    """Return the local files that are named in it."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def named_files(data: QMimeData) -> list[Path]:
    """Return the files that a text in it names, one whole path a line; none if it is other text.

    A path of a network, as Windows has them, is left alone: to look there tells who is looking.
    """
    lines = [line.strip().strip("\"'") for line in data.text()[:MOST_TEXT].splitlines()]
    lines = [line for line in lines if line]
    if not all(map(_WHOLE_PATH.match, lines)):
        return []
    names = (QUrl(line).toLocalFile() if line.startswith("file:") else line for line in lines)
    return [Path(os.path.expanduser(name)) for name in names]


def check_size(image: QImage) -> None:
    """Raise BadInput if an image has more pixels than one in a file may have."""
    most = MAX_HEAVY_PIXELS if image.hasAlphaChannel() else MAX_PIXELS
    if image.width() * image.height() > most:
        raise BadInput(
            "The image has {pixels} million pixels; at most {most} million are supported.",
            pixels=image.width() * image.height() // 1_000_000,
            most=most // 1_000_000,
        )


def grey_of(image: QImage) -> ByteArray:
    """Return an image as grey, uint8 (rows, columns), as if it came from a file."""
    return grey_of_image(_pillow_image(image))


def colours_of(image: QImage) -> ByteArray:
    """Return the colours of an image, uint8 (rows, columns, 3), as if it came from a file."""
    return colours_of_image(_pillow_image(image))


def _pillow_image(image: QImage) -> Image.Image:
    mode, kind, order = (
        ("RGBA", QImage.Format.Format_RGBA8888, "RGBA")
        if image.hasAlphaChannel()
        else ("RGB", QImage.Format.Format_RGBX8888, "RGBX")
    )
    pixels = image.convertToFormat(kind)
    size, line = (pixels.width(), pixels.height()), pixels.bytesPerLine()
    return Image.frombytes(mode, size, pixels.constBits(), "raw", order, line, 1)
