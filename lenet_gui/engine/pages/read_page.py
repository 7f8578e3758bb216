"""Reads a photograph with digits on it: lines of digits, and why other ink is none.

grey picture -> ink (light divided out) -> mask -> printed lines removed -> components -> turned
upright -> joined and split -> recognized -> lines. The module of each step says how.

The numbers are hand-set; none was fitted.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.pages.components import components_of
from lenet_gui.engine.pages.digit_choice import choose
from lenet_gui.engine.pages.joins import Candidate, join_broken
from lenet_gui.engine.pages.orientation import reading_with, upright
from lenet_gui.engine.pages.paper_sheet import beside, sheet_of
from lenet_gui.engine.pages.pieces import Piece, to_upright
from lenet_gui.engine.pages.printed_boxes import frames_of
from lenet_gui.engine.pages.reading_order import in_lines
from lenet_gui.engine.pages.ruled_lines import (
    RuledLines,
    ruled_lines_of,
    without_frames,
    without_ruled_lines,
)
from lenet_gui.engine.pages.threshold import (
    COPY_SIDE,
    PAPER_PART,
    ink_masks,
    ink_of_page,
    light_ink,
    working_copy,
)
from lenet_gui.engine.pages.touching_digits import split_touching
from lenet_gui.engine.pages.values import (
    Box,
    FoundDigit,
    PageLine,
    PageReading,
    PageStages,
    Verdict,
)
from lenet_gui.engine.recognition.limited_recognizer import TooMuchToRead
from lenet_gui.engine.recognition.recognizer import Recognizer

SMALLEST_PICTURE = 8  # pixels: a shorter side holds no digit
AMBIGUOUS = 0.2  # fraction of the ink that is lighter, and darker, at least: both are tried
LEAST_ASPECT = 0.4  # of the shorter by the longer side of a digit that is no bar
# One digit may fill the picture. Its strokes are wider than those of a page: up to 1/3 of the
# picture's shorter side, not 1/18 (threshold.PAPER_PART), and a small copy will do.
FEW_DIGITS = 3  # with fewer digits that are read, a larger one is looked for
LARGE_STROKE_PART = 3
LARGE_SIDE = 400  # pixels of that copy
LARGE_HEIGHT = 0.25  # of the picture: a digit that fills it is higher
CLEAR_INK = 60  # of 255: the box of a turned digit goes around ink that is darker
LARGER = 1.5  # times the area of what was read before: then the large digit is taken


def read_page(grey: ByteArray, recognizer: Recognizer, side: int = COPY_SIDE) -> PageReading:
    """Find and recognize the digits of a grey picture.

    grey: uint8 (rows, columns), ink darker or lighter than the paper. side: pixels that the
    longer side is averaged down to. A picture without digits gives a reading without lines.
    Raises TooMuchToRead if a ``LimitedRecognizer`` cannot read it even once, and BadInput if the
    network sees pictures, not ink.
    """
    if recognizer.architecture.sees == "picture":
        raise BadInput(
            "{name} sees each picture as a whole, so it cannot look for digits on a page. Choose "
            "another network.",
            name=recognizer.name,
        )
    start = time.perf_counter()
    size = (grey.shape[1], grey.shape[0])
    if min(grey.shape) < SMALLEST_PICTURE:
        empty = np.zeros_like(grey)
        stages = PageStages(grey, empty, empty, empty, False, 1.0)
        return PageReading(size, (), (), stages, 0.0, _milliseconds(start))
    copy, scale = working_copy(np.ascontiguousarray(grey), side)
    sheet = sheet_of(copy)
    light = light_ink(copy, sheet)
    if sheet is None and light > 0.5:
        sheet = sheet_of(~copy)
    reading = _read(copy, scale, size, light > 0.5, recognizer, PAPER_PART, sheet)
    with suppress(TooMuchToRead):  # then what has been read so far stands
        if AMBIGUOUS < light < 1 - AMBIGUOUS:
            other = _read(copy, scale, size, light <= 0.5, recognizer, PAPER_PART, sheet)
            reading = max(reading, other, key=_weight)
        if _read_count(reading) < FEW_DIGITS:
            small, more = working_copy(grey, LARGE_SIDE)
            for dark in (False, True):
                large = _read(small, more, size, dark, recognizer, LARGE_STROKE_PART)
                if _is_large(large) and _area(large) > LARGER * _area(reading):
                    reading = large
    return replace(reading, milliseconds=_milliseconds(start))


def _milliseconds(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def _weight(reading: PageReading) -> float:
    """Return the sum of the scores of what was read, but for bars: grain of wood has them, too."""
    return sum(
        found.score
        for found in reading.digits
        if found.label and min(found.box[2:]) > LEAST_ASPECT * max(found.box[2:])
    )


def _read_count(reading: PageReading) -> int:
    return sum(found.label is not None for found in reading.digits)


def _is_large(reading: PageReading) -> bool:
    """Return whether a reading holds a digit that fills the picture, and little else."""
    part = max(
        (found.box[3] / reading.size[1] for found in reading.digits if found.label), default=0
    )
    return (
        part > LARGE_HEIGHT
        and len(reading.digits) <= FEW_DIGITS
        and len(reading.rejected) <= 2 * FEW_DIGITS
    )


def _area(reading: PageReading) -> float:
    """Return the area of what was read, each digit weighed by its score."""
    return float(sum(d.box[2] * d.box[3] * d.score for d in reading.digits if d.label))


def _read(
    grey: ByteArray,
    scale: float,
    size: tuple[int, int],
    dark: bool,
    recognizer: Recognizer,
    part: int,
    sheet: NDArray[np.int32] | None = None,
) -> PageReading:
    page = _inked(grey, dark, part, sheet)
    ink, ruled = page.ink, page.ruled
    components = components_of(page.cleaned, page.strong, page.off, ruled.frames)
    components = replace(components, ruling=ruled.zones)
    batch, usual = reading_with(recognizer), components.usual
    angle, single = upright(components.without_edges(page.paper), ink, recognizer, ruled.angle)
    read = split_touching(join_broken(single, batch, usual), batch, usual)
    boxes = [_frame(one.piece) for one in read]
    places = in_lines(boxes)
    verdicts = choose(read, places, usual, components.others())
    found = [
        _found(one, verdict, angle, scale, size)
        for one, verdict in zip(read, verdicts, strict=True)
    ]
    lines = [[found[i] for i in line if verdicts[i] in ("read", "unsure")] for line in places]
    rejected = [(f.box, f.verdict) for f in found if f.verdict not in ("read", "unsure")]
    rejected += [
        (_scaled_box(components.box(label), scale, size), verdict)
        for label, verdict in components.verdicts.items()
    ]
    return PageReading(
        size,
        tuple(PageLine(tuple(line)) for line in lines if line),
        tuple(rejected),
        PageStages(grey, ink, page.mask, page.cleaned, dark, scale),
        angle,
        0.0,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Inked:
    """The ink of a page, and which of it is printed lines.

    ink, paper: of ``ink_of_page``. mask, strong: of ``ink_masks``. cleaned: the mask without
    printed lines. off: 255 beside the sheet; None if no sheet shows.
    """

    ink: ByteArray
    paper: ByteArray
    mask: ByteArray
    strong: ByteArray
    cleaned: ByteArray
    off: ByteArray | None
    ruled: RuledLines


def _inked(grey: ByteArray, dark: bool, part: int, sheet: NDArray[np.int32] | None) -> _Inked:
    """Find the ink of a picture, and which of it is printed lines.

    part: strokes are narrower than 1/``part`` of the picture's shorter side.
    """
    ink, paper = ink_of_page(grey, dark, part)
    off, known = None, None
    if sheet is not None:
        off, edge = beside(sheet, grey.shape)
        ink &= ~edge
        known = off | edge
    mask, strong, trace = ink_masks(ink, part, known)
    ruled = RuledLines()
    # Straight strokes of a digit that fills the picture are no printed lines.
    if part == PAPER_PART:
        ruled = ruled_lines_of(trace if off is None else trace & ~off)
        if ruled.zones is not None:
            known = ruled.zones if known is None else ruled.zones | known
            mask, strong, _ = ink_masks(ink, part, known)
    cleaned = without_ruled_lines(mask, trace, ink, ruled)
    if part == PAPER_PART:
        drawn = cleaned if ruled.squared else mask
        frames = frames_of(drawn if off is None else drawn & ~off)
        ruled = replace(ruled, frames=frames)
        cleaned = without_frames(cleaned, frames)
    return _Inked(ink, paper, mask, strong, cleaned, off, ruled)


def _frame(piece: Piece) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a piece in the upright frame."""
    return piece.x, piece.y, piece.x + piece.width, piece.y + piece.height


