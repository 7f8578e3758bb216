"""The table of samples: drawings and photographed pages that come with the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from lenet_gui.common.assets import resource
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import ByteArray

if TYPE_CHECKING:
    from lenet_gui.common.values import Drawing
    from lenet_gui.engine.recognition.recognizer import Recognizer
    from lenet_gui.gui.photos.photo_files import Photograph


@dataclass(frozen=True)
class Sample:
    """One sample: its file in resources/samples, and its title, translated in context "Sample"."""

    file: str
    title: str

    @property
    def path(self) -> Path:
        return resource("samples", self.file)

    @property
    def is_drawing(self) -> bool:
        return self.file.endswith(".json")

    @property
    def name(self) -> str:
        """The title in the language that is in use now."""
        return QCoreApplication.translate("Sample", self.title)


SAMPLES: tuple[Sample, ...] = (
    Sample("zero.json", "0"),
    Sample("one.json", "1"),
    Sample("two.json", "2"),
    Sample("three.json", "3"),
    Sample("four.json", "4"),
    Sample("five.json", "5"),
    Sample("six.json", "6"),
    Sample("seven.json", "7"),
    Sample("eight.json", "8"),
    Sample("nine.json", "9"),
    Sample("one-or-seven.json", QT_TRANSLATE_NOOP("Sample", "1 or 7?")),
    Sample("four-or-nine.json", QT_TRANSLATE_NOOP("Sample", "4 or 9?")),
    Sample("scribble.json", QT_TRANSLATE_NOOP("Sample", "Scribble")),
    Sample("ruled-page.jpg", QT_TRANSLATE_NOOP("Sample", "Ruled page")),
    Sample("sheet-on-a-table.jpg", QT_TRANSLATE_NOOP("Sample", "Sheet on a table")),
)


def read_sample(sample: Sample, recognizer: Recognizer) -> Drawing | Photograph:
    """Return a drawing, or a photograph that was read. Raises BadInput if the file is damaged."""
    from lenet_gui.gui.documents.lazy_files import read_drawing, read_image

    if sample.is_drawing:
        return read_drawing(sample.path)
    return read_image(sample.path, recognizer)


def thumbnails(side: int) -> list[ByteArray | None]:
    """Return a picture of each sample, uint8 (rows, columns); no side is longer than ``side``.

    Of a drawing its ink, 255 = ink; of a page its grey values; None where a file cannot be read.
    Runs in a thread.
    """
    return [_thumbnail(sample, side) for sample in SAMPLES]


def _thumbnail(sample: Sample, side: int) -> ByteArray | None:
    from PIL import Image

    from lenet_gui.engine.ink.drawing_files import read_drawing
    from lenet_gui.engine.ink.image_files import read_photograph
    from lenet_gui.engine.ink.rasterizer import drawing_picture

    try:
        if sample.is_drawing:
            drawing = read_drawing(sample.path)
            return drawing_picture(drawing, side / max(drawing.size)).ink
        image = Image.fromarray(read_photograph(sample.path).grey)
    except BadInput:
        return None
    image.thumbnail((side, side))
    return np.asarray(image)
