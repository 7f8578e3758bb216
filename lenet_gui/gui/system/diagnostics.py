"""The text for a report of a fault: versions, system, and what the log says of the program.

Nothing is taken over but what is known to be the program's own: of a line of the log its time and
the words of the source, of a traceback the places in the program and the kinds of the errors.
Names of files, folders and cameras, addresses and all else that a log may hold are left out.
"""

from __future__ import annotations

import builtins
import os
import platform
import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import numpy as np
import PySide6
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from lenet_gui import __version__
from lenet_gui.gui.system.log_file import FAULTS, GAP_BEGINS, GAP_ENDS, LOG

LAST = 16_000  # bytes of each file
LEFT_OUT = "…"
_ENTRY = re.compile(
    r"(?P<head>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} \| (?:INFO|WARNING|ERROR|CRITICAL)) "
    r"(?P<logger>[^:]*): (?P<message>.*)"
)
_GAP = re.compile(f"{GAP_BEGINS}[^{GAP_ENDS}]*(?:{GAP_ENDS}|$)")
_FRAME = re.compile(r'  File "(?P<path>.*)", line (?P<line>\d+),? in (?P<where>[\w.<>]+)')
_ERROR = re.compile(r"(?P<kind>[A-Za-z_][\w.]*)(?P<more>: .*)?")
_WORDS = re.compile(
    r"Traceback \(most recent call last\):"
    r"|During handling of the above exception, another exception occurred:"
    r"|The above exception was the direct cause of the following exception:"
    r"|Timeout \(\d+:\d\d:\d\d\)!"
    r"|(?:Current thread|Thread) 0x[0-9a-f]+ \(most recent call first\):"
    r"|Fatal Python error: (?:Segmentation fault|Aborted|Bus error|Floating.point exception"
    r"|Illegal instruction)"
    r"|Windows fatal exception: (?:access violation|stack overflow|code 0x[0-9a-f]+)"
    r"|  <no Python frame>|  \.\.\."
)
_OWN_LOGGER = re.compile(r"lenet_gui(?:\.\w+)*")
_BUNDLED = re.compile(r"(?:lenet_gui|PySide6|numpy|PIL|cv2)/[\w/]+\.py")  # as a bundle names them
_ERRORS = {"BadInput", "BadChoice"} | {
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
}


def diagnostics(folder: Path) -> str:
    """Return the text; folder: where the log lies."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    screens = (
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in application.screens()
    )
    facts = (
        f"lenet_gui {__version__}" + (" (bundle)" if getattr(sys, "frozen", False) else ""),
        f"{platform.platform()}, {os.cpu_count()} processors",
        f"Python {platform.python_version()}, Qt {qVersion()}, PySide {PySide6.__version__}, "
        f"numpy {np.__version__}",
        f"window system {application.platformName()}, screens {', '.join(screens)}",
        f"language {QLocale().name()}",
    )
    parts = ["\n".join(facts)]
    for name in (LOG, FAULTS):
        lines = list(allowed(_end_of(folder / name).splitlines()))
        if lines:
            parts.append("\n".join([f"---- {name}", *lines]))
    return "\n\n".join(parts)


def allowed(lines: Iterable[str]) -> Iterator[str]:
    """Yield what may be handed on of the lines of a log, and how many lines may not."""
    for left_out, group in groupby(map(_allowed, lines), key=lambda line: line is None):
        some = list(group)
        if left_out:
            yield f"({LEFT_OUT} {len(some)})"
        else:
            yield from (line for line in some if line is not None)


def _allowed(line: str) -> str | None:
    """Return what may be handed on of a line, or None if that is nothing."""
    if found := _ENTRY.fullmatch(line):
        message = _GAP.sub(LEFT_OUT, found["message"])
        return f"{found['head']} {_logger(found['logger'])}: {message}"
    if _WORDS.fullmatch(line):
        return line
    if found := _FRAME.fullmatch(line):
        place = _place(found["path"])
        where = LEFT_OUT if place == LEFT_OUT else found["where"]
        return f'  File "{place}", line {found["line"]} in {where}'
    if (found := _ERROR.fullmatch(line)) and found["kind"].rpartition(".")[2] in _ERRORS:
        kind = found["kind"].rpartition(".")[2]
        return f"{kind}: {LEFT_OUT}" if found["more"] else kind
    return None


def _logger(name: str) -> str:
    """Return the name of a logger if it is the program's or a module's, else nothing of it."""
    return name if _OWN_LOGGER.fullmatch(name) or name in sys.modules else LEFT_OUT


def _place(path: str) -> str:
    """Return a file of program, Python or a library from its folder on, else nothing of it."""
    if _BUNDLED.fullmatch(path):
        return path
    own = Path(__file__).parents[3]
    libraries = {sysconfig.get_path(name) for name in ("stdlib", "purelib", "platlib")}
    for name, folder in (("program", str(own)), *(("python", place) for place in libraries)):
        inside = Path(path).is_relative_to(folder) and Path(path).is_file()
        if inside:
            return f"<{name}>/{Path(path).relative_to(folder).as_posix()}"
    return LEFT_OUT


def _end_of(path: Path) -> str:
    """Return the last lines of a file, or an empty text if it cannot be read."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - LAST))
            text = file.read(LAST).decode(errors="replace")
    except OSError:
        return ""
    return text if size <= LAST else text.partition("\n")[2]
