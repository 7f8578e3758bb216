"""Copies of the table: what PyTorch and Keras show of the exported networks, letter for letter."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import checkpoint_of
from lenet_gui.engine.checkpoints.exports import export_format
from lenet_gui.engine.explaining.layer_copies import (
    as_keras_summary,
    as_markdown,
    as_pytorch_prints,
)
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from tests.engine.explaining.architectures import every_architecture
from tests.helpers import lively_weights

SHOW = """
import contextlib, importlib.util, io, pathlib, sys
for script in sorted(pathlib.Path(sys.argv[2]).glob("*.py")):
    spec = importlib.util.spec_from_file_location("script", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with contextlib.redirect_stdout(io.StringIO()) as said:
        if sys.argv[1] == "keras":
            import keras
            keras.utils.clear_session()
            module.make_model().summary()
        else:
            print(module.LeNet())
    script.with_suffix(".txt").write_text(said.getvalue(), "utf-8")
"""


def shown(framework: str, folder: Path) -> dict[str, str]:
    """What the framework shows of each network: exported, and run without this program."""
    names = dict(enumerate(every_architecture()))
    for number, name in names.items():
        architecture = every_architecture()[name]
        classes = tuple(f"class {index}" for index in range(architecture.classes))
        checkpoint: Checkpoint = checkpoint_of(architecture, classes, lively_weights(architecture))
        data = export_format(framework).make(name, checkpoint)
        (folder / f"{number}.py").write_bytes(data)
    show = folder / "show"
    show.write_text(SHOW)
    wide = {**os.environ, "KERAS_BACKEND": "torch", "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"}
    subprocess.run([sys.executable, show, framework, folder], check=True, env=wide)
    return {name: (folder / f"{number}.txt").read_text("utf-8") for number, name in names.items()}


def test_pytorch_prints_the_same(tmp_path: Path) -> None:
    found = shown("pytorch", tmp_path)
    for name, architecture in every_architecture().items():
        assert as_pytorch_prints(architecture) + "\n" == found[name]


@pytest.mark.skipif(importlib.util.find_spec("keras") is None, reason="Keras is not installed")
def test_keras_sums_up_the_same(tmp_path: Path) -> None:
    found = shown("keras", tmp_path)
    for name, architecture in every_architecture().items():
        assert as_keras_summary(architecture) == found[name]


def test_markdown_is_a_table_with_the_sums_below() -> None:
    lines = as_markdown(ARCHITECTURES["lenet-5"]).splitlines()
    table, below = lines[:9], lines[10:]
    assert len({line.count("|") for line in table}) == 1
    assert table[2] == (
        "| C1 | convolution | 5×5 | 1 | 0 | scaled tanh | 1@32×32 | 6@28×28 | 5·5·1·6 + 6 = 156 | "
        "156·28·28 = 122,304 | weights uniform within ±0.096, biases 0 |"
    )
    assert "| S2 | sum subsampling | 2×2 | 2 |  | scaled tanh |" in table[3]
    assert below[0].strip() == "60,000 parameters · 340,908 connections"
    assert "paper is -0.1, ink 1.175" in below[1]
