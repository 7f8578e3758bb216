"""Photographs: opened, pasted and dropped; looked around in; several as a contact sheet."""

import csv
import struct
import threading
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Unit
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.photos import contact_sheet
from lenet_gui.gui.photos.photo_files import photograph_of
from lenet_gui.gui.sources import picture as picture_source
from lenet_gui.gui.sources.picture import PictureSource
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.carrying import drop, of_files, of_image, paste_image, settle
from tests.gui.digits import DIGITS, digit_image, grey_image
from tests.gui.helpers import FOUR, answer_of, click, draw, idle, pixels, source_of
from tests.gui.streams import page_of
from tests.helpers import PATIENCE, default_recognizer

LINES = "3322/7337"


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    """A photograph on its side, as telephones store it."""
    path = tmp_path_factory.mktemp("pages") / "page.jpg"
    image = Image.fromarray(np.rot90(page_of(LINES)))
    exif = image.getexif()
    exif[0x0112] = 6  # turned by a quarter
    image.save(path, quality=92, exif=exif)
    return path


@pytest.fixture
def picture(window: MainWindow, page: Path, qtbot) -> PictureSource:
    """The source, with a page opened in it."""
    window.commands.documents.open_path(str(page))
    settle()
    source = window.sources.currentWidget()
    assert isinstance(source, PictureSource)
    return source


def read(source: PictureSource) -> str:
    photo = source.viewer.photo
    return "" if photo is None else "/".join(line.text for line in photo.reading.lines)


def key(source: PictureSource, *keys: Qt.Key) -> None:
    for each in keys:
        QTest.keyClick(source.viewer.view, each)
    idle()


# ---- a page full


def test_a_photograph_opens_with_its_boxes(window, picture, page: Path) -> None:
    assert read(picture) == LINES
    assert picture.viewer.photo.size == (480, 360)  # upright
    assert picture.name.text() == "page.jpg"
    assert str(page) in window.commands.documents.recent
    assert window.session.drawing.empty
    assert LINES.replace("/", " / ") in picture.viewer.text.text()
    assert window.session.recognition.label in set("327")
    window.menus.actions["copy_text"].trigger()
    assert QGuiApplication.clipboard().text() == LINES.replace("/", "\n")
    assert window.statusBar().currentMessage() == "Copied as text"
    window.sources.bring("drawing")
    window.menus.actions["copy_text"].trigger()
    assert window.statusBar().currentMessage().startswith("No lines to copy")
    assert QGuiApplication.clipboard().text() == LINES.replace("/", "\n")


def test_the_button_copies_what_was_read_and_says_so(window: MainWindow, page: Path) -> None:
    window.sources.bring("picture")
    button = window.sources.source("picture").viewer.copy
    assert not button.isEnabled(), "nothing was read yet"
    window.commands.documents.open_path(str(page))
    settle()
    click(button)
    assert QGuiApplication.clipboard().text() == LINES.replace("/", "\n")
    assert window.statusBar().currentMessage() == "Copied as text"


@pytest.mark.parametrize("way", ["paste", "drop"])
def test_a_photograph_is_pasted_or_dropped(window, way: str) -> None:
    image = grey_image(page_of(LINES))
    if way == "paste":
        paste_image(window, image)
    else:
        drop(window, of_image(image))
    assert read(window.sources.currentWidget()) == LINES


