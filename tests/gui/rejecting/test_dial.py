"""The dial below the answer and in its panel, its keys, and its memory."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QSlider

from lenet_gui.common.values import Checkpoint, RejectRule
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.reject_calibration import (
    calibrated_rule,
    curve_of,
    curve_row_of,
    with_dial,
)
from lenet_gui.gui.panels.answer.panel import AnswerPanel
from lenet_gui.gui.panels.certainty.panel import CertaintyPanel
from lenet_gui.gui.photos.background_recognition import BackgroundRecognition
from lenet_gui.gui.photos.contact_sheet import ContactSheet
from lenet_gui.gui.photos.photo_files import photograph_of
from lenet_gui.gui.rejecting.dial import Dial
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.wording.recognition_words import percent_text
from lenet_gui.gui.wording.reject_words import dial_text
from tests.gui.helpers import FOUR, child_of, click, draw, drawing_of, idle, whole_window
from tests.gui.panels.test_panels import SCRIBBLE
from tests.gui.streams import page_of
from tests.helpers import mnist_test, untrained


@cache
def measured() -> Checkpoint:
    """Return a checkpoint calibrated on some digits of MNIST, and on others upside down."""
    recognizer, data = load_recognizer("lenet-5-modern"), mnist_test()
    labels = data.indices(recognizer.checkpoint.class_names)[:500]
    turned = data.images[:300][np.isin(labels[:300], [2, 3, 4, 5, 7])][:, ::-1]
    evidence = recognizer.evidence(np.concatenate([data.images[:500], turned]))
    every = np.append(labels, np.full(len(turned), -1))
    rule = calibrated_rule(evidence, every, "probability", j=8.0, accepted_errors=0.02)
    return replace(recognizer.checkpoint, rejection=rule)


@pytest.fixture
def session(qapp) -> Session:
    return Session(Recognizer("own", measured()))


@pytest.fixture
def answer(qtbot, session: Session) -> AnswerPanel:
    panel = AnswerPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def panel(qtbot, session: Session) -> CertaintyPanel:
    panel = CertaintyPanel(session)
    qtbot.addWidget(panel)
    panel.resize(800, 240)
    panel.show()
    qtbot.waitUntil(lambda: panel.curve is not None)
    return panel


def words(dial: Dial) -> str:
    return dial.words.text()


def turn(slider: QSlider, key: Qt.Key) -> None:
    QTest.keyClick(slider, key)
    idle()


def test_the_answer_changes_at_once_when_the_dial_is_turned(
    answer: AnswerPanel, session: Session
) -> None:
    draw(session, SCRIBBLE)
    slider = answer.dial.slider
    turn(slider, Qt.Key.Key_Home)
    assert words(answer.dial) == "Always answers"
    answered = session.recognition.label
    assert answer.accessibleName() == f"Answer: {answered}"
    assert answered is not None
    assert answer.lines()[2][0].startswith("certainty ")
    assert "sure" not in answer.lines()[2][0], "nobody asked how sure it is"
    turn(slider, Qt.Key.Key_End)
    assert words(answer.dial).startswith("Allow ")
    assert words(answer.dial).endswith(" answers")
    assert answer.accessibleName() == "Answer: Not sure"
    assert answer.lines()[2][0].startswith("Not sure: ")
    assert "Not sure: " in answer.accessibleDescription()
    turn(slider, Qt.Key.Key_Home)
    assert answer.accessibleName() == f"Answer: {answered}"


def test_the_stops_are_said_in_plain_words(answer: AnswerPanel, session: Session) -> None:
    assert words(answer.dial) == "Allow 2 mistakes in 100 answers"
    said = []
    for place in range(answer.dial.slider.maximum() + 1):
        answer.dial.slider.setValue(place)
        said.append(words(answer.dial))
        assert answer.dial.slider.accessibleDescription() == said[-1]
    assert said[:3] == [
        "Always answers",
        "Allow 5 mistakes in 100 answers",
        "Allow 2 mistakes in 100 answers",
    ]
    assert len(said) == len(set(said))


def test_why_it_is_not_sure_is_said(answer: AnswerPanel, session: Session) -> None:
    draw(session, [[(280, 280)]])
    assert answer.lines()[2][0].startswith("Not sure: only a dot")
    draw(session, FOUR)
    own = session.recognizer.checkpoint.rejection
    assert own is not None
    for j, said in ((-1000.0, "Not sure: does not look like a digit"), (1000.0, "Not sure: 4 or ")):
        session.use_rule(replace(own, j=j, threshold=2.0))
        assert answer.lines()[2][0].startswith(said)


def test_a_network_that_was_never_measured_answers_always(qtbot) -> None:
    session = Session(Recognizer("new", untrained()))
    panel = CertaintyPanel(session)
    qtbot.addWidget(panel)
    assert not panel.dial.slider.isEnabled()
    assert words(panel.dial) == "Always answers"
    assert "not been calibrated" in panel.consequences.text()


def test_a_threshold_without_a_curve_can_be_taken_off_and_put_back(qtbot) -> None:
    session = Session(Recognizer("old", untrained(rejection=RejectRule("margin", 2.0))))
    panel = CertaintyPanel(session)
    qtbot.addWidget(panel)
    draw(session, FOUR)
    assert words(panel.dial) == "As set in the network's file"
    assert "lenet-gui calibrate" in panel.consequences.text()
    assert session.recognition.label is None
    turn(panel.dial.slider, Qt.Key.Key_Home)
    assert session.recognition.label is not None
    turn(panel.dial.slider, Qt.Key.Key_End)
    assert session.recognition.label is None


# ---- the panel


def test_the_point_lies_where_the_dial_stands(panel: CertaintyPanel, session: Session) -> None:
    curve = panel.curve
    assert curve is not None
    assert [float(v[0]) for v in curve.paper.getData()] == [9.0, 0.0]  # 9 %, 10^0 %
    seen = set()
    for place in range(1, panel.dial.slider.maximum() + 1):
        panel.dial.slider.setValue(place)
        found, rule = curve_of(session.recognizer.rule), session.recognizer.rule
        assert found is not None
        assert rule is not None
        row = curve_row_of(found, rule)
        assert row is not None
        (x,), (y,) = curve.point.getData()
        assert x == pytest.approx(100 * found.rejected[row])
        assert 10**y == pytest.approx(max(100 * found.error[row], 0.002))
        (x, y) = (float(value[0]) for value in curve.others_point.getData())
        assert 10**y == pytest.approx(max(100 - 100 * found.others_rejected[row], 0.002))
        seen.add(panel.consequences.text())
    assert len(seen) == panel.dial.slider.maximum()
    assert all("500 digits" in text and "non-digits" in text for text in seen)


def test_the_rule_of_1990_can_be_chosen(panel: CertaintyPanel, session: Session) -> None:
    box = panel.score
    assert [box.itemText(i) for i in range(box.count())] == [
        "Not-a-digit class", "Margin", "Three thresholds (1990)",
    ]  # fmt: skip
    draw(session, FOUR)
    QTest.keyClick(box, Qt.Key.Key_End)
    rule = session.recognizer.rule
    assert rule is not None
    assert (rule.score, rule.accepted_errors) == ("1990", 0.05)  # as near to 0.02 as it comes
    assert "Required: " in panel.this.text()
    assert "100,000" not in panel.this.text()  # what lets everything pass is not needed
    assert "1990" in box.toolTip()
    assert panel.own.isEnabled()
    click(panel.own)
    assert session.recognizer.rule == session.recognizer.checkpoint.rejection
    assert box.currentText() == "Not-a-digit class"
    assert not panel.own.isEnabled()


def test_what_is_drawn_is_held_against_the_threshold(
    panel: CertaintyPanel, session: Session
) -> None:
    assert panel.this.text() == ""
    draw(session, FOUR)
    rule = session.recognizer.rule
    assert rule is not None
    session.use_rule(replace(rule, threshold=0.9))
    assert panel.this.text().startswith("Now: certainty ")
    assert panel.this.text().endswith("Required: 90.0 %.")
    session.use_rule(replace(rule, threshold=0.017))
    assert "Required: 1.7 %. So low a threshold is enough because" in panel.this.text()


def test_where_there_is_little_room_the_dial_uses_fewer_words(
    answer: AnswerPanel, session: Session
) -> None:
    answer.resize(220, 200)
    idle()
    assert words(answer.dial) == "≤ 2 wrong in 100"
    assert answer.dial.slider.accessibleDescription() == "Allow 2 mistakes in 100 answers"
    answer.resize(500, 200)
    idle()
    assert words(answer.dial) == "Allow 2 mistakes in 100 answers"


@pytest.mark.parametrize(
    ("errors", "said"),
    [(0.05, "5 mistakes in 100"), (0.002, "2 mistakes in 1,000"), (0.0125, "1 mistake in 80"),
     (0.00123, "123 mistakes in 100,000")],
)  # fmt: skip
def test_parts_are_said_in_whole_numbers(errors: float, said: str) -> None:
    rule = RejectRule("margin", 0.5, accepted_errors=errors)
    assert dial_text(rule) == f"Allow {said} answers"


@pytest.mark.parametrize(
    ("part", "said"),
    [(0.5, "50.0 %"), (1.0, "100.0 %"), (0.99999, ">99.9 %"), (0.0, "0.0 %"), (0.0012, "0.12 %"),
     (0.000034, "0.0034 %"), (1e-9, "<0.0001 %")],
)  # fmt: skip
def test_nearly_nothing_is_not_said_to_be_nothing(part: float, said: str) -> None:
    assert percent_text(part, 1) == said


# ---- the window


def window_of(qtbot, session: Session) -> MainWindow:
    window = whole_window(session, Settings())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_keys_turn_the_dial_and_menus_show_the_panel(
    qtbot, session: Session, settings_file: QSettings
) -> None:
    window = window_of(qtbot, session)
    slider = window.workspaces.panel("answer").findChild(QSlider, "dial")
    before = slider.value()
    QTest.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert slider.value() == before - 1
    assert window.statusBar().currentMessage() == "Allow 5 mistakes in 100 answers"
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert slider.value() == before
    window.menus.actions["certainty"].trigger()
    idle()
    assert not window.workspaces.docks["certainty"].visibleRegion().isEmpty()


def test_each_network_keeps_its_dial(qtbot, session: Session, settings_file: QSettings) -> None:
    def dial(window: MainWindow) -> str:
        """Return the dial's setting, also where there is little room for words."""
        slider = window.workspaces.panel("answer").findChild(QSlider, "dial")
        return slider.accessibleDescription()

    window = window_of(qtbot, session)
    window.workspaces.panel("answer").dial.slider.setValue(1)
    assert dial(window) == "Allow 5 mistakes in 100 answers"
    session.use(Recognizer("another one", measured()))
    assert dial(window) == "Allow 2 mistakes in 100 answers"
    window.close()

    again = window_of(qtbot, Session(Recognizer("own", measured())))
    assert dial(again) == "Allow 5 mistakes in 100 answers"
    box = child_of(again.workspaces.panel("certainty"), QComboBox, "certainty-score")
    QTest.keyClick(box, Qt.Key.Key_Down)
    again.close()

    third = window_of(qtbot, Session(Recognizer("own", measured())))
    assert third.session.recognizer.rule.score == "margin"
    assert dial(third) == "Allow 5 mistakes in 100 answers"
    click(child_of(third.workspaces.panel("certainty"), QPushButton, "certainty-own"))
    third.close()
    assert Settings().texts("dials") == ()


