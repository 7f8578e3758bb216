"""The interface of all feeds, and the values they emit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from lenet_gui.common.values import ByteArray

FrameDecoder: TypeAlias = Callable[..., ByteArray]
"""A frame not yet decoded; called in a thread, it returns the grey picture, uint8 (rows, columns).
Called with ``colours=True`` it returns its colours, (rows, columns, 3). May raise BadInput."""


@dataclass(frozen=True)
class Moment:
    """The position in a video and its length, in milliseconds."""

    at: int
    length: int


@dataclass(frozen=True)
class ReadingBounds:
    """Limits of what is read of a frame, so that a reading does not take seconds.

    side: pixels that the longer side is averaged down to. A frame is shown, but not read, with more
    than ``marks``, or if the network would need more than ``passes`` (``LimitedRecognizer``).
    """

    side: int
    marks: int
    passes: int


class Feed(QObject):
    """A stream of frames. After ``failed`` or ``ended`` it is stopped; ``start`` begins again."""

    framed = Signal(object)  # FrameDecoder
    failed = Signal(object)  # BadInput
    ended = Signal()
    moved = Signal(object)  # Moment; only from feeds that can seek

    bounds: ReadingBounds | None = None

    def start(self) -> None:
        """Begin to emit frames, or ``failed``."""
        raise NotImplementedError

    def stop(self) -> None:
        """Emit no more frames, and close the device, file or connection."""
        raise NotImplementedError

    def hold(self, held: bool) -> None:
        """Pause or resume, where the feed can wait (a video). Live feeds run on."""

    def seek(self, at: int) -> None:
        """Go to a position in milliseconds; before ``start``, begin there.

        The frame at that position is emitted even while the feed is held. Only feeds that emit
        ``moved`` can seek.
        """

    def suspend(self) -> None:
        """Stop recording while the feed is hidden."""
        self.stop()

    def resume(self) -> None:
        """Record again after ``suspend``."""
        self.start()
