"""Each number is what its parts make, for every layer of every architecture."""

import math
from collections.abc import Iterator

import numpy as np
import pytest

from lenet_gui.common.values import Unit, WeightPlace
from lenet_gui.engine.explaining.arithmetic import (
    InputValue,
    Patch,
    Penalty,
    Subsampled,
    UnitArithmetic,
    WeightedSum,
)
from lenet_gui.engine.explaining.unit_arithmetic import unit_arithmetic
from lenet_gui.engine.networks.activation_functions import ActivationFunction
from lenet_gui.engine.networks.rbf_codes import digit_codes
from tests.engine.explaining.networks import ALL, computed

LAYERS = [(name, placed.name) for name in ALL for placed in ALL[name].placed_layers()]
DIGITS = 3  # that are shown of a sum


def explained(name: str, unit: Unit) -> UnitArithmetic:
    return unit_arithmetic(*computed(name), unit)


def some_units(layer: str, shape: tuple[int, ...]) -> Iterator[Unit]:
    """The corners of the first and the last map, and five units anywhere."""
    maps, rows, columns = (*shape, 1, 1)[:3]
    generator = np.random.default_rng(maps)
    places = {
        (index, row, column)
        for index in (0, maps - 1)
        for row in (0, rows - 1)
        for column in (0, columns - 1)
    } | {tuple(generator.integers(0, (maps, rows, columns)).tolist()) for _ in range(5)}
    for place in sorted(places):
        yield Unit(layer, *place)


def squashed(function: str | None, a: float) -> float:
    """The textbook's formulas."""
    return {
        None: lambda: a,
        "scaled tanh": lambda: 1.7159 * math.tanh(2 * a / 3),
        "tanh": lambda: math.tanh(a),
        "sigmoid": lambda: 1 / (1 + math.exp(-a)),
        "relu": lambda: max(a, 0.0),
    }[function]()


def of_its_parts(found: UnitArithmetic) -> float:
    """The weighted sum again, in float64, from nothing but what is shown."""
    if isinstance(found, WeightedSum):
        return found.bias.value + sum(
            float(value) * float(weight)
            for group in found.products
            for value, weight in zip(group.patch.values.flat, group.weights.flat, strict=True)
        )
    if isinstance(found, Penalty):
        pairs = zip(found.patch.values, found.code, strict=True)
        return sum((float(value) - float(code)) ** 2 for value, code in pairs)
    assert isinstance(found, Subsampled)
    values = [[float(value) for value in row] for row in found.patch.values]
    every = [value for row in values for value in row]
    if found.kind == "sum":
        assert found.coefficient is not None
        assert found.bias is not None
        return found.coefficient.value * sum(every) + found.bias.value
    if found.kind == "average":
        return sum(every) / len(every)
    if found.kind == "max":
        return max(every)
    size = found.size
    maxima = [
        max(max(row[right : right + size]) for row in values[down : down + size])
        for down in range(size)
        for right in range(size)
    ]
    return sum(maxima) / len(maxima)


@pytest.mark.parametrize(("name", "layer"), LAYERS)
def test_parts_make_the_number_of_the_network(name: str, layer: str) -> None:
    """To the last digit that is shown; a sum that lies between two of them may fall either way."""
    architecture, _, _, activations = computed(name)
    placed = architecture.layer(layer)
    for unit in some_units(layer, placed.shape):
        found = explained(name, unit)
        assert not isinstance(found, InputValue)
        a = of_its_parts(found)
        assert found.a == pytest.approx(a, rel=1e-5, abs=1e-5)
        kept = activations[layer].reshape((*placed.shape, 1, 1)[:3])
        x = float(kept[unit.map, unit.row, unit.column])
        assert found.x == x
        function = placed.layer.activation
        if function is None or isinstance(function, ActivationFunction):
            wanted = squashed(None if function is None else function.function, a)
        else:
            assert isinstance(found, WeightedSum)
            assert found.softmax is not None
            every = [of_its_parts(explained(name, Unit(layer, k))) for k in range(len(kept))]
            wanted = math.exp(a) / sum(map(math.exp, every))
            shown = found.softmax
            assert shown.evidence == pytest.approx(every, abs=1e-5)
            assert shown.exponentials[unit.map] / shown.total == pytest.approx(x, rel=1e-6)
            assert shown.largest == pytest.approx(max(every), abs=1e-5)
        assert f"{wanted:.{DIGITS}f}" == f"{x:.{DIGITS}f}" or abs(wanted - x) < 1e-5


