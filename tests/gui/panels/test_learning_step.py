"""One step of learning, as a person takes it in the window."""

import math
import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from lenet_gui.common.values import Unit
from lenet_gui.engine.checkpoints.named_networks import network_names
from lenet_gui.engine.networks.backward import backward
from lenet_gui.engine.networks.losses import make_loss
from lenet_gui.gui.appearance.theme import apply_theme
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.panels.learning_step.panel import LearningStepPanel
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.window.status_bar import StatusBar
from lenet_gui.gui.wording.power_numbers import MINUS, number
from tests.gui.helpers import FOUR, SEVEN, child_of, draw, finish_work, idle, panel_of, pixels


@pytest.fixture
def panel(session: Session, window: MainWindow) -> LearningStepPanel:
    window.workspaces.show_workspace("look_inside")
    window.workspaces.bring("learning_step")
    finish_work()
    draw(session, FOUR)
    return panel_of(window, "learning_step", LearningStepPanel)


def click(button: QPushButton, times: int = 1) -> None:
    for _ in range(times):
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        idle()


def choose(panel: LearningStepPanel, name: str) -> None:
    panel.label.setFocus()
    QTest.keyClick(panel.label, Qt.Key.Key_Home)
    for _ in range(panel.label.findText(name)):
        QTest.keyClick(panel.label, Qt.Key.Key_Down)
    idle()
    assert panel.label.currentText() == name


def value_of(text: str) -> float:
    """The number that a text writes."""
    plain, _, power = text.replace(MINUS, "-").partition("·10")
    raised = power.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-"))
    return float(plain) * 10.0 ** int(raised or 0)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"), (0.5, "0.5000"), (-31.2, f"{MINUS}31.20"), (9.99996, "10.000"),
        (123456.0, "123456"), (1.2345e7, "1.234·10⁷"), (-5e-5, f"{MINUS}5.000·10⁻⁵"),
    ],
)  # fmt: skip
def test_numbers(value: float, text: str) -> None:
    assert number(value) == text or value_of(number(value)) == pytest.approx(value, rel=1e-3)


def test_nothing_can_be_learned_from_an_empty_page(
    session: Session, panel: LearningStepPanel
) -> None:
    session.clear()
    idle()
    assert "Draw a digit" in panel.loss.text()
    buttons = (panel.back, panel.all, panel.step, panel.undo, panel.start, panel.none)
    assert not any(button.isEnabled() for button in buttons)
    assert not panel.classes.rows


@pytest.mark.parametrize("name", network_names())
def test_the_formula_with_its_numbers_gives_the_loss(
    session: Session, panel: LearningStepPanel, name: str
) -> None:
    session.use_network(name)
    for wanted in ("9", "4"):
        choose(panel, wanted)
        formula, numbers, _ = panel.loss.text().split("\n")
        assert f"({wanted})" in formula
        _, evidence = session.recognizer.network.activations_and_evidence(
            session.recognizer.architecture.input_from(session.recognition.field)
        )
        evidence = evidence.astype(float)
        shown = value_of(numbers.rpartition(" = ")[2])
        j = re.search(r"e\^\((\S+)\)", numbers)
        if j is not None:
            own = value_of(numbers.split(" ")[2])
            assert own == pytest.approx(-evidence[int(wanted)], rel=1e-3)
            total = math.exp(value_of(j.group(1))) + np.exp(evidence).sum()
            assert shown == pytest.approx(math.log(total) - evidence[int(wanted)], rel=2e-3)
        else:
            total = np.exp(evidence - evidence.max()).sum()
            loss = math.log(total) + evidence.max() - evidence[int(wanted)]
            assert shown == pytest.approx(loss, rel=2e-3, abs=1e-12)
            inside = re.search(r"ln (.*) = ", numbers)
            assert inside is not None
            if "(1 " not in inside.group(1):
                assert -math.log(value_of(inside.group(1))) == pytest.approx(shown, rel=1e-3)


