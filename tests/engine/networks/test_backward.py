"""The backward pass beside torch and beside small steps, for every layer of every architecture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional

from lenet_gui.common.training_values import LearningConfig, LossName
from lenet_gui.common.values import FloatArray, Unit
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.backward import Gradients, backward, backward_from, one_hot
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling
from lenet_gui.engine.networks.losses import make_loss
from lenet_gui.engine.networks.network import Network
from lenet_gui.trainer.network import losses as torch_losses
from lenet_gui.trainer.network.modules import LeNet
from tests.helpers import largest_error, lively_weights, random_inputs

OWN = Architecture(
    "own",
    (3, 32, 32),
    (0.0, 1.0),
    "he",
    "",
    (
        Layer("C1", Convolution(4, 5, padding=2, stride=2), ActivationFunction("sigmoid")),
        Layer("S2", Subsampling("max", 3), ActivationFunction("scaled tanh")),
        Layer(
            "C3",
            Convolution(5, 3, padding=1, table=((0, 1), (2,), (1, 3), (0, 1, 2, 3), (3,))),
            ActivationFunction("relu"),
        ),
        Layer("S4", Subsampling("max blur", 2)),
        Layer("C5", Convolution(7, 2), ActivationFunction("tanh")),
        Layer("OUTPUT", FullConnection(10), Softmax()),
    ),
    sees="picture",
)
ALL = {**ARCHITECTURES, OWN.name: OWN}
LABELS = [3, 0, 9, 3]
PRECISION = [(np.float32, 1e-5), (np.float64, 1e-10)]
LOSSES: tuple[LossName, ...] = ("map", "mse", "cross-entropy")


def losses_of(network: Architecture) -> list[LossName]:
    return [loss for loss in LOSSES if network.score_kind != "penalty" or loss != "cross-entropy"]


WITH_LOSSES = [(name, loss) for name, network in ALL.items() for loss in losses_of(network)]


def small_weights(network: Architecture) -> dict[str, FloatArray]:
    """Weights with which probabilities lie far from 0 and 1, so that every gradient matters."""
    return {name: values * 0.5 for name, values in lively_weights(network).items()}


@dataclass
class Passed:
    """A network of one dtype and what it makes of inputs."""

    network: Architecture
    weights: Mapping[str, FloatArray]
    inputs: FloatArray
    dtype: type[np.floating[Any]] = np.float64

    def __post_init__(self) -> None:
        self.weights = {name: values.astype(self.dtype) for name, values in self.weights.items()}
        self.inputs = self.inputs.astype(self.dtype)
        numpy_network = Network(self.network, self.weights, self.dtype)
        self.activations, self.evidence = numpy_network.activations_and_evidence(self.inputs)

    def backward(self, loss: LossName, labels: int | list[int]) -> Gradients:
        delta = make_loss(loss, self.network.score_kind, 20.0)(self.evidence, labels).evidence_delta
        return backward(self.network, self.weights, self.inputs, self.activations, delta)


def passed(name: str, batch: int = 4, dtype: type[np.floating[Any]] = np.float64) -> Passed:
    network = ALL[name]
    return Passed(network, small_weights(network), random_inputs(network, batch, 5), dtype)


IN_TORCH: dict[str, Callable[[Tensor], Tensor]] = {
    "scaled tanh": lambda a: 1.7159 * torch.tanh(2 / 3 * a),
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "relu": torch.relu,
}


class TorchPass:
    """The trainer's modules one after the other, with a gradient of everything on the way."""

    def __init__(self, values: Passed) -> None:
        self.model = LeNet(values.network, values.weights)
        x = torch.from_numpy(values.inputs).requires_grad_()
        self.sums: dict[str, Tensor] = {}
        self.activations = {"INPUT": x}
        for layer in values.network.layers:
            a = self.model.layers[layer.name](x)
            x = IN_TORCH[layer.activation.function](a) if _has_function(layer) else a
            self.sums[layer.name], self.activations[layer.name] = a, x
            a.retain_grad()
            x.retain_grad()

    def compare(self, found: Gradients, bar: float) -> None:
        for name, values in found.sums.items():
            assert largest_error(values, _gradient(self.sums[name])) < bar, name
        for name, values in found.activations.items():
            assert largest_error(values, _gradient(self.activations[name])) < bar, name
        for name, values in found.weights.items():
            assert largest_error(values, _gradient(self.model.named_weights()[name])) < bar, name