def test_arrow_keys_and_enter(window, picture) -> None:
    """From digit to digit, to the next line, to the ends; Enter takes one onto the page."""
    view = picture.viewer.view
    view.setFocus()
    key(picture, Qt.Key.Key_Home)
    first = view.choice
    assert first is picture.viewer.photo.digits[0]
    key(picture, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert view.choice is picture.viewer.photo.digits[5]
    assert window.session.recognition.picture is view.choice.picture
    assert view.choice.label in view.accessibleDescription()
    key(picture, Qt.Key.Key_End)
    assert view.choice.label == "7"
    assert window.session.drawing.empty
    key(picture, Qt.Key.Key_Return)
    assert window.session.drawing.picture is view.choice.picture
    assert window.sources.currentWidget() is picture
    window.session.undo_stack.undo()
    idle()
    assert window.sources.currentWidget() is window.sources.source("drawing")


def test_stages_can_be_looked_at(picture) -> None:
    looks = []
    for index in range(picture.viewer.stages.count()):
        picture.viewer.stages.setCurrentIndex(index)
        looks.append(pixels(picture.viewer.view).tobytes())
    assert len(looks) == 6
    assert len(set(looks)) >= 4  # a small picture is its own working copy; no lines are ruled


def test_the_last_stage_shows_the_order_of_reading(picture) -> None:
    viewer = picture.viewer
    view, theme = viewer.view, theme_of(viewer.view)
    line = viewer.photo.reading.lines[-1]
    between = [
        view.place().to_widget((*viewer.photo.middle(d), 0, 0)).topLeft() for d in line.digits
    ]
    middle = ((between[0] + between[1]) / 2).toPoint()
    accent = theme.color("accent").rgb()

    def shown() -> bool:
        image = view.grab().toImage()
        around = [middle + QPoint(x, y) for x in range(-2, 3) for y in range(-2, 3)]
        return any(image.pixelColor(place).rgb() == accent for place in around)

    assert not shown()
    viewer.stages.setCurrentIndex(viewer.stages.count() - 1)
    assert shown()


def test_rejected_ink_can_be_looked_at_too(window, picture, qtbot) -> None:
    """Grey boxes say why, and a click has the network look at what is in one."""
    page = page_of(LINES).copy()
    page[330:336, 200:206] = 30  # a speck
    picture.viewer.show_frame(lambda: page)
    view = picture.viewer.view
    qtbot.waitUntil(lambda: bool(picture.viewer.photo.reading.rejected))
    speck = QPointF(view.place().to_widget((202, 332, 2, 2)).center())
    assert view.text_at(speck)
    assert not view.text_at(speck)[0].isdigit()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=speck.toPoint())
    idle()
    ink = window.session.drawing.picture.ink
    assert ink.any()
    assert max(ink.shape) < 12
    assert window.session.recognition.picture.ink is ink
    key(picture, Qt.Key.Key_Right)
    assert view.choice is picture.viewer.photo.digits[0]


def test_a_closer_look(picture) -> None:
    view = picture.viewer.view
    view.setFocus()
    whole = view.place().rect
    at = whole.center() + QPointF(30, 10)
    before = view.place().to_picture(at)
    view._zoom(4, at)
    assert np.allclose(view.place().to_picture(at), before)
    assert view.place().rect.width() > 2 * whole.width()
    key(picture, Qt.Key.Key_Home)
    digit = view.place().to_widget(view.choice.box)
    assert view.rect().contains(digit.toRect())  # where the keyboard is can be seen
    key(picture, Qt.Key.Key_0)
    assert view.place().rect == whole


def test_another_network_reads_it_again(window, picture) -> None:
    before = picture.viewer.photo
    window.session.use_network("lenet-5")
    settle()
    assert picture.viewer.photo is not before
    assert picture.viewer.photo.digits[0].recognition.network == "lenet-5"


def test_receptive_field_in_the_photograph(window, picture, qtbot) -> None:
    """Turned like the page."""
    view = picture.viewer.view
    before = pixels(view)
    window.session.point_at(Unit("C5", 3, 0, 0))  # sees all of the field
    idle()
    box, seen = view.choice.box, view.field.boundingRect()
    assert seen.width() >= box[2]
    assert abs(seen.center().x() - (box[0] + box[2] / 2)) < 0.3 * seen.width()
    assert not np.array_equal(before, pixels(view))
    tilted = np.asarray(Image.fromarray(page_of(LINES)).rotate(-20, fillcolor=230))
    picture.viewer.show_frame(lambda: tilted)
    qtbot.waitUntil(lambda: abs(picture.viewer.photo.reading.angle - 20) < 6)
    idle()
    digit, corner = QPointF(*picture.viewer.photo.middle(view.choice)), view.field.at(0)
    next_one = view.field.at(1) - corner
    slope = np.degrees(np.arctan2(next_one.y(), next_one.x()))
    assert abs(slope - picture.viewer.photo.reading.angle) < 0.1
    assert view.field.containsPoint(digit, Qt.FillRule.OddEvenFill)


def test_all_panels_show_the_page_again(window, picture) -> None:
    window.sources.bring("drawing")
    idle()
    assert window.session.recognition.reason == "blank"
    draw(window.session, FOUR)
    assert answer_of(window) == "4"


