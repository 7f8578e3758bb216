"""The frozen values of a page that was read. Nothing in them is written to after it is made.

There are two systems of coordinates: *pixels* are those of the picture that was handed in, and
a pixel of the *working copy*, in which the stages lie, is ``scale`` of them wide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import ByteArray, Picture, Recognition

Box = tuple[int, int, int, int]
"""x, y, width, height."""

Verdict = Literal[
    "read",
    "unsure",
    "speck",
    "large",
    "edge",
    "shape",
    "faint",
    "alone",
    "rule",
    "size",
    "outside",
]
VERDICTS: dict[Verdict, str] = {
    "read": QT_TRANSLATE_NOOP("Verdict", "read as a digit"),
    "unsure": QT_TRANSLATE_NOOP("Verdict", "the network is not sure"),
    "speck": QT_TRANSLATE_NOOP("Verdict", "too small"),
    "large": QT_TRANSLATE_NOOP("Verdict", "too large"),
    "edge": QT_TRANSLATE_NOOP("Verdict", "cut off by the edge of the picture"),
    "shape": QT_TRANSLATE_NOOP("Verdict", "not shaped like a digit"),
    "faint": QT_TRANSLATE_NOOP("Verdict", "much fainter than the others"),
    "alone": QT_TRANSLATE_NOOP("Verdict", "among too many non-digits"),
    "rule": QT_TRANSLATE_NOOP("Verdict", "part of the ruling"),
    "size": QT_TRANSLATE_NOOP("Verdict", "does not match the size of its line"),
    "outside": QT_TRANSLATE_NOOP("Verdict", "outside the sheet of paper"),
}
"""Verdict on a piece of ink -> its words for people."""


@dataclass(frozen=True, slots=True, eq=False)
class FoundDigit:
    """Ink that may be a digit.

    box: in pixels of the picture. picture: its ink, upright, with its place in the picture
    (exact if the page is upright, else only its middle is). recognition: of that ink, without
    the activations that ``Recognizer.recognize(picture)`` adds. verdict: "read", or why it is
    not taken for a digit.
    """

    box: Box
    picture: Picture
    recognition: Recognition
    verdict: Verdict

    @property
    def label(self) -> str | None:
        """The best class, or None if it is not read.

        The reject rule alone does not decide: in a line of digits doubt weighs less.
        """
        if self.verdict != "read":
            return None
        return self.recognition.class_names[self.recognition.ranking[0]]

    @property
    def score(self) -> float:
        """How far the best class is ahead, 0..1."""
        return self.recognition.lead


@dataclass(frozen=True, slots=True, eq=False)
class PageLine:
    """The digits of a line from left to right, unsure ones among them."""

    digits: tuple[FoundDigit, ...]

    @property
    def text(self) -> str:
        """The answers as text, "?" for each unsure digit."""
        return "".join(found.label or "?" for found in self.digits)


@dataclass(frozen=True, slots=True, eq=False)
class PageStages:
    """The stages of a picture on its way; arrays are uint8 (rows, columns) of the working copy.

    grey: the working copy. ink: how much darker than its paper, 0 = paper, 255 = black.
    mask: 255 where that is taken for ink. cleaned: the mask without printed lines.
    dark_paper: the ink is lighter than the paper. scale: pixels to one of the working copy.
    """

    grey: ByteArray
    ink: ByteArray
    mask: ByteArray
    cleaned: ByteArray
    dark_paper: bool
    scale: float


@dataclass(frozen=True, slots=True, eq=False)
class PageReading:
    """The lines of digits in one picture, and the ink that is none.

    size: (width, height) in pixels. lines: in reading order. rejected: the box and the verdict
    of other ink. angle: degrees by which the page is turned anticlockwise to read it.
    milliseconds: time from the grey picture to this.
    """

    size: tuple[int, int]
    lines: tuple[PageLine, ...]
    rejected: tuple[tuple[Box, Verdict], ...]
    stages: PageStages
    angle: float
    milliseconds: float

    @property
    def digits(self) -> tuple[FoundDigit, ...]:
        """The digits of all lines, in reading order."""
        return tuple(found for line in self.lines for found in line.digits)

    def digit_at(self, x: float, y: float) -> FoundDigit | None:
        """Return the digit whose box contains a point of the picture; of several the smallest."""
        hits = [
            found
            for found in self.digits
            if found.box[0] <= x < found.box[0] + found.box[2]
            and found.box[1] <= y < found.box[1] + found.box[3]
        ]
        return min(hits, key=lambda found: found.box[2] * found.box[3], default=None)
