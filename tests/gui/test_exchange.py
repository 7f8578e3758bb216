"""The drawing comes and goes: clipboard, drops onto the window, dragged out of it."""

import gzip
import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
)
from PySide6.QtTest import QTest

from lenet_gui.assets import resource
from lenet_gui.bad_input import BadInput
from lenet_gui.engine.drawing_files import read_drawing, write_drawing
from lenet_gui.engine.pictures import picture_of_grey
from lenet_gui.gui.drag_handle import DragHandle
from lenet_gui.gui.drop_frame import DropFrame
from lenet_gui.gui.exchange import (
    DRAWING_TYPE,
    LARGEST_SIDE,
    grey_of,
    mime_data,
    page_image,
    received,
    usable,
)
from lenet_gui.gui.main_window import MainWindow
from lenet_gui.gui.session import Session
from lenet_gui.gui.theme import LIGHT
from lenet_gui.values import Drawing, Picture
from tests.gui.helpers import FOUR, ONE, SEVEN, draw, drawing_of, idle, pixels
from tests.helpers import default_reader, mnist_test

# The platform without a screen cannot raise windows or keep their least sizes, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def plain_digits() -> dict[str, int]:
    """Test digits of MNIST, one of each class, about which there is no doubt."""
    best = default_reader().scores(mnist_test().images[:200]).max(axis=1)
    return {mnist_test().labels[i]: int(i) for i in np.argsort(best)}


DIGITS = plain_digits()


def digit_image(index: int, zoom: int = 8, border: int = 40) -> np.ndarray:
    """uint8 (rows, columns) of ink: a test digit of MNIST, enlarged, with paper around it."""
    large = np.kron(mnist_test().images[index], np.ones((zoom, zoom), np.uint8))
    return np.pad(large, border)


def grey_image(grey: np.ndarray) -> QImage:
    rows, columns = grey.shape
    grey = np.ascontiguousarray(grey)
    return QImage(grey.data, columns, rows, columns, QImage.Format.Format_Grayscale8).copy()


def rgba_image(color: np.ndarray, alpha: np.ndarray) -> QImage:
    rows, columns = alpha.shape
    whole = np.ascontiguousarray(np.dstack([color, alpha]))
    return QImage(whole.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888).copy()


def answer_of(window: MainWindow) -> str:
    """The answer in the window's title, which names a drawing's file, too."""
    first, *others = window.windowTitle().split(" – ")
    return first if others and len(first) == 1 else ""


def same_drawings(one: Drawing, other: Drawing) -> bool:
    """To what a drawing file keeps: thousandths of a unit."""
    if len(one.strokes) != len(other.strokes) or (one.picture is None) != (other.picture is None):
        return False
    pictures = [picture.ink for picture in (one.picture, other.picture) if picture is not None]
    if not all(np.array_equal(ink, pictures[0]) for ink in pictures):
        return False
    return all(
        a.width == b.width
        and np.abs(a.points - b.points).max() < 1e-3
        and np.allclose(a.pressures, b.pressures, atol=1e-4, equal_nan=True)
        and np.array_equal(a.times, b.times)
        for a, b in zip(one.strokes, other.strokes, strict=True)
    )


def press_keys(window: MainWindow, key: QKeySequence.StandardKey) -> None:
    QTest.keySequence(window, QKeySequence(key))
    settle()


def settle() -> None:
    """Until what is read in the background is there."""
    for thread in threading.enumerate():
        if thread.name == "background":
            thread.join(30)
    idle()


# ---- copy and paste


def test_copy_and_paste_into_a_fresh_window(window: MainWindow, qtbot, settings) -> None:
    window.session.set_pen_width(44.0)
    draw(window.session, FOUR)
    press_keys(window, QKeySequence.StandardKey.Copy)
    other = MainWindow(Session(default_reader()), settings)
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    press_keys(other, QKeySequence.StandardKey.Paste)
    assert same_drawings(other.session.drawing, window.session.drawing)
    assert answer_of(other) == "4"
    assert other.session.undo_stack.undoText() == "Paste"
    press_keys(other, QKeySequence.StandardKey.Undo)
    assert other.session.drawing.empty
    assert answer_of(other) == ""


def test_other_programs_get_an_image(window: MainWindow) -> None:
    draw(window.session, SEVEN)
    press_keys(window, QKeySequence.StandardKey.Copy)
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (560, 560)
    assert QColor(image.pixel(280, 135)) == QColor("black")
    assert QColor(image.pixel(20, 540)) == QColor("white")
    assert default_reader().recognize(picture_of_grey(grey_of(image))).label == "7"


