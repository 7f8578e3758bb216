"""The text for a report of a fault: versions, system, and the end of the log.

It holds no names of folders or cameras, and no addresses.
"""

from __future__ import annotations

import contextlib
import os
import platform
import re
import sys
from pathlib import Path

import numpy as np
import PySide6
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from lenet_gui import __version__
from lenet_gui.gui.system.log_file import FAULTS, LOG

LAST = 16_000  # bytes of each file
_ADDRESSES = re.compile(r"\b[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)
_PATHS = re.compile(r"(?<![\w~./\\>-])(?:[A-Za-z]:[\\/]|\\\\|/)[^\s\"'<>|,;()]+")


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
        end = _end_of(folder / name)
        if end:
            parts.append(f"---- {name}\n{end}")
    return without_places("\n\n".join(parts))


def without_places(text: str) -> str:
    """Return ``text`` without paths and addresses, which can tell who the user is.

    The home folder becomes ~, and the folders of program and Python get names.
    """
    text = _ADDRESSES.sub("<address>", text)
    own = Path(__file__).resolve().parents[3]
    names = {str(own): "<program>", sys.prefix: "<python>", sys.base_prefix: "<python>"}
    with contextlib.suppress(RuntimeError, OSError):  # there may be no home folder
        home = Path.home()
        names |= {str(home): "~", str(home.resolve()): "~"}
    for place in sorted(names, key=len, reverse=True):
        if len(place) > 1:
            text = re.sub(re.escape(place) + r"(?![\w.-])", names[place], text)
    return _PATHS.sub("<path>", text)


def _end_of(path: Path) -> str:
    """Return the last lines of a file, or an empty text if it cannot be read."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - LAST))
            text = file.read(LAST).decode(errors="replace")
    except OSError:
        return ""
    return text if size <= LAST else text.partition("\n")[2]
