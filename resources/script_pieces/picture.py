"""How exported networks get their input from a picture as it is."""

from __future__ import annotations

import numpy as np
from PIL import Image


def pixels_of(image: Image.Image | np.ndarray) -> np.ndarray:
    """Return a picture as input, float32 (rows, columns, channels).

    image: a PIL image, or its bytes (rows, columns) or (rows, columns, 3).
    """
    image = upright(image).convert("RGB" if CHANNELS == 3 else "L")
    image = image.resize((COLUMNS, ROWS), Image.Resampling.BILINEAR)
    pixels = np.asarray(image, np.float32).reshape(ROWS, COLUMNS, CHANNELS) / 255
    return BLACK + (WHITE - BLACK) * pixels
