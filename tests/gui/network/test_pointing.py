"""Pointing at units of the network: what the status bar says, what is marked where."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from lenet_gui.common.values import Unit
from lenet_gui.engine.checkpoints.named_networks import network_names
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.gui.appearance.theme import DARK, LIGHT, Theme
from lenet_gui.gui.drawing.receptive_field import receptive_field
from lenet_gui.gui.network.layout import Column, arrange, columns_of
from lenet_gui.gui.network.painter import NetworkPainter, map_rect, unit_rect, window_rect
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import FOUR, canvas_of, draw, idle, on_screen, pixels

each_network = pytest.mark.parametrize("name", network_names())
ACCENT = np.array(QColor(LIGHT.accent).getRgb()[:3])


@pytest.fixture
def drawn(window: MainWindow) -> MainWindow:
    draw(window.session, FOUR)
    return window


def network_of(window: MainWindow) -> NetworkPanel:
    panel = window.findChild(NetworkPanel)
    assert panel is not None
    return panel


def said(window: MainWindow) -> str:
    """What the status bar says of the unit."""
    label = window.findChild(QLabel, "unit")
    assert label is not None
    return label.text()


def rect_of(panel: NetworkPanel, unit: Unit) -> QRectF:
    """Where the unit is painted, in the panel's pixels."""
    if unit.layer == "OUTPUT":
        return panel._output.row(panel._output_area(), panel._session, unit.map)
    column = next(column for column in panel.columns() if column.name == unit.layer)
    place, ratio = unit_rect(column, unit), panel.devicePixelRatioF()
    return QRectF(place.topLeft() / ratio, place.bottomRight() / ratio)


