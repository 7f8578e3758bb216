"""From unit to unit by keyboard: every key, every edge, every architecture."""

import pytest
from PySide6.QtCore import Qt

from lenet_gui.common.values import Unit
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.gui.network.unit_navigation import LAYER_STEPS, UNIT_STEPS, unit_for_key

PAPER = ARCHITECTURES["lenet-5"]
Key = Qt.Key
each_architecture = pytest.mark.parametrize(
    "architecture", ARCHITECTURES.values(), ids=lambda architecture: architecture.name
)


def shape_of(architecture: Architecture, layer: str) -> tuple[int, ...]:
    return (*architecture.layer(layer).shape, 1, 1)[:3]


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Key.Key_Up, Unit("C3", 6, 2, 4)),
        (Key.Key_Down, Unit("C3", 6, 4, 4)),
        (Key.Key_Left, Unit("C3", 6, 3, 3)),
        (Key.Key_Right, Unit("C3", 6, 3, 5)),
        (Key.Key_PageUp, Unit("C3", 5, 3, 4)),
        (Key.Key_PageDown, Unit("C3", 7, 3, 4)),
        (Key.Key_Home, Unit("S2", 0, 7, 7)),
        (Key.Key_End, Unit("S4", 0, 2, 2)),
    ],
)
def test_in_the_middle(key: Qt.Key, wanted: Unit) -> None:
    assert unit_for_key(PAPER, Unit("C3", 6, 3, 4), key) == wanted


@pytest.mark.parametrize("key", [*UNIT_STEPS, *LAYER_STEPS])
@pytest.mark.parametrize("start", [None, Unit("INPUT", 0, 3, 3)])
def test_begins_in_the_middle_of_the_first_map(key: Qt.Key, start: Unit | None) -> None:
    assert unit_for_key(PAPER, start, key) == Unit("C1", 0, 14, 14)


@pytest.mark.parametrize("key", [Key.Key_A, Key.Key_Tab, Key.Key_Return, Key.Key_Escape])
def test_other_keys_lead_nowhere(key: Qt.Key) -> None:
    assert unit_for_key(PAPER, Unit("C1", 0, 3, 3), key) is None
    assert unit_for_key(PAPER, None, key) is None


@pytest.mark.parametrize(
    ("unit", "keys"),
    [
        (Unit("C1", 0, 0, 0), (Key.Key_Up, Key.Key_Left, Key.Key_PageUp)),
        (Unit("C1", 5, 27, 27), (Key.Key_Down, Key.Key_Right, Key.Key_PageDown)),
        (Unit("F6", 0), (Key.Key_Left, Key.Key_Up, Key.Key_PageUp)),
        (Unit("F6", 83), (Key.Key_Right, Key.Key_Down, Key.Key_PageDown)),
        (Unit("OUTPUT", 9), (Key.Key_End, Key.Key_Down)),
        (Unit("C1", 3, 9, 9), (Key.Key_Home,)),
    ],
)
def test_ends_at_the_edges(unit: Unit, keys: tuple[Qt.Key, ...]) -> None:
    for key in keys:
        assert unit_for_key(PAPER, unit, key) == unit


@pytest.mark.parametrize("layer", ["C5", "F6", "OUTPUT"])
def test_rows_of_units_are_walked_with_any_arrow(layer: str) -> None:
    unit = Unit(layer, 4)
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_PageDown):
        assert unit_for_key(PAPER, unit, key) == Unit(layer, 5)
    for key in (Key.Key_Left, Key.Key_Up, Key.Key_PageUp):
        assert unit_for_key(PAPER, unit, key) == Unit(layer, 3)


@each_architecture
def test_every_unit_can_be_reached(architecture: Architecture) -> None:
    """Layer by layer with End, map by map with Page Down, row by row, column by column."""
    unit = unit_for_key(architecture, None, Key.Key_End)
    for place, layer in enumerate(architecture.layers):
        if place:
            unit = unit_for_key(architecture, unit, Key.Key_End)
        assert unit.layer == layer.name
        maps, rows, columns = shape_of(architecture, layer.name)
        for key, count in (
            (Key.Key_PageDown, maps),
            (Key.Key_Down, rows),
            (Key.Key_Right, columns),
        ):
            for _ in range(count):
                unit = unit_for_key(architecture, unit, key)
        assert (unit.map, unit.row, unit.column) == (maps - 1, rows - 1, columns - 1)
        assert unit is not None
        assert architecture.windows(unit)  # it is one
