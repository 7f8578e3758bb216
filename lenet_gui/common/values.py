"""The frozen values that cross rooms. Their arrays are never written to once they are made.

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
Sees = Literal["ink", "picture"]
# Schemes of engine/networks/weight_initialization.py, which says where each comes from.
Initialization = Literal["1998", "torch", "xavier-normal", "glorot-uniform", "he", "normal-0.1"]
Reason = Literal["blank", "unsure"]
Doubt = Literal["dot", "rival", "unlike"]
RejectScore = Literal["margin", "posterior", "1990"]
DataPart = Literal["", "training", "validation", "test"]
Colour = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """A line from pen-down to pen-up, in units of the page it was drawn on.

    points: float32 (N, 2), x and y, N >= 1; a single point is a tap and makes a dot.
    pressures: float32 (N,), 0..1, or NaN where the device has no pressure.
    times: int32 (N,), milliseconds since the first pen-down, -1 where unknown.
    width: full width of the line at full pressure, in page units.
    curved: the line is a smooth curve through the points, two of which at one place make a corner
    (``engine/ink/curves.py``); else it is straight between them. colour: red, green and blue,
    0..255, for networks that see pictures; ink is ink whatever its colour.
    """

    points: FloatArray
    pressures: FloatArray
    times: NDArray[np.int32]
    width: float
    curved: bool = False
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A grey picture of ink: uint8 (height, width), 0 = paper, 255 = ink.

    A point (x, y) of the picture lies at ``origin + scale * (x, y)`` in its source
    (page units of a drawing, pixels of a file).
    rgb: the picture as it is, for networks that see pictures: uint8 (height, width, 3) of a size
    of its own; None: black ink on white paper.
    as_is: only resized to the network's input, not normalized, and answered whatever it shows.
    """

    ink: ByteArray
    origin: tuple[float, float] = (0.0, 0.0)
    scale: float = 1.0
    rgb: ByteArray | None = None
    as_is: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A document: strokes on a page of ``size`` = (width, height) units.

    picture: ink from elsewhere that lies under the strokes, fitted into the page; or None.
    file: path of the drawing file that it was read from or saved to; empty if there is none.
    paper: its colour, as of strokes.
    """

    strokes: tuple[Stroke, ...] = ()
    size: tuple[float, float] = (560.0, 560.0)
    picture: Picture | None = None
    file: str = ""
    paper: Colour = WHITE

    @property
    def empty(self) -> bool:
        """Return whether there is neither a stroke nor a picture."""
        return not self.strokes and self.picture is None


@dataclass(frozen=True, slots=True, eq=False)
class Normalized:
    """A picture normalised as MNIST's digits are, with every stage on the way.

    box: (top, left, bottom, right) of the ink in picture pixels, end exclusive; None if blank.
    square: (top, left, side) of the square that is resampled, in picture pixels.
    block: uint8 (20, 20), the square resampled by area, peak 255.
    shift: (rows, columns) that the block is moved from the middle, so that its centre of mass lies
    at (14, 14).
    digit: uint8 (28, 28), as MNIST stores it.
    field: uint8 (32, 32), ``digit`` with 2 pixels of paper around it: the input of the network.
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
        """Return whether there is no ink."""
        return self.box is None


