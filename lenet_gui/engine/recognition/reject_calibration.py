"""Calibration of the reject rule on validation data, and the dial that sets it afterwards.

The dial says what fraction of the accepted answers may be wrong. Its positions are rows of a
curve that was measured once, on data that the network did not learn from, and that is stored in
the checkpoint. A rule is "laxer" if it rejects less.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.values import (
    Checkpoint,
    FloatArray,
    RejectCurve,
    RejectRule,
    RejectScore,
    ScoreKind,
)
from lenet_gui.engine.recognition.reject_rule import UNBOUNDED, rankings, threshold_scores

DIAL_STEPS = (0.05, 0.02, 0.01, 0.005, 0.002, 0.001)  # largest wrong fraction of the accepted
NOTHING_REJECTED = 1.0  # the dial's position where nothing is rejected
DEFAULT_ACCEPTED_ERRORS = 0.002  # the dial's first position after calibration on digits alone
DEFAULT_WITH_NON_DIGITS = 0.01  # and with non-digits, each answer to which is wrong
NON_DIGIT_PART = 0.1  # assumed fraction of non-digits in what people draw
REJECTED_DIGIT_RATES = (0.01, 0.02, 0.03, 0.05)  # at which not-a-digit classes are compared
NON_DIGIT_TIE = 0.005  # fraction of non-digits treated as a tie
ROUNDING = 1e-12  # error of a sum of floats
# Of confidences, as levels of the three thresholds of 1990: dense where little is rejected.
_LEVEL_QUANTILES = np.append(0.0005 * 1.35 ** np.arange(20), np.arange(0.2, 1.0, 0.04))
# Rejected fractions of digits for which a curve keeps a row.
_KEPT_REJECTIONS = np.concatenate([[0.0], 0.0005 * 1.25 ** np.arange(35)])


def calibrated_rule(
    evidence: FloatArray,
    labels: NDArray[np.integer],
    kind: ScoreKind,
    *,
    j: float | None = None,
    score: RejectScore | None = None,
    accepted_errors: float | None = None,
    non_digit_part: float = NON_DIGIT_PART,
) -> RejectRule:
    """Calibrate a network's reject rule on validation data.

    evidence: (samples, classes), of ``Recognizer.evidence``. labels: (samples,) class indices, -1
    for non-digits. j: the not-a-digit class (1998: rubbish class) has the evidence -j; None:
    there is no such class. score: the quantity by which to reject; None: the posterior beside the
    not-a-digit class if there is one, else the margin. accepted_errors: the dial's first position,
    0..1; None: DEFAULT_ACCEPTED_ERRORS, or DEFAULT_WITH_NON_DIGITS if the data has non-digits.
    non_digit_part: the fraction of non-digits to assume, if the data has any; each answer to a
    non-digit is wrong. Raises ValueError if no sample is a digit.
    """
    if not (np.asarray(labels) >= 0).any():
        raise ValueError("a rule needs digits to be set by")
    score = score or ("margin" if j is None else "posterior")
    scores: list[RejectScore] = ["margin", "1990"] if j is None else ["posterior", "margin", "1990"]
    part = non_digit_part if (labels < 0).any() else 0.0
    curves = []
    for each in scores:
        sure = threshold_scores(evidence, kind, each, j or 0.0)
        right = rankings(evidence)[:, 0] == labels
        curves.append(_curve(each, sure, right, labels >= 0, part))
    rule = RejectRule(score, 0.0, j or 0.0, curves=tuple(curves))
    if accepted_errors is None:
        accepted_errors = DEFAULT_WITH_NON_DIGITS if part else DEFAULT_ACCEPTED_ERRORS
    return with_dial(rule, accepted_errors)


def fitted_not_a_digit(evidence: FloatArray, labels: NDArray[np.integer], kind: ScoreKind) -> float:
    """Fit j of a not-a-digit class to a network that was trained without one.

    j as in ``calibrated_rule``: the one with which most non-digits are rejected, averaged over
    ``REJECTED_DIGIT_RATES`` of rejected digits.
    """
    digit = labels >= 0
    best = evidence.max(axis=1)
    candidates = np.linspace(-best.max() - 5.0, 15.0 - np.quantile(best, 0.1), 60)

    def refused(j: float) -> float:
        sure = threshold_scores(evidence, kind, "posterior", j)[:, 0]
        limits = np.quantile(sure[digit], REJECTED_DIGIT_RATES)
        return float(np.mean(sure[~digit][:, None] < limits))

    parts = np.array([refused(j) for j in candidates])
    # Of equally good classes the weakest: beside a strong one all probabilities are near 0.
    return float(candidates[parts >= parts.max() - NON_DIGIT_TIE].max())


def with_dial(
    rule: RejectRule | None, accepted_errors: float, score: RejectScore | None = None
) -> RejectRule:
    """Return the rule with its dial at ``accepted_errors``, 0..1, by another score if given.

    1 rejects nothing and needs no curve. If so few errors are out of reach, the threshold lies
    above all of the validation data. Raises BadChoice if the score's curve was not measured.
    """
    if not 0.0 <= accepted_errors <= 1.0:
        raise BadChoice("The share of wrong answers must be between 0 and 1.")
    score = score or (rule.score if rule is not None else "margin")
    if accepted_errors >= NOTHING_REJECTED and (score in ("margin", "1990") or rule is not None):
        rule = RejectRule(score, 0.0) if rule is None else rule
        lax = RejectRule(score, -UNBOUNDED, rule.j, "nothing is rejected", UNBOUNDED, -UNBOUNDED)
        return replace(lax, accepted_errors=NOTHING_REJECTED, curves=rule.curves)
    curve = curve_of(rule, score)
    if rule is None or curve is None:
        raise BadChoice(
            "This network has not been calibrated for that. Run 'lenet-gui calibrate' first."
        )
    row = _row(curve, accepted_errors)
    threshold, second, difference = (*curve.thresholds[row], 0.0, 0.0)[:3]
    chosen = (
        f"at most {100 * accepted_errors:.6g}% wrong among accepted validation digits; "
        f"{curve.rejected[row]:.2%} of them are rejected"
    )
    if curve.others:
        chosen += f", and {curve.others_rejected[row]:.2%} of what is no digit"
    return RejectRule(
        score, threshold, rule.j, chosen, second, difference, accepted_errors, rule.curves
    )


def curve_of(rule: RejectRule | None, score: RejectScore | None = None) -> RejectCurve | None:
    """Return the curve of a score, or of the rule's own score; None if it was not measured."""
    if rule is None:
        return None
    wanted = score or rule.score
    return next((curve for curve in rule.curves if curve.score == wanted), None)


