"""A recognizer with a limit of work, for live pictures with anything on them."""

from __future__ import annotations

from collections.abc import Sequence

from lenet_gui.common.values import ByteArray, FloatArray, Picture, Recognition
from lenet_gui.engine.recognition.recognizer import RECOGNITION_BATCH, Recognizer


class TooMuchToRead(Exception):  # noqa: N818  nothing is wrong with a full picture
    """Raised before a forward pass that would be one too many."""


class LimitedRecognizer(Recognizer):
    """Reads a single page, and raises TooMuchToRead where another recognizer would go on.

    It answers like ``recognizer``, and shares its buffers. passes: forward passes of
    RECOGNITION_BATCH pictures that it does at most.
    """

    def __init__(self, recognizer: Recognizer, passes: int) -> None:
        self.name, self.checkpoint = recognizer.name, recognizer.checkpoint
        self.rule, self.architecture = recognizer.rule, recognizer.architecture
        self.network = recognizer.network
        self._left = passes

    def recognize_all(self, pictures: Sequence[Picture]) -> list[Recognition]:
        self._count(len(pictures))
        return super().recognize_all(pictures)

    def evidence(self, images: ByteArray) -> FloatArray:
        self._count(len(images))
        return super().evidence(images)

    def _count(self, pictures: int) -> None:
        self._left -= -(-pictures // RECOGNITION_BATCH)
        if self._left < 0:
            raise TooMuchToRead
