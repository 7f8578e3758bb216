"""Returns free memory to the system, where the C library is glibc.

Each thread that reads a photograph takes memory from a heap of the C library, and ends soon after.
glibc keeps up to eight heaps per processor, and after one large block was freed it keeps large ones
in the heaps, too: after an hour the window holds half a gigabyte that it does not use. By itself
glibc returns only what is free at the end of the first heap.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # of malloc.h
_HEAPS = 1  # for all threads
GIVE_BACK_INTERVAL_MS = 60_000  # a call takes less than 1 ms, more where much was free
_LARGE = 4 << 20  # bytes; frames of cameras are smaller, and reuse the same memory in the heap
_KEPT = 16 << 20  # bytes that may stay free at the end of the heap; with less, frames take longer


def use_little() -> None:
    """Let the process keep little free memory; other C libraries than glibc need no such call."""
    mallopt = _of_glibc("mallopt")
    if mallopt is not None:
        mallopt(_ARENA_MAX, _HEAPS)
        mallopt(_MMAP_THRESHOLD, _LARGE)
        mallopt(_TRIM_THRESHOLD, _KEPT)


def give_back() -> None:
    """Return to the system what is free anywhere in the heap; to be called regularly."""
    trim = _of_glibc("malloc_trim")
    if trim is not None:
        trim(0)


def _of_glibc(name: str) -> Callable[..., Any] | None:
    """Return a function of the C library, or None if it has none of that name."""
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None), name, None)
