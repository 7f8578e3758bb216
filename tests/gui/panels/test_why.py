"""Why this answer: true numbers, of what is on the page now, and only while it is looked at."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from lenet_gui.common.values import Unit
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.explaining.ink_gradient import gradient_times_ink
from lenet_gui.engine.explaining.occlusion import occlusion
from lenet_gui.engine.explaining.pixels import pixels_of
from lenet_gui.engine.recognition.as_it_is import field_picture
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.storage.data_path import DATA_VARIABLE
from lenet_gui.gui.appearance.theme import LIGHT
from lenet_gui.gui.panels.why import change_view, liking_view
from lenet_gui.gui.panels.why.change_view import PLAYED_STEPS
from lenet_gui.gui.panels.why.panel import WhyPanel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.wording.phrases import JOINED
from tests.engine.explaining.every_network import NAMES, recognizer_of
from tests.gui.helpers import FOUR, ONE, SEVEN, click, draw, finish_work, idle, pixels
from tests.gui.helpers import panel_of as panel_in
from tests.helpers import mnist_test, untrained

SIZE = 260, 300


@pytest.fixture(autouse=True)
def few_digits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Digits are sought among a few, and kept in a folder of the test's own."""
    few = mnist_test().take(np.arange(40))
    monkeypatch.setattr(liking_view, "mnist", lambda _name: few)
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "user"))


@pytest.fixture
def panel(qtbot, session: Session) -> Iterator[WhyPanel]:
    panel = WhyPanel(session)
    qtbot.addWidget(panel)
    panel.resize(*SIZE)
    with qtbot.waitExposed(panel):
        panel.show()
    idle()
    yield panel
    panel.hide()
    finish_work()


def wait_for_map(qtbot, panel: WhyPanel) -> np.ndarray:
    qtbot.waitUntil(lambda: panel.answer.evidence.ink_map is not None)
    finish_work()
    found = panel.answer.evidence.ink_map
    assert found is not None
    return found


def pixels_on(session: Session) -> np.ndarray:
    return pixels_of(session.recognizer.architecture, session.recognition.field)


# ---- the answer


def test_a_blank_page_is_told_kindly(panel: WhyPanel) -> None:
    assert panel.answer.doubt.text().startswith("Draw a digit")
    assert not panel.answer.rival.isVisible()
    assert not panel.change.link.isVisible()
    assert panel.as_csv() == ""


def test_it_asks_why_this_and_not_the_runner_up(panel: WhyPanel, session: Session) -> None:
    draw(session, FOUR)
    runner_up = session.recognition.class_names[session.recognition.ranking[1]]
    assert panel.answer.question.text() == "Why 4, and not"
    assert panel.answer.rival.currentText() == runner_up
    assert panel.answer.legend.text() == f"Orange speaks for 4, blue for {runner_up}."
    assert not panel.answer.doubt.isVisible()


@pytest.mark.parametrize("name", ["lenet-5-modern", "lenet-5"])
def test_the_units_add_up_to_the_lead_that_it_tells(
    panel: WhyPanel, session: Session, name: str
) -> None:
    session.use_network(name)
    draw(session, FOUR)
    evidence = session.recognizer.evidence(session.recognition.field[None])[0]
    first, second = session.recognition.ranking[:2]
    lead = float(evidence[first]) - float(evidence[second])
    found = panel.answer.evidence.evidence
    assert found is not None
    assert found.lead == pytest.approx(lead, rel=1e-4)
    assert f"+{lead:.1f}" in panel.answer.lead.text()
    rows = panel.as_csv().splitlines()
    assert len(rows) == 1 + 84 + 2
    assert float(rows[-1].split(",")[2]) == pytest.approx(lead, rel=1e-4)
    total = sum(float(row.split(",")[2]) for row in rows[1:-1])
    assert total == pytest.approx(lead, rel=1e-3)


