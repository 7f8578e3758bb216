"""Every command, as people and programs call it."""

import io
import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import numpy as np
import pytest
from PIL import Image

from lenet_gui import __version__, cli
from lenet_gui.cli.parser import main, parser
from lenet_gui.cli.train import _line, command_of, configuration
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.recipes import PRESETS
from lenet_gui.common.training_help import (
    AUGMENTATION_CHOICES,
    CONFIG_CHOICES,
    EXPLANATIONS,
    PRESET_NAMES,
)
from lenet_gui.common.training_reports import TrainingStep
from lenet_gui.common.training_values import (
    ImageAugmentation,
    LearningConfig,
    RunConfig,
    TrainingConfig,
    TrainingData,
)
from lenet_gui.common.values import Drawing, RejectRule
from lenet_gui.engine.checkpoints import shipped_networks
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint, write_checkpoint
from lenet_gui.engine.checkpoints.unfinished_trainings import unfinished
from lenet_gui.engine.data.stroke_sets import read_stroke_set, write_stroke_set
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.engine.ink.rasterizer import make_stroke
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.trainer.training import train
from tests.engine.data.idx_files import digits, put
from tests.engine.data.test_stroke_sets import small_set
from tests.helpers import mnist_test, untrained
from tests.trainer.small_data import write_digits

COMMANDS = ["recognize", "evaluate", "calibrate", "train", "networks", "export", "unipen"]
ENTRY = [sys.executable, "-m", "lenet_gui"]


