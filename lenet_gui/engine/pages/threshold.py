"""A photograph to ink: light, shadow and the paper's colour divided out, then a threshold."""

from __future__ import annotations

import cv2
import numpy as np

from lenet_gui.common.values import ByteArray

# One thread is as fast on a camera's frame, and leaves the other cores to the window.
cv2.setNumThreads(1)

WORKING_SIDE = 1800  # a page of 50 lines keeps digits of 20 pixels, a pencil line of an A4 page 2
SMALL = 112  # pixels: pictures with a shorter side are enlarged
EDGE = 0.3  # paper that changes that much within a digit's width is an edge of something
PAPER_PART = 18  # strokes are narrower than this part of the picture's shorter side
FAINTEST = 14  # of 255: fainter than this is paper, however even it is
GRAIN = 2.4  # times the mean of the grain (2.5 standard deviations above the closing) is grain
TRACE = 0.5  # of the threshold is enough for a line, which is long
NOISY = 3.0  # grey levels of noise: a wider mean is taken
STROKES = 2.5  # strokes wide is where they meet
LEAST_PAPER = 0.15  # around a pixel; with less, all of it is taken for paper
HALO = 55  # that part of the shorter side around ink ...
HALO_PART = 0.32  # ... what has less than this of its darkness is its blurred rim
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


