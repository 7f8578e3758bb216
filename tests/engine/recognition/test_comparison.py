"""Two networks on the same digits: McNemar's test against other ways to compute it."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.values import Evaluation
from lenet_gui.engine.recognition.comparison import (
    Comparison,
    compare,
    compare_evaluations,
    mcnemar,
)
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.wilson import wilson_interval
from tests.helpers import default_recognizer, mnist_test, untrained

NAMES = tuple("0123456789")


def evaluated(
    name: str, labels: np.ndarray, answers: np.ndarray, names: tuple[str, ...] = NAMES
) -> Evaluation:
    known = labels >= 0
    confusion = np.zeros((len(names), len(names)), np.int64)
    np.add.at(confusion, (labels[known], answers[known]), 1)
    errors = int((known & (labels != answers)).sum())
    return Evaluation(
        network=name,
        data="made up",
        count=len(labels),
        labelled=int(known.sum()),
        errors=errors,
        error_rate=errors / len(labels),
        interval=wilson_interval(errors, len(labels)),
        rejected=0,
        accepted_error_rate=None,
        confusion=confusion,
        class_names=names,
        misread=np.flatnonzero(known & (labels != answers)),
        labels=labels,
        answers=answers,
    )


def pair(both: int, first: int, second: int, count: int = 1000) -> Comparison:
    labels = np.arange(count) % 10
    answers = [labels.copy(), labels.copy()]
    for answer in answers:
        answer[:both] = (labels[:both] + 1) % 10
    one, other = slice(both, both + first), slice(both + first, both + first + second)
    answers[0][one] = (labels[one] + 1) % 10
    answers[1][other] = (labels[other] + 1) % 10
    return compare_evaluations(
        evaluated("a", labels, answers[0]), evaluated("b", labels, answers[1])
    )


@pytest.mark.parametrize(
    ("first", "second", "p"),
    [
        (0, 0, 1.0),
        (1, 0, 1.0),
        (5, 5, 1.0),
        (0, 5, 0.0625),  # 2 / 2^5
        (0, 6, 0.03125),
        (6, 0, 0.03125),
        (1, 9, 22 / 1024),  # 2 (1 + 10) / 2^10
        (8, 2, 112 / 1024),
    ],
)
def test_p_values_by_hand(first: int, second: int, p: float) -> None:
    assert mcnemar(first, second) == pytest.approx(p, rel=1e-12)


@pytest.mark.parametrize(("first", "second"), [(3, 17), (100, 131), (999, 1001), (9000, 1000)])
def test_p_values_in_fractions(first: int, second: int) -> None:
    pairs, fewer = first + second, min(first, second)
    tail = sum(comb(pairs, k) for k in range(fewer + 1))
    assert mcnemar(first, second) == float(min(Fraction(2 * tail, 2**pairs), Fraction(1)))


def test_the_largest_test_set_is_quick_and_in_range() -> None:
    assert mcnemar(5000, 5000) == 1.0
    assert mcnemar(10_000, 0) == 0.0  # 2 / 2^10000 is nothing


def test_who_alone_is_wrong() -> None:
    found = pair(both=10, first=5, second=20)
    assert (found.first_errors, found.second_errors, found.count) == (15, 30, 1000)
    assert found.first_interval == wilson_interval(15, 1000)
    assert found.both.tolist() == list(range(10))
    assert found.only_first.tolist() == list(range(10, 15))
    assert found.only_second.tolist() == list(range(15, 35))
    assert found.p_value == mcnemar(5, 20)
    assert not found.noise


def test_a_small_difference_is_noise() -> None:
    assert pair(both=50, first=10, second=16).noise
    assert pair(both=50, first=0, second=0).noise


def test_shared_errors_do_not_matter() -> None:
    assert pair(0, 3, 12).p_value == pair(200, 3, 12).p_value


def test_only_digits_that_both_know_count() -> None:
    labels = np.array([0, 1, 2, -1, 1])
    first = evaluated("a", labels, np.array([0, 1, 1, 0, 0]))
    fewer = evaluated("b", np.where(labels == 2, -1, labels), np.array([1, 1, 0, 0, 1]), ("0", "1"))
    found = compare_evaluations(first, fewer)
    assert found.count == 3
    assert found.only_first.tolist() == [4]
    assert found.only_second.tolist() == [0]


def test_what_cannot_be_compared_gets_a_sentence() -> None:
    labels = np.arange(10)
    one, other = evaluated("a", labels, labels), evaluated("b", labels[:9], labels[:9])
    with pytest.raises(BadChoice, match="a and b were tested on different data"):
        compare_evaluations(one, other)
    stranger = evaluated("c", np.full(10, -1), labels)
    with pytest.raises(BadChoice, match="a and c have no class in common with made up"):
        compare_evaluations(one, stranger)


def test_shipped_networks() -> None:
    digits = mnist_test().take(np.arange(1000))
    found = compare(default_recognizer(), Recognizer("untrained", untrained()), digits)
    assert found.count == 1000
    assert found.first_errors < 20 < 500 < found.second_errors
    assert found.p_value < 1e-50
    assert not found.noise
    same = compare(default_recognizer(), default_recognizer(), digits)
    assert same.noise
    assert same.p_value == 1.0
