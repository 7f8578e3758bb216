"""Folders of small pictures whose ink has a colour for each class."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

RED, GREEN, BLUE, GREY = (200, 30, 30), (30, 160, 30), (30, 30, 200), (40, 40, 40)
YELLOWED = (250, 245, 225)  # paper


def write_coloured(folder: Path, colours: Sequence[tuple[int, int, int]], count: int = 12) -> Path:
    """A folder for each colour, named 0, 1 ...; upright bars, saved with the noise of JPEG."""
    generator = np.random.default_rng(0)
    for label, colour in enumerate(colours):
        inside = folder / str(label)
        inside.mkdir(parents=True)
        for number in range(count):
            picture = np.full((28, 28, 3), YELLOWED, int)
            picture[8:20, 10 + number % 4 : 14 + number % 4] = colour
            picture += generator.integers(-8, 9, picture.shape)
            image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
            image.save(inside / f"{number}.jpg")
    return folder
