"""Reduced motion: the user's choice, or the system's."""

from __future__ import annotations

import configparser
import os
import plistlib
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

STILL = 1000  # ms between two changes of what moves by itself, while motion is reduced
ANSWER_TIMEOUT_S = 2  # for the desktop to answer
MOST_DESKTOP_BYTES = 1_000_000  # bytes of a settings file
_PROPERTY = "still"
_SPI_GETCLIENTAREAANIMATION = 0x1042
_EFFECTS = (Qt.UIEffect.UI_General, Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo,
            Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_AnimateToolBox)  # fmt: skip


def be_still(still: bool) -> None:
    """Reduce motion, or do not: nothing blinks or slides then, and curves and learning networks
    are shown once a second."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if bool(application.property(_PROPERTY)) == still:
        return
    if still:
        application.setProperty("flash", application.cursorFlashTime())
        application.setCursorFlashTime(0)
    else:
        application.setCursorFlashTime(application.property("flash"))
    for effect in _EFFECTS:
        application.setEffectEnabled(effect, False)  # nor is any of them needed with motion
    application.setProperty(_PROPERTY, still)


def is_still() -> bool:
    """Return whether motion is reduced."""
    application = QApplication.instance()
    return application is not None and bool(application.property(_PROPERTY))


def pace(milliseconds: int) -> int:
    """Return how long to wait between two changes of what moves by itself, in milliseconds."""
    return max(milliseconds, STILL) if is_still() else milliseconds


def system_wants_stillness() -> bool:
    """Return whether the system's settings switch animations off; takes up to 2 s."""
    try:
        if sys.platform == "win32":
            return _windows()
        if sys.platform == "darwin":
            return _mac()
        return _gnome() or _files()
    except Exception:  # no answer of a desktop may keep the program from starting
        return False


def _windows() -> bool:
    import ctypes

    animated = ctypes.c_int(1)
    ask = ctypes.windll.user32.SystemParametersInfoW  # type: ignore[attr-defined,unused-ignore]
    ask(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animated), 0)
    return not animated.value


def _mac() -> bool:
    path = Path.home() / "Library" / "Preferences" / "com.apple.universalaccess.plist"
    return path.is_file() and bool(plistlib.loads(_start_of(path)).get("reduceMotion"))


def _gnome() -> bool:
    command = ["gsettings", "get", "org.gnome.desktop.interface", "enable-animations"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=ANSWER_TIMEOUT_S)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.stdout.strip() == "false"


def _files() -> bool:
    """Look into the settings files of GTK and KDE."""
    for name, section, key, off in (
        ("gtk-3.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
        ("kdeglobals", "KDE", "AnimationDurationFactor", ("0",)),
    ):
        settings = configparser.ConfigParser(strict=False, interpolation=None)
        path = _configuration() / name
        if path.is_file():
            settings.read_string(_start_of(path).decode("utf-8", "replace"))
        if settings.get(section, key, fallback="").strip().lower() in off:
            return True
    return False


def _configuration() -> Path:
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def _start_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_DESKTOP_BYTES)
