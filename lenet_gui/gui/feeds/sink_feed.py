"""What camera, screen and video file share: frames that come to a QVideoSink."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from lenet_gui.gui.feeds.feed import Feed
from lenet_gui.gui.feeds.frame_decoding import grey_of


class SinkFeed(Feed):
    """``sink`` is to be given to whatever makes frames."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sink = QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._pass_on)

    @Slot(QVideoFrame)
    def _pass_on(self, frame: QVideoFrame) -> None:
        """Here nothing is done with it: a thread looks into those that are read at all."""
        if frame.isValid() and self.active():
            self.framed.emit(partial(grey_of, frame))

    def active(self) -> bool:
        """Whether frames are wanted; a last one may come after the end."""
        return True