def _has_function(layer: Layer) -> bool:
    return isinstance(layer.activation, ActivationFunction)


def _gradient(tensor: Tensor) -> FloatArray:
    assert tensor.grad is not None
    found: FloatArray = tensor.grad.numpy()
    return found


def torch_loss(network: Architecture, loss: LossName) -> Callable[[Tensor, Tensor], Tensor]:
    return torch_losses.make_loss(LearningConfig(loss=loss), network)


@pytest.mark.parametrize(("dtype", "bar"), PRECISION)
@pytest.mark.parametrize(("name", "loss"), WITH_LOSSES)
def test_all_gradients_are_those_of_torch(name: str, loss: LossName, dtype, bar: float) -> None:
    ours = passed(name, dtype=dtype)
    theirs = TorchPass(ours)
    torch_loss(ours.network, loss)(theirs.sums["OUTPUT"], torch.tensor(LABELS)).backward()
    found = ours.backward(loss, LABELS)
    assert list(found.sums) == [layer.name for layer in reversed(ours.network.layers)]
    assert list(found.activations)[-1] == "INPUT"
    assert found.weights.keys() == ours.network.parameter_shapes.keys()
    assert {v.dtype for v in (*found.sums.values(), *found.weights.values())} == {np.dtype(dtype)}
    theirs.compare(found, bar)


@pytest.mark.parametrize(("dtype", "bar"), PRECISION)
@pytest.mark.parametrize("name", list(ALL))
def test_one_sample_without_a_batch_axis(name: str, dtype, bar: float) -> None:
    batched = passed(name, batch=1, dtype=dtype)
    single = replace(batched, inputs=batched.inputs[0])
    loss = losses_of(single.network)[0]
    theirs = TorchPass(batched)
    torch_loss(single.network, loss)(theirs.sums["OUTPUT"], torch.tensor([7])).backward()
    found = single.backward(loss, 7)
    shapes = {placed.name: placed.shape for placed in single.network.placed_layers()}
    assert {layer: values.shape for layer, values in found.sums.items()} == shapes
    assert found.activations["INPUT"].shape == single.network.input_shape
    theirs.compare(Gradients(batch_of(found.sums), batch_of(found.activations), found.weights), bar)


def batch_of(values: Mapping[str, FloatArray]) -> dict[str, FloatArray]:
    return {layer: array[None] for layer, array in values.items()}


@pytest.mark.parametrize("name", list(ALL))
def test_many_samples_are_those_of_single_ones(name: str) -> None:
    """More samples than the pass takes at a time."""
    many = passed(name, batch=37)
    loss = losses_of(many.network)[0]
    together = many.backward(loss, [5] * 37)
    for sample in (0, 15, 16, 36):
        alone = replace(many, inputs=many.inputs[sample]).backward(loss, 5)
        for layer, values in alone.sums.items():
            assert largest_error(together.sums[layer][sample] * 37, values) < 1e-10, layer
        for layer, values in alone.activations.items():
            assert largest_error(together.activations[layer][sample] * 37, values) < 1e-10, layer
    each = [replace(many, inputs=one).backward(loss, 5).weights for one in many.inputs]
    for key, values in together.weights.items():
        assert largest_error(values, np.mean([part[key] for part in each], axis=0)) < 1e-10, key


@pytest.mark.parametrize("name", list(ALL))
def test_the_pass_begins_at_any_unit_of_any_layer(name: str) -> None:
    ours = passed(name, batch=1)
    inputs = ours.inputs[0]
    activations = {layer: values[0] for layer, values in ours.activations.items()}
    generator = np.random.default_rng(2)
    for placed in ours.network.placed_layers():
        place = tuple(int(generator.integers(side)) for side in placed.shape)
        unit = Unit(placed.name, *place)
        theirs = TorchPass(ours)
        theirs.sums[placed.name][(0, *place)].backward()
        delta = one_hot(ours.network, unit)
        found = backward_from(
            placed.name, ours.network, ours.weights, inputs, activations, delta, False
        )
        assert not found.weights
        assert next(iter(found.sums)) == placed.name
        wanted = _gradient(theirs.activations["INPUT"])[0]
        assert largest_error(found.activations["INPUT"], wanted) < 1e-10


