"""The import dialog: choosing or dropping data, its summary, adding it, and bad data."""

import gzip
import itertools
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QListWidget, QWidget

from lenet_gui.engine.data import dataset_cache, summary
from lenet_gui.engine.data.datasets import forget
from lenet_gui.engine.data.stroke_sets import write_stroke_set
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.gui.importing.dialog import ImportDialog, open_import_dialog
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.form.data_sources import DataSources
from tests.engine.data.coloured_folders import GREEN, RED, write_coloured
from tests.engine.data.idx_files import digits, idx, put, write_emnist, write_qmnist
from tests.engine.data.test_stroke_sets import small_set
from tests.gui.class_names import LONG, SHORT, painted
from tests.gui.helpers import ONE, click, drawing_of, finish_work, pixels
from tests.helpers import PATIENCE


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(dataset_cache.DATA_VARIABLE, str(tmp_path / "user"))
    yield
    forget()


@pytest.fixture
def sources(settings: Settings) -> DataSources:
    return DataSources(settings)


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialog(qtbot, parent: QWidget, sources: DataSources) -> ImportDialog:
    dialog = open_import_dialog(parent, sources)
    with qtbot.waitExposed(dialog):
        pass
    return dialog


def button(dialog: ImportDialog, name: str) -> QAbstractButton:
    found = dialog.findChild(QAbstractButton, name)
    assert found is not None
    return found


def drop(dialog: ImportDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    both = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, *both)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(
        dialog, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, *both)
    )


def read(qtbot, dialog: ImportDialog, path: Path) -> None:
    drop(dialog, path)
    qtbot.waitUntil(lambda: not dialog._reading.busy)
    finish_work()


def read_error(qtbot, dialog: ImportDialog, path: Path) -> str:
    read(qtbot, dialog, path)
    assert dialog.pages.currentWidget() is dialog.invitation
    assert dialog.invitation.notice.isVisible()
    return dialog.invitation.notice.text.text()


def facts(dialog: ImportDialog) -> str:
    assert dialog.pages.currentWidget() is dialog.summary_page
    return dialog.summary_page.facts.text()


def said(dialog: ImportDialog) -> str:
    notice = dialog.summary_page.notice
    return notice.text.text() if notice.isVisible() else ""


# ---- good data


def test_a_dropped_file_is_read_shown_and_added(qtbot, dialog, sources, tmp_path) -> None:
    path = write_qmnist(tmp_path, 200, writers=20, test=False)
    read(qtbot, dialog, path)
    assert facts(dialog) == "QMNIST   ·   Samples: 200   ·   Classes: 10   ·   Writers: 20"
    page = dialog.summary_page
    assert "by writer: 13 writers for training, 4 for validation" in page.split_text.text()
    training, validation, test = (int(text.split()[-1]) for text in page.split_bar.texts())
    assert training + validation + test == 200
    assert page.table.accessibleDescription().startswith("0: ")
    assert said(dialog) == ""
    with qtbot.waitSignal(sources.changed):
        click(button(dialog, "add-data"))
    assert sources.entries() == (("MNIST", "mnist"), (path.name, str(path)))
    assert not dialog.isVisible()


def test_the_test_file_beside_it_is_told_of(qtbot, dialog, tmp_path) -> None:
    read(qtbot, dialog, write_qmnist(tmp_path))
    text = dialog.summary_page.split_text.text()
    assert "come from the test file beside it" in text
    assert dialog.summary_page.split_bar.texts()[-1] == "Test 80"


def test_letters_are_upright_and_have_names(qtbot, dialog, tmp_path) -> None:
    read(qtbot, dialog, write_emnist(tmp_path, 520))
    assert facts(dialog).startswith("EMNIST (its transposed pictures were turned upright)")
    table = dialog.summary_page.table
    assert table.accessibleDescription().startswith("A: 20; B: 20; ")
    assert table.minimumHeight() > table.parentWidget().height()  # it scrolls


