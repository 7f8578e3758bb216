"""Every trained number can be found, read and pinned."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from lenet_gui.common.values import Unit, WeightPlace
from lenet_gui.engine.checkpoints.named_networks import network_names
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.network.painter import map_rect
from lenet_gui.gui.network.weight_grids import weight_grids
from lenet_gui.gui.network.weights_view import WeightsView
from lenet_gui.gui.panels.kernels import KernelsPanel
from lenet_gui.gui.panels.weights.panel import WeightsPanel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.wording.weight_words import weight_place
from tests.gui.helpers import FOUR, draw, idle, panel_of, pixels
from tests.gui.network.test_pointing import network_of, said

each_network = pytest.mark.parametrize("name", network_names())
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(qtbot, session: Session) -> WeightsPanel:
    panel = WeightsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(760, 330)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def show(panel: WeightsPanel, layer: str) -> None:
    QTest.mouseClick(
        panel.tabs, LEFT, NO_KEYS, panel.tabs.tabRect(panel.layers.index(layer)).center()
    )
    idle()


def some_places(session: Session, layer: str) -> list[WeightPlace]:
    """The first and the last number of each parameter, and one in between."""
    shapes = session.recognizer.architecture.layer(layer).parameter_shapes
    return [
        WeightPlace(layer, name.rpartition(".")[2], tuple(int(side * part) for side in shape))
        for name, shape in shapes.items()
        for part in (0.0, 0.5, 0.999)
    ]


def middle_of(view: WeightsView, place: WeightPlace) -> QPoint:
    rect = view.rect_of(place)
    assert rect is not None
    return rect.center().toPoint()


@each_network
def test_each_number_is_at_its_place(panel: WeightsPanel, session: Session, name: str) -> None:
    session.use_network(name)
    weights = session.recognizer.checkpoint.weights
    for layer in panel.layers:
        show(panel, layer)
        for place in some_places(session, layer):
            rect = panel.view.rect_of(place)
            assert rect is not None
            assert panel.view.weight_at(rect.center()) == place
            grid = next(g for g in panel.view.grids if g.parameter == place.parameter)
            wanted = weights[f"{layer}.{place.parameter}"][place.index]
            assert grid.values[grid.cell(place)] == pytest.approx(float(wanted))


@each_network
def test_all_numbers_of_a_layer_are_there_once(session: Session, name: str) -> None:
    session.use_network(name)
    architecture = session.recognizer.architecture
    for placed in architecture.placed_layers():
        grids = weight_grids(placed, session.recognizer.checkpoint.weights)
        trained = [grid for grid in grids if grid.trained]
        assert sum(grid.count for grid in trained) == placed.parameters
        for grid in trained:
            found = np.sort(grid.places[grid.places >= 0])
            assert np.array_equal(found, np.arange(grid.count))


def test_the_status_bar_reads_a_weight(window: MainWindow) -> None:
    window.commands.networks.use("lenet-relu")
    window.workspaces.show_workspace("look_inside")
    window.workspaces.bring("weights")
    idle()
    panel = panel_of(window, "weights", WeightsPanel)
    weights = window.session.recognizer.checkpoint.weights
    for layer, place, words in (
        (
            "C1",
            WeightPlace("C1", "weight", (3, 0, 1, 4)),
            "C1 map 3 · weight from the input, row 1, ",
        ),
        ("C5", WeightPlace("C5", "bias", (7,)), "C5 unit 7 · bias · "),
        (
            "OUTPUT",
            WeightPlace("OUTPUT", "weight", (4, 80)),
            "Output 4 · weight from F6 unit 80 · ",
        ),
    ):
        show(panel, layer)
        QTest.mouseMove(panel.view, QPoint(1, 1))
        QTest.mouseMove(panel.view, middle_of(panel.view, place))
        idle()
        assert window.session.looked_at == place
        value = weights[f"{layer}.{place.parameter}"][place.index]
        assert said(window).startswith(words)
        assert said(window).endswith(f" · {value:+.3f}")
        assert panel.view.accessibleDescription() == said(window)


def test_words_of_a_table_and_of_coefficients(session: Session) -> None:
    session.use_network("lenet-5")
    for place, words in (
        (
            WeightPlace("C3", "weight", (3, 1, 4)),
            "C3 map 1 · weight from S2 map 1, row 1, column 4",
        ),
        (WeightPlace("S2", "coefficient", (2,)), "S2 map 2 · coefficient"),
        (WeightPlace("F6", "weight", (30, 7)), "F6 unit 30 · weight from C5 unit 7"),
    ):
        assert weight_place(place, session.recognizer) == words


def test_a_click_pins_a_weight(panel: WeightsPanel, session: Session) -> None:
    session.use_network("lenet-5")
    show(panel, "C1")
    place = WeightPlace("C1", "weight", (2, 0, 1, 3))
    plain = pixels(panel.view)
    QTest.mouseClick(panel.view, LEFT, NO_KEYS, middle_of(panel.view, place))
    assert session.pins.pinned == place
    assert session.unit is None
    idle()
    assert not np.array_equal(pixels(panel.view), plain)
    QTest.mouseClick(panel.view, LEFT, NO_KEYS, middle_of(panel.view, place))
    assert session.pins.pinned is None


def test_what_is_pinned_brings_its_layer(panel: WeightsPanel, session: Session) -> None:
    session.use_network("lenet-5")
    session.pins.pin(Unit("F6", 30))
    idle()
    assert panel.layers[panel.tabs.currentIndex()] == "F6"
    row, bias = panel.view.rects_of_unit()
    assert panel.view.weight_at(row.center()).index[0] == 30
    assert panel.view.weight_at(bias.center()) == WeightPlace("F6", "bias", (30,))
    session.pins.pin(Unit("C3", 6, 5, 3))
    idle()
    *kernels, bias = panel.view.rects_of_unit()
    assert len(kernels) == 4  # of Table I: maps 0 to 3
    assert panel.view.weight_at(bias.center()) == WeightPlace("C3", "bias", (6,))


def test_keys_walk_and_pin(panel: WeightsPanel, session: Session) -> None:
    session.use_network("lenet-5-tanh")
    show(panel, "C3")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(panel.view, key)
    assert session.looked_at == WeightPlace("C3", "weight", (1, 0, 1, 1))
    QTest.keyClick(panel.view, Qt.Key.Key_End)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert session.pins.pinned == WeightPlace("C3", "weight", (1, 1, 1, 1))
    show(panel, "F6")
    QTest.keyClick(panel.view, Qt.Key.Key_Left)
    assert session.looked_at == WeightPlace("F6", "weight", (0, 0))


def test_codes_are_shown_and_cannot_be_pinned(panel: WeightsPanel, session: Session) -> None:
    session.use_network("lenet-5")
    show(panel, "OUTPUT")
    (grid,) = panel.view.grids
    assert grid.values.shape == (10, 12, 7)
    assert panel.view.weight_at(QPointF(40, 60)) is None
    assert not panel.histogram.isVisible()


@each_network
def test_bars_count_the_weights(panel: WeightsPanel, session: Session, name: str) -> None:
    session.use_network(name)
    weights = session.recognizer.checkpoint.weights
    show(panel, "C5")
    values = weights["C5.weight"].ravel()
    counts = panel.histogram.counts()
    assert counts.sum() == values.size
    largest = np.abs(values).max()
    middle = np.abs(values) <= largest / len(counts)
    assert counts[len(counts) // 2] == pytest.approx(middle.sum(), abs=2)
    assert f"{values.std():.2g}" in panel.histogram.lines()[1]


def test_they_move_while_it_trains(panel: WeightsPanel, session: Session) -> None:
    show(panel, "C1")
    before = pixels(panel)
    recognizer = session.recognizer
    weights = {k: w * 0.5 + 0.1 for k, w in recognizer.checkpoint.weights.items()}
    session.use_newer(Recognizer(recognizer.name, replace(recognizer.checkpoint, weights=weights)))
    idle()
    (grid, _) = panel.view.grids
    assert grid.values.ravel()[0] == pytest.approx(float(weights["C1.weight"].ravel()[0]))
    assert not np.array_equal(pixels(panel), before)


@each_network
@pytest.mark.parametrize("size", [(1000, 300), (400, 120)])
def test_kernels_can_be_pinned_too(
    qtbot, session: Session, name: str, size: tuple[int, int]
) -> None:
    session.use_network(name)
    panel = KernelsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(*size)
    for layer in ("C1", "C3"):
        for place in some_places(session, layer)[:3]:
            rect = panel.rect_of(place)
            assert rect is not None
            assert panel.weight_at(rect.center()) == place
    QTest.mouseClick(panel, LEFT, NO_KEYS, middle_of(panel, place))
    assert session.pins.pinned == place


def test_a_pinned_weight_marks_its_maps(window: MainWindow) -> None:
    """Kernel 13 of C3 in Table I leads from map 4 of S2 to map 4."""
    window.commands.networks.use("lenet-5")
    draw(window.session, FOUR)
    panel = network_of(window)
    plain = pixels(panel)
    window.session.pins.pin(WeightPlace("C3", "weight", (13, 0, 0)))
    idle()
    changed = (pixels(panel) != plain).any(axis=2)
    for layer, index in (("C3", 4), ("S2", 4)):
        column = next(column for column in panel.columns() if column.name == layer)
        around = map_rect(column, index).adjusted(-4, -4, 4, 4).toRect()
        assert changed[around.top() : around.bottom(), around.left() : around.right()].any()
    others = [i for i in range(16) if i not in (4, 5, 3, 0, 8)]
    column = next(column for column in panel.columns() if column.name == "C3")
    for index in others:
        inside = map_rect(column, index).adjusted(2, 2, -2, -2).toRect()
        assert not changed[inside.top() : inside.bottom(), inside.left() : inside.right()].any()
