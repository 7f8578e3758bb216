"""Confidence, ranking, and when a rule accepts."""

import math

import numpy as np
import pytest

from lenet_gui.common.values import RejectRule, ScoreKind
from lenet_gui.engine.recognition.reject_rule import accepted, confidences, doubt_of, rankings

POSTERIOR = RejectRule("posterior", 0.5, j=20.0)


def evidence(*probabilities: float) -> np.ndarray:
    """Evidence whose softmax they are, moved by a number, which the softmax does not see."""
    return np.log(np.array([probabilities])) + 3.5


def test_the_margin_of_probabilities_is_best_minus_second() -> None:
    for rule in (None, RejectRule("margin", 0.1)):
        assert confidences(evidence(0.7, 0.1, 0.2), "probability", rule) == pytest.approx([0.5])
        assert confidences(evidence(0.2, 0.4, 0.4), "probability", rule) == pytest.approx([0.0])


def test_the_margin_of_penalties_is_second_minus_best() -> None:
    penalties = np.array([[30.0, 5.0, 12.0]])
    assert confidences(-penalties, "penalty", None).tolist() == [7.0]
    assert confidences(-penalties, "penalty", RejectRule("margin", 0.1)).tolist() == [7.0]


@pytest.mark.parametrize("kind", ["penalty", "probability"])
def test_the_posterior_is_that_of_equation_9(kind: ScoreKind) -> None:
    found = confidences(np.array([[-3.0, -5.0, -20.0]]), kind, POSTERIOR)
    sums = [math.exp(-y) for y in (3.0, 5.0, 20.0, 20.0)]
    assert found == pytest.approx([sums[0] / sum(sums)])


def test_far_from_every_class_is_rubbish_and_nothing_overflows() -> None:
    penalties = np.array([[500.0, 900.0, 900.0], [1e6, 2e6, 3e6], [0.0, 1e6, 1e6]], np.float32)
    with np.errstate(over="raise", invalid="raise"):
        found = confidences(-penalties, "penalty", POSTERIOR)
    assert found[:2].max() < 1e-100
    assert found[2] == pytest.approx(1.0)


def test_two_classes_as_near_are_a_coin_toss() -> None:
    found = confidences(-np.array([[4.0, 4.0, 90.0]]), "penalty", POSTERIOR)
    assert found == pytest.approx([0.5], abs=1e-6)


def test_ranking_puts_the_best_first_and_keeps_the_order_of_equals() -> None:
    assert rankings(np.array([[0.2, 0.5, 0.2, 0.1]])).tolist() == [[1, 0, 2, 3]]


def test_each_of_the_three_thresholds_of_1990_can_reject() -> None:
    rule = RejectRule("1990", 0.6, second=0.3, difference=0.45)

    def accepts(*probabilities: float) -> bool:
        return bool(accepted(evidence(*probabilities), "probability", rule)[0])

    assert accepts(0.75, 0.2, 0.05)
    assert not accepts(0.59, 0.1, 0.1, 0.1, 0.11)  # the best is not active enough
    assert not accepts(0.68, 0.31, 0.01)  # the runner-up is too active
    assert not accepts(0.62, 0.25, 0.13)  # they are too near
    penalties = np.array([[5.0, 12.0, 30.0]])
    of_penalties = RejectRule("1990", -6.0, second=-10.0, difference=6.0)
    assert accepted(-penalties, "penalty", of_penalties).all()
    assert not accepted(-penalties - 2, "penalty", of_penalties).any()


def test_the_doubt_is_a_rival_or_that_it_is_like_no_class() -> None:
    rule = RejectRule("posterior", 0.9, j=-5.0)
    assert doubt_of(np.array([5.5, 0.0, -3.0]), "probability", rule) == "unlike"
    assert doubt_of(np.array([9.5, 9.0, -3.0]), "probability", rule) == "rival"
    assert doubt_of(np.array([5.5, 0.0, -3.0]), "probability", RejectRule("margin", 1)) == "rival"
    old = RejectRule("1990", 0.9, second=0.5, difference=0.2)
    assert doubt_of(evidence(0.8, 0.1, 0.1)[0], "probability", old) == "unlike"
    assert doubt_of(evidence(0.49, 0.48, 0.03)[0], "probability", old) == "rival"
