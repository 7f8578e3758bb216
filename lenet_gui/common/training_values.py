"""The frozen values of training, as they cross rooms and processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import cache
from typing import Any, Literal, get_args, get_type_hints

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.training_names import written_name
from lenet_gui.common.values import Initialization, Sees

LossName = Literal["map", "mse", "cross-entropy"]
OptimizerName = Literal["adamw", "adam", "sgd", "levenberg-marquardt"]
Schedule = Literal["cosine", "constant", "published"]
ValidationPart = Literal["random", "first"]
FirstWeights = Literal["default", Initialization]
_LARGEST_WHOLE = 2**63  # what int64 holds
_LARGEST = 1e300  # far below overflow, far above every range that is checked later


@dataclass(frozen=True, slots=True)
class ImageAugmentation:
    """Ranges of the image augmentation.

    Each value is drawn uniformly from -range..range, the elastic shifts from a normal distribution.

    rotation: degrees; scale: logarithm of the size, and again of the aspect; shear: columns per
    row; shift: pixels; elastic: standard deviation in pixels at ``control`` x ``control`` points;
    clean: fraction of the samples that stay as they are; soft: fraction that is blurred a little,
    like pictures that were enlarged or photographed before they were normalised.
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
class TrainingData:
    """The data that a network learns from, and that it is tested on.

    sees: whether the network sees their "ink", normalized as MNIST's digits are, or each "picture"
    as it is. classes: the classes in the order of the outputs; empty: those of ``sources``, sorted.
    sources: data sources as the command line writes them ("mnist" or a path).
    test: the source to test the result on; empty: the test part that belongs to ``sources``.
    non_digits: sources to be answered with "not sure": "scribbles", or stroke sets of letters and
    signs; for the loss "map".
    held_out: path of a list of writers that are never learned from; empty if there is none.
    stroke_augmentations: number of augmented copies of each drawing of a stroke set; 0: the
    drawings alone.
    validation: number of samples set aside; validation_part: chosen by the seed (whole writers
    where they are known), or the first ones of each source (outside MNIST, of each class).
    """

    sources: tuple[str, ...] = ("mnist",)
    test: str = ""
    non_digits: tuple[str, ...] = ()
    held_out: str = ""
    stroke_augmentations: int = 0
    validation: int = 5000
    validation_part: ValidationPart = "random"
    sees: Sees = "ink"
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LearningConfig:
    """How a network learns.

    start: path of a checkpoint whose weights to begin with; empty: random weights from the seed,
    drawn by the scheme ``first_weights``; "default" is that of the architecture.
    teachers: paths of checkpoints of networks to learn from beside the labels; distillation: their
    part of the loss, 0..1; for the losses "map" and "cross-entropy".
    epochs: passes over the training data. seconds: if above 0, the time to train instead; the
    schedule then follows the clock, so that the rate has fallen at the end.
    batch: samples per step.
    optimizer "levenberg-marquardt": the 1998 paper's stochastic diagonal method.
    rate: peak learning rate. schedule: linear up for the part ``warmup`` 0..1 of all steps, then
    "cosine": a cosine to 0; "constant": level; "published": down to a fiftieth of ``rate`` in the
    1998 paper's steps by epoch, or over ``seconds`` as over its 20 epochs.
    decay: weight decay of weights (not of biases; "adamw" only). momentum: of "sgd", 0..1.
    average: decay of the exponential average of the weights, 0 for none.
    loss "map" and "mse" are the 1998 paper's equations 9 and 8; j is the constant penalty of the
    not-a-digit class of "map". Where outputs are probabilities, the evidence before the softmax
    stands for negative penalties. "cross-entropy" is for probabilities only.
    image_augmentation: None for none.
    """

    start: str = ""
    first_weights: FirstWeights = "default"
    teachers: tuple[str, ...] = ()
    distillation: float = 0.7
    epochs: int = 40
    seconds: float = 0.0
    batch: int = 128
    optimizer: OptimizerName = "adamw"
    rate: float = 3e-3
    schedule: Schedule = "cosine"
    warmup: float = 0.1
    decay: float = 0.01
    momentum: float = 0.9
    average: float = 0.9995
    loss: LossName = "cross-entropy"
    j: float = 20.0
    image_augmentation: ImageAugmentation | None = ImageAugmentation()


@dataclass(frozen=True, slots=True)
class RunConfig:
    """How a training runs.

    seed: of all random numbers. device: as torch names it, or "auto". threads: of the processor.
    """

    seed: int = 0
    device: str = "auto"
    threads: int = 1


