"""The base of the feeds that receive their frames through a QVideoSink."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from lenet_gui.gui.feeds.feed import Feed
from lenet_gui.gui.feeds.frame_decoding import decoded


class VideoSinkFeed(Feed):
    """A feed whose subclass connects a sink to a camera, a screen or a player."""

    def make_sink(self, parent: QObject) -> QVideoSink:
        """Return a sink, whose frames are emitted."""
        sink = QVideoSink(parent)
        sink.videoFrameChanged.connect(self._pass_on)
        return sink

    @Slot(QVideoFrame)
    def _pass_on(self, frame: QVideoFrame) -> None:
        """Emit a frame undecoded: only frames that are read get decoded, in a thread."""
        if frame.isValid() and self.active():
            self.framed.emit(partial(decoded, frame))

    def active(self) -> bool:
        """Return whether frames are wanted; Qt may deliver a last one after the end."""
        return True
