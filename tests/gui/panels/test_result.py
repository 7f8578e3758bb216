"""The result panel: figures, digits read wrongly, keeping and discarding."""

import csv
import io
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_reports import TrainingReport
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import Evaluation
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK
from lenet_gui.engine.checkpoints.shipped_networks import shipped_path
from lenet_gui.engine.checkpoints.unfinished_trainings import state_path
from lenet_gui.engine.recognition.evaluation import evaluate
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.library import keeping
from lenet_gui.gui.library.keep_dialog import KeepDialog
from lenet_gui.gui.panels import result as result_panel
from lenet_gui.gui.panels.result import ResultPanel
from lenet_gui.gui.results.evaluated import EvaluatedDigits
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.session.view_context import ViewContext
from lenet_gui.gui.training.state import State
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.class_names import LETTER
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import click, finish_work, idle, pixels
from tests.helpers import PATIENCE, default_recognizer, mnist_test, untrained
from tests.trainer.small_data import write_digits

COUNT = 3000


@pytest.fixture(autouse=True)
def own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("LENET_GUI_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def made_up(name: str = "lenet-5") -> Evaluation:
    """Return an evaluation of the default network, changed so that 17 sevens are read as 1."""
    digits = mnist_test().take(np.arange(COUNT))
    found = evaluate(default_recognizer(), digits)
    answers = found.labels.copy()
    answers[np.flatnonzero(found.labels == 7)[:17]] = 1
    answers[np.flatnonzero(found.labels == 4)[:3]] = 9
    confusion = np.zeros((10, 10), np.int64)
    np.add.at(confusion, (found.labels, answers), 1)
    wrong = np.flatnonzero(answers != found.labels)
    return replace(
        found,
        network=name,
        answers=answers,
        confusion=confusion,
        misread=wrong,
        errors=20,
        error_rate=20 / COUNT,
    )


def report_of(output: Path, test: bool = True) -> TrainingReport:
    evaluation = made_up()
    return TrainingReport(
        config=TrainingConfig("lenet-5"),
        output=str(output),
        seconds=61.2,
        cpu_seconds=60.0,
        validation=evaluation,
        test=evaluation if test else None,
        images=mnist_test().images[:COUNT] if test else np.empty((0, 28, 28), np.uint8),
    )


@pytest.fixture
def output(own_data: Path) -> Path:
    folder = own_data / "training"
    folder.mkdir(parents=True)
    path = folder / "lenet-5 2026-11-24.safetensors"
    shutil.copyfile(shipped_path("lenet-5"), path)
    return path


@pytest.fixture
def panel(qtbot, session: Session, context: ViewContext) -> ResultPanel:
    panel = ResultPanel(session, context.results, context.trainings.data)
    qtbot.addWidget(panel)
    panel.resize(900, 380)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def seen(panel: ResultPanel) -> str:
    """Return all texts on the panel."""
    summary = panel.summary
    labels = (summary.title, summary.rate, summary.words, summary.more, summary.status)
    words = "\n".join(label.text() for label in labels if label.isVisible())
    return words.replace("\u00a0", " ")


def buttons(panel: ResultPanel) -> list[str]:
    found = [b for b in panel.findChildren(QPushButton) if b.isVisible()]
    return [button.text().replace("&", "") for button in found]


def test_at_first_there_is_nothing_but_a_way(panel: ResultPanel) -> None:
    assert "No network has been tested yet" in seen(panel)
    assert buttons(panel) == [f"Test {DEFAULT_NETWORK}"]
    assert not panel.matrix.isVisible()


def test_a_report(panel: ResultPanel, output: Path, qtbot) -> None:
    before = np.random.default_rng(0).normal(0, 0.2, (6, 1, 5, 5)).astype(np.float32)
    panel.show_report(report_of(output), before)
    words = seen(panel)
    assert "lenet-5 · trained for 1 min 1 s" in words
    assert "0.67 %" in words
    assert "test error: 20 of 3,000 wrong · 95 % interval:" in words
    assert "Validation: 0.67 %" in words
    assert "accuracy 99.33 % · loss 0.0" in words
    assert buttons(panel)[:4] == ["Keep …", "Discard …", "Train further", "Export table …"]
    assert panel.digits.heading.text() == "17 sevens read as 1"  # the worst cell
    assert len(panel.digits.grid.shown) == 17
    qtbot.waitUntil(lambda: panel.kernels.after is not None)
    assert panel.kernels.before is not None
    assert panel.kernels.before.shape == panel.kernels.after.shape == (6, 5, 5)
    assert panel.kernels.bound >= np.abs(panel.kernels.before).max()
    assert panel.kernels.isVisible()
    pixels(panel)


def test_without_test_data(panel: ResultPanel, output: Path) -> None:
    panel.show_report(report_of(output, test=False))
    assert "validation error: 20 of 3,000" in seen(panel)
    assert not panel.kernels.isVisible()
    assert panel.digits.heading.text() == "17 sevens read as 1"
    assert len(panel.digits.grid.shown) == 0
    idle()


def test_a_cell_and_a_digit_onto_the_page(
    panel: ResultPanel, output: Path, session: Session
) -> None:
    panel.show_report(report_of(output))
    at = panel.matrix.cell(4, 9).center()
    QTest.mouseClick(panel.matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert panel.digits.heading.text() == "3 fours read as 9"
    grid = panel.digits.grid
    index = int(grid.shown[1])
    assert mnist_test().labels[index] == "4"
    at = grid.cell(1).center()
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    idle()
    assert np.array_equal(session.drawing.picture.ink, mnist_test().images[index])
    assert session.recognition.label == "4"
    assert session.undo_stack.undoText() == f"Test digit {index}, labelled 4"
    session.undo_stack.undo()
    assert session.drawing.empty


def test_with_the_keyboard_alone(panel: ResultPanel, output: Path, session: Session) -> None:
    panel.show_report(report_of(output))
    panel.matrix.setFocus()
    QTest.keyClick(panel.matrix, Qt.Key.Key_Right)
    QTest.keyClick(panel.matrix, Qt.Key.Key_Left)
    QTest.keyClick(panel.matrix, Qt.Key.Key_Return)
    panel.digits.grid.setFocus()
    QTest.keyClick(panel.digits.grid, Qt.Key.Key_Right)
    QTest.keyClick(panel.digits.grid, Qt.Key.Key_Return)
    idle()
    assert session.drawing.picture is not None


def test_testing_the_network_in_use(panel: ResultPanel, qtbot, session: Session) -> None:
    session.use_network("lenet-5-tanh")
    assert buttons(panel) == ["Test lenet-5-tanh"]
    click(panel.summary.evaluate)
    assert "lenet-5-tanh is being tested: Its own test part" in seen(panel)
    assert not panel.summary.evaluate.isEnabled()
    qtbot.waitUntil(lambda: panel.evaluated is not None)
    assert "lenet-5-tanh on MNIST's test digits" in seen(panel)
    assert "0.56 %" in seen(panel)
    assert "test error: 56 of 10,000" in seen(panel)
    assert "accuracy 99.44 % · loss 0.0164" in seen(panel)
    assert panel.summary.evaluate.isEnabled()
    assert buttons(panel) == ["Export table …", "Test lenet-5-tanh"]
    assert panel.evaluated.evaluation.confusion.sum() == 10_000


def test_a_key_that_is_held_tests_once(
    panel: ResultPanel, qtbot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = [], threading.Event()

    def evaluated(name: str, *_: object) -> None:
        begun.append(name)
        may_end.wait(PATIENCE)
        raise BadInput("enough")

    monkeypatch.setattr(result_panel, "evaluate_on", evaluated)
    for _ in range(5):
        panel.evaluate()
    session.use_network("lenet-5-tanh")
    panel.evaluate()
    may_end.set()
    qtbot.waitUntil(lambda: "enough" in seen(panel))
    assert sorted(begun) == [DEFAULT_NETWORK, "lenet-5-tanh"]


def test_the_table_as_a_file(
    panel: ResultPanel, output: Path, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.show_report(report_of(output))
    target = tmp_path / "table.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(panel.summary.export)
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "saved" in seen(panel))
    assert target.read_text().splitlines()[8].split(",")[2] == "17"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "x.csv"), "")
    )
    click(panel.summary.export)
    qtbot.waitUntil(lambda: "cannot be written" in seen(panel))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Replace the evaluation with one that waits for the event and returns ``made_up``."""
    may_end = threading.Event()

    def evaluated(*_: object) -> EvaluatedDigits:
        may_end.wait(PATIENCE)
        return EvaluatedDigits(made_up("judged"), mnist_test().images[:COUNT])

    monkeypatch.setattr(result_panel, "evaluate_on", evaluated)
    yield may_end
    may_end.set()


def test_a_table_is_saved_while_another_network_is_tested(
    panel: ResultPanel, output: Path, slow: threading.Event, tmp_path: Path, qtbot, monkeypatch
) -> None:
    panel.show_report(report_of(output))
    target = tmp_path / "table.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(panel.summary.evaluate)
    click(panel.summary.export)
    qtbot.waitUntil(lambda: "saved" in seen(panel))
    assert not panel.summary.evaluate.isEnabled()
    slow.set()
    qtbot.waitUntil(lambda: "judged on MNIST's test digits" in seen(panel))
    assert panel.summary.evaluate.isEnabled()


def test_a_training_that_ends_is_not_lost_behind_an_evaluation(
    panel: ResultPanel, output: Path, slow: threading.Event, qtbot
) -> None:
    click(panel.summary.evaluate)
    panel.show_report(report_of(output))
    slow.set()
    finish_work()
    assert "trained for" in seen(panel)
    assert "Keep …" in buttons(panel)
    assert panel.summary.evaluate.isEnabled()


# ---- tables behind tabs


def test_each_tab_is_a_table_of_its_own(
    panel: ResultPanel, output: Path, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.show_report(report_of(output))
    tabs, asked = panel.figures.tabs, []
    assert [tabs.tabText(place) for place in range(3)] == ["Confusion", "Classes", "Calibration"]
    rows = list(csv.reader(io.StringIO(panel.as_csv())))
    assert rows[0][:3] == ["label \\ answer", "0", "1"]

    QTest.mouseClick(
        tabs, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, tabs.tabRect(1).center()
    )
    table = panel.figures.classes
    assert table.isVisible()
    seven = [table.item(7, column).text() for column in range(4)]
    right = 306 - 17
    assert seven[:2] == ["7", "306"]
    assert seven[3].replace("\u00a0", " ") == f"{100 * right / 306:.2f} %"
    rows = list(csv.reader(io.StringIO(panel.as_csv())))
    assert rows[0] == ["class", "samples", "answers", "right", "precision", "recall"]
    assert rows[8][:4] == ["7", "306", str(right), str(right)]
    table.sortItems(3, Qt.SortOrder.AscendingOrder)
    assert table.item(0, 0).text() == "7"

    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    view = panel.figures.calibration
    assert view.isVisible()
    assert "Expected calibration error: 0." in view.text.text()
    qtbot.waitUntil(lambda: view.diagram is not None)
    assert len(view.diagram.accuracy.getData()[0]) == len(panel.as_csv().splitlines()) - 1
    target = tmp_path / "calibration.csv"

    def choose(*what: Any) -> tuple[str, str]:
        asked.append(what[2])
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    click(panel.summary.export)
    qtbot.waitUntil(target.exists)
    assert asked == ["Calibration lenet-5.csv"]
    assert target.read_text("utf-8-sig").startswith("from,to,answers,mean confidence,accuracy")


# ---- what it is tested on


def choose(panel: ResultPanel, title: str) -> None:
    """Choose an entry as a person does."""
    place = panel.choice.findText(title)
    assert place >= 0, [panel.choice.itemText(each) for each in range(panel.choice.count())]
    panel.choice.setCurrentIndex(place)
    panel.choice.activated.emit(place)


def test_other_data_is_chosen(
    panel: ResultPanel, session: Session, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.use_network("lenet-5-tanh")
    source = write_digits(tmp_path, 300)
    assert panel.choice.currentText() == "Its own test part"
    panel.choice._sources.add(source)
    assert panel.choice.currentText() == "Its own test part"
    choose(panel, "few-images")
    click(panel.summary.evaluate)
    qtbot.waitUntil(lambda: panel.evaluated is not None)
    assert "lenet-5-tanh on few-images" in seen(panel)
    assert "error: " in seen(panel)
    assert panel.evaluated.evaluation.count == 300
    other = write_digits(tmp_path, 50, "other")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (other, ""))
    choose(panel, "A file …")
    assert panel.choice.currentText() == "other-images"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    choose(panel, "A folder …")  # called off
    assert panel.choice.currentText() == "other-images"
    session.use_network("lenet-5")
    assert panel.choice.currentText() == "Its own test part"


def test_what_is_missing_is_told_and_mnist_is_offered(
    panel: ResultPanel, session: Session, qtbot
) -> None:
    assert session.recognizer.name == DEFAULT_NETWORK  # trained on unipen-digits.npz, too
    assert panel.choice.currentText() == "MNIST's test digits"
    choose(panel, "Its own test part (missing)")
    click(panel.summary.evaluate)
    qtbot.waitUntil(lambda: "unipen-digits.npz, which cannot be found" in seen(panel))
    assert panel.summary.evaluate.isEnabled()


def test_letters_are_not_tested_on_digits(panel: ResultPanel, session: Session, qtbot) -> None:
    session.use(Recognizer("letters", untrained(class_names=LETTER)))
    assert panel.choice.currentText() == "Its own test part (missing)"
    choose(panel, "MNIST's test digits")
    click(panel.summary.evaluate)
    qtbot.waitUntil(lambda: "No label of MNIST's test digits is a class of letters" in seen(panel))
    assert not panel.matrix.isVisible()
    assert "Export table …" not in buttons(panel)


# ---- in the window


@pytest.fixture
def whole(window: MainWindow, output: Path, qtbot) -> MainWindow:
    idle()
    window.commands.trainings.training.finished.emit(report_of(output))
    window.commands.results.look()
    idle()
    return window


def result(window: MainWindow) -> ResultPanel:
    panel = window.workspaces.panel("result")
    assert isinstance(panel, ResultPanel)
    return panel


def dialog(window: MainWindow) -> KeepDialog:
    found = window.findChild(KeepDialog)
    assert found is not None
    return found


def test_a_panel_that_comes_late_shows_the_newest_report(whole: MainWindow) -> None:
    assert "lenet-5 · trained for" in seen(result(whole))


def test_what_is_looked_at_stays_in_another_language(
    whole: MainWindow, slow: threading.Event, qtbot
) -> None:
    """A test of the network in use came after the training, whose report does not come back."""
    slow.set()
    result(whole).evaluate()
    finish_work()
    assert result(whole).report is None
    use_language("zh_CN")
    idle()
    assert result(whole).evaluated is not None
    assert result(whole).report is None


def test_keeping(whole: MainWindow, output: Path, qtbot) -> None:
    session = whole.session
    assert session.recognizer.name == output.stem  # the result reads
    click(result(whole).summary.keep)
    asks = dialog(whole)
    assert asks.name.text() == "lenet-5 2026-11-24"
    asks.name.setText("lenet-5")
    click(asks.keep)
    qtbot.waitUntil(asks.trouble.isVisible)
    assert asks.trouble.text() == "There is already a network named lenet-5. Choose another name."
    asks.name.setText("a/b")
    click(asks.keep)
    assert asks.trouble.text() == "A name cannot contain /."
    asks.name.selectAll()
    QTest.keyClicks(asks.name, "my own")
    asks.note.setPlainText("a minute")
    QTest.keyClick(asks.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: Library().names() == ["my own"])
    qtbot.waitUntil(lambda: session.recognizer.name == "my own")
    idle()
    assert Library().entry("my own").note == "a minute"
    assert not output.exists()
    assert "Kept in the library as my own." in seen(result(whole))
    assert buttons(result(whole))[:2] == ["Train further", "Export table …"]
    assert whole.menus.actions["network:my own"].isChecked()
    box = whole.network_bar.box
    names = [box.itemText(place) for place in range(box.count())]
    assert names[-1] == "my own"
    assert output.stem not in names
    assert whole.settings.text("reader", "") == "my own"


@pytest.mark.parametrize("decision", ["keep", "discard", "none"])
@pytest.mark.parametrize("seen_before", [True, False])
def test_what_was_decided_stays_in_another_language(
    training: FakeTraining, window: MainWindow, output: Path, qtbot, decision: str,
    seen_before: bool,
) -> None:  # fmt: skip
    """Neither Keep nor Discard are offered for a network that was kept or discarded, whether the
    panel was there before or not; and its kernels stay."""
    window.workspaces.bring("training")
    if seen_before:
        window.workspaces.bring("result")
    finish_work()
    training.start(TrainingConfig("lenet-5"))
    idle()
    report = report_of(output)
    training.enter(State.READY)
    training.finished.emit(report)
    finish_work()
    if decision == "keep":
        window.commands.results.keep(str(output))
        click(dialog(window).keep)
        qtbot.waitUntil(lambda: Library().names() == ["lenet-5 2026-11-24"])
        qtbot.waitUntil(lambda: window.findChild(KeepDialog) is None)
    elif decision == "discard":
        window.commands.results.discard(str(output))
        box = window.findChild(QMessageBox, "discard-question")
        assert box is not None
        click(box.button(QMessageBox.StandardButton.Yes))
        qtbot.waitUntil(lambda: not output.exists())
    finish_work()
    wanted = {
        "keep": ["Train further", "Export table …"], "discard": ["Export table …"],
        "none": ["Keep …", "Discard …", "Train further", "Export table …"],
    }[decision]  # fmt: skip
    for language in ("zh_CN", "en", "zh_CN", "en"):
        use_language(language)
        finish_work()
        window.workspaces.bring("training")
        offered = window.findChildren(QPushButton, "training-keep")
        assert any(button.isVisible() for button in offered) is (decision == "none")
        window.workspaces.bring("result")
        finish_work()
        kernels = result(window).kernels
        if decision != "discard" or seen_before:  # else they were never read
            assert kernels.before is not None
            assert kernels.after is not None
        assert len(buttons(result(window))) == len(wanted) + 1
    assert buttons(result(window))[: len(wanted)] == wanted


def test_keeping_can_be_called_off(whole: MainWindow, output: Path, qtbot) -> None:
    click(result(whole).summary.keep)
    QTest.keyClick(dialog(whole), Qt.Key.Key_Escape)
    idle()
    assert output.exists()
    qtbot.waitUntil(lambda: whole.findChild(KeepDialog) is None)
    click(result(whole).summary.keep)  # and again
    dialog(whole).reject()
    idle()


def test_closing_the_dialog_too_late(whole: MainWindow, output: Path, qtbot, monkeypatch) -> None:
    """The network is on its way into the library, and that is told."""
    gate, keep = threading.Event(), keeping._keep
    monkeypatch.setattr(keeping, "_keep", lambda *what: gate.wait(PATIENCE) and keep(*what))
    click(result(whole).summary.keep)
    click(dialog(whole).keep)
    QTest.keyClick(dialog(whole), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: whole.findChild(KeepDialog) is None)
    click(result(whole).summary.keep)  # once is enough
    assert whole.findChild(KeepDialog) is None
    gate.set()
    qtbot.waitUntil(lambda: "Kept in the library" in seen(result(whole)))
    assert whole.session.recognizer.name == output.stem
    assert Library().names() == [output.stem]


def test_a_folder_that_cannot_be_made_is_told(
    whole: MainWindow, output: Path, own_data: Path, qtbot
) -> None:
    (own_data / "library").write_text("in the way")
    click(result(whole).summary.keep)
    asks = dialog(whole)
    click(asks.keep)
    qtbot.waitUntil(asks.trouble.isVisible)
    assert "cannot be created" in asks.trouble.text()
    assert output.exists()
    asks.reject()
    idle()


@pytest.mark.parametrize("sure", [True, False])
def test_discarding_asks(whole: MainWindow, output: Path, qtbot, sure: bool) -> None:
    state_path(output).write_bytes(b"state")
    click(result(whole).summary.discard)
    box = whole.findChild(QMessageBox, "discard-question")
    assert box is not None
    choice = QMessageBox.StandardButton
    click(box.button(choice.Yes if sure else choice.Cancel))
    if sure:
        qtbot.waitUntil(lambda: not output.exists())
        qtbot.waitUntil(lambda: "Discarded." in seen(result(whole)))
        assert not state_path(output).exists()
        assert whole.session.recognizer.name == DEFAULT_NETWORK
    idle()
    assert output.exists() is not sure


def test_training_further(whole: MainWindow, output: Path, qtbot) -> None:
    click(result(whole).summary.further)
    form = whole.commands.training.form
    qtbot.waitUntil(lambda: form.config.learning.start == str(output))
    assert form.config.architecture == "lenet-5"
    qtbot.waitUntil(lambda: not whole.workspaces.docks["training"].visibleRegion().isEmpty())
    whole.commands.trainings.shut_down()


def test_from_the_menu(window: MainWindow, qtbot) -> None:
    window.menus.actions["evaluate"].trigger()
    idle()
    panel = result(window)
    assert panel.isVisible()
    qtbot.waitUntil(lambda: panel.evaluated is not None)