# ---- equal maxima


def with_pooling(kind: Any, size: int, function: Any) -> Architecture:
    layers = (
        Layer("C1", Convolution(3, 5), ActivationFunction(function)),
        Layer("S2", Subsampling(kind, size)),
        Layer("OUTPUT", FullConnection(10), Softmax()),
    )
    return Architecture("ties", (1, 32, 32), (0.0, 1.0), "he", "", layers)


def with_ties(network: Architecture) -> Passed:
    """Inputs of 0 and 1 and kernels of few different weights: many sums are equal exactly."""
    generator = np.random.default_rng(11)
    weights = dict(small_weights(network))
    shape = weights["C1.weight"].shape
    weights["C1.weight"] = generator.integers(-1, 2, shape) / 4.0
    weights["C1.bias"] = np.array([0.25, 0.0, -0.25])
    inputs = generator.integers(0, 2, (3, *network.input_shape)).astype(float)
    inputs[:, :, :6] = 0.0  # paper: whole squares of equal units
    return Passed(network, weights, inputs)


@pytest.mark.parametrize("function", ["relu", "sigmoid", "scaled tanh"])
@pytest.mark.parametrize(("kind", "size"), list(product(["max", "max blur"], [2, 3, 4])))
def test_of_equal_maxima_the_trainer_and_the_engine_choose_one(kind, size: int, function) -> None:
    ours = with_ties(with_pooling(kind, size, function))
    squares = ours.activations["C1"][..., :26:2, :26:2], ours.activations["C1"][..., 1:27:2, 1:27:2]
    assert (squares[0] == squares[1]).mean() > 0.1
    found = ours.backward("cross-entropy", LABELS[:3])
    model = LeNet(ours.network, ours.weights)
    for forward in (model, model.layer_by_layer):
        inputs = torch.from_numpy(ours.inputs).requires_grad_()
        functional.cross_entropy(forward(inputs), torch.tensor(LABELS[:3])).backward()
        assert largest_error(found.activations["INPUT"], _gradient(inputs)) < 1e-10


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("max", [[0, 1, 0], [0, 0, 0], [0, 0, 0]]),
        # The upper one of each column, then the column on the left: of the two 5s the lower one.
        ("max blur", [[0, 0.25, 0], [0.5, 0, 0.25], [0, 0, 0]]),
    ],
)
def test_the_first_of_equal_maxima(kind, wanted: list[list[float]]) -> None:
    layer = Subsampling(kind, 2)
    source = np.array([[[[0.0, 5, 1], [5, 2, 3], [0, 0, 0]]]])
    delta = layer.delta_below({}, source, np.ones((1, 1, 1, 1)))
    assert delta[0, 0].tolist() == wanted


# ---- small steps


@pytest.mark.parametrize(("name", "loss"), WITH_LOSSES)
def test_gradients_are_those_of_small_steps(name: str, loss: LossName) -> None:
    ours = passed(name, batch=2)
    found = ours.backward(loss, LABELS[:2])
    generator = np.random.default_rng(3)
    compute = make_loss(loss, ours.network.score_kind, 20.0)

    def agree(values: FloatArray, moved: Callable[[tuple[int, ...], float], Passed]) -> None:
        place = tuple(int(generator.integers(side)) for side in values.shape)
        ahead, behind = (moved(place, by).evidence for by in (1e-5, -1e-5))
        labels = LABELS[:2]
        measured = (compute(ahead, labels).value - compute(behind, labels).value) / 2e-5
        rounding = 1e-11  # of a loss of about 1, over a step of 2e-5
        assert abs(values[place] - measured) < 1e-5 * np.abs(values).max() + rounding

    def with_weight(key: str, place: tuple[int, ...], by: float) -> Passed:
        weights = {**ours.weights, key: plus(ours.weights[key], place, by)}
        return replace(ours, weights=weights)

    for key, gradient in found.weights.items():
        agree(gradient, partial(with_weight, key))
    for _ in range(5):
        agree(
            found.activations["INPUT"],
            lambda place, by: replace(ours, inputs=plus(ours.inputs, place, by)),
        )


def plus(values: FloatArray, place: tuple[int, ...], by: float) -> FloatArray:
    moved = values.copy()
    moved[place] += by
    return moved
