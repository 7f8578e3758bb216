"""How exported networks get their input from a picture of ink."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageOps


def pixels_of(image: Image.Image | np.ndarray) -> np.ndarray:
    """Return a picture of one digit as input, float32 (rows, columns, channels).

    image: a PIL image, or its bytes (rows, columns) or (rows, columns, 3). Dark ink on light paper
    is inverted. 28x28 pixels are taken to be centred already.
    """
    image = upright(image).convert("L")
    grey = np.asarray(image)
    if np.median(np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])) > 127:
        image = ImageOps.invert(image)
    digit = image if image.size == (28, 28) else centred(image)
    page = Image.new("L", (COLUMNS, ROWS))
    page.paste(digit, ((COLUMNS - 28) // 2, (ROWS - 28) // 2))
    ink = np.asarray(page, np.float32)[:, :, None] / 255
    return np.repeat(PAPER + (INK - PAPER) * ink, CHANNELS, axis=2)


def centred(image: Image.Image) -> Image.Image:
    """Return a digit as MNIST has it: 20 pixels high or wide, its centre of mass in that of 28x28.

    image: ink 255 on paper 0.
    """
    ink = np.asarray(image)
    rows, columns = np.nonzero(ink > 0.05 * ink.max())  # a faint rim does not make it smaller
    digit = Image.new("L", (28, 28))
    if not len(rows):  # a blank picture
        return digit
    side = max(np.ptp(rows), np.ptp(columns)) + 1
    top, left = ((places.min() + places.max() + 1 - side) // 2 for places in (rows, columns))
    square = image.crop((left, top, left + side, top + side))
    block = np.asarray(square.resize((20, 20), Image.Resampling.BOX), np.float32)
    block *= 255 / block.max()
    middles = [sums @ np.arange(20) / sums.sum() for sums in (block.sum(0), block.sum(1))]
    place = tuple(math.floor(14.5 - middle) for middle in middles)
    digit.paste(Image.fromarray((block + 0.5).astype(np.uint8)), place)
    return digit
