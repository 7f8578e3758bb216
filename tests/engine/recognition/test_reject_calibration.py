"""Rules are set on validation data, and their dials go where the curves say."""

from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.values import RejectRule, RejectScore
from lenet_gui.engine.recognition.reject_calibration import (
    DIAL_STEPS,
    calibrated_rule,
    curve_of,
    curve_row_of,
    dial_positions,
    dial_stops,
    fitted_not_a_digit,
    not_a_digit_of,
    risks,
    with_dial,
)
from lenet_gui.engine.recognition.reject_rule import accepted, confidences
from tests.helpers import untrained

SCORES: tuple[RejectScore, ...] = ("margin", "posterior", "1990")


def validation(count: int = 1500, others: int = 500) -> tuple[np.ndarray, np.ndarray]:
    """(evidence, labels): digits that are read the better the clearer they are, and non-digits,
    for which all classes have little evidence."""
    generator = np.random.default_rng(0)
    labels = generator.integers(0, 10, count)
    evidence = generator.normal(0, 1, (count + others, 10))
    evidence[np.arange(count), labels] += generator.uniform(1, 9, count)
    evidence[count:] += generator.normal(-1, 1, (others, 1))
    return evidence, np.append(labels, np.full(others, -1))


def measured(rule: RejectRule, evidence: np.ndarray, labels: np.ndarray) -> tuple[float, ...]:
    """(digits rejected, error of the accepted ones, non-digits rejected), by reading them."""
    answered = accepted(evidence, "probability", rule)
    wrong = evidence.argmax(1) != labels
    digits, others = labels >= 0, labels < 0
    error = (answered & digits & wrong).sum() / max((answered & digits).sum(), 1)
    return 1 - answered[digits].mean(), error, 1 - answered[others].mean()


@pytest.mark.parametrize("score", SCORES)
def test_the_curve_says_what_happens_at_every_position_of_the_dial(score: RejectScore) -> None:
    evidence, labels = validation()
    rule = calibrated_rule(evidence, labels, "probability", j=-2.0, score=score)
    curve = curve_of(rule)
    assert curve is not None
    assert (curve.digits, curve.others, curve.non_digit_part) == (1500, 500, 0.1)
    assert len(curve.accepted) < 100
    positions = dial_positions(curve)
    assert positions[0] == 1.0
    assert len(positions) > 4
    for errors in positions[1:]:
        turned = with_dial(rule, errors)
        row = curve_row_of(curve, turned)
        assert row is not None
        wanted = measured(turned, evidence, labels)
        found = curve.rejected[row], curve.error[row], curve.others_rejected[row]
        assert found == pytest.approx(wanted)
        assert risks(curve)[row] <= errors
        assert wanted[1] <= errors


@pytest.mark.parametrize("levels", [7, 10**9])
@pytest.mark.parametrize("allowed", DIAL_STEPS)
def test_no_lower_threshold_would_keep_the_promise(allowed: float, levels: int) -> None:
    evidence, labels = validation(500, 0)
    evidence = np.round(evidence * levels / 9) / levels * 9  # with ties, or hardly any
    rule = calibrated_rule(evidence, labels, "probability", accepted_errors=allowed)
    confidence = confidences(evidence, "probability", rule)
    wrong = evidence.argmax(1) != labels
    assert wrong[confidence >= rule.threshold].mean() <= allowed
    for lower in np.unique(confidence[confidence < rule.threshold]):
        assert wrong[confidence >= lower].mean() > allowed


def test_three_thresholds_reject_no_more_digits_than_the_margin_alone_need_to() -> None:
    evidence, labels = validation()
    both = calibrated_rule(evidence, labels, "probability")
    for errors in (0.05, 0.02, 0.01):
        margin, three = (
            measured(with_dial(both, errors, score), evidence, labels)[0]
            for score in ("margin", "1990")
        )
        assert three <= margin + 0.04  # a step of the levels that are tried


def test_the_rubbish_class_rejects_what_the_margin_cannot() -> None:
    evidence, labels = validation()
    rule = calibrated_rule(evidence, labels, "probability", j=-2.0)
    assert rule.score == "posterior"
    posterior, margin = (
        measured(with_dial(rule, 0.05, score), evidence, labels)
        for score in ("posterior", "margin")
    )
    assert posterior[0] < margin[0]


def test_a_rubbish_class_can_be_fitted_to_a_network_that_has_none() -> None:
    evidence, labels = validation()
    fitted = fitted_not_a_digit(evidence, labels, "probability")

    def digits_refused(j: float) -> float:
        rule = calibrated_rule(evidence, labels, "probability", j=j, accepted_errors=0.05)
        return measured(rule, evidence, labels)[0]

    assert digits_refused(fitted) < digits_refused(0.0) < digits_refused(20.0)


def test_the_rubbish_class_is_that_of_the_training() -> None:
    trained = replace(untrained(), training={"config": {"loss": "map", "j": 3}})
    assert not_a_digit_of(trained) == 3.0
    assert not_a_digit_of(replace(trained, rejection=RejectRule("posterior", 0.5, j=7.0))) == 7.0
    assert not_a_digit_of(replace(trained, training={"config": {"loss": "cross-entropy"}})) is None
    assert not_a_digit_of(replace(trained, training={"config": {"loss": "map", "j": "x"}})) is None


def test_the_dial_at_its_end_rejects_nothing() -> None:
    evidence, labels = validation()
    for score in SCORES:
        rule = calibrated_rule(evidence, labels, "probability", j=-2.0, score=score)
        lax = with_dial(rule, 1.0)
        assert measured(lax, evidence, labels)[::2] == (0.0, 0.0)
        assert with_dial(lax, rule.accepted_errors or 0.0) == rule
        assert confidences(evidence, "probability", lax) == pytest.approx(
            confidences(evidence, "probability", rule)
        )


def test_all_right_rejects_nothing_and_all_wrong_everything() -> None:
    evidence, _ = validation(300, 0)
    right = calibrated_rule(evidence, evidence.argmax(1), "penalty", j=20.0)
    assert accepted(evidence, "penalty", right).all()
    wrong = calibrated_rule(evidence, (evidence.argmax(1) + 1) % 10, "penalty", j=20.0)
    assert not accepted(evidence, "penalty", wrong).any()
    assert dial_positions(curve_of(wrong)) == (1.0,)


def test_positions_that_would_reject_no_more_are_left_out() -> None:
    evidence, labels = validation(1000, 0)
    rule = calibrated_rule(evidence, np.where(labels < 0, 0, evidence.argmax(1)), "probability")
    assert dial_positions(curve_of(rule)) == (1.0,)  # nothing is wrong
    assert [stop.accepted_errors for stop in dial_stops(rule)] == [1.0, 0.002]  # and its own
    one_wrong = np.append((evidence[:1].argmax(1) + 1) % 10, evidence[1:].argmax(1))
    found = dial_positions(curve_of(calibrated_rule(evidence, one_wrong, "probability")))
    assert found == (1.0,)  # 1 in 1,000 is no more than the strictest position allows


def test_without_a_curve_the_dial_can_only_be_taken_off() -> None:
    old = RejectRule("margin", 0.9)
    assert with_dial(old, 1.0).threshold < 0
    assert dial_positions(curve_of(old)) == (1.0,)
    with pytest.raises(BadChoice, match="lenet-gui calibrate"):
        with_dial(old, 0.01)
    with pytest.raises(BadChoice, match="between 0 and 1"):
        with_dial(old, 1.5)
    with pytest.raises(ValueError, match="needs digits"):
        calibrated_rule(np.zeros((2, 10)), np.array([-1, -1]), "probability")