def test_clipboard_keeps_what_was_copied(window: MainWindow) -> None:
    """Whatever happens to the page afterwards."""
    draw(window.session, FOUR)
    copied = window.session.drawing
    press_keys(window, QKeySequence.StandardKey.Copy)
    window.session.clear()
    draw(window.session, ONE)
    press_keys(window, QKeySequence.StandardKey.Paste)
    assert same_drawings(window.session.drawing, copied)
    window.session.undo_stack.undo()
    idle()
    assert window.session.recognition.label == "1"


def test_copying_nothing_keeps_the_clipboard(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("precious")
    press_keys(window, QKeySequence.StandardKey.Copy)
    assert QGuiApplication.clipboard().text() == "precious"


@pytest.mark.parametrize("fill", ["nothing", "text"])
def test_pasting_nothing_usable_changes_nothing(window: MainWindow, fill: str, qtbot) -> None:
    draw(window.session, FOUR)
    before, count = window.session.drawing, window.session.undo_stack.count()
    if fill == "text":
        QGuiApplication.clipboard().setText("four")
    with qtbot.assertNotEmitted(window.failed):
        press_keys(window, QKeySequence.StandardKey.Paste)
    assert window.session.drawing is before
    assert window.session.undo_stack.count() == count


def test_picture_under_strokes_is_copied_with_them() -> None:
    picture = Picture(mnist_test().images[0].copy())
    drawing = Drawing(drawing_of(ONE).strokes, picture=picture)
    again = received(mime_data(drawing))
    assert isinstance(again, Drawing)
    assert same_drawings(again, drawing)


def paste_image(window: MainWindow, image: QImage) -> None:
    QGuiApplication.clipboard().setImage(image)
    press_keys(window, QKeySequence.StandardKey.Paste)


@pytest.mark.parametrize("label", sorted(DIGITS))
def test_dark_on_light_image_is_read(window: MainWindow, label: str) -> None:
    paste_image(window, grey_image(255 - digit_image(DIGITS[label])))
    assert window.session.recognition.label == label
    drawing = window.session.drawing
    assert drawing.picture is not None
    assert not drawing.strokes
    press_keys(window, QKeySequence.StandardKey.Undo)
    assert window.session.recognition.reason == "blank"


@pytest.mark.parametrize("label", ["2", "5", "8"])
def test_light_on_dark_image_is_read(window: MainWindow, label: str) -> None:
    paste_image(window, grey_image(digit_image(DIGITS[label])))
    assert window.session.recognition.label == label


@pytest.mark.parametrize("label", ["3", "6"])
@pytest.mark.parametrize("shade", [0, 255], ids=["black ink", "white ink"])
def test_transparency_is_paper(window: MainWindow, label: str, shade: int) -> None:
    ink = digit_image(DIGITS[label])
    color = np.full((*ink.shape, 3), shade, np.uint8)
    paste_image(window, rgba_image(color, ink))
    assert window.session.recognition.label == label


def test_coloured_image_is_read(window: MainWindow) -> None:
    """Blue ink on yellow paper."""
    ink = digit_image(DIGITS["4"]).astype(float)[..., None] / 255
    color = (1 - ink) * [250, 240, 170] + ink * [20, 40, 160]
    alpha = np.full(ink.shape[:2], 255, np.uint8)
    paste_image(window, rgba_image(np.rint(color).astype(np.uint8), alpha))
    assert window.session.recognition.label == "4"


def test_large_image_is_read(window: MainWindow) -> None:
    image = grey_image(255 - digit_image(DIGITS["9"], zoom=120, border=300))
    assert image.width() > 3900
    paste_image(window, image)
    assert window.session.recognition.label == "9"
    assert max(window.session.drawing.picture.ink.shape) <= 1200


def test_image_of_a_few_pixels(window: MainWindow) -> None:
    """As it is: 28 x 28."""
    paste_image(window, grey_image(mnist_test().images[DIGITS["0"]]))
    assert window.session.recognition.label == "0"


def test_image_that_is_too_large_is_refused_in_a_sentence(window: MainWindow, qtbot) -> None:
    draw(window.session, FOUR)
    before = window.session.drawing
    image = QImage(LARGEST_SIDE + 1, 3, QImage.Format.Format_Grayscale8)
    image.fill(255)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(window.failed) as failed:
        press_keys(window, QKeySequence.StandardKey.Paste)
    assert isinstance(failed.args[0], BadInput)
    assert str(LARGEST_SIDE + 1) in str(failed.args[0])
    assert window.session.drawing is before


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\x00", b'{"kind": "lenet_gui drawing", "format": 1}', b"[]" * 100]
)
def test_damaged_drawing_on_the_clipboard(window: MainWindow, qtbot, data: bytes) -> None:
    draw(window.session, SEVEN)
    before = window.session.drawing
    mime = QMimeData()
    mime.setData(DRAWING_TYPE, data)
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(window.failed) as failed:
        press_keys(window, QKeySequence.StandardKey.Paste)
    assert isinstance(failed.args[0], BadInput)
    assert "clipboard" in str(failed.args[0])
    assert window.session.drawing is before