def point_at(panel: NetworkPanel, at: QPointF) -> None:
    """Move the mouse there; units may be smaller than a pixel of QTest."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        panel.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(panel, event)
    idle()


def leave(panel: NetworkPanel) -> None:
    QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.Leave))
    idle()


def some_units(window: MainWindow) -> list[Unit]:
    """The corners and a place in the middle of every layer, the input too."""
    architecture = window.session.recognizer.architecture
    side = architecture.input_shape[1]
    units = [Unit("INPUT", 0, 0, 0), Unit("INPUT", 0, side // 2, 9), Unit("INPUT", 0, side - 1, 0)]
    for placed in architecture.placed_layers():
        maps, rows, columns = (*placed.shape, 1, 1)[:3]
        units.append(Unit(placed.name, 0, 0, 0))
        units.append(Unit(placed.name, maps // 2, rows // 2, columns // 3))
        units.append(Unit(placed.name, maps - 1, rows - 1, columns - 1))
    return units


def wanted_text(window: MainWindow, unit: Unit) -> str:
    """Written out here once more, from the numbers of the reading."""
    reading = window.session.recognition
    if unit.layer == "INPUT":
        field = window.session.recognizer.architecture.input_from(reading.normalized.field)
        value = field[unit.map, unit.row, unit.column]
        return f"Input · row {unit.row}, column {unit.column} · {value:+.3f}"
    state = reading.activations[unit.layer]
    if unit.layer == "OUTPUT":
        return f"Output {unit.map} · {state[unit.map]:+.3f}"
    if unit.layer in ("C5", "F6"):
        return f"{unit.layer} unit {unit.map} · {state.ravel()[unit.map]:+.3f}"
    value = state[unit.map, unit.row, unit.column]
    place = f"map {unit.map} · row {unit.row}, column {unit.column}"
    return f"{unit.layer} {place} · {value:+.3f}"


# ---- what is said


@each_network
def test_status_bar_names_unit_and_value(drawn: MainWindow, name: str) -> None:
    drawn.commands.networks.use(name)
    panel = network_of(drawn)
    for unit in some_units(drawn):
        point_at(panel, rect_of(panel, unit).center())
        assert drawn.session.unit == unit
        assert said(drawn) == wanted_text(drawn, unit)
    leave(panel)
    assert said(drawn) == ""
    assert drawn.session.unit is None


@each_network
def test_keyboard_says_the_same(drawn: MainWindow, name: str) -> None:
    drawn.commands.networks.use(name)
    panel = network_of(drawn)
    panel.setFocus()
    seen = []
    QTest.keyClick(panel, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End) * 6:
        unit = drawn.session.unit
        assert unit is not None
        assert said(drawn) == wanted_text(drawn, unit)
        seen.append(unit.layer)
        QTest.keyClick(panel, key)
    assert seen[0] == "C1"
    assert drawn.session.unit.layer == "OUTPUT"
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert drawn.session.unit is None
    assert said(drawn) == ""


def test_value_follows_the_drawing(drawn: MainWindow, qtbot) -> None:
    drawn.commands.networks.use("lenet-5")  # penalties change with every stroke
    panel, unit = network_of(drawn), Unit("OUTPUT", 4)
    point_at(panel, rect_of(panel, unit).center())
    before = said(drawn)
    draw(drawn.session, [[(100, 500), (480, 100)]])
    qtbot.waitUntil(lambda: before != said(drawn) == wanted_text(drawn, unit))
    drawn.session.clear()
    qtbot.waitUntil(lambda: said(drawn) == "Output 4")  # no value when blank


def test_blank_page_has_places_but_no_values(window: MainWindow) -> None:
    panel = network_of(window)
    for unit, text in (
        (Unit("C3", 6, 3, 4), "C3 map 6 · row 3, column 4"),
        (Unit("INPUT", 0, 9, 8), "Input · row 9, column 8"),
        (Unit("F6", 20), "F6 unit 20"),
        (Unit("OUTPUT", 7), "Output 7"),
    ):
        point_at(panel, rect_of(panel, unit).center())
        assert said(window) == text
    empty = pixels(canvas_of(window))
    leave(panel)
    assert np.array_equal(pixels(canvas_of(window)), empty)  # no field where there is no ink


def test_between_the_maps_there_is_nothing(drawn: MainWindow) -> None:
    panel = network_of(drawn)
    columns = panel.columns()
    point_at(panel, rect_of(panel, Unit("C1", 0, 3, 3)).center())
    first, second = columns[0], columns[1]
    ratio = panel.devicePixelRatioF()
    for place in (
        QPointF((first.x + first.room + second.x) / 2, second.y + 20) / ratio,
        QPointF(2, 2),
        QPointF(panel.width() - 2, panel.height() - 2),
    ):
        point_at(panel, place)
        assert drawn.session.unit is None
        assert said(drawn) == ""


def test_another_network_forgets_the_unit(drawn: MainWindow) -> None:
    """It may not have it."""
    panel = network_of(drawn)
    point_at(panel, rect_of(panel, Unit("C1", 0, 27, 27)).center())
    drawn.commands.networks.use("lenet-sigmoid")
    assert drawn.session.unit is None
    assert said(drawn) == ""
    idle()


# ---- what is marked in the panel


def accents(shown: np.ndarray, rect: QRectF) -> tuple[float, float]:
    """Parts of the rectangle's upper and left edge near which the accent colour is seen."""
    close = np.abs(shown.astype(int) - ACCENT).max(axis=2) < 90
    top, left = int(rect.top()), int(rect.left())
    bottom, right = max(int(rect.bottom()), top + 1), max(int(rect.right()), left + 1)
    above = close[max(top - 2, 0) : top + 3, left:right].any(axis=0)
    beside = close[top:bottom, max(left - 2, 0) : left + 3].any(axis=1)
    return float(above.mean()), float(beside.mean())


@each_network
def test_windows_are_marked_in_the_layer_below_and_the_input(drawn: MainWindow, name: str) -> None:
    drawn.commands.networks.use(name)
    panel = network_of(drawn)
    plain = on_panel(panel)
    architecture = drawn.session.recognizer.architecture
    ratio = panel.devicePixelRatioF()
    for unit in (Unit("C1", 2, 12, 7), Unit("S2", 4, 6, 9), Unit("C3", 9, 4, 4), Unit("S4", 3, 1)):
        point_at(panel, rect_of(panel, unit).center())
        shown = on_panel(panel)
        changed = (shown != plain).any(axis=2)
        own = map_rect(column_of(panel, unit.layer), unit.map)
        assert min(accents(shown, QRectF(own.topLeft() / ratio, own.size() / ratio))) > 0.9
        windows = architecture.windows(unit)
        for window, least in ((windows[0], 0.9), (windows[-1], 0.4)):  # the last is dashed
            column = column_of(panel, window.layer)
            shown_maps = window.maps if column.grid.count > 1 else (0,)
            for index in shown_maps:
                rect = window_rect(column, window, index)
                rect = QRectF(rect.topLeft() / ratio, rect.size() / ratio)
                least_here = 0.4 if window.layer == "INPUT" else least
                assert min(accents(shown, rect)) > least_here, (unit, window.layer, index)
            for index in set(range(column.grid.count)) - set(shown_maps):
                inner = map_rect(column, index).adjusted(3, 3, -3, -3)
                cell = QRectF(inner.topLeft() / ratio, inner.size() / ratio).toRect()
                part = changed[cell.top() : cell.bottom(), cell.left() : cell.right()]
                assert part.mean() < 0.25, (unit, window.layer, index)  # curves may cross it
    leave(panel)
    assert np.array_equal(on_panel(panel), plain)


