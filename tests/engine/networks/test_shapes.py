"""What a unit reads, layer by layer down to the input: the paper's numbers, and by trying."""

import numpy as np
import pytest

from lenet_gui.common.values import Unit, Window
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.layers import Convolution, Subsampling
from lenet_gui.engine.networks.network import Network
from tests.helpers import lively_weights, random_inputs

PAPER = ARCHITECTURES["lenet-5"]
each_architecture = pytest.mark.parametrize(
    "architecture", ARCHITECTURES.values(), ids=lambda architecture: architecture.name
)


def sides(window: Window) -> tuple[int, int]:
    return window.bottom - window.top, window.right - window.left


def corner(window: Window) -> tuple[int, int]:
    return window.top, window.left


def units_of(architecture: Architecture, layer: str) -> list[Unit]:
    maps, rows, columns = (*architecture.layer(layer).shape, 1, 1)[:3]
    return [
        Unit(layer, index, row, column)
        for index in range(maps)
        for row in range(rows)
        for column in range(columns)
    ]


# ---- the network of the paper


@pytest.mark.parametrize(
    ("layer", "side"), [("C1", 5), ("S2", 6), ("C3", 14), ("S4", 16), ("C5", 32)]
)
def test_receptive_fields_of_the_paper(layer: str, side: int) -> None:
    for unit in units_of(PAPER, layer):
        field = PAPER.windows(unit)[-1]
        assert field.layer == "INPUT"
        assert sides(field) == (side, side)


@pytest.mark.parametrize(("layer", "step"), [("C1", 1), ("S2", 2), ("C3", 2), ("S4", 4)])
def test_neighbours_see_neighbouring_places(layer: str, step: int) -> None:
    for unit in units_of(PAPER, layer):
        field = PAPER.windows(unit)[-1]
        assert corner(field) == (step * unit.row, step * unit.column)


@pytest.mark.parametrize("layer", ["C5", "F6", "OUTPUT"])
def test_the_last_layers_see_everything(layer: str) -> None:
    for unit in units_of(PAPER, layer):
        assert PAPER.windows(unit)[-1] == Window("INPUT", (0,), 0, 0, 32, 32)


def test_every_layer_below_is_named_in_order() -> None:
    names = ["OUTPUT", "F6", "C5", "S4", "C3", "S2", "C1", "INPUT"]
    for place, name in enumerate(names[:-1]):
        windows = PAPER.windows(Unit(name, 0))
        assert [window.layer for window in windows] == names[place + 1 :]


def table_1() -> tuple[tuple[int, ...], ...]:
    operation = PAPER.layer("C3").layer.operation
    assert isinstance(operation, Convolution)
    assert operation.table is not None
    return operation.table


def test_c3_reads_the_maps_of_table_1() -> None:
    table = table_1()
    assert [len(row) for row in table] == [3] * 6 + [4] * 9 + [6]
    for index, row in enumerate(table):
        windows = PAPER.windows(Unit("C3", index, 4, 7))
        assert windows[0] == Window("S2", row, 4, 7, 9, 12)
        assert windows[1].maps == row  # each map of S2 reads its own of C1
        assert windows[2].maps == (0,)


def test_a_map_of_s4_reads_what_its_c3_map_reads() -> None:
    table = table_1()
    for index, row in enumerate(table):
        windows = PAPER.windows(Unit("S4", index, 2, 3))
        assert windows[0] == Window("C3", (index,), 4, 6, 6, 8)
        assert windows[1] == Window("S2", row, 4, 6, 10, 12)
        assert windows[2] == Window("C1", row, 8, 12, 20, 24)
        assert windows[3] == Window("INPUT", (0,), 8, 12, 24, 28)


def test_a_unit_of_c5_reads_all_of_s4() -> None:
    windows = PAPER.windows(Unit("C5", 77))
    assert windows[0] == Window("S4", tuple(range(16)), 0, 0, 5, 5)
    assert windows[1] == Window("C3", tuple(range(16)), 0, 0, 10, 10)
    assert windows[2] == Window("S2", tuple(range(6)), 0, 0, 14, 14)
    assert windows[3] == Window("C1", tuple(range(6)), 0, 0, 28, 28)


def test_rows_of_units_are_read_whole() -> None:
    windows = PAPER.windows(Unit("OUTPUT", 3))
    assert windows[0] == Window("F6", tuple(range(84)), 0, 0, 1, 1)
    assert windows[1] == Window("C5", tuple(range(120)), 0, 0, 1, 1)


# ---- the others


