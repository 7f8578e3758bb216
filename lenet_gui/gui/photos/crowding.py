"""Pictures with too many marks to be read live, like a screen full of text.

Reading takes some milliseconds for each mark, in which the window has to wait for Python now and
then. A page of digits has some dozens of marks, a screen of text has thousands. Words take more
time than digits, since each could be many that touch: so the network's work is bounded, too.
"""

from __future__ import annotations

from contextlib import suppress

import cv2
import numpy as np

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages.read_page import read_page
from lenet_gui.engine.pages.threshold import working_copy
from lenet_gui.engine.pages.values import PageReading, PageStages
from lenet_gui.engine.recognition.limited_recognizer import LimitedRecognizer, TooMuchToRead
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.feeds.feed import ReadingBounds

MIN_HEIGHT = 6  # pixels of a mark that could be a digit
AROUND = (31, 31)  # pixels that a mark is compared with
CONTRAST = 24  # of 255, from what is around


def read_within(
    grey: ByteArray, recognizer: Recognizer, bounds: ReadingBounds
) -> tuple[PageReading, bool]:
    """Read a picture, uint8 (rows, columns). Return also whether it is too crowded to be read."""
    if not is_crowded(grey, bounds.side, bounds.marks):
        with suppress(TooMuchToRead):
            limited = LimitedRecognizer(recognizer, bounds.passes)
            return read_page(grey, limited, bounds.side), False
    return not_read(grey, bounds.side), True


def is_crowded(grey: ByteArray, side: int, most: int) -> bool:
    """Return whether a picture has more than ``most`` marks, dark or light ones.

    grey: uint8 (rows, columns). side: pixels that its longer side is averaged down to.
    """
    copy, _ = working_copy(grey, side)
    difference = cv2.subtract(copy, cv2.blur(copy, AROUND), dtype=cv2.CV_16S)
    return max(_pieces(difference < -CONTRAST), _pieces(difference > CONTRAST)) > most


def _pieces(mask: np.ndarray) -> int:
    stats = cv2.connectedComponentsWithStats(mask.astype(np.uint8))[2]
    return int((stats[1:, cv2.CC_STAT_HEIGHT] >= MIN_HEIGHT).sum())


def not_read(grey: ByteArray, side: int) -> PageReading:
    """Return the reading of a picture that is shown, but not read."""
    copy, scale = working_copy(grey, side)
    empty = np.zeros_like(copy)
    stages = PageStages(copy, empty, empty, empty, False, scale)
    return PageReading((grey.shape[1], grey.shape[0]), (), (), stages, 0.0, 0.0)
