"""A training that cannot start says why: no torch, a broken one, or what torchrun has left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.trainer.launch import TORCHRUN_VARIABLES, launched
from tests.helpers import PATIENCE

ROOT = Path(__file__).parent.parent.parent
# What importing torch does, and what is said then.
BROKEN = {
    "raise ModuleNotFoundError('No module named torch', name='torch')":
        "PyTorch, which trains the networks, is not installed. Install it with: pip install torch",
    "raise ImportError('libgomp.so.1: cannot open shared object file.\\nMore')":
        "PyTorch, which trains the networks, cannot be loaded: libgomp.so.1: cannot open shared "
        "object file. Installing it again may help.",
    "raise ModuleNotFoundError('No module named sympy', name='sympy')":
        "PyTorch, which trains the networks, cannot be loaded: No module named sympy. Installing "
        "it again may help.",
    "raise RuntimeError()":
        "PyTorch, which trains the networks, cannot be loaded: RuntimeError. Installing it again "
        "may help.",
    "":
        "PyTorch, which trains the networks, cannot be loaded: module 'torch' has no attribute "
        "'__version__'. Installing it again may help.",
    "__version__ = '2.6.0+cpu'":
        "PyTorch 2.6.0+cpu is too old to train networks, which takes 2.7 or later. Install it "
        "with: pip install --upgrade torch",
}  # fmt: skip


def broken_torch(folder: Path, program: str) -> str:
    """Return a PYTHONPATH on which torch is a module with that program."""
    (folder / "torch").mkdir()
    (folder / "torch" / "__init__.py").write_text(program)
    return os.pathsep.join([str(folder), str(ROOT)])


def train(tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lenet_gui", "train", "--output", str(tmp_path / "x.safetensors")],
        env={**os.environ, **environment},
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(("program", "said"), BROKEN.items())
def test_the_command_says_what_is_wrong_with_torch(tmp_path: Path, program: str, said: str) -> None:
    done = train(tmp_path, PYTHONPATH=broken_torch(tmp_path, program))
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"lenet-gui: {said}\n")


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ({"RANK": "1"}, "has RANK, as torchrun sets it, but not WORLD_SIZE, MASTER_ADDR"),
        ({"WORLD_SIZE": "2"}, "has WORLD_SIZE, as torchrun sets it, but not RANK, MASTER_ADDR"),
        ({"RANK": "1", "WORLD_SIZE": "2"}, "has RANK, WORLD_SIZE, as torchrun sets it, but not "),
        ({"WORLD_SIZE": "two"}, "WORLD_SIZE is two, which torchrun does not set"),
        ({"WORLD_SIZE": "0"}, "WORLD_SIZE is 0, which torchrun does not set"),
        ({"RANK": "-1"}, "RANK is -1, which torchrun does not set"),
        (
            {"RANK": "2", "WORLD_SIZE": "2", "MASTER_ADDR": "x", "MASTER_PORT": "1"},
            "RANK is 2, which torchrun does not set",
        ),
    ],
)
def test_what_torchrun_has_left_is_named(
    monkeypatch: pytest.MonkeyPatch, left: dict[str, str], said: str
) -> None:
    for name in TORCHRUN_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    assert launched() == (0, 1)
    for name, value in left.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(BadInput, match=said):
        launched()


def test_one_process_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in TORCHRUN_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("RANK", "0")
    monkeypatch.setenv("WORLD_SIZE", "1")
    assert launched() == (0, 1)
    monkeypatch.setenv("WORLD_SIZE", "3")
    monkeypatch.setenv("RANK", "2")
    monkeypatch.setenv("MASTER_ADDR", "127.0.0.1")
    monkeypatch.setenv("MASTER_PORT", "29500")
    assert launched() == (2, 3)


def test_the_command_says_it_without_a_traceback(tmp_path: Path) -> None:
    done = train(tmp_path, WORLD_SIZE="2")
    assert done.returncode == 1
    assert done.stderr.startswith("lenet-gui: The environment has WORLD_SIZE, as torchrun sets it")
    assert done.stderr.count("\n") == 1
