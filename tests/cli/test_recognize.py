"""`lenet-gui recognize` of pages: read as one digit, and a hint at ``--many``."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.cli.parser import main
from lenet_gui.cli.recognize import HINT
from lenet_gui.common.values import Drawing, FloatArray
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.engine.ink.rasterizer import make_stroke
from lenet_gui.engine.networks.network import Network
from tests.engine.pages.test_page_or_digit import page_of
from tests.engine.recognition.test_side_by_side import LEFT_SEVEN, RIGHT_FOUR, drawing_of
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
        "message", "side_by_side",
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


def test_what_is_missing_of_a_file_is_said_beside_the_answer(
    capsys: pytest.CaptureFixture[str], five: Path, tmp_path: Path
) -> None:
    """On the standard error; keys of the JSON stay."""
    cut, paged = tmp_path / "cut.jpg", tmp_path / "paged.tif"
    Image.open(five).save(cut, quality=95)
    cut.write_bytes(cut.read_bytes()[:-2])
    Image.open(five).save(paged, save_all=True, append_images=[Image.new("L", (9, 9))])
    for options in ([], ["--many"]):
        assert main(["recognize", "--json", *options, str(cut), str(paged)]) == 0
        out, err = capsys.readouterr()
        assert "5" in json.dumps(json.loads(out)[0])
        assert err == (
            f"{cut}: cut.jpg is incomplete: its end is missing.\n"
            f"{paged}: Page 1 of 2 of paged.tif was read.\n"
        )


@pytest.mark.parametrize("options", [[], ["--many"]])
def test_an_answer_that_is_no_number_is_an_error_and_never_in_the_json(
    capsys: pytest.CaptureFixture[str], five: Path, options: list[str], monkeypatch
) -> None:
    """The check of checkpoints cannot try every picture."""

    def overflowing(self: Network, inputs: FloatArray, batch: int = 100) -> FloatArray:
        return np.full((len(inputs), 10), np.nan, np.float32)

    monkeypatch.setattr(Network, "evidence", overflowing)
    monkeypatch.setattr(
        Network,
        "activations_and_evidence",
        lambda self, inputs: ({}, np.full(10, np.nan, np.float32)),
    )
    assert main(["recognize", "--json", *options, str(five)]) in (0, 1)
    out, _ = capsys.readouterr()
    assert "NaN" not in out
    assert "Infinity" not in out


def test_one_plain_digit_is_read_without_opencv(five: Path, tmp_path: Path) -> None:
    """Which takes a tenth of a second to load."""
    path = tmp_path / "seven.png"
    grey = 255 - np.kron(mnist_test().images[0], np.ones((6, 6), np.uint8))
    Image.fromarray(grey).save(path)
    code = (
        "import sys; from lenet_gui.cli.parser import main; "
        "main(['recognize', sys.argv[1]]); print('cv2' in sys.modules)"
    )
    for file, loaded in ((path, "False"), (five, "True")):
        done = subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True)
        assert done.stdout.splitlines()[-1] == loaded, done.stderr


def test_two_digits_in_a_drawing_are_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "pair.json"
    write_drawing(path, drawing_of([*LEFT_SEVEN, *RIGHT_FOUR]))
    assert main(["recognize", str(path)]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{path}: not sure")
    assert said.endswith("; looks like digits side by side, 7 4: draw one at a time\n")
    assert main(["recognize", "--json", str(path)]) == 0
    (result,) = json.loads(capsys.readouterr().out)
    assert result["side_by_side"] == ["7", "4"]
    assert (result["digit"], result["label"], result["reason"]) == (None, None, "unsure")


def test_a_drawing_is_never_taken_for_a_page(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "ones.json"
    strokes = tuple(make_stroke([(x, 150), (x - 5, 420)]) for x in (150, 280, 410))
    write_drawing(path, Drawing(strokes))
    assert main(["recognize", str(path)]) == 0
    assert capsys.readouterr().err == ""
