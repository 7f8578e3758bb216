"""Readings by networks that see pictures: the whole picture, or the framed part of it, is one."""

from __future__ import annotations

import math
import time

import cv2
import numpy as np

from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.ink.colour_pictures import MAX_COLOUR_SIDE
from lenet_gui.engine.pages.values import FoundDigit, PageLine, PageReading, PageStages
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.photos.photo_reading import (
    MAX_SHOWN_SIDE,
    PhotoReading,
    PhotoRegion,
    averaged_down,
    region_in_pixels,
)


def read_whole(
    rgb: ByteArray, recognizer: Recognizer, region: PhotoRegion | None = None
) -> PhotoReading:
    """Read a picture, uint8 (rows, columns, 3), or a region of it, as one."""
    start = time.perf_counter()
    rows, columns = rgb.shape[:2]
    left, top, right, bottom = region_in_pixels(region or (0.0, 0.0, 1.0, 1.0), (rows, columns))
    seen = averaged_down(rgb[top:bottom, left:right], MAX_COLOUR_SIDE)
    grey = np.asarray(cv2.cvtColor(seen, cv2.COLOR_RGB2GRAY), np.uint8)
    scale = (right - left) / seen.shape[1]
    darkness = np.subtract(np.uint8(255), grey)  # to find the ink takes too long for live pictures
    picture = Picture(darkness, (left, top), scale, seen)
    recognition = recognizer.recognize(picture)
    found = FoundDigit(
        (left, top, right - left, bottom - top),
        picture,
        recognition,
        "unsure" if recognition.label is None else "read",
    )
    nothing = np.zeros_like(grey)
    stages = PageStages(grey, nothing, nothing, nothing, False, scale)
    took = math.ceil((time.perf_counter() - start) * 1000)
    reading = PageReading((columns, rows), (PageLine((found,)),), (), stages, 0.0, took)
    shown = averaged_down(rgb, MAX_SHOWN_SIDE)
    return PhotoReading(shown, (columns, rows), (0, 0), reading)
