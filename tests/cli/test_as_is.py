"""`lenet-gui recognize --as-is`: an image goes to the network's input, only resized."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.cli.parser import main
from lenet_gui.common.values import Drawing
from lenet_gui.engine.checkpoints.checkpoint import write_checkpoint
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.engine.ink.rasterizer import make_stroke
from tests.engine.checkpoints.test_network_scripts import networks


@pytest.fixture
def noise(tmp_path: Path) -> Path:
    path = tmp_path / "noise.png"
    values = np.random.default_rng(7).integers(0, 256, (32, 32)).astype(np.uint8)
    Image.fromarray(values).save(path)
    return path


@pytest.mark.parametrize("network", ["lenet-5", "lenet-5-modern-pen", "lenet-relu"])
def test_ten_scores_of_a_random_picture(
    capsys: pytest.CaptureFixture[str], noise: Path, network: str
) -> None:
    assert main(["recognize", "--as-is", "--json", "--network", network, str(noise)]) == 0
    out, err = capsys.readouterr()
    (result,) = json.loads(out)
    recognizer = load_recognizer(network)
    inputs = recognizer.architecture.input_from(np.asarray(Image.open(noise)))
    wanted = recognizer.network.scores(inputs[None])[0]
    assert len(result["scores"]) == 10
    np.testing.assert_allclose(result["scores"], wanted, rtol=1e-4, atol=1e-5)
    best = wanted.argmin() if network == "lenet-5" else wanted.argmax()
    assert (result["digit"], result["reason"], result["rule"]) == (int(best), None, None)
    assert err == ""  # no hint that it looks like a page


def test_all_scores_are_printed(capsys: pytest.CaptureFixture[str], noise: Path) -> None:
    assert main(["recognize", "--as-is", "--network", "lenet-5", str(noise), str(noise)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.startswith(f"{noise}: ") for line in lines] == [True, False] * 2
    names = [part.split()[0] for part in lines[1].removeprefix("  scores: ").split(", ")]
    assert names == list("0123456789")


def test_other_files(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An empty image is read like any other; a drawing goes in with its whole page."""
    Image.new("L", (5, 9)).save(tmp_path / "empty.png")
    write_drawing(tmp_path / "one.json", Drawing((make_stroke([(280, 100), (275, 450)], 60.0),)))
    (tmp_path / "bad.png").write_bytes(b"rubbish")
    files = [str(tmp_path / name) for name in ("empty.png", "one.json", "bad.png")]
    assert main(["recognize", "--as-is", "--json", *files]) == 1
    empty, one, bad = json.loads(capsys.readouterr().out)
    assert len(empty["scores"]) == len(one["scores"]) == 10
    assert empty["reason"] is None
    assert one["digit"] == 1
    assert (bad["reason"], bad["scores"]) == ("error", [])


def test_a_network_of_pictures(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    checkpoint = tmp_path / "own.safetensors"
    write_checkpoint(checkpoint, networks()["stride, table, odd maps"])
    Image.new("RGB", (31, 31), (200, 10, 90)).save(tmp_path / "red.png")
    command = ["recognize", "--as-is", "--json", "--checkpoint", str(checkpoint)]
    assert main([*command, str(tmp_path / "red.png")]) == 0
    (result,) = json.loads(capsys.readouterr().out)
    assert len(result["scores"]) == 7


@pytest.mark.parametrize("option", ["--accept-errors=0.1", "--reject-by=margin"])
def test_a_reject_rule_beside_it_is_wrong_use(
    capsys: pytest.CaptureFixture[str], noise: Path, option: str
) -> None:
    assert main(["recognize", "--as-is", option, str(noise)]) == 2
    assert option.partition("=")[0] in capsys.readouterr().err


def test_many_beside_it_is_wrong_use(capsys: pytest.CaptureFixture[str], noise: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["recognize", "--as-is", "--many", str(noise)])
    assert ended.value.code == 2
