"""The losses, compared with results by hand."""

import math

import pytest
import torch

from lenet_gui.common.training_values import LearningConfig
from lenet_gui.engine.networks.architectures import architecture
from lenet_gui.trainer.network.losses import (
    cross_entropy,
    make_loss,
    map_loss,
    mean_penalty,
    mean_square,
)


def test_map_is_equation_9() -> None:
    penalties = torch.tensor([[2.0, 5.0, 30.0], [9.0, 4.0, 6.0]])
    one = 5 + math.log(math.exp(-7) + math.exp(-2) + math.exp(-5) + math.exp(-30))
    two = 6 + math.log(math.exp(-7) + math.exp(-9) + math.exp(-4) + math.exp(-6))
    found = map_loss(penalties, torch.tensor([1, 2]), j=7.0)
    assert float(found) == pytest.approx((one + two) / 2, rel=1e-6)


def test_map_does_not_push_classes_that_are_far_above_j() -> None:
    penalties = torch.tensor([[1.0, 100.0, 25.0]], requires_grad=True)
    map_loss(penalties, torch.tensor([0]), j=20.0).backward()
    assert penalties.grad is not None
    right, far, near = penalties.grad[0].abs().tolist()
    assert far < 1e-20
    assert near < 1e-10
    assert right < 1e-4  # a digit that is recognized well teaches little


def test_map_pulls_what_is_no_digit_to_the_not_a_digit_class() -> None:
    penalties = torch.tensor([[2.0, 5.0]], requires_grad=True)
    loss = map_loss(penalties, torch.tensor([-1]), j=7.0)
    total = math.exp(-7) + math.exp(-2) + math.exp(-5)
    assert float(loss.detach()) == pytest.approx(7 + math.log(total), rel=1e-6)
    loss.backward()
    assert penalties.grad is not None
    assert (penalties.grad < 0).all()  # a step makes every penalty larger


def test_evidence_is_a_negative_penalty() -> None:
    evidence, labels = torch.tensor([[3.0, -1.0], [0.5, 2.0]]), torch.tensor([0, -1])
    config = LearningConfig(loss="map", j=0.0)
    found = make_loss(config, architecture("lenet-5-modern"))
    wanted = torch.nn.functional.cross_entropy(
        torch.cat([evidence, torch.zeros(2, 1)], dim=1), torch.tensor([0, 2])
    )
    assert float(found(evidence, labels)) == pytest.approx(float(wanted), rel=1e-6)


def test_map_survives_penalties_that_exp_does_not() -> None:
    penalties = torch.tensor([[5000.0, 9000.0]], requires_grad=True)
    loss = map_loss(penalties, torch.tensor([1]), j=20.0)
    loss.backward()
    assert float(loss.detach()) == pytest.approx(9000 - 20)
    assert penalties.grad is not None
    assert torch.isfinite(penalties.grad).all()


def test_map_is_the_negative_logarithm_of_the_posterior() -> None:
    penalties = torch.rand(4, 10, dtype=torch.float64) * 30
    labels = torch.tensor([3, 1, 4, 1])
    evidence = torch.exp(-penalties)
    posterior = evidence.gather(1, labels[:, None])[:, 0] / (math.exp(-10) + evidence.sum(1))
    assert float(map_loss(penalties, labels, 10.0)) == pytest.approx(
        float(-torch.log(posterior).mean())
    )


def test_cross_entropy_by_hand() -> None:
    evidence = torch.tensor([[1.0, 2.0, 3.0]])
    total = math.log(math.exp(1) + math.exp(2) + math.exp(3))
    assert float(cross_entropy(evidence, torch.tensor([1]))) == pytest.approx(total - 2)


def test_the_mean_penalty_is_equation_8() -> None:
    penalties = torch.tensor([[2.0, 5.0, 30.0], [9.0, 4.0, 6.0]])
    assert float(mean_penalty(penalties, torch.tensor([1, 2]))) == pytest.approx((5 + 6) / 2)


def test_the_mean_square_is_of_probabilities() -> None:
    evidence = torch.log(torch.tensor([[0.2, 0.3, 0.5]]))
    wanted = (0.2**2 + 0.7**2 + 0.5**2) / 3
    assert float(mean_square(evidence, torch.tensor([1]))) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("name", "loss", "wanted"),
    [
        ("lenet-5", "mse", mean_penalty),
        ("lenet-5-modern", "mse", mean_square),
        ("lenet-5-modern", "cross-entropy", cross_entropy),
    ],
)
def test_the_loss_suits_the_outputs(name: str, loss, wanted) -> None:
    assert make_loss(LearningConfig(loss=loss), architecture(name)) is wanted