def column_of(panel: NetworkPanel, layer: str) -> Column:
    return next(column for column in panel.columns() if column.name == layer)


def on_panel(panel: NetworkPanel) -> np.ndarray:
    """What of the panel is on the screen."""
    idle()
    return pixels(panel)


def test_only_connected_maps_are_marked(drawn: MainWindow) -> None:
    """Map 0 of C3 reads maps 0, 1 and 2 of S2 in the network of 1998."""
    drawn.commands.networks.use("lenet-5")
    panel = network_of(drawn)
    plain = on_panel(panel)
    point_at(panel, rect_of(panel, Unit("C3", 0, 4, 4)).center())
    changed = (on_panel(panel) != plain).any(axis=2)
    column, ratio = column_of(panel, "S2"), panel.devicePixelRatioF()
    window = drawn.session.recognizer.architecture.windows(Unit("C3", 0, 4, 4))[0]
    assert window.maps == (0, 1, 2)
    touched = []
    for index in range(6):
        rect = window_rect(column, window, index)
        edge = changed[
            int(rect.top() / ratio) - 2, int(rect.left() / ratio) : int(rect.right() / ratio)
        ]
        touched.append(bool(edge.mean() > 0.8))
    assert touched == [True, True, True, False, False, False]


def test_painted_at_once_and_whole(drawn: MainWindow) -> None:
    panel = network_of(drawn)
    for unit in (Unit("C3", 3, 5, 5), Unit("F6", 33), Unit("OUTPUT", 2), Unit("INPUT", 0, 9, 9)):
        point_at(panel, rect_of(panel, unit).center())
        assert np.array_equal(on_screen(drawn), pixels(drawn))
    leave(panel)
    assert np.array_equal(on_screen(drawn), pixels(drawn))


