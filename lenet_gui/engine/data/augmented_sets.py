"""Makes data sets by drawing: augmented drawings of stroke sets, and drawings of no digit."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingData
from lenet_gui.common.values import ByteArray, Drawing, FloatArray
from lenet_gui.engine.data.dataset import Dataset, joined
from lenet_gui.engine.data.held_out_writers import read_writers, writers_of
from lenet_gui.engine.data.non_digits import LIKE_DIGITS, scribble, scribbles, side_by_side
from lenet_gui.engine.data.stroke_augmentation import augmented_drawing
from lenet_gui.engine.data.stroke_sets import StrokeSet, read_stroke_set
from lenet_gui.engine.data.train_test_splits import VALIDATION_DIVISOR, split_source
from lenet_gui.engine.ink.normalization import DIGIT_SIDE, normalize
from lenet_gui.engine.ink.rasterizer import drawn, ink_picture
from lenet_gui.engine.storage.files import cannot_read, sha256_of

Attend: TypeAlias = Callable[[], None]
"""Called before each drawing; an exception that it raises ends the work."""

SCRIBBLES = "scribbles"  # the name of a source of non-digits
# Hand-set: what is learned is a third of MNIST's 60,000 digits.
SCRIBBLES_LEARNED, PAIRS_LEARNED, SCRIBBLES_VALIDATED = 12_000, 8_000, 2_000
AUGMENTED_PER_SIGN = 4  # drawings of each letter or sign
NONE = ""  # the label of the not-a-digit class
_VALIDATED_SEED = 1 << 32  # trainings have smaller seeds


@dataclass(frozen=True, slots=True, eq=False)
class AugmentedDrawings:
    """Some drawings of a stroke set, and augmented copies of them.

    places: int64 (drawings,), their indices in the set. name: of the source.
    """

    strokes: StrokeSet
    places: NDArray[np.int64]
    name: str

    def plain(self, label: str) -> Dataset:
        """Return each drawing as it is, inked with the pen that the canvas begins with."""
        images = _drawn(
            len(self.places), lambda place: self.strokes.drawing(int(self.places[place]))
        )
        return _dataset(self.name, images, [label] * len(images))

    def varied(
        self, times: int, seed: int, label: str | None = None, attend: Attend | None = None
    ) -> Dataset:
        """Return ``times`` augmented copies of each drawing, one of each before the next round.

        The same seed gives the same copies. label: for all of them, instead of their own.
        """
        names = self.strokes.class_names()
        lines = [self.strokes.lines(place) for place in self.places.tolist()]
        own = [names[place] for place in self.places.tolist()]
        generator = np.random.default_rng((seed, *_seed_of(self.name)))
        images = _drawn(
            len(lines) * times,
            lambda place: augmented_drawing(
                lines[place % len(lines)], generator, own[place % len(lines)]
            ),
            attend,
        )
        labels = own if label is None else [label] * len(own)
        return _dataset(self.name, images, labels * times)


def non_digits_to_learn(
    data: TrainingData,
    seed: int,
    digits: Sequence[AugmentedDrawings],
    attend: Attend | None = None,
) -> Dataset:
    """Return the non-digits that a training learns to refuse, all with the label "".

    Scribbles, and pairs of ``digits`` if there are any; letters and signs of stroke sets, but for
    those that cannot be told from digits. Raises BadInput if a source cannot be read.
    """
    learned = []
    for source in data.non_digits:
        if source == SCRIBBLES:
            generator = np.random.default_rng((seed, 0))
            learned.append(_scribbles_to_learn(generator, attend))
            if digits:
                learned.append(_pairs(digits, generator, attend))
        else:
            signs, hashes = _signs(source, data.held_out, seed)[0], _hashes(Path(source))
            varied = signs.varied(AUGMENTED_PER_SIGN, seed, NONE, attend)
            learned.append(replace(varied, hashes=hashes))
    return joined(learned)


def non_digits_set_aside(data: TrainingData, seed: int) -> Dataset | None:
    """Return the non-digits that the reject rule of a training is chosen by; None without any.

    They are drawn as people would: other scribbles, and letters and signs of other writers.
    Raises BadInput if a source cannot be read.
    """
    validated = []
    for source in data.non_digits:
        if source == SCRIBBLES:
            validated.append(plain_scribbles(SCRIBBLES_VALIDATED, _VALIDATED_SEED))
        else:
            validated.append(_signs(source, data.held_out, seed)[1].plain(NONE))
    return joined(validated) if validated else None


def plain_scribbles(count: int, seed: int) -> Dataset:
    """Return scribbles as people would draw them, with the pen that the canvas begins with."""
    lines = scribbles(count, seed)
    return _dataset(SCRIBBLES, _drawn(count, lambda place: drawn(lines[place])), [NONE] * count)


def _scribbles_to_learn(generator: Generator, attend: Attend | None) -> Dataset:
    def one(place: int) -> Drawing:
        return augmented_drawing(scribble(generator), generator)

    images = _drawn(SCRIBBLES_LEARNED, one, attend)
    return _dataset(SCRIBBLES, images, [NONE] * len(images))


def _pairs(
    digits: Sequence[AugmentedDrawings], generator: Generator, attend: Attend | None
) -> Dataset:
    """Return pictures of two digits at once."""

    def one() -> list[FloatArray]:
        source = digits[int(generator.integers(len(digits)))]
        return source.strokes.lines(int(generator.choice(source.places)))

    def pair(place: int) -> Drawing:
        return augmented_drawing(side_by_side(one(), one(), generator), generator)

    return _dataset("pairs", _drawn(PAIRS_LEARNED, pair, attend), [NONE] * PAIRS_LEARNED)


def _signs(source: str, held_out: str, seed: int) -> tuple[AugmentedDrawings, AugmentedDrawings]:
    """Return (to learn from, set aside): letters and signs of a stroke set, split by writer.

    Raises BadInput if the set has none, or cannot be read.
    """
    path = Path(source)
    strokes = read_stroke_set(path)
    names = strokes.class_names()
    told = [i for i, name in enumerate(names) if name not in LIKE_DIGITS and not name.isdecimal()]
    places = np.array(told, np.int64)
    if not len(places):
        raise BadInput("{file} contains no letters or symbols.", file=path.name)
    images = np.zeros(
        (len(places), DIGIT_SIDE, DIGIT_SIDE), np.uint8
    )  # only writers matter for the split
    every = _dataset(path.name, images, [names[place] for place in told])
    every = replace(every, groups=tuple(strokes.writer[places].tolist()))
    held = writers_of(read_writers(held_out), source, strokes.writer.tolist())
    count = len(every) // VALIDATION_DIVISOR
    learned, validated, _ = split_source(every, count, seed, held_out=held)
    parts = []
    for part in (learned, validated):
        assert part.places is not None
        parts.append(AugmentedDrawings(strokes, places[part.places], path.name))
    return parts[0], parts[1]


def _hashes(path: Path) -> dict[str, str]:
    try:
        return {path.name: sha256_of(path)}
    except OSError as error:
        raise cannot_read(path, error) from None


def _drawn(
    count: int, drawing: Callable[[int], Drawing], attend: Attend | None = None
) -> ByteArray:
    """Return uint8 (count, 28, 28): the drawing of each number, normalised."""
    images = np.zeros((count, DIGIT_SIDE, DIGIT_SIDE), np.uint8)
    for place in range(count):
        if attend is not None:
            attend()
        images[place] = normalize(ink_picture(drawing(place).strokes)).digit
    return images


def _dataset(name: str, images: ByteArray, labels: Sequence[str]) -> Dataset:
    return Dataset(name, images, tuple(labels), ("",) * len(labels), {}, "strokes")


def _seed_of(name: str) -> tuple[int, ...]:
    """Return numbers to seed with, so that two sources are augmented differently."""
    return tuple(hashlib.sha256(name.encode(errors="surrogatepass")).digest()[:4])
