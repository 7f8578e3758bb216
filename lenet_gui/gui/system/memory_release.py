"""Memory that is free goes back to the system.

Each thread that reads a photograph takes what it needs from a heap of the C library, and is gone
soon after. glibc keeps up to eight heaps for each processor, and takes a block that was large once
for a sign that large ones stay: after an hour the window has half a gigabyte that nobody uses.
What is free in the middle of its heap, or at the end of any but the first, it keeps on its own.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # of malloc.h
_HEAPS = 1
GIVE_BACK_INTERVAL_MS = 60_000  # milliseconds; it takes less than one, more where much was free
_LARGE = 4 << 20  # bytes; a frame of a camera is smaller, and gets the same memory again and again
_KEPT = 16 << 20  # bytes that may stay free at the end of a heap; with less, a frame takes longer


def use_little() -> None:
    """For the whole process, where the C library is glibc; others need no word."""
    mallopt = _of_glibc("mallopt")
    if mallopt is not None:
        mallopt(_ARENA_MAX, _HEAPS)
        mallopt(_MMAP_THRESHOLD, _LARGE)
        mallopt(_TRIM_THRESHOLD, _KEPT)


def give_back() -> None:
    """What is free in the heap, wherever it lies; for a timer, every ``GIVE_BACK_INTERVAL_MS``."""
    trim = _of_glibc("malloc_trim")
    if trim is not None:
        trim(0)


def _of_glibc(name: str) -> Callable[..., Any] | None:
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None), name, None)
