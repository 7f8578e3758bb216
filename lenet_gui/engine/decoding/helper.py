"""The helper process itself: reads strangers' data, with limits of memory and time.

One kind decodes pictures, another one reads networks of other programs (``cli/importer.py``).

It ends when its input does, so that it never outlives the program. Where it cannot notice that,
inside a decoder, the system ends it: with a signal when the input ends, and when it has used a
little more processor time than the program waits for.
"""

from __future__ import annotations

import contextlib
import math
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.decoding.bounds import MAX_MEMORY, MAX_SECONDS
from lenet_gui.engine.decoding.messages import error_as_json, read_message, write_message
from lenet_gui.engine.ink.image_files import decode_image

_DATA_PAGES = 5  # the place in /proc/self/statm of pages that only this process has

Answer = Callable[[dict[str, Any], bytes], tuple[dict[str, Any], bytes]]
"""Does one piece of work: header and bytes of the question to those of the answer."""


def serve(work: Answer, seconds: float = MAX_SECONDS, memory: int = MAX_MEMORY) -> None:
    """Answer until the program has gone. The first answer says that the process has started.

    work: may raise BadInput. seconds: processor time that one piece of work may take; memory:
    bytes, more than the process has at the start.
    """
    requests, answers = _pipes()
    _limit_memory(memory)
    while True:
        try:
            header, body = read_message(requests)
        except (EOFError, ValueError, OSError):
            return
        _limit_time(seconds)
        with _ended_with_the_input():
            answer = _answer(work, header, body) if header else ({}, b"")
        write_message(answers, *answer)


def _answer(work: Answer, header: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        return work(header, body)
    except BadInput as error:
        return {"error": error_as_json(error)}, b""


def decoded_picture(header: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """Decode a picture for the program: its work for ``serve``. Raises BadInput."""
    found = decode_image(body, str(header["name"]), header["wanted"])
    rows, columns = found.grey.shape
    values = {
        "shape": [rows, columns],
        "orientation": found.orientation,
        "stored": list(found.stored),
        "notes": [error_as_json(note) for note in found.notes],
    }
    if found.rgb is None:
        return values, found.grey.tobytes()
    return {**values, "rgb": list(found.rgb.shape)}, found.grey.tobytes() + found.rgb.tobytes()


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return input and output for messages alone; what libraries print goes to the errors."""
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (0, 1):
            msvcrt.setmode(descriptor, os.O_BINARY)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return os.fdopen(0, "rb"), answers


@contextlib.contextmanager
def _ended_with_the_input() -> Iterator[None]:
    """Let the system end this process if the input ends meanwhile: the program has gone.

    SIGIO comes as soon as the other end of the pipe is closed, and ends a process by default, also
    inside a decoder.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    flags = fcntl.fcntl(0, fcntl.F_GETFL)
    fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(0, fcntl.F_SETFL, flags | os.O_ASYNC)
    try:
        yield
    finally:
        fcntl.fcntl(0, fcntl.F_SETFL, flags)


def _limit_memory(memory: int = MAX_MEMORY) -> None:
    """Allow so many bytes more than the process has now. Only Linux counts them."""
    if sys.platform == "linux":
        import resource

        with open("/proc/self/statm") as file:
            rest = int(file.read().split()[_DATA_PAGES]) * resource.getpagesize()
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (rest + memory, most))


def _limit_time(seconds: float = MAX_SECONDS) -> None:
    """Let the system end this process when the next piece of work takes much too long."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        used = sum(os.times()[:2])
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used + seconds + 1), most))
