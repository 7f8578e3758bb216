"""Changes of the library's files, made in a thread, one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry
from lenet_gui.gui.library.trash import into_trash
from lenet_gui.gui.system.background import Background

_Change = tuple[Callable[[], Any], Callable[[Any], None]]  # the change, what to do with its result


class LibraryChanges(QObject):
    """A queue of changes. If one fails, ``failed`` is emitted and the next one is made."""

    renamed = Signal(str, object)  # the former name, NetworkEntry
    noted = Signal()
    deleted = Signal(object)  # set of names
    failed = Signal(object)  # error

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._background = Background(self, finishes=True)
        self._waiting: deque[_Change] = deque()

    @property
    def busy(self) -> bool:
        """Return whether a change is being made."""
        return self._background.busy

    def rename(self, name: str, new: str) -> None:
        """Rename a network; ``renamed`` or ``failed`` follows."""
        self._add(
            lambda: self._library.rename(name, new), lambda entry: self.renamed.emit(name, entry)
        )

    def set_note(self, name: str, note: str) -> None:
        """Store a note with a network; ``noted`` or ``failed`` follows."""
        self._add(lambda: self._library.set_note(name, note), lambda _entry: self.noted.emit())

    def delete(self, entries: Sequence[NetworkEntry]) -> None:
        """Move networks to the desktop's trash, or delete them where there is none."""
        self._add(lambda: _deleted(self._library, entries), self._tell_deleted)

    def _add(self, change: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._waiting.append((change, done))
        if not self.busy:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        change, done = self._waiting.popleft()

        def made(result: Any) -> None:
            self._next()
            done(result)

        self._background.start(change, made, self._fail)

    def _fail(self, error: Exception) -> None:
        self._next()
        self.failed.emit(error)

    def _tell_deleted(self, result: tuple[set[str], BadInput | None]) -> None:
        gone, error = result
        self.deleted.emit(gone)
        if error is not None:
            self.failed.emit(error)


def _deleted(library: Library, entries: Sequence[NetworkEntry]) -> tuple[set[str], BadInput | None]:
    """Delete networks. Return the names of those deleted, and the error about another, if any."""
    gone, trouble = set(), None
    for entry in entries:
        try:
            if not into_trash(entry.path):
                library.delete(entry.name)
            gone.add(entry.name)
        except BadInput as error:
            trouble = error
    return gone, trouble
