"""Setting the rule that rejects, on validation data, and moving its dial afterwards.

The dial says how many of 100 accepted answers may be wrong. What it does follows from a curve
that was measured once, on data that the network did not learn from, and lies in the checkpoint.
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
from lenet_gui.engine.recognition.reject_rule import ANYTHING, rankings, surenesses

DIAL = (0.05, 0.02, 0.01, 0.005, 0.002, 0.001)  # wrong part of what is accepted, at most
EVERYTHING = 1.0  # the dial where nothing is rejected
ACCEPTED_ERRORS = 0.002  # where the dial begins if only digits are there to set it by
WITH_NON_DIGITS = 0.01  # and where others are, an answer to which is wrong
NON_DIGIT_PART = 0.1
FEW_DIGITS = (0.01, 0.02, 0.03, 0.05)  # that a rubbish class may reject
NEARLY = 0.005  # of what is no digit; so much less is as good
EXACT = 1e-12  # what sums of floats may be off
_STEPS = np.append(0.0005 * 1.35 ** np.arange(20), np.arange(0.2, 1.0, 0.04))
_SHOWN = np.concatenate([[0.0], 0.0005 * 1.25 ** np.arange(35)])  # rejected parts that are kept


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
    """The rule for a reader, from what it makes of validation data.

    evidence: (samples, classes) of ``Recognizer.evidence``; labels: (samples,) class indices, -1
    for what is no digit. j: the rubbish class has the evidence -j; None: there is no such class.
    score: by what to reject; None: the posterior beside the rubbish class if there is one, else
    the margin. accepted_errors: where the dial begins, 0..1; None: ACCEPTED_ERRORS, or
    WITH_NON_DIGITS if there are some. non_digit_part: how much of what
    people draw is no digit, if the data has such samples: an answer to it is wrong.
    Raises ValueError if no sample is a digit.
    """
    if not (np.asarray(labels) >= 0).any():
        raise ValueError("a rule needs digits to be set by")
    score = score or ("margin" if j is None else "posterior")
    scores: list[RejectScore] = ["margin", "1990"] if j is None else ["posterior", "margin", "1990"]
    part = non_digit_part if (labels < 0).any() else 0.0
    curves = []
    for each in scores:
        sure = surenesses(evidence, kind, each, j or 0.0)
        right = rankings(evidence)[:, 0] == labels
        curves.append(_curve(each, sure, right, labels >= 0, part))
    rule = RejectRule(score, 0.0, j or 0.0, curves=tuple(curves))
    if accepted_errors is None:
        accepted_errors = WITH_NON_DIGITS if part else ACCEPTED_ERRORS
    return with_dial(rule, accepted_errors)


def fitted_not_a_digit(evidence: FloatArray, labels: NDArray[np.integer], kind: ScoreKind) -> float:
    """j of the rubbish class, as ``calibrated_rule`` has it, that suits a network which was
    trained without one: with it most of what is no digit is rejected when few digits are."""
    digit = labels >= 0
    best = evidence.max(axis=1)
    candidates = np.linspace(-best.max() - 5.0, 15.0 - np.quantile(best, 0.1), 60)

    def refused(j: float) -> float:
        sure = surenesses(evidence, kind, "posterior", j)[:, 0]
        limits = np.quantile(sure[digit], FEW_DIGITS)
        return float(np.mean(sure[~digit][:, None] < limits))

    parts = np.array([refused(j) for j in candidates])
    # Of those that are as good the weakest, beside which probabilities still say something.
    return float(candidates[parts >= parts.max() - NEARLY].max())


def with_dial(
    rule: RejectRule | None, accepted_errors: float, score: RejectScore | None = None
) -> RejectRule:
    """The rule with its dial at ``accepted_errors``, 0..1; by another score if one is given.

    1 rejects nothing, for which no curve is needed. If so few errors are out of reach, everything
    that was seen in validation is rejected. Raises BadChoice if there is no curve to go by.
    """
    if not 0.0 <= accepted_errors <= 1.0:
        raise BadChoice("The share of wrong answers must be between 0 and 1.")
    score = score or (rule.score if rule is not None else "margin")
    if accepted_errors >= EVERYTHING and (score in ("margin", "1990") or rule is not None):
        rule = RejectRule(score, 0.0) if rule is None else rule
        lax = RejectRule(score, -ANYTHING, rule.j, "nothing is rejected", ANYTHING, -ANYTHING)
        return replace(lax, accepted_errors=EVERYTHING, curves=rule.curves)
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
    """The curve of that score, or of the rule's own; None if it was not measured."""
    if rule is None:
        return None
    wanted = score or rule.score
    return next((curve for curve in rule.curves if curve.score == wanted), None)


def not_a_digit_of(checkpoint: Checkpoint) -> float | None:
    """j of its rubbish class, whose evidence is -j; None if it has none."""
    rule = checkpoint.rejection
    if rule is not None and "posterior" in (rule.score, *(curve.score for curve in rule.curves)):
        return rule.j
    config = checkpoint.training.get("config")
    if isinstance(config, dict) and config.get("loss") == "map":
        j = config.get("j")
        return float(j) if isinstance(j, int | float) else None
    return None