def test_padding_is_clipped() -> None:
    """The window of a unit at the edge ends where the picture ends."""
    keras = ARCHITECTURES["lenet-keras"]
    fields = {
        (0, 0): Window("INPUT", (0,), 0, 0, 3, 3),
        (1, 2): Window("INPUT", (0,), 0, 0, 4, 5),
        (13, 14): Window("INPUT", (0,), 11, 12, 16, 17),
        (27, 27): Window("INPUT", (0,), 25, 25, 28, 28),
        (0, 27): Window("INPUT", (0,), 0, 25, 3, 28),
    }
    for (row, column), field in fields.items():
        assert keras.windows(Unit("C1", 5, row, column)) == [field]
    assert keras.windows(Unit("C3", 0, 0, 0))[-1] == Window("INPUT", (0,), 0, 0, 12, 12)
    assert keras.windows(Unit("S4", 0, 4, 4))[-1] == Window("INPUT", (0,), 14, 14, 28, 28)


def test_all_colours_are_read() -> None:
    relu = ARCHITECTURES["lenet-relu"]
    assert relu.windows(Unit("C1", 0, 3, 4)) == [Window("INPUT", (0, 1, 2), 3, 4, 8, 9)]
    assert relu.windows(Unit("S4", 9, 1, 1))[-1].maps == (0, 1, 2)


@each_architecture
def test_windows_lie_within_their_layers(architecture: Architecture) -> None:
    shapes = {placed.name: (*placed.shape, 1, 1)[:3] for placed in architecture.placed_layers()}
    shapes["INPUT"] = architecture.input_shape
    for layer in architecture.layers:
        for unit in units_of(architecture, layer.name):
            for window in architecture.windows(unit):
                maps, rows, columns = shapes[window.layer]
                assert set(window.maps) <= set(range(maps))
                assert list(window.maps) == sorted(set(window.maps))
                assert 0 <= window.top < window.bottom <= rows
                assert 0 <= window.left < window.right <= columns


@each_architecture
def test_a_unit_of_the_input_is_its_own(architecture: Architecture) -> None:
    side = architecture.input_shape[1]
    for row, column in ((0, 0), (5, 9), (side - 1, side - 1)):
        wanted = Window("INPUT", (0,), row, column, row + 1, column + 1)
        assert architecture.windows(Unit("INPUT", 0, row, column)) == [wanted]


@each_architecture
def test_units_that_are_not_there(architecture: Architecture) -> None:
    for placed in architecture.placed_layers():
        shape = (*placed.shape, 1, 1)[:3]
        for axis in range(3):
            for wrong in (-1, shape[axis]):
                place = [0, 0, 0]
                place[axis] = wrong
                with pytest.raises(ValueError, match="no such unit"):
                    architecture.windows(Unit(placed.name, *place))
    with pytest.raises(ValueError, match="C7"):
        architecture.windows(Unit("C7", 0))


# ---- by trying

TRIED = 150  # pixels of the input that are changed, one by one


@each_architecture
def test_receptive_field_is_what_changes_the_unit(architecture: Architecture) -> None:
    """Pixels outside of it never do; those inside do, unless a maximum or ReLU hides it."""
    network = Network(architecture, lively_weights(architecture), np.float64)
    plain = random_inputs(architecture, 1)[0]
    generator = np.random.default_rng(5)
    tried = generator.choice(plain.size, TRIED, replace=False)
    changed = np.repeat(plain[None], TRIED, axis=0)
    changed.reshape(TRIED, -1)[np.arange(TRIED), tried] += 7.0
    channels, rows, columns = np.unravel_index(tried, plain.shape)
    before, after = network.activations(plain), network.activations(changed)
    certain = True
    for layer in architecture.layers[:4]:
        certain &= hides_nothing(layer)
        differs = after[layer.name].reshape(TRIED, -1) != before[layer.name].ravel()
        for unit, moved in zip(units_of(architecture, layer.name), differs.T, strict=True):
            field = architecture.windows(unit)[-1]
            inside = (
                np.isin(channels, field.maps)
                & (field.top <= rows)
                & (rows < field.bottom)
                & (field.left <= columns)
                & (columns < field.right)
            )
            assert not (moved & ~inside).any(), unit
            assert not certain or (moved == inside).all(), unit


def hides_nothing(layer: Layer) -> bool:
    operation = layer.operation
    pooled = isinstance(operation, Subsampling) and operation.kind in ("max", "max blur")
    return not pooled and getattr(layer.activation, "function", "") != "relu"
