"""Names of strangers, in every place that a name can come from, are shown as they are."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QListWidget,
    QMessageBox,
    QTableWidget,
    QWidget,
)

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import visible
from lenet_gui.engine.checkpoints.checkpoint import with_metadata
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.shipped_networks import shipped_path
from lenet_gui.engine.data.stroke_sets import write_stroke_set
from lenet_gui.engine.recognition.evaluation_data import EvaluationData
from lenet_gui.gui.importing.dialog import open_import_dialog
from lenet_gui.gui.panels.library import LibraryPanel
from lenet_gui.gui.panels.result import ResultPanel
from lenet_gui.gui.sources.camera import CameraSource
from lenet_gui.gui.sources.picture import PictureSource
from lenet_gui.gui.training.form.options_dialog import show_options
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.wording.phrases import JOINED
from tests.engine.data.test_stroke_sets import small_set
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import FOUR, child_of, draw, finish_work, idle, panel_of, source_of

# Each would be something else than itself if Qt, Python or the terminal took it for more.
SEEN = "<img src=x.png><b>A&B &lt; %1 {0} [*] "
HIDDEN = "\u202egnp\u200b\x1b[31mred\n" + "x" + "\u0301" * 9
LONG = "w" * 120
NUMBERS = 350  # pixels of the status bar's other words, and a name that is cut
OWN_RICH_TEXT = {"import-kinds"}  # the program's words, with its markup


@pytest.fixture(autouse=True)
def library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Library:
    """A library with networks of hostile notes, classes, evaluations and names."""
    monkeypatch.setenv("LENET_GUI_DATA", str(tmp_path / "data"))
    made = Library()
    made.folder.mkdir(parents=True)
    for name in (SEEN.strip(), LONG):
        (made.folder / f"{name}.safetensors").write_bytes(hostile_checkpoint(""))
    (made.folder / "classes.safetensors").write_bytes(hostile_checkpoint(SEEN))
    return made


def hostile_checkpoint(before: str) -> bytes:
    """before: the text before each digit in the names of the classes."""
    classes = [f"{before}{digit}" for digit in range(10)]
    evaluation = {"errors": 1, "count": 9, "error_rate": 0.1, "interval": [0.05, 0.2], "data": SEEN}
    return with_metadata(
        shipped_path("lenet-5-tanh"),
        {
            "note": SEEN + HIDDEN,
            "class_names": json.dumps(classes),
            "evaluation": json.dumps(evaluation),
            "training": json.dumps({"config": {"sources": [SEEN]}, "seconds": 1}),
        },
    )


@pytest.fixture
def file_name() -> str:
    return SEEN.strip() + HIDDEN


# ---- what is shown, wherever it is


def texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) of all that a widget, its items and its actions may show."""
    for kind in ("toolTip", "statusTip", "whatsThis", "windowTitle", "accessibleName"):
        yield kind, getattr(widget, kind)()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QMessageBox):
        yield "text", widget.text()
        yield "text", widget.informativeText()
    roles = {
        "text": Qt.ItemDataRole.DisplayRole,
        "toolTip": Qt.ItemDataRole.ToolTipRole,
        "statusTip": Qt.ItemDataRole.StatusTipRole,
        "whatsThis": Qt.ItemDataRole.WhatsThisRole,
        "accessibleName": Qt.ItemDataRole.AccessibleTextRole,
    }
    if isinstance(widget, QComboBox | QListWidget | QTableWidget):
        model = widget.model()
        columns = 1 if isinstance(widget, QListWidget) else model.columnCount()
        for row in range(model.rowCount()):
            for column in range(columns):
                for kind, role in roles.items():
                    yield kind, str(model.index(row, column).data(role) or "")
    for action in [*widget.actions(), *widget.findChildren(QAction)]:
        for kind in ("text", "toolTip", "statusTip", "whatsThis"):
            yield kind, getattr(action, kind)()


def rich(widget: QWidget) -> list[str]:
    """What Qt would take for rich text: of labels without a plain format, tips and helps."""
    if widget.objectName() in OWN_RICH_TEXT:
        return []
    found = [t for kind, t in texts(widget) if kind in ("toolTip", "whatsThis")]
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        found.append(widget.text())
    return [text for text in found if GuiQt.mightBeRichText(text)]


