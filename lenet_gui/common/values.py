"""The frozen values that cross rooms. Arrays in them are never written to after they are made.

Coordinates: x grows to the right, y downward. Pictures are indexed [row, column].
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating[Any]]
ByteArray = NDArray[np.uint8]

ScoreKind = Literal["penalty", "probability"]
Reason = Literal["blank", "unsure"]
Doubt = Literal["dot", "rival", "unlike"]
RejectScore = Literal["margin", "posterior", "1990"]


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """One pen-down to pen-up, in units of the page it was drawn on.

    points: float32 (N, 2), x and y, N >= 1; a single point is a tap and leaves a dot.
    pressures: float32 (N,), 0..1, or NaN where the device has no pressure.
    times: int32 (N,), milliseconds since the first pen-down, -1 where unknown.
    width: full width of the line at full pressure, in page units.
    """

    points: FloatArray
    pressures: FloatArray
    times: NDArray[np.int32]
    width: float


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A grey picture of ink: uint8 (height, width), 0 = paper, 255 = ink.

    A point (x, y) of the picture lies at ``origin + scale * (x, y)`` in its source
    (page units of a drawing, pixels of a file).
    """

    ink: ByteArray
    origin: tuple[float, float] = (0.0, 0.0)
    scale: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """The document: strokes on a page of ``size`` = (width, height) units.

    picture: ink from elsewhere that lies under the strokes, fitted into the page; or None.
    file: path of the drawing file that it was read from or saved to; empty if there is none.
    """

    strokes: tuple[Stroke, ...] = ()
    size: tuple[float, float] = (560.0, 560.0)
    picture: Picture | None = None
    file: str = ""

    @property
    def empty(self) -> bool:
        return not self.strokes and self.picture is None


@dataclass(frozen=True, slots=True, eq=False)
class Normalized:
    """A picture brought into MNIST's form, with every stage on the way.

    box: (top, left, bottom, right) of the ink in picture pixels, end exclusive; None if blank.
    square: (top, left, side) of the square that is resampled, in picture pixels.
    block: uint8 (20, 20), the square resampled by area, peak 255.
    shift: (rows, columns) from the block's place in the middle to the centre of mass at 14.
    digit: uint8 (28, 28), as MNIST stores it.
    field: uint8 (32, 32), ``digit`` with 2 pixels of paper around it: what the network sees.
    dot: the ink is one compact blob, which no digit is.
    """

    box: tuple[int, int, int, int] | None
    square: tuple[float, float, float]
    block: ByteArray
    shift: tuple[int, int]
    digit: ByteArray
    field: ByteArray
    dot: bool = False

    @property
    def blank(self) -> bool:
        return self.box is None


