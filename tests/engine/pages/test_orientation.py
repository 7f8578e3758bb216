"""Which way up a page is: by printed lines, by how its digits stand, and by who reads them."""

import numpy as np
import pytest

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages.components import Components
from lenet_gui.engine.pages.joins import Candidate
from lenet_gui.engine.pages.orientation import reading_with, upright
from tests.engine.pages.made_up import HeavyBelow, components, piece

HEAVY_BELOW = np.zeros((24, 20), np.uint8)
HEAVY_BELOW[:, 8:12] = 255
HEAVY_BELOW[14:] = 255


def page(glyph: ByteArray = HEAVY_BELOW, lines: int = 3, per_line: int = 4) -> ByteArray:
    mask = np.zeros((60 * lines + 40, 50 * per_line + 80), np.uint8)
    for line in range(lines):
        for place in range(per_line):
            x, y = 30 + 50 * place, 30 + 60 * line
            mask[y : y + glyph.shape[0], x : x + glyph.shape[1]] = glyph
    return mask


def found(
    mask: ByteArray,
    ruled: float | None = None,
    reads: HeavyBelow | None = None,
    known: Components | None = None,
) -> tuple[float, list[Candidate]]:
    some = components(mask) if known is None else known
    return upright(some, mask, (reads or HeavyBelow()).as_recognizer(), ruled)


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_a_page_is_turned_until_its_digits_are_read_surely(quarter: int) -> None:
    angle, read = found(np.ascontiguousarray(np.rot90(page(), quarter)))
    assert angle == (360 - 90 * quarter) % 360
    assert len(read) == 12
    for one in read:
        ink = one.piece.ink
        assert ink[-4:].mean() > 1.5 * ink[:4].mean()
        assert one.sure == pytest.approx(0.999, abs=1e-4)


def test_few_digits_that_are_read_surer_on_their_side_do_not_turn_the_page() -> None:
    """Most pages are upright: one digit outweighs that only if it is read without any doubt."""
    one, many = page(lines=1, per_line=1), page(lines=3, per_line=4)
    rather, surely = HeavyBelow(0.9, 0.5), HeavyBelow(0.9999, 0.2)
    for mask, reads, angle in (
        (one, rather, 0.0), (many, rather, 180.0), (one, surely, 180.0), (many, surely, 180.0),
    ):  # fmt: skip
        assert found(np.ascontiguousarray(mask[::-1, ::-1]), reads=reads)[0] == angle


def test_a_little_surer_turns_no_page() -> None:
    mask = np.ascontiguousarray(page(lines=6, per_line=8)[::-1, ::-1])
    assert found(mask, reads=HeavyBelow(0.6, 0.5))[0] == 0.0  # surer by 0.22 in logarithms
    assert found(mask, reads=HeavyBelow(0.75, 0.5))[0] == 180.0  # by 0.69


def test_bars_have_no_say() -> None:
    bar = np.zeros((30, 8), np.uint8)
    bar[:, 3:5] = bar[:14] = 255  # heavy above
    assert found(page(bar))[0] == 0.0
    assert found(page(np.repeat(bar, 2, axis=1)))[0] == 180.0


def test_what_the_edge_cuts_has_no_say() -> None:
    mask = np.ascontiguousarray(page(lines=1)[::-1, ::-1])
    assert found(mask)[0] == 180.0
    last = np.flatnonzero(mask.max(axis=1))[-1]
    angle, read = found(np.ascontiguousarray(mask[: last + 1]))  # narrow there: it may be whole
    assert len(read) == 4
    assert angle == 0.0


def test_what_lies_beside_the_sheet_has_no_say() -> None:
    mask = page(lines=4)
    mask[90:] = mask[90:][::-1, ::-1]
    beside = np.zeros_like(mask)
    beside[90:] = 255
    assert found(mask)[0] == 180.0
    assert found(mask, known=components(mask, beside))[0] == 0.0


SQUARE = np.full((24, 24), 255, np.uint8)  # all ways up alike


@pytest.mark.parametrize(("times", "angle"), [(2, 180.0), (3, 0.0)])
def test_what_is_much_larger_than_usual_has_no_say(times: int, angle: float) -> None:
    small = page(SQUARE, lines=3, per_line=5)
    large = np.repeat(np.repeat(HEAVY_BELOW[::-1], times, axis=0), times, axis=1)
    below = np.zeros((120, small.shape[1]), np.uint8)
    for x in (30, 150):
        below[30 : 30 + large.shape[0], x : x + large.shape[1]] = large
    mask = np.concatenate([small, below])
    assert components(mask).usual == 24
    assert found(mask)[0] == angle


@pytest.mark.parametrize(("side", "angle"), [(40, 180.0), (72, 0.0)])
def test_what_is_much_smaller_than_usual_has_no_say(side: int, angle: float) -> None:
    mask = page(np.ascontiguousarray(HEAVY_BELOW[::-1]), lines=1, per_line=5)
    mask = np.concatenate([mask, np.zeros((100, mask.shape[1]), np.uint8)])
    for x in (30, 130, 230):
        mask[80 : 80 + side, x : x + side] = 255
    assert components(mask).usual == side
    assert found(mask)[0] == angle


@pytest.mark.parametrize(("ruled", "angle"), [(2.9, 0.0), (-2.9, 0.0), (5.0, -5.0), (-20.0, 20.0)])
def test_printed_lines_tell_the_angle(ruled: float, angle: float) -> None:
    assert found(page(), ruled)[0] == angle


def test_digits_tell_the_angle_where_no_lines_are_printed() -> None:
    mask = np.zeros((260, 420), np.uint8)
    for line in range(3):
        for place in range(9):
            x, y = 30 + 38 * place, 100 + 60 * line - round(38 * place * np.tan(np.radians(12)))
            mask[y : y + 24, x : x + 20] = HEAVY_BELOW
    assert found(mask)[0] == pytest.approx(-12, abs=1.5)
    assert found(mask, ruled=0.0)[0] == 0.0


def test_pieces_are_read_as_the_recognizer_reads_their_pictures() -> None:
    reads = HeavyBelow()
    below, above = piece(HEAVY_BELOW), piece(HEAVY_BELOW[::-1])
    leads = [one.lead for one in reading_with(reads.as_recognizer())([below, above])]
    assert leads == pytest.approx([0.999, 0.5], abs=1e-4)
