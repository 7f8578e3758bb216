"""No home, no folder that can be written to, a full disk, a clock that goes back, two programs."""

import errno
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.storage import files
from lenet_gui.engine.storage.files import (
    ABANDONED_AFTER_S,
    PARTIAL_SUFFIX,
    remove_abandoned,
    write_atomically,
)
from lenet_gui.gui.system.settings import Settings

# Runs the program, draws a one, starts a training, and prints what a person sees.
SCRIPT = """
import json, sys
from lenet_gui import app
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
begin = app._begin_reading
def then(window):
    begin(window)
    said = {"status": window.statusBar().currentMessage()}
    for y in (100, 300, 460):
        go = window.session.extend_stroke if window.session.live else window.session.begin_stroke
        go(280, y)
    window.session.end_stroke()
    timer = QTimer(window)
    def look():
        if not window.windowTitle().startswith("1 "):
            return  # it is not read yet
        timer.stop()
        said["title"] = window.windowTitle()
        window.menus.actions["train_start"].trigger()
        panel = window.workspaces.panel("training")
        said["training"] = [label.text() for label in panel.findChildren(QLabel)]
        print(json.dumps(said))
        QApplication.exit(0)
    timer.timeout.connect(look)
    timer.start(10)
app._begin_reading = then
sys.exit(app.run([]))
"""
PLACES = (
    "HOME",
    "LENET_GUI_DATA",
    *(f"XDG_{name}_HOME" for name in ("CONFIG", "DATA", "STATE", "CACHE")),
)


def run(environment: dict[str, str]) -> tuple[dict, str]:
    """What the program showed, and what stood in the terminal."""
    program = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, timeout=120
    )
    assert program.returncode == 0, program.stderr
    return json.loads(program.stdout), program.stderr


def test_without_a_folder_to_write_to_it_starts_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    nowhere = dict.fromkeys(PLACES, str(tmp_path / "file" / "home"))
    said, terminal = run(os.environ | nowhere | {"QT_QPA_PLATFORM": "offscreen"})
    assert said["title"].startswith("1 ")
    assert said["status"].startswith("Settings cannot be saved")
    assert any("cannot be created" in text for text in said["training"])
    assert "Traceback" not in terminal


def test_without_a_home_it_starts() -> None:
    environment = {key: value for key, value in os.environ.items() if key != "HOME"}
    said, terminal = run(environment | {"QT_QPA_PLATFORM": "offscreen"})
    assert said["title"].startswith("1 ")
    assert "Traceback" not in terminal


def test_on_a_full_disk_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    write_atomically(path, b"old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(BadInput, match="No space left"):
        write_atomically(path, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.json"]
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such links and pipes")
def test_a_link_is_followed_and_a_device_stays(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    link, target = tmp_path / "link", tmp_path / "folder" / "target"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert (link.is_symlink(), target.read_bytes()) == (True, b"new")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(BadInput, match="pipe is not a regular file"):
        write_atomically(pipe, b"new")
    assert pipe.is_fifo()


def test_what_a_killed_program_left_is_swept_up_later(tmp_path: Path) -> None:
    moments = {
        "old": -2 * ABANDONED_AFTER_S,
        "new": 0.0,
        "of tomorrow": 90_000.0,
    }  # a clock may go back
    for name, moment in moments.items():
        path = tmp_path / f".{name}.x{PARTIAL_SUFFIX}"
        path.touch()
        os.utime(path, (time.time() + moment,) * 2)
    remove_abandoned(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        f".new.x{PARTIAL_SUFFIX}",
        f".of tomorrow.x{PARTIAL_SUFFIX}",
    }
    remove_abandoned(tmp_path / "nowhere")


def test_two_programs_keep_their_settings_and_networks(tmp_path: Path) -> None:
    one, two = Settings(tmp_path / "s.ini"), Settings(tmp_path / "s.ini")
    one.store("theme", "dark")
    two.store("reader", "mine")
    del one, two
    both = Settings(tmp_path / "s.ini")
    assert (both.text("theme", ""), both.text("reader", "")) == ("dark", "mine")
    assert Library(tmp_path).names() == []
