"""Connected components of small masks, and which of them are worth a look."""

import numpy as np
import pytest

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages import components as components_file
from lenet_gui.engine.pages.components import boxes_of, components_of
from tests.engine.pages.made_up import components


def page(*boxes: tuple[int, int, int, int], shape: tuple[int, int] = (300, 400)) -> ByteArray:
    """Return a mask of solid boxes x, y, width, height; labels follow the rows of their tops."""
    mask = np.zeros(shape, np.uint8)
    for x, y, width, height in boxes:
        mask[y : y + height, x : x + width] = 255
    return mask


DIGITS = tuple((30 + 40 * place, 40 + place, 16, 24) for place in range(6))


def test_each_component_has_its_box() -> None:
    mask = page((5, 7, 3, 9), (20, 30, 11, 4))
    mask[33, 31] = mask[34, 32] = 255  # touches the second at a corner
    found = components(mask)
    assert found.box(1) == (5, 7, 3, 9)
    assert found.box(2) == (20, 30, 13, 5)
    assert found.labels[8, 6] == 1
    assert found.labels[34, 32] == 2


def test_a_hole_and_what_is_in_it_have_boxes_of_their_own() -> None:
    mask = page((10, 10, 40, 30))
    mask[15:35, 15:45] = 0
    mask[20:30, 25:30] = 255
    labels = np.where(mask > 0, np.int32(1), np.int32(0))
    labels[20:30, 25:30] = 2
    assert boxes_of(mask, labels, 3)[1:].tolist() == [[10, 10, 40, 30], [25, 20, 5, 10]]


def test_digits_are_kept_and_their_size_is_usual() -> None:
    found = components(page(*DIGITS))
    assert found.keep.tolist() == [1, 2, 3, 4, 5, 6]
    assert found.usual == 24
    assert found.verdicts == {}
    assert found.others() == 0


def test_the_usual_size_is_not_that_of_many_specks() -> None:
    specks = [(12 + 9 * place, 200, 5, 5) for place in range(40)]
    assert components(page(*DIGITS, *specks)).usual == 24


def test_the_usual_size_is_not_that_of_half_the_picture() -> None:
    for width, usual in ((230, 230), (250, 24)):
        assert components(page(*DIGITS, (20, 150, width, 120))).usual == usual


def test_crumbs_and_what_is_too_large_are_not_kept() -> None:
    large = [(20 + 45 * place, 30, 30, 40) for place in range(6)]
    found = components(page(*large, (10, 100, 4, 3), (30, 100, 3, 2), (50, 100, 2, 2)))
    assert found.usual == 40
    assert found.keep.tolist() == [1, 2, 3, 4, 5, 6, 7]  # 3 pixels are less than a tenth
    assert found.verdicts == {}  # crumbs are not worth a word
    frame = components(page(*large, (4, 150, 295, 3), shape=(300, 302)))
    assert frame.verdicts == {7: "large"}  # more than 0.97 of 300
    table = components(page(*((15 * i + 5, 5, 6, 11) for i in range(9)), (5, 80, 133, 3)))
    assert table.verdicts == {10: "large"}  # more than 12 times 11


def test_faint_ink_is_not_kept() -> None:
    mask = page(*DIGITS)
    strong = mask.copy()
    strong[:, 150:180] = 0  # of the fourth
    found = components_of(mask, strong)
    assert found.verdicts == {4: "faint"}
    assert found.keep.tolist() == [1, 2, 3, 5, 6]
    assert found.others() == 1


@pytest.mark.parametrize(
    ("box", "kept"),
    [((100, 0, 16, 24), False), ((100, 0, 10, 24), True), ((0, 200, 6, 49), False),
     ((0, 200, 40, 10), True), ((0, 200, 49, 10), False), ((100, 275, 10, 25), True),
     ((380, 150, 20, 49), False)],
)  # fmt: skip
def test_the_edge_cuts_what_lies_along_it_or_is_large(
    box: tuple[int, int, int, int], kept: bool
) -> None:
    found = components(page(*((x, y + 60, w, h) for x, y, w, h in DIGITS), box))
    label = int(found.labels[box[1] + 1, box[0] + 1])
    assert (label in found.keep) is kept
    assert found.verdicts == ({} if kept else {label: "edge"})
    assert found.border[label] > 0
    assert found.border[found.labels[102, 32]] == 0


