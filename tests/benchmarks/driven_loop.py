"""The process beside the one of driven_training.py: an event loop that paints a form now and then.

It ends with its input, and prints its longest stall in ms. A busy machine stalls this loop, too,
and a slow one paints slowly.
"""

from __future__ import annotations

import json
import os
import sys
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from tests.benchmarks.references import painted_form

TURN = 5  # ms
PAINTED_EVERY = 100  # turns: about as often as a training shows its progress
FORMS = 5  # painted at once: as long as the window's longest turns take


class Loop:
    """Measures the time between turns; the forms are painted between them."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._paint = painted_form()
        self._paint()  # fonts are loaded
        self._count = 0
        self._last = time.perf_counter()

    def turn(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, 1000 * (now - self._last) - TURN)
        self._last = now
        self._count += 1
        if self._count % PAINTED_EVERY == 0:
            for _ in range(FORMS):
                self._paint()


def main() -> int:
    application = QGuiApplication([])
    loop, timer = Loop(), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(loop.turn)
    timer.start(TURN)
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(application.quit)
    application.exec()
    print(json.dumps({"stall": loop.longest}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