def light_ink(grey: ByteArray, sheet: np.ndarray | None = None) -> float:
    """The part of the ink, 0..1, that is lighter than what is around it: 1 on a blackboard.

    Ink is the minority wherever one looks, so that the local median is paper. Where the median
    itself changes, at the sheet's edge and a shadow's, its corners would look like ink: what
    lies there does not count, nor what lies beside the sheet (its outline in pixels).
    """
    small = reduced(grey, 260)
    window = max(3, min(small.shape) // 9) | 1
    paper = cv2.medianBlur(small, window).astype(np.float32)
    kernel = np.ones((window, window), np.uint8)
    change = cv2.dilate(paper, kernel) - cv2.erode(paper, kernel)
    deviation = (small - paper) / (paper + 24)
    strong = np.clip(np.abs(deviation) - 0.05, 0, 0.4) ** 2
    strong[change > EDGE * (paper + 24)] = 0
    if sheet is not None:
        scale = np.array([small.shape[1] / grey.shape[1], small.shape[0] / grey.shape[0]])
        inside = cv2.fillPoly(np.zeros_like(small), [np.asarray(sheet * scale, np.int32)], (1,))
        strong[inside == 0] = 0
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
    light = _bytes(cv2.bitwise_not(grey)) if dark_paper else grey
    size, sigma = ((5, 5), 1.2) if _noise(light) > NOISY else ((3, 3), 0.8)
    light = _bytes(cv2.GaussianBlur(light, size, sigma))
    window = max(5, min(grey.shape) // part, _wide_strokes(light)) | 1
    kernel = np.ones((window, window), np.uint8)
    paper = cv2.morphologyEx(light, cv2.MORPH_CLOSE, kernel, borderType=cv2.BORDER_REPLICATE)
    paper = np.maximum(
        cv2.blur(paper, (5, 5)), np.uint8(24)
    )  # what is nearly black has no measurable ink
    return _bytes(cv2.bitwise_not(cv2.divide(light, paper, scale=255.0))), _bytes(paper)


def ink_masks(
    ink: ByteArray, part: int = PAPER_PART, known: ByteArray | None = None
) -> tuple[ByteArray, ByteArray, ByteArray]:
    """255 where there is ink; where it is so strong that it cannot be grain; where there is at
    least something, as ruled lines are.

    The threshold rises with the paper's own grain around a pixel, so that coarse paper, a
    camera's noise and a wooden table count as paper. The grain is the local median, since ink
    is the minority. known: 255 where something lies that is neither paper nor ink.
    """
    size = ink.shape[1], ink.shape[0]
    few = max(1, size[0] // 4), max(1, size[1] // 4)
    sample = _bytes(cv2.resize(ink, few, interpolation=cv2.INTER_NEAREST))
    other = None if known is None else cv2.resize(known, few, interpolation=cv2.INTER_NEAREST)
    grain = cv2.resize(_grain(sample, part, other), size, interpolation=cv2.INTER_LINEAR)
    least = np.maximum(cv2.convertScaleAbs(grain, alpha=GRAIN), np.uint8(FAINTEST))
    half = cv2.convertScaleAbs(least, alpha=TRACE)
    peak = cv2.add(grain, cv2.convertScaleAbs(least, alpha=PEAK))
    reach = min(ink.shape) // HALO | 1
    near = cv2.dilate(ink, np.ones((reach, reach), np.uint8))
    least = cv2.max(cv2.add(grain, least), cv2.convertScaleAbs(near, alpha=HALO_PART))
    mask = cv2.compare(ink, least, cv2.CMP_GT)
    strong = cv2.compare(ink, peak, cv2.CMP_GT)
    trace = cv2.compare(ink, cv2.add(grain, half), cv2.CMP_GT)
    return _bytes(mask), _bytes(strong), _bytes(trace)


def _grain(ink: ByteArray, part: int, known: np.ndarray | None) -> ByteArray:
    """The mean of what is no ink around each pixel, of a sample of the ink.

    Where most is darker than paper anywhere else, as on a table of wood, that is no ink either.
    """
    window = max(5, min(ink.shape) // (6 if part > 6 else 2)) | 1
    some = ink[::2, ::2] if known is None else ink[known == 0]
    limit = max(2.0 * FAINTEST, 3.0 * float(np.percentile(some, 40)) if some.size else 0.0)
    paper = np.where(ink <= limit, np.uint8(255), np.uint8(0))
    if known is not None:
        paper &= ~known
    there = cv2.blur(paper, (window, window)).astype(np.float32)
    inside = cv2.blur(cv2.bitwise_and(ink, paper).astype(np.float32), (window, window))
    whole = cv2.blur(ink, (window, window)).astype(np.float32)
    mean = inside * 255.0 / np.maximum(there, 1.0)
    return _bytes(np.where(there > 255 * LEAST_PAPER, mean, whole).astype(np.uint8))


def _wide_strokes(light: ByteArray) -> int:
    """Pixels that the paper has to reach across: a few times the usual stroke.

    What is dark within a quarter of the picture is looked at; shadows are few beside digits.
    """
    small = reduced(light, 260)
    window = max(3, min(small.shape) // 4) | 1
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((window, window), np.uint8))
    mask = (small < 0.75 * paper).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    inner = cv2.erode(mask, np.ones((3, 3), np.uint8))
    areas = stats[:, cv2.CC_STAT_AREA]
    inside = np.bincount(labels[inner > 0], minlength=len(areas))
    sides = stats[:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1].max(axis=1)
    some = (sides >= 6) & (sides < 0.9 * max(small.shape))
    some[0] = False
    if not some.any():
        return 0
    strokes = 2.0 * areas[some] / np.maximum(areas[some] - inside[some], 1)
    factor = max(light.shape) / max(small.shape)
    wide = round(STROKES * float(np.median(strokes)) * factor)
    return int(min(wide, min(light.shape) // 4))


def _noise(grey: ByteArray) -> float:
    """The standard deviation of the camera's noise, from second differences of a few rows."""
    rows = np.linspace(0, len(grey) - 1, 40).astype(int)
    some = grey[rows].astype(np.int16)
    second = np.abs(2 * some[:, 1:-1] - some[:, :-2] - some[:, 2:])
    return float(np.median(second)) / (0.6745 * 6**0.5)


def _bytes(array: np.ndarray) -> ByteArray:
    """OpenCV's annotations do not tell bytes from floats."""
    return array  # type: ignore[no-any-return,unused-ignore]