@each_network
def test_the_unit_is_marked_at_its_place(drawn: MainWindow, name: str) -> None:
    """Its own colour stays to be seen, and a frame stands around it."""
    drawn.commands.networks.use(name)
    panel = network_of(drawn)
    plain = on_panel(panel)
    for unit in (Unit("C1", 2, 12, 7), Unit("S2", 4, 6, 9), Unit("C3", 9, 4, 4), Unit("F6", 40)):
        point_at(panel, rect_of(panel, unit).center())
        shown = on_panel(panel)
        place = rect_of(panel, unit).toRect()
        inside = np.s_[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
        assert np.array_equal(shown[inside], plain[inside])
        assert min(accents(shown, QRectF(place))) > 0.9, unit


@pytest.mark.parametrize("name", ["lenet-5", "lenet-sigmoid"])
@pytest.mark.parametrize("size", [(640, 280), (730, 330), (970, 412), (1363, 614)])
def test_each_pixel_belongs_to_the_unit_whose_colour_it_has(
    qtbot, session: Session, name: str, size: tuple[int, int]
) -> None:
    """Pointing is the inverse of painting, whether units are whole pixels or not."""
    session.use_network(name)
    panel = NetworkPanel(session)
    qtbot.addWidget(panel)
    panel.resize(*size)
    draw(session, FOUR)
    shown = pixels(panel)
    table = np.array([QColor(color).getRgb()[:3] for color in LIGHT.signed_table()])
    found = 0
    for column in panel.columns():
        picture = panel._pictures.column(column)
        assert picture is not None
        framed = max(column.x - 1, 0), max(column.y - 1, 0)
        for y in range(framed[1], column.y + column.height, 7):
            for x in range(framed[0], column.x + column.width, 5):
                unit = panel.unit_at(QPointF(x + 0.5, y + 0.5))
                if unit is None:
                    continue
                top, left = column.grid.corner(unit.map)
                wanted = table[picture.pixels[top + unit.row, left + unit.column]]
                rect = map_rect(column, unit.map)
                if x < rect.right() - 1 and y < rect.bottom() - 1:  # there is the frame's line
                    assert np.array_equal(shown[y, x], wanted), (unit, x, y)
                    found += 1
    assert found > 100


def luminance(color: np.ndarray) -> np.ndarray:
    """Relative luminance as in WCAG 2, of sRGB 0..255 (..., 3)."""
    part = np.asarray(color, np.float64) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def contrast(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    first, second = luminance(one), luminance(other)
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.usefixtures("qapp")
def test_marks_are_seen_on_every_colour(theme: Theme, ratio: float) -> None:
    """Frames, the unit and links have a contrast of 3:1 with each colour of the scale."""
    architecture = ARCHITECTURES["lenet-5"]
    columns = arrange(columns_of(architecture), 900, 400, 10, 10, 20)
    below, own = columns[2], columns[3]
    unit = Unit("C3", 6, 5, 4)
    window = architecture.windows(unit)[0]
    target = map_rect(own, unit.map)
    read = window_rect(below, window, window.maps[0])
    table = theme.signed_table()
    for color in [QColor(color) for color in (*table[::16], table[127], table[254])]:
        image = QImage(int(target.right()) + 10, 420, QImage.Format.Format_RGB32)
        image.fill(color)
        painter = QPainter(image)
        painter.scale(ratio, ratio)  # as on a screen with so many device pixels a pixel
        NetworkPainter(painter, theme, QFont(), ratio).mark(
            target, unit_rect(own, unit), [(below, window)]
        )
        painter.end()
        shown, first = pixels(image), int(read.left()) - 10
        seen = np.zeros(shown.shape[:2], bool)
        seen[:, first:] = contrast(shown[:, first:], np.array(color.getRgb()[:3])) >= 3
        reach = int(4 * ratio)
        for rect in (target, unit_rect(own, unit), read):
            y = int(rect.top()) + 3  # links begin and end in the middle
            left, right = int(rect.left()), int(rect.right())
            assert seen[y, left - reach : left].any(), (color.name(), rect)
            assert seen[y, right : right + reach].any(), (color.name(), rect)
        across = slice(int(read.right() + reach), int(target.left() - reach))
        assert seen[:, across].any(axis=0).all(), color.name()  # each column of the link


# ---- what is marked on the page


@each_network
def test_receptive_field_is_drawn_around_the_ink(drawn: MainWindow, name: str) -> None:
    drawn.commands.networks.use(name)
    panel, canvas = network_of(drawn), canvas_of(drawn)
    plain = pixels(canvas)
    for unit in (Unit("S4", 5, 2, 2), Unit("C1", 0, 14, 12)):
        point_at(panel, rect_of(panel, unit).center())
        shown = pixels(canvas)
        field = receptive_field(drawn.session, unit, canvas.page_rect())
        assert min(accents(shown, field)) > 0.4  # dashed
        changed = (shown != plain).any(axis=2)
        rows, _ = np.nonzero(changed)
        label = canvas.fontMetrics().height() + 6
        assert rows.min() >= field.top() - label
        assert rows.max() <= field.bottom() + 3
        inside = field.adjusted(4, 4, -4, -4).toRect()
        if inside.height() > 40:
            part = changed[inside.top() + 20 : inside.bottom(), inside.left() : inside.right()]
            assert not part.any()  # the ink is seen as it was
    leave(panel)
    assert np.array_equal(pixels(canvas), plain)
    idle()
    assert np.array_equal(on_screen(drawn), pixels(drawn))


@pytest.mark.parametrize("end", ["leave", "Esc"])
def test_field_goes_with_the_pointer(drawn: MainWindow, end: str) -> None:
    panel, canvas = network_of(drawn), canvas_of(drawn)
    plain = pixels(canvas)
    panel.setFocus()
    QTest.keyClick(panel, Qt.Key.Key_Down)
    assert not np.array_equal(pixels(canvas), plain)
    if end == "leave":
        leave(panel)
    else:
        QTest.keyClick(panel, Qt.Key.Key_Escape)
    idle()
    assert np.array_equal(pixels(canvas), plain)


def test_field_goes_when_the_page_is_cleared(drawn: MainWindow) -> None:
    panel, canvas = network_of(drawn), canvas_of(drawn)
    point_at(panel, rect_of(panel, Unit("C3", 0, 4, 4)).center())
    drawn.session.clear()
    idle()
    with_unit = pixels(canvas)
    leave(panel)
    assert np.array_equal(pixels(canvas), with_unit)