@dataclass(frozen=True, slots=True)
class TrainingConfig:
    """A training: which architecture learns, from which data, how, and how it runs.

    A function takes the part that it needs. Forms and options know the fields of all parts by one
    name each; ``field`` and ``with_fields`` find the part that holds it. In JSON the fields lie
    side by side, under their written names.
    """

    architecture: str
    data: TrainingData = TrainingData()
    learning: LearningConfig = LearningConfig()
    run: RunConfig = RunConfig()

    def field(self, name: str) -> Any:
        """Return the field of that name. Raises KeyError if there is none."""
        part = _PART_OF[name]
        return getattr(getattr(self, part) if part else self, name)

    def all_fields(self) -> dict[str, Any]:
        """Return the fields of all parts by name."""
        return {name: self.field(name) for name in _PART_OF}

    def with_fields(self, **values: Any) -> TrainingConfig:
        """Return a copy with these fields changed. Raises KeyError if there is no such field."""
        changed: dict[str, dict[str, Any]] = {}
        for name, value in values.items():
            changed.setdefault(_PART_OF[name], {})[name] = value
        own = changed.pop("", {})
        parts = {part: replace(getattr(self, part), **some) for part, some in changed.items()}
        return replace(self, **own, **parts)

    def as_json(self) -> dict[str, Any]:
        """Return plain JSON values by written name; ``from_json`` reads them."""
        return {written_name(name): _plain(value) for name, value in self.all_fields().items()}

    @staticmethod
    def from_json(values: Mapping[str, Any]) -> TrainingConfig:
        """Return the training that ``as_json`` wrote; missing fields have their default values.

        Raises BadChoice if the architecture is missing, or if a field is unknown or its value is
        of the wrong type.
        """
        given: dict[str, Any] = {}
        for key, value in values.items():
            name = _BY_WRITTEN_NAME.get(key)
            if name is None:
                raise _no_choice(key, value)
            given[name] = _checked(_type_of(name), key, value)
        if "architecture" not in given:
            raise BadChoice("Choose an architecture to train.")
        return TrainingConfig("").with_fields(**given)


_PARTS: dict[str, type] = {"data": TrainingData, "learning": LearningConfig, "run": RunConfig}
_PART_OF = {"architecture": ""} | {
    field.name: part for part, owner in _PARTS.items() for field in fields(owner)
}
_BY_WRITTEN_NAME = {written_name(name): name for name in _PART_OF}


def _type_of(name: str) -> object:
    """Return the type of a field of any part."""
    return _field_types(_PARTS.get(_PART_OF[name], TrainingConfig))[name]


def _plain(value: object) -> object:
    if isinstance(value, ImageAugmentation):
        return asdict(value)
    return list(value) if isinstance(value, tuple) else value


def image_augmentation_from_json(values: Mapping[str, Any] | None) -> ImageAugmentation | None:
    """Return the ranges that ``dataclasses.asdict`` wrote; missing ones have their defaults.

    Raises BadChoice if a name is unknown or its value is not a number.
    """
    if values is None:
        return None
    if not isinstance(values, Mapping):
        raise _no_choice(written_name("image_augmentation"), values)
    types = _field_types(ImageAugmentation)
    for name, value in values.items():
        _checked(types.get(name), name, value)
    return ImageAugmentation(**values)


@cache
def _field_types(owner: type) -> dict[str, Any]:
    """Return the type of each field of a dataclass by name."""
    hints = get_type_hints(owner)
    return {field.name: hints[field.name] for field in fields(owner)}


def _checked(wanted: object, key: str, value: Any) -> Any:
    """Return a JSON value as a field of type ``wanted`` holds it; raises BadChoice if it cannot."""
    if wanted == ImageAugmentation | None:
        return image_augmentation_from_json(value)
    if wanted == tuple[str, ...]:
        good = isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
        value = tuple(value) if good else value
    elif wanted is float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        good = number and -_LARGEST < value < _LARGEST
    elif wanted is int:
        good = type(value) is int and -_LARGEST_WHOLE <= value < _LARGEST_WHOLE
    elif wanted is str:
        good = isinstance(value, str)
    else:  # a Literal; an unknown field has no type, and so no choices
        good = isinstance(value, str) and value in get_args(wanted)
    if not good:
        raise _no_choice(key, value)
    return value


def _no_choice(key: str, value: object) -> BadChoice:
    return BadChoice("{name} cannot be {value}.", name=key, value=repr(value)[:60])


@dataclass(frozen=True, slots=True)
class TrainingChanges:
    """Changes to a running training: the peak learning rate and the image augmentation."""

    rate: float
    image_augmentation: ImageAugmentation | None

    def as_json(self) -> dict[str, Any]:
        """Return plain JSON values by written name; ``from_json`` reads them."""
        name = written_name("image_augmentation")
        return {"rate": self.rate, name: _plain(self.image_augmentation)}

    @staticmethod
    def from_json(values: Mapping[str, Any]) -> TrainingChanges:
        """Return the changes that ``as_json`` wrote.

        Raises KeyError if a value is missing, BadChoice if it is of the wrong type.
        """
        ranges = image_augmentation_from_json(values[written_name("image_augmentation")])
        return TrainingChanges(float(_checked(float, "rate", values["rate"])), ranges)
