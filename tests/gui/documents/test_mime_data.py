"""The drawing comes and goes: clipboard, drops onto the window, dragged out of it."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QKeySequence,
)

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Drawing, Picture
from lenet_gui.engine.ink.drawing_files import read_drawing
from lenet_gui.engine.ink.ink_extraction import picture_of_grey
from lenet_gui.gui.documents.mime_data import (
    DRAWING_TYPE,
    grey_of,
    mime_data,
    page_image,
    received,
)
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.carrying import paste_image, press_keys
from tests.gui.digits import DIGITS, digit_image, grey_image, rgba_image
from tests.gui.helpers import (
    FOUR,
    ONE,
    SEVEN,
    answer_of,
    draw,
    drawing_of,
    idle,
    same_drawings,
    whole_window,
)
from tests.helpers import default_recognizer, mnist_test


def test_copy_and_paste_into_a_fresh_window(window: MainWindow, qtbot, settings) -> None:
    window.session.set_pen_width(44.0)
    draw(window.session, FOUR)
    press_keys(window, QKeySequence.StandardKey.Copy)
    other = whole_window(Session(default_recognizer()), settings)
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
    assert default_recognizer().recognize(picture_of_grey(grey_of(image))).label == "7"


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
    image = QImage(7800, 7800, QImage.Format.Format_Grayscale8)
    image.fill(255)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(window.failed) as failed:
        press_keys(window, QKeySequence.StandardKey.Paste)
    assert isinstance(failed.args[0], BadInput)
    assert str(failed.args[0]) == (
        "The image has 60 million pixels; at most 60 million are supported."
    )
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


# ---- the image itself


def test_image_is_dark_on_white_in_any_theme() -> None:
    """At any scale; reading it back gives the same digit."""
    for scale in (0.25, 1.0, 2.0):
        image = page_image(drawing_of(FOUR), scale)
        assert image.width() == round(560 * scale)
        assert QColor(image.pixel(0, 0)) == QColor("white")
        assert default_recognizer().recognize(picture_of_grey(grey_of(image))).label == "4"


def test_file_of_the_clipboard_is_the_file(tmp_path: Path) -> None:
    """What travels as strokes is what a drawing file holds."""
    path = tmp_path / "drawing.json"
    path.write_bytes(bytes(mime_data(drawing_of(FOUR)).data(DRAWING_TYPE).data()))
    assert same_drawings(read_drawing(path), drawing_of(FOUR))