@pytest.mark.parametrize(("name", "layer"), LAYERS)
def test_each_value_leads_to_its_unit_and_each_weight_to_its_place(name: str, layer: str) -> None:
    architecture, weights, field, activations = computed(name)
    inputs = architecture.input_from(field)
    shape = architecture.layer(layer).shape
    for unit in some_units(layer, shape):
        found = explained(name, unit)
        groups = found.products if isinstance(found, WeightedSum) else ()
        patches = [group.patch for group in groups] or [found.patch]
        for patch in patches:
            values = inputs if patch.layer == "INPUT" else activations[patch.layer]
            for place, value in np.ndenumerate(patch.values):
                source = patch.unit(place)
                if source is None:
                    assert value == 0
                    continue
                maps = values.reshape((*values.shape, 1, 1)[:3])
                assert value == maps[source.map, source.row, source.column]
        for group in groups:
            for place, weight in np.ndenumerate(group.weights):
                at = group.weight(place)
                assert weights[f"{at.layer}.{at.parameter}"][at.index] == weight
            wanted = group.patch.values * group.weights
            assert np.array_equal(group.products, wanted)
            assert group.sum == pytest.approx(float(wanted.astype(float).sum()), abs=1e-5)


@pytest.mark.parametrize(("name", "layer"), LAYERS)
def test_what_is_read_is_the_unit_s_window(name: str, layer: str) -> None:
    """The taps inside the layer below are those that the network picture frames."""
    architecture = ALL[name]
    for unit in some_units(layer, architecture.layer(layer).shape):
        found = explained(name, unit)
        patches = (
            [group.patch for group in found.products]
            if isinstance(found, WeightedSum)
            else [found.patch]
        )
        read = {patch.unit(at) for patch in patches for at in np.ndindex(patch.values.shape)}
        window = architecture.windows(unit)[0]
        wanted = {
            Unit(window.layer, index, row, column)
            for index in window.maps
            for row in range(window.top, window.bottom)
            for column in range(window.left, window.right)
        }
        assert read - {None} == wanted


def test_table_of_1998_decides_what_is_read() -> None:
    found = explained("lenet-5", Unit("C3", 6, 5, 3))
    assert isinstance(found, WeightedSum)
    assert [group.patch.map for group in found.products] == [0, 1, 2, 3]
    # Six maps of three kernels come before those of map 6.
    assert found.products[2].weight((4, 1)) == WeightPlace("C3", "weight", (20, 4, 1))
    assert found.products[2].patch.unit((4, 1)) == Unit("S2", 2, 9, 4)
    assert found.bias.place == WeightPlace("C3", "bias", (6,))
    dense = explained("lenet-5-tanh", Unit("C3", 6, 5, 3))
    assert isinstance(dense, WeightedSum)
    assert dense.products[2].weight((4, 1)) == WeightPlace("C3", "weight", (6, 2, 4, 1))


def test_taps_on_the_padding_have_no_unit() -> None:
    found = explained("lenet-keras", Unit("C1", 0, 0, 1))
    assert isinstance(found, WeightedSum)
    (group,) = found.products
    assert group.patch.unit((1, 4)) is None
    assert group.patch.unit((2, 0)) is None
    assert group.patch.unit((2, 1)) == Unit("INPUT", 0, 0, 0)
    assert not group.patch.values[:2].any()


def test_colours_are_summed_one_by_one() -> None:
    found = explained("own", Unit("C1", 1, 7, 8))
    assert isinstance(found, WeightedSum)
    assert [group.patch.map for group in found.products] == [0, 1, 2]
    assert found.total == pytest.approx(sum(group.sum for group in found.products), abs=1e-6)


def test_flattened_maps_keep_their_shape() -> None:
    found = explained("lenet-sigmoid", Unit("C5", 7))
    assert isinstance(found, WeightedSum)
    assert found.kind == "full"
    assert [group.patch.values.shape for group in found.products] == [(4, 4)] * 16
    assert found.products[3].weight((2, 1)) == WeightPlace("C5", "weight", (7, 3 * 16 + 9))
    assert found.products[3].patch.unit((2, 1)) == Unit("S4", 3, 2, 1)


