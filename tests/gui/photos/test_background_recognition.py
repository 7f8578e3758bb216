"""Frames never queue: of those that wait for the recognizer only the newest is read."""

import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray
from lenet_gui.gui.photos.background_recognition import BackgroundRecognition
from lenet_gui.gui.photos.photo_reading import PhotoReading
from lenet_gui.gui.session.session import Session
from tests.gui.streams import page_of
from tests.helpers import PATIENCE

QUITS = """
import numpy as np
from PySide6.QtCore import QCoreApplication
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.gui.photos.background_recognition import BackgroundRecognition
from lenet_gui.gui.session.session import Session

application = QCoreApplication([])
session = Session(load_recognizer())
recognition = BackgroundRecognition(session)
grey = np.random.default_rng(0).integers(0, 255, (700, 900)).astype(np.uint8)
began = []
recognition.show(lambda: began.append(True) or grey)
while not began:
    pass
"""


@pytest.fixture
def recognizer(session: Session) -> BackgroundRecognition:
    return BackgroundRecognition(session)


def test_only_the_newest_frame_waits(recognizer: BackgroundRecognition, qtbot) -> None:
    gate, developed = threading.Event(), []

    def frame(number: int) -> ByteArray:
        gate.wait(PATIENCE)
        developed.append((number, threading.get_ident()))
        return np.full((40 + number, 40), 200, np.uint8)

    seen = []
    recognizer.read.connect(lambda photo: seen.append(photo.size[1] - 40))
    for number in range(50):
        recognizer.show(partial(frame, number))
    gate.set()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [0, 49]
    assert [number for number, _ in developed] == [0, 49]
    assert threading.get_ident() not in {thread for _, thread in developed}


def test_a_bad_frame_does_not_stop_the_next(recognizer: BackgroundRecognition, qtbot) -> None:
    def bad() -> ByteArray:
        raise BadInput("This is no frame.")

    failed: list[BadInput] = []
    seen: list[PhotoReading] = []
    recognizer.failed.connect(failed.append)
    recognizer.read.connect(seen.append)
    recognizer.show(bad)
    recognizer.show(lambda: page_of("33"))
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert str(failed[0]) == "This is no frame."


def test_what_was_dropped_is_never_heard_of(recognizer: BackgroundRecognition, qtbot) -> None:
    seen: list[PhotoReading] = []
    recognizer.read.connect(seen.append)
    recognizer.show(lambda: page_of("33"))
    recognizer.show(lambda: page_of("33"))
    recognizer.drop()
    assert not recognizer.busy
    recognizer.show(lambda: page_of("72", (200, 300)))
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert seen[0].size == (300, 200)


def test_a_region_is_read_with_what_is_around_it(recognizer: BackgroundRecognition, qtbot) -> None:
    """Boxes are in the pixels of the whole picture, and what is outside is left out."""
    page = page_of("3322/7337")
    recognizer.region = (0.0, 0.5, 1.0, 1.0)
    with qtbot.waitSignal(recognizer.read) as read:
        recognizer.show(lambda: page)
    photo = read.args[0]
    assert [line.text for line in photo.reading.lines] == ["7337"]
    for found in photo.digits:
        x, y, width, height = photo.box(found.box)
        assert y + height / 2 >= 180
        assert page[y : y + height, x : x + width].min() < 110


def test_the_program_ends_well_while_a_page_is_read(tmp_path: Path, program_environment) -> None:
    """A thread that is ended inside of OpenCV would abort the whole program."""
    environment = {**program_environment, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", QUITS],
        env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