def test_a_picture_without_digits(window, picture, qtbot) -> None:
    """All panels are empty, whatever lies on the page, and it is said."""
    window.sources.bring("drawing")
    draw(window.session, FOUR)
    window.sources.bring("picture")
    grey = np.full((300, 400), 220, np.uint8)
    picture.viewer.show_frame(lambda: grey)
    qtbot.waitUntil(lambda: picture.viewer.photo.size == (400, 300))
    idle()
    assert "No readable digits" in picture.viewer.text.text()
    assert window.session.recognition.reason == "blank"
    window.sources.bring("drawing")
    idle()
    assert answer_of(window) == "4"


# ---- one digit goes onto the page


@pytest.mark.parametrize("label", ["0", "4", "7", "8"])
def test_one_digit_belongs_onto_the_page(label: str) -> None:
    for zoom, border in ((1, 0), (8, 40)):
        grey = 255 - digit_image(DIGITS[label], zoom, border)
        assert photograph_of("one", grey, default_recognizer()).picture is not None


def test_a_page_does_not() -> None:
    for lines in ("33", "72", LINES):
        assert photograph_of("page", page_of(lines), default_recognizer()).picture is None


# ---- what cannot be used


def _bomb() -> bytes:
    """A PNG file of a few bytes that says it has 2,500 million pixels."""
    whole = b"\x89PNG\r\n\x1a\n"
    for chunk in (b"IHDR" + struct.pack(">IIBBBBB", 50_000, 50_000, 8, 0, 0, 0, 0), b"IDAT1234"):
        whole += struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return whole


def _saved(grey: np.ndarray, path: Path) -> bytes:
    Image.fromarray(grey).save(path)
    return path.read_bytes()


def test_bad_pictures(window, picture, tmp_path: Path, qtbot) -> None:
    """A sentence for each; the window is alive, and the last picture stays."""
    path, before = tmp_path / "bad.png", picture.viewer.photo
    for data, words in (
        (_saved(np.zeros((90, 120), np.uint8), path), "no ink"),
        (_saved(np.zeros((1, 1), np.uint8), path), "no ink"),
        (_saved(page_of(LINES), path)[:900], "damaged"),
        (_bomb(), "million"),
        (b"a letter", "not an image"),
        (b"", "not an image"),
    ):
        path.write_bytes(data)
        with qtbot.waitSignal(window.failed) as failed:
            window.commands.documents.open_path(str(path))
        assert isinstance(failed.args[0], BadInput)
        assert path.name in str(failed.args[0])
        assert words in str(failed.args[0])
        assert picture.viewer.photo is before
    window.sources.bring("drawing")
    draw(window.session, FOUR)
    assert answer_of(window) == "4"


# ---- several


@pytest.fixture
def files(tmp_path: Path, page: Path) -> list[Path]:
    broken, one = tmp_path / "broken.jpg", tmp_path / "=one ü.png"
    broken.write_bytes(b"nothing")
    Image.fromarray(255 - digit_image(DIGITS["6"])).save(one)
    return [page, broken, one]


@pytest.fixture
def sheet(window: MainWindow, files: list[Path], qtbot) -> PictureSource:
    drop(window, of_files(*files))
    source = source_of(window, "picture", PictureSource)
    qtbot.waitUntil(lambda: source.sheet.sheet.read == 3)
    idle()
    return source


def test_contact_sheet(window, sheet, files: list[Path], qtbot) -> None:
    texts = [sheet.sheet.list.item(row).text() for row in range(3)]
    assert texts[0] == "3322 / 7337\npage.jpg"
    assert texts[1] == "cannot be read\nbroken.jpg"
    assert texts[2].startswith("6\n")
    assert "not an image" in sheet.sheet.list.item(1).toolTip()
    assert "digits: 9" in sheet.sheet.text.text()
    assert not sheet.sheet.progress.isVisible()
    QTest.keyClick(sheet.sheet.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: read(sheet) == LINES)
    QTest.keyClick(sheet.viewer.view, Qt.Key.Key_Escape)
    assert sheet.stack.currentWidget() is sheet.sheet
    place = sheet.sheet.list.visualItemRect(sheet.sheet.list.item(2)).center()
    QTest.mouseClick(
        sheet.sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=place
    )  # a picture of one digit
    qtbot.waitUntil(lambda: read(sheet) == "6")
    click(sheet.back)
    with qtbot.waitSignal(window.failed):
        sheet.sheet.list.itemActivated.emit(sheet.sheet.list.item(1))


