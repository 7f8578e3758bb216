"""What is found in a photograph. Nothing in it is written to after it is made.

Two systems of coordinates: *pixels* are those of the picture that was handed in, and the
*working copy*, in which the stages lie, has ``scale`` of them to one of its own.
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
"""What became of a piece of ink, for people."""


@dataclass(frozen=True, slots=True, eq=False)
class FoundDigit:
    """Ink that may be a digit.

    box: in pixels of the picture. picture: its ink, upright, with its place in the picture
    (exact if the page is upright, else of the middle). recognition: without activations, which
    ``Recognizer.recognize(picture)`` adds. fate: "read", or why it is not taken for a digit.
    """

    box: Box
    picture: Picture
    recognition: Recognition
    verdict: Verdict

    @property
    def label(self) -> str | None:
        """The answer, or None; in a line of digits the reader's doubt weighs less."""
        if self.verdict != "read":
            return None
        return self.recognition.class_names[self.recognition.ranking[0]]

    @property
    def score(self) -> float:
        """How sure the reader is, 0..1: how far the best class is ahead."""
        return self.recognition.lead


@dataclass(frozen=True, slots=True, eq=False)
class PageLine:
    """Digits from left to right, the unsure ones among them."""

    digits: tuple[FoundDigit, ...]

    @property
    def text(self) -> str:
        return "".join(found.label or "?" for found in self.digits)


@dataclass(frozen=True, slots=True, eq=False)
class PageStages:
    """What the picture went through; all uint8 (rows, columns) of the working copy.

    grey: the working copy. ink: the paper's shade and light divided out, 0 = paper, 255 =
    black. mask: 255 where that is ink. cleaned: the mask without ruled lines.
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
    """What was read in one picture.

    size: (width, height) in pixels. lines: in reading order. rejected: other ink, with its box
    and fate. angle: degrees by which the page is turned anticlockwise to read it.
    """

    size: tuple[int, int]
    lines: tuple[PageLine, ...]
    rejected: tuple[tuple[Box, Verdict], ...]
    stages: PageStages
    angle: float
    milliseconds: float

    @property
    def digits(self) -> tuple[FoundDigit, ...]:
        """All that stand in lines, in reading order."""
        return tuple(found for line in self.lines for found in line.digits)

    def digit_at(self, x: float, y: float) -> FoundDigit | None:
        """The digit whose box contains a point of the picture; of several the smallest."""
        hits = [
            found
            for found in self.digits
            if found.box[0] <= x < found.box[0] + found.box[2]
            and found.box[1] <= y < found.box[1] + found.box[3]
        ]
        return min(hits, key=lambda found: found.box[2] * found.box[3], default=None)
