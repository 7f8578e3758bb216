"""`lenet-gui recognize --many`: the command."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from lenet_gui.cli.parser import main
from lenet_gui.common.values import Drawing
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.engine.ink.image_files import read_photograph
from lenet_gui.engine.ink.rasterizer import make_stroke
from tests.engine.pages.test_read_page import page
from tests.photographs.page_evaluation import overlap


@pytest.fixture(scope="module")
def photograph() -> Any:
    return page()


@pytest.fixture
def file(tmp_path: Path, photograph: Any) -> Path:
    path = tmp_path / "page.jpg"
    path.write_bytes(photograph.jpeg())
    return path


def results(capsys: pytest.CaptureFixture[str], code: int, *arguments: object) -> Any:
    assert main(["recognize", "--many", "--json", *map(str, arguments)]) == code
    return json.loads(capsys.readouterr().out)


def test_json_is_as_promised(
    capsys: pytest.CaptureFixture[str], file: Path, photograph: Any
) -> None:
    (found,) = results(capsys, 0, file)
    assert set(found) == {"file", "lines", "rule", "milliseconds", "message"}
    assert found["file"] == str(file)
    assert found["message"] is None
    assert found["milliseconds"] > 0
    assert len(found["lines"]) == 3
    boxes = []
    for line in found["lines"]:
        assert set(line) == {"text", "digits"}
        assert len(line["text"]) == len(line["digits"])
        for digit, letter in zip(line["digits"], line["text"], strict=True):
            assert set(digit) == {"digit", "box", "score"}
            assert letter == ("?" if digit["digit"] is None else str(digit["digit"]))
            assert 0 <= digit["score"] <= 1
            assert all(isinstance(value, int) for value in digit["box"])
            x, y, width, height = digit["box"]
            boxes.append((x, y, width, height))
    for truth in photograph.truths:
        assert max(overlap(box, truth.box) for box in boxes) > 0.5


def test_text_is_one_line_for_each_line(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    assert main(["recognize", "--many", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert all(line.startswith(f"{file}: ") for line in lines)


TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("orientation", TURNS)
def test_boxes_are_in_the_pixels_of_the_file_as_stored(tmp_path: Path, orientation: int) -> None:
    generator = np.random.default_rng(orientation)
    grey = generator.integers(0, 256, (30, 50), np.uint8)
    image, turn = Image.fromarray(grey), TURNS[orientation]
    stored = image if turn is None else image.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(tmp_path / "turned.png", exif=exif)
    read = read_photograph(tmp_path / "turned.png")
    np.testing.assert_array_equal(read.grey, grey)
    x, y, width, height = read.box_in_file((7, 4, 12, 5))
    inside = np.asarray(stored)[y : y + height, x : x + width]
    assert sorted(inside.ravel()) == sorted(grey[4:9, 7:19].ravel())


def test_a_drawing_is_a_page_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "ones.json"
    strokes = tuple(make_stroke([(x, 150), (x - 5, 420)]) for x in (150, 280, 410))
    write_drawing(path, Drawing(strokes))
    (found,) = results(capsys, 0, path)
    assert [line["text"] for line in found["lines"]] == ["111"]


def bad_files(folder: Path, page_bytes: bytes) -> dict[str, bytes | Image.Image | None]:
    return {
        "missing.jpg": None,
        "empty.jpg": b"",
        "text.jpg": b"these are words",
        "truncated.jpg": page_bytes[:300],  # what is left of its pixels would be read
        "bomb.png": Image.new("1", (9000, 9000)),
    }


def test_bad_files_get_a_sentence_and_the_others_are_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, file: Path, photograph: Any
) -> None:
    paths = []
    for name, content in bad_files(tmp_path, photograph.jpeg()).items():
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif content is not None:
            content.save(path)
        paths.append(path)
    *bad, good = results(capsys, 1, *paths, file)
    for one in bad:
        assert one["lines"] == []
        assert one["message"].endswith(".")
    assert good["message"] is None
    assert good["lines"]


@pytest.mark.parametrize("size", [(1, 1), (640, 480)])
def test_a_picture_without_digits_gets_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "black.png"
    Image.new("L", size).save(path)
    (found,) = results(capsys, 0, path)
    assert found["lines"] == []
    assert found["message"] == "No readable digits were found."


def test_only_photographs_load_opencv() -> None:
    program = "import sys, lenet_gui.cli.recognize, lenet_gui.app; print('cv2' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