def test_another_rival_is_chosen_and_stays(panel: WhyPanel, session: Session, qtbot) -> None:
    draw(session, FOUR)
    panel.answer.rival.setFocus()
    QTest.keyClick(panel.answer.rival, Qt.Key.Key_7)
    idle()
    assert panel.answer.pair() == (4, 7)
    assert panel.answer.legend.text() == "Orange speaks for 4, blue for 7."
    draw(session, [[(400, 290), (420, 290)]])
    assert panel.answer.rival.currentText() == "7"
    session.use_network("lenet-5")
    idle()
    assert panel.answer.pair() == session.recognition.ranking[:2]


def test_where_the_network_declines_the_nearest_class_is_explained(
    panel: WhyPanel, session: Session
) -> None:
    rule = session.recognizer.rule
    assert rule is not None
    session.use_rule(replace(rule, threshold=2.0))
    draw(session, FOUR)
    assert session.recognition.label is None
    assert "Of all classes 4 is the nearest" in panel.answer.doubt.text()
    assert panel.answer.lead.isVisible()


def test_a_field_as_it_is_is_explained_as_well(panel: WhyPanel, session: Session, qtbot) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (32, 32), np.uint8)
    session.watch(field_picture(noise))
    idle()
    np.testing.assert_allclose(pixels_on(session)[0] * 255, noise, atol=1e-3)
    wait_for_map(qtbot, panel)
    assert panel.answer.lead.isVisible()


def test_a_unit_says_what_it_adds_and_a_click_pins_it(panel: WhyPanel, session: Session) -> None:
    draw(session, FOUR)
    view = panel.answer.evidence
    area = view.places()[0]
    at = QPoint(
        round(area.x() + area.width() * 2.5 / 7), round(area.y() + area.height() * 4.5 / 12)
    )
    unit = Unit("F6", 4 * 7 + 2)
    assert view.unit_at(QPointF(at)) == unit
    assert view.evidence is not None
    value = view.evidence.units[unit.map]
    assert view.text_at(QPointF(at)) == f"F6 unit 30 · {value:+.3f}"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert session.pins.pinned == unit
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert session.pins.pinned is None


def test_the_strongest_unit_has_the_end_of_the_scale(panel: WhyPanel, session: Session) -> None:
    draw(session, FOUR)
    view = panel.answer.evidence
    assert view.evidence is not None
    strongest = int(np.abs(view.evidence.units).argmax())
    shown, area = pixels(view), view.places()[0]
    row, column = divmod(strongest, 7)
    color = shown[
        round(area.y() + (row + 0.5) * area.height() / 12),
        round(area.x() + (column + 0.5) * area.width() / 7),
    ]
    role = LIGHT.positive if view.evidence.units[strongest] > 0 else LIGHT.negative
    assert tuple(color) == QColor(role).getRgb()[:3]


# ---- the ink


def test_the_ink_is_judged_by_occlusion_or_by_its_gradient(
    panel: WhyPanel, session: Session, qtbot
) -> None:
    draw(session, FOUR)
    network = session.recognizer.copy().network
    first, second = session.recognition.ranking[:2]
    wanted = occlusion(network, pixels_on(session), first, second).pixels
    np.testing.assert_allclose(wait_for_map(qtbot, panel), wanted, rtol=1e-3, atol=1e-3)
    assert "4 × 4 pixels of paper" in panel.answer.said.text()
    panel.answer.way.setFocus()
    QTest.keyClick(panel.answer.way, Qt.Key.Key_Down)
    assert panel.answer.evidence.ink_map is None
    found = wait_for_map(qtbot, panel)
    wanted = gradient_times_ink(session.recognizer, pixels_on(session), first, second)
    np.testing.assert_allclose(found, wanted, rtol=1e-3, atol=1e-3)
    assert "times the ink" in panel.answer.said.text()


