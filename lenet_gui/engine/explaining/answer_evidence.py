"""Why one class and not another: the units of the layer below the output, for and against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.rbf_codes import digit_codes


@dataclass(frozen=True, slots=True, eq=False)
class AnswerEvidence:
    """How far a class is ahead of a rival, split by the units that the output reads.

    layer: the one below the output, mostly F6. units: float64, in the shape of that layer: what
    each unit adds to the lead; below 0 it speaks for the rival. bias: what the biases add.
    """

    layer: str
    units: FloatArray
    bias: float

    @property
    def lead(self) -> float:
        """The evidence for the class minus that for the rival."""
        return float(self.units.sum()) + self.bias


def answer_evidence(
    architecture: Architecture,
    weights: Mapping[str, FloatArray],
    below: FloatArray,
    answer: int,
    rival: int,
) -> AnswerEvidence:
    """Split the lead of class ``answer`` over class ``rival`` by units. It is exact.

    Of weighted sums a unit x_j adds (w_aj - w_bj) x_j, and the biases b_a - b_b; of penalties it
    adds (x_j - w_bj)^2 - (x_j - w_aj)^2. weights: of the checkpoint. below: activations of the
    layer that the output reads, without batch axis.
    """
    output = architecture.layers[-1].name
    x, bias = below.astype(np.float64).ravel(), 0.0
    if architecture.score_kind == "penalty":
        codes = digit_codes()
        units = (x - codes[rival]) ** 2 - (x - codes[answer]) ** 2
    else:
        weight = weights[f"{output}.weight"].astype(np.float64)
        units = (weight[answer] - weight[rival]) * x
        biases = weights[f"{output}.bias"].astype(np.float64)
        bias = float(biases[answer] - biases[rival])
    return AnswerEvidence(architecture.below(output), units.reshape(below.shape), bias)
