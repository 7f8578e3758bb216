"""The gallery of samples, with mouse and keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QListWidget, QPushButton

from lenet_gui.common.assets import resource
from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.appearance.theme import DARK, apply_theme
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.welcome import samples
from lenet_gui.gui.welcome.samples import SAMPLES
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import (
    FOUR,
    answer_of,
    child_of,
    click,
    draw,
    finish_work,
    idle,
    inked,
)


def gallery_of(window: MainWindow) -> QListWidget:
    """Open the gallery, and wait for its pictures."""
    window.menus.actions["samples"].trigger()
    finish_work()
    return child_of(window, QListWidget, "samples-list")


def place_of(title: str) -> int:
    return [sample.title for sample in SAMPLES].index(title)


def choose(gallery: QListWidget, title: str) -> None:
    """Click a sample."""
    box = gallery.visualItemRect(gallery.item(place_of(title)))
    QTest.mouseClick(
        gallery.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box.center()
    )
    finish_work()


@pytest.mark.parametrize("place", range(10))
def test_a_click_opens_a_digit(window: MainWindow, place: int) -> None:
    choose(gallery_of(window), str(place))
    assert answer_of(window) == str(place)
    assert window.findChild(QDialog, "samples") is None  # it makes room for the page


def test_a_sample_is_opened_as_from_a_file_but_is_not_remembered(
    window: MainWindow, settings: Settings
) -> None:
    draw(window.session, FOUR)
    choose(gallery_of(window), "7")
    session = window.session
    assert answer_of(window) == "7"
    assert session.drawing.file == ""  # Save asks where to, and never writes to the sample
    assert session.undo_stack.undoText() == "Sample 7"
    window.menus.actions["undo"].trigger()
    idle()
    assert answer_of(window) == "4"
    window.menus.actions["redo"].trigger()
    idle()
    assert answer_of(window) == "7"
    assert window.commands.documents.recent == ()
    assert settings.texts("recent") == ()
    assert settings.text("folder", "none") == "none"


def test_the_scribble_is_declined(window: MainWindow) -> None:
    choose(gallery_of(window), "Scribble")
    assert window.session.recognition.label is None
    assert "not sure" in window.windowTitle().lower()


@pytest.mark.parametrize(("title", "lines"), [("Ruled page", 4), ("Sheet on a table", 3)])
def test_a_page_is_read_in_the_picture_source(window: MainWindow, title: str, lines: int) -> None:
    choose(gallery_of(window), title)
    assert window.sources.name == "picture"
    source = window.sources.made["picture"]
    assert source.name.text() == title
    assert len(source.viewer.photo.reading.lines) == lines
    assert window.commands.documents.recent == ()


def test_by_keyboard_alone(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    finish_work()
    gallery = child_of(window, QListWidget, "samples-list")
    assert gallery.currentRow() == 0
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(gallery, key)
    finish_work()
    assert answer_of(window) == "2"
    assert window.session.undo_stack.count() == 1  # opened once


def test_escape_closes_the_gallery(window: MainWindow) -> None:
    QTest.keyClick(gallery_of(window), Qt.Key.Key_Escape)
    finish_work()
    assert window.findChild(QDialog, "samples") is None
    assert window.session.drawing.empty


def test_a_second_call_brings_the_open_gallery(window: MainWindow) -> None:
    gallery_of(window)
    gallery_of(window)
    assert len(window.findChildren(QDialog, "samples")) == 1


def test_the_thumbnails_show_the_ink(window: MainWindow) -> None:
    gallery = gallery_of(window)
    icon = gallery.item(place_of("8")).icon()
    shown = icon.pixmap(gallery.iconSize()).toImage()
    assert shown.width() == gallery.iconSize().width()
    assert inked(gallery).sum() > 13 * 300  # pixels of full ink in 13 drawings


def test_the_thumbnails_follow_the_theme(window: MainWindow, qapp) -> None:
    gallery = gallery_of(window)
    apply_theme(qapp, "dark")
    idle()
    corner = gallery.item(0).icon().pixmap(gallery.iconSize()).toImage().pixelColor(5, 5)
    assert corner == DARK.color("paper")


def test_the_gallery_speaks_the_language_in_use(window: MainWindow) -> None:
    gallery_of(window).setCurrentRow(3)
    use_language("zh_CN")
    finish_work()
    gallery = child_of(window, QListWidget, "samples-list")
    assert gallery.isVisible()
    assert gallery.currentRow() == 3
    choose(gallery, "3")
    assert window.session.recognition.label == "3"


# ---- from the empty Picture source


def test_the_empty_picture_source_offers_the_samples(window: MainWindow) -> None:
    window.sources.bring("picture")
    button = child_of(window, QPushButton, "picture-samples")
    assert button.isVisible()
    click(button)
    finish_work()
    choose(child_of(window, QListWidget, "samples-list"), "Ruled page")
    assert window.sources.name == "picture"
    assert not button.isVisible()  # there is something to look at


# ---- damaged or missing


@pytest.mark.parametrize(
    ("file", "data"),
    [("six.json", None), ("six.json", b"{}"), ("ruled-page.jpg", None), ("ruled-page.jpg", b"jpg")],
)
def test_a_sample_that_cannot_be_read_gets_a_sentence(
    window: MainWindow, tmp_path: Path, monkeypatch, file: str, data: bytes | None
) -> None:
    """The others can be opened all the same."""
    for path in resource("samples").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    if data is None:
        (tmp_path / file).unlink()
    else:
        (tmp_path / file).write_bytes(data)
    monkeypatch.setattr(samples, "resource", lambda _folder, name: tmp_path / name)
    told: list[BadInput] = []
    window.failed.connect(told.append)
    draw(window.session, FOUR)
    title = next(sample.title for sample in SAMPLES if sample.file == file)
    choose(gallery_of(window), title)
    assert len(told) == 1
    assert file in sentence(told[0])
    assert answer_of(window) == "4"  # nothing is lost
    choose(gallery_of(window), "5")
    assert answer_of(window) == "5"


def test_every_sample_is_in_the_package() -> None:
    """The package and the wheel hold all of resources/."""
    files = {path.name for path in resource("samples").iterdir()} - {"README.md"}
    assert files == {sample.file for sample in SAMPLES}
