"""A photograph to ink: light, shadow and the paper's colour divided out, then a threshold."""

from __future__ import annotations

import cv2
import numpy as np

from lenet_gui.values import ByteArray

# One thread is as fast on a camera's frame, and leaves the other cores to the window.
cv2.setNumThreads(1)

WORKING_SIDE = 1800  # a page of 50 lines keeps digits of 20 pixels, a pencil line of an A4 page 2
SMALL = 112  # pixels: pictures with a shorter side are enlarged
EDGE = 0.3  # paper that changes that much within a digit's width is an edge of something
PAPER_PART = 11  # strokes are narrower than this part of the picture's shorter side
FAINTEST = 14  # of 255: fainter than this is paper, however even it is
GRAIN = 1.8  # times the mean of the grain (2.5 standard deviations above the closing) is grain
TRACE = 0.5  # of the threshold is enough for a line, which is long
NOISY = 0.05  # of the picture has grain above the faintest ink
CALM = 0.9  # of the threshold is enough for the mean of a few pixels
PEAK = 1.6  # ink reaches this times the threshold somewhere


def working_copy(grey: ByteArray, side: int = WORKING_SIDE) -> tuple[ByteArray, float]:
    """The picture averaged down to at most ``side`` pixels, and its scale: pixels to one of it.

    Very small ones are enlarged, since windows and outlines need room.
    """
    rows, columns = grey.shape
    scale = max(1.0, max(rows, columns) / side)
    if min(rows, columns) < SMALL and max(rows, columns) < 4 * SMALL:
        scale = min(rows, columns) / SMALL
    if scale == 1.0:
        return grey, scale
    size = max(1, round(columns / scale)), max(1, round(rows / scale))
    how = cv2.INTER_AREA if scale > 1 else cv2.INTER_CUBIC
    return _bytes(cv2.resize(grey, size, interpolation=how)), scale


def reduced(picture: ByteArray, side: int) -> ByteArray:
    """Averaged down by a whole factor, which is fast, to about ``side`` pixels."""
    factor = max(1, round(max(picture.shape) / side))
    rows, columns = (max(1, length // factor) for length in picture.shape)
    whole = picture[: rows * factor, : columns * factor]
    return _bytes(cv2.resize(whole, (columns, rows), interpolation=cv2.INTER_AREA))


def light_ink(grey: ByteArray) -> float:
    """The part of the ink, 0..1, that is lighter than what is around it: 1 on a blackboard.

    Ink is the minority wherever one looks, so that the local median is paper. Where the median
    itself changes, at the sheet's edge and a shadow's, its corners would look like ink: what
    lies there does not count.
    """
    small = reduced(grey, 340)
    window = max(3, min(small.shape) // 9) | 1
    paper = cv2.medianBlur(small, window).astype(np.float32)
    kernel = np.ones((window, window), np.uint8)
    change = cv2.dilate(paper, kernel) - cv2.erode(paper, kernel)
    deviation = (small - paper) / (paper + 24)
    strong = np.clip(np.abs(deviation) - 0.05, 0, 0.4) ** 2
    strong[change > EDGE * (paper + 24)] = 0
    lighter, darker = float(strong[deviation > 0].sum()), float(strong[deviation < 0].sum())
    return lighter / (lighter + darker) if lighter + darker > 0.01 else 0.5


def ink_of_page(
    grey: ByteArray, dark_paper: bool, part: int = PAPER_PART
) -> tuple[ByteArray, ByteArray]:
    """How much darker than the paper around it each pixel is: 0 = paper, 255 = black; and the
    paper.

    The paper is the morphological closing: it follows a shadow's edge, but not into anything
    narrower than the ``part``-th part of the picture's shorter side. A quotient, since a shadow
    takes the same part of the light from paper and ink.
    """
    light = cv2.bitwise_not(grey) if dark_paper else grey
    light = cv2.GaussianBlur(light, (3, 3), 0)
    window = max(5, min(grey.shape) // part) | 1
    kernel = np.ones((window, window), np.uint8)
    paper = cv2.morphologyEx(light, cv2.MORPH_CLOSE, kernel, borderType=cv2.BORDER_REPLICATE)
    paper = np.maximum(
        cv2.blur(paper, (5, 5)), np.uint8(24)
    )  # what is nearly black has no measurable ink
    return _bytes(cv2.bitwise_not(cv2.divide(light, paper, scale=255.0))), _bytes(paper)


def ink_masks(ink: ByteArray, part: int = PAPER_PART) -> tuple[ByteArray, ByteArray, ByteArray]:
    """255 where there is ink; where it is so strong that it cannot be grain; where there is at
    least something, as ruled lines are.

    The threshold rises with the paper's own grain around a pixel, so that coarse paper, a
    camera's noise and a wooden table count as paper. The grain is the local median, since ink
    is the minority.
    """
    size = ink.shape[1], ink.shape[0]
    few = max(1, size[0] // 4), max(1, size[1] // 4)
    sample = cv2.resize(ink, few, interpolation=cv2.INTER_NEAREST)
    # Ink is the minority only in a window wider than two strokes.
    median = cv2.medianBlur(sample, max(5, min(255, min(few) // (part - 1))) | 1)
    grain = cv2.resize(median, size, interpolation=cv2.INTER_LINEAR)
    least = np.maximum(cv2.convertScaleAbs(grain, alpha=GRAIN), np.uint8(FAINTEST))
    peak = cv2.add(grain, cv2.convertScaleAbs(least, alpha=PEAK))
    mask = cv2.compare(ink, cv2.add(grain, least), cv2.CMP_GT)
    strong = cv2.compare(ink, peak, cv2.CMP_GT)
    if float((median > FAINTEST / GRAIN).mean()) > NOISY:
        # In the dark the camera's noise is as strong as ink; the mean of a few pixels is not.
        smooth = cv2.GaussianBlur(ink, (5, 5), 1.2)
        calm = np.maximum(cv2.convertScaleAbs(least, alpha=CALM), np.uint8(FAINTEST))
        mask = cv2.bitwise_or(mask, cv2.compare(smooth, cv2.add(grain, calm), cv2.CMP_GT))
        peak = cv2.add(grain, cv2.convertScaleAbs(calm, alpha=PEAK))
        strong = cv2.bitwise_or(strong, cv2.compare(smooth, peak, cv2.CMP_GT))
    half = cv2.convertScaleAbs(least, alpha=TRACE)
    trace = cv2.compare(ink, cv2.add(grain, half), cv2.CMP_GT)
    return _bytes(mask), _bytes(strong), _bytes(trace)


def _bytes(array: np.ndarray) -> ByteArray:
    """OpenCV's annotations do not tell bytes from floats."""
    return array  # type: ignore[no-any-return,unused-ignore]
