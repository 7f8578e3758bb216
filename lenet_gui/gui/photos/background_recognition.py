"""Recognition of photographs in a thread, one at a time; of those waiting only the newest stays."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages.read_page import read_page
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.feeds.feed import FrameDecoder, ReadingBounds
from lenet_gui.gui.photos.crowding import read_within
from lenet_gui.gui.photos.photo_reading import (
    MAX_SHOWN_SIDE,
    PhotoReading,
    PhotoRegion,
    averaged_down,
    cut_region,
    keep_inside,
)
from lenet_gui.gui.photos.whole_picture import read_whole
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.background import Background


class BackgroundRecognition(QObject):
    """Recognition of one frame at a time.

    After ``show``, ``read`` or ``failed`` is emitted for the frame, unless a newer one replaced it.
    """

    read = Signal(object)  # PhotoReading
    failed = Signal(object)  # Exception

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.region: PhotoRegion | None = None  # of each picture; None: all of it
        self.bounds: ReadingBounds | None = None
        self._session = session
        self._own: tuple[Recognizer, Recognizer] | None = None  # the session's, our copy
        self._waiting: FrameDecoder | None = None
        self._background = Background(self, finishes=True)

    @property
    def busy(self) -> bool:
        return self._background.busy

    @Slot(object)
    def show(self, decode_frame: FrameDecoder) -> None:
        """Read the frame, once the frame in progress is done. Replaces a frame that waits."""
        if self.busy:
            self._waiting = decode_frame
        else:
            self._start(decode_frame)

    def drop(self) -> None:
        """Discard the frame in progress and the one that waits: no signal follows for them."""
        self._waiting = None
        self._own = None  # the discarded frame's thread may still use its buffers
        self._background.forget()

    def _start(self, decode_frame: FrameDecoder) -> None:
        recognizer, region, bounds = self._recognizer(), self.region, self.bounds
        self._background.start(
            lambda: read_frame(decode_frame, recognizer, region, bounds),
            self._done,
            self._failed,
        )

    def _recognizer(self) -> Recognizer:
        """Return our copy of the session's recognizer, since recognizers are not thread-safe."""
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


def read_frame(
    decode_frame: FrameDecoder,
    recognizer: Recognizer,
    region: PhotoRegion | None = None,
    bounds: ReadingBounds | None = None,
) -> PhotoReading:
    """Decode a frame and read it, or a region of it: its digits, or as a picture. Raises BadInput.

    bounds: as for ``read_photo``; a picture takes little time whatever is on it.
    """
    if recognizer.architecture.sees == "picture":
        return read_whole(decode_frame(colours=True), recognizer, region)
    return read_photo(decode_frame(), recognizer, region, bounds)


def read_photo(
    grey: ByteArray,
    recognizer: Recognizer,
    region: PhotoRegion | None = None,
    bounds: ReadingBounds | None = None,
) -> PhotoReading:
    """Read the digits of a grey picture, uint8 (rows, columns), or of a region of it.

    bounds: None reads any picture at full size, however long that takes.
    """
    cut, origin = (grey, (0, 0)) if region is None else cut_region(grey, region)
    if bounds is None:
        reading, crowded = read_page(cut, recognizer), False
    else:
        reading, crowded = read_within(cut, recognizer, bounds)
    if region is not None:
        reading = keep_inside(reading, origin, region, grey)
    size = grey.shape[1], grey.shape[0]
    return PhotoReading(averaged_down(grey, MAX_SHOWN_SIDE), size, origin, reading, crowded)
