"""How explanations compare: occlusion with evaluating, the smallest change with a long search."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

import numpy as np

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.data.datasets import mnist
from lenet_gui.engine.explaining.occlusion import occlusion
from lenet_gui.engine.explaining.pixels import pixels_of
from lenet_gui.engine.explaining.slopes import evidence_slope
from lenet_gui.engine.explaining.smallest_change import smallest_change
from lenet_gui.engine.recognition.recognizer import Recognizer
from tests.benchmarks.measure import Measurement, Row, beside, round_medians

NETWORK = "lenet-5-modern"
OCCLUSION = "occlusion of a field / as many digits in batch"
MOST_OCCLUSION = 1.2
LENGTH = "smallest change / that of 2,000 passes, median"
TIME = "smallest change / time of 2,000 passes"
MOST_LENGTH, MOST_TIME = 1.1, 0.1
DIGITS, TIMED = 200, 7
SEARCHES, PASSES = 10, 200  # of the long search: 2,000 passes in all
FIRST_WEIGHT, MOST_WEIGHT = 1.0, 1e9  # of the margin beside the length
RATE, LAST_RATE = 0.02, 0.001  # of full ink, per pass


def _occlusion() -> Iterator[Row]:
    recognizer = load_recognizer(NETWORK)
    images = mnist("mnist-test").images[:226]  # a field with ink everywhere has 225 squares
    noise = np.random.default_rng(0).integers(1, 256, (32, 32), np.uint8)
    pixels = pixels_of(recognizer.architecture, noise)
    own, reference = round_medians(
        [lambda: occlusion(recognizer.network, pixels, 3, 8), lambda: recognizer.evidence(images)],
        20,
    )
    yield beside(OCCLUSION, own, "226 digits", reference, MOST_OCCLUSION)


def _smallest_change() -> Iterator[Row]:
    recognizer = load_recognizer(NETWORK)
    images = np.pad(mnist("mnist-test").images[:DIGITS], ((0, 0), (2, 2), (2, 2)))
    pixels = np.stack([pixels_of(recognizer.architecture, image) for image in images])
    rivals = np.argsort(-recognizer.evidence(images), axis=1, kind="stable")[:, 1]
    long = long_search(recognizer, pixels, rivals)
    own = [_length(recognizer, *digit) for digit in zip(pixels, rivals.tolist(), strict=True)]
    ratios = np.array(own) / long
    note = f"at most {ratios.max():.2f}; {np.isinf(own).sum()} of {DIGITS} not found"
    yield Row(LENGTH, float(np.median(ratios)), MOST_LENGTH, "x", note)
    shares = [_share(recognizer, pixels[at : at + 1], rivals[at : at + 1]) for at in range(TIMED)]
    yield Row(TIME, statistics.median(shares), MOST_TIME, "x", f"of {TIMED} digits, one by one")


def _length(recognizer: Recognizer, pixels: FloatArray, rival: int) -> float:
    found = smallest_change(recognizer, pixels, rival)
    return np.inf if found is None else found.length


def _share(recognizer: Recognizer, pixels: FloatArray, rivals: np.ndarray) -> float:
    """Return the time of a search beside that of the long one, which stands between two of it."""
    times = []
    for search in (_short, long_search, _short):
        start = time.perf_counter()
        search(recognizer, pixels, rivals)
        times.append(time.perf_counter() - start)
    return (times[0] + times[2]) / 2 / times[1]


def _short(recognizer: Recognizer, pixels: FloatArray, rivals: np.ndarray) -> None:
    smallest_change(recognizer, pixels[0], int(rivals[0]))


def long_search(recognizer: Recognizer, pixels: FloatArray, rivals: np.ndarray) -> FloatArray:
    """Return the lengths of the smallest changes that 2,000 passes find, inf where none is found.

    Carlini and Wagner, "Towards evaluating the robustness of neural networks", 2017: Adam makes the
    squared length plus the weighted margin small; the weight is halved in by a few searches.
    pixels: (samples, planes, rows, columns). rivals: (samples,).
    """
    samples = np.arange(len(pixels))
    weight, low, high = (np.full(len(pixels), w) for w in (FIRST_WEIGHT, 0.0, MOST_WEIGHT))
    best = np.full(len(pixels), np.inf)

    def weighting(evidence: FloatArray) -> FloatArray:
        delta, others = np.zeros_like(evidence), evidence.copy()
        others[samples, rivals] = -np.inf
        delta[samples, others.argmax(axis=1)] = -1
        delta[samples, rivals] = 1
        return delta

    for _ in range(SEARCHES):
        change = np.zeros(pixels.shape)
        first, second = np.zeros_like(change), np.zeros_like(change)
        crossed = np.zeros(len(pixels), bool)
        for step in range(1, PASSES + 1):
            evidence, slope = evidence_slope(recognizer, pixels + change, weighting)
            margins = (weighting(evidence) * evidence).sum(axis=1)
            lengths = np.sqrt((change**2).sum(axis=(1, 2, 3)))
            best = np.where((margins > 0) & (lengths < best), lengths, best)
            crossed |= margins > 0
            pushed = np.where(margins < BEHIND_BORDER, weight, 0.0)
            gradient = 2 * change - pushed[:, None, None, None] * slope
            first += 0.1 * (gradient - first)
            second += 0.001 * (gradient**2 - second)
            rate = LAST_RATE + RATE * (1 - step / PASSES)
            moved = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
            change = np.clip(pixels + change - rate * moved, 0, 1) - pixels
        low, high = np.where(crossed, low, weight), np.where(crossed, weight, high)
        weight = np.where(high < MOST_WEIGHT, (low + high) / 2, weight * 10)
    return best


BEHIND_BORDER = 1e-3  # a margin that is larger is pushed no farther

MEASUREMENTS = (
    Measurement((OCCLUSION,), _occlusion),
    Measurement((LENGTH, TIME), _smallest_change, timed=False),
)
