"""Checks that a window can be opened; where it cannot, Qt itself would abort the process."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

WITHOUT = (
    "These commands work without a window: lenet-gui recognize, evaluate, calibrate, train, "
    "networks, import, export, unipen (see lenet-gui --help)."
)


def obstacle() -> str | None:
    """Return a sentence that says why no window can be opened here, or None."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if not sys.platform.startswith("linux") or chosen not in ("", "xcb"):
        return None
    if os.environ.get("WAYLAND_DISPLAY") and not chosen:
        return None
    display = os.environ.get("DISPLAY")
    if not display:
        return f"There is no display to open a window on. {WITHOUT}"
    return _missing_library() or _unreachable(display)


def _missing_library() -> str | None:
    """Return a sentence if a library is missing that Qt's plugin for X11 needs."""
    import PySide6

    plugin = Path(PySide6.__path__[0], "Qt", "plugins", "platforms", "libqxcb.so")
    if not plugin.is_file():
        return None
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        missing = str(error).partition(":")[0]
        return (
            f"A window needs the system library {missing}, which is missing. "
            f"On Debian and Ubuntu: "
            f"apt install libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libegl1. "
            f"{WITHOUT}"
        )
    return None


def _unreachable(display: str) -> str | None:
    """Return a sentence if the X server refuses a connection."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return None
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    refused = xcb.xcb_connection_has_error(connection) != 0
    xcb.xcb_disconnect(connection)
    return f"The display {display} cannot be reached. {WITHOUT}" if refused else None
