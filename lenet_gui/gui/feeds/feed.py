"""What all feeds of moving pictures have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from lenet_gui.common.values import ByteArray

Develop: TypeAlias = Callable[[], ByteArray]
"""A frame as it came; called in a thread it gives the grey picture, uint8 (rows, columns).
May raise BadInput."""


@dataclass(frozen=True)
class Moment:
    """Where a video is, and how long it is; milliseconds."""

    at: int
    length: int


class Feed(QObject):
    """A stream of frames. After ``failed`` or ``ended`` it has stopped; ``start`` begins anew."""

    framed = Signal(object)  # Develop
    failed = Signal(object)  # BadInput
    ended = Signal()
    moved = Signal(object)  # Moment; only where another place can be sought

    def start(self) -> None:
        """Begin; frames come from now on, or ``failed``."""
        raise NotImplementedError

    def stop(self) -> None:
        """No more frames; what was open is closed."""
        raise NotImplementedError

    def hold(self, held: bool) -> None:
        """Whether nobody wants newer frames for a while; what can wait for us does."""

    def seek(self, at: int) -> None:
        """Go there, milliseconds from the beginning; before ``start``, begin there. That frame
        comes even while it is held. Only feeds that tell of moments can."""

    def suspend(self) -> None:
        """Nobody looks; nothing may be recorded."""
        self.stop()

    def resume(self) -> None:
        """Somebody looks again, after ``suspend``."""
        self.start()