def test_a_map_of_other_ink_is_never_shown(panel: WhyPanel, session: Session, qtbot) -> None:
    draw(session, FOUR)
    wait_for_map(qtbot, panel)
    session.clear()
    draw(session, SEVEN)
    assert panel.answer.evidence.ink_map is None
    found = wait_for_map(qtbot, panel)
    first, second = session.recognition.ranking[:2]
    wanted = occlusion(session.recognizer.copy().network, pixels_on(session), first, second)
    np.testing.assert_allclose(found, wanted.pixels, rtol=1e-3, atol=1e-3)
    session.clear()
    idle()
    assert panel.answer.evidence.ink_map is None
    assert panel.answer.evidence.evidence is None


def test_what_is_not_seen_costs_nothing(panel: WhyPanel, session: Session, qtbot) -> None:
    panel.hide()
    session.pins.pin(Unit("F6", 3))
    draw(session, FOUR)
    qtbot.wait(0)
    assert panel.answer.evidence.evidence is None
    assert not any(timer.isActive() for timer in panel.findChildren(type(panel.answer._rest)))
    assert not any(thread.name == "background" for thread in threading.enumerate())
    panel.show()
    wait_for_map(qtbot, panel)


# ---- the smallest change


def seek(qtbot, panel: WhyPanel) -> None:
    panel.area.ensureWidgetVisible(panel.change.link)
    click(panel.change.link)
    qtbot.waitUntil(lambda: not panel.questions.asks("change"))
    finish_work()


def test_the_smallest_change_is_shown_and_played(
    panel: WhyPanel, session: Session, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change_view, "FRAME_MS", 1)
    draw(session, FOUR)
    rival = session.recognition.class_names[session.recognition.ranking[1]]
    assert panel.change.link.text() == f"Smallest change that makes it {rival} ▸"
    seek(qtbot, panel)
    view = panel.change.view
    assert view.isVisible()
    assert view.now.text().startswith(f"100 % of the change: {rival} · ")
    colours = view.pictures.colours()
    assert np.abs(colours).max() == pytest.approx(1.0)
    view.slider.setFocus()
    QTest.keyClick(view.slider, Qt.Key.Key_Home)
    assert view.now.text().startswith("0 % of the change: 4 · ")
    assert not view.pictures.colours().any()
    click(view.play)
    qtbot.waitUntil(lambda: view.slider.value() == PLAYED_STEPS)
    assert f": {rival} · " in view.now.text()
    assert "Pixels that change: " in view.said.text()


def test_it_is_gone_with_the_ink_or_the_rival(panel: WhyPanel, session: Session, qtbot) -> None:
    draw(session, FOUR)
    seek(qtbot, panel)
    QTest.keyClick(panel.answer.rival, Qt.Key.Key_7)
    idle()
    assert not panel.change.view.isVisible()
    assert panel.change.link.text() == "Smallest change that makes it 7 ▸"
    seek(qtbot, panel)
    assert panel.change.view.isVisible()
    draw(session, ONE)
    assert not panel.change.view.isVisible()


# ---- what a unit likes


def test_a_pinned_unit_shows_the_digits_that_excite_it(
    panel: WhyPanel, session: Session, qtbot
) -> None:
    assert panel.liking.title.text().startswith("Pin a unit")
    draw(session, FOUR)
    session.pins.pin(Unit("C3", 6, 5, 3))
    assert panel.liking.title.text() == "What C3 map 6 · row 5, column 3 likes"
    panel.area.ensureWidgetVisible(panel.liking.view)
    view = panel.liking.view
    qtbot.waitUntil(lambda: view.liked is not None and view.grown is not None)
    assert view.liked is not None
    assert view.grown is not None
    digits = mnist_test().images[:40]
    recognizer = session.recognizer
    activations = recognizer.network.activations(recognizer.architecture.input_from(digits))
    values = activations["C3"][:, 6, 5, 3]
    np.testing.assert_allclose(view.liked.found.values, np.sort(values)[::-1][:9], rtol=1e-4)
    assert view.grown.from_grey.after > view.grown.from_grey.before
    assert view.window_read is not None
    assert (view.window_read.top, view.window_read.left) == (10, 6)
    index = int(view.liked.found.indices[4])
    at = view.digit_places()[4].center()
    assert view.text_at(at).startswith(f"Test digit {index}, labelled ")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at.toPoint())
    idle()
    picture = session.drawing.picture
    assert picture is not None
    np.testing.assert_array_equal(picture.ink, digits[index])
    session.pins.let_go()
    assert not view.isVisible()


