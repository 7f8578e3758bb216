"""Tries candidates on MNIST's test digits, and tells which of them lie too close to choose."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from lenet_gui.common.values import ByteArray, FloatArray
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.data.pictures_as_seen import pictures_of
from lenet_gui.engine.importing.candidates import Candidate
from lenet_gui.engine.networks.architecture import DIGITS, Architecture
from lenet_gui.engine.networks.network import Network

# How many of the candidates read how many digits: all, then the best ones.
ROUNDS = ((None, 40), (60, 200), (20, 1000))
_BATCH = 40
READS_DIGITS = 0.5  # of the digits; by chance it is a tenth
MOST_TIES = 20
_DEVIATIONS = 1.96  # of a difference that chance alone makes in 1 of 20 trials
_SEED = 19
_ALIKE = 1e-6  # of losses
_LEAST = 1e-12  # a probability, in the loss

Progress = Callable[[int, int], None]
"""Called with how many of how many candidates were tried; may raise to stop."""


def can_be_tried(class_names: Sequence[str]) -> bool:
    """Return whether all ten digits are among the classes."""
    return set(DIGITS) <= set(class_names)


def tried(
    candidates: Sequence[Candidate],
    class_names: Sequence[str],
    progress: Progress | None = None,
) -> list[Candidate]:
    """Return the candidates that read MNIST's test digits best, the best first.

    Of those that answer alike to all digits, the first one stays. class_names: with all digits.
    """
    digits = _Digits(class_names)
    left = list(candidates)
    for most, count in ROUNDS:
        read = []
        for place, candidate in enumerate(left[:most]):
            if progress is not None:
                progress(place, len(left[:most]))
            read.append(digits.read_by(candidate, count))
        left = sorted(read, key=_rank)
    return _different(left)


def _different(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without those that answer as one before them."""
    found: list[Candidate] = []
    for candidate in ranked:
        alike = (
            before
            for before in found
            if abs(before.loss - candidate.loss) < _ALIKE  # type: ignore[operator]
            and np.array_equal(before.right, candidate.right)  # type: ignore[arg-type]
        )
        if next(alike, None) is None:
            found.append(candidate)
    return found


def _rank(candidate: Candidate) -> tuple[float, float]:
    assert candidate.accuracy is not None
    assert candidate.loss is not None
    return -candidate.accuracy, candidate.loss


def near_ties(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Return the best candidate and those that chance may have put behind it (McNemar's test)."""
    best = ranked[0]
    if best.right is None:
        return list(ranked[:MOST_TIES])
    found = [best]
    for candidate in ranked[1:]:
        assert candidate.right is not None
        lost = int((best.right & ~candidate.right).sum())
        won = int((candidate.right & ~best.right).sum())
        if lost - won <= _DEVIATIONS * (lost + won) ** 0.5:
            found.append(candidate)
    return found[:MOST_TIES]


def reads_digits(ranked: Sequence[Candidate]) -> bool:
    """Return whether the best candidate has learned digits at all."""
    return (ranked[0].accuracy or 0.0) >= READS_DIGITS


class _Digits:
    """A sample of MNIST's test digits, in the form that each architecture sees."""

    def __init__(self, class_names: Sequence[str]) -> None:
        dataset = load_dataset("mnist-test")
        places = np.random.default_rng(_SEED).permutation(len(dataset))[: ROUNDS[-1][1]]
        self._images = dataset.images[places]
        self._labels = dataset.indices(tuple(class_names))[places]
        self._pictures: dict[tuple[int, ...], ByteArray] = {}
        self._layers: tuple[object, ...] = ()
        self._network: Network | None = None

    def read_by(self, candidate: Candidate, count: int) -> Candidate:
        """Return the candidate with what it reads of the first ``count`` digits."""
        architecture = candidate.architecture
        with np.errstate(all="ignore"):
            inputs = architecture.input_from(self._seen(architecture)[:count])
            network = self._network_of(architecture, candidate.weights)
            evidence = network.evidence(inputs, _BATCH).astype(np.float64)
            right = evidence.argmax(axis=1) == self._labels[:count]
            return replace(candidate, right=right, loss=self._loss(evidence))

    def _network_of(self, architecture: Architecture, weights: Mapping[str, FloatArray]) -> Network:
        """Return the network; candidates that differ in their inputs alone share its buffers."""
        if self._network is None or self._network.architecture.layers is not architecture.layers:
            self._network = Network(architecture, weights)
        return self._network

    def _seen(self, architecture: Architecture) -> ByteArray:
        shape = architecture.picture_shape
        if shape is None:
            return self._images
        if shape not in self._pictures:
            self._pictures[shape] = pictures_of(self._images, shape, None)
        return self._pictures[shape]

    def _loss(self, evidence: FloatArray) -> float:
        shifted = evidence - evidence.max(axis=1, keepdims=True)
        chances = np.exp(shifted)
        chances /= chances.sum(axis=1, keepdims=True)
        own = chances[np.arange(len(evidence)), self._labels[: len(evidence)]]
        return float(np.nan_to_num(-np.log(np.maximum(own, _LEAST)), nan=1e9).mean())
