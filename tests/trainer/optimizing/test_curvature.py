"""Second derivatives: exact where the method of 1998 is, and its error elsewhere."""

from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.autograd.functional import hessian
from torch.func import functional_call, jacrev

from lenet_gui.common.training_values import LearningConfig
from lenet_gui.engine.networks.activation_functions import Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.architectures import ARCHITECTURES, architecture
from lenet_gui.engine.networks.layers import FullConnection
from lenet_gui.engine.networks.weight_initialization import initial_weights
from lenet_gui.trainer.network.losses import make_loss
from lenet_gui.trainer.network.modules import LeNet
from lenet_gui.trainer.optimizing.curvature import mean_curvature
from tests.helpers import lively_weights, mnist_test

COUNT = 3


def samples(network: Architecture) -> tuple[Tensor, Tensor]:
    digits = mnist_test()
    inputs = torch.from_numpy(network.input_from(digits.images[:COUNT])).double()
    return inputs, torch.tensor([int(label) for label in digits.labels[:COUNT]])


def exact(model: LeNet, name: str, config: LearningConfig) -> Tensor:
    """Return the diagonal of Gauss-Newton, J^T H J.

    H is the Hessian of the loss by the input of the last layer or, with a softmax, by the evidence.
    """
    inputs, labels = samples(model.architecture)
    loss = make_loss(config, model.architecture)
    penalties = model.architecture.score_kind == "penalty"

    class Below(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, inputs: Tensor) -> Tensor:
            last = "F6" if penalties else ""
            return self.model.activations(inputs)[last] if last else self.model(inputs)

    def above(state: Tensor, label: Tensor) -> Tensor:
        outputs = model.layers["OUTPUT"](state[None]) if penalties else state[None]
        return loss(outputs, label[None])

    weights = model.named_weights()[name].detach()
    slopes = jacrev(lambda w: functional_call(Below(), {f"model.layers.{name}": w}, (inputs,)))(
        weights
    )
    slopes = slopes.reshape(COUNT, -1, weights.numel())
    states = Below()(inputs).detach()
    total = torch.zeros(weights.numel(), dtype=torch.float64)
    for place in range(COUNT):
        curved = hessian(lambda s, p=place: above(s, labels[p]), states[place])
        total += torch.einsum("ik,ij,jk->k", slopes[place], curved, slopes[place])
    return total.view_as(weights).detach() / COUNT


@pytest.mark.parametrize(("loss", "j"), [("cross-entropy", 0.0), ("map", -1.0)])
def test_one_layer_of_weights_is_exact(loss: Any, j: float) -> None:
    layers = (Layer("OUTPUT", FullConnection(10), Softmax()),)
    network = Architecture("one", (1, 32, 32), (-0.1, 1.175), "torch", "", layers)
    model = LeNet(network, initial_weights(network, 0)).double()
    config = LearningConfig(loss=loss, j=j)
    found = mean_curvature(model, *samples(network), config)
    for name in ("OUTPUT.weight", "OUTPUT.bias"):
        assert torch.allclose(found[name], exact(model, name, config), rtol=1e-9, atol=1e-15)


@pytest.mark.parametrize("loss", ["map", "mse"])
@pytest.mark.parametrize("name", ["F6.weight", "F6.bias"])
def test_the_layer_below_the_codes_is_exact(loss: Any, name: str) -> None:
    network = architecture("lenet-5")
    model = LeNet(network, lively_weights(network)).double()
    # j among the penalties, so that the not-a-digit class and the others both count
    config = LearningConfig(loss=loss, j=80.0)
    found = mean_curvature(model, *samples(network), config)[name]
    assert torch.allclose(found, exact(model, name, config), rtol=1e-6, atol=1e-12)


def test_lower_layers_are_right_within_what_the_method_leaves_out() -> None:
    """The method drops products of two units.

    One layer down that is exact for initial weights, whose products cancel; where weights are
    shared the result is too small by the correlation of neighbours.
    """
    network = architecture("lenet-5")
    model = LeNet(network, initial_weights(network, 0)).double()
    config = LearningConfig(loss="map")
    found = mean_curvature(model, *samples(network), config)
    for name, most in (("C5.bias", 1.05), ("S4.coefficient", 1.6), ("S4.bias", 1.6),
                       ("C3.weight", 10), ("C1.weight", 40)):  # fmt: skip
        ratio = float(exact(model, name, config).mean() / found[name].mean())
        assert 1 / 1.6 < ratio < most, name


@pytest.mark.parametrize("name", list(ARCHITECTURES))
def test_every_network_has_it(name: str) -> None:
    network = architecture(name)
    penalties = network.score_kind == "penalty"
    for loss in ("mse", "map" if penalties else "cross-entropy"):
        model = LeNet(network, lively_weights(network))
        inputs, labels = samples(network)
        config = LearningConfig(loss=loss)
        found = mean_curvature(model, inputs.float(), labels, config)
        assert found.keys() == model.named_weights().keys()
        for key, values in found.items():
            assert values.shape == model.named_weights()[key].shape
            assert np.isfinite(values.numpy()).all()
            assert values.min() >= 0
            assert values.max() > 0
