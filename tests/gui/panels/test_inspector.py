"""The inspector: what it shows makes the number of the network, and each value leads on."""

import csv
import io
import math
import re

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lenet_gui.common.values import Unit, WeightPlace
from lenet_gui.engine.checkpoints.checkpoint import checkpoint_of
from lenet_gui.engine.explaining.learning_step import lesson
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.panels.inspector.figure import Figure, Spot
from lenet_gui.gui.panels.inspector.panel import InspectorPanel
from lenet_gui.gui.session.pins import Pinned
from lenet_gui.gui.session.session import Session
from tests.engine.explaining.networks import OWN
from tests.gui.helpers import FOUR, SEVEN, draw, drawing_of, idle, pixels
from tests.gui.picture_networks import red_four_on_yellow, seeing_pictures
from tests.helpers import lively_weights, untrained

C3_UNIT = Unit("C3", 6, 5, 3)
NUMBER = re.compile(r"[+-]?\d+\.\d+")


def own_recognizer() -> Recognizer:
    names = tuple("abcdefg")
    return Recognizer("own", checkpoint_of(OWN, names, lively_weights(OWN)))


def recognizer_of(name: str) -> Recognizer:
    return own_recognizer() if name == "own" else Recognizer(name, untrained(name))


LAYERS = [
    (name, placed.name)
    for name, architecture in {**ARCHITECTURES, "own": OWN}.items()
    for placed in architecture.placed_layers()
]


@pytest.fixture
def panel(qtbot, session: Session) -> InspectorPanel:
    session.use_network("lenet-5")
    panel = InspectorPanel(session)
    qtbot.addWidget(panel)
    panel.resize(620, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def drawn(panel: InspectorPanel, session: Session) -> InspectorPanel:
    draw(session, FOUR)
    session.pins.pin(C3_UNIT)
    idle()
    return panel


def numbers_of(panel: InspectorPanel) -> str:
    """The lines below the pictures."""
    return panel.sheet.numbers.text()


def figure_of(panel: InspectorPanel) -> Figure:
    return panel.sheet.view.figure


def point_at(panel: InspectorPanel, spot: Spot) -> None:
    view, none = panel.sheet.view.viewport(), Qt.MouseButton.NoButton
    at = panel.sheet.view.rect_of(spot).center()
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, view.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier
    )
    QCoreApplication.sendEvent(view, event)


