"""What of an opened file could not be used is said in the window; large images are pasted."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage, QPainter

from lenet_gui.gui.documents.mime_data import grey_of
from lenet_gui.gui.window.main_window import MainWindow
from tests.engine.pages.test_page_or_digit import page_of
from tests.gui.carrying import paste_image
from tests.gui.digits import DIGITS, digit_image
from tests.gui.opening import opened


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """A JPEG of one digit without its end."""
    path = tmp_path / "four.jpg"
    Image.fromarray(255 - digit_image(DIGITS["4"])).save(path, quality=95)
    path.write_bytes(path.read_bytes()[:-2])
    return path


def test_the_status_bar_says_that_the_end_of_a_file_is_missing(
    window: MainWindow, cut: Path, qtbot
) -> None:
    opened(qtbot, window, cut, "4")
    assert window.statusBar().currentMessage() == "four.jpg is incomplete: its end is missing."


def test_a_photograph_names_the_page_that_was_read_beside_its_name(
    window: MainWindow, tmp_path: Path, qtbot
) -> None:
    path = tmp_path / "scan.tif"
    pages = [Image.fromarray(page_of([[1, 2], [3, 4]])) for _ in range(3)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    with qtbot.waitSignal(window.commands.documents.photograph_opened):
        window.commands.documents.open_path(str(path))
    note = "Page 1 of 3 of scan.tif was read."
    picture = window.sources.currentWidget()
    assert note in picture.name.toolTip()
    assert window.statusBar().currentMessage() == note


def test_a_contact_sheet_says_it_of_each_file(
    window: MainWindow, cut: Path, tmp_path: Path, qtbot
) -> None:
    other = tmp_path / "whole.png"
    Image.fromarray(255 - digit_image(DIGITS["4"])).save(other)
    window.commands.documents.open_paths([cut, other])
    sheet = window.sources.currentWidget().sheet
    qtbot.waitUntil(lambda: sheet.sheet.read == 2)
    assert "four.jpg is incomplete: its end is missing." in sheet.list.item(0).toolTip()
    assert "incomplete" not in sheet.list.item(1).toolTip()


@pytest.mark.parametrize(
    "kind",
    [
        QImage.Format.Format_RGB32,
        QImage.Format.Format_ARGB32,
        QImage.Format.Format_RGBA64,
        QImage.Format.Format_Grayscale8,
    ],
)
def test_a_screenshot_of_two_screens_is_pasted(window: MainWindow, kind: QImage.Format) -> None:
    """5120 x 1440, as a file of that size is opened."""
    image = QImage(5120, 1440, kind)
    image.fill(QColor("white"))
    grey = 255 - digit_image(DIGITS["7"])
    rows, columns = grey.shape
    digit = QImage(grey.tobytes(), columns, rows, columns, QImage.Format.Format_Grayscale8)
    painter = QPainter(image)
    painter.drawImage(2000, 500, digit.scaled(400, 400))
    painter.end()
    paste_image(window, image)
    assert window.session.recognition.label == "7"


def test_pixels_arrive_as_they_are_in_a_file() -> None:
    values = np.random.default_rng(0).integers(0, 256, (37, 41, 3)).astype(np.uint8)
    image = QImage(values.tobytes(), 41, 37, 3 * 41, QImage.Format.Format_RGB888)
    assert np.array_equal(grey_of(image), np.asarray(Image.fromarray(values).convert("L")))
