"""The file of the settings, looked at before Qt opens it.

Qt's settings can hold any value, and what Python once put into one is unpickled when it is read:
a settings file could run code. This program writes texts, numbers and bytes, nothing else, so a
file that asks for more is not its own.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
from pathlib import Path

from PySide6.QtCore import QSettings

MAX_SETTINGS_BYTES = 1_000_000
REFUSED_SUFFIX = ".refused"  # what is added to the name of a file that is not opened
_VALUES = re.compile(r"[=,]\s*@(?:Variant|DateTime)\(")
_QT_ESCAPES = re.compile(r'\\x([0-9a-fA-F]+)|\\([0-7]+)|\\\r?\n|\\(.)|"', re.DOTALL)

log = logging.getLogger(__name__)


def open_settings(path: Path | None = None) -> QSettings:
    """The user's settings, or those of another file; one that cannot be trusted is put aside."""
    own = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "lenet_gui", "lenet_gui")
    own.setFallbacksEnabled(False)  # other files could say something, too
    place = Path(own.fileName()) if path is None else path
    if not _trusted(place):  # Qt has not looked into it yet
        log.warning("The settings were put aside, since they are not this program's: %s", place)
        place = _put_aside(place)
        return QSettings(str(place), QSettings.Format.IniFormat)
    if path is None:
        _make_private(place)
        return own
    return QSettings(str(place), QSettings.Format.IniFormat)


def _trusted(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_SETTINGS_BYTES + 1)
    except OSError:
        return True  # Qt will not read it, either
    return len(data) <= MAX_SETTINGS_BYTES and not _VALUES.search(
        _unescaped(data.decode(errors="replace"))
    )


def _unescaped(text: str) -> str:
    """As Qt reads it, quotation marks left out."""

    def plain(found: re.Match[str]) -> str:
        hexadecimal, octal, letter = found.groups()
        if hexadecimal or octal:
            number = int(hexadecimal, 16) if hexadecimal else int(octal, 8)
            return chr(number & 0xFFFF)
        return letter or ""

    return _QT_ESCAPES.sub(plain, text)


def _put_aside(path: Path) -> Path:
    """Where the settings may lie instead: the same place, if it could be cleared."""
    try:
        os.replace(path, path.with_name(path.name + REFUSED_SUFFIX))
    except OSError:
        return path.with_name(f"new-{path.name}")
    return path


def _make_private(path: Path) -> None:
    """Nobody else may read them: they name files, and addresses with passwords. What Qt writes
    later keeps this; Windows keeps a user's folder private by itself."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):  # read-only, or not ours; settings never stop the start
        path.parent.mkdir(0o700, parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        path.touch(0o600)
        path.chmod(0o600)
