"""Open, drops, the clipboard and the command line take every kind of file that can be used."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.engine.storage.file_kinds import FILE_KINDS
from lenet_gui.gui.feed_controls.feed_bar import FeedBar
from lenet_gui.gui.foreign_networks.dialog import NetworkImportDialog
from lenet_gui.gui.importing.dialog import ImportDialog
from lenet_gui.gui.sources.camera import CameraSource
from lenet_gui.gui.sources.picture import PictureSource
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.widgets.file_choice import open_filter
from lenet_gui.gui.window.main_window import MainWindow
from tests.engine.data.formats.test_keras_sets import write_keras
from tests.engine.data.idx_files import digits, idx
from tests.gui.carrying import drop, of_files, press_keys
from tests.gui.digits import DIGITS, digit_image, grey_image
from tests.gui.helpers import FOUR, SEVEN, answer_of, draw, drawing_of, finish_work, source_of
from tests.gui.opening import answer_dialog, checkpoint_in

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY, MOVE, LINK = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.LinkAction


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The videos that were started, which are not played."""
    names: list[str] = []

    def start(source: CameraSource) -> None:
        assert source.bar.name == "video"
        names.append(source.bar.file.text())

    monkeypatch.setattr(CameraSource, "start", start)
    return names


@pytest.fixture
def video(tmp_path: Path) -> Path:
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"\0\0\0\x18ftypisom" + bytes(64))
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "train-images-idx3-ubyte"
    path.write_bytes(idx(np.zeros((3, 28, 28), np.uint8)))
    path.with_name("train-labels-idx1-ubyte").write_bytes(idx(np.arange(3, dtype=np.uint8)))
    return path


def pictures(folder: Path, *labels: str) -> list[Path]:
    folder.mkdir(exist_ok=True, parents=True)
    paths = [folder / f"{label}.png" for label in labels]
    for path, label in zip(paths, labels, strict=True):
        assert grey_image(255 - digit_image(DIGITS[label])).save(str(path))
    return paths


def import_dialog(window: MainWindow, qtbot) -> ImportDialog:
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    return dialog


def told(window: MainWindow) -> list[str]:
    said: list[str] = []
    window.failed.connect(lambda error: said.append(str(error)))
    return said


# ---- each kind has who opens it


def test_a_dropped_video_is_played(window: MainWindow, video: Path, started: list[str]) -> None:
    drop(window, of_files(video))
    assert started == [str(video)]
    assert window.sources.name == "camera"
    assert window.commands.documents.recent == (str(video),)


@pytest.mark.parametrize("labels", [False, True], ids=["images alone", "with their labels"])
def test_dropped_idx_files_are_looked_at(
    window: MainWindow, data: Path, qtbot, labels: bool
) -> None:
    said, beside = told(window), data.with_name("train-labels-idx1-ubyte")
    drop(window, of_files(*((beside, data) if labels else (data,))))
    dialog = import_dialog(window, qtbot)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.summary_page)
    assert not said
    dialog.close()


def test_a_dropped_class_folder_is_looked_at(window: MainWindow, tmp_path: Path, qtbot) -> None:
    for label in ("3", "8"):
        pictures(tmp_path / "digits" / label, label)
    drop(window, of_files(tmp_path / "digits"))
    dialog = import_dialog(window, qtbot)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.summary_page)
    dialog.close()


@pytest.mark.parametrize("name", ["train.csv.gz", "x/mnist.npz", "x/train.csv", "x/train.csv.gz"])
def test_a_dropped_table_or_a_folder_with_it_is_looked_at(
    window: MainWindow, tmp_path: Path, qtbot, name: str
) -> None:
    images, labels = digits(0, 60)
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    if path.suffix == ".npz":
        write_keras(path, x_train=images, y_train=labels)
    else:
        table = np.column_stack([labels, images.reshape(60, 784)])
        np.savetxt(path, table, fmt="%d", delimiter=",")
    drop(window, of_files(path if path.parent == tmp_path else path.parent))
    dialog = import_dialog(window, qtbot)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.summary_page)
    assert "Samples: 60" in dialog.summary_page.facts.text()
    dialog.close()


def test_a_folder_of_pictures_becomes_a_contact_sheet(window: MainWindow, tmp_path: Path) -> None:
    pictures(tmp_path / "photos", "3", "8")
    drop(window, of_files(tmp_path / "photos"))
    assert [e.path.name for e in source_of(window, "picture", PictureSource).sheet.sheet.entries] \
        == ["3.png", "8.png"]  # fmt: skip


def test_a_checkpoint_among_pictures(window: MainWindow, tmp_path: Path, qtbot) -> None:
    paths = pictures(tmp_path, "3", "8")
    drop(window, of_files(paths[0], checkpoint_in(tmp_path, "mine"), paths[1]))
    assert window.session.recognizer.name == "mine"
    sheet = source_of(window, "picture", PictureSource).sheet.sheet
    assert [entry.path.name for entry in sheet.entries] == ["3.png", "8.png"]
    finish_work()