class Output:
    """The exit code and the output of a command in this process."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*arguments: object) -> Output:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Output(code, captured.out, captured.err)

    return call


def wrong_use(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    assert ended.value.code == 2
    return capsys.readouterr().err


def program(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*ENTRY, *map(str, arguments)], capture_output=True, text=True, check=False, **options
    )


@pytest.fixture
def seven(tmp_path: Path) -> Path:
    """A 7 of MNIST, dark on light, ten times as large."""
    path = tmp_path / "seven.png"
    Image.fromarray(255 - mnist_test().images[0]).resize((280, 280)).save(path)
    return path


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "one.json"
    write_drawing(path, Drawing((make_stroke([(280, 100), (275, 450)]),)))
    return path


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "blank.png"
    Image.new("L", (100, 100), 255).save(path)
    return path


# ---- recognize


def test_recognize_images_and_drawings(run: Any, seven: Path, one: Path, blank: Path) -> None:
    found = run("recognize", seven, one, blank)
    assert found.code == 0
    lines = found.out.splitlines()
    assert lines[0].startswith(f"{seven}: 7 (")
    assert lines[1].startswith(f"{one}: 1 (")
    assert lines[2] == f"{blank}: blank"
    assert found.err == ""


def test_recognize_reads_what_comes_in_by_a_pipe(
    run: Any, seven: Path, one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for content, said in (
        (seven.read_bytes(), "-: 7 ("),
        (one.read_bytes(), "-: 1 ("),
        (b"", "-: The standard input is not an image of a supported kind."),
        (b'{"kind": 1}', "-: The standard input is JSON, but not a drawing of this program."),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        assert run("recognize", "-").out.startswith(said)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(seven.read_bytes())))
    assert run("recognize", "--many", "-").out == "-: 7\n"


def test_recognize_as_json(run: Any, seven: Path, one: Path, blank: Path) -> None:
    found = run("recognize", seven, one, blank, "--json")
    assert found.code == 0
    keys = {
        "file", "digit", "label", "reason", "scores", "confidence", "rule", "milliseconds",
        "message", "side_by_side",
    }  # fmt: skip
    assert all(set(result) == keys for result in found.json)
    first, second, third = found.json
    assert (first["file"], first["digit"], first["label"]) == (str(seven), 7, "7")
    assert first["reason"] is None
    assert int(np.argmax(first["scores"])) == 7
    assert sum(first["scores"]) == pytest.approx(1, abs=1e-4)
    assert first["milliseconds"] > 0
    assert (second["digit"], second["reason"]) == (1, None)
    assert (third["digit"], third["label"], third["reason"]) == (None, None, "blank")
    assert third["scores"] == []


def test_an_unreadable_file_does_not_keep_the_others_from_being_read(
    run: Any, seven: Path, one: Path, tmp_path: Path
) -> None:
    bad, missing = tmp_path / "bad.png", tmp_path / "missing.json"
    bad.write_bytes(b"no picture")
    found = run("recognize", bad, seven, missing, one, "--json")
    assert found.code == 1
    assert [result["digit"] for result in found.json] == [None, 7, None, 1]
    assert [result["reason"] for result in found.json] == ["error", None, "error", None]
    assert found.json[0]["message"] == "bad.png is not an image of a supported kind."
    assert found.json[0]["scores"] == []
    text = run("recognize", bad, seven)
    assert text.code == 1
    assert f"{bad}: bad.png is not an image of a supported kind." in text.out


@pytest.mark.parametrize("name", ["lenet-5", "lenet-5-tanh", "lenet-5-modern"])
def test_recognize_with_each_network(run: Any, seven: Path, name: str) -> None:
    (found,) = run("recognize", seven, "--network", name, "--json").json
    assert found["digit"] == 7
    best = np.argmin if name == "lenet-5" else np.argmax
    assert int(best(found["scores"])) == 7


def test_recognize_says_when_it_is_not_sure(run: Any, seven: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.safetensors"
    write_checkpoint(path, untrained(rejection=RejectRule("margin", 2.0)))
    (found,) = run("recognize", seven, "--checkpoint", path, "--json").json
    assert (found["digit"], found["label"], found["reason"]) == (None, None, "unsure")
    assert found["message"].startswith("not sure; nearest ")
    assert len(found["scores"]) == 10
    assert run("recognize", seven, "--checkpoint", path).code == 0


def test_a_label_that_is_no_digit_is_no_digit(run: Any, seven: Path, tmp_path: Path) -> None:
    path = tmp_path / "letters.safetensors"
    write_checkpoint(path, untrained(class_names=tuple("abcdefghij")))
    (found,) = run("recognize", seven, "--checkpoint", path, "--json").json
    assert found["digit"] is None
    assert found["label"] in "abcdefghij"
    assert found["reason"] is None


@pytest.mark.parametrize("names", [("12", "34"), ("01", "23"), ("0123456789", "²")])
def test_several_digits_are_no_digit(
    run: Any, seven: Path, tmp_path: Path, names: tuple[str, str]
) -> None:
    path = tmp_path / "pairs.safetensors"
    write_checkpoint(path, untrained(class_names=names))
    (found,) = run("recognize", seven, "--checkpoint", path, "--json").json
    assert found["digit"] is None
    assert found["label"] in names


def test_networks_and_checkpoints_that_are_not_there_get_a_sentence(
    run: Any, seven: Path, tmp_path: Path
) -> None:
    for arguments in (("--network", "lenet-6"), ("--checkpoint", tmp_path / "none"),
                      ("--checkpoint", seven)):  # fmt: skip
        found = run("recognize", seven, *arguments)
        assert found.code == (2 if "--network" in arguments else 1)
        assert found.out == ""
        assert found.err.startswith("lenet-gui: ")
        assert len(found.err.splitlines()) == 1


# ---- export


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("onnx", b"\x08"),
        ("safetensors", b""),
        ("pytorch", b'"""lenet-5 in PyTorch'),
        ("keras", b'"""lenet-5 in Keras'),
        ("script", b'"""Trains lenet'),
    ],
)
def test_export_writes_a_file_and_never_over_another(
    form: str, begins: bytes, run: Any, tmp_path: Path
) -> None:
    path = tmp_path / "out"
    command = ("export", "--network", "lenet-5", "--format", form, "--output", path)
    found = run(*command)
    assert (found.code, found.out) == (0, f"lenet-5 was exported to {path}.\n")
    assert path.read_bytes().startswith(begins)
    path.write_text("mine")
    found = run(*command)
    assert (found.code, found.err) == (1, "lenet-gui: out already exists.\n")
    assert path.read_text() == "mine"
    assert run(*command, "--force").code == 0
    assert path.stat().st_size > 10_000


# ---- networks


def test_networks_as_json(run: Any) -> None:
    rows = run("networks", "--json").json
    keys = [
        "name", "architecture", "parameters", "connections", "test_error_rate", "test_loss",
        "test_data", "test_part", "library", "layers",
    ]  # fmt: skip
    assert all(list(row) == keys for row in rows)
    named = {row["name"]: row for row in rows}
    assert len(named) == len(rows)
    assert set(named) >= set(ARCHITECTURES)
    assert named["lenet-5"]["parameters"] == 60_000
    assert named["lenet-5"]["connections"] == 340_908
    for name in ("lenet-5", "lenet-5-tanh", "lenet-5-modern"):
        assert 0 < named[name]["test_error_rate"] <= 0.01
        assert named[name]["test_data"] == "mnist-test"
    assert named["lenet-5-pen"]["test_data"] == "mnist-test + unipen-digits.npz"