def test_the_gradient_goes_back_layer_by_layer_in_the_picture(
    session: Session, window: MainWindow, panel: LearningStepPanel
) -> None:
    picture = panel_of(window, "network", NetworkPanel)
    choose(panel, "9")
    recognizer, order = session.recognizer, ["OUTPUT", "F6", "C5", "S4", "C3", "S2", "C1", "INPUT"]
    inputs = recognizer.architecture.input_from(session.recognition.field)
    activations, evidence = recognizer.network.activations_and_evidence(inputs)
    delta = make_loss("map", "probability", 0.0)(evidence, 9).evidence_delta
    weights = recognizer.checkpoint.weights
    wanted = backward(recognizer.architecture, weights, inputs, activations, delta)
    before = pixels(picture)
    for count, layer in enumerate(order, start=1):
        click(panel.back)
        assert list(session.gradients) == order[:count]
        found = wanted.activations[layer] if layer == "INPUT" else wanted.sums[layer]
        assert np.array_equal(session.gradients[layer], found)
        assert (pixels(picture) != before).any()
        before = pixels(picture)
        assert layer.title() in panel.gradient.text() or layer in panel.gradient.text()
    assert not panel.back.isEnabled()
    click(panel.forward, 2)
    assert list(session.gradients) == order[:6]
    click(panel.all)
    assert list(session.gradients) == order
    click(panel.none)
    assert not session.gradients
    assert not panel.forward.isEnabled()


@pytest.mark.parametrize("name", network_names())
def test_each_unit_is_the_product_that_is_shown(
    session: Session, panel: LearningStepPanel, name: str
) -> None:
    session.use_network(name)
    choose(panel, "9")
    for layer in panel._learning.layers:
        click(panel.back)
        line = next(line for line in panel.gradient.text().split("\n") if ": δ = " in line or
                    ": ∂E/∂x = " in line)  # fmt: skip
        values = session.gradients[layer]
        shown = value_of(line.rpartition(" = ")[2])
        if layer == "OUTPUT":
            assert shown == pytest.approx(float(values[9]), rel=1e-3)
            continue
        assert abs(shown) == pytest.approx(float(np.abs(values).max()), rel=1e-3)
        product = re.search(r"δ = (\S+) · \(?([^ )]+)\)? = ", line)
        if product is not None:
            slope, back = map(value_of, product.groups())
            assert slope * back == pytest.approx(shown, rel=2e-3)


def test_classes_show_delta_of_the_output(session: Session, panel: LearningStepPanel) -> None:
    choose(panel, "9")
    click(panel.back)
    names = [row[0] for row in panel.classes.rows]
    found = [value_of(row[2]) for row in panel.classes.rows]
    assert names == list("0123456789")
    np.testing.assert_allclose(found, session.gradients["OUTPUT"], rtol=1e-2)
    assert found[9] < 0 < found[4]


def test_steps_change_the_answer_and_can_be_taken_back(
    session: Session, window: MainWindow, panel: LearningStepPanel
) -> None:
    original = session.recognizer
    choose(panel, "9")
    click(panel.step)
    assert (
        f"Network  ·  {original.name}, changed" in window.workspaces.docks["network"].windowTitle()
    )
    assert window.network_bar.box.currentText() == f"{original.name}, changed"
    assert re.search("The loss went from .* to .* with the rate 0.001", panel.outcome.text())
    for _ in range(10):
        if session.recognition.label == "9":
            break
        click(panel.step)
    assert session.recognition.label == "9"
    steps = panel._learning.steps
    click(panel.undo)
    assert panel._learning.steps == steps - 1
    click(panel.start)
    assert session.recognizer is original
    assert session.recognition.label == "4"
    assert window.network_bar.box.currentText() == original.name
    assert window.network_bar.box.findText(f"{original.name}, changed") < 0
    assert not panel.undo.isEnabled()
    assert not panel.start.isEnabled()


def test_a_rate_that_is_too_large_is_refused_and_nothing_changes(
    session: Session, panel: LearningStepPanel
) -> None:
    session.use_network("lenet-5")
    original = session.recognizer
    choose(panel, "9")
    panel.rate.setFocus()
    panel.rate.selectAll()
    QTest.keyClicks(panel.rate, "100")
    QTest.keyClick(panel.rate, Qt.Key.Key_Return)
    while panel._learning.steps < 60 and "smaller rate" not in panel.outcome.text():
        former = session.recognizer
        click(panel.step)
    if "smaller rate" in panel.outcome.text():
        assert session.recognizer is former
    click(panel.start)
    assert session.recognizer is original


