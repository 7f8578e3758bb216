"""The losses of the engine beside those of the trainer, one sample and a batch."""

import math

import numpy as np
import pytest
import torch

from lenet_gui.common.training_values import LearningConfig, LossName
from lenet_gui.common.values import ScoreKind
from lenet_gui.engine.networks.architectures import architecture
from lenet_gui.engine.networks.losses import make_loss, map_loss
from lenet_gui.trainer.network import losses as torch_losses

KINDS: list[tuple[LossName, ScoreKind]] = [
    ("map", "penalty"),
    ("map", "probability"),
    ("mse", "penalty"),
    ("mse", "probability"),
    ("cross-entropy", "probability"),
]
NETWORKS = {"penalty": "lenet-5", "probability": "lenet-5-tanh"}
EVIDENCE = np.random.default_rng(4).normal(-18, 4, (6, 10))
LABELS = [0, 9, 4, 4, 7, 2]


def in_torch(loss: LossName, kind: ScoreKind, labels: list[int]) -> tuple[float, np.ndarray]:
    config = LearningConfig(loss=loss, j=16.0)
    evidence = torch.from_numpy(EVIDENCE).requires_grad_()
    outputs = -evidence if kind == "penalty" else evidence
    compute = torch_losses.make_loss(config, architecture(NETWORKS[kind]))
    value = compute(outputs[: len(labels)], torch.tensor(labels))
    value.backward()
    assert evidence.grad is not None
    return value.item(), evidence.grad.numpy()[: len(labels)]


@pytest.mark.parametrize(("loss", "kind"), KINDS)
def test_value_and_derivative_are_those_of_the_trainer(loss: LossName, kind: ScoreKind) -> None:
    value, delta = in_torch(loss, kind, LABELS)
    found = make_loss(loss, kind, 16.0)(EVIDENCE, LABELS)
    assert found.value == pytest.approx(value, rel=1e-12)
    np.testing.assert_allclose(found.evidence_delta, delta, atol=1e-12 * np.abs(delta).max())


@pytest.mark.parametrize(("loss", "kind"), KINDS)
def test_one_sample_has_no_batch_axis(loss: LossName, kind: ScoreKind) -> None:
    value, delta = in_torch(loss, kind, LABELS[:1])
    found = make_loss(loss, kind, 16.0)(EVIDENCE[0].astype(np.float32), LABELS[0])
    assert found.value == pytest.approx(value, rel=1e-5)
    assert found.evidence_delta.shape == (10,)
    assert found.evidence_delta.dtype == np.float32
    np.testing.assert_allclose(found.evidence_delta, delta[0], atol=1e-5 * np.abs(delta).max())


def test_non_digits_belong_to_the_class_of_constant_penalty() -> None:
    value, delta = in_torch("map", "penalty", [3, -1])
    found = map_loss(EVIDENCE[:2], [3, -1], 16.0)
    assert found.value == pytest.approx(value, rel=1e-12)
    np.testing.assert_allclose(found.evidence_delta, delta, atol=1e-12)
    assert found.not_a_digit == pytest.approx(-found.evidence_delta.sum())


def test_a_loss_of_nearly_0_is_exact() -> None:
    """1 - posterior in floats would be 0 or off by half."""
    evidence = np.array([0.0, -40.0, -41.0])
    found = map_loss(evidence, 0, 42.0)
    others = math.exp(-40) + math.exp(-41) + math.exp(-42)
    assert found.evidence_delta[0] == pytest.approx(-others, rel=1e-12)
    assert found.value == pytest.approx(others, rel=1e-12)


@pytest.mark.parametrize("label", [10, -2])
@pytest.mark.parametrize(("loss", "kind"), KINDS)
def test_a_label_that_is_no_class_is_refused(loss: LossName, kind: ScoreKind, label: int) -> None:
    with pytest.raises(ValueError, match="labels"):
        make_loss(loss, kind, 16.0)(EVIDENCE[0], label)


def test_only_the_loss_of_the_not_a_digit_class_takes_non_digits() -> None:
    for loss, kind in KINDS[2:]:
        with pytest.raises(ValueError, match="labels"):
            make_loss(loss, kind, 16.0)(EVIDENCE, [-1] * 6)
