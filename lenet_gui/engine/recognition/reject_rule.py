"""The reject rule: when a network declines to answer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import Doubt, FloatArray, RejectRule, RejectScore, ScoreKind
from lenet_gui.engine.networks.activation_functions import Softmax

UNBOUNDED = 1e9  # beyond every score; its negative is a threshold that everything passes


def threshold_scores(
    evidence: FloatArray, kind: ScoreKind, score: RejectScore, j: float = 0.0
) -> FloatArray:
    """Return the numbers that a rule compares with its thresholds; larger is surer.

    evidence: (samples, classes), before the softmax or as negative penalties. Returns float64
    (samples, thresholds). For "1990" the columns are the best score, the negative runner-up, and
    their difference.
    """
    wide = evidence.astype(np.float64)
    if score == "posterior":
        return _posterior(wide, j)[:, None]
    if kind == "probability":
        Softmax().in_place(wide)()
    ordered = np.partition(wide, -2, axis=1)
    best, second = ordered[:, -1], ordered[:, -2]
    if score == "margin":
        return (best - second)[:, None]
    return np.stack([best, -second, best - second], axis=1)


def apply_rule(
    evidence: FloatArray, kind: ScoreKind, rule: RejectRule | None
) -> tuple[FloatArray, NDArray[np.bool_]]:
    """Return confidences, float64 (samples,), larger is surer; and what is accepted, (samples,).

    Without a rule everything is accepted and the confidence is the margin, as it is with the rule
    of 1990.
    """
    if rule is None:
        return threshold_scores(evidence, kind, "margin")[:, 0], np.ones(len(evidence), np.bool_)
    sure = threshold_scores(evidence, kind, rule.score, rule.j)
    if rule.score == "1990":
        limits = np.array([rule.threshold, -rule.second, rule.difference])
        return sure[:, 2], np.asarray((sure > limits).all(axis=1))
    return sure[:, 0], np.asarray(sure[:, 0] >= rule.threshold)


def confidences(evidence: FloatArray, kind: ScoreKind, rule: RejectRule | None) -> FloatArray:
    """Return the confidence of each sample under a rule, float64 (samples,)."""
    return apply_rule(evidence, kind, rule)[0]


def accepted(evidence: FloatArray, kind: ScoreKind, rule: RejectRule | None) -> NDArray[np.bool_]:
    """Return which samples a rule accepts, bool (samples,)."""
    return apply_rule(evidence, kind, rule)[1]


def doubt_of(evidence: FloatArray, kind: ScoreKind, rule: RejectRule | None) -> Doubt:
    """Return why a rule rejects a sample's evidence, (classes,).

    "unlike": it is like no class; "rival": two classes are about equally likely.
    """
    if rule is None or rule.score == "margin":
        return "rival"
    if rule.score == "posterior":
        return "unlike" if -rule.j > np.partition(evidence, -2)[-2] else "rival"
    _, second, difference = threshold_scores(evidence[None], kind, "1990")[0]
    return "unlike" if -second < rule.second and difference > rule.difference else "rival"


def _posterior(evidence: FloatArray, j: float) -> FloatArray:
    """Return exp(best) / (exp(-j) + sum exp(evidence)), float64 (samples,).

    The not-a-digit class (1998: rubbish class) has the evidence -j (eq. 9 of the 1998 paper).
    """
    best = evidence.max(axis=1)
    # exp(700) is almost the largest float64.
    against = np.exp(evidence - best[:, None]).sum(axis=1) + np.exp(np.minimum(-j - best, 700.0))
    posterior: FloatArray = 1.0 / against
    return posterior


def rankings(evidence: FloatArray) -> NDArray[np.intp]:
    """Return the class indices of each sample, the best first, (samples, classes)."""
    return np.argsort(-evidence, axis=1, kind="stable")
