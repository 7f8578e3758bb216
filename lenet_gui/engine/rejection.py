"""When a reader says that it does not know."""

from __future__ import annotations

import numpy as np

from lenet_gui.values import FloatArray, RejectRule, ScoreKind


def confidences(scores: FloatArray, kind: ScoreKind, rule: RejectRule | None) -> FloatArray:
    """float64 (samples,): what the rule compares with its threshold, larger is surer.

    scores: (samples, classes) penalties or probabilities. Without a rule, the margin.
    """
    wide = scores.astype(np.float64)
    if kind == "probability":
        wide = -wide
    elif rule is not None and rule.score == "posterior":
        return _posterior(wide, rule.j)
    ordered = np.sort(wide, axis=1)
    margins: FloatArray = ordered[:, 1] - ordered[:, 0]
    return margins


def _posterior(penalties: FloatArray, j: float) -> FloatArray:
    """exp(-best) / (exp(-j) + sum exp(-y)): the rubbish class takes its part (eq. 9)."""
    best = penalties.min(axis=1)
    against = np.exp(best[:, None] - penalties).sum(axis=1) + np.exp(np.minimum(best - j, 700.0))
    posterior: FloatArray = 1.0 / against
    return posterior


def rankings(scores: FloatArray, kind: ScoreKind) -> np.ndarray:
    """int (samples, classes): class indices, the best first."""
    return np.argsort(scores if kind == "penalty" else -scores, axis=1, kind="stable")


def threshold_for(
    confidence: FloatArray, correct: np.ndarray, accepted_error: float
) -> tuple[float, float]:
    """The lowest threshold whose accepted samples have at most that error rate.

    Returns (threshold, part rejected). Ties are rejected or accepted together.
    """
    order = np.argsort(-confidence, kind="stable")
    wrong = np.cumsum(~correct[order])
    accepted = np.arange(1, len(order) + 1)
    last_of_tie = np.append(np.diff(confidence[order]) != 0, True)
    good = np.flatnonzero((wrong <= accepted_error * accepted) & last_of_tie)
    if not len(good):
        return float(confidence.max(initial=0.0)) + 1e-9, 1.0
    keep = int(good[-1])
    return float(confidence[order][keep]), 1.0 - (keep + 1) / len(order)