def not_a_digit_of(checkpoint: Checkpoint) -> float | None:
    """Return j of the checkpoint's not-a-digit class, whose evidence is -j; None if it has none."""
    rule = checkpoint.rejection
    if rule is not None and "posterior" in (rule.score, *(curve.score for curve in rule.curves)):
        return rule.j
    config = checkpoint.training.get("config")
    if isinstance(config, dict) and config.get("loss") == "map":
        j = config.get("j")
        return float(j) if isinstance(j, int | float) else None
    return None


def dial_positions(curve: RejectCurve | None) -> tuple[float, ...]:
    """Return the dial's positions on a curve, the laxest first.

    These are 1 (nothing rejected), and each of ``DIAL_STEPS`` that rejects more than the one
    before and still answers most digits.
    """
    found, before = [NOTHING_REJECTED], 0
    if curve is None:
        return (NOTHING_REJECTED,)
    for step in DIAL_STEPS:
        row = _row(curve, step)
        if row > before and curve.rejected[row] < 0.5:
            found.append(step)
        before = max(row, before)
    return tuple(found)


def choosable_scores(own: RejectRule | None) -> tuple[RejectScore, ...]:
    """Return the scores by which a network with this rule can reject, the rule's own first."""
    if own is None:
        return ("margin",)
    others = (curve.score for curve in own.curves if curve.score != own.score)
    return (own.score, *others)


def dial_stops(own: RejectRule | None, score: RejectScore | None = None) -> tuple[RejectRule, ...]:
    """Return the rules at all positions of the dial, the laxest first.

    own: the checkpoint's rule, which is a position itself. The others reject nothing, or lie on
    the curve of the score.
    """
    lax = with_dial(own, NOTHING_REJECTED, score)
    if own is None:
        return (lax,)
    curve = curve_of(own, lax.score)
    found = [with_dial(own, step, score) for step in dial_positions(curve)]
    if own.score == lax.score and own.accepted_errors not in [r.accepted_errors for r in found]:
        dial, threshold = own.accepted_errors, own.threshold
        laxer = [
            rule.threshold <= threshold if dial is None else (rule.accepted_errors or 0.0) > dial
            for rule in found
        ]
        found.insert(max(sum(laxer), 1), own)
    return tuple(found)


def curve_row_of(curve: RejectCurve, rule: RejectRule) -> int | None:
    """Return the row of a curve at which a rule stands; None if it stands at none."""
    if curve.score != rule.score:
        return None
    if rule.accepted_errors is not None:
        return _row(curve, rule.accepted_errors)
    laxer = [row for row, limits in enumerate(curve.thresholds) if limits[0] <= rule.threshold]
    return laxer[-1] if laxer and curve.score != "1990" else None


def risks(curve: RejectCurve) -> FloatArray:
    """Return the wrong fraction of the accepted, 0..1 (rows,); a non-digit is always wrong."""
    counts = np.array([curve.accepted, curve.wrong, curve.others_accepted])
    return _risk(counts, curve.digits, curve.others, curve.non_digit_part)


