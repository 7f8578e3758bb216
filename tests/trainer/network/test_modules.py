"""The torch modules and the engine compute the same, layer by layer."""

import numpy as np
import pytest
import torch

from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.architectures import ARCHITECTURES, architecture
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling
from lenet_gui.engine.networks.network import Network
from lenet_gui.trainer.network.modules import LeNet, to_arrays
from tests.helpers import largest_error, lively_weights, random_inputs

NAMES = list(ARCHITECTURES)


@pytest.mark.parametrize("batch", [1, 5])
@pytest.mark.parametrize(("dtype", "bar"), [(np.float32, 1e-5), (np.float64, 1e-10)])
@pytest.mark.parametrize("name", NAMES)
def test_every_layer_is_the_engines(name: str, dtype, bar: float, batch: int) -> None:
    network, weights = architecture(name), lively_weights(architecture(name))
    inputs = random_inputs(network, batch).astype(dtype)
    wanted = Network(network, weights, dtype).activations(inputs)
    model = LeNet(network, weights).to(torch.from_numpy(inputs).dtype)
    with torch.no_grad():
        found = {
            key: state.numpy() for key, state in model.activations(torch.from_numpy(inputs)).items()
        }
    assert list(found) == list(wanted)
    for layer in wanted:
        assert largest_error(found[layer], wanted[layer]) < bar, layer


@pytest.mark.parametrize("name", NAMES)
def test_forward_gives_penalties_or_the_evidence_before_the_softmax(name: str) -> None:
    network, weights = architecture(name), lively_weights(architecture(name))
    inputs = torch.from_numpy(random_inputs(network, 2)).float()
    model = LeNet(network, weights)
    with torch.no_grad():
        outputs, last = model(inputs), model.activations(inputs)["OUTPUT"]
    if network.score_kind == "probability":
        outputs = outputs.softmax(dim=1)
    assert torch.allclose(outputs, last, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("name", NAMES)
def test_weights_go_in_and_come_out_the_same(name: str) -> None:
    weights = lively_weights(architecture(name))
    model = LeNet(architecture(name), weights)
    found = to_arrays(model.named_weights())
    assert found.keys() == weights.keys()
    assert all(np.array_equal(found[key], weights[key]) for key in weights)
    assert sum(p.numel() for p in model.parameters()) == architecture(name).parameters


def test_what_comes_out_is_a_copy_and_what_went_in_stays() -> None:
    weights = lively_weights(architecture("lenet-5"))
    before = {key: values.copy() for key, values in weights.items()}
    model = LeNet(architecture("lenet-5"), weights)
    found = to_arrays(model.named_weights())
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(1.0)
    assert all(np.array_equal(found[key], before[key]) for key in before)
    assert all(np.array_equal(weights[key], before[key]) for key in before)


@pytest.mark.parametrize("name", NAMES)
def test_every_weight_gets_a_gradient(name: str) -> None:
    network = architecture(name)
    model = LeNet(network, lively_weights(network))
    outputs = model(torch.from_numpy(random_inputs(network, 4)).float())
    outputs.square().sum().backward()
    for key, parameter in model.named_weights().items():
        assert parameter.grad is not None, key
        assert parameter.grad.abs().sum() > 0, key


@pytest.mark.parametrize("name", NAMES)
def test_gradients_are_those_of_the_plain_layers(name: str) -> None:
    """On the CPU a convolution and its subsampling are one step, with the same result."""
    network = architecture(name)
    inputs = torch.from_numpy(random_inputs(network, 3)).double()
    model = LeNet(network, lively_weights(network)).double()
    outputs, plain = model(inputs), model.layer_by_layer(inputs)
    assert largest_error(outputs.detach().numpy(), plain.detach().numpy()) < 1e-10
    weights = list(model.parameters())
    found, wanted = (
        torch.autograd.grad(scores[:, ::3].square().sum(), weights) for scores in (outputs, plain)
    )
    for one, other in zip(found, wanted, strict=True):
        assert largest_error(one.numpy(), other.numpy()) < 1e-10


@pytest.mark.parametrize("function", ["relu", "scaled tanh"])
@pytest.mark.parametrize(("kind", "size"), [("max", 2), ("max blur", 2), ("max blur", 4)])
def test_pooling_is_learned_the_same_under_any_activation_function(
    kind, function, size: int
) -> None:
    layers = (
        Layer("C1", Convolution(3, 5), ActivationFunction(function)),
        Layer("S2", Subsampling(kind, size)),
        Layer("OUTPUT", FullConnection(10), Softmax()),
    )
    network = Architecture("other", (1, 32, 32), (-0.1, 1.175), "he", "", layers)
    inputs = torch.from_numpy(random_inputs(network, 3)).double()
    model = LeNet(network, lively_weights(network)).double()
    wanted = Network(network, lively_weights(network), np.float64).evidence(inputs.numpy())
    outputs, plain = model(inputs), model.layer_by_layer(inputs)
    weights = list(model.parameters())
    slopes = [torch.autograd.grad(s[:, ::3].square().sum(), weights) for s in (outputs, plain)]
    for found in (outputs, plain):
        assert largest_error(found.detach().numpy(), wanted) < 1e-10
    for one, other in zip(*slopes, strict=True):
        assert largest_error(one.numpy(), other.numpy()) < 1e-10


def test_gradients_through_the_table_are_those_of_small_steps() -> None:
    network = architecture("lenet-5")
    weights = {key: values.astype(float) for key, values in lively_weights(network).items()}
    inputs = torch.from_numpy(random_inputs(network, 2))
    model = LeNet(network, weights)
    model(inputs).sum().backward()
    generator = np.random.default_rng(0)
    for key in ("C1.weight", "S2.coefficient", "C3.weight", "S4.bias", "F6.bias"):
        gradient = model.named_weights()[key].grad
        assert gradient is not None
        place = tuple(int(generator.integers(side)) for side in weights[key].shape)
        outputs = []
        for step in (1e-5, -1e-5):
            moved = {k: values.copy() for k, values in weights.items()}
            moved[key][place] += step
            with torch.no_grad():
                outputs.append(float(LeNet(network, moved)(inputs).sum()))
        assert float(gradient[place]) == pytest.approx((outputs[0] - outputs[1]) / 2e-5, rel=1e-4)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_leaves_the_device(name: str) -> None:
    """On the device "meta", which has no values, a copy to the CPU would fail."""
    network = architecture(name)
    model = LeNet(network, lively_weights(network)).to("meta")
    outputs = model(torch.empty(3, *network.input_shape, device="meta"))
    assert outputs.device.type == "meta"
    assert outputs.shape == (3, 10)
    assert {buffer.device.type for buffer in model.buffers()} <= {"meta"}
