"""The byte format of messages between the window and the worker: JSON and raw arrays.

A frame is 12 bytes (magic, length of the header, length of the arrays; little-endian), a header
in JSON {"kind", "values", "arrays": [[name, dtype, shape], ...]}, and the bytes of the arrays in
that order. Nothing is pickled; lengths, dtypes and shapes are checked before memory is allocated.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

import numpy as np

from lenet_gui.common.bad_input import BadInput

# what the window sends, and what the worker answers
CommandKind = Literal["train", "preview", "pause", "continue", "cancel", "change"]
AnswerKind = Literal[
    "ready",
    "started",
    "progress",
    "paused",
    "continued",
    "judging",
    "finished",
    "stopped",
    "previewed",
    "failed",
]
FrameKind = CommandKind | AnswerKind
FRAME_KINDS = frozenset(get_args(CommandKind) + get_args(AnswerKind))

_PREFIX = struct.Struct("<4sII")
_MAGIC = b"LNT1"
MAX_HEADER_BYTES = 10_000_000  # far above any header; a length beyond it is garbage
MAX_ARRAY_BYTES = 1_000_000_000
_DTYPES = frozenset({"float32", "float64", "int64", "uint8"})


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A message. values: plain JSON values; arrays: float32, float64, int64 or uint8."""

    kind: FrameKind
    values: Mapping[str, Any] = field(default_factory=dict)
    arrays: Mapping[str, np.ndarray] = field(default_factory=dict)


def pack(frame: Frame) -> bytes:
    """Return the bytes of a frame."""
    arrays = {name: np.ascontiguousarray(array) for name, array in frame.arrays.items()}
    table = [[name, array.dtype.name, array.shape] for name, array in arrays.items()]
    assert all(dtype in _DTYPES for _, dtype, _ in table), table
    header = json.dumps({"kind": frame.kind, "values": frame.values, "arrays": table}).encode()
    body = b"".join(array.tobytes() for array in arrays.values())
    return _PREFIX.pack(_MAGIC, len(header), len(body)) + header + body


class FrameParser:
    """Turns bytes, which arrive in pieces of any size, into frames."""

    def __init__(self) -> None:
        self._pieces = bytearray()

    def feed(self, piece: bytes | bytearray | memoryview) -> Iterator[Frame]:
        """Yield the frames that are complete with this piece. Raises BadInput if it is no frame."""
        self._pieces += piece
        while len(self._pieces) >= _PREFIX.size:
            magic, header_length, body_length = _PREFIX.unpack_from(self._pieces)
            if magic != _MAGIC or header_length > MAX_HEADER_BYTES or body_length > MAX_ARRAY_BYTES:
                raise garbled()
            end = _PREFIX.size + header_length + body_length
            if len(self._pieces) < end:
                return
            with memoryview(self._pieces) as pieces:  # without a copy: a report is 8 MB
                data = bytes(pieces[_PREFIX.size : end])
            del self._pieces[:end]
            frame = _frame(data, header_length)
            yield frame


def _frame(data: bytes, header_length: int) -> Frame:
    """Return the frame of a header and the arrays behind it, which share memory with ``data``."""
    try:
        header = json.loads(data[:header_length])
        kind, values, table = header["kind"], header["values"], header["arrays"]
        arrays, at = {}, header_length
        for name, dtype, shape in table:
            sizes = all(type(n) is int and 0 <= n <= MAX_ARRAY_BYTES for n in shape)
            if type(name) is not str or dtype not in _DTYPES or not sizes:
                raise ValueError(dtype)
            count = math.prod(shape)
            arrays[name] = np.frombuffer(data, dtype, count, at).reshape(shape)
            at += arrays[name].nbytes
        if at != len(data) or kind not in FRAME_KINDS or type(values) is not dict:
            raise ValueError(kind)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        raise garbled() from None
    return Frame(kind, values, arrays)


def garbled() -> BadInput:
    """Return the error for bytes or frames that are not as they should be."""
    return BadInput("The training process sent a message that cannot be understood.")
