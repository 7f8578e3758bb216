"""Keeps the page with its undo history on disk, so that a sudden end loses 10 seconds at most."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lenet_gui.engine.ink.history import History
from lenet_gui.gui.session.recovery_files import (
    Found,
    RecoveryFile,
    new_file,
    newest_of_ended_programs,
)
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.background import Background

if TYPE_CHECKING:
    from lenet_gui.engine.ink.drawing_history import HistoryWriter

KEEP_AFTER_MS = 5000  # after the first change that is not on disk; half of what may be lost
LONGEST_WRITING_S = 2.0  # that the end of the program waits for

log = logging.getLogger(__name__)


class Recovery(QObject):
    """Follows a session from ``begin`` on, and writes in the background what has changed.

    The file is removed at an ordinary end. Programs that run at the same time have a file each.
    """

    found = Signal(object)  # Found: what a program that ended suddenly had on its page
    nothing_found = Signal()
    keeping = Signal()  # other things of the window that should last are to be stored, too

    def __init__(self, session: Session, source: Callable[[], str], parent: QObject) -> None:
        """source: returns the name of the source that is shown."""
        super().__init__(parent)
        self._session, self._source = session, source
        self.on = False
        self.session_ends = False  # the desktop ends all programs: this is no ordinary end
        self._changed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self._keep_soon)
        self._background = Background(self, finishes=True)
        self._looking = Background(self, finishes=True)
        self._asked = 0  # number of the newest order to the file
        # These belong to the lock, since they are used in threads.
        self._lock = threading.Lock()
        self._done = 0
        self._file: RecoveryFile | None = None
        self._restored: list[RecoveryFile] = []
        self._writer: HistoryWriter | None = None

    def begin(self, on: bool) -> None:
        """Keep the page from now on, if ``on``, and look for one to restore."""
        self.on = on
        session = self._session
        session.inked.connect(self.note_page)
        session.drawing_changed.connect(self.note_page)
        session.undo_stack.indexChanged.connect(self.note_page)
        self.look()

    def use(self, on: bool) -> None:
        """Keep the page from now on, or remove what was kept and keep nothing."""
        if on != self.on:
            self.on = on
            self._changed = True
            self._keep_soon()

    @Slot()
    def note_page(self) -> None:
        """Note that the page, its history or its source has changed."""
        self._changed = True
        self.note_window()

    @Slot()
    def note_window(self) -> None:
        """Note that something of the window has changed that is to be kept."""
        self.session_ends = False  # the user has stayed
        if self.on and not self._timer.isActive():
            self._timer.start()

    # ---- writing

    @Slot()
    def _keep_soon(self) -> None:
        self.keeping.emit()
        if not self._changed:
            return
        if self._background.busy:
            self._timer.start()  # the disk is slow
            return
        self._changed = False
        order = self._order()
        self._background.start(lambda: self._write(*order), _nothing, self._note_failure)

    def keep(self) -> None:
        """Write what has changed before returning: the program is about to end."""
        self._timer.stop()
        self.keeping.emit()
        if self.on and (self._changed or self._background.busy):
            self._write_now()

    def forget(self) -> None:
        """Remove what was kept: the user ends the program, unless the whole desktop ends."""
        self._timer.stop()
        self.on = self.session_ends
        if not self.session_ends:
            self._write_now()

    def _write_now(self) -> None:
        """Write before returning, but do not wait for ever: the disk may be gone."""
        order = self._order()

        def write() -> None:
            try:
                self._write(*order)
            except Exception as error:  # whatever it is, the end cannot wait
                self._note_failure(error)

        writing = threading.Thread(target=write, daemon=True)
        writing.start()
        writing.join(LONGEST_WRITING_S)

    def _order(self) -> tuple[int, History | None]:
        """Return what is to be on disk from now on; None: nothing."""
        self._asked += 1
        history = replace(self._session.history(), source=self._source())
        return self._asked, history if self.on and not history.blank else None

    def _write(self, number: int, history: History | None) -> None:
        """Bring the file up to date, unless that was done by a later order. Runs in threads."""
        with self._lock:
            if number < self._done:
                return
            self._done = number
            if history is not None:
                self._file = self._file or new_file()
                self._file.write(self._content(history))
            elif self._file is not None:
                self._file.remove()
                self._file = None
            while self._restored:
                self._restored.pop().remove()

    def _content(self, history: History) -> bytes:
        from lenet_gui.engine.ink.drawing_history import HistoryWriter  # not for the start

        if self._writer is None:
            self._writer = HistoryWriter()
        return self._writer.to_json(history)

    def _note_failure(self, error: Exception) -> None:
        self._changed = True  # the next change tries again
        log.warning("The page is not kept for recovery: %s", error)

    # ---- restoring

    def look(self) -> None:
        """Look for the page of a program that ended suddenly."""
        self._looking.start(newest_of_ended_programs, self._tell, self._could_not_look)

    def _tell(self, found: Found | None) -> None:
        if found is None:
            self.nothing_found.emit()
        else:
            self.found.emit(found)

    def _could_not_look(self, error: Exception) -> None:
        log.warning("Nothing can be restored: %s", error)
        self.nothing_found.emit()

    def restore(self, found: Found) -> None:
        """Put a page back. Its file stays until this program has written its own."""
        self._session.restore(found.history)
        self._restored.append(found.file)
        self._changed = True
        self._keep_soon()

    def discard(self, found: Found) -> None:
        """Remove the file of a page, and look for an older one."""
        found.file.remove()
        self.look()


def _nothing(_result: None) -> None:
    """Do nothing: it is written."""
