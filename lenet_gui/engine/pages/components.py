"""The mask to connected components, and which of them are worth a look."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages.values import Box, Verdict

SMALLEST = 11  # pixels of the working copy: the longer side of a digit
CRUMB = 0.1  # of the usual size: less is neither a digit nor a part of one
BAR = 3.0  # a component that much longer than wide
ONE_SIDED = 0.8  # paper beside it that is so much darker on the one side
LEFT_OVER = 0.85  # of what is left of a printed line lies where the line does
MOST_BESIDE = 40  # pieces beside the sheet
MOST_PIECES = 400  # more components than that are texture; the largest are looked at


@dataclass(frozen=True, slots=True, eq=False)
class Components:
    """Connected components of the mask, labels 1..count-1; ``keep`` are worth a look.

    boxes: int (count, 4), x, y, width, height. fates: of those that are not kept.
    usual: the usual longer side. border: pixels at the picture's edge of each.
    rules: 255 where ruled lines lie; None if there are none. paper: its shade everywhere.
    beside: 255 beside the sheet; None if no sheet shows.
    """

    labels: NDArray[np.int32]
    boxes: NDArray[np.int32]
    keep: NDArray[np.intp]
    verdicts: dict[int, Verdict]
    usual: float
    border: NDArray[np.int64]
    rules: ByteArray | None = None
    paper: ByteArray | None = None
    beside: ByteArray | None = None

    def box(self, label: int) -> Box:
        x, y, width, height = self.boxes[label].tolist()
        return x, y, width, height

    def others(self) -> int:
        """How many of a digit's size are none, on the sheet."""
        labels = [label for label in self.verdicts if self.on_sheet(label)]
        sides = self.boxes[labels, 2:].max(axis=1) if labels else np.empty(0)
        return int((sides > 0.5 * self.usual).sum())

    def steadiness(self, label: int) -> float:
        """How dark the darkest paper around a component is beside the lightest, 0..1.

        Low at the edge of a sheet, and at a shadow's.
        """
        if self.paper is None:
            return 1.0
        x, y, width, height = self.box(label)
        around = self.paper[max(y - 3, 0) : y + height + 3, max(x - 3, 0) : x + width + 3]
        low, high, _, _ = cv2.minMaxLoc(around)
        return low / max(high, 1.0)

    def on_sheet(self, label: int) -> bool:
        """Whether a component's middle lies on the sheet, as far as that shows."""
        x, y, width, height = self.box(label)
        return self.beside is None or not self.beside[y + height // 2, x + width // 2]

    def without_edges(self, paper: ByteArray) -> Components:
        """With that paper; without bars that have light on one side and shade on the other."""
        known = replace(self, paper=paper)
        uneven = [int(label) for label in self.keep if known.steadiness(int(label)) < ONE_SIDED]
        edges = {label for label in uneven if self._is_edge(paper, label)}
        keep = np.array([label for label in self.keep if label not in edges], np.intp)
        verdicts: dict[int, Verdict] = self.verdicts | dict.fromkeys(edges, "shape")
        return replace(known, keep=keep, verdicts=verdicts)

    def _is_edge(self, paper: ByteArray, label: int) -> bool:
        x, y, width, height = self.box(label)
        rows, columns = np.nonzero(self.labels[y : y + height, x : x + width] == label)
        middle = np.array([columns.mean(), rows.mean()])
        apart = np.stack([columns, rows], 1) - middle
        spread, axes = np.linalg.eigh(apart.T @ apart / len(rows))
        if spread[1] < BAR**2 * spread[0]:
            return False
        reach = 3.5 * math.sqrt(max(float(spread[0]), 0.1)) + 3
        along = np.linspace(-1.5, 1.5, 9)[:, None] * math.sqrt(float(spread[1])) * axes[:, 1]
        shades = []
        for side in (-1, 1):
            points = np.round(middle + along + side * reach * axes[:, 0] + (x, y)).astype(int)
            inside = np.clip(points, 0, (paper.shape[1] - 1, paper.shape[0] - 1))
            shades.append(float(np.median(paper[inside[:, 1], inside[:, 0]])))
        return min(shades) < ONE_SIDED * max(shades)


def components_of(
    mask: ByteArray,
    strong: ByteArray,
    beside: ByteArray | None = None,
    frames: ByteArray | None = None,
) -> Components:
    """Label the mask. Ink that is nowhere in ``strong`` is faint.

    beside: 255 beside the sheet. What lies there has no say in what is usual. frames: 255 where
    lines around boxes lie. What lies there alone is left over from them.
    """
    count, found = cv2.connectedComponents(mask, connectivity=8)
    labels = np.asarray(found, np.int32)
    boxes = boxes_of(mask, labels, count)
    sides = boxes[:, 2:].max(axis=1)
    verdicts: dict[int, Verdict] = {}
    big = _big(sides)
    inked = np.flatnonzero(np.asarray(cv2.bitwise_and(strong, mask)) > 0)
    weights = np.bincount(labels.ravel()[inked], minlength=count)
    reached = weights > 0
    left_over = _left_over(mask, labels, count, frames)
    reached &= ~left_over
    candidates = big[reached[big] & (sides[big] >= SMALLEST)]
    off_sheet = _off_sheet(boxes, beside)
    on_sheet = candidates[~off_sheet[candidates]]
    candidates = on_sheet if len(on_sheet) else candidates
    usual = _usual(sides[candidates], weights[candidates], max(mask.shape))
    border = _border(labels, count)
    keep = []
    for label in big.tolist():
        verdict = _verdict(
            boxes[label], bool(reached[label]), usual, mask.shape, int(border[label])
        )
        if left_over[label]:
            verdict = "rule"
        if verdict is None:
            keep.append(label)
        elif sides[label] >= SMALLEST:
            verdicts[label] = verdict
    some = np.array(keep, np.intp)
    some = _few_beside(some, off_sheet, np.abs(sides - usual))[:MOST_PIECES]
    return Components(labels, boxes, some, verdicts, usual, border, beside=beside)


def _big(sides: NDArray[np.int32]) -> NDArray[np.intp]:
    """Labels of what may be a digit or a part of one; where there are very many, the largest."""
    big = np.flatnonzero(sides >= 3)
    big = big[big > 0]
    if len(big) > MOST_PIECES * 2:
        big = big[np.argsort(-sides[big], kind="stable")[: MOST_PIECES * 2]]
    return big


def _off_sheet(boxes: NDArray[np.int32], beside: ByteArray | None) -> NDArray[np.bool_]:
    """Which have their middle beside the sheet."""
    if beside is None:
        return np.zeros(len(boxes), np.bool_)
    middles = boxes[:, :2] + boxes[:, 2:] // 2
    return np.asarray(beside[middles[:, 1], middles[:, 0]] > 0)


def _few_beside(
    some: NDArray[np.intp], off_sheet: NDArray[np.bool_], unusual: NDArray[np.float64]
) -> NDArray[np.intp]:
    """What is on the sheet, then what is not: the MOST_BESIDE nearest to the usual size."""
    off = some[off_sheet[some]]
    near = np.argsort(unusual[off], kind="stable")[:MOST_BESIDE]
    return np.concatenate([some[~off_sheet[some]], off[np.sort(near)]])


def _left_over(
    mask: ByteArray, labels: NDArray[np.int32], count: int, frames: ByteArray | None
) -> NDArray[np.bool_]:
    """Which lie nearly wholly where the lines around boxes do."""
    if frames is None:
        return np.zeros(count, np.bool_)
    there = labels.ravel()[mask.ravel() > 0]
    near = cv2.bitwise_and(cv2.dilate(frames, np.ones((5, 5), np.uint8)), mask)
    inside = labels.ravel()[near.ravel() > 0]
    areas, within = np.bincount(there, minlength=count), np.bincount(inside, minlength=count)
    return np.asarray(within > LEFT_OVER * np.maximum(areas, 1))


def boxes_of(mask: ByteArray, labels: NDArray[np.int32], count: int) -> NDArray[np.int32]:
    """x, y, width, height of each label of the mask, by its outline; int32 (count, 4).

    OpenCV's own statistics count every pixel of the background, too: ten times as long.
    """
    boxes = np.zeros((count, 4), np.int32)
    outlines, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    relations = tree[0].tolist() if outlines else []
    for outline, (_, _, _, outside) in zip(outlines, relations, strict=True):
        if outside < 0:  # the others are the edges of holes
            x, y = outline[0, 0]
            boxes[labels[y, x]] = cv2.boundingRect(outline)
    return boxes


def _usual(sides: NDArray[np.int32], weights: NDArray[np.int64], largest: int) -> float:
    """The size of digits with as much strong ink above as below it; specks have little."""
    fits = sides < 0.6 * largest
    sides, weights = sides[fits], weights[fits]
    if not len(sides):
        return 0.3 * largest
    order = np.argsort(sides, kind="stable")
    # Ink grows with the size; what counts is how many there are, and specks for little.
    sums = np.cumsum(weights[order] / sides[order])
    return float(sides[order][int(np.searchsorted(sums, sums[-1] / 2))])


def _border(labels: NDArray[np.int32], count: int) -> NDArray[np.int64]:
    rim = np.concatenate([labels[0], labels[-1], labels[1:-1, 0], labels[1:-1, -1]])
    return np.bincount(rim, minlength=count)


def _verdict(
    box: NDArray[np.int32], strong: bool, usual: float, shape: tuple[int, ...], border: int
) -> Verdict | None:
    width, height = int(box[2]), int(box[3])
    side = max(width, height)
    if side < max(3.0, CRUMB * usual):
        return "speck"
    if not strong:
        return "faint"
    if border and (side > 2.0 * usual or border > 0.5 * side):
        return "edge"
    # Digits of one page may differ in size, and touch in rows; a table's edge is larger still.
    if side > 0.97 * min(shape) or side > 12 * usual:
        return "large"
    return None
