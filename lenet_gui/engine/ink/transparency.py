"""Puts images with transparency on paper of a shade from which their ink stands out."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageChops, ImageFilter

OVERVIEW_SIDE = 400  # pixels of a copy that tells what lies along the rim
OPAQUE = 128  # of 255
RIM = 3  # pixels of a square: what has a transparent pixel in it is the rim of what can be seen
SAME = 64.0  # of 255: within that of the rim's shade is no ink of a sticker
LEAST_INK = 0.04  # of what can be seen, at least, is the ink of a sticker


def on_paper(image: Image.Image) -> Image.Image:
    """Put an image with an alpha channel on paper, and return it in grey, of mode "L".

    Paper is black or white, whichever is further from what can be seen. If that has a rim of
    one shade with ink in it, as a sticker has, the rim goes on as the paper.
    """
    grey, alpha = image.convert("L"), image.getchannel("A")
    shade = _rim_of_sticker(grey, alpha)
    if shade is None:
        total = _sum(alpha)
        mean = _sum(ImageChops.multiply(grey, alpha)) * 255 / total if total else 0.0
        shade = 255 if mean < 128 else 0
    paper = Image.new("L", image.size, shade)
    paper.paste(grey, mask=alpha)
    return paper


def _sum(grey: Image.Image) -> int:
    """Return the sum of all values."""
    return sum(value * count for value, count in enumerate(grey.histogram()))


def _rim_of_sticker(grey: Image.Image, alpha: Image.Image) -> int | None:
    """Return the shade along the rim of what can be seen; None if there is no ink within it."""
    factor = max(1, max(alpha.size) // OVERVIEW_SIDE)
    alpha, shades = alpha.reduce(factor), np.asarray(grey.reduce(factor), np.float32)
    seen = np.asarray(alpha) >= OPAQUE
    # Half-transparent pixels are smoothed edges; their shade need not be the rim's.
    inner = np.asarray(alpha.filter(ImageFilter.MinFilter(RIM))) >= OPAQUE
    rim = seen & ~inner
    if seen.all() or not rim.any() or not inner.any():
        return None
    shade = float(np.median(shades[rim]))
    alike = (np.abs(shades[rim] - shade) < SAME).mean()
    differs = np.abs(shades[inner] - shade) >= SAME
    if alike < 1 - LEAST_INK or differs.sum() < LEAST_INK * seen.sum():
        return None
    return round(shade)
