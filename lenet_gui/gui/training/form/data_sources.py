"""The list of data sources for trainings: MNIST, and what the user has imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from lenet_gui.common.printable import visible
from lenet_gui.engine.data.source_names import source_name
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.system.settings import Settings

MNIST = "mnist"
SOURCES_KEY = "data"


class DataSources(QObject):
    """Titles and sources, as a training configuration names them; kept in the settings."""

    changed = Signal()
    read = Signal(str, object)  # a source was read; its class names, a tuple

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._paths = tuple(dict.fromkeys(path for path in settings.texts(SOURCES_KEY) if path))
        self._missing: frozenset[str] = frozenset()
        self._background = Background(self)
        self.refresh()

    def entries(self) -> tuple[tuple[str, str], ...]:
        """Return (title, source) of each; MNIST is the first and always there."""
        return (("MNIST", MNIST), *((self._title(path), path) for path in self._paths))

    def imported(self) -> tuple[str, ...]:
        """Return the sources that can be removed."""
        return self._paths

    def is_missing(self, source: str) -> bool:
        """Return whether its file or folder was missing at the last ``refresh``."""
        return source in self._missing

    def add(self, source: str) -> None:
        """Add a path, which must be readable, to the list."""
        self._missing -= {source}
        self._set((*(path for path in self._paths if path != source), source))

    def remove(self, source: str) -> None:
        """Take it off the list; the file stays."""
        self._set(tuple(path for path in self._paths if path != source))

    @Slot()
    def refresh(self) -> None:
        """Look for missing files, in a thread, because a network drive may not answer."""
        paths = self._paths
        if paths:
            self._background.start(lambda: _gone(paths), self._looked, self._could_not_look)

    @property
    def folder(self) -> str:
        """The folder of the data that was imported last."""
        return self._settings.text("data_folder", "")

    def remember_folder(self, path: Path) -> None:
        """Store the folder that holds ``path``, for the next import."""
        self._settings.store("data_folder", str(path.parent))

    def _title(self, path: str) -> str:
        name = visible(Path(path).name)
        if sum(Path(other).name == name for other in self._paths) > 1:
            name = f"{name} ({visible(Path(path).parent.name)})"
        return self.tr("{0} (missing)").format(name) if path in self._missing else name

    def _set(self, paths: tuple[str, ...]) -> None:
        self._paths = paths
        self._settings.store_texts(SOURCES_KEY, paths)
        self.changed.emit()

    def _looked(self, missing: frozenset[str]) -> None:
        if missing != self._missing:
            self._missing = missing
            self.changed.emit()

    def _could_not_look(self, error: Exception) -> None:
        self._missing = frozenset()


def _gone(paths: tuple[str, ...]) -> frozenset[str]:
    return frozenset(path for path in paths if not _there(source_name(path).path))


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
