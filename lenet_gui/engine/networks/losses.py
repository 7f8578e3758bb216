"""Losses: how wrong the evidence of a network is for a label, and the derivative of that.

Each takes the evidence for each class, (classes,) or (samples, classes), as
``Network.activations_and_evidence`` returns it (larger is better: minus the penalty, or the input
of the softmax), and the index of the right class of each sample. They compute in float64, since
what matters is the small difference of a probability from 1; derivatives are in the dtype of the
evidence. ``trainer/network/losses.py`` has the same for torch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lenet_gui.common.training_values import LossName
from lenet_gui.common.values import FloatArray, ScoreKind
from lenet_gui.engine.networks.activation_functions import Softmax


@dataclass(frozen=True, slots=True, eq=False)
class Loss:
    """A loss and its derivative.

    value: the mean over the samples. evidence_delta: dE/d(evidence), of the evidence's shape and
    dtype. not_a_digit: of "map", dE/d(evidence) of the not-a-digit class, whose evidence is
    constant: the mean of its posterior, less 1 for its own samples; 0 of other losses.
    """

    value: float
    evidence_delta: FloatArray
    not_a_digit: float = 0.0


LossFunction = Callable[[FloatArray, ArrayLike], Loss]


def make_loss(name: LossName, kind: ScoreKind, j: float) -> LossFunction:
    """Return the loss of a name for networks of a kind: (evidence, labels) -> ``Loss``.

    kind: "mse" is the mean penalty where outputs are penalties. j: of "map".
    """
    if name == "map":
        return lambda evidence, labels: map_loss(evidence, labels, j)
    if name == "mse":
        return mean_penalty if kind == "penalty" else mean_square
    return cross_entropy


def map_loss(evidence: FloatArray, labels: ArrayLike, j: float) -> Loss:
    """Compute the maximum a posteriori loss (1998 paper, eq. 9).

    mean( y_correct + log( exp(-j) + sum_i exp(-y_i) ) ), where the penalty y is minus the evidence
    and j the constant penalty of the not-a-digit class. labels: int or int (samples,), -1 for the
    not-a-digit class.
    """
    rows, right = _samples(evidence, labels, least=-1)
    rows = np.concatenate([rows, np.full((len(rows), 1), -j)], axis=1)
    value, delta = _negative_log_posterior(rows, right)
    shaped = delta[:, :-1].reshape(evidence.shape).astype(evidence.dtype)
    return Loss(value, shaped, float(delta[:, -1].sum()))


def cross_entropy(evidence: FloatArray, labels: ArrayLike) -> Loss:
    """Compute the mean of -log softmax at the label."""
    value, delta = _negative_log_posterior(*_samples(evidence, labels))
    return Loss(value, delta.reshape(evidence.shape).astype(evidence.dtype))


def mean_penalty(evidence: FloatArray, labels: ArrayLike) -> Loss:
    """Compute the mean penalty of the right class, minus its evidence (1998 paper, eq. 8)."""
    rows, right = _samples(evidence, labels)
    wanted = _one_hot(rows, right)
    value = -float((rows * wanted).sum(axis=1).mean())
    delta = -wanted / len(rows)
    return Loss(value, delta.reshape(evidence.shape).astype(evidence.dtype))


def mean_square(evidence: FloatArray, labels: ArrayLike) -> Loss:
    """Compute the mean squared error of the probabilities; targets are 1 for the label, else 0.

    The mean is over samples and classes.
    """
    rows, right = _samples(evidence, labels)
    probabilities = rows.copy()
    Softmax().in_place(probabilities)()
    errors = probabilities - _one_hot(rows, right)
    delta = Softmax().delta_below(probabilities, 2.0 * errors / errors.size)
    value = float(np.square(errors).mean())
    return Loss(value, delta.reshape(evidence.shape).astype(evidence.dtype))


def _samples(
    evidence: FloatArray, labels: ArrayLike, least: int = 0
) -> tuple[FloatArray, NDArray[np.int64]]:
    """Return float64 (samples, classes) and int64 (samples,).

    Raises ValueError for labels that are no classes, -1 included unless it is ``least``.
    """
    rows = np.atleast_2d(evidence).astype(np.float64)
    right = np.atleast_1d(np.asarray(labels, np.int64))
    if len(right) != len(rows) or right.min() < least or right.max() >= rows.shape[1]:
        raise ValueError(f"labels are not {len(rows)} of the classes from {least} on")
    return rows, right


def _one_hot(rows: FloatArray, right: NDArray[np.int64]) -> FloatArray:
    wanted = np.zeros_like(rows)
    wanted[np.arange(len(rows)), right] = 1.0
    return wanted


def _negative_log_posterior(rows: FloatArray, right: NDArray[np.int64]) -> tuple[float, FloatArray]:
    """Return the mean of -log softmax at the right column (-1: the last), and its derivative."""
    places = np.arange(len(rows)), right
    others = rows - rows[places][:, None]
    others[places] = -np.inf
    value = float(np.logaddexp(0.0, np.logaddexp.reduce(others, axis=1)).mean())
    delta = rows.copy()
    Softmax().in_place(delta)()
    delta[places] = 0.0
    delta[places] = -delta.sum(axis=1)  # posterior - 1, but exact where the posterior is nearly 1
    return value, delta / len(rows)
