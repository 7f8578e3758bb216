"""The project itself: who imports whom, style, versions, and the files it ships."""

import gzip
import hashlib
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

import lenet_gui
from lenet_gui.trainer.launch import LEAST_TORCH

ROOT = Path(__file__).parent.parent
TOOLS = Path(sys.executable).parent


def run(*command: str | Path) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_rooms_import_only_what_they_may() -> None:
    run(TOOLS / "lint-imports", "--no-cache")


# The contracts see import statements; this sees what is loaded, whoever did it.
@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("lenet_gui.cli.parser", "PySide6 torch"),
        ("lenet_gui.cli.recognize", "PySide6 torch"),
        ("lenet_gui.engine.recognition.recognizer", "PySide6 torch"),
        ("lenet_gui.trainer.training", "PySide6"),
        ("lenet_gui.app", "torch"),
        ("lenet_gui.api.training", "PySide6 torch"),
    ],
)
def test_importing_loads_no_more_than_it_may(module: str, never: str) -> None:
    program = f"import sys, {module}; print(sorted(set('{never}'.split()) & set(sys.modules)))"
    assert run(sys.executable, "-c", program).strip() == "[]"


def test_nothing_slow_is_loaded_before_the_window_shows(tmp_path: Path) -> None:
    program = (
        "import os, sys\n"
        "from lenet_gui import app\n"
        "from lenet_gui.gui.window.main_window import MainWindow\n"
        "def show(window):\n"
        "    slow = {'numpy', 'PIL', 'platformdirs', 'torch'}\n"
        "    print(sorted(slow & set(sys.modules)), flush=True)\n"
        "    os._exit(0)\n"
        "MainWindow.show = show\n"
        "app.run([])\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LENET_GUI_DATA": str(tmp_path)}
    found = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"


def test_style() -> None:
    run(TOOLS / "ruff", "check", "--no-cache")


def test_version_is_the_installed_one() -> None:
    assert importlib.metadata.version("lenet-gui") == lenet_gui.__version__


def test_each_package_is_a_range_here_and_one_release_in_the_constraints() -> None:
    """Beside others the range counts; what is tested is pinned, torch in a release of its range."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    text = (ROOT / "packaging" / "constraints.txt").read_text("utf-8")
    pins = dict(re.findall(r"^([\w-]+)==(\S+)$", text, re.MULTILINE))
    wanted = [Requirement(line) for line in project["dependencies"]]
    extra = [
        Requirement(line) for part in project["optional-dependencies"].values() for line in part
    ]
    for need in (*wanted, *extra):
        assert need.specifier.contains(pins[need.name]), need
        assert "==" not in str(need.specifier), need
    (torch,) = (need.specifier for need in wanted if need.name == "torch")
    least = ".".join(map(str, LEAST_TORCH))
    assert str(torch) == f"<3,>={least}"


def test_mnist_is_the_original() -> None:
    folder = ROOT / "resources" / "mnist"
    listed = dict(re.findall(r"`(\S+\.gz)` \| `(\w{64})`", (folder / "README.md").read_text()))
    shipped = {
        path.name: hashlib.sha256(gzip.decompress(path.read_bytes())).hexdigest()
        for path in folder.glob("*.gz")
    }
    assert len(shipped) == 4
    assert shipped == listed


class Sender(QObject):
    happened = Signal(bool)


def test_pyside_keeps_none_and_true_alive(qtbot) -> None:
    """PySide6 6.12.0 drops a reference with each void call and each emit; 3.11 dies of it."""
    widget, sender = QWidget(), Sender()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(1000):
        widget.update()
        sender.happened.emit(True)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert after == pytest.approx(before, abs=100)