# ---- back to the picture's pixels


def _found(
    one: Candidate, verdict: Verdict, angle: float, scale: float, size: tuple[int, int]
) -> FoundDigit:
    piece, picture = one.piece, one.recognition.picture
    if angle:
        rows, columns = np.nonzero(piece.ink > min(CLEAR_INK, int(piece.ink.max()) // 2))
        x, y = to_upright(piece.x + columns + 0.0, piece.y + rows + 0.0, -angle)
        left, top = float(x.min()), float(y.min())
        width, height = float(x.max()) - left + 1, float(y.max()) - top + 1
    else:
        left, top, width, height = piece.x, piece.y, piece.width, piece.height
    box = _scaled_box((left, top, width, height), scale, size)
    # A turned picture has no exact place in the picture; its middle has.
    across, down = picture.ink.shape[1] / 2, picture.ink.shape[0] / 2
    origin = (left + width / 2 - across) * scale, (top + height / 2 - down) * scale
    placed = Picture(picture.ink, origin, scale)
    return FoundDigit(box, placed, replace(one.recognition, picture=placed), verdict)


def _scaled_box(box: tuple[float, float, float, float], scale: float, size: tuple[int, int]) -> Box:
    x, y, width, height = box
    left, top = max(0, int(x * scale)), max(0, int(y * scale))
    right = min(size[0], round((x + width) * scale))
    bottom = min(size[1], round((y + height) * scale))
    return left, top, max(1, right - left), max(1, bottom - top)
