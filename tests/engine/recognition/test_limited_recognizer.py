"""A reading with a limit of work: it ends before the limit, and keeps what was read till then."""

import numpy as np
import pytest

from lenet_gui.common.values import Picture
from lenet_gui.engine.pages.read_page import read_page
from lenet_gui.engine.recognition.limited_recognizer import LimitedRecognizer, TooMuchToRead
from lenet_gui.engine.recognition.recognizer import RECOGNITION_BATCH, Recognizer
from tests.gui.streams import page_of
from tests.helpers import default_recognizer, mnist_test


def passes_of(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the pictures that the network is given at once."""
    counts: list[int] = []
    recognize_all, evidence = Recognizer.recognize_all, Recognizer.evidence

    def noted_pictures(self, pictures):
        counts.append(len(pictures))
        return recognize_all(self, pictures)

    def noted_images(self, images):
        counts.append(len(images))
        return evidence(self, images)

    monkeypatch.setattr(Recognizer, "recognize_all", noted_pictures)
    monkeypatch.setattr(Recognizer, "evidence", noted_images)
    return counts


def test_it_answers_as_the_other_one_up_to_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    other, images = default_recognizer(), mnist_test().images
    limited = LimitedRecognizer(other, passes=4)
    pictures = [Picture(image) for image in images[: RECOGNITION_BATCH + 1]]
    wanted = [answer.label for answer in other.recognize_all(pictures)]
    assert [answer.label for answer in limited.recognize_all(pictures)] == wanted
    assert np.array_equal(limited.evidence(images[:32]), other.evidence(images[:32]))
    counts = passes_of(monkeypatch)
    with pytest.raises(TooMuchToRead):
        limited.recognize_all(pictures)
    assert not counts


def test_what_was_read_stands_when_a_second_look_would_be_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = page_of("37", (360, 480))  # so few digits that a larger one is looked for
    counts = passes_of(monkeypatch)
    whole = read_page(page, default_recognizer())
    assert [line.text for line in whole.lines] == ["37"]
    every = sum(-(-count // RECOGNITION_BATCH) for count in counts)
    enough = [
        most for most in range(every + 1)
        if _texts(page, LimitedRecognizer(default_recognizer(), most)) == ["37"]
    ]  # fmt: skip
    assert enough == list(range(enough[0], every + 1))
    assert enough[0] < every
    with pytest.raises(TooMuchToRead):
        read_page(page, LimitedRecognizer(default_recognizer(), 0))


def _texts(page: np.ndarray, recognizer: Recognizer) -> list[str] | None:
    try:
        return [line.text for line in read_page(page, recognizer).lines]
    except TooMuchToRead:
        return None
