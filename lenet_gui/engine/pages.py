"""A photograph with digits on it to lines of digits.

grey picture -> ink (light divided out) -> mask -> ruled lines removed -> components -> turned
upright -> joined and split -> read -> lines. Each step's module says how.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lenet_gui.engine.page_choice import choose
from lenet_gui.engine.page_components import Components, components_of
from lenet_gui.engine.page_frames import frames_of
from lenet_gui.engine.page_joins import Candidate, Read, candidates_of, join_broken
from lenet_gui.engine.page_lines import in_lines, tilt_of
from lenet_gui.engine.page_pieces import Piece, piece_of, to_upright
from lenet_gui.engine.page_rules import Rules, rules_of, without_frames, without_rules
from lenet_gui.engine.page_sheet import beside, sheet_of
from lenet_gui.engine.page_splits import split_touching
from lenet_gui.engine.page_threshold import (
    PAPER_PART,
    WORKING_SIDE,
    ink_masks,
    ink_of_page,
    light_ink,
    working_copy,
)
from lenet_gui.engine.page_values import Box, Fate, FoundDigit, PageLine, PageReading, PageStages
from lenet_gui.engine.recognizer import BATCH, Recognizer
from lenet_gui.engine.rejection import confidences
from lenet_gui.values import ByteArray, FloatArray, Picture, Recognition

SURER = 0.3  # a turned page is read that much surer, or it is not turned
PRIOR = 4.0  # and by that, shared among the digits that tell: most pages are upright
CLEARLY = 1.0  # surer by that, and no more digits are asked
LEAST_DOUBT = 1e-4  # one digit does not outvote the others
TRIED = 24  # digits that tell which way up a page is
LARGE = 3  # strokes of a digit that fills the picture, beside those of a page
AMBIGUOUS = 0.2  # of the ink lighter, and of it darker: both are tried
FEW = 3  # digits; with fewer, they may be larger than was looked for


def read_page(grey: ByteArray, reader: Recognizer, side: int = WORKING_SIDE) -> PageReading:
    """Find and read the digits of a grey picture, uint8 (rows, columns), ink of either polarity.

    side: pixels that the longer side is averaged down to. A picture without digits gives a
    reading without lines.
    """
    start = time.perf_counter()
    size = (grey.shape[1], grey.shape[0])
    if min(grey.shape) < 8:
        empty = np.zeros_like(grey)
        stages = PageStages(grey, empty, empty, empty, False, 1.0)
        return PageReading(size, (), (), stages, 0.0, _milliseconds(start))
    copy, scale = working_copy(np.ascontiguousarray(grey), side)
    sheet = sheet_of(copy)
    light = light_ink(copy, sheet)
    if sheet is None and light > 0.5:
        sheet = sheet_of(~copy)
    reading = _read(copy, scale, size, light > 0.5, reader, PAPER_PART, sheet)
    if AMBIGUOUS < light < 1 - AMBIGUOUS:
        other = _read(copy, scale, size, light <= 0.5, reader, PAPER_PART, sheet)
        reading = max(reading, other, key=_weight)
    if _read_count(reading) < FEW:
        # One digit may fill the picture; its strokes are wider than a page's.
        small, more = working_copy(grey, 400)
        for dark in (False, True):
            large = _read(small, more, size, dark, reader, LARGE)
            if _is_large(large) and _area(large) > 1.5 * _area(reading):
                reading = large
    return replace(reading, milliseconds=_milliseconds(start))


def _milliseconds(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def _weight(reading: PageReading) -> float:
    """How much was surely read; bars do not count, which the grain of wood has, too."""
    return sum(
        found.score
        for found in reading.digits
        if found.label and found.box[2] > 0.4 * found.box[3] and found.box[3] > 0.4 * found.box[2]
    )


def _read_count(reading: PageReading) -> int:
    return sum(found.label is not None for found in reading.digits)


def _is_large(reading: PageReading) -> bool:
    """Whether it is the reading of one or two digits that fill the picture, and of no clutter."""
    part = max(
        (found.box[3] / reading.size[1] for found in reading.digits if found.label), default=0
    )
    return part > 0.25 and len(reading.digits) <= FEW and len(reading.rejected) <= 2 * FEW


def _area(reading: PageReading) -> float:
    return float(sum(d.box[2] * d.box[3] * d.score for d in reading.digits if d.label))


def _read(
    grey: ByteArray,
    scale: float,
    size: tuple[int, int],
    dark: bool,
    reader: Recognizer,
    part: int,
    sheet: NDArray[np.int32] | None = None,
) -> PageReading:
    ink, paper = ink_of_page(grey, dark, part)
    off, known = None, None
    if sheet is not None:
        off, edge = beside(sheet, grey.shape)
        ink &= ~edge
        known = off | edge
    mask, strong, trace = ink_masks(ink, part, known)
    rules = Rules()
    # Straight strokes of a digit that fills the picture are no ruled lines.
    if part == PAPER_PART:
        rules = rules_of(trace if off is None else trace & ~off)
        if rules.zones is not None:
            known = rules.zones if known is None else rules.zones | known
            mask, strong, _ = ink_masks(ink, part, known)
    cleaned = without_rules(mask, trace, ink, rules)
    if part == PAPER_PART:
        drawn = cleaned if rules.squared else mask
        frames = frames_of(drawn if off is None else drawn & ~off)
        rules = replace(rules, frames=frames)
        cleaned = without_frames(cleaned, frames)
    components = components_of(cleaned, strong, off, rules.frames)
    components = replace(components, rules=rules.zones)
    batch, usual = _batch(reader), components.usual
    angle, single = _upright(components.without_edges(paper), ink, reader, rules.angle)
    read = split_touching(join_broken(single, batch, usual), batch, usual)
    boxes = [_frame(one.piece) for one in read]
    places = in_lines(boxes)
    fates = choose(read, places, usual, components.others())
    found = [_found(one, fate, angle, scale, size) for one, fate in zip(read, fates, strict=True)]
    lines = [[found[i] for i in line if fates[i] in ("read", "unsure")] for line in places]
    rejected = [(f.box, f.fate) for f in found if f.fate not in ("read", "unsure")]
    rejected += [
        (_scaled_box(components.box(label), scale, size), fate)
        for label, fate in components.fates.items()
    ]
    return PageReading(
        size,
        tuple(PageLine(tuple(line)) for line in lines if line),
        tuple(rejected),
        PageStages(grey, ink, mask, cleaned, dark, scale),
        angle,
        0.0,
    )


def _batch(reader: Recognizer) -> Read:
    def read(pieces: Sequence[Piece]) -> list[Recognition]:
        return reader.recognize_all([piece.picture() for piece in pieces])

    return read


def _frame(piece: Piece) -> tuple[float, float, float, float]:
    return piece.x, piece.y, piece.x + piece.width, piece.y + piece.height


# ---- which way up


def _upright(
    components: Components, ink: ByteArray, reader: Recognizer, ruled: float | None
) -> tuple[float, list[Candidate]]:
    """The page's angle, and all pieces turned by it and read."""
    likely = _likely_digits(components)
    boxes = components.boxes[likely].astype(np.float64)
    centres = boxes[:, :2] + boxes[:, 2:] / 2
    tilt = -(tilt_of(centres, boxes[:, 2:].max(axis=1)) if ruled is None else ruled)
    if abs(tilt) < 3.0:  # the reader does not mind, and the ink stays as it is
        tilt = 0.0
    labels = [int(label) for label in components.keep]
    pieces = {label: piece_of(components, ink, label, tilt) for label in labels}
    read = _read_all(pieces, reader)
    turn = _quadrant([read[int(label)] for label in likely if int(label) in read], reader)
    if turn:
        tilt += turn
        pieces = {label: piece_of(components, ink, label, tilt) for label in labels}
        read = _read_all(pieces, reader)
    return tilt, list(read.values())


