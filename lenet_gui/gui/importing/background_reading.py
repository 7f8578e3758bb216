"""Reads a data source in a thread, with progress, and can be cancelled."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lenet_gui.engine.data.formats.idx import ReadingProgress
from lenet_gui.engine.data.summary import summarise
from lenet_gui.gui.system.background import Background

LOOK_MS = 100  # between two looks at the progress
REMAINING_AFTER = 1.0  # seconds; an earlier estimate of the remaining time would jump


Work = Callable[[str, ReadingProgress], Any]
"""Reads a source, calls back with its progress, and returns what the window shows of it."""


class _Stopped(Exception):  # noqa: N818  nothing is wrong
    """Raised in the thread to end the reading."""


class _Job:
    """The values shared by the thread and the window; each is written by one of them only."""

    def __init__(self, source: str, work: Work) -> None:
        self.source, self._work = source, work
        self.stopped = False
        self.done, self.total = 0, 0

    def run(self) -> Any:
        """Read the source. Raises _Stopped once ``stopped`` is set."""
        return self._work(self.source, self._progress)

    def _progress(self, done: int, total: int) -> None:
        if self.stopped:
            raise _Stopped
        self.done, self.total = done, total


class ImportReading(QObject):
    """Reads one source at a time; starting another cancels the one before."""

    progressed = Signal(float, float)  # part 0..1, or -1 if unknown; seconds that remain, or -1
    finished = Signal(object)  # what the work returns
    failed = Signal(object)  # error

    def __init__(self, parent: QObject | None = None, work: Work = summarise) -> None:
        super().__init__(parent)
        self._work = work
        self._background = Background(self)
        self._job: _Job | None = None
        self._started = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Return whether a source is being read."""
        return self._job is not None

    def start(self, source: str) -> None:
        """Read a data source; ``finished`` or ``failed`` follows."""
        self.cancel()
        self._job = _Job(source, self._work)
        self._started = time.monotonic()
        self._timer.start()
        job = self._job
        self._background.start(
            job.run,
            lambda summary: self._deliver(job, self.finished.emit, summary),
            lambda error: self._deliver(job, self.failed.emit, error),
        )

    @Slot()
    def cancel(self) -> None:
        """Stop reading; no signal follows."""
        if self._job is not None:
            self._job.stopped = True
        self._job = None
        self._timer.stop()

    def _deliver(self, job: _Job, tell: Callable[[object], None], value: object) -> None:
        if job is self._job:
            self.cancel()
            tell(value)

    @Slot()
    def _look(self) -> None:
        if self._job is None:
            return
        done, total = self._job.done, self._job.total
        spent = time.monotonic() - self._started
        if not done or done >= total:
            self.progressed.emit(-1.0, -1.0)
        else:
            remaining = spent * (total - done) / done if spent > REMAINING_AFTER else -1.0
            self.progressed.emit(done / total, remaining)
