"""A weight, and every unit that uses it."""

import numpy as np
import pytest

from lenet_gui.common.values import Unit, WeightPlace
from lenet_gui.engine.explaining.arithmetic import SharedWeight, Subsampled, WeightedSum
from lenet_gui.engine.explaining.shared_weight import shared_weight
from lenet_gui.engine.explaining.unit_arithmetic import unit_arithmetic
from tests.engine.explaining.networks import ALL, computed

PARAMETERS = [(name, parameter) for name in ALL for parameter in ALL[name].parameter_shapes]


def explained(name: str, place: WeightPlace) -> SharedWeight:
    return shared_weight(*computed(name), place)


def some_place(name: str, parameter: str) -> WeightPlace:
    shape = ALL[name].parameter_shapes[parameter]
    index = tuple(np.random.default_rng(len(parameter)).integers(0, shape).tolist())
    layer, _, own = parameter.rpartition(".")
    return WeightPlace(layer, own, index)


def used_by(found: SharedWeight, name: str, unit: Unit) -> float:
    """What a unit multiplies the parameter with, by its own arithmetic."""
    arithmetic = unit_arithmetic(*computed(name), unit)
    if found.place.parameter == "bias":
        return 1.0
    if found.place.parameter == "coefficient":
        assert isinstance(arithmetic, Subsampled)
        return arithmetic.joined
    assert isinstance(arithmetic, WeightedSum)
    (value,) = (
        float(group.patch.values[place])
        for group in arithmetic.products
        for place in np.ndindex(group.weights.shape)
        if group.weight(place) == found.place
    )
    return value


@pytest.mark.parametrize(("name", "parameter"), PARAMETERS)
def test_units_that_use_it_agree(name: str, parameter: str) -> None:
    _, weights, _, activations = computed(name)
    found = explained(name, some_place(name, parameter))
    assert found.value == weights[parameter][found.place.index]
    assert found.kernel[found.within] == found.value
    assert found.factors is not None
    rows, columns = (*activations[found.place.layer].shape, 1, 1)[1:3]
    assert found.factors.shape == found.units == (rows, columns)
    assert found.connections == rows * columns
    for place in {(0, 0), (rows - 1, columns - 1), (rows // 2, columns // 3)}:
        unit = found.unit(place)
        assert found.factors[place] == pytest.approx(used_by(found, name, unit), rel=1e-5)
        if found.source is not None:
            arithmetic = unit_arithmetic(*computed(name), unit)
            assert isinstance(arithmetic, WeightedSum)
            sources = {
                group.patch.unit(at)
                for group in arithmetic.products
                for at in np.ndindex(group.weights.shape)
                if group.weight(at) == found.place
            }
            flat = len(computed(name)[0].layer(found.place.layer).source) == 1
            assert sources == {found.source.unit(place)} or flat


def test_weights_of_c1_are_shared_784_times() -> None:
    found = explained("lenet-5", WeightPlace("C1", "weight", (3, 0, 2, 1)))
    assert found.connections == 784
    assert found.map == 3
    assert found.kernel.shape == (5, 5)
    assert found.within == (2, 1)
    assert found.source is not None
    assert found.source.unit((4, 6)) == Unit("INPUT", 0, 6, 7)
    assert found.unit((4, 6)) == Unit("C1", 3, 4, 6)


def test_kernel_of_the_table() -> None:
    found = explained("lenet-5", WeightPlace("C3", "weight", (20, 4, 1)))
    assert found.map == 6
    assert found.source is not None
    assert found.source.map == 2
    assert found.connections == 100


def test_full_connection_uses_each_weight_once() -> None:
    found = explained("lenet-sigmoid", WeightPlace("C5", "weight", (7, 3 * 16 + 9)))
    assert found.connections == 1
    assert found.kernel.shape == (4, 4)
    assert found.within == (2, 1)
    assert found.source is not None
    assert found.source.unit((0, 0)) == Unit("S4", 3, 2, 1)
    above = explained("lenet-sigmoid", WeightPlace("F6", "weight", (7, 30)))
    assert above.source is not None
    assert above.source.unit((0, 0)) == Unit("C5", 30)


def test_how_it_began() -> None:
    found = explained("lenet-5", WeightPlace("C1", "weight", (3, 0, 2, 1)))
    assert (found.distribution, found.scale) == ("uniform", pytest.approx(2.4 / 25))
    coefficient = explained("lenet-5", WeightPlace("S2", "coefficient", (1,)))
    assert (coefficient.distribution, coefficient.scale) == ("constant", 0.25)


def test_nothing_drawn_has_no_factors() -> None:
    architecture, weights, field, _ = computed("lenet-5")
    place = WeightPlace("C1", "weight", (3, 0, 2, 1))
    found = shared_weight(architecture, weights, field, {}, place)
    assert found.factors is None
    assert found.connections == 784


@pytest.mark.parametrize(
    "place",
    [
        WeightPlace("C1", "coefficient", (0,)),
        WeightPlace("C1", "weight", (0, 0, 5, 0)),
        WeightPlace("C1", "weight", (0, 0)),
        WeightPlace("C9", "bias", (0,)),
    ],
)
def test_a_weight_that_is_not_there_is_refused(place: WeightPlace) -> None:
    with pytest.raises(ValueError, match="no such weight"):
        explained("lenet-5", place)
