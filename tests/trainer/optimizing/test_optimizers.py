"""Optimizers, compared with those of torch.optim, and the average of the weights."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from lenet_gui.common.training_values import LearningConfig
from lenet_gui.engine.networks.architectures import architecture
from lenet_gui.trainer.network.modules import LeNet
from lenet_gui.trainer.network.weights import FlatWeights
from lenet_gui.trainer.optimizing.optimizers import (
    MU,
    AveragedWeights,
    LevenbergMarquardt,
    make_optimizer,
)
from tests.helpers import lively_weights

NETWORK = architecture("lenet-5")


def model() -> LeNet:
    return LeNet(NETWORK, lively_weights(NETWORK))


def torchs(config: LearningConfig, theirs: LeNet) -> torch.optim.Optimizer:
    named = theirs.named_weights()
    if config.optimizer == "adamw":
        kernels = [weight for name, weight in named.items() if name.endswith(".weight")]
        others = [weight for name, weight in named.items() if not name.endswith(".weight")]
        groups: list[Any] = [{"params": kernels}, {"params": others, "weight_decay": 0.0}]
        return torch.optim.AdamW(groups, betas=(0.9, 0.99), weight_decay=config.decay)
    if config.optimizer == "adam":
        return torch.optim.Adam(named.values())
    return torch.optim.SGD(named.values(), momentum=config.momentum)


@pytest.mark.parametrize("name", ["adamw", "adam", "sgd"])
def test_steps_are_those_of_torch_to_the_last_bit(name: Any) -> None:
    config = LearningConfig(optimizer=name, decay=0.3, momentum=0.8)
    ours, theirs = model(), model()
    weights = FlatWeights(ours)
    optimizer, wanted = make_optimizer(weights, config), torchs(config, theirs)
    generator = torch.Generator().manual_seed(1)
    for number in range(1, 6):
        rate = 0.01 / number
        for mine, other in zip(ours.parameters(), theirs.parameters(), strict=True):
            other.grad = torch.randn(other.shape, generator=generator)
            assert mine.grad is not None
            mine.grad.copy_(other.grad)
        wanted.param_groups[0]["lr"] = wanted.param_groups[-1]["lr"] = rate
        wanted.step()
        with torch.no_grad():
            optimizer.step(rate, number)
    for mine, other in zip(ours.parameters(), theirs.parameters(), strict=True):
        assert torch.equal(mine, other)


def test_levenberg_marquardt_divides_by_the_curvature() -> None:
    """eta / (mu + h_kk), for each pattern of the batch (1998 paper, eq. 18)."""
    weights = FlatWeights(model())
    optimizer = LevenbergMarquardt(weights, batch=3)
    before = weights.values.clone()
    optimizer.curvature.fill_(0.08)
    weights.gradient.fill_(2.0)
    optimizer.step(1e-3, 1)
    assert torch.allclose(before - weights.values, torch.tensor(3 * 1e-3 * 2.0 / (MU + 0.08)))


def test_all_weights_lie_in_one_row_kernels_first() -> None:
    made = model()
    before = {name: weight.detach().clone() for name, weight in made.named_weights().items()}
    weights = FlatWeights(made)
    assert len(weights.values) == NETWORK.parameters == 60_000
    kernels = sum(w.numel() for name, w in before.items() if name.endswith(".weight"))
    assert weights.decayed == kernels
    parts = weights.parts(weights.values)
    assert list(parts) == list(before)
    assert all(torch.equal(parts[name], before[name]) for name in before)
    assert torch.equal(weights.row(before), weights.values)
    made(torch.rand(2, 1, 32, 32)).sum().backward()
    gradients = weights.parts(weights.gradient)
    for name, weight in made.named_weights().items():
        assert weight.grad is not None
        assert torch.equal(gradients[name], weight.grad)
    weights.values.zero_()
    assert all(not weight.any() for weight in made.parameters())


def averaged(decay: float, values: list[float], check: Callable[[int, float], None]) -> Tensor:
    weight, average = torch.zeros(1), torch.zeros(1)
    averaging = AveragedWeights(weight, average, decay)
    for number, value in enumerate(values, 1):
        weight.fill_(value)
        averaging.update(number)
        check(number, float(average))
    return average


def test_the_average_follows_at_once_and_remembers_longer_and_longer() -> None:
    wanted = 0.0

    def check(number: int, found: float) -> None:
        nonlocal wanted
        decay = min(0.9, number / (number + 9))
        wanted = decay * wanted + (1 - decay) * (number - 1)
        assert found == pytest.approx(wanted, rel=1e-5)

    assert 180 < float(averaged(0.9, [float(step) for step in range(200)], check)) < 199


def test_no_memory_is_the_weight_itself() -> None:
    found: list[float] = []
    averaged(0.0, [7.0, 8.0], lambda number, average: found.append(average))
    assert found == [7.0, 8.0]
