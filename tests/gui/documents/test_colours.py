"""Images that come in keep their colours for a network that sees pictures."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from lenet_gui.engine.ink.colour_pictures import resized
from lenet_gui.engine.ink.drawing_files import read_drawing
from lenet_gui.gui.results.scrolled_digits import ScrolledDigits
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.sources import mnist
from lenet_gui.gui.sources.mnist import MnistSource
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import click, finish_work, idle, pixels
from tests.gui.picture_networks import (
    YELLOW,
    quarters,
    red_four_on_yellow,
    seeing_pictures,
)
from tests.helpers import default_recognizer, mnist_test


@pytest.fixture
def session(session: Session) -> Session:
    session.use(seeing_pictures())
    return session


def check_quarters(session: Session) -> None:
    assert session.drawing.picture is not None
    assert session.drawing.picture.rgb is not None
    assert np.array_equal(session.drawing.picture.rgb, quarters())
    assert np.array_equal(session.recognition.field, resized(quarters(), (3, 32, 32)))


def test_a_file_an_image_and_a_drop(window: MainWindow, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "quarters.png"
    Image.fromarray(quarters()).save(path)
    window.commands.documents.open_path(str(path))
    finish_work()
    check_quarters(session)
    session.clear()
    data = QMimeData()
    data.setImageData(QImage(str(path)))
    QApplication.clipboard().setMimeData(data)
    window.commands.documents.paste()
    finish_work()
    check_quarters(session)


def test_a_saved_painting_comes_back(window: MainWindow, session: Session, tmp_path: Path) -> None:
    session.replace_drawing(red_four_on_yellow(), "")
    idle()
    before, path = session.recognition.field, tmp_path / "four.json"
    window.commands.documents.save_to(path)
    session.clear()
    window.commands.documents.open_path(str(path))
    finish_work()
    assert session.drawing.paper == YELLOW
    assert np.array_equal(session.recognition.field, before)
    assert read_drawing(path).paper == YELLOW


def test_digits_of_mnist_are_light_on_black(
    qtbot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mnist, "_test_digits", mnist_test)
    source = MnistSource(session)
    qtbot.addWidget(source)
    source.show()
    finish_work()
    source.take(17)
    idle()
    stored = mnist_test().images[17]
    wanted = resized(np.repeat(stored[:, :, None], 3, axis=2), (3, 32, 32))
    assert np.array_equal(session.recognition.field, wanted)
    assert source.grid.marked == 17
    session.use(default_recognizer())
    assert session.recognition.label == mnist_test().labels[17]


def test_samples_in_colour_are_shown_and_taken_in_colour(qtbot, session: Session) -> None:
    images = np.zeros((3, 3, 32, 32), np.uint8)
    images[0, 0] = images[1, 1] = images[2, 2] = 250
    shown = ScrolledDigits(session)
    qtbot.addWidget(shown)
    shown.resize(200, 200)
    shown.show()
    shown.show_digits("Samples", images, np.arange(3), "Sample {0}")
    idle()
    seen = pixels(shown.grid)
    for place, colour in enumerate([(250, 0, 0), (0, 250, 0), (0, 0, 250)]):
        middle = shown.grid.cell(place).center()
        assert tuple(seen[middle.y(), middle.x()]) == colour
    shown.grid.chosen.emit(1)
    idle()
    assert np.array_equal(session.recognition.field, images[1])
    click(shown.grid)