def test_another_class_another_digit_another_network(
    session: Session, panel: LearningStepPanel
) -> None:
    assert panel.label.currentText() == "4"
    click(panel.all)
    session.clear()
    idle()
    assert not session.gradients
    draw(session, SEVEN)
    assert panel.label.currentText() == "7"
    assert len(session.gradients) == 8
    session.use_network("lenet-5")
    idle()
    assert len(session.gradients) == 8
    assert "1998, equation 9" in panel.kind.text()


def test_behind_another_tab_the_gradients_stay_and_elsewhere_they_go(
    session: Session, window: MainWindow, panel: LearningStepPanel
) -> None:
    original = session.recognizer
    click(panel.back, 2)
    click(panel.step)
    window.workspaces.bring("kernels")
    finish_work()
    assert list(session.gradients) == ["OUTPUT", "F6"]
    window.workspaces.show_workspace("read")
    finish_work()
    assert not session.gradients
    assert session.recognizer is original


def test_a_unit_that_is_looked_at_says_its_gradient(
    session: Session, window: MainWindow, panel: LearningStepPanel
) -> None:
    choose(panel, "9")
    session.point_at(Unit("F6", 20))
    status = window.statusBar()
    assert isinstance(status, StatusBar)
    assert "δ" not in status.unit.text()
    click(panel.back, 2)
    shown = status.unit.text().rpartition(" δ ")[2]
    assert float(shown) == pytest.approx(float(session.gradients["F6"][20]), rel=1e-3)
    assert "F6 unit 20: δ = " in panel.gradient.text()
    click(panel.none)
    assert "δ" not in status.unit.text()


def test_behind_another_tab_nothing_is_computed_for_it(
    session: Session, window: MainWindow, panel: LearningStepPanel
) -> None:
    window.workspaces.bring("kernels")
    finish_work()
    before = panel.loss.text()
    session.clear()
    draw(session, SEVEN)
    assert panel.loss.text() == before
    window.workspaces.bring("learning_step")
    finish_work()
    assert "(7)" in panel.loss.text()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_follows_in_every_theme(
    qapp: QApplication, session: Session, panel: LearningStepPanel, theme: str
) -> None:
    """What fills its background is no reason to take the panel for hidden."""
    apply_theme(qapp, theme)
    idle()
    assert not panel.visibleRegion().isEmpty()
    choose(panel, "8")
    before = panel.loss.text()
    click(panel.step)
    assert panel.loss.text() != before
    assert panel.outcome.text()
    assert panel.undo.isEnabled()


def test_a_right_answer_is_no_lesson(session: Session, panel: LearningStepPanel) -> None:
    assert "The network answers 4 already" in panel.gradient.text()
    choose(panel, "8")
    assert "answers" not in panel.gradient.text()


def test_esc_leads_out_of_the_gradients(session: Session, panel: LearningStepPanel) -> None:
    choose(panel, "8")
    click(panel.back, 2)
    assert len(session.gradients) == 2
    canvas = child_of(panel.window(), Canvas)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    idle()
    assert not session.gradients
    assert not panel.none.isEnabled()
    click(panel.back)
    assert list(session.gradients) == ["OUTPUT"]


def test_a_heading_with_a_delta_leads_back_to_it(
    session: Session, panel: LearningStepPanel, window: MainWindow
) -> None:
    choose(panel, "8")
    click(panel.all)
    window.workspaces.bring("kernels")
    idle()
    assert not window.workspaces.is_seen("learning_step")
    session.layer_asked.emit("C3")
    idle()
    assert window.workspaces.is_seen("learning_step")


def test_tab_passes_what_is_behind_another_tab(
    session: Session, panel: LearningStepPanel, window: MainWindow
) -> None:
    window.workspaces.bring("kernels")
    idle()
    child_of(window, Canvas).setFocus()
    for _ in range(80):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert not panel.isAncestorOf(focused), focused.objectName()
        assert not window.workspaces.is_behind(focused)
