"""What README, ARCHITECTURE and changelog say, held to the program."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import lenet_gui
from tests.benchmarks.measure import IN_README
from tests.helpers import mnist_test
from tests.trainer.small_data import write_digits

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
# A file's name in a paragraph that ends with a colon, and what the block below it holds.
STEP = re.compile(r"`(lenet_gui/[\w/]+\.py)`:\n\n```\n(.*?)^```", re.MULTILINE | re.DOTALL)
FROM_PYTHON = re.compile(r"^## From Python\n.*?^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
NEIGHBOUR = "lenet_relu"

LOOK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from lenet_gui import app

def look(window):
    window.menus.actions["source:typed"].trigger()
    window.workspaces.bring("ink")
    QApplication.processEvents()
    ink = window.workspaces.panel("ink")
    print(window.workspaces.docks["ink"].windowTitle(), ink.isVisible(), ink.text())
    QTest.keyClicks(window.sources.currentWidget(), "8")
    while window.session.recognition.normalized.blank:
        QApplication.processEvents()
    print(ink.text())
    window.workspaces.bring("training")
    QApplication.processEvents()
    boxes = window.workspaces.panel("training").findChildren(QComboBox)
    print(any(box.findText("lenet-half") >= 0 for box in boxes))
    window.close()

def begin(window, begin_reading=app._begin_reading):
    begin_reading(window)
    QTimer.singleShot(0, lambda: look(window))

app._begin_reading = begin
sys.exit(app.run([]))
"""


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program, with all that the README adds."""
    folder = tmp_path_factory.mktemp("copy")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "lenet_gui", folder / "lenet_gui", ignore=ignored)
    (folder / "resources").symlink_to(ROOT / "resources")
    steps = STEP.findall(README)
    assert len(steps) == 5
    for name, text in steps:
        path = folder / name
        if path.exists():
            table = path.read_text(encoding="utf-8")
            assert table.endswith("\n)\n")
            path.write_text(table.removesuffix(")\n") + text + ")\n", encoding="utf-8")
        else:
            path.write_text(text, encoding="utf-8")
    table = folder / "lenet_gui/engine/networks/architectures/__init__.py"
    listed = re.sub(rf"( +){NEIGHBOUR},\n", r"\g<0>\1lenet_half,\n", table.read_text("utf-8"))
    assert listed.count("lenet_half") == 2
    table.write_text(listed, encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "LENET_GUI_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_an_architecture_is_one_file(changed: Path) -> None:
    """As it says: trained, for few steps, and read with."""
    commands = re.findall(r"^lenet-gui (.*lenet-half.*)$", README, re.MULTILINE)
    train, recognize = (command.split() for command in commands)
    few = ["--data", write_digits(changed, 600), "--validation", "100"]
    train[train.index("--seconds") : train.index("--seconds") + 2] = ["--epochs", "1"]
    run(changed, "-m", "lenet_gui", *train, *few, "--json")
    assert "two.json" in run(changed, "-m", "lenet_gui", *recognize)


def test_a_source_and_a_panel_are_one_file_each(changed: Path) -> None:
    seen, later, trained = run(changed, "-c", LOOK).splitlines()
    assert seen == "Ink True 0 pixels of ink"
    assert re.fullmatch(r"[\d,]{3,} pixels of ink", later)
    assert trained == "True"


def test_the_program_is_used_from_python(tmp_path: Path) -> None:
    """As it says, with a shorter training."""
    (program,) = FROM_PYTHON.findall(README)
    seven = mnist_test().images[0]
    Image.fromarray(255 - seven).resize((280, 280)).save(tmp_path / "digit.png")
    shown = run(tmp_path, "-c", re.sub(r"seconds=\d+", "seconds=1", program)).splitlines()
    assert re.fullmatch(r"7 [01]\.\d+ \(16, 10, 10\)", shown[0])
    assert shown[1] == "0.0048"
    assert float(shown[-1].split()[-1]) <= 1
    assert (tmp_path / "mine.safetensors").exists()


def test_figures_are_those_that_are_measured() -> None:
    """`make bench` and `make package` hold to them."""
    assert IN_README == 1 / 20
    assert "about a twentieth of a millisecond" in README
    package = (ROOT / "packaging" / "package.py").read_text(encoding="utf-8")
    limits = re.findall(r"^MOST_UNPACKED, MOST_PACKED = (\d+), (\d+)", package, re.MULTILINE)
    assert re.findall(r"above (\d+) and (\d+) MB", README) == limits


def test_the_changelog_has_what_is_unreleased_and_this_version_first() -> None:
    text = (ROOT / "resources" / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (\S+)", text, re.MULTILINE)
    assert versions[:2] == ["Unreleased", lenet_gui.__version__]
    assert "(resources/CHANGELOG.md)" in README
