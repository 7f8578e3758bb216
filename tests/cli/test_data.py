"""What the command line tells of data: what was left out, and how it would be read better."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.cli.options.data import DATA_HELP
from lenet_gui.cli.parser import main
from lenet_gui.engine.checkpoints.checkpoint import (
    checkpoint_of,
    read_checkpoint,
    write_checkpoint,
)
from lenet_gui.engine.data.formats.picture_forms import FORM_WORDS
from lenet_gui.engine.networks.architectures import architecture
from lenet_gui.engine.networks.weight_initialization import initial_weights
from tests.engine.data.coloured_folders import BLUE, GREEN, RED, write_coloured
from tests.engine.data.formats.test_class_folders import write_folders
from tests.engine.data.formats.test_keras_sets import write_keras
from tests.engine.data.idx_files import digits, put


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out, err


def short(data: object, output: Path) -> tuple[object, ...]:
    return ("train", "--data", data, "--epochs", 1, "--batch", 20, "--validation", 20,
            "--output", output)  # fmt: skip


def test_what_is_left_out_of_a_folder_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = write_folders(tmp_path / "own", 0, 120)
    (own / "7" / "bad.png").write_bytes(b"no picture")
    (own / "Thumbs.db").touch()
    wanted = (
        "lenet-gui: own: Pictures that cannot be read, left out: 1. 7/bad.png is not an image",
        "lenet-gui: own: Files of the operating system, not read: 1, such as Thumbs.db.",
    )
    code, out, err = call(capsys, "evaluate", "--data", own)
    assert code == 0
    assert "on own: 120 samples" in out
    assert all(line in err for line in wanted)
    code, _, err = call(capsys, *short(own, tmp_path / "a.safetensors"))
    assert code == 0
    assert all(err.count(line) == 1 for line in wanted)


def test_inverted_pictures_are_told_of_with_the_name_that_mends_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    images, labels = digits(0, 300)
    put(tmp_path / "own-labels", labels)
    path = put(tmp_path / "own-images", np.ascontiguousarray(255 - images.swapaxes(1, 2)))
    code, _, err = call(capsys, "evaluate", "--data", path)
    assert code == 0
    assert f"own-images: the pictures may be inverted or turned; name '{path}#invert,tr" in err
    code, out, err = call(capsys, "evaluate", "--data", f"{path}#invert,transpose")
    assert err == ""
    assert "on own-images#invert,transpose: 300 samples" in out
    assert "error without rejection: 0." in out
    output = tmp_path / "a.safetensors"
    code, _, err = call(capsys, *short(f"{path}#invert,transpose", output))
    assert code == 0
    assert "may be inverted" not in err
    training = read_checkpoint(output).training
    assert training["config"]["data"] == ["own-images#invert,transpose"]
    assert "--data 'own-images#invert,transpose'" in training["command"]


def test_letters_on_light_paper_are_told_of(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    put(tmp_path / "own-labels", np.arange(90, dtype=np.uint8) % 9 + 20)
    path = put(tmp_path / "own-images", 255 - digits(0, 90)[0])
    _, _, err = call(capsys, "evaluate", "--data", path)
    assert f"name '{path}#invert': the shade of their paper tells" in err


def test_the_articles_training_keeps_every_class_of_a_sorted_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = write_folders(tmp_path / "own", 0, 200)
    output = tmp_path / "a.safetensors"
    code, out, err = call(
        capsys, "train", "--preset", "keras-article", "--data", own, "--epochs", 1,
        "--output", output,
    )  # fmt: skip
    assert (code, "lenet-gui: own" in err) == (0, False)
    assert read_checkpoint(output).class_names == tuple("0123456789")
    assert "28 samples" in out  # a seventh, for the test


def test_a_training_that_would_lose_a_class_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    images, labels = digits(0, 120)
    put(tmp_path / "test-labels", labels[:60])
    put(tmp_path / "test-images", images[:60])
    put(tmp_path / "own-labels", np.where(np.arange(120) < 60, 3, 4).astype(np.uint8))
    own = put(tmp_path / "own-images", images)
    output = tmp_path / "a.safetensors"
    code, _, err = call(capsys, *short(own, output), "--test", tmp_path / "test-images")
    assert code == 1
    assert "No samples would be left to learn these classes from: 3." in err
    assert not output.exists()


def test_keras_file_is_evaluated_in_both_parts(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = write_keras(tmp_path / "mnist.npz")
    assert "80 samples" in call(capsys, "evaluate", "--data", path)[1]
    assert "20 samples" in call(capsys, "evaluate", "--data", f"{path}#test")[1]


def test_gzipped_tables_and_folders_with_one_file_are_evaluated(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    images, labels = digits(0, 60)
    table = np.column_stack([labels, images.reshape(60, 784)])
    for name in ("kaggle/train.csv.gz", "named/anything.gz"):
        (tmp_path / name).parent.mkdir()
        np.savetxt(tmp_path / name, table, fmt="%d", delimiter=",")
        assert "60 samples" in call(capsys, "evaluate", "--data", tmp_path / name)[1]
    (tmp_path / "keras").mkdir()
    write_keras(tmp_path / "keras" / "mnist.npz")
    assert "60 samples" in call(capsys, "evaluate", "--data", tmp_path / "kaggle")[1]
    assert "80 samples" in call(capsys, "evaluate", "--data", tmp_path / "keras")[1]
    assert "20 samples" in call(capsys, "evaluate", "--data", f"{tmp_path / 'keras'}#test")[1]


def test_a_misspelt_form_gets_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = write_keras(tmp_path / "mnist.npz")
    code, _, err = call(capsys, "evaluate", "--data", f"{path}#inverted")
    assert code == 2
    assert "Did you mean invert?" in err


def test_a_folder_without_a_readable_picture_gets_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "1").mkdir()
    Image.new("L", (9, 9)).save(tmp_path / "1" / "a.png")
    (tmp_path / "1" / "a.png").write_bytes((tmp_path / "1" / "a.png").read_bytes()[:40])
    code, _, err = call(capsys, "evaluate", "--data", tmp_path)
    assert code == 1
    assert err.startswith("lenet-gui: 1/a.png")


def test_the_help_names_every_form() -> None:
    assert all(word in DATA_HELP for word in FORM_WORDS)


def test_colours_and_channels_that_would_be_lost_are_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = write_coloured(tmp_path / "own", [RED, GREEN, BLUE], count=40)
    called = [*short(own, tmp_path / "a.safetensors"), "--architecture", "lenet-relu"]
    code, _, err = call(capsys, *called)
    assert code == 0
    assert "own: Pictures in colour: 32 of 32 looked at. A network that sees ink drops" in err
    assert "lenet-relu has 3 channels, but sees ink" in err
    assert "--sees picture" in err
    code, _, err = call(capsys, *called, "--sees", "picture")
    assert code == 0
    assert "lenet-gui: " not in err
    names = read_checkpoint(tmp_path / "a.safetensors").class_names
    assert names == ("0", "1", "2")  # as many outputs as there are folders


def test_mixed_data_says_which_classes_it_has_together(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name, digits_left in (("low", "0123"), ("high", "23456")):
        folder = write_folders(tmp_path / name, 0 if name == "low" else 300, 300)
        for label in set("0123456789") - set(digits_left):
            shutil.rmtree(folder / label)
    output = tmp_path / "a.safetensors"
    code, _, err = call(capsys, *short(tmp_path / "low", output), "--data", tmp_path / "high")
    assert code == 0
    assert "the data has 7 classes together: 0,1,2,3,4,5,6" in err
    assert read_checkpoint(output).class_names == tuple("0123456")
    output.unlink()
    _, _, err = call(capsys, *short(tmp_path / "low", output))
    assert "together" not in err


def test_rbf_outputs_say_why_they_need_ten_and_what_helps(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = write_folders(tmp_path / "own", 0, 300)
    for label in "456789":
        shutil.rmtree(own / label)
    called = [*short(own, tmp_path / "a.safetensors"), "--architecture", "lenet-5"]
    code, _, err = call(capsys, *called)
    assert code == 1
    assert "drawn codes of ten digits" in err
    assert "cannot have 4. Name ten (--classes 0,1,2,3,4,5,6,7,8,9)" in err
    code, _, err = call(capsys, *called, "--classes", "0,1,2,3,4,5,6,7,8,9")
    assert code == 0


def test_a_network_that_sees_pictures_is_calibrated_on_pictures(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Its data are pictures in colour, evaluated and calibrated as they are; scribbles are ink."""
    made = architecture("lenet-relu").for_classes(2).seeing("picture")
    path, folder = tmp_path / "net.safetensors", write_coloured(tmp_path / "own", (RED, GREEN))
    write_checkpoint(path, checkpoint_of(made, ("0", "1"), initial_weights(made, 0)))
    code, out, _ = call(capsys, "evaluate", "--checkpoint", path, "--data", folder)
    assert code == 0
    assert "24 samples" in out
    code, out, err = call(capsys, "calibrate", path, "--data", folder)
    assert (code, err) == (0, "")
    assert "written" in out
    rule = read_checkpoint(path).rejection
    assert rule is not None
    assert rule.curves[0].digits == 24
    found = call(capsys, "calibrate", path, "--data", folder, "--non-digits", "scribbles")
    assert found[0] == 2
    assert "this network sees pictures" in found[2]