def test_networks_for_people(run: Any) -> None:
    found = run("networks")
    assert found.code == 0
    (default,) = [line for line in found.out.splitlines() if "(default)" in line]
    assert default.startswith("lenet-5-modern-pen ")
    assert "340,908" in found.out
    assert "tested on" in found.out.splitlines()[0]
    assert "0.75%  mnist-test + unipen-digits.npz (default)" in default


def test_networks_without_weights_are_listed_too(
    run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shipped_networks, "resource", lambda *parts: tmp_path)
    rows = run("networks", "--json").json
    assert [row["name"] for row in rows] == list(ARCHITECTURES)
    assert {row["test_error_rate"] for row in rows} == {None}
    assert run("networks").out.count("untrained") == len(ARCHITECTURES)


def test_networks_of_the_library(
    run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, seven: Path
) -> None:
    monkeypatch.setenv("LENET_GUI_DATA", str(tmp_path))
    (tmp_path / "library").mkdir()
    write_checkpoint(tmp_path / "library" / "数字.safetensors", untrained())
    long = "a name that is longer than others"
    write_checkpoint(tmp_path / "library" / f"{long}.safetensors", untrained())
    (tmp_path / "library" / "bad.safetensors").write_bytes(b"rubbish")
    found = run("networks", "--json")
    assert [row["name"] for row in found.json if row["library"]] == [long, "数字"]
    assert "bad.safetensors is not a safetensors file" in found.err
    head, *rows = run("networks").out.splitlines()
    (row,) = (row for row in rows if row.startswith(f"{long} "))
    assert row.index(untrained().architecture) == head.index("architecture")
    assert run("recognize", seven, "--network", "数字").code == 0
    found = run("recognize", seven, "--network", "bad")
    assert (found.code, found.out) == (1, "")
    assert "not a safetensors file" in found.err


# ---- evaluate


def test_evaluate_as_json(run: Any) -> None:
    found = run("evaluate", "--data", "mnist-test", "--json")
    assert found.code == 0
    result = found.json
    assert list(result) == [
        "network", "data", "part", "count", "errors", "error_rate", "interval", "accuracy", "loss",
        "calibration_error", "rejected", "accepted_error_rate", "confusion", "classes",
        "calibration", "rule",
    ]  # fmt: skip
    assert (result["network"], result["data"], result["count"]) == (
        "lenet-5-modern-pen", "mnist-test", 10_000,
    )  # fmt: skip
    assert result["error_rate"] == result["errors"] / 10_000 <= 0.01
    low, high = result["interval"]
    assert 0 < low < result["error_rate"] < high < 0.02
    assert 0 < result["rejected"] < 1000
    assert result["accepted_error_rate"] < result["error_rate"]
    assert np.array(result["confusion"]).shape == (10, 10)
    assert np.array(result["confusion"]).sum() == 10_000
    assert result["accuracy"] == 1 - result["error_rate"]
    assert 0 < result["loss"] < 0.1
    assert [each["class"] for each in result["classes"]] == list("0123456789")
    assert [each["count"] for each in result["classes"][:2]] == [980, 1135]
    assert sum(each["count"] for each in result["calibration"]) == 10_000
    assert 0 < result["calibration_error"] < 0.02


def test_evaluate_for_people(run: Any, tmp_path: Path) -> None:
    found = run("evaluate", "--network", "lenet-5", "--data", write_digits(tmp_path, 300))
    assert found.code == 0
    assert found.out.startswith("lenet-5 on few-images: 300 samples\n")
    assert "95 % interval" in found.out
    assert "confusion" in found.out
    for line in ("accuracy: 9", "loss: 0.", "precision", "expected calibration error 0.", "90% to"):
        assert line in found.out


