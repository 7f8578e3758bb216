"""Networks, panels and figures leave the window as a person asks for it."""

import ast
import csv
import io
from pathlib import Path

import numpy as np
import onnx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QWidget

from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint
from lenet_gui.engine.recognition.comparison import compare_evaluations
from lenet_gui.gui.training.state import History
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.wording.csv_tables import comparison_csv, csv_text
from tests.gui.helpers import EVERY_PANEL, FOUR, draw, idle, pixels
from tests.gui.wording.test_evaluation_words import evaluated


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch):
    """What the file dialog answers; and what it was asked."""

    def prepare(path: object, chosen: str = "") -> list[tuple]:
        asked: list[tuple] = []

        def dialog(*arguments: object) -> tuple[str, str]:
            asked.append(arguments)
            return str(path), next((f for f in arguments[3].split(";;") if chosen in f), "")

        monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
        return asked

    return prepare


def saved(qtbot, window: MainWindow, path: Path) -> None:
    wanted = f"Saved: {path}"  # onnx takes a while to load
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == wanted)


# ---- networks


@pytest.mark.parametrize("suffix", [".onnx", ".py", ".safetensors"])
def test_the_network_in_use(suffix: str, window: MainWindow, tmp_path: Path, qtbot, answer) -> None:
    window.commands.networks.use("lenet-5")
    path = tmp_path / f"five{suffix}"
    asked = answer(path)
    window.menus.actions["export_network"].trigger()
    saved(qtbot, window, path)
    assert Path(asked[0][2]).name == "lenet-5.onnx"
    assert all(f"*{known}" in asked[0][3] for known in (".onnx", ".py", ".safetensors"))
    if suffix == ".onnx":
        assert onnx.load(str(path)).graph.name == "lenet-5"
    elif suffix == ".py":
        assert "lenet-5" in (ast.get_docstring(ast.parse(path.read_text())) or "")
    else:
        assert read_checkpoint(path).architecture == "lenet-5"