def _risk(counts: NDArray[np.int64], digits: int, others: int, part: float) -> FloatArray:
    """Return the wrong fraction of accepted samples, (settings,).

    counts: int64 (3, settings): accepted digits, wrong ones among them, accepted non-digits.
    digits, others: the samples of each kind. part: the assumed fraction of non-digits.
    """
    digit, other = (1.0 - part) / digits, part / max(others, 1)
    answered = digit * counts[0] + other * counts[2]
    risk: FloatArray = (digit * counts[1] + other * counts[2]) / np.maximum(answered, 1e-300)
    return risk


def _row(curve: RejectCurve, accepted_errors: float) -> int:
    return _laxest(risks(curve), accepted_errors)


def _laxest(risk: FloatArray, accepted_errors: float) -> int:
    """Return the first setting with at most that risk; the last one accepts nothing, at risk 0."""
    return int(np.flatnonzero(risk <= accepted_errors + ROUNDING)[0])


# ---- measuring


def _curve(
    score: RejectScore,
    sure: FloatArray,
    right: NDArray[np.bool_],
    digit: NDArray[np.bool_],
    part: float,
) -> RejectCurve:
    """Measure a curve: some fifty of all settings, at even steps of rejection and of the dial.

    sure: (samples, thresholds), of ``threshold_scores``. right, digit: bool (samples,).
    """
    kinds = np.stack([digit, digit & ~right, ~digit])
    digits, others = int(digit.sum()), int((~digit).sum())
    if sure.shape[1] == 1:
        thresholds, counts = _single(sure[:, 0], kinds)
        risk = _risk(counts, digits, others, part)
    else:
        thresholds, counts = _combined(sure, kinds)
        risk = _risk(counts, digits, others, part)
        best = _front(counts[0], risk)
        thresholds, counts, risk = thresholds[best], counts[:, best], risk[best]
    rejected = 1.0 - counts[0] / digits
    rows = {0, len(risk) - 1, *(np.searchsorted(rejected, _KEPT_REJECTIONS, "right") - 1).tolist()}
    rows |= {_laxest(risk, step) for step in DIAL_STEPS}
    kept = np.array(sorted(row for row in rows if row >= 0))
    limits = tuple(tuple(row) for row in thresholds[kept].tolist())
    accepted, wrong, others_accepted = (tuple(each[kept].tolist()) for each in counts)
    return RejectCurve(score, limits, accepted, wrong, others_accepted, digits, others, part)


def _single(sure: FloatArray, kinds: NDArray[np.bool_]) -> tuple[FloatArray, NDArray[np.int64]]:
    """Return all settings of a single threshold, and what they accept.

    Thresholds, (settings, 1), are each confidence that occurs, and one that nothing reaches.
    Counts, (kinds, settings), are the accepted samples of each kind. kinds: (kinds, samples).
    """
    order = np.argsort(sure, kind="stable")
    ordered = sure[order]
    first_of_tie = np.flatnonzero(np.append(True, np.diff(ordered) != 0))
    thresholds = np.append(ordered[first_of_tie], np.nextafter(ordered[-1], np.inf))
    above = np.cumsum(kinds[:, order[::-1]], axis=1)[:, ::-1]
    nothing = np.zeros((len(kinds), 1), np.int64)
    return thresholds[:, None], np.concatenate([above[:, first_of_tie], nothing], axis=1)


def _combined(sure: FloatArray, kinds: NDArray[np.bool_]) -> tuple[FloatArray, NDArray[np.int64]]:
    """Return settings of three thresholds (settings, 3), and their counts (kinds, settings).

    The settings are all combinations of some levels of each threshold.
    """
    levels = [
        np.unique([-UNBOUNDED, *np.quantile(column, _LEVEL_QUANTILES), column.max()])
        for column in sure.T
    ]
    shape = tuple(map(len, levels))
    cells = np.ravel_multi_index(
        tuple(np.searchsorted(own, column) - 1 for own, column in zip(levels, sure.T, strict=True)),
        shape,
    )
    counts = np.stack([np.bincount(cells[of], minlength=math.prod(shape)) for of in kinds])
    above = counts.reshape(-1, *shape)
    for axis in (1, 2, 3):
        above = np.flip(np.cumsum(np.flip(above, axis), axis), axis)
    best, second, difference = (grid.ravel() for grid in np.meshgrid(*levels, indexing="ij"))
    return np.stack([best, -second, difference], axis=1), above.reshape(len(kinds), -1)


def _front(accepted: NDArray[np.int64], risk: FloatArray) -> NDArray[np.intp]:
    """Return the Pareto front of settings, laxest first: none accepts more at so little risk."""
    order = np.lexsort((risk, -accepted))
    before = np.minimum.accumulate(np.append(np.inf, risk[order][:-1]))
    return order[risk[order] < before]
