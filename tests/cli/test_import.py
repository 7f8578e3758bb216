"""`lenet-gui import`: the table, the choices, the checkpoint, and what it warns of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lenet_gui.cli.parser import main
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import architecture_of, read_checkpoint
from lenet_gui.engine.checkpoints.exports import export_format, export_network
from lenet_gui.engine.checkpoints.named_networks import load_checkpoint


def written(path: Path, checkpoint: Checkpoint) -> str:
    arrays: dict[str, Any] = dict(checkpoint.weights)
    np.savez(path, **arrays)
    return str(path)


def test_a_network_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = load_checkpoint("lenet-sigmoid")
    output = tmp_path / "net.safetensors"
    assert main(["import", written(tmp_path / "a.npz", own), "--output", str(output)]) == 0
    said = capsys.readouterr()
    assert ["C5.weight", "120x256"] * 2 in [line.split() for line in said.out.splitlines()]
    assert "99." in said.out or "98." in said.out
    assert "calibrate" in said.out
    assert not said.err
    made = read_checkpoint(output)
    assert made.architecture == "lenet-sigmoid"
    assert not made.specification
    assert made.rejection is None
    for name, values in own.weights.items():
        assert (made.weights[name] == values).all()


@pytest.mark.parametrize("name", ["lenet-5", "lenet-5-modern", "lenet-keras", "lenet-relu"])
def test_what_this_program_exports_comes_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    own, output = load_checkpoint(name), tmp_path / "net.safetensors"
    export_network(name, own, export_format("onnx"), tmp_path / "a.onnx")
    code = main(["import", str(tmp_path / "a.onnx"), "--output", str(output), "--json"])
    said = capsys.readouterr()
    assert code == 0
    found = json.loads(said.out)
    assert found["choices"][0]["architecture"] == name
    assert found["drops_colour"] == ("colour is dropped" in said.err) == (name == "lenet-relu")
    made = read_checkpoint(output)
    assert architecture_of(made) == architecture_of(own)
    assert made.class_names == own.class_names
    for key, values in own.weights.items():
        assert np.allclose(made.weights[key], values, rtol=0, atol=1e-6)


def test_an_architecture_that_it_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path / "a.npz", load_checkpoint("lenet-sigmoid"))
    output = tmp_path / "net.safetensors"
    wanted = ["--output", str(output), "--architecture"]
    assert main(["import", file, *wanted, "lenet-5"]) == 1
    assert "do not fit lenet-5" in capsys.readouterr().err
    assert main(["import", file, *wanted, "lenet-sigmod"]) == 2
    assert "Did you mean lenet-sigmoid" in capsys.readouterr().err
    assert not output.exists()


def test_other_classes_have_to_be_chosen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = load_checkpoint("lenet-sigmoid")
    file, output = written(tmp_path / "a.npz", own), tmp_path / "net.safetensors"
    names = ["--classes", "a,b,c,d,e,f,g,h,i,j", "--output", str(output)]
    assert main(["import", file, *names]) == 2
    said = capsys.readouterr()
    assert "--choose N" in said.err
    assert "  1  input 1x28x28" in said.out
    assert not output.exists()
    said_all = ["--activation", "sigmoid", "--pooling", "max", "--padding", "0", "--ink", "bright",
                "--input-range", "0..1", "--input-side", "28"]  # fmt: skip
    assert main(["import", file, *names, *said_all]) == 0
    made = read_checkpoint(output)
    assert made.class_names == tuple("abcdefghij")
    assert made.architecture == "lenet-sigmoid"
    assert main(["import", file, *names, "--choose", "99"]) == 2
    assert main(["import", file, "--classes", "a,b", "--output", str(output)]) == 2
    assert "10 outputs" in capsys.readouterr().err
    assert main(["import", file, *names, "--input-range", "nonsense"]) == 2
