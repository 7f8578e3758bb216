"""lenet-gui FILE...: which arguments are files, and that each of them is there."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from lenet_gui import app
from lenet_gui.cli.parser import main
from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK
from lenet_gui.engine.ink.drawing_files import write_drawing
from tests.gui.helpers import SEVEN, drawing_of


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """The files of each window that would open; the working folder has a few."""
    windows: list[list[str]] = []

    def run(files: Sequence[str]) -> int:
        windows.append(list(files))
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.chdir(tmp_path)
    for name in ("a.png", "train", "-b.png", "数字 5.json", "folder/c.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return windows


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        ([], []),
        (["--"], []),
        (["a.png"], ["a.png"]),
        (["a.png", "数字 5.json", "folder"], ["a.png", "数字 5.json", "folder"]),
        (["./train"], ["./train"]),
        (["--", "train"], ["train"]),
        (["--", "-b.png", "a.png"], ["-b.png", "a.png"]),
        (["a.png", "--", "-b.png"], ["a.png", "-b.png"]),
        (["a.png", "train"], ["a.png", "train"]),  # only the first word is a command
    ],
)
def test_files(opened: list[list[str]], arguments: list[str], files: list[str]) -> None:
    assert main(arguments) == 0
    assert opened == [files]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone.png"], "There is no file gone.png."),
        (["a.png", "gone.png"], "There is no file gone.png."),
        (["--", "gone.png"], "There is no file gone.png."),
        (["--", "networks"], "There is no file networks."),
        (["a\0b.png"], "There is no file"),
        (["recogniz"], "There is neither a file nor a command named recogniz. "
                       "Did you mean recognize?"),
        (["a.png", "--json"], "A window has no option --json."),
        (["a.png", ""], "a name is empty"),
        (["-b.png"], "unrecognized arguments"),
    ],
)  # fmt: skip
def test_what_is_not_there_ends_with_2_before_a_window_opens(
    opened: list[list[str]], capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
    assert not opened


def test_a_command_is_still_a_command(
    opened: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Even where a file of that name lies."""
    Path("networks").touch()
    assert main(["networks"]) == 0
    assert DEFAULT_NETWORK in capsys.readouterr().out
    assert not opened


# Prints the title of the window once it has an answer.
SCRIPT = """
import sys
from lenet_gui import app
from PySide6.QtCore import QTimer
from lenet_gui.cli.parser import main
begin = app._begin_reading
def then(window):
    begin(window)
    timer = QTimer(window)
    def look():
        if window.windowTitle().startswith("7 "):
            timer.stop()
            print(window.windowTitle())
            window.close()
    timer.timeout.connect(look)
    timer.start(10)
app._begin_reading = then
sys.exit(main(sys.argv[1:]))
"""


def test_the_window_opens_with_the_file(tmp_path: Path) -> None:
    """Whose path counts from the working folder."""
    write_drawing(tmp_path / "seven.lenet-drawing", drawing_of(SEVEN))
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, "seven.lenet-drawing"], cwd=tmp_path,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": root},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "7 – seven.lenet-drawing – lenet_gui\n")
