"""Reads pictures of pages in a thread, one at a time; of those that wait only the newest stays."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages.read_page import read_page
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.feeds.feed import Develop
from lenet_gui.gui.photos.photo_reading import Part, PhotoReading, cut_out, shown_copy, within
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.background import Background


class BackgroundRecognition(QObject):
    """``show`` a frame, and hear of it by ``read`` or ``failed``, unless a newer one overtook."""

    read = Signal(object)  # Sight
    failed = Signal(object)  # Exception

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.part: Part | None = None  # what is read of each picture; None is all of it
        self._session = session
        self._own: tuple[Recognizer, Recognizer] | None = None  # the session's, and ours
        self._waiting: Develop | None = None
        self._background = Background(self, finishes=True)

    @property
    def busy(self) -> bool:
        return self._background.busy

    @Slot(object)
    def show(self, develop: Develop) -> None:
        """Read that frame as soon as the one that is being read is done."""
        if self.busy:
            self._waiting = develop
        else:
            self._start(develop)

    def drop(self) -> None:
        """Hear no more of what was shown so far."""
        self._waiting = None
        self._own = None  # its thread may still be at work
        self._background.forget()

    def _start(self, develop: Develop) -> None:
        recognizer, part = self._recognizer(), self.part
        self._background.start(
            lambda: read_photo(develop(), recognizer, part), self._done, self._failed
        )

    def _recognizer(self) -> Recognizer:
        """Another one with the same weights: a network's work arrays are for one thread."""
        recognizer = self._session.recognizer
        if self._own is None or self._own[0] is not recognizer:
            self._own = recognizer, recognizer.copy()
        self._own[1].rule = recognizer.rule
        return self._own[1]

    def _done(self, photo: PhotoReading) -> None:
        self._next()
        self.read.emit(photo)

    def _failed(self, error: Exception) -> None:
        self._next()
        self.failed.emit(error)

    def _next(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._start(waiting)


def read_photo(grey: ByteArray, recognizer: Recognizer, part: Part | None = None) -> PhotoReading:
    """Read a grey picture, uint8 (rows, columns), or a part of it."""
    if part is None:
        origin, reading = (0, 0), read_page(grey, recognizer)
    else:
        cut, origin = cut_out(grey, part)
        reading = within(read_page(cut, recognizer), origin, part, grey)
    return PhotoReading(shown_copy(grey), (grey.shape[1], grey.shape[0]), origin, reading)