def test_a_drawing_and_a_checkpoint(window: MainWindow, tmp_path: Path, seven: Path) -> None:
    drop(window, of_files(checkpoint_in(tmp_path, "mine"), seven))
    assert window.session.recognizer.name == "mine"
    assert answer_of(window) == "7"


def test_all_at_once(
    window: MainWindow, tmp_path: Path, seven: Path, video: Path, started: list[str]
) -> None:
    """What cannot be used is named; nothing hinders the rest."""
    said = told(window)
    pdf = tmp_path / "paper.pdf"
    pdf.write_bytes(b"%PDF-1.7\n")
    drop(window, of_files(pdf, checkpoint_in(tmp_path, "mine"), seven, video, tmp_path / "gone"))
    assert answer_of(window) == "7"
    assert window.session.recognizer.name == "mine"
    (sentence,) = said
    assert sentence.startswith("3 of these files cannot be opened: paper.pdf, gone, clip.mp4. ")
    assert "PDF document" in sentence
    assert not started


def test_a_picture_under_a_wrong_name(window: MainWindow, tmp_path: Path) -> None:
    (path,) = pictures(tmp_path, "8")
    drop(window, of_files(path.rename(tmp_path / "eight.json")))
    assert answer_of(window) == "8"


def test_a_drawing_under_a_wrong_name(window: MainWindow, tmp_path: Path) -> None:
    write_drawing(tmp_path / "seven.png", drawing_of(SEVEN))
    drop(window, of_files(tmp_path / "seven.png"))
    assert answer_of(window) == "7"


def test_what_cannot_be_used_is_told(window: MainWindow, tmp_path: Path) -> None:
    draw(window.session, FOUR)
    said = told(window)
    (tmp_path / "net.pdf").write_bytes(b"%PDF-1.7")
    drop(window, of_files(tmp_path / "net.pdf"))
    assert len(said) == 1
    assert "net.pdf is a PDF document" in said[0]
    assert answer_of(window) == "4"


def test_weights_of_another_program_are_imported(window: MainWindow, tmp_path: Path, qtbot) -> None:
    said, before = told(window), window.session.recognizer
    path = tmp_path / "theirs.safetensors"
    weights = {"conv1.weight": np.zeros((6, 1, 5, 5), np.float32)}
    path.write_bytes(safetensors.numpy.save(weights, {"format": "pt"}))
    drop(window, of_files(path))
    qtbot.waitUntil(lambda: window.findChild(NetworkImportDialog) is not None)
    dialog = window.findChild(NetworkImportDialog)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.found_page)
    assert "no full layer" in dialog.found_page.notice.text.text()
    dialog.close()
    assert not said
    assert window.session.recognizer is before


# ---- what dialogs offer


def test_open_offers_every_kind(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer_dialog(monkeypatch, "getOpenFileNames", [])
    window.menus.actions["open"].trigger()
    assert asked[0][1] == open_filter(FILE_KINDS)
    first, *others = asked[0][1].split(";;")
    assert len(others) == len(FILE_KINDS) + 1
    for kind in FILE_KINDS:
        for glob in kind.globs:
            assert glob in first


def test_each_dialog_offers_its_kinds(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, settings: Settings, qtbot
) -> None:
    asked = answer_dialog(monkeypatch, "getOpenFileName", "")
    bar = FeedBar(settings)
    qtbot.addWidget(bar)
    bar.choose_file()
    window.menus.actions["open_checkpoint"].trigger()
    window.menus.actions["import_data"].trigger()
    dialog = import_dialog(window, qtbot)
    dialog.choose_file()
    dialog.close()
    wanted = ({"video"}, {"network", "foreign network"}, {"data"})
    for (_, kinds), openers in zip(asked, wanted, strict=True):
        assert kinds == open_filter(kind for kind in FILE_KINDS if kind.opens in openers)


# ---- dropped files are copied


def drag_and_drop(widget: QWidget, data: QMimeData, actions: Qt.DropAction) -> list[QDropEvent]:
    """The events, as a file manager sends them that proposes to move."""
    place = QPointF(widget.rect().center())
    events = [
        QDragEnterEvent(place.toPoint(), actions, data, LEFT, PLAIN),
        QDragMoveEvent(place.toPoint(), actions, data, LEFT, PLAIN),
        QDropEvent(place, actions, data, LEFT, PLAIN),
    ]
    for event in events:
        if actions & MOVE:
            event.setDropAction(MOVE)
        event.ignore()
        QCoreApplication.sendEvent(widget, event)
    finish_work()
    return events


def test_a_drop_copies_and_never_moves(window: MainWindow, seven: Path) -> None:
    data = of_files(seven)
    for event in drag_and_drop(window, data, COPY | MOVE | LINK):
        assert event.isAccepted()
        assert event.dropAction() == COPY
    assert answer_of(window) == "7"


def test_what_can_only_be_moved_is_not_taken(window: MainWindow, seven: Path) -> None:
    data = of_files(seven)
    assert not any(event.isAccepted() for event in drag_and_drop(window, data, MOVE))
    assert window.session.drawing.empty


def test_the_import_dialog_copies_too(window: MainWindow, data: Path, qtbot) -> None:
    window.menus.actions["import_data"].trigger()
    dialog = import_dialog(window, qtbot)
    carried = of_files(data)
    assert not any(event.isAccepted() for event in drag_and_drop(dialog, carried, MOVE))
    for event in drag_and_drop(dialog, carried, COPY | MOVE):
        assert event.isAccepted()
        assert event.dropAction() == COPY
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.summary_page)
    dialog.close()