def click(panel: InspectorPanel, spot: Spot) -> None:
    at = panel.sheet.view.rect_of(spot).center().toPoint()
    QTest.mouseClick(
        panel.sheet.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    idle()


# ---- the sums


def value_at(session: Session, unit: Unit) -> float:
    values = session.recognition.activations[unit.layer]
    return float(values.reshape((*values.shape, 1, 1)[:3])[unit.map, unit.row, unit.column])


def weighted_sum(panel: InspectorPanel) -> float:
    """The weighted sum, from nothing but the pictures that are shown, and the bias below them."""
    figure = figure_of(panel)
    kind, pictures = type(figure).__name__, figure.rows[0].pictures
    found = re.search(r"a = Σ \+ bias = \S+ ([+-]) ([\d.]+) = ", numbers_of(panel))
    if found is not None:
        total = sum(
            float(np.nansum(row.pictures[0].values.astype(float) * row.pictures[1].values))
            for row in figure.rows
        )
        return total + float(f"{found[1]}{found[2]}")
    if kind == "FullFigure":
        return float(np.nansum((pictures[0].values.astype(float) - pictures[1].values) ** 2))
    return math.nan


@pytest.mark.parametrize(("name", "layer"), LAYERS)
def test_shown_pictures_make_the_shown_number(
    panel: InspectorPanel, session: Session, name: str, layer: str
) -> None:
    """Each sum of what is shown is that of the network, to the last digit that is shown."""
    session.use(recognizer_of(name))
    if name == "own":
        session.replace_drawing(red_four_on_yellow(), "")
    else:
        draw(session, FOUR)
    shape = session.recognizer.architecture.layer(layer).shape
    maps, rows, columns = (*shape, 1, 1)[:3]
    function = session.recognizer.architecture.layer(layer).layer.activation
    for unit in {
        Unit(layer, 0, 0, 0),
        Unit(layer, maps - 1, rows - 1, columns - 1),
        Unit(layer, maps // 2, rows // 2, columns // 3),
    }:
        session.pins.pin(unit)
        idle()
        x, text = value_at(session, unit), numbers_of(panel)
        if isinstance(function, Softmax):
            assert text.endswith("%")
            shown = float(NUMBER.findall(text)[-1]) / 100
            assert shown == pytest.approx(x, abs=0.6e-4)
        else:
            assert abs(float(NUMBER.findall(text)[-1]) - x) <= 0.5001e-3
        a = weighted_sum(panel)
        if math.isnan(a):
            continue
        if isinstance(function, ActivationFunction):
            applied = np.array([a])
            function.in_place(applied)()
            assert abs(float(applied[0]) - x) <= 1e-3  # the bias is shown to three digits
        elif function is None:
            assert abs(a - x) <= 1e-3


def test_formula_is_written_first_and_then_with_the_numbers(drawn: InspectorPanel) -> None:
    formula = "x = f(Σ patch × kernel + bias)   f(a) = 1.7159 tanh(2a/3)"
    assert drawn.sheet.formula.text() == formula
    first, second, third = numbers_of(drawn).split("\n")
    sums = [float(text) for text in NUMBER.findall(first.replace(" - ", " -").replace("+ ", "+"))]
    assert sums[-1] == pytest.approx(sum(sums[:-1]), abs=0.003)
    shown = [row.result for row in figure_of(drawn).rows]
    assert shown == [f"Σ {value:+.3f}" for value in sums[:-1]]
    assert second.startswith(f"a = Σ + bias = {sums[-1]:+.3f} ")
    assert third.startswith("x = f(a) = ")


def test_kind_of_subsampling_says_what_it_does(panel: InspectorPanel, session: Session) -> None:
    texts = {}
    for name in ("lenet-5", "lenet-5-tanh", "lenet-sigmoid", "lenet-5-modern"):
        session.use(recognizer_of(name))
        draw(session, FOUR)
        session.pins.pin(Unit("S2", 2, 5, 5))
        idle()
        texts[name] = f"{panel.sheet.formula.text()}\n{numbers_of(panel)}"
    assert "a = coefficient × Σ + bias" in texts["lenet-5"]
    assert ") / 4 = " in texts["lenet-5-tanh"]
    assert "x = largest = " in texts["lenet-sigmoid"]
    assert "largest values of overlapping squares" in texts["lenet-5-modern"]
    assert len(figure_of(panel).rows[0].pictures) == 2  # the values, then their maxima


# ---- links


@pytest.mark.parametrize("picture", [0, 2])
def test_a_value_is_a_link_to_its_unit(
    drawn: InspectorPanel, session: Session, picture: int
) -> None:
    click(drawn, Spot(0, picture, (1, 3)))
    assert session.pins.pinned == Unit("S2", 0, 6, 6)
    assert session.pins.trail == (C3_UNIT, Unit("S2", 0, 6, 6))
    assert drawn.trail.text() == "C3 map 6 · row 5, column 3  ‹  S2 map 0 · row 6, column 6"


def test_a_weight_and_a_bias_are_links(drawn: InspectorPanel, session: Session) -> None:
    click(drawn, Spot(0, 1, (1, 3)))
    weight = session.pins.pinned
    assert weight == WeightPlace("C3", "weight", (18, 1, 3))
    assert "Shared by 10 × 10 = 100 connections." in numbers_of(drawn)
    assert "from -0.024 to +0.024" in numbers_of(drawn)
    session.pins.pin(C3_UNIT)
    idle()
    numbers = drawn.sheet.numbers
    (bias,) = numbers.links()
    QTest.mouseClick(
        numbers, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        numbers.rect_of(bias).center().toPoint(),
    )  # fmt: skip
    assert session.pins.pinned == WeightPlace("C3", "bias", (6,))


def test_weights_of_c1_are_used_784_times(panel: InspectorPanel, session: Session) -> None:
    draw(session, FOUR)
    session.pins.pin(WeightPlace("C1", "weight", (3, 0, 2, 1)))
    idle()
    assert "Shared by 28 × 28 = 784 connections." in numbers_of(panel)
    assert figure_of(panel).target(Spot(1, 1, (4, 6))) == Unit("C1", 3, 4, 6)
    assert figure_of(panel).target(Spot(1, 0, (4, 6))) == Unit("INPUT", 0, 6, 7)


def test_trail_leads_back(drawn: InspectorPanel, session: Session) -> None:
    click(drawn, Spot(0, 0, (1, 3)))
    click(drawn, Spot(0, 0, (0, 0)))
    assert [place.layer for place in session.pins.trail] == ["C3", "S2", "C1"]
    QTest.keyClick(drawn.sheet.view, Qt.Key.Key_Backspace)
    assert [place.layer for place in session.pins.trail] == ["C3", "S2"]
    idle()
    (back,) = drawn.trail.links()
    QTest.mouseClick(
        drawn.trail, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        drawn.trail.rect_of(back).center().toPoint(),
    )  # fmt: skip
    assert session.pins.trail == (C3_UNIT,)


def test_long_trail_keeps_its_end_in_sight(drawn: InspectorPanel, session: Session) -> None:
    for index in range(8):
        session.pins.follow(Unit("S2", 0, index, 3))
    idle()
    assert drawn.trail.text().startswith("…")
    assert drawn.trail.text().endswith("S2 map 0 · row 7, column 3")
    assert drawn.trail.links()[0].target in session.pins.trail


# ---- pointing


def test_pointing_at_a_product_says_which_unit_and_which_weight(
    drawn: InspectorPanel, session: Session
) -> None:
    plain = pixels(drawn.sheet.view)
    spot = Spot(0, 2, (1, 3))
    point_at(drawn, spot)
    value, weight, product = (
        float(picture.values[1, 3]) for picture in figure_of(drawn).rows[0].pictures
    )
    said = drawn.sheet.formula.text()
    assert said == (
        f"S2 map 0 · row 6, column 6: {value:+.3f} × weight {weight:+.3f} in row 1, column 3 = "
        f"{product:+.3f}"
    )
    assert session.unit == Unit("S2", 0, 6, 6)  # the network picture and the ink mark it
    marked = (pixels(drawn.sheet.view) != plain).any(axis=2)
    for picture in range(3):
        around = drawn.sheet.view.rect_of(Spot(0, picture, (1, 3))).toRect().adjusted(-3, -3, 3, 3)
        assert marked[around.top() : around.bottom(), around.left() : around.right()].any()
    QCoreApplication.sendEvent(drawn.sheet.view.viewport(), QEvent(QEvent.Type.Leave))
    assert session.unit == C3_UNIT
    assert drawn.sheet.formula.text().startswith("x = f(")
    assert np.array_equal(pixels(drawn.sheet.view), plain)


def test_padding_is_said_and_is_no_link(panel: InspectorPanel, session: Session) -> None:
    session.use(recognizer_of("lenet-keras"))
    draw(session, FOUR)
    session.pins.pin(Unit("C1", 0, 0, 0))
    idle()
    spot = Spot(0, 0, (0, 1))
    point_at(panel, spot)
    assert panel.sheet.formula.text().startswith("Padding: 0 × weight ")
    click(panel, spot)
    assert session.pins.pinned == Unit("C1", 0, 0, 0)


def test_largest_products_come_first(panel: InspectorPanel, session: Session) -> None:
    draw(session, FOUR)
    session.pins.pin(Unit("F6", 30))
    idle()
    figure = figure_of(panel)
    bars = [figure.bar(0, index) for index in range(figure.bars[0].count)]
    assert len(bars) == 120
    sizes = [abs(bar.value) for bar in bars]
    assert sizes == sorted(sizes, reverse=True)
    weights = session.recognizer.checkpoint.weights["F6.weight"][30]
    products = weights * session.recognition.activations["C5"].ravel()
    best = int(np.argmax(np.abs(products)))
    assert bars[0].name == f"C5 unit {best}"
    assert bars[0].value == pytest.approx(float(products[best]))
    click(panel, Spot(1, 0, (0, 0)))
    assert session.pins.pinned == Unit("C5", best)


def test_any_class_can_be_chosen(panel: InspectorPanel, session: Session) -> None:
    draw(session, FOUR)
    session.pins.pin(Unit("OUTPUT", 4))
    idle()
    assert panel.classes.isVisible()
    panel.classes.setCurrentIndex(8)
    panel.classes.activated.emit(8)
    idle()
    assert session.pins.pinned == Unit("OUTPUT", 8)
    penalty = float(session.recognition.scores[8])
    assert numbers_of(panel) == f"x = Σ (value - code)² = {penalty:+.3f}"
    session.pins.pin(C3_UNIT)
    idle()
    assert not panel.classes.isVisible()


@pytest.mark.parametrize("count", [200, 1000])
def test_many_classes(panel: InspectorPanel, session: Session, count: int) -> None:
    session.use(seeing_pictures("lenet-relu", tuple(f"class {k}" for k in range(count))))
    session.replace_drawing(red_four_on_yellow(), "")
    idle()
    session.pins.pin(Unit("OUTPUT", count - 1))
    idle()
    figure = figure_of(panel)
    assert figure.bars[0].count <= 11
    chosen = figure.bar(0, figure.bars[0].chosen)
    assert chosen.name == f"class {count - 1}"
    assert chosen.value == pytest.approx(float(session.recognition.scores[-1]), rel=1e-4)
    assert panel.classes.count() == count


def test_colours_have_a_row_each(panel: InspectorPanel, session: Session) -> None:
    session.use(seeing_pictures())
    session.replace_drawing(red_four_on_yellow(), "")
    idle()
    session.pins.pin(Unit("C1", 2, 9, 9))
    idle()
    assert [row.name for row in figure_of(panel).rows] == ["red", "green", "blue"]
    click(panel, Spot(1, 0, (2, 2)))
    assert session.pins.pinned == Unit("INPUT", 1, 11, 11)
    byte = int(session.recognition.field[1, 11, 11])
    assert f" + {byte} × " in numbers_of(panel)
    click(panel, Spot(0, 0, (3, 4)))  # the neighbour on the right
    assert session.pins.pinned == Unit("INPUT", 1, 11, 12)


# ---- learning


@pytest.mark.parametrize(
    "place",
    [
        WeightPlace("C1", "weight", (3, 0, 2, 1)), WeightPlace("C3", "weight", (18, 1, 3)),
        WeightPlace("S2", "coefficient", (1,)), WeightPlace("F6", "weight", (30, 7)),
        WeightPlace("C3", "bias", (6,)),
    ],
)  # fmt: skip
def test_gradient_of_a_weight_while_the_network_learns(
    panel: InspectorPanel, session: Session, place: WeightPlace
) -> None:
    """Delta times value, summed over all units that use it, is what the backward pass finds."""
    draw(session, FOUR)
    session.pins.pin(place)
    idle()
    assert "gradient" not in numbers_of(panel)
    found = lesson(session.recognizer, session.recognition.field, 7)
    session.show_gradients(found.gradients.sums)
    idle()
    wanted = float(found.gradients.weights[f"{place.layer}.{place.parameter}"][place.index])
    assert f"gradient = Σ δ × value = {wanted:+.3g}" in numbers_of(panel)
    row = figure_of(panel).rows[-1]
    assert float(row.pictures[2].values.sum()) == pytest.approx(wanted, rel=1e-3)
    spot = Spot(len(figure_of(panel).rows) - 1, 2, (0, 0))
    assert " × " in figure_of(panel).sentence(spot)
    assert isinstance(figure_of(panel).target(spot), Unit)
    session.show_gradients({})
    idle()
    assert "gradient" not in numbers_of(panel)


# ---- live


def test_numbers_follow_the_pen(drawn: InspectorPanel, session: Session) -> None:
    """Also while the pointer is down."""
    before, scroll = numbers_of(drawn), drawn.sheet.view.verticalScrollBar()
    scroll.setValue(scroll.maximum())
    place = scroll.value()
    session.begin_stroke(100, 400)
    session.extend_stroke(300, 420)
    idle()
    assert session.live is not None
    assert numbers_of(drawn) != before
    assert f"x = f(a) = {value_at(session, C3_UNIT):+.3f}" in numbers_of(drawn)
    assert scroll.value() == place
    session.end_stroke()


def test_hidden_it_waits_until_it_is_seen(drawn: InspectorPanel, session: Session) -> None:
    before = numbers_of(drawn)
    drawn.hide()
    draw(session, SEVEN)
    assert numbers_of(drawn) == before
    drawn.show()
    idle()
    assert f"x = f(a) = {value_at(session, C3_UNIT):+.3f}" in numbers_of(drawn)


def test_nothing_pinned_or_drawn_is_said_in_one_line(
    panel: InspectorPanel, session: Session
) -> None:
    assert panel.empty.isVisible()
    assert "press Enter" in panel.empty.text()
    session.pins.pin(C3_UNIT)
    idle()
    assert panel.empty.text() == "Draw something to see its numbers."
    draw(session, FOUR)
    assert not panel.empty.isVisible()
    assert panel.sheet.isVisible()
    QTest.keyClick(panel.sheet.view, Qt.Key.Key_Escape)
    assert session.pins.pinned is None
    assert panel.empty.isVisible()


def test_another_network_keeps_a_unit_that_it_has(drawn: InspectorPanel, session: Session) -> None:
    session.use_network("lenet-relu")
    idle()
    assert session.pins.pinned == C3_UNIT
    assert len(figure_of(drawn).rows) == 6
    assert "max(0, a)" in drawn.sheet.formula.text()


# ---- keys


def test_keyboard_reaches_every_cell(drawn: InspectorPanel, session: Session) -> None:
    view = drawn.sheet.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    reached = {view.spot}
    for _ in range(4):
        for _ in range(5):
            for _ in range(15):
                reached.add(view.spot)
                QTest.keyClick(view, Qt.Key.Key_Right)
            reached.add(view.spot)
            for _ in range(15):
                QTest.keyClick(view, Qt.Key.Key_Left)
            QTest.keyClick(view, Qt.Key.Key_Down)
    wanted = {
        Spot(row, picture, (down, right))
        for row in range(4)
        for picture in range(3)
        for down in range(5)
        for right in range(5)
    }
    assert reached - {None} == wanted
    spot = view.spot
    assert spot is not None
    assert view.viewport().rect().contains(view.rect_of(spot).toRect().center())
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert session.pins.pinned == Unit("S2", 3, 5 + spot.cell[0], 3 + spot.cell[1])


def test_keys_go_to_bars_and_links(panel: InspectorPanel, session: Session) -> None:
    draw(session, FOUR)
    session.pins.pin(Unit("F6", 30))
    idle()
    view = panel.sheet.view
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.spot == Spot(1, 0, (119, 0))
    assert view.viewport().rect().contains(view.rect_of(view.spot).toRect().center())
    numbers = panel.sheet.numbers
    numbers.setFocus()
    QTest.keyClick(numbers, Qt.Key.Key_Right)
    QTest.keyClick(numbers, Qt.Key.Key_Return)
    assert session.pins.pinned == WeightPlace("F6", "bias", (30,))


# ---- copies


def test_copy_as_text(drawn: InspectorPanel, session: Session) -> None:
    drawn.copy.copy_text()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("C3 map 6 · row 5, column 3\nx = f(Σ patch × kernel + bias)")
    assert text.count(" × ") >= 20
    assert text.rstrip().endswith(f"{value_at(session, C3_UNIT):+.3f}")


def test_copy_as_csv_has_each_product(drawn: InspectorPanel, session: Session) -> None:
    drawn.copy.copy_csv()
    rows = list(csv.DictReader(io.StringIO(QGuiApplication.clipboard().text())))
    products = [row for row in rows if row["term"] == "product"]
    assert len(products) == 100
    (bias,) = [float(row["weight"]) for row in rows if row["term"] == "bias"]
    total = sum(float(row["value"]) * float(row["weight"]) for row in products) + bias
    assert rows[-1]["term"] == "x"
    assert float(rows[-1]["value"]) == pytest.approx(value_at(session, C3_UNIT))
    assert 1.7159 * math.tanh(2 * total / 3) == pytest.approx(value_at(session, C3_UNIT), abs=1e-5)
    assert drawn.as_csv() == QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    "place",
    [
        C3_UNIT, Unit("S2", 1, 3, 3), Unit("F6", 30), Unit("OUTPUT", 3), Unit("INPUT", 0, 9, 9),
        Unit("INPUT", 0, 0, 0), WeightPlace("C3", "weight", (18, 1, 3)),
        WeightPlace("S2", "coefficient", (1,)), WeightPlace("F6", "weight", (30, 7)),
    ],
)  # fmt: skip
def test_copies_of_every_kind(panel: InspectorPanel, session: Session, place: Pinned) -> None:
    draw(session, FOUR)
    session.pins.pin(place)
    idle()
    clipboard = QGuiApplication.clipboard()
    panel.copy.copy_latex()
    latex = clipboard.text()
    assert latex.startswith("\\begin{align*}\n")
    assert latex.endswith("\n\\end{align*}\n")
    assert latex.count("{") == latex.count("}")
    assert latex.count("\\begin{bmatrix}") == latex.count("\\end{bmatrix}")
    panel.copy.copy_csv()
    assert len({len(row) for row in csv.reader(io.StringIO(clipboard.text()))}) == 1
    panel.copy.copy_text()
    assert len(clipboard.text().splitlines()) >= 3
    panel.copy.copy_png()
    assert not clipboard.image().isNull()
    panel.copy.copy_svg()
    svg = bytes(clipboard.mimeData().data("image/svg+xml").data()).decode()
    assert svg.lstrip().startswith("<?xml")
    assert "<text" in svg


def test_copied_pictures_show_all_of_it(drawn: InspectorPanel) -> None:
    """Nothing is scrolled out of sight, and numbers are letters in the drawing."""
    drawn.resize(400, 200)
    idle()
    drawn.copy.copy_svg()
    svg = bytes(QGuiApplication.clipboard().mimeData().data("image/svg+xml").data()).decode()
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    for row in figure_of(drawn).rows:
        assert row.result in texts
        for value in row.pictures[2].values.flat:
            assert any(f"{value:+.2f}" == text or abs(value) < 0.005 for text in texts)


# ---- screen readers, sizes, languages


def test_screen_readers_hear_the_arithmetic(
    drawn: InspectorPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    draw(session, SEVEN)
    said = drawn.accessibleDescription()
    assert said.startswith("C3 map 6 · row 5, column 3; x = f(Σ patch × kernel + bias)")
    assert said.endswith(f"x = f(a) = {value_at(session, C3_UNIT):+.3f}")
    QTest.keyClick(drawn.sheet.view, Qt.Key.Key_Home)
    assert drawn.sheet.view.accessibleDescription() == drawn.sheet.formula.text()
    assert drawn.sheet.view.accessibleDescription().startswith("S2 map 0 · row 5, column 3: ")
    for part in (drawn, drawn.sheet.view, drawn.trail, drawn.sheet.numbers, drawn.copy):
        assert part.accessibleName()


def test_every_part_is_explained_and_reached_by_tab(
    drawn: InspectorPanel, session: Session
) -> None:
    click(drawn, Spot(0, 0, (1, 3)))
    parts = (drawn.trail, drawn.copy, drawn.sheet.view, drawn.sheet.numbers)
    for part in parts:
        assert part.statusTip() or part.toolTip()
        assert part.whatsThis()
    drawn.activateWindow()
    drawn.trail.setFocus()
    reached = set()
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert set(parts) <= reached


@pytest.mark.parametrize("size", [(300, 180), (450, 210), (620, 290), (1200, 700)])
@pytest.mark.parametrize(
    "unit", [C3_UNIT, Unit("C5", 7), Unit("S4", 1, 2, 2), Unit("F6", 3), Unit("OUTPUT", 4)]
)
def test_it_fits_at_any_size(
    panel: InspectorPanel, session: Session, size: tuple[int, int], unit: Unit
) -> None:
    """All pictures lie within the width; numbers where they fit, in letters of 8 pixels or more."""
    draw(session, FOUR)
    panel.resize(*size)
    session.pins.pin(unit)
    idle()
    view = panel.sheet.view
    for (row, picture), (corner, cell) in view.places().pictures.items():
        high, wide = figure_of(panel).rows[row].pictures[picture].values.shape
        assert corner.x() + wide * cell.width <= view.viewport().width()
        assert corner.y() + high * cell.height <= view.places().height
        assert cell.font == 0 or cell.font >= 8
    if size[0] >= 620:
        cells = [cell for _, cell in view.places().pictures.values()]
        assert any(cell.font for cell in cells)


def test_empty_page_at_first_sight(qtbot, session: Session) -> None:
    panel = InspectorPanel(session)
    qtbot.addWidget(panel)
    session.pins.pin(C3_UNIT)
    panel.show()
    session.replace_drawing(drawing_of(FOUR), "")
    idle()
    assert panel.found is not None
    panel.sheet.view.viewport().setFocus()
    QTest.mouseMove(panel.sheet.view.viewport(), QPoint(2, 2))
    assert panel.sheet.view.places().spot_at(QPointF(0, 0), figure_of(panel)) is None
