"""Random actions through the real window: python -m tests.soak [--actions 20000] [--seed 0].

With --photographs 200, so many photographs are opened one after another instead.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import logging
import os
import re
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.first_start import without_opening

if TYPE_CHECKING:
    from PySide6.QtCore import QtMsgType

    from lenet_gui.gui.window.main_window import MainWindow

WARM_UP = 0.3  # part of the actions until all has been seen once
SAMPLED = 250  # actions from one look at the memory to the next
SAMPLED_PHOTOGRAPHS = 8  # all that are different, so that the last one is always the same
PRINTED = 4  # every fourth look
SETTLED = 1500  # milliseconds until a window at rest is done with what it was busy with
MOST_GROWTH = 0.05
_HARMLESS = ("This plugin does not support",)  # sizes of dialogs, without a screen


def main() -> int:
    options = argparse.ArgumentParser(description="Use the window for a long time.")
    options.add_argument("--actions", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--photographs", type=int, default=0)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="lenet_gui-soak-") as home:
        _live_in(home)
        soak = Soak(given.actions, given.seed, Path(home), given.photographs)
        soak.run()
    return soak.report()


def _live_in(home: str) -> None:
    for variable in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{variable}_HOME"] = home
    without_opening(Path(home))
    os.environ |= {"HOME": home, "LENET_GUI_DATA": home, "QT_QPA_PLATFORM": "offscreen"}


class Soak:
    """One run: what was done, what went wrong, how much memory was in use."""

    def __init__(self, actions: int, seed: int, home: Path, photographs: int = 0) -> None:
        self._actions, self._seed, self._home = photographs or actions, seed, home
        self._photographs = photographs > 0
        self._sampled = SAMPLED_PHOTOGRAPHS if self._photographs else SAMPLED
        self.faults: list[str] = []
        self.memory: list[float] = []  # MB
        self._done = 0
        self._started = time.monotonic()

    def run(self) -> None:
        from PySide6.QtCore import QTimer, qInstallMessageHandler

        from lenet_gui import app

        handler = _Listener(self)
        logging.getLogger().addHandler(handler)
        qInstallMessageHandler(self._note_qt)
        threading.excepthook = lambda failure: self.fail(f"in a thread: {failure.exc_value!r}")
        begin = app._begin_reading

        def then(window: MainWindow) -> None:
            begin(window)
            QTimer.singleShot(0, lambda: self._begin(window))

        app._begin_reading = then
        app.run([])
        qInstallMessageHandler(None)
        self._look_for_leftovers()

    def fail(self, what: str) -> None:
        self.faults.append(f"action {self._done}: {what}")
        print(f"  FAULT {self.faults[-1]}", flush=True)

    def report(self) -> int:
        warm = int(len(self.memory) * WARM_UP)
        part = max(1, (len(self.memory) - warm) // 5)
        first = statistics.median(self.memory[warm : warm + part])
        last = statistics.median(self.memory[-part:])
        growth = last / first - 1
        print(
            f"{self._done} actions, seed {self._seed}, {time.monotonic() - self._started:.0f} s: "
            f"{len(self.faults)} faults; memory {first:.0f} MB after warming up, {last:.0f} MB at "
            f"the end ({growth:+.1%}, bar {MOST_GROWTH:.0%})"
        )
        return 1 if self.faults or growth > MOST_GROWTH or self._done < self._actions else 0

    # ---- acting

    def _begin(self, window: MainWindow) -> None:
        from PySide6.QtCore import QTimer

        from tests.soak.hands import Hands
        from tests.soak.photographs import Photographs
        from tests.trainer.small_data import write_digits

        chance = Random(self._seed)
        self._window = window
        self._hands: Hands | Photographs
        if self._photographs:
            self._hands = Photographs(window, self._home)
        else:
            data = write_digits(self._home, 400)
            self._hands = Hands(window, chance, _files(self._home), data)
        # One timer for all: PySide keeps something of each method that a single shot is given.
        self._next = QTimer(singleShot=True, interval=5)
        self._next.timeout.connect(self._act)
        self._settled = QTimer(singleShot=True, interval=SETTLED)
        self._settled.timeout.connect(self._look_at_memory)
        self._act()

    def _act(self) -> None:
        if self._done >= self._actions:
            self._window.commands.trainings.shut_down()
            self._window.close()
            return
        try:
            if not self._hands.act():
                self._next.start()
                return
        except Exception as error:
            import traceback

            self.fail("".join(traceback.format_exception(error)))
        self._done += 1
        if self._done % self._sampled == 0:
            self._hands.rest()
            self._settled.start()
        else:
            self._next.start()

    # ---- looking

    def _look_at_memory(self) -> None:
        """Always of the same window: what is open, and how large, makes 60 MB of difference."""
        if any(thread.name == "background" for thread in threading.enumerate()):
            self._settled.start()  # a photograph is still being read
            return
        own, whole = _memory()
        self.memory.append(own)
        if self._done % (self._sampled * PRINTED) == 0:
            count = len(gc.get_objects())
            text = f"{self._done}: {own:.0f} MB, {whole:.0f} with files, {count} objects"
            print(text, flush=True)
        self._next.start()

    def _note_qt(self, kind: QtMsgType, context: object, message: str) -> None:
        if kind.name in ("QtDebugMsg", "QtInfoMsg"):
            return
        if not message.startswith(_HARMLESS):
            self.fail(f"Qt: {message}")

    def _look_for_leftovers(self) -> None:
        until = time.monotonic() + 10
        while (left := _left()) and time.monotonic() < until:
            time.sleep(0.1)
        if left:
            self.fail(f"left behind: {left}")


class _Listener(logging.Handler):
    """Errors in the log are faults."""

    def __init__(self, soak: Soak) -> None:
        super().__init__(logging.ERROR)
        self._soak = soak

    def emit(self, record: logging.LogRecord) -> None:
        self._soak.fail(record.getMessage())


def _files(home: Path) -> list[Path]:
    """Drawings, an image, a checkpoint, and one that is none of them."""
    from PIL import Image

    from lenet_gui.common.assets import resource

    image, bad = home / "image.png", home / "bad.json"
    Image.new("L", (300, 200), 255).save(image)
    bad.write_text("{")
    samples = [resource("samples", f"{name}.json") for name in ("two", "four", "seven")]
    return [*samples, image, bad, resource("checkpoints", "lenet-5.safetensors")]


def _left() -> list[str]:
    """Threads and processes beside this one."""
    threads = [
        thread.name
        for thread in threading.enumerate()
        if thread is not threading.main_thread() and not isinstance(thread, threading._DummyThread)
    ]
    lists = Path("/proc/self/task").glob("*/children")
    return threads + [n for path in lists for n in path.read_text().split() if _runs(n)]


def _runs(number: str) -> bool:
    """Whether a process still does anything; an ended one has its number until Qt asks for it."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _memory() -> tuple[float, float]:
    """MB that the program has, and those with pages of files, which the system takes back when it
    wants: libraries, fonts, data.

    Without what is garbage or only kept in store: by Qt up to 10 MB of pictures, one for each icon
    of a message and each state of a button, and fonts of all sizes that were in use, and by the C
    library.
    """
    from PySide6.QtGui import QPixmapCache

    gc.collect()
    QPixmapCache.clear()
    _empty_font_cache()
    if sys.platform.startswith("linux"):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
        told = re.findall(
            r"^Rss(\w+):\s+(\d+)", Path("/proc/self/status").read_text(), re.MULTILINE
        )
        kinds = {kind: int(kilobytes) * 1024 / 1e6 for kind, kilobytes in told}
        return kinds["Anon"] + kinds["Shmem"], sum(kinds.values())
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return most, most


def _empty_font_cache() -> None:
    """Let Qt drop the fonts it keeps, as it does whenever a font comes or goes."""
    from PySide6.QtCore import QStandardPaths
    from PySide6.QtGui import QFontDatabase

    for folder in QStandardPaths.standardLocations(QStandardPaths.StandardLocation.FontsLocation):
        for file in Path(folder).rglob("*.[ot]tf"):
            QFontDatabase.removeApplicationFont(QFontDatabase.addApplicationFont(str(file)))
            return


if __name__ == "__main__":
    sys.exit(main())