def test_examples_are_painted_and_others_can_be_asked_for(qtbot, dialog, tmp_path) -> None:
    images, labels = digits(0, 400)
    put(tmp_path / "a-labels", labels)
    read(qtbot, dialog, put(tmp_path / "a-images", images))
    table = dialog.summary_page.table
    before = pixels(table)
    corner = (18, table.examples_left() + 14)
    assert (before[corner[0] - 12 : corner[0] + 12, corner[1] - 12 : corner[1] + 12] < 100).any()
    for place, name in enumerate("0123456789"):
        shown = table.shown_examples(place).tolist()
        assert len(shown) >= 10
        assert {str(labels[sample]) for sample in shown} == {name}
    QTest.keyClick(button(dialog, "other-examples"), Qt.Key.Key_Space)
    assert not np.array_equal(pixels(table), before)


def test_ones_own_drawings_can_be_imported(qtbot, dialog, tmp_path) -> None:
    (tmp_path / "mine" / "1").mkdir(parents=True)
    (tmp_path / "mine" / "seven").mkdir()
    for place in range(12):
        write_drawing(tmp_path / "mine" / "1" / f"{place}.json", drawing_of(ONE, 20 + place))
        Image.fromarray(digits(place, 1)[0][0]).save(tmp_path / "mine" / "seven" / f"{place}.png")
    read(qtbot, dialog, tmp_path / "mine")
    assert facts(dialog) == "Folder by class   ·   Samples: 24   ·   Classes: 2"
    assert "Split by sample" in dialog.summary_page.split_text.text()


def test_a_file_and_a_folder_can_be_chosen(qtbot, dialog, sources, tmp_path, monkeypatch) -> None:
    path = write_qmnist(tmp_path / "data")
    asked: list[str] = []

    def chosen(parent, title, folder, *more):
        asked.append(folder)
        return (str(path), "") if more else str(tmp_path / "data")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", chosen)
    for name in ("choose-file", "choose-folder"):
        click(button(dialog, name))
        qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.summary_page)
        click(button(dialog, "import-back"))
        assert dialog.pages.currentWidget() is dialog.invitation
    assert asked == ["", str(path.parent)]  # the last folder is remembered
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    click(button(dialog, "choose-folder"))
    assert dialog.pages.currentWidget() is dialog.invitation
    assert sources.imported() == ()


# ---- warnings


def test_uneven_blank_and_scarce_data_get_a_warning(qtbot, dialog, tmp_path) -> None:
    images, _ = digits(0, 200)
    images = images.copy()
    images[:5] = 0
    labels = np.where(np.arange(200) < 180, 1, 2).astype(np.uint8)
    put(tmp_path / "a-labels", labels)
    path = put(tmp_path / "a-images", images)
    read(qtbot, dialog, path)
    assert "Pictures without ink: 5 of 200." in said(dialog)
    assert "very uneven: 1 has 180 samples, 2 only 20" in said(dialog)
    put(tmp_path / "a-labels", np.where(np.arange(200) < 196, 1, 2).astype(np.uint8))
    read(qtbot, dialog, path)
    assert "Few training samples: 2." in said(dialog)


def test_one_class_can_be_added_with_a_warning(qtbot, dialog, sources, tmp_path) -> None:
    put(tmp_path / "a-labels", np.full(30, 7, np.uint8))
    read(qtbot, dialog, put(tmp_path / "a-images", digits(0, 30)[0]))
    assert "All samples belong to one class, 7; at least two classes are needed." in said(dialog)
    assert "It can be mixed with other data." in said(dialog)
    assert not dialog.summary_page.split_bar.isVisible()
    click(button(dialog, "add-data"))
    assert len(sources.imported()) == 1


def test_data_that_would_lose_a_class_gets_a_sentence(qtbot, dialog, tmp_path) -> None:
    images, labels = digits(0, 120)
    put(tmp_path / "train-labels", np.where(np.arange(120) < 60, 3, 4).astype(np.uint8))
    put(tmp_path / "t10k-labels", labels[:60])
    put(tmp_path / "t10k-images", images[:60])  # all that is there of class 3
    read(qtbot, dialog, put(tmp_path / "train-images", images))
    assert "No samples would be left to learn these classes from: 3." in said(dialog)


def folder_of(folder: Path, class_names: tuple[str, ...]) -> Path:
    """A data set of six digits for each class."""
    images, _ = digits(0, 6 * len(class_names))
    for place, image in enumerate(images):
        home = folder / class_names[place % len(class_names)]
        home.mkdir(parents=True, exist_ok=True)
        Image.fromarray(image).save(home / f"{place}.png")
    return folder


