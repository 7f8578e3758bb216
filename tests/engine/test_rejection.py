"""Confidence, ranking, and the threshold that lets so many wrong answers pass."""

import math

import numpy as np
import pytest

from lenet_gui.engine.rejection import confidences, rankings, threshold_for
from lenet_gui.values import RejectRule

POSTERIOR = RejectRule("posterior", 0.5, j=20.0)


def test_the_margin_of_probabilities_is_best_minus_second() -> None:
    scores = np.array([[0.7, 0.1, 0.2], [0.2, 0.4, 0.4]], np.float32)
    assert confidences(scores, "probability", None) == pytest.approx([0.5, 0.0], abs=1e-6)
    rule = RejectRule("margin", 0.1)
    assert confidences(scores, "probability", rule) == pytest.approx([0.5, 0.0], abs=1e-6)


def test_the_margin_of_penalties_is_second_minus_best() -> None:
    scores = np.array([[30.0, 5.0, 12.0]])
    assert confidences(scores, "penalty", None).tolist() == [7.0]
    assert confidences(scores, "penalty", RejectRule("margin", 0.1)).tolist() == [7.0]


def test_the_posterior_is_that_of_equation_9() -> None:
    penalties = [3.0, 5.0, 20.0]
    evidence = [math.exp(-y) for y in penalties]
    wanted = evidence[0] / (math.exp(-20) + sum(evidence))
    assert confidences(np.array([penalties]), "penalty", POSTERIOR) == pytest.approx([wanted])


def test_far_from_every_class_is_rubbish_and_nothing_overflows() -> None:
    penalties = np.array([[500.0, 900.0, 900.0], [1e6, 2e6, 3e6], [0.0, 1e6, 1e6]], np.float32)
    with np.errstate(over="raise", invalid="raise"):
        found = confidences(penalties, "penalty", POSTERIOR)
    assert found[:2].max() < 1e-100
    assert found[2] == pytest.approx(1.0)


def test_two_classes_as_near_are_a_coin_toss() -> None:
    found = confidences(np.array([[4.0, 4.0, 90.0]]), "penalty", POSTERIOR)
    assert found == pytest.approx([0.5], abs=1e-6)


def test_ranking_puts_the_best_first_and_keeps_the_order_of_equals() -> None:
    scores = np.array([[0.2, 0.5, 0.2, 0.1]])
    assert rankings(scores, "probability").tolist() == [[1, 0, 2, 3]]
    assert rankings(scores, "penalty").tolist() == [[3, 0, 2, 1]]


def accepted(confidence: np.ndarray, correct: np.ndarray, threshold: float) -> tuple[float, float]:
    """(error rate of what is accepted, part rejected)"""
    chosen = confidence >= threshold
    errors = float((~correct[chosen]).mean()) if chosen.any() else 0.0
    return errors, 1 - float(chosen.mean())


@pytest.mark.parametrize("allowed", [0.0, 0.01, 0.1, 1.0])
@pytest.mark.parametrize("levels", [7, 10**9])
def test_the_threshold_keeps_its_promise_and_rejects_no_more_than_needed(
    allowed: float, levels: int
) -> None:
    generator = np.random.default_rng(0)
    confidence = generator.integers(0, levels, 500) / levels  # with ties, or hardly any
    correct = generator.random(500) < 0.6 + 0.4 * confidence
    threshold, rejected = threshold_for(confidence, correct, allowed)
    error, part = accepted(confidence, correct, threshold)
    assert error <= allowed
    assert rejected == pytest.approx(part)
    for lower in np.unique(confidence[confidence < threshold]):
        assert accepted(confidence, correct, lower)[0] > allowed


def test_all_right_rejects_nothing_and_all_wrong_everything() -> None:
    confidence = np.array([0.3, 0.9, 0.5])
    assert threshold_for(confidence, np.array([True] * 3), 0.0) == (0.3, 0.0)
    threshold, rejected = threshold_for(confidence, np.array([False] * 3), 0.0)
    assert threshold > 0.9
    assert rejected == 1.0


def test_equal_confidences_are_accepted_or_rejected_together() -> None:
    confidence = np.array([0.9, 0.5, 0.5, 0.5])
    threshold, rejected = threshold_for(confidence, np.array([True, True, False, True]), 0.0)
    assert (threshold, rejected) == (0.9, 0.75)