@dataclass(frozen=True, slots=True, eq=False)
class Recognition:
    """What one checkpoint says of one picture, with the state of every layer.

    activations: layer name -> float32 array without batch axis; empty if the picture is blank.
    scores: float32 (classes,), penalties >= 0 (smaller is better) or probabilities 0..1.
    ranking: class indices, the best first; empty if blank.
    confidence: what the reject rule compares with its threshold, larger is surer.
    label: the class name of the answer, or None, and then ``reason`` says why.
    milliseconds: time from picture to answer.
    rule: what the confidence was judged by; None: by nothing.
    doubt: why the reader is unsure: the ink is one "dot", the runner-up is a "rival", or it is
    "unlike" all classes. None unless ``reason`` is "unsure".
    """

    picture: Picture
    normalized: Normalized
    network: str
    class_names: tuple[str, ...]
    score_kind: ScoreKind
    activations: Mapping[str, FloatArray]
    scores: FloatArray
    ranking: tuple[int, ...]
    confidence: float
    label: str | None
    reason: Reason | None
    milliseconds: float
    rule: RejectRule | None = None
    doubt: Doubt | None = None

    @property
    def margin(self) -> float:
        """Distance of the runner-up's score from the best one's, >= 0; 0 if blank."""
        if len(self.ranking) < 2:
            return 0.0
        return abs(float(self.scores[self.ranking[0]]) - float(self.scores[self.ranking[1]]))

    @property
    def lead(self) -> float:
        """0..1: how far the best class is ahead, whatever rule refuses: the margin of
        probabilities; of penalties the posterior, or the margin of what they make probable."""
        if self.score_kind == "probability" or not self.ranking:
            return self.margin
        if self.rule is not None and self.rule.score == "posterior":
            return self.confidence
        likely = np.exp(self.scores.min() - self.scores.astype(np.float64))
        best, second = (float(likely[index]) for index in self.ranking[:2])
        return (best - second) / float(likely.sum())


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a layer: its map (or its number, in a row of units), row and column."""

    layer: str
    map: int
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Window:
    """What a unit reads of a layer below: those maps, rows top..bottom, columns left..right,
    ends exclusive."""

    layer: str
    maps: tuple[int, ...]
    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class RejectCurve:
    """What a reader would do with validation data at each setting of a rule, the laxest first.

    thresholds: a row's (threshold,), or (threshold, second, difference) of the rule of 1990.
    accepted: digits, of ``digits``; wrong: how many of these; others_accepted: samples of
    ``others`` that are no digits. A number a row; non_digit_part: how much of what people draw
    is no digit, 0..1; an answer to that is wrong.
    """

    score: RejectScore
    thresholds: tuple[tuple[float, ...], ...]
    accepted: tuple[int, ...]
    wrong: tuple[int, ...]
    others_accepted: tuple[int, ...]
    digits: int
    others: int = 0
    non_digit_part: float = 0.0

    @property
    def rejected(self) -> FloatArray:
        """(rows,): part of the digits, 0..1."""
        return 1.0 - np.array(self.accepted) / self.digits

    @property
    def error(self) -> FloatArray:
        """(rows,): wrong part of the digits that are accepted, 0..1."""
        return np.array(self.wrong) / np.maximum(self.accepted, 1)

    @property
    def others_rejected(self) -> FloatArray:
        """(rows,): part of what is no digit, 0..1; 1 if there was none."""
        return 1.0 - np.array(self.others_accepted) / max(self.others, 1)


@dataclass(frozen=True, slots=True)
class RejectRule:
    """When to say "I do not know": confidence below ``threshold``.

    score "margin": best minus second probability, 0..1, or second minus best penalty.
    score "posterior": probability of the best class beside a rubbish class of constant evidence
    -j, 0..1: that of the MAP loss (1998 paper, eq. 9). Evidence is what stands before the
    softmax, or the negative penalty.
    score "1990": accepted only if the best activity is above ``threshold``, the next one below
    ``second``, and their difference above ``difference`` (LeCun et al., NIPS 2, 1990); activities
    are probabilities or negative penalties.
    chosen: how the threshold was found, for people. accepted_errors: where the dial stands: the
    wrong part of what is accepted, at most, 0..1; 1: nothing is rejected; None: set otherwise.
    curves: what the dial follows; one for each score that can be chosen.
    """

    score: RejectScore
    threshold: float
    j: float = 0.0
    chosen: str = ""
    second: float = 0.0
    difference: float = 0.0
    accepted_errors: float | None = None
    curves: tuple[RejectCurve, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """Trained weights that describe themselves.

    weights: "LAYER.parameter" -> float32 array of the shape its architecture asks for.
    training: command, data (name -> SHA-256), seed, recipe, cost; evaluation: data, count,
    errors, error_rate, interval. Both are plain JSON values; empty if unknown.
    """

    architecture: str
    class_names: tuple[str, ...]
    weights: Mapping[str, FloatArray]
    rejection: RejectRule | None = None
    training: Mapping[str, Any] = field(default_factory=dict)
    evaluation: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """How a reader did on labelled data.

    count: samples; errors and error_rate: over samples whose label is a class, as if nothing
    were rejected (error_rate None where there is none); interval: 95 % Wilson interval of it.
    rejected: over all samples; accepted_error_rate: of the accepted ones whose label is a
    class. confusion: int (classes, classes), [label, answer]. misread: indices of the samples.
    labels, answers: int64 (count,), class indices of each sample; -1 where the label is no class.
    """

    network: str
    data: str
    count: int
    labelled: int
    errors: int
    error_rate: float | None
    interval: tuple[float, float] | None
    rejected: int
    accepted_error_rate: float | None
    confusion: NDArray[np.int64]
    class_names: tuple[str, ...]
    misread: NDArray[np.int64]
    labels: NDArray[np.int64]
    answers: NDArray[np.int64]