def test_evaluate_takes_the_networks_own_test_part(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --data: as the training split it; the file is looked for in the working folder."""
    network = tmp_path / "own.safetensors"
    trained = run(
        "train", "--data", write_digits(tmp_path, 140), "--epochs", 1, "--batch", 20,
        "--validation", 20, "--seed", 3, "--output", network, "--json",
    )  # fmt: skip
    *steps, last = map(json.loads, trained.out.splitlines())
    assert steps[-1]["validation_loss"] > 0
    assert last["evaluation"]["part"] == "test"
    kept = read_checkpoint(network).evaluation
    assert (kept["loss"], kept["count"]) == (last["evaluation"]["loss"], 20)
    assert "confusion" not in kept
    monkeypatch.chdir(tmp_path)
    again = run("evaluate", "--checkpoint", network, "--json").json
    assert {key: again[key] for key in last["evaluation"]} == last["evaluation"]
    part = run("evaluate", "--checkpoint", network, "--part", "training")
    assert part.out.startswith("own on few-images (training part): 100 samples\n")
    put(tmp_path / "few-images", np.flip(digits(0, 140)[0], axis=1).copy())
    found = run("evaluate", "--checkpoint", network)
    assert "few-images has changed since the training" in found.err
    (tmp_path / "few-images").unlink()
    gone = run("evaluate", "--checkpoint", network)
    assert (gone.code, gone.out) == (1, "")
    assert "was trained on few-images, which cannot be found" in gone.err


def test_evaluate_a_stroke_set_of_digits_and_others(run: Any, tmp_path: Path) -> None:
    write_stroke_set(tmp_path / "s.npz", small_set())  # a 5, an A, and a tap labelled 1
    result = run("evaluate", "--data", tmp_path / "s.npz", "--json").json
    assert result["count"] == 3
    assert np.array(result["confusion"]).sum() == 2
    assert result["rejected"] >= 1
    assert run("evaluate", "--data", tmp_path / "s.npz", "--json").json == result


def test_evaluate_a_folder_of_letters_has_no_error_rate(run: Any, tmp_path: Path) -> None:
    (tmp_path / "A").mkdir()
    Image.fromarray(mnist_test().images[0]).save(tmp_path / "A" / "a.png")
    result = run("evaluate", "--data", tmp_path, "--json").json
    assert result["count"] == 1
    assert result["error_rate"] is result["interval"] is result["accepted_error_rate"] is None
    found = run("evaluate", "--data", tmp_path)
    assert found.code == 0
    assert "is a class of lenet-5-modern-pen (0, 1, 2, 3, 4, 5, 6, 7 …)" in found.err


def test_evaluate_data_that_is_not_there_gets_a_sentence(run: Any, tmp_path: Path) -> None:
    for source in ("nowhere", tmp_path):
        found = run("evaluate", "--data", source)
        assert found.code == 1
        assert found.out == ""
        assert len(found.err.splitlines()) == 1


# ---- train


def test_train_writes_a_checkpoint_that_reads(run: Any, tmp_path: Path, seven: Path) -> None:
    output = tmp_path / "own.safetensors"
    data = write_digits(tmp_path, 500)
    images, labels = digits(9000, 400)
    put(tmp_path / "other-labels", labels)
    test = put(tmp_path / "other-images", images)
    found = run(
        "train", "--architecture", "lenet-5-tanh", "--data", data, "--epochs", 4, "--batch", 20,
        "--validation", 50, "--seed", 3, "--output", output, "--test", test, "--json",
    )  # fmt: skip
    assert found.code == 0
    lines = [json.loads(line) for line in found.out.splitlines()]
    steps, evaluation = lines[:-1], lines[-1]["evaluation"]
    assert [line["step"] for line in steps] == list(range(1, 4 * (450 // 20) + 1))
    assert steps[-1]["validation_error"] is not None
    assert evaluation["count"] == 400
    assert str(output) in found.err
    checkpoint = read_checkpoint(output)
    assert checkpoint.evaluation.items() <= evaluation.items()
    command = checkpoint.training["command"]
    assert command.startswith("lenet-gui train --architecture lenet-5-tanh --seed 3")
    assert "--epochs 4" in command
    assert str(tmp_path) not in command
    (read,) = run("recognize", seven, "--checkpoint", output, "--json").json
    assert len(read["scores"]) == 10


def test_train_shows_a_bar_to_people(run: Any, tmp_path: Path) -> None:
    found = run(
        "train", "--data", write_digits(tmp_path, 100), "--epochs", 1, "--batch", 20,
        "--validation", 20, "--no-distortions", "--output", tmp_path / "a.safetensors",
    )  # fmt: skip
    assert found.code == 0
    assert found.out.startswith("a on few-images (test part): 14 samples\n")
    assert "epoch 1: training error" in found.err
    assert "--no-augmentation" in read_checkpoint(tmp_path / "a.safetensors").training["command"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--architecture", "lenet-7"), "no architecture named lenet-7"),
        (("--epochs", "0"), "epochs must be between"),
        (("--loss", "cross-entropy", "--architecture", "lenet-5"), "does not suit"),
        (("--non-digits", "scribbles"), "non-digits needs the loss 'map'"),
        (("--non-digits", "nowhere.npz", "--loss", "map"), "nowhere.npz"),
        (("--held-out", "nowhere.txt"), "nowhere.txt"),
        (("--data", "nowhere"), "no data named nowhere"),
        (("--test", "nowhere"), "no data named nowhere"),
        (("--device", "abacus"), "no device abacus"),
        (("--output", "no-folder/a.safetensors"), "folder no-folder does not exist"),
        (("--output", os.devnull), "not a regular file"),
    ],
)
def test_train_says_what_is_wrong_before_it_trains(
    run: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: Sequence[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    data = ("--data", write_digits(tmp_path, 100)) if "--data" not in arguments else ()
    found = run("train", *data, "--validation", 20, *arguments)
    assert found.code == (
        1 if "nowhere" in str(arguments) else 2
    )  # a file is missing, or wrong use
    assert sentence in found.err
    assert list(tmp_path.glob("*.safetensors")) == []


def test_train_replaces_no_file_that_nobody_named(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = write_digits(tmp_path, 100)
    arguments = (
        "train", "--architecture", "lenet-keras", "--data", data, "--epochs", 1, "--batch", 20,
        "--validation", 20,
    )  # fmt: skip
    own, state = Path("lenet-keras.safetensors"), Path("lenet-keras.resume.safetensors")
    own.write_text("an hour of training")
    found = run(*arguments)
    assert (found.code, found.out) == (1, "")
    assert "Use --output to name another" in found.err
    assert own.read_text() == "an hour of training"
    own.rename(state)
    found = run(*arguments)
    assert (found.code, "Use --resume to continue it" in found.err) == (1, True)
    assert "is damaged" in run(*arguments, "--resume").err  # looked for there
    state.unlink()
    own.write_text("to be replaced")
    assert run(*arguments, "--output", own).code == 0
    assert read_checkpoint(own).architecture == "lenet-keras"


def config_of(*arguments: object) -> TrainingConfig:
    return configuration(parser().parse_args(["train", *map(str, arguments)]))


def test_every_choice_of_a_training_is_an_option() -> None:
    changed = {
        "architecture": "lenet-5", "sources": ("a", "b"), "test": "c", "start": "d.safetensors",
        "epochs": 7, "seconds": 9.5, "batch": 11, "optimizer": "sgd", "rate": 0.125,
        "schedule": "constant", "warmup": 0.25, "decay": 0.5, "momentum": 0.75, "average": 0.875,
        "loss": "mse", "j": 13.0, "validation": 17, "validation_part": "first", "seed": 19,
        "device": "cpu", "threads": 2, "stroke_augmentations": 3, "non_digits": ("scribbles", "e"),
        "held_out": "f", "teachers": ("g", "h"), "distillation": 0.25,
        "sees": "picture", "classes": ("b", "a, c"), "first_weights": "normal-0.1",
        "image_augmentation": ImageAugmentation(1.5, 0.25, 0.375, 2.5, 0.125, 5, 0.5, 0.75),
    }  # fmt: skip
    wanted, plain = TrainingConfig("").with_fields(**changed), TrainingConfig("x")
    assert set(changed) == plain.all_fields().keys()
    assert all(wanted.field(name) != plain.field(name) for name in changed)
    command = shlex.split(command_of(wanted))
    assert command[:2] == ["lenet-gui", "train"]
    found = config_of(*command[2:])
    assert (
        found.with_fields(device="cpu") == wanted
    )  # the command leaves it out: it changes nothing


def test_the_command_of_each_preset_makes_it_again() -> None:
    for preset in PRESETS:
        for name in preset.architectures or ARCHITECTURES:
            config = preset.config(name)
            assert config_of(*shlex.split(command_of(config))[2:]) == config
            assert config_of("--preset", preset.name, "--architecture", name) == config
    short = config_of("--seconds", 10)
    assert config_of(*shlex.split(command_of(short))[2:]) == short


def test_a_preset_knows_its_network_and_refuses_others(run: Any) -> None:
    assert config_of("--preset", "keras-article").architecture == "lenet-keras"
    assert config_of("--preset", "published-1998", "--batch", 8).learning.batch == 8
    assert config_of().architecture == "lenet-5-modern"
    found = run("train", "--preset", "keras-article", "--architecture", "lenet-5")
    assert found.code == 2
    assert "for lenet-keras, not for lenet-5" in found.err
    assert "Did you mean best" in run("train", "--preset", "bst").err


def test_augmentation_is_chosen_range_by_range_or_left_out(run: Any) -> None:
    def ranges_of(*arguments: object) -> ImageAugmentation | None:
        return config_of(*arguments).learning.image_augmentation

    assert ranges_of("--rotation", 3) == ImageAugmentation(rotation=3.0)
    assert ranges_of("--no-distortions") is None
    assert ranges_of("--preset", "keras-article") is None
    assert ranges_of("--preset", "keras-article", "--shift", 2) == ImageAugmentation(shift=2.0)
    found = run("train", "--no-distortions", "--shift", 2)
    assert (found.code, "cannot be combined" in found.err) == (2, True)


def test_texts_and_options_cover_what_there_is() -> None:
    names = {field.name for field in fields(ImageAugmentation)}
    names |= TrainingConfig("").all_fields().keys()
    assert set(EXPLANATIONS) == names - {"image_augmentation"}
    types: dict[str, Any] = {}
    for part in (TrainingData, LearningConfig, RunConfig):
        types |= get_type_hints(part)
    for name, choices in CONFIG_CHOICES.items():
        assert choices == (get_args(types[name]) or types[name])
    assert get_type_hints(ImageAugmentation) == AUGMENTATION_CHOICES
    assert tuple(preset.name for preset in PRESETS) == PRESET_NAMES


@pytest.mark.skipif(sys.platform == "win32", reason="there Ctrl+C goes to the whole console")
def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    arguments = [
        "train", "--data", write_digits(tmp_path, 400), "--epochs", "10000", "--batch", "20",
        "--validation", "40", "--json", "--output", str(tmp_path / "a.safetensors"),
    ]  # fmt: skip
    with subprocess.Popen(
        [*ENTRY, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        lines = [running.stdout.readline() for _ in range(5)]
        running.send_signal(signal.SIGINT)
        assert running.stderr is not None
        lines += running.stdout.readlines()
        complained = running.stderr.read()
    assert running.returncode == 1
    last_weights = Path(
        complained.partition("the network trained so far is in ")[2].partition(". ")[0]
    )
    assert read_checkpoint(last_weights).architecture == "lenet-5-modern"
    assert "Traceback" not in complained
    last = json.loads(lines[-1])["step"]
    (found,) = unfinished(tmp_path)
    assert found.step in (last, last + 1)


def test_resume_goes_on_with_what_was_stopped(run: Any, tmp_path: Path) -> None:
    output = tmp_path / "a.safetensors"
    arguments = (
        "--data", write_digits(tmp_path, 200), "--epochs", 3, "--batch", 20, "--validation", 20,
        "--json",
    )  # fmt: skip
    training = train(config_of(*arguments), output)
    while (step := next(training)).step < 10 or step.validating:
        pass
    training.close()
    assert unfinished(tmp_path)[0].step == 10
    found = run("train", *arguments, "--output", output, "--resume")
    assert found.code == 0
    lines = [json.loads(line) for line in found.out.splitlines()]
    assert [line["step"] for line in lines[:-1]] == list(range(11, 22))
    assert unfinished(tmp_path) == []
    assert read_checkpoint(output).evaluation.items() <= lines[-1]["evaluation"].items()
    again = run("train", *arguments, "--output", output, "--resume")
    assert (again.code, "no stopped training" in again.err) == (1, True)


def test_a_training_whose_test_cannot_be_read_any_more_is_not_lost(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(data: TrainingData, seed: int, shape: None) -> None:
        raise BadInput("There is no data named {source}.", source="any more")

    monkeypatch.setattr("lenet_gui.cli.train.load_parts", gone)
    output = tmp_path / "a.safetensors"
    found = run(
        "train", "--data", write_digits(tmp_path, 100), "--epochs", 1, "--batch", 20,
        "--validation", 20, "--no-distortions", "--output", output,
    )  # fmt: skip
    assert found.code == 1
    assert (
        f"{output} was trained, but could not be tested.\nlenet-gui: There is no data named"
        in found.err
    )
    assert read_checkpoint(output).rejection is not None


def test_a_loss_beyond_all_bounds_is_no_number_in_json() -> None:
    step = TrainingStep(0, 1, 9, 0.1, float("nan"), 1e-3, 0.9, 0.5)
    said = json.loads(json.dumps(_line(step)), parse_constant=pytest.fail)
    assert said["loss"] is None
    assert _line(replace(step, loss=1.5))["loss"] == 1.5


# ---- unipen


UNIPEN = """.VERSION 1.0
.DATA_SOURCE lab
.WRITER_ID kim
.COORD X Y
.PEN_DOWN
0 0
0 50
.PEN_UP
.SEGMENT CHARACTER 0 OK "1"
.SEGMENT WORD 0 OK "1"
"""


def test_unipen_makes_a_set_that_can_be_evaluated(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_text(UNIPEN)
    output = tmp_path / "set.npz"
    found = run("unipen", tmp_path, "--output", output)
    assert found.code == 0
    assert found.err == ""
    assert "1 characters by 1 writers" in found.out
    assert "left out: 1 segments" in found.out
    assert read_stroke_set(output).class_names() == ["1"]
    assert run("evaluate", "--data", output, "--json").json["count"] == 1


def test_unipen_reads_the_good_ones_and_names_the_bad(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_text(UNIPEN)
    (tmp_path / "b.dat").write_text(UNIPEN + ".PEN_DOWN\n1 x\n")
    output = tmp_path / "set.npz"
    found = run("unipen", tmp_path / "a.dat", tmp_path / "b.dat", "--output", output)
    assert found.code == 1
    assert found.err == "lenet-gui: b.dat, line 12: 'x' is not a valid number.\n"
    assert len(read_stroke_set(output)) == 1


def test_unipen_without_characters_or_place_writes_nothing(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_text('.VERSION 1.0\n.SEGMENT CHARACTER 0 OK "1"\n')
    for output in ("set.npz", "set.txt", "none/set.npz"):
        assert run("unipen", tmp_path / "a.dat", "--output", tmp_path / output).code == 1
        assert not (tmp_path / output).exists()


# ---- wrong use


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("recognize",),
        ("recognize", "a.png", "--network", "lenet-5", "--checkpoint", "x"),
        ("recognize", "a.png", "--colour"),
        ("evaluate", "--data", "mnist-test", "--part", "validation"),
        ("evaluate", "--part", "all"),
        ("train", "--epochs", "many"),
        ("train", "--loss", "zero-one"),
        ("unipen", "a.dat"),
        ("networks", "lenet-5", "lenet-keras"),
        ("recognize", ""),
        ("train", "--data", "", "--seconds", "1"),
    ],
)
def test_wrong_use_ends_with_2(
    capsys: pytest.CaptureFixture[str], arguments: Sequence[str]
) -> None:
    assert wrong_use(capsys, *arguments).startswith("usage: lenet-gui")


def test_stopping_with_ctrl_c_is_no_traceback(
    run: Any, seven: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lenet_gui.cli import recognize

    def stopped(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(recognize, "run", stopped)
    found = run("recognize", seven)
    assert (found.code, found.err) == (1, "lenet-gui: stopped.\n")


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_of_every_command_names_the_exit_codes(
    capsys: pytest.CaptureFixture[str], command: str | None
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"] if command else ["--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert "exit codes: 0 success, 1 failure, 2 wrong usage" in " ".join(text.split())
    if command is None:
        assert all(name in text for name in COMMANDS)


def test_every_command_has_its_file() -> None:
    folder = Path(cli.__path__[0])
    assert {path.stem for path in folder.glob("*.py")} >= set(COMMANDS)


# ---- as a program of its own


def test_the_program_prints_its_version() -> None:
    done = program("--version")
    assert (done.returncode, done.stdout) == (0, f"lenet-gui {__version__}\n")


def test_the_program_reads_a_file_from_any_folder(seven: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = program("recognize", "../seven.png", "--json", cwd=elsewhere)
    assert done.returncode == 0
    assert done.stderr == ""
    assert json.loads(done.stdout)[0]["digit"] == 7


def test_the_program_ends_with_1_and_2(tmp_path: Path) -> None:
    failed = program("recognize", tmp_path / "none.png")
    assert failed.returncode == 1
    assert "There is no file" in failed.stdout
    assert program("recognize").returncode == 2


def test_output_that_nobody_reads_is_no_traceback() -> None:
    with subprocess.Popen(
        [*ENTRY, "networks", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert said == ""
    assert running.returncode in (0, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="its shell closes no streams")
@pytest.mark.parametrize("closed", ["", ">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_traceback(seven: Path, closed: str) -> None:
    command = shlex.join([*ENTRY, "recognize", str(seven), "none.png"])
    done = subprocess.run(
        f"{command} {closed}", shell=True, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout.startswith("" if closed.startswith(">") else f"{seven}: 7")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_output_that_cannot_be_written_gets_a_sentence() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*ENTRY, "networks"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith("lenet-gui: the output cannot be written: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("train", "--help"), ("networks",), ("recognize", "FILE"),
     ("evaluate", "--data", "FILE-images")],
)  # fmt: skip
def test_neither_qt_nor_torch_is_loaded(
    arguments: tuple[str, ...], seven: Path, tmp_path: Path
) -> None:
    write_digits(tmp_path, 20, "few")
    places = {"FILE": str(seven), "FILE-images": str(tmp_path / "few-images")}
    given = [places.get(argument, argument) for argument in arguments]
    code = (
        "import sys\nfrom lenet_gui.cli.parser import main\n"
        f"try:\n    code = main({given!r})\nexcept SystemExit as end:\n    code = end.code\n"
        "print(code, sorted({'torch', 'PySide6', 'shiboken6'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"


@pytest.mark.parametrize("arguments", [("--help",), ("train", "--help"), ("export", "--help")])
def test_help_loads_the_standard_library_alone(arguments: tuple[str, ...]) -> None:
    """Then it comes at once; `make bench` says how soon."""
    code = (
        "import sys\nfrom lenet_gui.cli.parser import main\n"
        f"try:\n    main({list(arguments)!r})\nexcept SystemExit:\n    pass\n"
        "ours = sys.stdlib_module_names | {'__main__', 'lenet_gui'}\n"
        "files = {name: getattr(sys.modules[name], '__file__', None) for name in sys.modules}\n"
        "there = {name.partition('.')[0] for name in files if files[name]} - ours\n"
        "print(sorted(there - before))"
    )
    before = "import sys\nbefore = {name.partition('.')[0] for name in sys.modules}\n"
    command = [sys.executable, "-c", before + code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(sys.platform != "linux", reason="only there can the screen be missing")
def test_without_a_screen_there_is_a_sentence(program_environment: dict[str, str]) -> None:
    environment = program_environment | {"PYTHONPATH": os.pathsep.join(sys.path)}
    environment.pop("WAYLAND_DISPLAY", None)
    done = program(env=environment)
    assert done.returncode == 1
    assert done.stderr.startswith("lenet-gui: ")
    assert "recognize" in done.stderr  # what works without one
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("--rate", "0,001", "0,001 is not a valid number; write a decimal point"),
        ("--epochs", "1,000", "1,000 is not a valid whole number; write a decimal point"),
        ("--epochs", "1.5", "1.5 is not a valid whole number"),
        ("--seconds", "1:30", "1:30 is not a valid number"),
    ],
)
def test_a_number_with_a_comma_is_refused(
    option: str, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(["train", option, text])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_names_cannot_give_the_terminal_commands(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a name hides is shown: escape sequences, ends of lines, changes of direction."""
    name = "\x1b[31mno\x9b2J\u202egnp\r\n5: sure"
    shown = "⟨U+001B⟩[31mno⟨U+009B⟩2J⟨U+202E⟩gnp⟨U+000D⟩⟨U+000A⟩5: sure"
    for command in (
        ["recognize", name],
        ["recognize", "--many", name],
        ["networks", name],
        ["recognize", "--network", name, "x.png"],
        ["recognize", "--checkpoint", name, "x.png"],
        ["evaluate", "--data", name],
        ["export", "--format", "onnx", "--output", name, "--network", name],
        ["train", "--data", name, "--output", name + "/x"],
        ["unipen", name, "--output", name + ".npz"],
    ):
        assert main(command) != 0
        printed = capsys.readouterr()
        assert shown in printed.out + printed.err
        assert not {"\x1b", "\x9b", "\u202e", "\r"} & set(printed.out + printed.err)
    with pytest.raises(SystemExit):
        main(["networks", "lenet-5", name])
    assert shown in capsys.readouterr().err


def test_the_usage_of_a_command_names_that_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["recognize", "--help"])
    assert capsys.readouterr().out.startswith("usage: lenet-gui recognize [-h]")
