"""Notices colours in labelled pictures that a network would not see."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray
from lenet_gui.engine.networks.shapes import Shape

MOST_SAMPLED = 32  # pictures: reading them takes at most as long again as a small folder does
# Hand-set: yellowed paper, lamps and JPEG stay below this difference of two channels, of 255; a
# coloured pen lies above, on more than this fraction of a picture.
LEAST_CHROMA, LEAST_PART = 48, 0.01
FEW = 0.05  # fraction of the pictures; fewer that have colours are accidents
ALL, ONE_HUE = 0.9, 0.95  # fraction with colours, length of the mean hue: everything in one pen


def sampled(count: int) -> list[int]:
    """Return the indices of at most MOST_SAMPLED of ``count`` pictures, evenly spread."""
    taken = min(count, MOST_SAMPLED)
    return [place * (count - 1) // max(taken - 1, 1) for place in range(taken)]


def colour_remarks(pictures: Iterable[ByteArray], shape: Shape | None) -> tuple[BadInput, ...]:
    """Return a remark if pictures differ in colours that are dropped; () if not.

    pictures: uint8 (rows, columns, 3) each, a sample of a data source. shape: as ``load_dataset``
    takes it; networks of three channels that see pictures see all colours.
    """
    if shape is not None and shape[0] > 1:
        return ()
    hues = [_hue(picture) for picture in pictures]
    coloured = [hue for hue in hues if hue is not None]
    if len(coloured) <= FEW * len(hues):
        return ()
    if len(coloured) >= ALL * len(hues) and abs(np.mean(coloured)) >= ONE_HUE:
        return ()  # a blue pen, say, tells nothing about the class
    if shape is not None:
        return (
            BadInput(
                "Pictures in colour: {count} of {all} looked at. This network sees them in grey; "
                "one with three channels, such as lenet-relu, sees their colours.",
                count=len(coloured), all=len(hues),
            ),
        )  # fmt: skip
    return (
        BadInput(
            "Pictures in colour: {count} of {all} looked at. A network that sees ink drops their "
            "colours; one with three channels, such as lenet-relu, that sees pictures keeps them "
            "(--sees picture).",
            count=len(coloured), all=len(hues),
        ),
    )  # fmt: skip


def _hue(picture: ByteArray) -> complex | None:
    """Return the mean hue of a picture's colours as a complex number of length 1.

    None if it has no more colour than noise and paper have.
    """
    chroma = picture.max(axis=2).astype(int) - picture.min(axis=2)
    coloured = chroma >= LEAST_CHROMA
    if coloured.mean() <= LEAST_PART:
        return None
    red, green, blue = picture[coloured].astype(float).mean(axis=0)
    hue = complex(red - (green + blue) / 2, (green - blue) * np.sqrt(0.75))
    return hue / abs(hue) if abs(hue) else 0j