def hides(widget: QWidget) -> list[str]:
    """Texts in which something is hidden, but for the program's own no-break marks."""
    shown = (text.replace(JOINED, "") for _, text in texts(widget))
    return [t for t in shown if any(visible(line) != line for line in t.splitlines())]


def assert_plain() -> None:
    widgets = QApplication.allWidgets()
    assert not {w.objectName(): rich(w) for w in widgets if rich(w)}
    assert not {w.objectName(): hides(w) for w in widgets if hides(w)}


def is_shown(text: str) -> bool:
    """Whether a person can read a text somewhere, as it is."""
    escaped = {text, inert(text), text.replace("&", "&&")}
    return any(
        any(form in found for form in escaped)
        for widget in QApplication.allWidgets()
        for _, found in texts(widget)
    )


# ---- the places


def test_networks_of_the_library(
    qtbot, window: MainWindow, library: Library, tmp_path: Path
) -> None:
    window.menus.actions["library"].trigger()
    finish_work()
    panel = panel_of(window, "library", LibraryPanel)
    name = SEEN.strip()
    wide = window.minimumSizeHint().width()
    assert window.menus.actions[f"network:{name}"].text() == name.replace("&", "&&")
    for chosen in (LONG, "classes", name):
        window.commands.networks.use(chosen)
        draw(window.session, FOUR)
        qtbot.waitUntil(lambda: chosen[:10] in window.statusBar().reading.text())  # noqa: B023
        assert window.network_bar.box.currentText() == chosen
        assert_plain()
        assert window.minimumSizeHint().width() <= wide + NUMBERS
    panel.table.choose({name, LONG}, name)
    panel.compare()
    finish_work()
    assert is_shown(f"Misread only by {name}: ")
    assert is_shown(visible(SEEN + HIDDEN))  # the note
    assert_plain()
    panel.delete()
    (box,) = window.findChildren(QMessageBox)
    assert box.text().replace(JOINED, "") in (
        f"Delete {name}, {LONG} from the library?",
        f"Delete {LONG}, {name} from the library?",
    )
    assert box.width() <= 1400
    assert_plain()
    box.reject()
    window.commands.networks.use("classes")
    window.workspaces.bring("result")
    finish_work()
    result = panel_of(window, "result", ResultPanel)
    for folder, labels in (("own", [f"{SEEN}{digit}" for digit in range(3)]), ("other", "ab")):
        for label in labels:
            (tmp_path / folder / label).mkdir(parents=True)
            Image.new("L", (28, 28)).save(tmp_path / folder / label / "1.png")
        source = str(tmp_path / folder)
        window.commands.trainings.data.add(source)
        result.choice.choose(EvaluationData(source))
        result.evaluate()
        finish_work()
        if folder == "own":
            assert is_shown("classes on own")
            assert is_shown(f"“{SEEN}1”: ")  # in the table of classes
        else:
            assert is_shown(f"No label of other is a class of classes, which reads {SEEN}0, ")
        assert_plain()


def test_a_tool_tip_shows_the_words_and_loads_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Image.new("L", (900, 700)).save("x.png")
    label = QLabel()
    label.setToolTip("<img src=x.png>")  # as Qt would show it
    assert tip_over(label).height() > 600
    window.menus.actions["library"].trigger()
    finish_work()
    table = panel_of(window, "library", LibraryPanel).table
    table.viewport().grab()
    row = next(r for r in range(table.rowCount()) if table.item(r, 0).text() == SEEN.strip())
    item = table.item(row, 0)
    assert item is not None
    place = table.visualItemRect(item).center()
    tip = tip_over(table.viewport(), place)
    assert tip.text().replace(JOINED, "") == SEEN.strip()
    assert tip.height() < 200


def tip_over(widget: QWidget, place: QPoint | None = None) -> QLabel:
    """Hover, and return the tool tip that comes."""
    at = QPoint(1, 1) if place is None else place
    event = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    (tip,) = [w for w in QApplication.topLevelWidgets() if w.inherits("QTipLabel")]
    assert isinstance(tip, QLabel)
    return tip


