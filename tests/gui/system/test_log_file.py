"""The log, crashes and hangs, and the diagnostics that somebody hands on."""

import faulthandler
import logging
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from lenet_gui.gui.system import log_file
from lenet_gui.gui.system.diagnostics import diagnostics, without_places
from lenet_gui.gui.system.log_file import FAULTS, LOG, Journal
from lenet_gui.gui.window.main_window import MainWindow
from tests.helpers import PATIENCE

HOME = str(Path.home())


@pytest.fixture
def journal(tmp_path: Path, qapp) -> Iterator[Journal]:
    watched = faulthandler.is_enabled()
    journal = Journal(tmp_path / "log")
    journal.begin()
    yield journal
    journal.end()
    logging.getLogger("lenet_gui").setLevel(logging.NOTSET)
    if watched:
        faulthandler.enable()


def test_errors_of_window_and_threads_are_kept(journal: Journal) -> None:
    logging.getLogger("lenet_gui.some").error("it broke")
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    text = (journal.folder / LOG).read_text()
    assert "ERROR lenet_gui.some: it broke" in text
    assert "ZeroDivisionError" in text


@pytest.mark.skipif(os.name != "posix", reason="rights are another matter there")
def test_nobody_else_reads_it(journal: Journal) -> None:
    assert stat.S_IMODE(journal.folder.stat().st_mode) == 0o700
    for name in (LOG, FAULTS):
        assert stat.S_IMODE((journal.folder / name).stat().st_mode) == 0o600


def test_it_does_not_grow_without_end(tmp_path: Path, qapp, monkeypatch) -> None:
    monkeypatch.setattr(log_file, "MOST_LINES", 10)
    (tmp_path / LOG).write_text("x" * 600_000)
    journal = Journal(tmp_path)
    journal.begin()
    for _ in range(100):
        logging.getLogger("lenet_gui").warning("again")
    journal.end()
    logging.getLogger("lenet_gui").setLevel(logging.NOTSET)
    assert (tmp_path / LOG).read_text().count("again") == 9
    assert (tmp_path / f"former-{LOG}").stat().st_size == 600_000


def test_where_nothing_can_be_written_the_program_goes_on(tmp_path: Path, qapp, caplog) -> None:
    (tmp_path / "file").touch()
    journal = Journal(tmp_path / "file" / "log")
    journal.begin()
    journal.watch()
    journal.end()
    assert "There will be no log" in caplog.text


SCRIPT = """
import ctypes, sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from lenet_gui.gui.system import log_file as journal
application = QCoreApplication([])
journal.HANG_S = 0.3
one = journal.Journal(Path(sys.argv[1]))
one.begin()
def stuck():
    one.watch()
    while "in stuck" not in (Path(sys.argv[1]) / journal.FAULTS).read_text():
        time.sleep(0.01)
    ctypes.string_at(0)
QTimer.singleShot(0, stuck)
application.exec()
"""


def test_a_hang_and_a_crash_leave_their_stacks(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, tmp_path], capture_output=True, timeout=PATIENCE
    )
    assert run.returncode != 0
    text = (tmp_path / FAULTS).read_text()
    assert "Timeout" in text
    assert "in stuck" in text
    assert "Fatal Python error: Segmentation fault" in text or os.name == "nt"


def test_the_diagnostics_name_no_folder_of_anybody(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / LOG).write_text(
        f"{HOME}/Desktop/a.json cannot be read\nno '/media/beate/my.png'\n"
        "http://me:secret@camera/video is gone\nC:\\Users\\beate\\b.png (/srv/c)\nread 3/4 and/or\n"
    )
    text = diagnostics(tmp_path)
    for secret in (HOME, "beate", "secret", "/srv", "Users"):
        assert secret not in text
    assert "~/Desktop/a.json cannot be read" in text
    assert "read 3/4 and/or" in text
    assert "Qt 6." in text
    trace = without_places(f'  File "{log_file.__file__}", line 3 in begin')
    assert trace == '  File "<program>/lenet_gui/gui/system/log_file.py", line 3 in begin'


def test_the_menu_copies_them(window: MainWindow) -> None:
    window.menus.actions["copy_diagnostics"].trigger()
    assert QApplication.clipboard().text().startswith("lenet_gui ")
    assert "copied" in window.statusBar().currentMessage()
