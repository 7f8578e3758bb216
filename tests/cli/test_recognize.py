"""`lenet-gui recognize` of pages: read as one digit, and a hint at ``--many``."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.cli.parser import main
from lenet_gui.cli.recognize import HINT
from lenet_gui.common.values import Drawing
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.engine.ink.rasterizer import make_stroke
from tests.engine.pages.test_page_or_digit import page_of
from tests.helpers import mnist_test


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.png"
    Image.fromarray(page_of([[0, 1, 2], [3, 4, 5]])).save(path)
    return path


@pytest.fixture
def five(tmp_path: Path) -> Path:
    """A 5 whose upper stroke stands apart: two pieces of ink, and one digit."""
    path = tmp_path / "five.png"
    grey = 255 - np.kron(mnist_test().images[8], np.ones((6, 6), np.uint8))
    Image.fromarray(grey).save(path)
    return path


def test_a_page_gets_a_hint_and_its_usual_answer(
    capsys: pytest.CaptureFixture[str], page: Path, five: Path
) -> None:
    assert main(["recognize", str(five), str(page)]) == 0
    out, err = capsys.readouterr()
    assert [line.partition(": ")[0] for line in out.splitlines()] == [str(five), str(page)]
    assert err == f"{page}: {HINT}\n"


def test_the_hint_is_no_part_of_the_json(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    assert main(["recognize", "--json", str(page)]) == 0
    out, err = capsys.readouterr()
    (result,) = json.loads(out)
    assert list(result) == [
        "file", "digit", "label", "reason", "scores", "confidence", "rule", "milliseconds",
        "message",
    ]  # fmt: skip
    assert len(result["scores"]) == 10
    assert err == f"{page}: {HINT}\n"


def test_what_the_hint_names_reads_all_digits(
    capsys: pytest.CaptureFixture[str], page: Path
) -> None:
    assert main(["recognize", "--many", str(page)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [f"{page}: 721", f"{page}: 041"]
    assert err == ""


def test_a_drawing_is_never_taken_for_a_page(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "ones.json"
    strokes = tuple(make_stroke([(x, 150), (x - 5, 420)]) for x in (150, 280, 410))
    write_drawing(path, Drawing(strokes))
    assert main(["recognize", str(path)]) == 0
    assert capsys.readouterr().err == ""