@pytest.mark.parametrize("kind", ["words", "Chinese", "Arabic"])
def test_names_of_classes_are_whole(qtbot, dialog, tmp_path, monkeypatch, kind: str) -> None:
    names = SHORT[kind]
    read(qtbot, dialog, folder_of(tmp_path / "own", names))
    shown = painted(dialog.summary_page.table, monkeypatch)
    assert set(names) <= set(shown)


def test_long_names_end_in_dots_and_widen_nothing(qtbot, dialog, tmp_path, monkeypatch) -> None:
    """Neither those of classes nor that of the folder."""
    before, names = dialog.size(), LONG[:4]
    read(qtbot, dialog, folder_of(tmp_path / ("folder" * 30), names))
    table, page = dialog.summary_page.table, dialog.summary_page
    assert dialog.size() == before
    assert dialog.minimumSizeHint().width() <= 660
    cut = [text for text in painted(table, monkeypatch) if text.endswith("…")]
    assert len(cut) == 4
    assert table.width() - table.examples_left() > 3 * 34  # there is room for some samples
    assert table._described(2) == f"Class {sorted(names)[2]}: 6 samples, 25.0 % of all"
    assert page.name.shown().endswith("…")
    assert page.name.toolTip() == "folder" * 30


# ---- what is left out, inverted or turned


def test_what_a_folder_has_besides_is_counted_and_the_rest_is_read(qtbot, dialog, tmp_path) -> None:
    folder = tmp_path / "own"
    images, labels = digits(0, 80)
    for place, (image, label) in enumerate(zip(images, labels.tolist(), strict=True)):
        (folder / str(label)).mkdir(parents=True, exist_ok=True)
        Image.fromarray(image).save(folder / str(label) / f"{place}.png")
    (folder / "7" / "bad.png").write_bytes(b"no picture")
    (folder / "7" / "notes.txt").touch()
    (folder / "above.png").touch()
    (folder / "@eaDir" / "7").mkdir(parents=True)
    (folder / "@eaDir" / "7" / "thumb.png").touch()
    (folder / "3" / "gone.png").symlink_to(tmp_path / "nowhere.png")
    read(qtbot, dialog, folder)
    assert facts(dialog) == "Folder by class   ·   Samples: 80   ·   Classes: 10"
    assert said(dialog).splitlines()[:5] == [
        "Pictures that cannot be read, left out: 1. 7/bad.png is not an image of a supported kind.",
        "Broken links: 1, such as 3/gone.png.",
        "Files of other kinds, not read: 1, such as 7/notes.txt.",
        "Files of the operating system, not read: 1, such as @eaDir.",
        "Pictures outside of the class folders, not read: 1, such as above.png.",
    ]


def test_inverted_and_transposed_digits_are_noticed_and_can_be_mended(
    qtbot, dialog, sources, tmp_path
) -> None:
    images, labels = digits(0, 400)
    put(tmp_path / "own-labels", labels)
    path = put(tmp_path / "own-images", np.ascontiguousarray(255 - images.swapaxes(1, 2)))
    read(qtbot, dialog, path)
    page = dialog.summary_page
    assert re.search(r"reads \d % .* it would be (9\d|100) % with: Inverted \+", said(dialog))
    assert said(dialog).endswith("% with: Inverted + Transposed.")
    assert page.form.isVisible()
    assert not page.form.invert.isChecked()
    click(page.form.invert)
    qtbot.waitUntil(lambda: not dialog._reading.busy)
    assert page.form.invert.isChecked()
    assert said(dialog).endswith("% with: Inverted + Transposed.")  # that is still to be done
    assert dialog.focusWidget() is page.form.invert
    page.form.turn.setFocus()
    QTest.keyClick(page.form.turn, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not dialog._reading.busy)
    assert page.form.turn.currentText() == "Transposed"
    assert said(dialog) == ""
    finish_work()
    shown = page.table._summary.dataset
    assert np.array_equal(shown.images, images)  # the preview is what is trained on
    click(button(dialog, "add-data"))
    assert sources.imported() == (f"{path}#invert,transpose",)
    sources.refresh()
    finish_work()
    assert not sources.is_missing(sources.imported()[0])


