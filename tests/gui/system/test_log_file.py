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

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.commands.diagnostics_window import DiagnosticsWindow
from lenet_gui.gui.system import log_file
from lenet_gui.gui.system.diagnostics import allowed, diagnostics
from lenet_gui.gui.system.log_file import FAULTS, LOG, Journal
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import click, idle
from tests.helpers import PATIENCE


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


def test_it_is_bounded_in_bytes(tmp_path: Path, qapp, monkeypatch) -> None:
    """However much is logged, by however long lines; the newest lines are there."""
    monkeypatch.setattr(log_file, "MOST_LOG_BYTES", 50_000)
    (tmp_path / LOG).write_text("x" * 60_000)
    journal = Journal(tmp_path)
    journal.begin()
    assert (tmp_path / f"former-{LOG}").stat().st_size == 60_000
    for number in range(2000):
        logging.getLogger("lenet_gui").warning("again %d %s", number, "y" * 100)
    logging.getLogger("lenet_gui").warning("%s", "字" * 1_000_000)
    logging.getLogger("lenet_gui").warning("the last")
    journal.end()
    logging.getLogger("lenet_gui").setLevel(logging.NOTSET)
    assert "the last" in (tmp_path / LOG).read_text()
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [FAULTS, f"former-{LOG}", LOG]
    most = 50_000 + 4 * log_file.MOST_ENTRY
    assert all((tmp_path / name).stat().st_size < most for name in files)
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / LOG).stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="there are no named pipes")
def test_a_pipe_in_its_place_is_left_alone(tmp_path: Path, qapp, caplog) -> None:
    os.mkfifo(tmp_path / LOG)
    journal = Journal(tmp_path)
    journal.begin()
    journal.end()
    assert "There will be no log" in caplog.text
    assert stat.S_ISFIFO((tmp_path / LOG).stat().st_mode)


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


SECRETS = (
    "/home/beate/My Documents/tax 2026.png", "C:\\Users\\Beate Meier\\b.png",
    "\\\\server\\share\\beate\\c.png", "//server/beate/d.png", "file:///srv/beate/e.png",
    "http://me:pass word@camera/video?user=beate&password=pa ss", "rtsp://beate@10.0.0.5:554/1",
    "192.168.1.17", "beate@example.org", "Beate's iPhone Camera (0c45:6366)", "beate",
    "Lohn & Steuer.safetensors", "~/beate/f.png", "beate\n2026-11-30 10:00:00,000 beate",
    "⟦beate⟧ beate ⟦", "beate’s 数字 – folder", "2,5;", "%s", "{0}",
)  # fmt: skip


def test_the_diagnostics_name_nothing_of_anybody(
    window: MainWindow, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a name is like, and wherever in the log it stands, nothing of it is handed on."""
    own, others = logging.getLogger("lenet_gui.app"), logging.getLogger("Beate")
    for secret in SECRETS:
        own.warning("The file %s is gone, and %r, %d times", secret, secret, 3)
        own.warning("%s", BadInput("{file} cannot be read: {why}.", file=secret, why=secret))
        own.warning("The setting %s was dropped: %.20r cannot be used.", "camera", secret)
        others.warning(f"cannot read {secret}")
        try:
            raise OSError(secret)
        except OSError as error:
            own.error("not caught", exc_info=error)
            error.add_note(secret)
            own.error("not caught", exc_info=error)
        own.info("worker: %s", secret)
        with (journal.folder / LOG).open("a") as file:  # as an older version wrote it
            file.write(f"2026-11-30 10:00:00,000 WARNING lenet_gui.x: {secret}\n{secret}\n")
            file.write(f'  File "{secret}", line 3, in beate.png\nOSError: {secret}\n')
        text = diagnostics(journal.folder)
        assert "beate" not in text.casefold(), text
        for word in ("server", "camera/", "tax", "10.0.0.5", "192.", "Steuer", "pa ss", "2,5;"):
            assert word not in text
    assert "WARNING lenet_gui.app: The file … is gone, and …, 3 times" in text
    assert "WARNING lenet_gui.app: … cannot be read: …." in text
    assert "OSError: …" in text
    assert "Traceback (most recent call last):" in text
    assert f"<program>/tests/gui/system/{Path(__file__).name}" in text
    assert "Qt 6." in text


def test_places_in_the_program_are_told(tmp_path: Path) -> None:
    lines = [
        "Fatal Python error: Segmentation fault",
        "Current thread 0x00007f2c (most recent call first):",
        f'  File "{log_file.__file__}", line 3 in begin',
        f'  File "{os.__file__}", line 12, in <module>',
        '  File "/home/beate/os.py", line 3 in begin',
        "    secret = beate",
        "    ^^^^^^",
        "ValueError: beate",
        "lenet_gui.common.bad_input.BadInput: beate",
        "BeateError: beate",
        "beate",
    ]
    assert list(allowed(lines)) == [
        *lines[:2],
        '  File "<program>/lenet_gui/gui/system/log_file.py", line 3 in begin',
        '  File "<python>/os.py", line 12 in <module>',
        '  File "…", line 3 in …',
        "(… 2)",
        "ValueError: …",
        "BadInput: …",
        "(… 2)",
    ]


def test_the_menu_shows_what_it_copies(window: MainWindow) -> None:
    QApplication.clipboard().setText("before")
    for _ in range(2):  # asked for again, it is made anew
        window.menus.actions["copy_diagnostics"].trigger()
        idle()
    (shown,) = [one for one in window.findChildren(DiagnosticsWindow) if one.isVisible()]
    assert shown.text.toPlainText().startswith("lenet_gui ")
    assert shown.text.isReadOnly()
    assert QApplication.clipboard().text() == "before"
    click(shown.copy)
    assert QApplication.clipboard().text() == shown.text.toPlainText()
    assert shown.status.text() == "Diagnostics copied"
    use_language("zh_CN")
    idle()
    (again,) = [one for one in window.findChildren(DiagnosticsWindow) if one.isVisible()]
    assert again.text.toPlainText() == QApplication.clipboard().text()
    again.close()
    idle()
