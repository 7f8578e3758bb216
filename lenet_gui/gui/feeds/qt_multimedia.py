"""Loading of QtMultimedia, with a sentence where a library is missing, and FFmpeg's log level."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLoggingCategory

from lenet_gui.common.bad_input import BadInput

_FFMPEG = ("libavutil.so.??", "libavutil.??.dylib", "avutil-??.dll")  # as Qt asks for it
_FATAL = 8  # AV_LOG_FATAL of libavutil/log.h


def load() -> None:
    """Import QtMultimedia; may be called in a thread. Raises BadInput if a library is missing."""
    # It would log a line for each optional library that is not installed.
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


def quieten_ffmpeg() -> None:
    """Have FFmpeg write only fatal errors to the terminal, not each oddity of a video.

    Call it after a QMediaPlayer was made: only then has Qt loaded FFmpeg.
    """
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
    for name in _FFMPEG:
        for path in folder.glob(name):
            with suppress(OSError, AttributeError):  # then its log stays as it is
                ctypes.CDLL(str(path)).av_log_set_level(_FATAL)