def test_what_is_as_it_should_be_gets_no_advice(qtbot, dialog, tmp_path) -> None:
    write_stroke_set(tmp_path / "s.npz", small_set())
    read(qtbot, dialog, tmp_path / "s.npz")
    assert not dialog.summary_page.form.isVisible()
    images, labels = digits(0, 200)
    put(tmp_path / "own-labels", labels)
    read(qtbot, dialog, put(tmp_path / "own-images", images))
    assert dialog.summary_page.form.isVisible()
    assert said(dialog) == ""


# ---- bad files: a sentence, and nothing is imported


def bad_files(folder: Path) -> dict[str, Path]:
    """Return bad files by a part of the sentence about each."""
    images, labels = digits(0, 20)
    files = {}

    def two(name: str, image_data: bytes, label_data: bytes) -> Path:
        (folder / f"{name}-labels").write_bytes(label_data)
        (folder / f"{name}-images").write_bytes(image_data)
        return folder / f"{name}-images"

    packed = gzip.compress(idx(images))
    files["cut-images is incomplete"] = two("cut", packed[: len(packed) // 2], idx(labels))
    files["magic-images is not an IDX file"] = two("magic", b"\x89PNG" + bytes(99), idx(labels))
    files["count-images has 20 images, but count-labels has 19"] = two(
        "count", idx(images), idx(labels[:-1])
    )
    files["huge-images claims to contain"] = two("huge", b"\0\0\x08\3" + b"\xff" * 12, idx(labels))
    (folder / "alone-images").write_bytes(idx(images))
    files["labels of alone-images are missing"] = folder / "alone-images"
    (folder / "empty").mkdir()
    files["empty has no folders with pictures"] = folder / "empty"
    (folder / "torn" / "5").mkdir(parents=True)
    Image.fromarray(images[0]).save(folder / "torn" / "5" / "a.png")
    torn = (folder / "torn" / "5" / "a.png").read_bytes()[:60]
    (folder / "torn" / "5" / "a.png").write_bytes(torn)
    files["5/a.png is damaged"] = folder / "torn"
    (folder / "test.csv").write_text("pixel" + ",pixel".join(map(str, range(784))) + "\n")
    files["test.csv has no labels"] = folder / "test.csv"
    np.savez(folder / "z.npz", x_train=images, y_train=labels[:3])
    files["z.npz: y_train has no label for each of 20 pictures"] = folder / "z.npz"
    (folder / "x.npz").write_bytes(b"PK\3\4" + bytes(50))
    files["x.npz is not a readable npz file"] = folder / "x.npz"
    np.savez(folder / "y.npz", xy=np.zeros(3))
    files["y.npz is not a stroke set"] = folder / "y.npz"
    files["There is no data named"] = folder / "nowhere"
    return files


def test_every_bad_file_gets_a_sentence(qtbot, dialog, sources, tmp_path) -> None:
    for wanted, path in bad_files(tmp_path).items():
        assert wanted in read_error(qtbot, dialog, path)
        assert not button(dialog, "add-data").isVisible()
        assert button(dialog, "choose-file").isVisible()
    assert sources.imported() == ()
    read(qtbot, dialog, write_qmnist(tmp_path))  # all is well again
    click(button(dialog, "import-back"))
    assert not dialog.invitation.notice.isVisible()


def test_too_few_samples_to_split_are_told_of(qtbot, dialog, tmp_path) -> None:
    images, labels = digits(0, 2)
    put(tmp_path / "a-labels", labels)
    read(qtbot, dialog, put(tmp_path / "a-images", images))
    assert "has too few samples to split: 2; it needs at least 3" in said(dialog)


# ---- while it reads


class Crawl:
    """Reading that goes on until it is told to stop, or ``release`` is set; or that hears nothing
    for a while."""

    def __init__(self) -> None:
        self.release, self.hears = threading.Event(), threading.Event()
        self.hears.set()
        self.reading = False
        self._real = summary.load_dataset

    def load(self, source, progress=None):
        self.reading = True
        try:
            for step in itertools.count(1):
                if self.release.wait(0.005):
                    break
                self.hears.wait(PATIENCE)
                progress(min(step, 3999), 4000)
        finally:
            self.reading = False
        return self._real(source, progress)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Crawl]:
    crawl = Crawl()
    monkeypatch.setattr(summary, "load_dataset", crawl.load)
    yield crawl
    crawl.hears.set()
    crawl.release.set()


def test_reading_shows_how_far_it_is_and_can_be_cancelled(qtbot, dialog, slow, tmp_path) -> None:
    path = tmp_path / "s.npz"
    write_stroke_set(path, small_set())
    drop(dialog, path)
    page = dialog.reading_page
    assert dialog.pages.currentWidget() is page
    assert page.title.text() == "Reading s.npz …"
    assert page.bar.maximum() == 0  # busy, until something is known
    qtbot.waitUntil(lambda: page.bar.maximum() > 0 and page.bar.value() > 0)
    qtbot.waitUntil(lambda: "left" in page.remaining.text())
    slow.hears.clear()
    click(button(dialog, "cancel-import"))
    assert slow.reading  # nobody waited for it
    assert dialog.pages.currentWidget() is dialog.invitation
    assert not dialog.invitation.notice.isVisible()
    slow.hears.set()
    finish_work()
    assert not slow.reading
    assert dialog.pages.currentWidget() is dialog.invitation  # nothing comes after


def test_a_newer_file_overtakes_an_older_one(qtbot, dialog, slow, tmp_path) -> None:
    path = tmp_path / "s.npz"
    write_stroke_set(path, small_set())
    drop(dialog, path)
    slow.release.set()
    read(qtbot, dialog, write_qmnist(tmp_path))
    assert facts(dialog).startswith("QMNIST")


def test_closing_stops_the_reading(qtbot, dialog, slow, tmp_path) -> None:
    path = tmp_path / "s.npz"
    write_stroke_set(path, small_set())
    drop(dialog, path)
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)  # that no thread is left is watched for all