def test_what_comes_late_does_not_cover_what_is_looked_at(
    window, sheet, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of the sheet is opened, and another picture is pasted before it has been read."""
    gate, read_image = threading.Event(), picture_source.read_image
    monkeypatch.setattr(
        picture_source, "read_image", lambda *what: gate.wait(PATIENCE) and read_image(*what)
    )
    QTest.keyClick(sheet.sheet.list, Qt.Key.Key_Return)
    assert sheet.name.text() == "Reading page.jpg …"
    image = photograph_of("pasted", page_of("33/72"), default_recognizer())
    sheet.show_photograph(image)
    gate.set()
    settle()
    assert read(sheet) == "33/72"
    assert sheet.name.text() == "pasted"


def test_another_network_reads_the_sheet_again(window, sheet, qtbot) -> None:
    window.session.use_network("lenet-5")
    assert sheet.sheet.progress.isVisibleTo(sheet.sheet)
    assert sheet.sheet.sheet.read == 0
    qtbot.waitUntil(lambda: sheet.sheet.sheet.read == 3)


def test_table_of_a_sheet(sheet, files: list[Path], tmp_path: Path, monkeypatch) -> None:
    """A row for each digit, with its box in the pixels of the file as stored."""
    target = tmp_path / "digits.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(sheet.sheet.export)
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["digit"] for row in rows] == [*"33227337", "", "6"]
    assert [row["line"] for row in rows] == [*"11112222", "", "1"]
    assert [row["place"] for row in rows[:8]] == [*"12341234"]
    assert {row["text"] for row in rows[:4]} == {"3322"}
    assert [row["file"].lstrip("'") for row in rows] == [str(files[0])] * 8 + [*map(str, files[1:])]
    assert "not an image" in rows[8]["message"]
    assert all(0 < float(row["score"]) <= 1 for row in rows if row["digit"])
    stored = np.asarray(Image.open(files[0]).convert("L"))
    for row in rows[:8]:
        x, y, width, height = (int(row[name]) for name in ("x", "y", "width", "height"))
        assert stored[y : y + height, x : x + width].min() < 110  # there is ink
    assert str(target) in sheet.sheet.text.text()


def test_table_that_cannot_be_written(window, sheet, tmp_path: Path, qtbot) -> None:
    with qtbot.waitSignal(window.failed) as failed:
        sheet.sheet.export_to(tmp_path / "nowhere" / "digits.csv")
    assert "digits.csv" in str(failed.args[0])


def test_cancel_and_go_on(window, files: list[Path], qtbot) -> None:
    window.commands.documents.open_paths(files)
    source = window.sources.source("picture")
    assert source.sheet.progress.isVisible()
    click(source.sheet.cancel)
    settle()
    assert source.sheet.sheet.read == 0
    assert not source.sheet.export.isEnabled()
    click(source.sheet.cancel)  # it says Go on
    qtbot.waitUntil(lambda: source.sheet.sheet.read == 3)


def test_too_many_files(window, files: list[Path], qtbot, monkeypatch) -> None:
    monkeypatch.setattr(contact_sheet, "MAX_FILES", 2)
    with qtbot.waitSignal(window.failed) as failed:
        window.commands.documents.open_paths([files[1]] * 3)
    assert "3 files" in str(failed.args[0])
    source = window.sources.source("picture")
    qtbot.waitUntil(lambda: source.sheet.sheet.read == 2)
    assert source.sheet.list.count() == 2


def test_several_by_the_dialog(window, files: list[Path], qtbot, monkeypatch) -> None:
    names = [str(path) for path in files[1:]]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    window.sources.bring("picture")
    click(window.sources.source("picture").open)
    source = window.sources.source("picture")
    qtbot.waitUntil(lambda: source.sheet.sheet.read == 2)


# ---- another language


def test_another_language_keeps_it_all(window, sheet, qtbot) -> None:
    window.retranslate()
    made = window.sources.source("picture")
    assert made is not sheet
    assert made.stack.currentWidget() is made.sheet
    assert made.sheet.list.item(0).text() == "3322 / 7337\npage.jpg"
    settle()
