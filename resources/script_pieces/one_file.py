"""How the script of a network gets images and weights, in any framework."""

from __future__ import annotations

import base64

import numpy as np
from PIL import Image, ImageOps


def upright(image: Image.Image | np.ndarray) -> Image.Image:
    """Return an image in RGB, as its camera was held, with white where nothing was painted."""
    if not isinstance(image, Image.Image):
        image = Image.fromarray(np.asarray(image, np.uint8))
    image = ImageOps.exif_transpose(image).convert("RGBA")
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")


def embedded_arrays() -> dict[str, np.ndarray]:
    """Return the arrays in WEIGHTS by name, float32."""
    return {
        name: np.frombuffer(base64.b64decode(text), "<f4").reshape(shape).copy()
        for name, (shape, text) in WEIGHTS.items()
    }