def test_winner_of_a_square() -> None:
    *_, activations = computed("lenet-sigmoid")
    for row in range(12):
        found = explained("lenet-sigmoid", Unit("S2", 1, row, 3))
        assert isinstance(found, Subsampled)
        unit = found.patch.unit(found.winner())
        assert unit is not None
        assert activations["C1"][1, unit.row, unit.column] == found.x


def test_two_steps_of_max_blur_end_at_the_edge() -> None:
    found = explained("lenet-5-modern", Unit("S2", 0, 13, 13))
    assert isinstance(found, Subsampled)
    assert found.patch.values.shape == (2, 2)  # the squares beyond the edge are cut off
    assert found.maxima is not None
    assert found.maxima[1, 1] == found.patch.values[1, 1]
    assert found.winner((1, 1)) == (1, 1)
    inside = explained("lenet-5-modern", Unit("S2", 0, 5, 5))
    assert isinstance(inside, Subsampled)
    assert inside.patch.values.shape == (3, 3)
    assert inside.maxima is not None
    for place, value in np.ndenumerate(inside.maxima):
        assert inside.patch.values[inside.winner(place)] == value


def test_penalty_compares_with_the_code_of_any_class() -> None:
    for label in range(10):
        found = explained("lenet-5", Unit("OUTPUT", label))
        assert isinstance(found, Penalty)
        assert np.array_equal(found.code, digit_codes()[label])
        assert found.x == pytest.approx(found.squares.sum(), rel=1e-6)
        assert found.patch.unit((83,)) == Unit("F6", 83)


def test_softmax_of_a_thousand_classes() -> None:
    from lenet_gui.engine.networks.network import Network
    from tests.engine.explaining.networks import some_field
    from tests.helpers import lively_weights

    many = ALL["lenet-relu"].for_classes(1000)
    weights, field = lively_weights(many), some_field(many)
    activations = Network(many, weights).activations(many.input_from(field))
    found = unit_arithmetic(many, weights, field, activations, Unit("OUTPUT", 999))
    assert isinstance(found, WeightedSum)
    assert found.softmax is not None
    assert found.softmax.exponentials[999] / found.softmax.total == pytest.approx(found.x)


def test_input_is_a_byte_in_the_range_of_the_network() -> None:
    _, _, field, _ = computed("lenet-5")
    found = explained("lenet-5", Unit("INPUT", 0, 3, 4))
    assert isinstance(found, InputValue)
    assert found.byte is not None
    assert found.byte == field[3, 4]
    assert found.x == pytest.approx(-0.1 + found.byte * 1.275 / 255, abs=1e-6)
    assert found.around.values.shape == (7, 7)
    assert found.around.unit((3, 3)) == found.unit
    assert found.around.values[3, 3] == np.float32(found.x)
    cropped = explained("lenet-keras", Unit("INPUT", 0, 0, 0))
    assert isinstance(cropped, InputValue)
    assert cropped.around.values.shape == (4, 4)
    assert cropped.byte == computed("lenet-keras")[2][2, 2]
    red = explained("own", Unit("INPUT", 0, 31, 0))
    assert isinstance(red, InputValue)
    assert red.byte is not None
    assert red.byte == computed("own")[2][0, 31, 0]
    assert red.x == pytest.approx(-1 + red.byte * 2 / 255, abs=1e-6)


@pytest.mark.parametrize(
    "unit", [Unit("C3", 16), Unit("C1", 0, 28, 0), Unit("C9", 0), Unit("INPUT", 0, -1, 0)]
)
def test_a_unit_that_is_not_there_is_refused(unit: Unit) -> None:
    with pytest.raises(ValueError, match="no such unit"):
        explained("lenet-5", unit)


def test_patches_with_steps() -> None:
    patch = Patch("C1", (4, 16, 16), np.zeros((3, 3), np.float32), 2, -1, 0, 2)
    assert patch.unit((0, 0)) is None
    assert patch.unit((1, 2)) == Unit("C1", 2, 1, 4)
