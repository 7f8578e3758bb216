"""The ways in which stored pictures differ from MNIST's: inverted, turned, mirrored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from lenet_gui.common.bad_input import BadChoice, no_such
from lenet_gui.common.values import ByteArray

INVERT = "invert"
UPRIGHT = ""
_LAST_TWO = (-2, -1)  # the axes of rows and columns
TURNS: dict[str, Callable[[ByteArray], ByteArray]] = {
    UPRIGHT: lambda images: images,
    "transpose": lambda images: images.swapaxes(-1, -2),
    "turn-left": lambda images: np.rot90(images, 1, _LAST_TWO),
    "turn-right": lambda images: np.rot90(images, -1, _LAST_TWO),
    "turn-around": lambda images: np.rot90(images, 2, _LAST_TWO),
    "mirror": lambda images: images[..., ::-1],
    "flip": lambda images: images[..., ::-1, :],
    "transverse": lambda images: np.rot90(images, 2, _LAST_TWO).swapaxes(-1, -2),
}
"""All ways to turn a square: by quarters, mirrored left to right, flipped top to bottom, transposed
along the main diagonal and along the other one."""
COLOURS = 3  # the last axis of pictures in colour; no picture has so few columns
_BACK = {"turn-left": "turn-right", "turn-right": "turn-left"}  # the other turns undo themselves
FORM_WORDS = (INVERT, *filter(None, TURNS))


@dataclass(frozen=True, slots=True)
class PictureForm:
    """The inversion and the turn by which stored pictures become like MNIST's.

    invert: ink is stored as 0 and paper as 255. turn: a key of TURNS, applied after that.
    """

    invert: bool = False
    turn: str = UPRIGHT

    @property
    def words(self) -> tuple[str, ...]:
        """The words of FORM_WORDS that describe this form; none for pictures like MNIST's."""
        return (INVERT,) * self.invert + (self.turn,) * bool(self.turn)

    def inverted(self, images: ByteArray) -> ByteArray:
        """Return uint8 pictures, inverted if this form says so."""
        return 255 - images if self.invert else images

    def applied(self, images: ByteArray) -> ByteArray:
        """Return uint8 pictures, inverted and turned as this form says.

        images: (..., rows, columns), or (..., rows, columns, 3) in colour.
        """
        images = self.inverted(images)
        if images.shape[-1] == COLOURS:
            planes = TURNS[self.turn](np.moveaxis(images, -1, 0))
            return np.ascontiguousarray(np.moveaxis(planes, 0, -1))
        return np.ascontiguousarray(TURNS[self.turn](images))

    def undone(self, images: ByteArray) -> ByteArray:
        """Return pictures as they were before ``applied``."""
        return PictureForm(self.invert, _BACK.get(self.turn, self.turn)).applied(images)


AS_STORED = PictureForm()


def form_of_words(words: Sequence[str]) -> PictureForm:
    """Return the form that words of FORM_WORDS describe. Raises BadChoice for anything else."""
    for word in words:
        if word not in FORM_WORDS:
            raise no_such("form of pictures", word, FORM_WORDS)
    turns = [word for word in words if word != INVERT]
    if len(turns) > 1:
        raise BadChoice(
            "{first} and {second} cannot be combined; choose one way to turn the pictures.",
            first=turns[0],
            second=turns[1],
        )
    return PictureForm(INVERT in words, turns[0] if turns else UPRIGHT)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A form in which pictures are more like MNIST's than in the form they were read in.

    right, right_now: the part of a sample of digits, 0..1, that a network trained on MNIST reads
    right in the suggested form and in the present one; None if the paper's shade told.
    """

    form: PictureForm
    right: float | None = None
    right_now: float | None = None
