"""When a reader says that it does not know."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import Doubt, FloatArray, RejectRule, RejectScore, ScoreKind
from lenet_gui.engine.networks.activation_functions import Softmax

ANYTHING = 1e9  # beyond every score: a threshold that lets all pass


def surenesses(
    evidence: FloatArray, kind: ScoreKind, score: RejectScore, j: float = 0.0
) -> FloatArray:
    """float64 (samples, thresholds of a rule): what is compared with them, larger is surer.

    evidence: (samples, classes), before the softmax or as negative penalties. For "1990" the
    second column is the negative activity of the runner-up.
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
    """(samples,) twice: how sure a reader is, larger is surer, and whether the rule accepts it.

    Without a rule everything is accepted, and surer is what has the larger margin; with the rule
    of 1990, too.
    """
    if rule is None:
        return surenesses(evidence, kind, "margin")[:, 0], np.ones(len(evidence), np.bool_)
    sure = surenesses(evidence, kind, rule.score, rule.j)
    if rule.score == "1990":
        limits = np.array([rule.threshold, -rule.second, rule.difference])
        return sure[:, 2], np.asarray((sure > limits).all(axis=1))
    return sure[:, 0], np.asarray(sure[:, 0] >= rule.threshold)


def confidences(evidence: FloatArray, kind: ScoreKind, rule: RejectRule | None) -> FloatArray:
    """float64 (samples,): how sure a reader is."""
    return apply_rule(evidence, kind, rule)[0]


def accepted(evidence: FloatArray, kind: ScoreKind, rule: RejectRule | None) -> NDArray[np.bool_]:
    """(samples,): whether each is sure enough for the rule."""
    return apply_rule(evidence, kind, rule)[1]


def doubt_of(evidence: FloatArray, kind: ScoreKind, rule: RejectRule | None) -> Doubt:
    """Why the rule rejects this, (classes,): is it like no class, or is there a rival?"""
    if rule is None or rule.score == "margin":
        return "rival"
    if rule.score == "posterior":
        return "unlike" if -rule.j > np.partition(evidence, -2)[-2] else "rival"
    _, second, difference = surenesses(evidence[None], kind, "1990")[0]
    return "unlike" if -second < rule.second and difference > rule.difference else "rival"


def _posterior(evidence: FloatArray, j: float) -> FloatArray:
    """exp(best) / (exp(-j) + sum exp(evidence)): the rubbish class takes its part (eq. 9)."""
    best = evidence.max(axis=1)
    against = np.exp(evidence - best[:, None]).sum(axis=1) + np.exp(np.minimum(-j - best, 700.0))
    posterior: FloatArray = 1.0 / against
    return posterior


def rankings(evidence: FloatArray) -> NDArray[np.intp]:
    """(samples, classes): class indices, the best first."""
    return np.argsort(-evidence, axis=1, kind="stable")