def test_no_field_of_the_window_moves_a_file(window: MainWindow) -> None:
    """What is dropped onto one goes to the window, which copies."""
    for name in window.sources.names:
        window.sources.bring(name)
    for name in window.workspaces.docks:
        window.workspaces.bring(name)
    fields = [field for field in window.findChildren(QLineEdit) if field.acceptDrops()]
    assert not [field.objectName() for field in fields if field.isEnabled()]


# ---- the clipboard


def test_copied_files_are_opened(window: MainWindow, seven: Path) -> None:
    QGuiApplication.clipboard().setMimeData(of_files(seven))
    press_keys(window, QKeySequence.StandardKey.Paste)
    assert answer_of(window) == "7"


def test_a_copied_file_counts_more_than_its_icon(window: MainWindow, seven: Path) -> None:
    data = of_files(seven)
    data.setImageData(grey_image(255 - digit_image(DIGITS["3"])))
    QGuiApplication.clipboard().setMimeData(data)
    press_keys(window, QKeySequence.StandardKey.Paste)
    assert answer_of(window) == "7"


@pytest.mark.parametrize("form", ["{path}", '"{path}"', "  {path}\n", "file://{path}"])
def test_a_pasted_path_is_opened(window: MainWindow, seven: Path, form: str) -> None:
    QGuiApplication.clipboard().setText(form.format(path=seven))
    press_keys(window, QKeySequence.StandardKey.Paste)
    assert answer_of(window) == "7"


def test_pasted_paths_are_opened(window: MainWindow, tmp_path: Path) -> None:
    paths = pictures(tmp_path, "3", "8")
    QGuiApplication.clipboard().setText("\n".join(map(str, paths)))
    press_keys(window, QKeySequence.StandardKey.Paste)
    sheet = source_of(window, "picture", PictureSource).sheet.sheet
    assert [entry.path for entry in sheet.entries] == paths
    finish_work()


def test_a_pasted_path_of_nothing_is_told(window: MainWindow, tmp_path: Path) -> None:
    said = told(window)
    QGuiApplication.clipboard().setText(str(tmp_path / "gone.png"))
    press_keys(window, QKeySequence.StandardKey.Paste)
    assert len(said) == 1
    assert said[0].startswith("There is no file")


@pytest.mark.parametrize(
    "text", ["four", "a/b", "seven.json", "// a comment", r"\\server\share\a.png", "file://host/x"]
)
def test_other_text_opens_nothing(window: MainWindow, text: str, qtbot) -> None:
    draw(window.session, FOUR)
    QGuiApplication.clipboard().setText(text)
    with qtbot.assertNotEmitted(window.failed):
        press_keys(window, QKeySequence.StandardKey.Paste)
    assert answer_of(window) == "4"


# ---- folders


@pytest.mark.parametrize("name", ["empty", "of texts", "hidden"])
def test_a_folder_with_nothing_to_open(window: MainWindow, tmp_path: Path, name: str) -> None:
    said, folder = told(window), tmp_path / name
    folder.mkdir()
    if name == "of texts":
        (folder / "notes.txt").write_text("four")
    if name == "hidden":
        (folder / ".thumbnails").mkdir()
    drop(window, of_files(folder))
    assert said == [f"{name} contains nothing that this program can open."]


def test_notice_of_the_import_dialog_names_a_wrong_file(
    window: MainWindow, tmp_path: Path, qtbot
) -> None:
    path = tmp_path / "images-of-mine.csv"
    path.write_text("a,b\n")
    drop(window, of_files(path))
    dialog = import_dialog(window, qtbot)
    label = dialog.findChild(QLabel, "import-error")
    assert label is not None
    qtbot.waitUntil(lambda: "images-of-mine.csv" in label.text())
    dialog.close()


def test_an_error_of_one_file_is_its_own(window: MainWindow, tmp_path: Path) -> None:
    said: list[Exception] = []
    window.failed.connect(said.append)
    shutil.copy(__file__, tmp_path / "a.safetensors")
    drop(window, of_files(tmp_path / "a.safetensors"))
    (error,) = said
    assert isinstance(error, BadInput)
    assert str(error) == "a.safetensors is not a safetensors file."
