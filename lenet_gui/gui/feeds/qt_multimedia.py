"""QtMultimedia, loaded only here, and what is said where it is missing."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLoggingCategory

from lenet_gui.common.bad_input import BadInput

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCameraDevice

DEVICES = Path("/dev")
_FFMPEG = ("libavutil.so.??", "libavutil.??.dylib", "avutil-??.dll")  # as Qt asks for it
_FATAL = 8  # AV_LOG_FATAL of libavutil/log.h


def load() -> None:
    """Import it; may be called in a thread. Raises BadInput if a library is missing."""
    # It says of each library that it could use, and that is not there, that it is not there.
    QLoggingCategory.setFilterRules(
        "qt.multimedia.*.info=false\nqt.multimedia.symbolsresolver=false"
    )
    try:
        import PySide6.QtMultimedia  # noqa: F401
    except ImportError as error:
        if sys.platform.startswith("linux") and "libpulse" in str(error):
            raise BadInput(
                "Cameras and videos need the library libpulse, which is missing. On Debian and "
                "Ubuntu: apt install libpulse0."
            ) from None
        raise BadInput(
            "Cameras and videos need a library that is missing: {why}.",
            why=str(error).partition(":")[0],
        ) from None


def quiet() -> None:
    """FFmpeg writes what it thinks of a video to the terminal; from now on only why it gives up.

    Qt loads it when something is to be played; before that it cannot be reached.
    """
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
    for name in _FFMPEG:
        for path in folder.glob(name):
            with suppress(OSError, AttributeError):  # then it speaks
                ctypes.CDLL(str(path)).av_log_set_level(_FATAL)


def cameras() -> list[QCameraDevice]:
    """The cameras that can be seen now, the system's first choice in front."""
    from PySide6.QtMultimedia import QMediaDevices

    found = list(QMediaDevices.videoInputs())
    return sorted(found, key=lambda camera: not camera.isDefault())


def no_camera() -> BadInput:
    """That there is none, or that we may not look at those that are there."""
    if sys.platform.startswith("linux"):
        devices = sorted(str(path) for path in DEVICES.glob("video*"))
        if devices and not any(os.access(device, os.R_OK | os.W_OK) for device in devices):
            return BadInput(
                "You do not have permission to use the camera {device}. Add your user to the "
                "group video and log in again.",
                device=devices[0],
            )
    return BadInput("No camera is connected.")
