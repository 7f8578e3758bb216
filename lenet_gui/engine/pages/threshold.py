"""Turns a photograph into ink: divides out light, shadow and the paper's colour, then thresholds.

The numbers are hand-set, over the commits that composed photographs (tests/photographs) were
tried on; none was fitted. Where a number follows from another, its comment says so.
"""

from __future__ import annotations

import cv2
import numpy as np

from lenet_gui.common.values import ByteArray

# One thread is as fast on a camera's frame, and leaves the other cores to the window.
cv2.setNumThreads(1)

# A page of 50 lines keeps digits of 20 pixels, a pencil line on an A4 page is 2 pixels wide.
COPY_SIDE = 1800
SMALL = 112  # pixels: a picture with a shorter side is enlarged
OVERVIEW_SIDE = 260  # pixels are enough to see the shade of the paper and the usual stroke
DARKEST_PAPER = 24  # of 255: what is darker has no measurable ink

FAINTEST_DEVIATION, STRONGEST_DEVIATION = 0.05, 0.4  # from paper, as a fraction of its light
SHADE_EDGE = 0.3  # paper that changes by this fraction within a digit is an edge of something
PAPER_PART = 18  # strokes are narrower than 1/18 of the picture's shorter side
NOISY = 3.0  # grey levels of camera noise from which on a wider mean is taken
# The closing that gives the paper reaches across this many usual strokes, as where two meet.
STROKES = 2.5
WIDE_DARK = 0.75  # of the paper's light: darker is a stroke where the usual stroke is measured

FAINTEST_PAGE_INK = 14  # of 255: fainter is paper, however even that is
# Ink is above this many means of the grain. The grain is measured from the closing, which lies
# 2.5 standard deviations above the paper's mean.
GRAIN = 2.4
TRACE_LEVEL = 0.5  # of the threshold: enough for a ruled line, which shows by its length
PEAK = 1.6  # times the threshold: ink gets as dark as that somewhere
LEAST_PAPER = 0.15  # fraction around a pixel; with less, everything there is taken for paper
HALO_REACH = 55  # within 1/55 of the picture's shorter side of ink ...
HALO_PART = 0.32  # ... less than this fraction of its darkness is its blurred rim


