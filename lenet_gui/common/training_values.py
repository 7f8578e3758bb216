"""The frozen values of training, as they cross rooms and processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from typing import Any, Literal, get_args, get_type_hints

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.values import ByteArray, Evaluation, FloatArray

Loss = Literal["map", "mse", "cross-entropy"]
Optimizer = Literal["adamw", "adam", "sgd", "levenberg-marquardt"]
Schedule = Literal["cosine", "constant", "published"]
ValidationPart = Literal["random", "first"]
_LARGEST_WHOLE = 2**63
_LARGEST = 1e300  # not to be reached by a number of a file
_LISTS = ("data", "non_digits", "teachers")  # fields of TrainingConfig


@dataclass(frozen=True, slots=True)
class ImageAugmentation:
    """Ranges; each value is drawn uniformly from -range..range, the elastic shifts normally.

    rotation: degrees; scale: logarithm of the size, and again of the aspect; shear: columns a
    row; shift: pixels; elastic: standard deviation in pixels at ``control`` x ``control``
    points; clean: part of the samples that stay as they are. soft: part that is blurred a little,
    as pictures are that were enlarged or photographed before they were normalised.
    """

    rotation: float = 10.0
    scale: float = 0.1
    shear: float = 0.2
    shift: float = 1.0
    elastic: float = 0.7
    control: int = 7
    clean: float = 0.1
    soft: float = 0.5


@dataclass(frozen=True, slots=True)
class TrainingConfig:
    """What to train, on what, how.

    data: data sources as the command line writes them ("mnist" or a path). test: the source to
    judge the result on; empty: the test part that belongs to ``data``.
    non_digits: what is to be answered with "not sure": "scribbles", or stroke sets of letters and
    signs; for the loss "map". held_out: a file that lists writers who are never learned from.
    variations: so many variations of each drawing of a stroke set are learned from, too.
    start: a checkpoint file whose weights to begin with; empty: random weights from ``seed``.
    teachers: checkpoint files of networks that it also learns from; distillation: their part of
    the loss, 0..1, the rest is that of the labels; for the losses "map" and "cross-entropy".
    epochs: passes over the training data. seconds: if above 0, train that long instead, the
    schedule following the time, so that it ends annealed.
    rate: peak learning rate. schedule: linear up for the part ``warmup`` 0..1 of all steps, then
    "cosine": a cosine to 0; "constant": level; "published": down to a fiftieth of ``rate`` in the
    1998 paper's steps by epoch, or over ``seconds`` as over its 20 epochs.
    optimizer "levenberg-marquardt": the paper's stochastic diagonal one. decay: weight decay of
    weights (not of biases; "adamw" only). momentum: of "sgd", 0..1.
    average: decay of the exponential average of the weights, 0 for none.
    loss "map" and "mse" are the 1998 paper's equations 9 and 8; j is the rubbish constant of
    "map". Where outputs are probabilities, the evidence before the softmax stands for negative
    penalties. "cross-entropy" is for these. distortions: None for none.
    validation: samples set aside; validation_part: which, chosen by ``seed`` (whole writers where
    they are known) or the first ones of each source.
    """

    architecture: str
    data: tuple[str, ...] = ("mnist",)
    test: str = ""
    start: str = ""
    non_digits: tuple[str, ...] = ()
    held_out: str = ""
    variations: int = 0
    teachers: tuple[str, ...] = ()
    distillation: float = 0.7
    epochs: int = 40
    seconds: float = 0.0
    batch: int = 128
    optimizer: Optimizer = "adamw"
    rate: float = 3e-3
    schedule: Schedule = "cosine"
    warmup: float = 0.1
    decay: float = 0.01
    momentum: float = 0.9
    average: float = 0.9995
    loss: Loss = "cross-entropy"
    j: float = 20.0
    distortions: ImageAugmentation | None = field(default_factory=ImageAugmentation)
    validation: int = 5000
    validation_part: ValidationPart = "random"
    seed: int = 0
    device: str = "auto"
    threads: int = 1

    def as_json(self) -> dict[str, Any]:
        """As plain JSON values; ``from_json`` reads them."""
        return asdict(self) | {name: list(getattr(self, name)) for name in _LISTS}

    @staticmethod
    def from_json(values: Mapping[str, Any]) -> TrainingConfig:
        """Raises BadChoice if a value is missing, unknown or of the wrong kind."""
        given = dict(values)
        for name in _LISTS:
            if isinstance(given.get(name), list):
                given[name] = tuple(given[name])
        if given.get("distortions") is not None:
            given["distortions"] = image_augmentation_from_json(given["distortions"])
        for name, value in given.items():
            _check_kind(TrainingConfig, name, value)
        if not isinstance(given.get("architecture"), str):
            raise BadChoice("A training needs an architecture.")
        return TrainingConfig(**given)


def image_augmentation_from_json(values: Mapping[str, Any] | None) -> ImageAugmentation | None:
    """Raises BadChoice if a value is unknown or no number."""
    if values is None:
        return None
    if not isinstance(values, Mapping):
        raise BadChoice("{name} cannot be {value}.", name="distortions", value=repr(values)[:60])
    for name, value in values.items():
        _check_kind(ImageAugmentation, name, value)
    return ImageAugmentation(**values)


@cache
def _kinds(owner: type) -> dict[str, Any]:
    """The kind of each field by name."""
    hints = get_type_hints(owner)
    return {field.name: hints[field.name] for field in fields(owner)}


def _check_kind(owner: type, name: str, value: object) -> None:
    """Numbers, texts and choices are what the field of that name wants; raises BadChoice."""
    kind = _kinds(owner).get(name)
    choices = get_args(kind)
    if kind is float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        good = number and -_LARGEST < value < _LARGEST  # type: ignore[operator]
    elif kind is int:
        good = type(value) is int and -_LARGEST_WHOLE <= value < _LARGEST_WHOLE
    elif kind is str:
        good = isinstance(value, str)
    elif name in _LISTS:
        good = isinstance(value, tuple) and all(isinstance(source, str) for source in value)
    elif name == "distortions":
        good = value is None or isinstance(value, ImageAugmentation)
    else:
        good = value in choices if isinstance(value, str) else False
    if not good:
        raise BadChoice("{name} cannot be {value}.", name=name, value=repr(value)[:60])


@dataclass(frozen=True, slots=True)
class TrainingChanges:
    """What can be changed while it runs: the peak learning rate and the distortions."""

    rate: float
    distortions: ImageAugmentation | None


@dataclass(frozen=True, slots=True, eq=False)
class TrainingStep:
    """One step of training as seen from outside.

    epoch: 0-based; step and steps: done and in all (an estimate where time decides); progress:
    0..1; loss: of this batch; rate: learning rate.
    train_error: running error rate of recent (distorted) batches, 0..1.
    seconds: spent training, without pauses.
    validating: the step is being judged; nothing is learned meanwhile. It is yielded as often as
    needed to pause or cancel at once; then the same step follows with its ``validation_error``.
    validation_error: 0..1 now and then, at least at the end of an epoch and of the training;
    otherwise None. weights: averaged weights a few times a second, otherwise None.
    """

    epoch: int
    step: int
    steps: int
    progress: float
    loss: float
    rate: float
    train_error: float
    seconds: float
    validating: bool = False
    validation_error: float | None = None
    weights: Mapping[str, FloatArray] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TrainingStart:
    """A training has begun (or goes on): what it learns from, and the weights it begins with.

    samples, validation_samples, test_samples: how many. output: path of the coming checkpoint.
    """

    config: TrainingConfig
    class_names: tuple[str, ...]
    samples: int
    validation_samples: int
    test_samples: int
    device: str
    output: str
    weights: Mapping[str, FloatArray]


@dataclass(frozen=True, slots=True, eq=False)
class TrainingProgress:
    """All steps since the last progress: ``newest``, and of each step its number (int64), loss
    and training error (float32)."""

    newest: TrainingStep
    steps: NDArray[np.int64]
    losses: FloatArray
    train_errors: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class TrainingReport:
    """A training that came to its end.

    output: path of the checkpoint. validation, test: how it does; test None where there is no
    test data. images: uint8 (test samples, 28, 28), in the order of ``test.labels``.
    """

    config: TrainingConfig
    output: str
    seconds: float
    cpu_seconds: float
    validation: Evaluation
    test: Evaluation | None
    images: ByteArray
