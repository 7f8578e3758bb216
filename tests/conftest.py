"""What every test gets: an empty home, no screen, and a look at what it left behind."""

import contextlib
import gc
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

# ---- an empty home, made before anything can ask for the real one

_home = Path(tempfile.mkdtemp(prefix="lenet_gui-tests-"))  # 0700, as Qt wants XDG_RUNTIME_DIR
for _variable in (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_RUNTIME_DIR",
    "XDG_STATE_HOME",
):
    os.environ[_variable] = str(_home)
# System-wide settings are settings, too.
os.environ["XDG_CONFIG_DIRS"] = str(_home)

# The program that an end-to-end test starts sees the environment without this one.
_environment_with_screen = dict(os.environ)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.first_start import without_opening  # noqa: E402

without_opening(_home)

import pytest  # noqa: E402  (pytest-qt reads the environment)
from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from lenet_gui.engine.decoding.helper_process import HELPER  # noqa: E402

QStandardPaths.setTestModeEnabled(True)


def pytest_unconfigure() -> None:
    shutil.rmtree(_home, ignore_errors=True)


@pytest.fixture
def program_environment() -> dict[str, str]:
    """The environment to start the real program with; DISPLAY is for the test to set."""
    environment = dict(_environment_with_screen)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    return environment


# ---- nothing left behind


@pytest.fixture(autouse=True)
def leaves_nothing_behind() -> Iterator[None]:
    """Fail a test after which windows, threads or processes are there that were not before."""
    widgets, threads, children = _widgets(), _threads(), _children()
    yield
    if _widgets() - widgets:
        gc.collect()  # a cycle of Python objects may have kept them
    left = _widgets() - widgets
    assert not left, f"the test left windows behind: {sorted(map(str, left))}"

    for thread in _threads() - threads:
        thread.join(timeout=60)  # it may be on its way out
    left_threads = _threads() - threads
    assert not left_threads, f"the test left threads behind: {left_threads}"

    HELPER.rest()  # what decodes expensive pictures would wait for more of them
    left_children = _children() - children
    assert not left_children, f"the test left processes behind: {left_children}"


def _widgets() -> set[QWidget]:
    if not isinstance(QCoreApplication.instance(), QApplication):
        return set()
    # deleteLater() waits for an event loop, which has ended by now.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # Qt keeps one label for the tool tips of all windows.
    return {w for w in QApplication.topLevelWidgets() if not w.inherits("QTipLabel")}


def _threads() -> set[threading.Thread]:
    """Without Qt's own, which Python sees as dummies, and tqdm's one watcher of all bars."""
    return {
        thread
        for thread in threading.enumerate()
        if not isinstance(thread, threading._DummyThread) and type(thread).__name__ != "TMonitor"
    }


def _children() -> set[str]:
    """The process numbers of the child processes, where the system lists them (Linux)."""
    found: set[str] = set()
    for path in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):  # a thread that has just ended
            found |= set(path.read_text().split())
    return found
