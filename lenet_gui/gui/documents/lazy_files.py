"""Reads and writes files; each function raises BadInput if that fails.

Each imports what it needs when it is called, since the start of the window does not need it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import visible
from lenet_gui.common.values import Drawing

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from lenet_gui.engine.recognition.recognizer import Recognizer
    from lenet_gui.gui.photos.photo_files import Photograph

SAVED_SCALE = 2.0  # pixels per page unit in a saved image


def read_drawing(path: Path) -> Drawing:
    """Return the strokes and the picture of a drawing file."""
    from lenet_gui.engine.ink import drawing_files

    return drawing_files.read_drawing(path)


def write_drawing(path: Path, drawing: Drawing) -> None:
    """Write a drawing file, in one piece or not at all."""
    from lenet_gui.engine.ink import drawing_files

    drawing_files.write_drawing(path, drawing)


def read_image(path: Path, recognizer: Recognizer) -> Photograph:
    """Read an image file, and find out whether it is one digit or a page of them."""
    from lenet_gui.gui.photos import photo_files

    return photo_files.read_image(path, recognizer)


def photograph_of_image(image: QImage, name: str, recognizer: Recognizer) -> Photograph:
    """Find out whether an image that is no file is one digit or a page of them."""
    from lenet_gui.gui.documents.mime_data import colours_of, grey_of
    from lenet_gui.gui.photos.photo_files import photograph_of

    rgb = colours_of(image) if recognizer.architecture.sees == "picture" else None
    return photograph_of(name, grey_of(image), recognizer, rgb)


def read_recognizer(path: Path) -> Recognizer:
    """Load a checkpoint file; its name differs from those of networks that are there already."""
    from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint
    from lenet_gui.engine.checkpoints.named_networks import network_names
    from lenet_gui.engine.recognition.recognizer import Recognizer

    name = visible(path.stem)
    if name in network_names():
        name = f"{name} ({visible(path.parent.name)})"
    return Recognizer(name, read_checkpoint(path))


def save_image(path: Path, drawing: Drawing, painted: bool) -> None:
    """Write the page in the image format of the suffix, in one piece or not at all.

    painted: in its colours; else as dark ink on white paper.
    """
    from PySide6.QtGui import QImageWriter

    from lenet_gui.engine.storage.files import write_atomically
    from lenet_gui.gui.documents.mime_data import page_image

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = page_image(drawing, SAVED_SCALE, painted)
    if not QImageWriter(buffer, path.suffix[1:].encode()).write(image):
        raise BadInput("{file} cannot be written.", file=path)
    write_atomically(path, bytes(buffer.data().data()))
