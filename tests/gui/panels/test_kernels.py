"""The kernels: every weight in its colour at its place, nothing where nothing is connected."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK, network_names
from lenet_gui.gui.appearance.theme import EMPTY, LIGHT, SIGNED_LEVELS
from lenet_gui.gui.panels.kernels import KernelsPanel, dense_kernels
from lenet_gui.gui.session.session import Session
from tests.gui.helpers import pixels

ZERO = SIGNED_LEVELS // 2
each_network = pytest.mark.parametrize("name", network_names())


@pytest.fixture
def panel(qtbot, session: Session) -> KernelsPanel:
    panel = KernelsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(1000, 300)
    return panel


def kernel_of(panel: KernelsPanel, layer: str, below: int, index: int, maps: int) -> np.ndarray:
    """uint8 (5, 5): the colour indices at the kernel's place. C1 of one channel is two rows."""
    _, found, _ = panel.packed(layer)
    one_channel = layer == "C1" and found.shape[0] == 2 * 6 - 1 and found.shape[1] == 3 * 6 - 1
    row, column = divmod(index, 3) if one_channel else (below, index)
    return found[6 * row : 6 * row + 5, 6 * column : 6 * column + 5]


@each_network
@pytest.mark.parametrize("layer", ["C1", "C3"])
def test_every_weight_has_its_colour(
    panel: KernelsPanel, session: Session, name: str, layer: str
) -> None:
    session.use_network(name)
    recognizer = session.recognizer
    weights = recognizer.checkpoint.weights[f"{layer}.weight"]
    placed = recognizer.architecture.layer(layer)
    below, maps = placed.source[0], placed.shape[0]
    table = placed.layer.operation.table
    _, _, bound = panel.packed(layer)
    assert bound == pytest.approx(float(np.abs(weights).max()))
    kernel = 0
    for index in range(maps):
        for source in range(below):
            shown = kernel_of(panel, layer, source, index, maps).astype(int)
            if table is not None and source not in table[index]:
                assert (shown == EMPTY).all()
                continue
            wanted = weights[kernel] if table is not None else weights[index, source]
            kernel += 1
            assert np.abs(shown - (ZERO + wanted / bound * ZERO)).max() <= 0.5 + 1e-4


def test_sixty_kernels_of_c3_in_1998(panel: KernelsPanel, session: Session) -> None:
    """Table I has 60 entries of 96."""
    session.use_network("lenet-5")
    recognizer = session.recognizer
    kernels = dense_kernels(recognizer.architecture, recognizer.checkpoint.weights, "C3")
    assert kernels.shape == (6, 16, 5, 5)
    absent = np.isnan(kernels).all(axis=(2, 3))
    assert absent.sum() == 36
    assert not np.isnan(kernels[~absent]).any()
    _, found, _ = panel.packed("C3")
    assert ((found != EMPTY).sum()) == 60 * 25


@each_network
@pytest.mark.parametrize("layer", ["C1", "C3"])
@pytest.mark.parametrize("size", [(1000, 300), (940, 165), (400, 120), (220, 222)])
def test_colours_are_seen(
    panel: KernelsPanel, session: Session, name: str, layer: str, size: tuple[int, int]
) -> None:
    """Each weight is a rectangle of whole pixels of its colour, also where it grows by halves."""
    session.use_network(name)
    panel.resize(*size)
    shown = pixels(panel)
    table = [QColor.fromRgba(color).getRgb()[:3] for color in LIGHT.signed_table()]
    grid, found, _ = panel.packed(layer)
    corner, zoom = panel.places()[layer]
    part = shown[int(corner.y()) :, int(corner.x()) :]
    for row in range(grid.height):
        for column in range(grid.width):
            here = part[
                grid.y(row, zoom) : grid.y(row + 1, zoom),
                grid.x(column, zoom) : grid.x(column + 1, zoom),
            ]
            assert (here == table[found[row, column]]).all()


@each_network
@pytest.mark.parametrize("size", [(945, 165), (1363, 254), (700, 300), (400, 120), (220, 222)])
def test_room_is_used(
    panel: KernelsPanel, session: Session, name: str, size: tuple[int, int]
) -> None:
    """Kernels are as high or as wide as the panel, and leave equal room on both sides."""
    session.use_network(name)
    panel.resize(*size)
    shown = (pixels(panel) != pixels(panel)[0, 0]).any(axis=2)
    columns = np.flatnonzero(shown.any(axis=0))
    left, right = columns[0], size[0] - 1 - columns[-1]
    assert abs(int(left) - int(right)) < 24
    assert max(left, right) < size[0] / 4


def test_another_network_has_other_kernels(panel: KernelsPanel, session: Session) -> None:
    before = pixels(panel)
    _, found, _ = panel.packed("C1")
    session.use_network("lenet-5")
    _, again, _ = panel.packed("C1")
    assert not np.array_equal(found, again)
    assert not np.array_equal(pixels(panel), before)
    session.use_network(DEFAULT_NETWORK)
    assert np.array_equal(pixels(panel), before)
