"""Settings that last: read one by one, a bad one is dropped with a line in the log."""

from __future__ import annotations

import contextlib
import logging
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from lenet_gui.gui.languages import LANGUAGES

log = logging.getLogger(__name__)

CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("system", "light", "dark"),
    "language": ("system", *LANGUAGES),
    "motion": ("system", "reduced", "full"),
}
LONGEST = 4096
MOST_TEXTS = 100


class Settings:
    """The user's settings file."""

    def __init__(self) -> None:
        self._file = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "lenet_gui", "lenet_gui"
        )
        _make_private(Path(self._file.fileName()))

    def text(self, key: str, default: str) -> str:
        """The value of a choice or a text, or ``default`` if it is missing or bad."""
        value = self._file.value(key, default)
        if isinstance(value, str) and value in CHOICES.get(key, (value,)) and len(value) < LONGEST:
            return value
        self.drop(key, value)
        return default

    def number(self, key: str, default: float, low: float, high: float) -> float:
        """A number between ``low`` and ``high``, or ``default``."""
        value = self._file.value(key, default)
        try:
            number = float(value)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            number = float("nan")
        if low <= number <= high:
            return number
        self.drop(key, value)
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty if it is missing or bad."""
        import json

        value = self._file.value(key, "[]")
        try:
            texts = json.loads(value)  # type: ignore[arg-type]
        except (TypeError, ValueError, RecursionError):
            texts = None
        if isinstance(texts, list) and all(isinstance(t, str) and len(t) < LONGEST for t in texts):
            return tuple(texts[:MOST_TEXTS])
        self.drop(key, value)
        return ()

    def state(self, key: str) -> QByteArray | None:
        """Geometry or state of the window, or None."""
        value = self._file.value(key)
        if value is None or isinstance(value, QByteArray):
            return value
        self.drop(key, value)
        return None

    def store(self, key: str, value: str | float | QByteArray) -> None:
        self._file.setValue(key, value)

    def store_texts(self, key: str, texts: tuple[str, ...]) -> None:
        import json

        self._file.setValue(key, json.dumps(texts))

    def drop(self, key: str, value: Any) -> None:
        """Forget a bad value, with a line in the log."""
        log.warning("The setting %s was dropped: %.60r cannot be used.", key, value)
        self._file.remove(key)


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
