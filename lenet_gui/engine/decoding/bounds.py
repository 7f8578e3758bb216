"""The bounds of decoding a picture, and what it may cost at most to be decoded in this process."""

from __future__ import annotations

from dataclasses import dataclass

MAX_SECONDS = 5.0  # that decoding may take in the helper process
MAX_MEMORY = 300_000_000  # bytes that decoding may take there, more than the process at rest

SMALL_SECONDS = MAX_SECONDS / 3  # that decoding may take in this process, by the estimate
SMALL_MEMORY = 255_000_000  # bytes; the rest is for what is done with the picture

MAX_HEADER_PARTS = 20_000  # segments, chunks or strips; decoders written in Python take 3 us each
MAX_BLOCKS = 200_000  # of a GIF, most of which are skipped


_BYTE_NANOSECONDS = 10.0  # to unpack a byte of the file: deflate and LZW take less
_ROW_NANOSECONDS = 150.0
_ROW_BYTES = 100  # that Pillow has for each row beside its pixels, in several copies


@dataclass(frozen=True, slots=True)
class Cost:
    """An upper bound of what decoding takes: processor seconds, and bytes of memory at its peak."""

    seconds: float
    memory: int

    @property
    def small(self) -> bool:
        """Return whether that may be paid in this process: with a wide margin to the bounds."""
        return self.seconds <= SMALL_SECONDS and self.memory <= SMALL_MEMORY


def picture_cost(data: bytes, columns: int, rows: int, nanoseconds: float, size: int) -> Cost:
    """Return the cost of a picture whose decoder takes so many ``nanoseconds`` per pixel.

    size: bytes per pixel while it is decoded, to which its grey values come.
    """
    nanoseconds = rows * (columns * nanoseconds + _ROW_NANOSECONDS)
    seconds = (nanoseconds + len(data) * _BYTE_NANOSECONDS) * 1e-9
    return Cost(seconds, rows * (columns * (size + 1) + _ROW_BYTES) + len(data))