def _read_all(pieces: dict[int, Piece | None], reader: Recognizer) -> dict[int, Candidate]:
    there = {label: piece for label, piece in pieces.items() if piece}
    read = candidates_of(list(there.values()), _batch(reader))
    return dict(zip(there, read, strict=True))


def _likely_digits(components: Components) -> NDArray[np.intp]:
    """Labels of the components of about the usual size."""
    boxes = components.boxes[components.keep]
    sides = boxes[:, 2:].max(axis=1)
    usual = components.usual
    likely: NDArray[np.intp] = components.keep[(sides > 0.45 * usual) & (sides < 2.2 * usual)]
    return likely


def _quadrant(read: list[Candidate], reader: Recognizer) -> float:
    """0, 90, 180 or 270: how far the page is turned clockwise, by the reader's confidence.

    Bars say nothing: a 1 on its side is a stroke like any other.
    """
    telling = [
        one for one in read if 0.3 < one.piece.width / one.piece.height < 3.0 and not one.piece.cut
    ]
    telling = [one for one in telling if one.piece.on_sheet] or telling
    # Those with clean paper around them; what lies on the table may be anything.
    telling = sorted(telling, key=lambda one: (one.piece.rough + 0.02) / one.piece.strength)[:TRIED]
    if not telling:
        return 0.0
    images = np.stack([one.recognition.normalized.digit for one in telling])
    upright = np.array([one.sure for one in telling])
    for few in (BATCH // 3, len(telling)):  # most often few tell enough, in one pass
        sure = [_sureness(upright[:few]), *_turned(images[:few], reader)]
        best = int(np.argmax(sure))
        if best == 0 and sure[0] > max(sure[1:]) + CLEARLY:
            return 0.0
    return 90.0 * best if sure[best] > sure[0] + SURER + PRIOR / len(telling) else 0.0


def _turned(images: ByteArray, reader: Recognizer) -> list[float]:
    """How surely digits are read that are turned by one, two and three quarters."""
    turned = np.concatenate([np.rot90(images, turn, (1, 2)) for turn in (1, 2, 3)])
    filled = np.zeros((-(-len(turned) // BATCH) * BATCH, *images.shape[1:]), np.uint8)
    filled[: len(turned)] = turned
    evidence = np.concatenate(
        [reader.evidence(filled[first : first + BATCH]) for first in range(0, len(filled), BATCH)]
    )
    kind = reader.architecture.score_kind
    rule = None if kind == "probability" else reader.rule
    sure = confidences(evidence[: len(turned)], kind, rule)
    return [_sureness(part) for part in np.split(sure, 3)]


def _sureness(confidence: FloatArray) -> float:
    """The mean logarithm of how little doubt there is: digits on their side are often read
    with 95 %, seldom with 99.9 %."""
    return float(np.mean(-np.log(np.clip(1.0 - confidence, LEAST_DOUBT, 1.0))))


# ---- back to the picture's pixels


def _found(
    one: Candidate, fate: Fate, angle: float, scale: float, size: tuple[int, int]
) -> FoundDigit:
    piece, picture = one.piece, one.recognition.picture
    if angle:
        rows, columns = np.nonzero(piece.ink > min(60, int(piece.ink.max()) // 2))
        x, y = to_upright(piece.x + columns + 0.0, piece.y + rows + 0.0, -angle)
        left, top = float(x.min()), float(y.min())
        width, height = float(x.max()) - left + 1, float(y.max()) - top + 1
    else:
        left, top, width, height = piece.x, piece.y, piece.width, piece.height
    box = _scaled_box((left, top, width, height), scale, size)
    # A turned picture has no exact place; its middle has.
    across, down = picture.ink.shape[1] / 2, picture.ink.shape[0] / 2
    origin = (left + width / 2 - across) * scale, (top + height / 2 - down) * scale
    placed = Picture(picture.ink, origin, scale)
    return FoundDigit(box, placed, replace(one.recognition, picture=placed), fate)


def _scaled_box(box: tuple[float, float, float, float], scale: float, size: tuple[int, int]) -> Box:
    x, y, width, height = box
    left, top = max(0, int(x * scale)), max(0, int(y * scale))
    right = min(size[0], round((x + width) * scale))
    bottom = min(size[1], round((y + height) * scale))
    return left, top, max(1, right - left), max(1, bottom - top)