@dataclass(frozen=True, slots=True, eq=False)
class Recognition:
    """The answer of a network to one picture, with the activations of every layer.

    normalized: None if the network sees pictures, not ink, or the picture goes in as it is.
    field: the bytes of its input, uint8: (32, 32) of ink, as in ``Normalized``, or the picture
    resized to (channels, rows, columns).
    activations: layer name -> float32 array without batch axis; empty if the picture is blank.
    scores: float32 (classes,), penalties >= 0 (smaller is better) or probabilities 0..1.
    ranking: class indices, the best first; empty if blank.
    confidence: the value that the reject rule compares with its threshold; larger is surer.
    label: the class name of the answer, or None, and then ``reason`` says why.
    milliseconds: time from picture to answer.
    rule: the reject rule that decided; None: there was none, or the picture goes in as it is.
    doubt: why the answer is unsure: the ink is one "dot", the runner-up is a "rival", or the
    picture is "unlike" all classes. None unless ``reason`` is "unsure".
    side_by_side: the digits from left to right, if it is declined because it is several of them.
    """

    picture: Picture
    normalized: Normalized | None
    field: ByteArray
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
    side_by_side: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        """Return whether there was nothing to read."""
        return self.reason == "blank"

    @property
    def margin(self) -> float:
        """Return the distance of the runner-up's score from the best one, >= 0; 0 if blank."""
        if len(self.ranking) < 2:
            return 0.0
        return abs(float(self.scores[self.ranking[0]]) - float(self.scores[self.ranking[1]]))

    @property
    def lead(self) -> float:
        """Return how far the best class is ahead, 0..1, whatever the reject rule.

        The margin of probabilities; of penalties the posterior where the rule has computed it,
        otherwise the margin of the probabilities exp(-penalty) / sum.
        """
        if self.score_kind == "probability" or not self.ranking:
            return self.margin
        if self.rule is not None and self.rule.score == "posterior":
            return self.confidence
        likely = np.exp(self.scores.min() - self.scores.astype(np.float64))
        best, second = (float(likely[index]) for index in self.ranking[:2])
        return (best - second) / float(likely.sum())


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a layer: its map (or its number, in a layer without maps), row and column."""

    layer: str
    map: int
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class WeightPlace:
    """One trained number of a layer.

    parameter: "weight", "bias" or "coefficient"; index: its place in that array of the checkpoint.
    """

    layer: str
    parameter: str
    index: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The receptive field of a unit in a layer below: maps, rows top..bottom, columns left..right,
    ends exclusive."""

    layer: str
    maps: tuple[int, ...]
    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class RejectCurve:
    """The effect of a reject rule on validation data at each setting, the laxest first.

    One entry per setting: thresholds: (threshold,), or (threshold, second, difference) of the
    rule of 1990; accepted: number of digits accepted, of ``digits``; wrong: how many of these are
    wrong; others_accepted: number of non-digits accepted, of ``others``.
    non_digit_part: the assumed fraction of non-digits among what people draw, 0..1; each one that
    is accepted counts as an error.
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
        """Return the rejected fraction of the digits, 0..1, (settings,)."""
        return 1.0 - np.array(self.accepted) / self.digits

    @property
    def error(self) -> FloatArray:
        """Return the wrong fraction of the accepted digits, 0..1, (settings,)."""
        return np.array(self.wrong) / np.maximum(self.accepted, 1)

    @property
    def others_rejected(self) -> FloatArray:
        """Return the rejected fraction of the non-digits, 0..1, (settings,); 1 without any."""
        return 1.0 - np.array(self.others_accepted) / max(self.others, 1)


@dataclass(frozen=True, slots=True)
class RejectRule:
    """The rule that rejects an answer: confidence below ``threshold``.

    score "margin": best minus second probability, 0..1, or second minus best penalty.
    score "posterior": probability of the best class beside a not-a-digit class of constant
    evidence -j, 0..1: that of the MAP loss (1998 paper, eq. 9). Evidence is the input of the
    softmax, or the negative penalty.
    score "1990": accepted only if the best activity is above ``threshold``, the next one below
    ``second``, and their difference above ``difference`` (LeCun et al., NIPS 2, 1990); activities
    are probabilities or negative penalties.
    chosen: how the threshold was found, for people. accepted_errors: position of the dial: the
    largest fraction of accepted answers that may be wrong, 0..1; 1: nothing is rejected; None: set
    otherwise. curves: the data behind the dial; one for each score that can be chosen.
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
    training: command, data (name -> SHA-256), seed, recipe, cost; evaluation: data, part, count,
    errors, error_rate, interval, loss. Both are plain JSON values; empty if unknown.
    specification: the architecture itself (``engine/checkpoints/architecture_json.py``); empty if
    it is the one of that name in the table of architectures.
    """

    architecture: str
    class_names: tuple[str, ...]
    weights: Mapping[str, FloatArray]
    rejection: RejectRule | None = None
    training: Mapping[str, Any] = field(default_factory=dict)
    evaluation: Mapping[str, Any] = field(default_factory=dict)
    specification: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """The errors of a network on labelled data.

    part: the part that ``data`` is of the network's own data, or "" for other data.
    count: number of samples; labelled: of those whose label is one of the network's classes.
    errors, error_rate: over the labelled samples, as if nothing were rejected (error_rate is None
    without any); interval: 95 % Wilson interval of the rate. rejected: number over all samples;
    accepted_error_rate: of the accepted labelled samples.
    confusion: int (classes, classes), [label, answer]. misread: indices of the samples.
    labels, answers: int64 (count,), class indices of each sample; -1 where the label is no class.
    loss: mean of -ln(probability of the label) over the labelled samples, >= 0, None without any;
    where outputs are penalties, the probabilities are exp(-penalty) / sum exp(-penalty), without a
    not-a-digit class, so that networks can be compared. calibration: of the labelled samples, as
    ``engine/recognition/calibration_curve.py`` returns it, (bins, 3).
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
    part: DataPart = ""
    loss: float | None = None
    calibration: FloatArray = field(default_factory=lambda: np.zeros((0, 3)))

    @property
    def accuracy(self) -> float | None:
        """Return the part of the labelled samples that is read right, 0..1; None without any."""
        return None if self.error_rate is None else 1.0 - self.error_rate
