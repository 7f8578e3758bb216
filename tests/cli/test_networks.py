"""`lenet-gui networks NAME`: the layers of one network, as text and as JSON."""

import json
from pathlib import Path

import pytest

from lenet_gui.cli.parser import main
from lenet_gui.engine.checkpoints.checkpoint import write_checkpoint
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from tests.engine.checkpoints.test_network_scripts import networks

KEYS = [
    "name", "kind", "kernel", "stride", "padding", "activation", "input_shape", "output_shape",
    "parameters", "connections",
]  # fmt: skip


def test_layers_of_the_network_of_1998(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["networks", "lenet-5"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("name ")
    assert lines[1].split()[:4] == ["lenet-5", "lenet-5", "60,000", "340,908"]
    (head,) = (line for line in lines if line.startswith("layer") and "kernel" in line)
    (row,) = (line for line in lines if line.startswith("S2") and "sum" in line)
    assert row[head.index("parameters") :].startswith("6·2 = 12 ")
    assert row[head.index("connections") :] == "(4+1)·6·14·14 = 5,880"
    assert "C1     weights uniform within ±0.096, biases 0" in lines
    assert any("paper is -0.1, ink 1.175" in line for line in lines)
    assert any("60,000 parameters · 340,908 connections" in line for line in lines)


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_layers_as_json(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["networks", name, "--json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert entry["name"] == name
    assert all(list(layer) == KEYS for layer in entry["layers"])
    assert sum(layer["parameters"] for layer in entry["layers"]) == entry["parameters"]
    assert sum(layer["connections"] for layer in entry["layers"]) == entry["connections"]
    shapes = [layer["output_shape"] for layer in entry["layers"]]
    assert [layer["input_shape"] for layer in entry["layers"]][1:] == shapes[:-1]
    assert entry["layers"][0]["input_shape"] == list(ARCHITECTURES[name].input_shape)


def test_what_a_kind_does_not_have_is_null(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["networks", "--json"]) == 0
    listed = {entry["name"]: entry["layers"] for entry in json.loads(capsys.readouterr().out)}
    layers = {layer["name"]: layer for layer in listed["lenet-5"]}
    assert (layers["S2"]["parameters"], layers["S2"]["connections"]) == (12, 5_880)
    assert (layers["C1"]["kernel"], layers["C1"]["stride"], layers["C1"]["padding"]) == (5, 1, 0)
    assert (layers["S2"]["kernel"], layers["S2"]["stride"], layers["S2"]["padding"]) == (2, 2, None)
    assert [layers["F6"][key] for key in ("kernel", "stride", "padding")] == [None] * 3
    assert layers["OUTPUT"]["activation"] is None
    assert listed["lenet-keras"][0]["padding"] == 2
    assert listed["lenet-5-pen"] == listed["lenet-5"]


def test_layers_that_a_checkpoint_of_the_library_carries(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LENET_GUI_DATA", str(tmp_path))
    (tmp_path / "library").mkdir()
    own = networks()["stride, table, odd maps"]
    write_checkpoint(tmp_path / "library" / "mine.safetensors", own)
    assert main(["networks", "mine", "--json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    first = entry["layers"][0]
    assert (first["kernel"], first["stride"], first["padding"]) == (4, 2, 1)
    assert main(["networks", "mine"]) == 0
    assert "3·3·8 + 4 = 76" in capsys.readouterr().out


def test_a_network_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["networks", "lenet-6"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "There is no network named lenet-6. Did you mean lenet-" in err
