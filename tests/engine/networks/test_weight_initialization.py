"""First weights: each scheme by the bound or spread it promises, unit by unit."""

import math

import numpy as np
import pytest

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.architecture import PlacedLayer
from lenet_gui.engine.networks.architectures import ARCHITECTURES, architecture
from lenet_gui.engine.networks.layers import Convolution, FullConnection
from lenet_gui.engine.networks.weight_initialization import initial_weights

NAMES = list(ARCHITECTURES)


def layers_with_weights(name: str) -> list[tuple[PlacedLayer, FloatArray, FloatArray]]:
    weights = initial_weights(architecture(name), 0)
    return [
        (placed, weights[f"{placed.name}.weight"], weights[f"{placed.name}.bias"])
        for placed in architecture(name).placed_layers()
        if isinstance(placed.layer.operation, Convolution | FullConnection)
    ]


def is_uniform(values: FloatArray, bound: float) -> bool:
    """Within the bound, reaching close to it, and as spread out as uniform values are."""
    inside = float(np.abs(values).max()) <= bound * (1 + 1e-6)
    reaching = float(np.abs(values).max()) > bound * (1 - 10 / values.size)
    spread = float(values.std()) == pytest.approx(
        bound / math.sqrt(3), rel=4 / math.sqrt(values.size)
    )
    return inside and reaching and spread


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_weights(name: str) -> None:
    one, same, other = (initial_weights(architecture(name), seed) for seed in (5, 5, 6))
    assert all(np.array_equal(one[key], same[key]) for key in one)
    assert any(not np.array_equal(one[key], other[key]) for key in one)


@pytest.mark.parametrize("name", NAMES)
def test_weights_have_the_shapes_of_the_architecture(name: str) -> None:
    weights = initial_weights(architecture(name), 0)
    shapes = {key: values.shape for key, values in weights.items()}
    assert shapes == architecture(name).parameter_shapes
    assert all(values.dtype == np.float32 for values in weights.values())


def test_1998_is_uniform_within_2_4_over_the_inputs_of_each_unit() -> None:
    fan_in = {"C1": 25, "C5": 400, "F6": 120}
    for placed, weight, bias in layers_with_weights("lenet-5"):
        assert not bias.any()
        if placed.name in fan_in:
            assert is_uniform(weight, 2.4 / fan_in[placed.name]), placed.name


def test_1998_counts_the_inputs_of_c3_by_its_table() -> None:
    weight = initial_weights(architecture("lenet-5"), 0)["C3.weight"]
    assert is_uniform(weight[:18], 2.4 / 75)  # maps 0-5 read three maps
    assert is_uniform(weight[18:54], 2.4 / 100)  # maps 6-14 read four
    assert is_uniform(weight[54:], 2.4 / 150)  # map 15 reads all six


def test_1998_subsampling_starts_as_an_average() -> None:
    weights = initial_weights(architecture("lenet-5"), 0)
    for layer in ("S2", "S4"):
        assert (weights[f"{layer}.coefficient"] == 0.25).all()
        assert not weights[f"{layer}.bias"].any()


@pytest.mark.parametrize("name", ["lenet-5-tanh", "lenet-sigmoid"])
def test_torch_is_uniform_within_one_over_the_root_of_the_inputs(name: str) -> None:
    for placed, weight, bias in layers_with_weights(name):
        bound = 1 / math.sqrt(weight[0].size)
        assert is_uniform(weight, bound), placed.name
        assert 0 < np.abs(bias).max() <= bound


def test_xavier_normal_convolutions_and_plain_normal_full_layers() -> None:
    for placed, weight, bias in layers_with_weights("lenet-relu"):
        assert not bias.any()
        if weight.ndim == 4:
            wanted = math.sqrt(2 / (25 * (weight.shape[0] + weight.shape[1])))
        else:
            wanted = 0.1
        assert float(weight.std()) == pytest.approx(wanted, rel=4 / math.sqrt(weight.size))
        assert np.abs(weight).max() > 2 * wanted, placed.name  # a bell, not a box


def test_glorot_is_uniform_within_root_6_over_inputs_and_outputs() -> None:
    for placed, weight, bias in layers_with_weights("lenet-keras"):
        assert not bias.any()
        area = 25 if weight.ndim == 4 else 1
        both = area * (weight.shape[0] + weight.shape[1])
        assert is_uniform(weight, math.sqrt(6 / both)), placed.name


def test_he_is_normal_with_root_2_over_the_inputs() -> None:
    for placed, weight, bias in layers_with_weights("lenet-5-modern"):
        assert not bias.any()
        wanted = math.sqrt(2 / weight[0].size)
        assert float(weight.std()) == pytest.approx(wanted, rel=4 / math.sqrt(weight.size)), (
            placed.name
        )
