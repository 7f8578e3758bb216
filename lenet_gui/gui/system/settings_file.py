"""Checks the file of the settings before Qt opens it.

Qt's settings can hold any value, and PySide unpickles Python objects in them: a settings file could
run code. This program writes only texts, numbers and bytes, so a file with other values is not its
own, and is put aside.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
from pathlib import Path

from PySide6.QtCore import QSettings

MAX_SETTINGS_BYTES = 1_000_000  # far more than the program writes
REFUSED_SUFFIX = ".refused"  # appended to the name of a file that was put aside
_VALUES = re.compile(r"[=,]\s*@(?:Variant|DateTime)\(")
_QT_ESCAPES = re.compile(r'\\x([0-9a-fA-F]+)|\\([0-7]+)|\\\r?\n|\\(.)|"', re.DOTALL)

log = logging.getLogger(__name__)


def open_settings(path: Path | None = None) -> QSettings:
    """Open the user's settings, or the file ``path``; one that is not trusted is put aside.

    What is no file at all, as a pipe or a folder, is left alone; the settings lie beside it.
    """
    place = _own_path() if path is None else path
    while place.exists() and not place.is_file():
        log.warning("The settings are kept elsewhere, since this is not a file: %s", place)
        place = place.with_name(f"new-{place.name}")
    if not _trusted(place):  # Qt unpickles a value only when it is asked for
        log.warning("The settings were put aside, since they are not this program's: %s", place)
        place = _put_aside(place)
    elif path is None:
        _make_private(place)
    return QSettings(str(place), QSettings.Format.IniFormat)


def _own_path() -> Path:
    """Return the file of the user's settings; Qt knows where, but opens what it is asked about."""
    file = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "lenet_gui", "nothing")
    return Path(file.fileName()).with_name("lenet_gui.ini")


def _trusted(path: Path) -> bool:
    """Return whether the file is small, and free of values that PySide would unpickle."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_SETTINGS_BYTES + 1)
    except OSError:
        return True  # Qt will not read it, either
    return len(data) <= MAX_SETTINGS_BYTES and not _VALUES.search(
        _unescaped(data.decode(errors="replace"))
    )


def _unescaped(text: str) -> str:
    """Return the text as Qt reads it, without quotation marks."""

    def plain(found: re.Match[str]) -> str:
        hexadecimal, octal, letter = found.groups()
        if hexadecimal or octal:
            number = int(hexadecimal, 16) if hexadecimal else int(octal, 8)
            return chr(number & 0xFFFF)
        return letter or ""

    return _QT_ESCAPES.sub(plain, text)


def _put_aside(path: Path) -> Path:
    """Rename a file, and return where the settings may lie: there, or beside it if that failed."""
    try:
        os.replace(path, path.with_name(path.name + REFUSED_SUFFIX))
    except OSError:
        return path.with_name(f"new-{path.name}")
    return path


def _make_private(path: Path) -> None:
    """Let only the user read the settings, which name files, and addresses with passwords.

    Files that Qt writes later keep this; on Windows the user's folder is private anyway.
    """
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):  # read-only, or not ours; settings never stop the start
        path.parent.mkdir(0o700, parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        path.touch(0o600)
        path.chmod(0o600)
