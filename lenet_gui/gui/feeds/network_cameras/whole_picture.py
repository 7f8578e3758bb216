"""Collecting of one picture that is a reply of its own."""

from __future__ import annotations

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

MAX_PICTURE = 30_000_000  # bytes
TOO_LARGE = QT_TRANSLATE_NOOP("BadInput", "The address sent a picture of more than {most} MB.")


class WholePicture:
    """Collects all bytes of a reply; its ``picture`` is there after ``finish``."""

    def __init__(self) -> None:
        self.picture: bytes | None = None
        self._bytes = bytearray()

    def push(self, data: bytes) -> None:
        """Add bytes of the picture."""
        self._bytes += data

    def step(self) -> bool:
        """Return that more bytes are needed. Raises BadInput if there are too many."""
        if len(self._bytes) > MAX_PICTURE:
            raise too_large()
        return False

    def finish(self) -> None:
        """Take what has come, if anything has, for the picture: the reply is complete."""
        self.picture = bytes(self._bytes) or None


def too_large() -> BadInput:
    """Return the sentence for a picture of more bytes than ``MAX_PICTURE``."""
    return BadInput(TOO_LARGE, most=MAX_PICTURE // 1_000_000)