def test_another_unit_takes_away_what_the_first_one_likes(
    panel: WhyPanel, session: Session, qtbot
) -> None:
    session.pins.pin(Unit("F6", 3))
    panel.area.ensureWidgetVisible(panel.liking.view)
    view = panel.liking.view
    qtbot.waitUntil(lambda: view.liked is not None and view.grown is not None)
    session.pins.pin(Unit("F6", 4))
    assert view.liked is None
    assert view.grown is None
    qtbot.waitUntil(lambda: view.liked is not None and view.grown is not None)


# ---- whatever the network and the names


@pytest.mark.parametrize("name", NAMES)
def test_each_kind_of_network_is_explained(
    panel: WhyPanel, session: Session, qtbot, name: str
) -> None:
    session.use(recognizer_of(name))
    draw(session, FOUR)
    wait_for_map(qtbot, panel)
    session.pins.pin(Unit(session.recognizer.architecture.layers[0].name, 1, 3, 3))
    panel.area.ensureWidgetVisible(panel.liking.view)
    view = panel.liking.view
    qtbot.waitUntil(lambda: view.liked is not None and view.grown is not None)
    seek(qtbot, panel)
    pixels(panel)


def test_a_thousand_classes(panel: WhyPanel, session: Session, qtbot) -> None:
    names = tuple(f"class {index}" for index in range(1000))
    session.use(Recognizer("many", untrained(class_names=names)))
    draw(session, FOUR)
    assert panel.answer.rival.count() == 1000
    wait_for_map(qtbot, panel)


def test_names_of_strangers_are_shown_as_they_are(panel: WhyPanel, session: Session, qtbot) -> None:
    hostile = "A&B <img src=x.png><b>&lt; {0} {answer} %1"
    names = tuple(f"{hostile} {index}" for index in range(10))
    session.use(Recognizer("hostile", untrained(class_names=names)))
    draw(session, FOUR)
    answer = names[session.recognition.ranking[0]]
    assert panel.answer.question.text() == f"Why {answer}, and not"
    assert f"<{JOINED}img" in panel.answer.question.toolTip()
    assert "A&B <img" in panel.answer.lead.text()
    assert "A&B <img" in panel.change.link.text()
    assert panel.change.link.shortcut().isEmpty()


def test_it_is_usable_where_it_stands(panel: WhyPanel, session: Session, qtbot) -> None:
    """Below the answer: everything by scrolling down, and nothing to the right."""
    session.use(load_recognizer("lenet-5"))
    draw(session, FOUR)
    session.pins.pin(Unit("F6", 30))
    seek(qtbot, panel)
    assert panel.minimumSizeHint().width() <= SIZE[0]
    assert panel.area.widget().width() == panel.area.viewport().width()
    assert panel.area.verticalScrollBar().maximum() > 0


def test_it_keeps_its_rival_in_another_language(window: MainWindow, qtbot) -> None:
    window.workspaces.show_workspace("look_inside")
    window.workspaces.docks["why"].raise_()
    idle()
    draw(window.session, FOUR)
    before = panel_in(window, "why", WhyPanel)
    QTest.keyClick(before.answer.rival, Qt.Key.Key_7)
    idle()
    assert before.answer.pair() == (4, 7)
    window.menus.actions["language_zh_CN"].trigger()
    idle()
    after = panel_in(window, "why", WhyPanel)
    assert after is not before
    assert after.answer.pair() == (4, 7)
    finish_work()