def test_digits_of_pages_are_rejected_by_the_same_rule(qtbot, session: Session) -> None:
    recognizer = BackgroundRecognition(session)
    paper = 255 - np.pad(drawing_picture(drawing_of(FOUR)).ink, 150)

    def read() -> list[str | None]:
        with qtbot.waitSignal(recognizer.read) as heard:
            recognizer.show(lambda: paper)
        return [digit.recognition.label for digit in heard.args[0].reading.digits]

    own = with_dial(session.recognizer.rule, 0.05, "margin")
    session.use_rule(own)
    assert read() == ["4"]
    session.use_rule(replace(own, threshold=2.0))
    assert "4" not in read()
    session.use_rule(own)
    assert read() == ["4"]


def test_photographs_and_contact_sheets_obey_the_dial(
    qtbot, session: Session, tmp_path: Path
) -> None:
    page, path = page_of("33/72"), tmp_path / "page.png"
    Image.fromarray(page).save(path)
    sheet = ContactSheet(session, Settings())
    qtbot.addWidget(sheet)

    def texts() -> list[str]:
        qtbot.waitUntil(lambda: sheet.sheet.read == 1)
        return sheet.sheet.entries[0].texts

    own = with_dial(session.recognizer.rule, 0.05, "margin")
    session.use_rule(own)
    sheet.show_files([path])
    assert texts() == ["33", "72"]
    session.use_rule(replace(own, threshold=2.0))  # it is read again
    assert "3" not in "".join(texts())
    found = photograph_of("page", page, session.recognizer).photo.digits
    assert [digit.label for digit in found if digit.label is not None] == []


def test_a_remembered_dial_that_makes_no_sense_is_passed_over(
    qtbot, session: Session, settings_file: QSettings
) -> None:
    Settings().store_texts("dials", ("own", "0.3 posterior own", "x luck own", " "))
    window = window_of(qtbot, session)
    assert window.session.recognizer.rule == measured().rejection
