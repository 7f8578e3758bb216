"""Settings that last from one start to the next; a bad value is dropped with a line in the log."""

from __future__ import annotations

import logging
import zlib
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray

from lenet_gui.gui.appearance.languages import LANGUAGES
from lenet_gui.gui.system.settings_file import open_settings

log = logging.getLogger(__name__)

ALLOWED_CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("system", "light", "dark"),
    "language": ("system", *LANGUAGES),
    "motion": ("system", "reduced", "full"),
    "recovery": ("on", "off"),
    "auto_clear": ("on", "off"),
    "opening": ("due", "seen"),
}
MOST_TEXT_LENGTH = 4096
SEAL = 4  # bytes of the checksum before a state of Qt
MOST_TEXTS = 100  # entries that are read of a list


def _seal(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(SEAL, "big")


class Settings:
    """The user's settings, or those in the file ``path``."""

    def __init__(self, path: Path | None = None) -> None:
        self._file = open_settings(path)
        self.first_use = not self._file.allKeys()  # the program was not used before

    @property
    def folder(self) -> Path:
        """The folder of the settings file."""
        return Path(self._file.fileName()).parent

    @property
    def lasting(self) -> bool:
        """Return whether what is stored will be there at the next start."""
        return self._file.isWritable()

    def text(self, key: str, default: str) -> str:
        """Return a choice or a text, or ``default`` if it is missing or bad."""
        value = self._file.value(key, default)
        if (
            isinstance(value, str)
            and value in ALLOWED_CHOICES.get(key, (value,))
            and len(value) < MOST_TEXT_LENGTH
        ):
            return value
        self.drop(key, value)
        return default

    def number(self, key: str, default: float, low: float, high: float) -> float:
        """Return a number from ``low`` to ``high``, or ``default`` if it is missing or bad."""
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
        """Return a list of texts, empty if it is missing or bad."""
        import json

        value = self._file.value(key, "[]")
        try:
            texts = json.loads(value)  # type: ignore[arg-type]
        except (TypeError, ValueError, RecursionError):
            texts = None
        if isinstance(texts, list) and all(
            isinstance(t, str) and len(t) < MOST_TEXT_LENGTH for t in texts
        ):
            return tuple(texts[:MOST_TEXTS])
        self.drop(key, value)
        return ()

    def state(self, key: str) -> QByteArray | None:
        """Return geometry or state of the window, or None if it is missing or bad.

        A damaged one would crash Qt, so it counts only with the right checksum.
        """
        value = self._file.value(key)
        if value is None:
            return None
        if isinstance(value, QByteArray):
            data = bytes(value.data())
            if data[:SEAL] == _seal(data[SEAL:]):
                return QByteArray(data[SEAL:])
        self.drop(key, value)
        return None

    def store(self, key: str, value: str | float) -> None:
        self._file.setValue(key, value)

    def store_state(self, key: str, value: QByteArray) -> None:
        """Store geometry or state of the window, with a checksum."""
        data = bytes(value.data())
        self._file.setValue(key, QByteArray(_seal(data) + data))

    def store_texts(self, key: str, texts: tuple[str, ...]) -> None:
        import json

        self._file.setValue(key, json.dumps(texts))

    def write_now(self) -> None:
        """Write to disk what Qt would write later."""
        self._file.sync()

    def remove(self, key: str) -> None:
        """Remove a setting, and those whose names begin with it and a slash."""
        self._file.remove(key)

    def drop(self, key: str, value: Any) -> None:
        """Remove a bad value, with a line in the log."""
        log.warning("The setting %s was dropped: %.60r cannot be used.", key, value)
        self._file.remove(key)
