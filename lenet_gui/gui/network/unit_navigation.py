"""Keyboard navigation from unit to unit of a network."""

from __future__ import annotations

from PySide6.QtCore import Qt

from lenet_gui.common.values import Unit
from lenet_gui.engine.networks.architecture import Architecture

UNIT_STEPS = {
    Qt.Key.Key_Up: (0, -1, 0),
    Qt.Key.Key_Down: (0, 1, 0),
    Qt.Key.Key_Left: (0, 0, -1),
    Qt.Key.Key_Right: (0, 0, 1),
    Qt.Key.Key_PageUp: (-1, 0, 0),
    Qt.Key.Key_PageDown: (1, 0, 0),
}
LAYER_STEPS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}


def unit_for_key(architecture: Architecture, unit: Unit | None, key: Qt.Key) -> Unit | None:
    """Return the unit to which a key leads, or None if the key leads nowhere.

    Without a unit it is the middle of the first layer. Steps end at the edges. In a layer of
    single units all arrow keys go from unit to unit.
    """
    if key not in UNIT_STEPS and key not in LAYER_STEPS:
        return None
    shapes = {placed.name: placed.shape for placed in architecture.placed_layers()}
    names = list(shapes)
    if unit is None or unit.layer not in shapes:
        return _middle(names[0], shapes[names[0]])
    if key in LAYER_STEPS:
        place = min(max(names.index(unit.layer) + LAYER_STEPS[key], 0), len(names) - 1)
        name = names[place]
        return unit if name == unit.layer else _middle(name, shapes[name])
    maps, rows, columns = (*shapes[unit.layer], 1, 1)[:3]
    step = UNIT_STEPS[key]
    if rows == columns == 1:
        step = (sum(step), 0, 0)
    return Unit(
        unit.layer,
        min(max(unit.map + step[0], 0), maps - 1),
        min(max(unit.row + step[1], 0), rows - 1),
        min(max(unit.column + step[2], 0), columns - 1),
    )


def _middle(name: str, shape: tuple[int, ...]) -> Unit:
    _, rows, columns = (*shape, 1, 1)[:3]
    return Unit(name, 0, rows // 2, columns // 2)