def dial_positions(curve: RejectCurve | None) -> tuple[float, ...]:
    """Where the dial can stand, the laxest first: at each of DIAL that rejects more than the one
    before, and answers to most digits."""
    found, before = [EVERYTHING], 0
    if curve is None:
        return (EVERYTHING,)
    for step in DIAL:
        row = _row(curve, step)
        if row > before and curve.rejected[row] < 0.5:
            found.append(step)
        before = max(row, before)
    return tuple(found)


def choosable_scores(own: RejectRule | None) -> tuple[RejectScore, ...]:
    """By what a reader with that rule in its checkpoint can reject, its own choice first."""
    if own is None:
        return ("margin",)
    others = (curve.score for curve in own.curves if curve.score != own.score)
    return (own.score, *others)


def stops(own: RejectRule | None, score: RejectScore | None = None) -> tuple[RejectRule, ...]:
    """Every rule that the dial can stand at, the laxest first: nothing is rejected, the positions
    on the curve of that score, and the rule of the checkpoint itself."""
    lax = with_dial(own, EVERYTHING, score)
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


def place_on(curve: RejectCurve, rule: RejectRule) -> int | None:
    """The row of the curve that a rule obeys; None if it obeys none of them."""
    if curve.score != rule.score:
        return None
    if rule.accepted_errors is not None:
        return _row(curve, rule.accepted_errors)
    laxer = [row for row, limits in enumerate(curve.thresholds) if limits[0] <= rule.threshold]
    return laxer[-1] if laxer and curve.score != "1990" else None


def risks(curve: RejectCurve) -> FloatArray:
    """(rows,): wrong part of all that is accepted, 0..1; answers to what is no digit are wrong."""
    counts = np.array([curve.accepted, curve.wrong, curve.others_accepted])
    return _risk(counts, curve.digits, curve.others, curve.non_digit_part)


def _risk(counts: NDArray[np.int64], digits: int, others: int, part: float) -> FloatArray:
    """Of counts (3, settings) of accepted digits, wrong ones among them, accepted non-digits."""
    digit, other = (1.0 - part) / digits, part / max(others, 1)
    answered = digit * counts[0] + other * counts[2]
    risk: FloatArray = (digit * counts[1] + other * counts[2]) / np.maximum(answered, 1e-300)
    return risk


def _row(curve: RejectCurve, accepted_errors: float) -> int:
    return _laxest(risks(curve), accepted_errors)


def _laxest(risk: FloatArray, accepted_errors: float) -> int:
    """The first setting with at most that risk; the last one has none."""
    return int(np.flatnonzero(risk <= accepted_errors + EXACT)[0])


# ---- measuring


def _curve(
    score: RejectScore,
    sure: FloatArray,
    right: NDArray[np.bool_],
    digit: NDArray[np.bool_],
    part: float,
) -> RejectCurve:
    """Of all settings some fifty: at even steps of what is rejected, and where the dial stands.

    sure: (samples, thresholds); right, digit: (samples,).
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
    rows = {0, len(risk) - 1, *(np.searchsorted(rejected, _SHOWN, "right") - 1).tolist()}
    rows |= {_laxest(risk, step) for step in DIAL}
    kept = np.array(sorted(row for row in rows if row >= 0))
    limits = tuple(tuple(row) for row in thresholds[kept].tolist())
    accepted, wrong, others_accepted = (tuple(each[kept].tolist()) for each in counts)
    return RejectCurve(score, limits, accepted, wrong, others_accepted, digits, others, part)


def _single(sure: FloatArray, kinds: NDArray[np.bool_]) -> tuple[FloatArray, NDArray[np.int64]]:
    """Thresholds (settings, 1): each confidence that occurs, and one that nothing reaches; and
    how many samples of each kind (kinds, samples) they accept, (kinds, settings)."""
    order = np.argsort(sure, kind="stable")
    ordered = sure[order]
    first_of_tie = np.flatnonzero(np.append(True, np.diff(ordered) != 0))
    thresholds = np.append(ordered[first_of_tie], np.nextafter(ordered[-1], np.inf))
    above = np.cumsum(kinds[:, order[::-1]], axis=1)[:, ::-1]
    nothing = np.zeros((len(kinds), 1), np.int64)
    return thresholds[:, None], np.concatenate([above[:, first_of_tie], nothing], axis=1)


def _combined(sure: FloatArray, kinds: NDArray[np.bool_]) -> tuple[FloatArray, NDArray[np.int64]]:
    """The same for three thresholds, (settings, 3): all combinations of some levels of each."""
    levels = [
        np.unique([-ANYTHING, *np.quantile(column, _STEPS), column.max()]) for column in sure.T
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
    """Settings, the laxest first, that none betters: more accepted with as little risk."""
    order = np.lexsort((risk, -accepted))
    before = np.minimum.accumulate(np.append(np.inf, risk[order][:-1]))
    return order[risk[order] < before]