def working_copy(grey: ByteArray, side: int = COPY_SIDE) -> tuple[ByteArray, float]:
    """Return a picture with at most ``side`` pixels on its longer side, and its scale.

    scale: pixels of ``grey`` to one pixel of the copy. Very small pictures are enlarged, since
    windows and outlines need room.
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
    """Average a picture down by a whole factor, which is fast, to about ``side`` pixels."""
    factor = max(1, round(max(picture.shape) / side))
    rows, columns = (max(1, length // factor) for length in picture.shape)
    whole = picture[: rows * factor, : columns * factor]
    return _bytes(cv2.resize(whole, (columns, rows), interpolation=cv2.INTER_AREA))


def light_ink(grey: ByteArray, sheet: np.ndarray | None = None) -> float:
    """Return the fraction of the ink, 0..1, that is lighter than its surroundings.

    1 on a blackboard; 0.5 if there is hardly any ink. sheet: the outline of the sheet in pixels
    of ``grey``; ink beside it does not count.

    Ink is the minority around any pixel, so the local median is paper. Where the median itself
    changes, at the edge of a sheet or a shadow, its corners would look like ink: these do not
    count, either.
    """
    small = reduced(grey, OVERVIEW_SIDE)
    window = max(3, min(small.shape) // 9) | 1
    paper = cv2.medianBlur(small, window).astype(np.float32)
    kernel = np.ones((window, window), np.uint8)
    change = cv2.dilate(paper, kernel) - cv2.erode(paper, kernel)
    deviation = (small - paper) / (paper + DARKEST_PAPER)
    excess = np.abs(deviation) - FAINTEST_DEVIATION
    strong = np.clip(excess, 0, STRONGEST_DEVIATION) ** 2
    strong[change > SHADE_EDGE * (paper + DARKEST_PAPER)] = 0
    if sheet is not None:
        scale = np.array([small.shape[1] / grey.shape[1], small.shape[0] / grey.shape[0]])
        inside = cv2.fillPoly(np.zeros_like(small), [np.asarray(sheet * scale, np.int32)], (1,))
        strong[inside == 0] = 0
    lighter, darker = float(strong[deviation > 0].sum()), float(strong[deviation < 0].sum())
    return lighter / (lighter + darker) if lighter + darker > 0.01 else 0.5


def ink_of_page(
    grey: ByteArray, dark_paper: bool, part: int = PAPER_PART
) -> tuple[ByteArray, ByteArray]:
    """Return how much darker each pixel is than the paper around it, and the paper.

    Both are uint8 (rows, columns); ink is 0 = paper, 255 = black. dark_paper: the ink is lighter
    than the paper.

    The paper is the morphological closing: it follows a shadow's edge, but not into anything
    narrower than 1/``part`` of the picture's shorter side. Ink is a quotient, since a shadow takes
    the same fraction of the light from paper and ink.
    """
    light = _bytes(cv2.bitwise_not(grey)) if dark_paper else grey
    size, sigma = ((5, 5), 1.2) if _noise(light) > NOISY else ((3, 3), 0.8)
    light = _bytes(cv2.GaussianBlur(light, size, sigma))
    window = max(5, min(grey.shape) // part, _wide_strokes(light)) | 1
    kernel = np.ones((window, window), np.uint8)
    paper = cv2.morphologyEx(light, cv2.MORPH_CLOSE, kernel, borderType=cv2.BORDER_REPLICATE)
    paper = np.maximum(cv2.blur(paper, (5, 5)), np.uint8(DARKEST_PAPER))
    return _bytes(cv2.bitwise_not(cv2.divide(light, paper, scale=255.0))), _bytes(paper)


def ink_masks(
    ink: ByteArray, part: int = PAPER_PART, known: ByteArray | None = None
) -> tuple[ByteArray, ByteArray, ByteArray]:
    """Return three masks, 255 where there is ink, strong ink, and at least a trace of ink.

    Strong ink is too dark for grain; a trace is enough for a ruled line. known: 255 where
    something lies that is neither paper nor ink.

    The threshold rises with the paper's own grain around a pixel, so that coarse paper, a
    camera's noise and a wooden table count as paper.
    """
    size = ink.shape[1], ink.shape[0]
    few = max(1, size[0] // 4), max(1, size[1] // 4)
    sample = _bytes(cv2.resize(ink, few, interpolation=cv2.INTER_NEAREST))
    other = None if known is None else cv2.resize(known, few, interpolation=cv2.INTER_NEAREST)
    grain = cv2.resize(_grain(sample, part, other), size, interpolation=cv2.INTER_LINEAR)
    least = np.maximum(cv2.convertScaleAbs(grain, alpha=GRAIN), np.uint8(FAINTEST_PAGE_INK))
    half = cv2.convertScaleAbs(least, alpha=TRACE_LEVEL)
    peak = cv2.add(grain, cv2.convertScaleAbs(least, alpha=PEAK))
    reach = min(ink.shape) // HALO_REACH | 1
    near = cv2.dilate(ink, np.ones((reach, reach), np.uint8))
    least = cv2.max(cv2.add(grain, least), cv2.convertScaleAbs(near, alpha=HALO_PART))
    mask = cv2.compare(ink, least, cv2.CMP_GT)
    strong = cv2.compare(ink, peak, cv2.CMP_GT)
    trace = cv2.compare(ink, cv2.add(grain, half), cv2.CMP_GT)
    return _bytes(mask), _bytes(strong), _bytes(trace)


def _grain(ink: ByteArray, part: int, known: np.ndarray | None) -> ByteArray:
    """Return the mean of the paper around each pixel of a sample of the ink.

    Where most is darker than the paper elsewhere, as on a wooden table, that is no ink, either.
    """
    window = max(5, min(ink.shape) // (6 if part > 6 else 2)) | 1
    some = ink[::2, ::2] if known is None else ink[known == 0]
    # More than half of a page is paper: three times its level, or twice the faintest ink, is ink.
    limit = max(2.0 * FAINTEST_PAGE_INK, 3.0 * float(np.percentile(some, 40)) if some.size else 0.0)
    paper = np.where(ink <= limit, np.uint8(255), np.uint8(0))
    if known is not None:
        paper &= ~known
    there = cv2.blur(paper, (window, window)).astype(np.float32)
    inside = cv2.blur(cv2.bitwise_and(ink, paper).astype(np.float32), (window, window))
    whole = cv2.blur(ink, (window, window)).astype(np.float32)
    mean = inside * 255.0 / np.maximum(there, 1.0)
    return _bytes(np.where(there > 255 * LEAST_PAPER, mean, whole).astype(np.uint8))


def _wide_strokes(light: ByteArray) -> int:
    """Return the pixels that the closing has to reach across: a few times the usual stroke.

    The usual stroke is the median over everything that is dark within a quarter of the picture;
    shadows are few beside digits.
    """
    small = reduced(light, OVERVIEW_SIDE)
    window = max(3, min(small.shape) // 4) | 1
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((window, window), np.uint8))
    mask = (small < WIDE_DARK * paper).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    inner = cv2.erode(mask, np.ones((3, 3), np.uint8))
    areas = stats[:, cv2.CC_STAT_AREA]
    inside = np.bincount(labels[inner > 0], minlength=len(areas))
    sides = stats[:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1].max(axis=1)
    some = (sides >= 6) & (sides < 0.9 * max(small.shape))
    some[0] = False
    if not some.any():
        return 0
    # A stroke has two sides, so its width is twice its area by its outline.
    strokes = 2.0 * areas[some] / np.maximum(areas[some] - inside[some], 1)
    factor = max(light.shape) / max(small.shape)
    wide = round(STROKES * float(np.median(strokes)) * factor)
    return int(min(wide, min(light.shape) // 4))


def _noise(grey: ByteArray) -> float:
    """Return the standard deviation of the camera's noise, from second differences of 40 rows.

    The median of the absolute values of normal noise is 0.6745 standard deviations, and a second
    difference has 1 + 4 + 1 times the variance.
    """
    rows = np.linspace(0, len(grey) - 1, 40).astype(int)
    some = grey[rows].astype(np.int16)
    second = np.abs(2 * some[:, 1:-1] - some[:, :-2] - some[:, 2:])
    return float(np.median(second)) / (0.6745 * 6**0.5)


def _bytes(array: np.ndarray) -> ByteArray:
    """Return the same array as bytes: OpenCV's annotations do not tell bytes from floats."""
    return array  # type: ignore[no-any-return,unused-ignore]