def test_files_that_are_opened(
    qtbot, window: MainWindow, tmp_path: Path, file_name: str, eight: Path
) -> None:
    shown = visible(file_name)
    checkpoint = tmp_path / f"{file_name}.safetensors"
    checkpoint.write_bytes(hostile_checkpoint(SEEN))
    picture = tmp_path / f"{file_name}.png"
    shutil.copyfile(eight, picture)
    page = tmp_path / f"{file_name} page.png"
    page_of_digits(eight, page)
    window.commands.documents.open_path(str(checkpoint))
    finish_work()
    assert window.session.recognizer.name == shown
    window.commands.documents.open_path(str(picture))
    finish_work()
    assert window.menus.actions["undo"].text() == f"&Undo: Open {shown}.png".replace(
        "A&B", "A&&B"
    ).replace("&lt", "&&lt")
    window.commands.documents.open_path(str(page))
    finish_work()
    damaged = tmp_path / f"{file_name} damaged.png"
    damaged.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    window.commands.documents.open_paths([picture, page, damaged])
    finish_work()
    source = source_of(window, "picture", PictureSource)
    assert source.sheet.list.count() == 3
    source.open_file(page)
    finish_work()
    assert is_shown(f"{shown} page.png")
    assert_plain()
    window.tell_saved(str(picture))
    assert window.statusBar().currentMessage() == f"Saved: {tmp_path}/{shown}.png"
    window.commands.documents.save_to(tmp_path / f"{file_name}.json")
    assert visible(f"{file_name}.json") in window.windowTitle()
    assert_plain()


def page_of_digits(digit: Path, target: Path) -> None:
    with Image.open(digit) as one:
        wide = Image.new("L", (one.width * 4, one.height), 255)
        for place in range(4):
            wide.paste(one, (place * one.width, 0))
    wide.save(target)


def test_data_that_is_imported_and_trained_with(
    training: FakeTraining, window: MainWindow, tmp_path: Path, file_name: str
) -> None:
    form = window.commands.training.form
    folder = tmp_path / file_name
    for label in (f"{SEEN}1", f"{SEEN}2"):
        (folder / label).mkdir(parents=True)
        for place in range(3):
            ink = np.full((28, 28), 255, np.uint8)
            ink[4:24, 10 + place : 13 + place] = 0
            Image.fromarray(ink).save(folder / label / f"{file_name[:20]}{place}.png")
    dialog = open_import_dialog(window, form.data)
    for source in (folder, tmp_path / f"{file_name} gone"):
        dialog.read(str(source))
        finish_work()
        assert is_shown(visible(source.name))
        assert_plain()
    dialog.close()
    strokes = tmp_path / f"{file_name}.npz"
    write_stroke_set(strokes, small_set())
    form.data.add(str(folder))
    form.data.add(str(strokes))
    form.set(sources=("mnist", str(folder), str(strokes)), start=str(tmp_path / file_name))
    window.workspaces.bring("training")
    options = show_options(window, training, form)  # type: ignore[arg-type]
    finish_work()
    assert is_shown(visible(folder.name))
    assert_plain()
    options.close()
    training.start(form.config)
    idle()
    assert_plain()
    training.failed.emit(BadInput("{file} cannot be read: {why}.", file=folder, why=HIDDEN))
    training.cancel()
    idle()
    assert is_shown(visible(str(folder)))
    assert_plain()


@pytest.mark.qt_log_ignore("pipewire")
def test_cameras_and_servers(window: MainWindow) -> None:
    window.menus.actions["source:camera"].trigger()
    camera = source_of(window, "camera", CameraSource)
    camera.bar.show_cameras([SimpleNamespace(description=lambda: SEEN + HIDDEN, videoFormats=list)])  # type: ignore[list-item]
    camera.notice.tell(BadInput("The address returns {kind}, not pictures.", kind=SEEN + HIDDEN))
    assert is_shown(f"The address returns {visible(SEEN + HIDDEN)}, not pictures.")
    assert camera.bar.kind.itemText(0) == visible(SEEN + HIDDEN)
    assert_plain()


def test_errors_in_dialogs(window: MainWindow) -> None:
    from lenet_gui.gui.system.errors import ErrorReporter

    reporter = ErrorReporter(window)
    reporter.tell(BadInput("There is no file {file}.", file=SEEN + HIDDEN + LONG * 2))
    box = child_of(window, QMessageBox)
    assert box.text().replace(JOINED, "") == f"There is no file {visible(SEEN + HIDDEN)}{LONG * 2}."
    assert_plain()
    assert box.width() <= 1400
    box.reject()
    idle()
