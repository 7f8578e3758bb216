"""The shipped readers on MNIST's test digits, as their files say and as they do here."""

from __future__ import annotations

from collections.abc import Iterator

from lenet_gui.engine.checkpoints.named_networks import load_recognizer, network_names
from lenet_gui.engine.data.datasets import mnist
from lenet_gui.engine.recognition.evaluation import evaluate
from tests.benchmarks.measure import Measurement, Row
from tests.engine.enlarged_digits import errors_enlarged

MOST_ERRORS = 1.0  # percent
MOST_MORE = 0.05  # points of percent
ENLARGED = "digits 10 to 20 times as large, more errors"
ON_TEST = "{} on MNIST test"


def _enlarged() -> Iterator[Row]:
    test = mnist("mnist-test")
    errors, originals = errors_enlarged(test, load_recognizer())
    note = f"{errors} errors, {originals} as they are"
    more = 100 * (errors - originals) / len(test)
    yield Row(ENLARGED, more, MOST_MORE, "points", note)


def _networks() -> Iterator[Row]:
    test = mnist("mnist-test")
    for name in network_names():
        evaluation = evaluate(load_recognizer(name), test)
        if evaluation.error_rate is None or evaluation.interval is None:
            raise ValueError(f"{name} has no class of MNIST")
        low, high = (100 * end for end in evaluation.interval)
        note = f"{evaluation.errors} errors, 95 % interval {low:.2f} to {high:.2f}"
        yield Row(ON_TEST.format(name), 100 * evaluation.error_rate, MOST_ERRORS, "%", note)


MEASUREMENTS = (
    Measurement((ENLARGED,), _enlarged, timed=False),
    Measurement(tuple(ON_TEST.format(name) for name in network_names()), _networks, timed=False),
)
