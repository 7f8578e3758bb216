"""Finds the connected components of the mask, and which of them are worth a look.

The numbers are hand-set; none was fitted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages.values import Box, Verdict

SMALLEST_DIGIT = 11  # pixels of the working copy: the longer side of a digit
LEAST_PART = 3  # pixels: the longer side of a part of one; smaller is noise
CRUMB = 0.1  # of the usual size: smaller is neither a digit nor a part of one
OTHER_SIZE = 0.5  # of the usual size: what is larger and no digit counts as something else
LARGE_AT_EDGE = 2.0  # usual sizes: at the edge, what is larger belongs to something outside
ALONG_EDGE = 0.5  # of its side lies on the edge: it is cut off there
# Digits of one page may differ in size, and touch in rows; a table's edge is larger still.
LARGEST_COMPONENT = 12  # usual sizes
LARGEST_FRACTION = 0.97  # of the picture's shorter side
LARGEST_USUAL = 0.6  # of the picture's longer side: larger components have no say
USUAL_UNKNOWN = 0.3  # of the picture's longer side, where there is nothing to go by
BAR_LENGTH = 3.0  # standard deviations of its ink along a bar by those across it, at least
ONE_SIDED = 0.8  # paper on one side of an edge, as a fraction of that on the other, at most
LEFT_OVER = 0.85  # of what is left of a printed line lies where the line does
MOST_BESIDE = 40  # pieces beside the sheet
MOST_PIECES = 400  # more components than that are texture; the largest are looked at


@dataclass(frozen=True, slots=True, eq=False)
class Components:
    """The connected components of the mask, by their labels 1..count-1.

    labels: int32 (rows, columns), 0 = paper. boxes: int32 (count, 4), x, y, width, height.
    keep: labels of those that are worth a look. verdicts: of those that are not.
    usual: the usual longer side in pixels. border: (count,), pixels of each on the picture's edge.
    ruling: 255 where printed lines lie; None if there are none. paper: its shade everywhere;
    None until it is known. beside: 255 beside the sheet; None if no sheet shows.
    """

    labels: NDArray[np.int32]
    boxes: NDArray[np.int32]
    keep: NDArray[np.intp]
    verdicts: dict[int, Verdict]
    usual: float
    border: NDArray[np.int64]
    ruling: ByteArray | None = None
    paper: ByteArray | None = None
    beside: ByteArray | None = None

    def box(self, label: int) -> Box:
        """Return x, y, width and height of a component."""
        x, y, width, height = self.boxes[label].tolist()
        return x, y, width, height

    def others(self) -> int:
        """Return how many components on the sheet have a digit's size and are none."""
        labels = [label for label in self.verdicts if self.on_sheet(label)]
        sides = self.boxes[labels, 2:].max(axis=1) if labels else np.empty(0)
        return int((sides > OTHER_SIZE * self.usual).sum())

    def steadiness(self, label: int) -> float:
        """Return the darkest paper around a component as a fraction of the lightest, 0..1.

        Low at the edge of a sheet, and at a shadow's. 1 while the paper is not known.
        """
        if self.paper is None:
            return 1.0
        x, y, width, height = self.box(label)
        around = self.paper[max(y - 3, 0) : y + height + 3, max(x - 3, 0) : x + width + 3]
        low, high, _, _ = cv2.minMaxLoc(around)
        return low / max(high, 1.0)

    def on_sheet(self, label: int) -> bool:
        """Return whether a component's middle lies on the sheet; true if no sheet shows."""
        x, y, width, height = self.box(label)
        return self.beside is None or not self.beside[y + height // 2, x + width // 2]

    def without_edges(self, paper: ByteArray) -> Components:
        """Return the components with that paper, without bars between light and shade.

        paper: uint8 (rows, columns), its shade. Such bars are the edges of sheets and shadows.
        """
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
        if spread[1] < BAR_LENGTH**2 * spread[0]:
            return False
        # Beside the bar, beyond its rim; along it, where a line's ink lies within 1.7 deviations.
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
    """Label the mask, and sort out what cannot be a digit.

    mask, strong: uint8 (rows, columns), 255 where there is ink and strong ink; a component
    without strong ink is faint. beside: 255 beside the sheet; what lies there has no say in the
    usual size. frames: 255 where lines around boxes lie; a component that lies only there is
    left over from them.
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
    candidates = big[reached[big] & (sides[big] >= SMALLEST_DIGIT)]
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
        elif sides[label] >= SMALLEST_DIGIT:
            verdicts[label] = verdict
    some = np.array(keep, np.intp)
    some = _few_beside(some, off_sheet, np.abs(sides - usual))[:MOST_PIECES]
    return Components(labels, boxes, some, verdicts, usual, border, beside=beside)


def _big(sides: NDArray[np.int32]) -> NDArray[np.intp]:
    """Return the labels of what may be a digit or a part of one.

    Where there are very many, the largest.
    """
    big = np.flatnonzero(sides >= LEAST_PART)
    big = big[big > 0]
    if len(big) > MOST_PIECES * 2:
        big = big[np.argsort(-sides[big], kind="stable")[: MOST_PIECES * 2]]
    return big


def _off_sheet(boxes: NDArray[np.int32], beside: ByteArray | None) -> NDArray[np.bool_]:
    """Return which components, (count,), have their middle beside the sheet."""
    if beside is None:
        return np.zeros(len(boxes), np.bool_)
    middles = boxes[:, :2] + boxes[:, 2:] // 2
    return np.asarray(beside[middles[:, 1], middles[:, 0]] > 0)


def _few_beside(
    some: NDArray[np.intp], off_sheet: NDArray[np.bool_], unusual: NDArray[np.float64]
) -> NDArray[np.intp]:
    """Return the labels on the sheet, then the MOST_BESIDE of the others nearest to the usual size.

    unusual: (count,), how far each component is from the usual size.
    """
    off = some[off_sheet[some]]
    near = np.argsort(unusual[off], kind="stable")[:MOST_BESIDE]
    return np.concatenate([some[~off_sheet[some]], off[np.sort(near)]])


def _left_over(
    mask: ByteArray, labels: NDArray[np.int32], count: int, frames: ByteArray | None
) -> NDArray[np.bool_]:
    """Return which components, (count,), lie nearly wholly where the lines around boxes do."""
    if frames is None:
        return np.zeros(count, np.bool_)
    there = labels.ravel()[mask.ravel() > 0]
    near = cv2.bitwise_and(cv2.dilate(frames, np.ones((5, 5), np.uint8)), mask)
    inside = labels.ravel()[near.ravel() > 0]
    areas, within = np.bincount(there, minlength=count), np.bincount(inside, minlength=count)
    return np.asarray(within > LEFT_OVER * np.maximum(areas, 1))


def boxes_of(mask: ByteArray, labels: NDArray[np.int32], count: int) -> NDArray[np.int32]:
    """Return int32 (count, 4): x, y, width and height of each label, by its outline.

    OpenCV's own statistics count every pixel of the background, too, and take ten times as long.
    """
    boxes = np.zeros((count, 4), np.int32)
    outlines, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    relations = tree[0].tolist() if outlines else []
    for outline, (_, _, _, outside) in zip(outlines, relations, strict=True):
        if outside < 0:  # the other outlines are the edges of holes
            x, y = outline[0, 0]
            boxes[labels[y, x]] = cv2.boundingRect(outline)
    return boxes


def _usual(sides: NDArray[np.int32], weights: NDArray[np.int64], largest: int) -> float:
    """Return the median of the sizes, each weighed by its strong ink for its size.

    Ink grows with the size; weighed like that, every digit counts alike, and specks count little.
    """
    fits = sides < LARGEST_USUAL * largest
    sides, weights = sides[fits], weights[fits]
    if not len(sides):
        return USUAL_UNKNOWN * largest
    order = np.argsort(sides, kind="stable")
    sums = np.cumsum(weights[order] / sides[order])
    return float(sides[order][int(np.searchsorted(sums, sums[-1] / 2))])


def _border(labels: NDArray[np.int32], count: int) -> NDArray[np.int64]:
    """Return (count,): how many pixels of each label lie on the picture's edge."""
    rim = np.concatenate([labels[0], labels[-1], labels[1:-1, 0], labels[1:-1, -1]])
    return np.bincount(rim, minlength=count)


def _verdict(
    box: NDArray[np.int32], strong: bool, usual: float, shape: tuple[int, ...], border: int
) -> Verdict | None:
    """Return why a component is not worth a look; None if it is."""
    width, height = int(box[2]), int(box[3])
    side = max(width, height)
    if side < max(float(LEAST_PART), CRUMB * usual):
        return "speck"
    if not strong:
        return "faint"
    if border and (side > LARGE_AT_EDGE * usual or border > ALONG_EDGE * side):
        return "edge"
    if side > LARGEST_FRACTION * min(shape) or side > LARGEST_COMPONENT * usual:
        return "large"
    return None