def test_the_chosen_form_gives_its_suffix_and_asks_before_it_replaces(
    window: MainWindow, tmp_path: Path, qtbot, answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(tmp_path / "version 1.5", "script")
    script = tmp_path / "version 1.5.py"
    window.menus.actions["export_network"].trigger()
    saved(qtbot, window, script)
    script.write_text("mine")
    questions: list[str] = []
    buttons = QMessageBox.StandardButton

    def question(*arguments: object) -> QMessageBox.StandardButton:
        questions.append(str(arguments[2]))
        return buttons.No if len(questions) == 1 else buttons.Yes

    monkeypatch.setattr(QMessageBox, "question", question)
    window.menus.actions["export_network"].trigger()
    assert questions == ["version 1.5.py already exists. Replace it?"]
    assert script.read_text() == "mine"
    window.menus.actions["export_network"].trigger()
    qtbot.waitUntil(lambda: script.read_text() != "mine")


@pytest.mark.parametrize(
    ("chosen", "begins"),
    [
        ("PyTorch network", "lenet-5 in PyTorch"),
        ("Keras network", "lenet-5 in Keras"),
        ("PyTorch script", "Trains lenet-5"),
        ("ONNX", "lenet-5 in PyTorch"),  # the first one with the suffix that was typed
    ],
)
def test_forms_of_one_suffix_are_told_apart_by_the_choice(
    chosen: str, begins: str, window: MainWindow, tmp_path: Path, qtbot, answer
) -> None:
    window.commands.networks.use("lenet-5")
    answer(tmp_path / "five.py", chosen)
    window.menus.actions["export_network"].trigger()
    saved(qtbot, window, tmp_path / "five.py")
    said = ast.get_docstring(ast.parse((tmp_path / "five.py").read_text())) or ""
    assert said.startswith(begins)


def test_a_folder_that_is_not_there(window: MainWindow, tmp_path: Path, qtbot, answer) -> None:
    answer(tmp_path / "none" / "five.onnx")
    with qtbot.waitSignal(window.commands.network_export.failed) as blocker:
        window.menus.actions["export_network"].trigger()
    assert "five.onnx cannot be written" in str(blocker.args[0])
    for box in window.findChildren(QMessageBox):
        box.close()


# ---- panels


def export(window: MainWindow, name: str) -> None:
    window.menus.menus["export_panel"].aboutToShow.emit()
    action = window.menus.actions[f"export:{name}"]
    assert action.isEnabled()
    action.trigger()


def test_a_panel_as_a_picture_of_twice_its_size(
    window: MainWindow, tmp_path: Path, qtbot, answer
) -> None:
    draw(window.session, FOUR)
    path = tmp_path / "network.png"
    answer(path)
    export(window, "network")
    saved(qtbot, window, path)
    panel = window.workspaces.panel("network")
    assert np.array_equal(pixels(QImage(str(path))), pixels(panel, 2.0))


@pytest.mark.parametrize("name", ["network", "answer", "stages"])
def test_a_panel_as_svg_looks_like_it(
    name: str, window: MainWindow, tmp_path: Path, qtbot, answer
) -> None:
    draw(window.session, FOUR)
    path = tmp_path / f"{name}.svg"
    answer(path)
    export(window, name)
    saved(qtbot, window, path)
    panel = window.workspaces.panel(name)
    drawn = QImage(panel.size(), QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.magenta)
    painter = QPainter(drawn)
    QSvgRenderer(str(path)).render(painter)
    painter.end()
    seen, wanted = pixels(drawn).astype(int), pixels(panel).astype(int)
    near = np.abs(seen - wanted).max(axis=2) <= 60
    assert near.mean() > 0.93  # letters are drawn a little differently


def test_every_panel_is_offered(window: MainWindow) -> None:
    """Also one that is behind a tab, or in another workspace."""
    window.menus.menus["export_panel"].aboutToShow.emit()
    offered = {
        name.removeprefix("export:")
        for name, action in window.menus.actions.items()
        if name.startswith("export:") and action.isEnabled()
    }
    assert offered == set(EVERY_PANEL)


def test_the_menu_of_a_dock_exports_it(window: MainWindow, tmp_path: Path, qtbot, answer) -> None:
    dock = window.workspaces.docks["answer"]
    path = tmp_path / "answer.png"
    answer(path)
    place = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, dock.mapToGlobal(place))
    QApplication.sendEvent(dock, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "&Export this panel …"
    assert "Network" in [action.text() for action in menu.actions()]  # Qt's own are there, too
    menu.actions()[0].trigger()
    menu.close()
    saved(qtbot, window, path)
    idle()


# ---- figures


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_curves_as_a_table(window: MainWindow, tmp_path: Path, qtbot, answer) -> None:
    panel = window.workspaces.panel("training")
    asked = answer(tmp_path / "curves.png")
    export_now(window, "training")
    assert "csv" not in asked[0][3]  # nothing was learned yet
    history = History()
    history.steps.append(np.array([1, 2, 3]))
    history.losses.append(np.array([2.5, 2.0, 1.5], np.float32))
    history.train_errors.append(np.array([0.5, 0.25, 0.125], np.float32))
    history.validation_steps.append(2)
    history.validation_errors.append(0.4)
    history.validation_losses.append(1.25)
    panel._training.history = history  # the panel follows it again when the process is ready
    panel._series.follow(history)
    answer(tmp_path / "curves.csv")
    export_now(window, "training")
    saved(qtbot, window, tmp_path / "curves.csv")
    assert rows((tmp_path / "curves.csv").read_text("utf-8-sig")) == [
        ["step", "loss", "training error", "validation error", "validation loss"],
        ["1", "2.5", "0.5", "", ""],
        ["2", "2.0", "0.25", "0.4", "1.25"],
        ["3", "1.5", "0.125", "", ""],
    ]


def export_now(window: MainWindow, name: str) -> None:
    window.workspaces.bring(name)
    idle()
    export(window, name)


def test_the_library_as_a_table(window: MainWindow, tmp_path: Path, qtbot, answer) -> None:
    panel: QWidget = window.workspaces.panel("library")
    window.workspaces.bring("library")
    qtbot.waitUntil(lambda: panel.table.rowCount() >= 6)
    answer(tmp_path / "all.csv")
    export(window, "library")
    saved(qtbot, window, tmp_path / "all.csv")
    assert (tmp_path / "all.csv").read_bytes().startswith(b"\xef\xbb\xbfname,")  # Excel's UTF-8
    head, *found = rows((tmp_path / "all.csv").read_text("utf-8-sig"))
    five = dict(zip(head, next(row for row in found if row[0] == "lenet-5"), strict=True))
    assert (five["test errors"], five["error rate"]) == ("48", "0.0048")


def test_a_comparison_as_a_table() -> None:
    labels = np.array([1, 2, 3, 4])
    names = tuple("0123456789")
    first = evaluated("one", labels, np.array([1, 2, 0, 4]), names)
    second = evaluated("two", labels, np.array([7, 2, 0, 4]), names)
    assert rows(comparison_csv(compare_evaluations(first, second))) == [
        ["test digit", "label", "answer of one", "answer of two"],
        ["0", "1", "1", "7"],
        ["2", "3", "0", "0"],
    ]


@pytest.mark.parametrize(
    "name",
    [
        "=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x",
        "-", "=", "+cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', "-1e", "+1 2",
    ],
)  # fmt: skip
def test_a_name_is_no_formula(name: str) -> None:
    ((found, number, nothing),) = csv.reader(
        io.StringIO(csv_text([[name, -1.5, None]]), newline="")
    )
    assert (found, number, nothing) == ("'" + name.replace("\r", "\n"), "-1.5", "")


@pytest.mark.parametrize("name", ["-5", "+7", "-0.5", "5", "7-8", "a=b", "数字", "−", " =1"])
def test_numbers_and_other_names_stay_as_they_are(name: str) -> None:
    assert rows(csv_text([[name, 5]])) == [[name, "5"]]


def test_a_name_that_is_no_text_can_be_written() -> None:
    csv_text([["a name that is no text\udcff.png"]]).encode()