def test_what_is_left_over_of_a_printed_line_is_not_kept() -> None:
    mask = page(*DIGITS, (100, 200, 60, 4))
    frames = page((90, 199, 100, 6))
    found = components_of(mask, mask, frames=frames)
    assert found.verdicts == {7: "rule"}
    rest = [(x, y, 150, 20) for x in (20, 200) for y in (207, 237, 267)]
    ruled = page(*DIGITS, *rest)
    found = components_of(ruled, ruled, frames=page((0, 205, 400, 90)))
    assert found.usual == 24  # that of the digits alone
    mask[180:200, 110:130] = 255  # a digit that stands on it
    assert 7 in components_of(mask, mask, frames=frames).keep


def test_what_lies_beside_the_sheet_has_no_say_in_what_is_usual() -> None:
    pebbles = [(20 + 70 * place, 180, 60, 60) for place in range(5)]
    mask, beside = page(*DIGITS, *pebbles), page((0, 150, 400, 150))
    assert components(mask).usual == 60
    found = components(mask, beside)
    assert found.usual == 24
    assert [found.on_sheet(label) for label in range(1, 12)] == [True] * 6 + [False] * 5
    strong = mask.copy()
    strong[150:] = 0
    assert components_of(mask, strong, beside).others() == 0


def test_few_beside_the_sheet_are_kept_those_of_the_usual_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(components_file, "MOST_BESIDE", 2)
    sides = (60, 27, 12, 22)
    pebbles = [(20 + 80 * place, 180, side, side) for place, side in enumerate(sides)]
    found = components(page(*DIGITS, *pebbles), page((0, 150, 400, 150)))
    kept = [found.box(int(label))[2] for label in found.keep]
    assert kept == [16] * 6 + [27, 22]


def test_of_very_many_components_the_largest_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(components_file, "MOST_PIECES", 4)
    small = [(12 + 20 * place, 200, 12, 12) for place in range(6)]
    found = components(page(*small, *DIGITS[:3]))
    sides = sorted(max(found.box(int(label))[2:]) for label in found.keep)
    assert sides == [12, 24, 24, 24]


def test_paper_is_as_steady_as_its_darkest_place_is_light() -> None:
    mask = page(*DIGITS)
    found = components(mask)
    assert found.steadiness(1) == 1.0  # unknown paper is taken for steady
    paper = np.full(mask.shape, 200, np.uint8)
    paper[:, 200:] = 100
    known = found.without_edges(paper)
    assert known.steadiness(1) == 1.0
    assert known.steadiness(5) == 0.5  # from 190 to 206


@pytest.mark.parametrize(("width", "edge"), [(4, True), (16, False)])
def test_a_bar_between_light_and_shade_is_an_edge(width: int, edge: bool) -> None:
    mask = page(*DIGITS, (300, 150, width, 30))
    paper = np.full(mask.shape, 200, np.uint8)
    paper[:, 300 + width // 2 :] = 150
    found = components(mask).without_edges(paper)
    assert (7 not in found.keep) is edge
    assert found.verdicts == ({7: "shape"} if edge else {})
    shallow = np.full(mask.shape, 200, np.uint8)
    shallow[:, 300 + width // 2 :] = 165
    assert 7 in components(mask).without_edges(shallow).keep


def test_a_bar_on_paper_that_only_darkens_along_it_is_no_edge() -> None:
    mask = page(*DIGITS, (300, 150, 4, 30))
    paper = np.full(mask.shape, 200, np.uint8)
    paper[165:] = 100
    assert 7 in components(mask).without_edges(paper).keep


def test_an_empty_mask_has_no_components() -> None:
    found = components(page())
    assert len(found.keep) == 0
    assert found.verdicts == {}
    assert found.usual == pytest.approx(120)  # 0.3 of the longer side
    assert found.others() == 0
