"""Converts colours to grey: by their light, or along the axis on which ink and paper are apart.

Red ink on green paper of the same light has no contrast in grey. Where some other axis of the
colours has much more, the picture is projected onto it.

The numbers are hand-set, on pictures of tests/pictures; none was fitted.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

OVERVIEW_SIDE = 96  # pixels of a copy; averages have little of a camera's noise in colour
GREY_MODES = ("1", "L", "LA", "La")
# Rec. 601, as Pillow's conversion to grey weighs red, green and blue.
LIGHT = np.array([0.299, 0.587, 0.114])
SOME = 0.005  # of the picture is ink, at least
SUFFICIENT = 48.0  # grey levels between ink and paper: then grey it is
FURTHER = 2.5  # times as far apart as in grey are ink and paper in colour ...
LEAST_APART = 36.0  # ... and by at least so much, in levels of a colour

Floats = NDArray[np.float64]


def grey_of_colours(image: Image.Image) -> Image.Image:
    """Convert an image without transparency to grey, of mode "L" and the same size."""
    grey = image.convert("L")
    if image.mode in GREY_MODES:
        return grey
    axis = _axis_of(_overview(image))
    return grey if axis is None else _along(axis, image)


def _overview(image: Image.Image) -> Floats:
    """Return a small copy's colours, (pixels, 3), 0..255, those along the rim first."""
    size = (max(1, side * OVERVIEW_SIDE // max(image.size)) for side in image.size)
    if max(image.size) > OVERVIEW_SIDE:
        how = Image.Resampling.NEAREST if image.mode == "P" else Image.Resampling.BOX
        image = image.resize(tuple(size), how)  # type: ignore[arg-type]
    colours = np.asarray(image.convert("RGB"), np.float64)
    rim = np.concatenate([colours[0], colours[-1], colours[:, 0], colours[:, -1]])
    return np.concatenate([rim, colours.reshape(-1, 3)])


def _axis_of(colours: Floats) -> Floats | None:
    """Return the axis, (3,) of length 1, on which ink and paper are apart; None: grey will do.

    colours: of ``_overview``.
    """
    apart = colours - np.median(colours, axis=0)
    in_grey = _strongest(np.abs(apart @ LIGHT))
    if in_grey >= SUFFICIENT:
        return None
    distance = np.sqrt((apart**2).sum(axis=1))
    in_colour = _strongest(distance)
    if in_colour < max(LEAST_APART, FURTHER * in_grey):
        return None
    ink = apart[distance > in_colour / 2]
    _, axes = np.linalg.eigh(ink.T @ ink)
    return np.asarray(axes[:, -1])


def _strongest(deviations: Floats) -> float:
    """Return what only ink exceeds, by the share of a picture that it has at least."""
    return float(np.quantile(deviations, 1 - SOME))


def _along(axis: Floats, image: Image.Image) -> Image.Image:
    """Project a picture's colours onto an axis, as grey of mode "L"."""
    low, high = (float(np.clip(axis * 255, *ends).sum()) for ends in ((None, 0), (0, None)))
    scale = 255.0 / (high - low)
    weights = (*(axis * scale), -low * scale)
    return image.convert("RGB").convert("L", weights)
