"""Learning rates, decay, and the average of the weights."""

import pytest
import torch
from torch import nn

from lenet_gui.trainer.optimizers import AveragedWeights, make_optimizer, rate_at
from lenet_gui.training_values import TrainingConfig


def test_the_rate_rises_to_its_peak_and_falls_to_nothing() -> None:
    assert rate_at(0.0, 2.0, 0.1) == 0
    assert rate_at(0.05, 2.0, 0.1) == pytest.approx(1.0)
    assert rate_at(0.1, 2.0, 0.1) == pytest.approx(2.0)
    assert rate_at(0.55, 2.0, 0.1) == pytest.approx(1.0)
    assert rate_at(1.0, 2.0, 0.1) == pytest.approx(0.0)
    falling = [rate_at(0.1 + 0.9 * part / 50, 2.0, 0.1) for part in range(51)]
    assert falling == sorted(falling, reverse=True)


def test_without_warmup_it_begins_at_its_peak() -> None:
    assert rate_at(0.0, 2.0, 0.0) == 2.0


def test_kernels_decay_and_biases_do_not() -> None:
    names = ("C1.weight", "C1.bias", "S2.coefficient", "F6.weight")
    weights = {name: nn.Parameter(torch.ones(3)) for name in names}
    optimizer = make_optimizer(weights, TrainingConfig("lenet-5", rate=0.1, decay=0.5))
    for parameter in weights.values():
        parameter.grad = torch.zeros(3)  # nothing but the decay moves
    optimizer.step()
    found = {name: parameter[0].item() for name, parameter in weights.items()}
    assert found == pytest.approx(
        {"C1.weight": 0.95, "C1.bias": 1, "S2.coefficient": 1, "F6.weight": 0.95}
    )


def test_the_average_follows_at_once_and_remembers_longer_and_longer() -> None:
    weight = nn.Parameter(torch.zeros(1))
    average = AveragedWeights({"w": weight}, decay=0.9)
    wanted = 0.0
    for step in range(200):
        with torch.no_grad():
            weight.fill_(float(step))
        average.update()
        decay = min(0.9, (step + 1) / (step + 10))
        wanted = decay * wanted + (1 - decay) * step
        assert float(average.values["w"]) == pytest.approx(wanted, rel=1e-5)
    assert 180 < float(average.values["w"]) < 199


def test_no_memory_is_the_weight_itself_in_the_end() -> None:
    weight = nn.Parameter(torch.zeros(1))
    average = AveragedWeights({"w": weight}, decay=0.0)
    with torch.no_grad():
        weight.fill_(7.0)
    average.update()
    assert float(average.values["w"]) == 7.0
    with torch.no_grad():
        weight.fill_(8.0)
    assert float(average.values["w"]) == 7.0  # a copy
