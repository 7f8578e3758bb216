"""Sample pages: photographs of handwritten digits, composed with fixed seeds and settings.

The digits are MNIST's test digits.
"""

from __future__ import annotations

from typing import Any

from tests.photographs.composer import Photograph, compose

# By file name: the seed, and the settings that differ from those of the seed.
PAGES: dict[str, tuple[int, dict[str, Any]]] = {
    "ruled-page": (
        3,
        {
            "sheet": (1000, 700), "size": 60, "lines": 4, "per_line": 8, "paper": 226.0,
            "contrast": 0.75, "thickness": 0.0, "ruling": "ruled", "ruling_contrast": 0.16,
            "texture": 0.008, "touching": False, "broken": False, "jitter": 0.04, "gradient": 0.25,
            "shadow": 0.0, "table": "none", "tilt": 1.5, "perspective": 0.0, "quarter": 0,
            "invert": False, "blur": 0.6, "noise": 1.5, "through": 0.0, "pens": False,
        },
    ),
    "sheet-on-a-table": (
        23,
        {
            "sheet": (1000, 700), "size": 76, "lines": 3, "per_line": 6, "paper": 235.0,
            "contrast": 0.7, "thickness": 0.3, "ruling": "none", "texture": 0.008,
            "touching": False, "broken": False, "jitter": 0.03, "gradient": 0.35, "shadow": 0.35,
            "table": "wood", "tilt": -2.5, "perspective": 0.02, "quarter": 0, "invert": False,
            "blur": 0.7, "noise": 2.0, "through": 0.0, "pens": False,
        },
    ),
}  # fmt: skip
QUALITY = 80  # of the JPEG: below 200 KB


def sample_page(name: str) -> Photograph:
    """Return the photograph of that name in ``PAGES``."""
    seed, settings = PAGES[name]
    return compose(seed, **settings, quality=95)