# ---- the list, and accessibility


def test_what_was_imported_can_be_looked_at_and_removed(qtbot, dialog, sources, tmp_path) -> None:
    path = write_qmnist(tmp_path)
    shown = dialog.findChild(QListWidget, "imported")
    assert not shown.isVisible()
    sources.add(str(path))
    sources.add(str(tmp_path / "gone"))
    sources.refresh()
    qtbot.waitUntil(lambda: shown.count() == 2 and "missing" in shown.item(1).text())
    shown.setFocus()
    shown.setCurrentRow(0)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.summary_page)
    assert button(dialog, "add-data").text() == "Already added"
    assert not button(dialog, "add-data").isEnabled()
    click(button(dialog, "import-back"))
    shown.setFocus()
    shown.setCurrentRow(1)
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert [title for title, _ in sources.entries()] == ["MNIST", path.name]
    shown.setFocus()
    shown.setCurrentRow(0)
    click(button(dialog, "remove-data"))
    assert sources.entries() == (("MNIST", "mnist"),)
    assert not shown.isVisible()
    assert path.exists()


def test_there_is_one_dialog(qtbot, dialog, sources) -> None:
    assert open_import_dialog(dialog.parentWidget(), sources) is dialog


def test_every_control_explains_itself(dialog) -> None:
    for widget in dialog.findChildren(QAbstractButton):
        if widget.objectName().startswith("qt_"):
            continue
        assert widget.text()
        assert widget.toolTip()
        assert widget.statusTip() == widget.whatsThis() == widget.toolTip()
    for page in (dialog.reading_page.bar, dialog.invitation.list, dialog.summary_page.table):
        assert page.accessibleName()


def test_the_dialog_fits_a_small_screen(qtbot, dialog) -> None:
    assert dialog.minimumSizeHint().width() <= 660
    assert dialog.minimumSizeHint().height() <= 384


# ---- the list of data


def test_the_list_lasts_and_drops_what_is_bad(settings, settings_file, qtbot) -> None:
    first = DataSources(settings)
    first.add("/a/digits")
    first.add("/b/digits")
    again = DataSources(Settings())
    assert again.imported() == ("/a/digits", "/b/digits")
    qtbot.waitUntil(lambda: again.is_missing("/a/digits"))
    assert [title for title, _ in again.entries()] == [
        "MNIST",
        "digits (a) (missing)",
        "digits (b) (missing)",
    ]
    finish_work()
    settings_file.setValue("data", "[3]")
    settings_file.sync()
    assert DataSources(Settings()).entries() == (("MNIST", "mnist"),)


def test_colours_that_would_be_dropped_are_told(
    qtbot, dialog: ImportDialog, tmp_path: Path
) -> None:
    dialog.read(str(write_coloured(tmp_path / "own", [RED, GREEN])))
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.summary_page)
    assert "A network that sees ink drops their colours" in dialog.summary_page.notice.text.text()
