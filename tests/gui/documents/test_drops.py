"""Dropped onto the window and dragged out of it: drawings, images, files, and what is none."""

import gzip
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import (
    QColor,
)
from PySide6.QtTest import QTest

from lenet_gui.common.assets import resource
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Drawing
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.engine.ink.ink_extraction import picture_of_grey
from lenet_gui.gui.appearance.theme import LIGHT
from lenet_gui.gui.documents.drag_handle import DragHandle
from lenet_gui.gui.documents.mime_data import (
    grey_of,
    mime_data,
    received,
    usable,
)
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.drop_frame import DropFrame
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.carrying import drop, hover, leave, of_files, of_image, of_urls
from tests.gui.digits import DIGITS, digit_image, grey_image
from tests.gui.helpers import (
    FOUR,
    ONE,
    SEVEN,
    answer_of,
    draw,
    drawing_of,
    idle,
    pixels,
    press,
    release,
    same_drawings,
)
from tests.helpers import default_recognizer


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
    with qtbot.waitSignal(window.session.network_changed):
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
    drawing = received(data)
    assert isinstance(drawing, Drawing)
    assert same_drawings(drawing, window.session.drawing)
    image = data.imageData()
    assert default_recognizer().recognize(picture_of_grey(grey_of(image))).label == "4"
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
    press(handle, start)
    QTest.mouseMove(handle, start + QPoint(2, 1))
    assert not begun
    QTest.mouseMove(handle, start + QPoint(30, 10))
    assert len(begun) == (1 if drawn else 0)
    release(handle, start)


def test_drop_of_what_was_dragged_out(window: MainWindow) -> None:
    draw(window.session, FOUR)
    handle = window.findChild(DragHandle)
    assert handle is not None
    drag, drawing = handle.drag(), window.session.drawing
    window.session.clear()
    drop(window, drag.mimeData())
    assert same_drawings(window.session.drawing, drawing)
    drag.deleteLater()
