"""Messages between the program and its helper process: a header in JSON, and bytes.

A message is 16 bytes (magic, length of the header, length of the bytes; little-endian), the header
and the bytes. Nothing is pickled, and lengths are checked before memory is allocated.
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any

from lenet_gui.common.bad_input import BadInput

_PREFIX = struct.Struct("<4sIQ")
_MAGIC = b"LND1"
MAX_HEADER_BYTES = 100_000
MAX_BODY_BYTES = 100_000_000  # the largest file, and more than the grey values of any picture


def write_message(stream: IO[bytes], header: dict[str, Any], body: bytes = b"") -> None:
    """Write a message and flush. Raises OSError if the other side has ended."""
    text = json.dumps(header).encode()
    stream.write(_PREFIX.pack(_MAGIC, len(text), len(body)) + text)
    stream.write(body)
    stream.flush()


def read_message(stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Wait for a message. Raises EOFError at the end, ValueError if it is none, OSError."""
    magic, header_length, body_length = _PREFIX.unpack(_exactly(stream, _PREFIX.size))
    if magic != _MAGIC or header_length > MAX_HEADER_BYTES or body_length > MAX_BODY_BYTES:
        raise ValueError("no message")
    header = json.loads(_exactly(stream, header_length))
    if not isinstance(header, dict):
        raise ValueError("no message")
    return header, _exactly(stream, body_length)


def error_as_json(error: BadInput) -> dict[str, Any]:
    """Return an error as plain values, for a message."""
    details = {
        name: value if isinstance(value, int | float) else str(value)
        for name, value in error.details.items()
    }
    return {"template": error.template, "details": details}


def error_from_json(values: dict[str, Any]) -> BadInput:
    """Return an error that the helper process has sent. Raises LookupError, TypeError, ValueError
    if it is none."""
    return BadInput(str(values["template"]), **dict(values["details"]))


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
