"""A unit that is pinned stays looked at, whatever else is done."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from lenet_gui.common.values import Unit, WeightPlace
from lenet_gui.gui.drawing.receptive_field import receptive_field
from lenet_gui.gui.panels.connections import ConnectionsPanel
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.session.pins import LONGEST_TRAIL, Pinned, Pins
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import FOUR, SEVEN, canvas_of, draw, idle, inked, panel_of, pixels
from tests.gui.network.test_pointing import leave, network_of, point_at, rect_of, said

C3_UNIT = Unit("C3", 6, 5, 3)


@pytest.fixture
def drawn(window: MainWindow) -> MainWindow:
    window.commands.networks.use("lenet-5")
    draw(window.session, FOUR)
    return window


def click_unit(panel: NetworkPanel, unit: Unit) -> None:
    """Click where it is painted, and take the mouse away."""
    QTest.mouseClick(
        panel,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        rect_of(panel, unit).center().toPoint(),
    )
    leave(panel)


def pin(window: MainWindow, unit: Unit) -> NetworkPanel:
    panel = network_of(window)
    click_unit(panel, unit)
    assert window.session.pins.pinned == unit
    return panel


@pytest.mark.parametrize(
    "unit", [Unit("INPUT", 0, 14, 9), Unit("C1", 2, 12, 7), C3_UNIT, Unit("F6", 40)]
)
def test_a_click_pins_and_the_next_one_lets_go(drawn: MainWindow, unit: Unit) -> None:
    plain = pixels(network_of(drawn))
    panel = pin(drawn, unit)
    assert drawn.session.unit == unit
    assert said(drawn).endswith(" · pinned")
    assert not np.array_equal(pixels(panel), plain)
    click_unit(panel, unit)
    assert drawn.session.pins.pinned is None
    assert said(drawn) == ""
    assert np.array_equal(pixels(panel), plain)


def test_a_class_can_be_pinned(drawn: MainWindow) -> None:
    pin(drawn, Unit("OUTPUT", 8))
    assert said(drawn).startswith("Output 8 · +")


def test_it_stays_while_others_are_pointed_at(drawn: MainWindow) -> None:
    panel = pin(drawn, C3_UNIT)
    point_at(panel, rect_of(panel, Unit("C1", 0, 3, 3)).center())
    assert said(drawn).startswith("C1 map 0")
    pinned = rect_of(panel, C3_UNIT)
    framed = pixels(panel)
    drawn.session.pins.let_go()
    idle()
    changed = (framed != pixels(panel)).any(axis=2)
    around = pinned.adjusted(-4, -4, 4, 4).toRect()
    assert changed[around.top() : around.bottom(), around.left() : around.right()].any()
    drawn.session.pins.pin(C3_UNIT)
    leave(panel)
    assert drawn.session.unit == C3_UNIT


def test_it_stays_while_one_draws(drawn: MainWindow) -> None:
    pin(drawn, C3_UNIT)
    before = said(drawn)
    drawn.session.clear()
    draw(drawn.session, SEVEN)
    value = drawn.session.recognition.activations["C3"][6, 5, 3]
    idle()
    drawn.statusBar()._show_texts()
    assert said(drawn) == f"C3 map 6 · row 5, column 3 · {value:+.3f} · pinned"
    assert said(drawn) != before
    canvas = canvas_of(drawn)
    field = receptive_field(drawn.session, C3_UNIT, canvas.page_rect())
    framed = inked(canvas)
    drawn.session.pins.let_go()
    idle()
    changed = np.argwhere(framed != inked(canvas))
    assert len(changed)
    assert abs(changed[:, 1].max() - field.right()) < 100  # the field, and its label


def test_networks_that_have_the_unit_keep_it(drawn: MainWindow) -> None:
    pin(drawn, C3_UNIT)
    drawn.commands.networks.use("lenet-5-tanh")
    assert drawn.session.unit == C3_UNIT
    drawn.session.pins.pin(Unit("C1", 0, 27, 27))
    drawn.commands.networks.use("lenet-sigmoid")  # its C1 has 24 rows
    assert drawn.session.pins.pinned is None
    idle()


def test_workspaces_keep_it(drawn: MainWindow) -> None:
    pin(drawn, C3_UNIT)
    for name in ("look_inside", "train", "read"):
        drawn.workspaces.show_workspace(name)
        idle()
        assert drawn.session.unit == C3_UNIT


def test_escape_lets_go_wherever_the_keyboard_is(drawn: MainWindow) -> None:
    panel = pin(drawn, C3_UNIT)
    point_at(panel, rect_of(panel, C3_UNIT).center())
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert drawn.session.unit is None
    pin(drawn, C3_UNIT)
    canvas_of(drawn).setFocus()
    QTest.keyClick(canvas_of(drawn), Qt.Key.Key_Escape)
    assert drawn.session.pins.pinned is None


def test_enter_pins_at_the_cursor_of_the_keyboard(drawn: MainWindow) -> None:
    panel = network_of(drawn)
    panel.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(panel, key)
    pinned = drawn.session.pins.pinned
    assert pinned == Unit("C1", 0, 14, 15)
    QTest.keyClick(panel, Qt.Key.Key_Down)
    assert drawn.session.unit != pinned
    assert drawn.session.pins.pinned == pinned
    QTest.keyClick(panel, Qt.Key.Key_Up)
    QTest.keyClick(panel, Qt.Key.Key_Enter)
    assert drawn.session.pins.pinned is None


def test_other_buttons_and_gaps_pin_nothing(drawn: MainWindow) -> None:
    panel = network_of(drawn)
    place = rect_of(panel, C3_UNIT).center().toPoint()
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(panel, Qt.MouseButton.RightButton, none, place)
    assert drawn.session.pins.pinned is None
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, none, QPointF(3, 3).toPoint())
    assert drawn.session.pins.pinned is None


def test_a_column_of_the_connection_table_pins_its_map(drawn: MainWindow) -> None:
    drawn.workspaces.show_workspace("look_inside")
    drawn.workspaces.bring("connections")
    idle()
    table = panel_of(drawn, "connections", ConnectionsPanel)
    pin(drawn, C3_UNIT)
    none = Qt.KeyboardModifier.NoModifier
    for column in (9, 2):
        place = table.cell(0, column).center().toPoint()
        QTest.mouseMove(table, place)
        QTest.mouseClick(table, Qt.MouseButton.LeftButton, none, place)
        assert drawn.session.pins.pinned == Unit("C3", column, 5, 3)
    drawn.session.pins.let_go()
    QTest.mouseClick(table, Qt.MouseButton.LeftButton, none, place)
    assert drawn.session.pins.pinned == Unit("C3", 2, 5, 5)


def test_trail_of_links() -> None:
    pins = Pins()
    told: list[Pinned | None] = []
    pins.changed.connect(told.append)
    pins.pin(Unit("F6", 30))
    pins.follow(Unit("C5", 7))
    pins.follow(WeightPlace("C5", "bias", (7,)))
    assert pins.trail == (Unit("F6", 30), Unit("C5", 7), WeightPlace("C5", "bias", (7,)))
    assert pins.unit is None
    pins.follow(Unit("C5", 7))  # back to where it was
    assert pins.trail == (Unit("F6", 30), Unit("C5", 7))
    pins.back_to(0)
    assert pins.pinned == Unit("F6", 30)
    for number in range(2 * LONGEST_TRAIL):
        pins.follow(Unit("C5", number))
    assert len(pins.trail) == LONGEST_TRAIL
    pins.pin(Unit("C1", 0))
    assert pins.trail == (Unit("C1", 0),)
    assert told[-1] == Unit("C1", 0)


def test_gradients_take_the_place_of_activations(drawn: MainWindow) -> None:
    panel = network_of(drawn)
    plain = pixels(panel)
    column = panel.columns()[3]
    gradients = np.zeros((16, 10, 10), np.float32)
    gradients[6, 5, 3] = -0.02
    drawn.session.show_gradients({"C3": gradients})
    idle()
    shown = pixels(panel)
    left, right = column.x, column.x + column.width
    top = column.y
    inside = np.s_[top : top + column.height, left:right]
    assert not np.array_equal(shown[inside], plain[inside])
    assert np.array_equal(shown[top:, :left], plain[top:, :left])
    place = rect_of(panel, C3_UNIT).center().toPoint()
    red, _, blue = shown[place.y(), place.x()][:3]
    assert blue > red  # negative values are blue
    drawn.session.show_gradients({})
    idle()
    assert np.array_equal(pixels(panel), plain)
