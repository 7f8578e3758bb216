"""The samples are what their command makes, and they are what the gallery says of them."""

import numpy as np
import pytest

from lenet_gui.common.assets import resource
from lenet_gui.engine.ink.drawing_files import from_json, read_drawing, to_json
from lenet_gui.engine.ink.image_files import read_photograph
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.pages.read_page import read_page
from tests.gui.helpers import same_drawings
from tests.helpers import default_recognizer
from tests.samples.drawings import LINES, sample_drawing
from tests.samples.pages import PAGES, QUALITY, sample_page

FOLDER = resource("samples")
DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
MOST_BYTES = 200_000  # of a page


@pytest.mark.parametrize("name", LINES)
def test_the_command_makes_the_drawings(name: str) -> None:
    made = from_json(to_json(sample_drawing(name)), name)
    assert same_drawings(made, read_drawing(FOLDER / f"{name}.json"))


@pytest.mark.parametrize("name", PAGES)
def test_the_command_makes_the_pages(name: str) -> None:
    """Another version of a library may round a little differently."""
    kept = FOLDER / f"{name}.jpg"
    assert kept.stat().st_size < MOST_BYTES
    made = sample_page(name)
    assert len(made.jpeg(QUALITY)) < MOST_BYTES
    found = read_photograph(kept).grey
    assert found.shape == made.grey.shape
    assert np.abs(found.astype(float) - made.grey).mean() < 3.0


@pytest.mark.parametrize(("label", "name"), list(enumerate(DIGITS)))
def test_each_digit_is_read_right(label: int, name: str) -> None:
    picture = drawing_picture(read_drawing(FOLDER / f"{name}.json"))
    assert default_recognizer().recognize(picture).label == str(label)


@pytest.mark.parametrize(
    ("name", "either"), [("one-or-seven", {"1", "7"}), ("four-or-nine", {"4", "9"})]
)
def test_hard_ones_are_between_two_digits(name: str, either: set[str]) -> None:
    found = default_recognizer().recognize(drawing_picture(read_drawing(FOLDER / f"{name}.json")))
    assert {found.class_names[index] for index in found.ranking[:2]} == either
    assert found.scores[found.ranking[1]] > 0.02  # of a clear digit it is below a thousandth


def test_the_scribble_is_declined() -> None:
    found = default_recognizer().recognize(drawing_picture(read_drawing(FOLDER / "scribble.json")))
    assert found.label is None


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_read_right(name: str) -> None:
    wanted: dict[int, str] = {}
    for truth in sample_page(name).truths:
        wanted[truth.line] = wanted.get(truth.line, "") + str(truth.digit)
    reading = read_page(read_photograph(FOLDER / f"{name}.jpg").grey, default_recognizer())
    assert [line.text for line in reading.lines] == list(wanted.values())
