"""Pictures with too much in them to be read live, and how much work reading others is."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from lenet_gui.engine.recognition.recognizer import RECOGNITION_BATCH, Recognizer
from lenet_gui.gui.feeds.feed import ReadingBounds
from lenet_gui.gui.feeds.screen_feed import ScreenFeed
from lenet_gui.gui.photos.background_recognition import read_photo
from lenet_gui.gui.photos.crowding import is_crowded
from tests.gui.streams import page_of
from tests.helpers import default_recognizer

BOUNDS = ScreenFeed.bounds
assert BOUNDS is not None


def text_of(size: tuple[int, int], paper: int = 255) -> np.ndarray:
    page = np.full(size, paper, np.uint8)
    for row in range(20, size[0], 18):
        cv2.putText(page, "nm48 7" * 60, (5, row), cv2.FONT_HERSHEY_PLAIN, 1, 255 - paper)
    return page


@pytest.fixture
def recognized(monkeypatch) -> list[int]:
    """How many pictures the network was given at once."""
    counts: list[int] = []
    recognize = Recognizer.recognize_all

    def noted(self, pictures):
        counts.append(len(pictures))
        return recognize(self, pictures)

    monkeypatch.setattr(Recognizer, "recognize_all", noted)
    return counts


@pytest.mark.parametrize("paper", [0, 255])
@pytest.mark.parametrize("size", [(768, 1366), (1080, 1920)])
def test_screens_of_text_cost_no_reading(recognized, size: tuple[int, int], paper: int) -> None:
    photo = read_photo(text_of(size, paper), default_recognizer(), bounds=BOUNDS)
    assert photo.crowded
    assert not photo.digits
    assert not recognized
    assert photo.size == (size[1], size[0])
    assert photo.shown.shape == (size if size[1] <= 1600 else (900, 1600))


@pytest.mark.parametrize("size", [(1080, 1920), (2160, 3840)])
def test_words_that_are_no_crowd_are_not_worked_at_for_long(recognized, size) -> None:
    """Each could be many digits that touch."""
    picture = np.full(size, 235, np.uint8)
    factor = size[0] // 1080
    for row in range(8):
        place = (100 * factor, (100 + 90 * row) * factor)
        cv2.putText(
            picture, "Windows with menus and words", place, cv2.FONT_HERSHEY_SCRIPT_COMPLEX,
            1.5 * factor, 20, 3 * factor, cv2.LINE_AA,
        )  # fmt: skip
    assert not is_crowded(picture, BOUNDS.side, BOUNDS.marks)
    assert read_photo(picture, default_recognizer(), bounds=BOUNDS).crowded
    assert sum(-(-count // RECOGNITION_BATCH) for count in recognized) <= BOUNDS.passes
    assert not read_photo(picture, default_recognizer(), bounds=replace(BOUNDS, passes=99)).crowded


def test_pages_of_digits_are_read(recognized) -> None:
    page = page_of("/".join(["1234567890"] * 7), (768, 1366))
    photo = read_photo(page, default_recognizer(), bounds=BOUNDS)
    assert not photo.crowded
    assert len(photo.digits) == 70
    assert sum(recognized) > 0


def test_a_region_alone_is_counted() -> None:
    """What is around it costs nothing."""
    picture = text_of((768, 1366))
    page = page_of("3322/7337", (360, 480), paper=255)
    picture[:500, :660] = 255  # a margin: around a region some paper is looked at, too
    picture[:360, :480] = page
    region = (0.0, 0.0, 480 / 1366, 360 / 768)
    photo = read_photo(picture, default_recognizer(), region, BOUNDS)
    assert [line.text for line in photo.reading.lines] == ["3322", "7337"]
    assert read_photo(picture, default_recognizer(), (0.5, 0.0, 1.0, 1.0), BOUNDS).crowded


def test_marks_are_counted_in_what_is_read() -> None:
    page = page_of("3322/7337")
    assert not is_crowded(page, 1280, 40)
    assert is_crowded(page, 1280, 4)
    bounds = ReadingBounds(side=1280, marks=4, passes=6)
    assert read_photo(page, default_recognizer(), bounds=bounds).crowded
    assert not read_photo(page, default_recognizer()).crowded  # photographs are not bounded
