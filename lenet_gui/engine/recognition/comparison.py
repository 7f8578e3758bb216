"""Comparison of two networks on the same digits: is one better, or only luckier?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.values import DataPart, Evaluation
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.recognition.evaluation import evaluate
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.wilson import wilson_interval

SIGNIFICANCE_LEVEL = 0.05  # differences with a smaller p-value are significant


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two networks on the digits whose label is a class of both.

    count: the number of such digits. first_errors, second_errors: how many each gets wrong;
    first_interval, second_interval: 95 % Wilson intervals of those rates, 0..1.
    only_first, only_second, both: int64, the indices of the samples that the first alone, the
    second alone, and both get wrong. p_value: of McNemar's exact test.
    """

    first: Evaluation
    second: Evaluation
    count: int
    first_errors: int
    second_errors: int
    first_interval: tuple[float, float]
    second_interval: tuple[float, float]
    only_first: NDArray[np.int64]
    only_second: NDArray[np.int64]
    both: NDArray[np.int64]
    p_value: float

    @property
    def noise(self) -> bool:
        """Return whether networks that are equally good often differ as much."""
        return self.p_value >= SIGNIFICANCE_LEVEL


def compare(
    first: Recognizer,
    second: Recognizer,
    dataset: Dataset,
    part: DataPart = "",
    for_second: Dataset | None = None,
) -> Comparison:
    """Evaluate both on a dataset and compare them. Raises BadChoice if they share no label.

    part: what ``dataset`` is of its source. for_second: the same samples as ``second`` sees them,
    if it sees them otherwise.
    """
    return compare_evaluations(
        evaluate(first, dataset, part), evaluate(second, for_second or dataset, part)
    )


def compare_evaluations(first: Evaluation, second: Evaluation) -> Comparison:
    """Compare two evaluations on the same data.

    Raises BadChoice if they are not of the same samples or share no label with them.
    """
    if first.count != second.count or first.data != second.data:
        raise BadChoice(
            "{first} and {second} were tested on different data.",
            first=first.network,
            second=second.network,
        )
    known = (first.labels >= 0) & (second.labels >= 0)
    count = int(known.sum())
    if not count:
        raise BadChoice(
            "{first} and {second} have no class in common with {data}.",
            first=first.network,
            second=second.network,
            data=first.data,
        )
    wrong = [known & (one.labels != one.answers) for one in (first, second)]
    only_first, only_second = wrong[0] & ~wrong[1], wrong[1] & ~wrong[0]
    errors = [int(mask.sum()) for mask in wrong]
    return Comparison(
        first=first,
        second=second,
        count=count,
        first_errors=errors[0],
        second_errors=errors[1],
        first_interval=wilson_interval(errors[0], count),
        second_interval=wilson_interval(errors[1], count),
        only_first=np.flatnonzero(only_first),
        only_second=np.flatnonzero(only_second),
        both=np.flatnonzero(wrong[0] & wrong[1]),
        p_value=mcnemar(int(only_first.sum()), int(only_second.sum())),
    )


def mcnemar(only_first: int, only_second: int) -> float:
    """Return the exact two-sided p-value of discordant pairs (McNemar 1947, Psychometrika 12:153).

    If both were equally good, a coin would decide for each pair which one alone is wrong; the
    p-value is the probability that coins fall at least as unevenly.
    """
    pairs, fewer = only_first + only_second, min(only_first, only_second)
    term = tail = 1  # binomial coefficients as integers, so that nothing is rounded
    for k in range(1, fewer + 1):
        term = term * (pairs - k + 1) // k
        tail += term
    return min(1.0, 2 * tail / (1 << pairs)) if pairs else 1.0