def test_drawing_over_a_pasted_picture(window: MainWindow) -> None:
    """Strokes join the picture; undo takes them back one by one."""
    image = 255 - digit_image(DIGITS["1"])
    paste_image(window, grey_image(image))
    alone = window.session.recognition
    draw(window.session, [[(100, 500), (460, 500)]])
    assert window.session.drawing.picture is not None
    assert len(window.session.drawing.strokes) == 1
    assert not np.array_equal(window.session.recognition.scores, alone.scores)
    press_keys(window, QKeySequence.StandardKey.Undo)
    assert np.array_equal(window.session.recognition.scores, alone.scores)


# ---- drops


def hover(window: MainWindow, data: QMimeData, at: QPoint | None = None) -> bool:
    """Drag something over the window; returns whether it would be taken."""
    place = window.rect().center() if at is None else at
    event = QDragEnterEvent(
        place, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QCoreApplication.sendEvent(window, event)
    taken = event.isAccepted()
    if taken:
        move = QDragMoveEvent(
            place, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
        )
        QCoreApplication.sendEvent(window, move)
    idle()
    return taken


LEFT = Qt.MouseButton.LeftButton


def leave(window: MainWindow) -> None:
    QCoreApplication.sendEvent(window, QDragLeaveEvent())
    idle()


def drop(window: MainWindow, data: QMimeData) -> None:
    assert hover(window, data)
    event = QDropEvent(
        QPointF(window.rect().center()),
        Qt.DropAction.CopyAction,
        data,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(window, event)
    assert event.isAccepted()
    settle()


def of_urls(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def of_files(*paths: Path) -> QMimeData:
    return of_urls(*(QUrl.fromLocalFile(str(path)) for path in paths))


def of_image(image: QImage) -> QMimeData:
    data = QMimeData()
    data.setImageData(image)
    return data


def framed(window: MainWindow) -> bool:
    """Whether the place where things land is seen to be marked."""
    frame = window.findChild(DropFrame)
    assert frame is not None
    shown = pixels(window)
    corner = window.sources.mapTo(window, QPoint(0, 0))
    size = window.sources.size()
    part = shown[corner.y() : corner.y() + size.height(), corner.x() : corner.x() + size.width()]
    accent = np.array(QColor(LIGHT.accent).getRgb()[:3])
    edge = np.abs(part[:8].astype(int) - accent).max(axis=2) < 30
    assert frame.isVisible() == bool(edge.any())
    return bool(edge.any())


def test_place_is_marked_while_something_hovers(window: MainWindow) -> None:
    assert not framed(window)
    before = pixels(window)
    assert hover(window, of_image(grey_image(255 - digit_image(0))))
    assert framed(window)
    leave(window)
    assert not framed(window)
    assert np.array_equal(pixels(window), before)


@pytest.mark.parametrize(
    "data",
    [
        QMimeData(),
        of_urls(QUrl("https://example.org/digit.png")),
    ],
    ids=["nothing", "a page of the web"],
)
def test_what_cannot_be_used_is_not_taken(window: MainWindow, data: QMimeData) -> None:
    assert not usable(data)
    assert not hover(window, data)
    assert not framed(window)


def test_text_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("four")
    assert not hover(window, data)


def test_dropped_drawing(window: MainWindow) -> None:
    drop(window, mime_data(drawing_of(SEVEN)))
    assert same_drawings(window.session.drawing, drawing_of(SEVEN))
    assert answer_of(window) == "7"
    assert window.session.undo_stack.undoText() == "Drop"
    assert not framed(window)


def test_dropped_image(window: MainWindow) -> None:
    draw(window.session, ONE)
    drop(window, of_image(grey_image(255 - digit_image(DIGITS["6"]))))
    assert answer_of(window) == "6"
    window.session.undo_stack.undo()
    idle()
    assert answer_of(window) == "1"


def test_dropped_files(window: MainWindow, tmp_path: Path, qtbot) -> None:
    """Drawing, image, and checkpoint, each by its suffix."""
    drawing, image = tmp_path / "seven.json", tmp_path / "eight ü.png"
    write_drawing(drawing, drawing_of(SEVEN))
    assert grey_image(255 - digit_image(DIGITS["8"])).save(str(image))
    checkpoint = tmp_path / "mine.safetensors"
    checkpoint.write_bytes(resource("checkpoints", "lenet-5.safetensors").read_bytes())
    for path, answer in ((drawing, "7"), (image, "8")):
        drop(window, of_files(path))
        qtbot.waitUntil(lambda answer=answer: answer_of(window) == answer)
        assert not framed(window)
    with qtbot.waitSignal(window.session.reader_changed):
        drop(window, of_files(checkpoint))
    assert window.session.recognition.network == "mine"
    assert answer_of(window) == "8"


@pytest.mark.parametrize("name", ["broken.png", "broken.json", "broken.safetensors", "folder"])
def test_dropped_rubbish(window: MainWindow, tmp_path: Path, qtbot, name: str) -> None:
    draw(window.session, FOUR)
    before, path = window.session.drawing, tmp_path / name
    if name == "folder":
        path.mkdir()
    else:
        path.write_bytes(gzip.compress(b"rubbish"))
    with qtbot.waitSignal(window.failed) as failed:
        drop(window, of_files(path))
    assert isinstance(failed.args[0], BadInput)
    assert name in str(failed.args[0])
    assert window.session.drawing is before
    assert answer_of(window) == "4"


# ---- dragged out


def test_dragged_out_it_is_strokes_and_image(window: MainWindow) -> None:
    draw(window.session, FOUR)
    handle = window.findChild(DragHandle)
    assert handle is not None
    drag = handle.drag()
    data = drag.mimeData()
    assert same_drawings(received(data), window.session.drawing)
    image = data.imageData()
    assert default_reader().recognize(picture_of_grey(grey_of(image))).label == "4"
    assert not drag.pixmap().isNull()
    drag.deleteLater()


@pytest.mark.parametrize("drawn", [False, True], ids=["empty page", "drawn"])
def test_dragging_begins_after_a_little_way(
    qtbot, session: Session, monkeypatch: pytest.MonkeyPatch, drawn: bool
) -> None:
    """And never with an empty page."""
    handle = DragHandle(session)
    qtbot.addWidget(handle)
    if drawn:
        draw(session, FOUR)
    begun: list[QMimeData] = []

    class Dragged:
        def exec(self, action: Qt.DropAction) -> None:
            begun.append(mime_data(session.drawing))

    monkeypatch.setattr(handle, "drag", Dragged)
    start = handle.rect().center()
    QTest.mouseMove(handle, start)
    assert not begun
    QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(handle, start + QPoint(2, 1))
    assert not begun
    QTest.mouseMove(handle, start + QPoint(30, 10))
    assert len(begun) == (1 if drawn else 0)
    QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, start)


def test_drop_of_what_was_dragged_out(window: MainWindow) -> None:
    draw(window.session, FOUR)
    handle = window.findChild(DragHandle)
    assert handle is not None
    drag, drawing = handle.drag(), window.session.drawing
    window.session.clear()
    drop(window, drag.mimeData())
    assert same_drawings(window.session.drawing, drawing)
    drag.deleteLater()


# ---- the image itself


def test_image_is_dark_on_white_in_any_theme() -> None:
    """At any scale; reading it back gives the same digit."""
    for scale in (0.25, 1.0, 2.0):
        image = page_image(drawing_of(FOUR), scale)
        assert image.width() == round(560 * scale)
        assert QColor(image.pixel(0, 0)) == QColor("white")
        assert default_reader().recognize(picture_of_grey(grey_of(image))).label == "4"


def test_file_of_the_clipboard_is_the_file(tmp_path: Path) -> None:
    """What travels as strokes is what a drawing file holds."""
    path = tmp_path / "drawing.json"
    path.write_bytes(bytes(mime_data(drawing_of(FOUR)).data(DRAWING_TYPE).data()))
    assert same_drawings(read_drawing(path), drawing_of(FOUR))
