"""The list of connected cameras, and the loading of QtMultimedia, which knows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feeds import qt_multimedia
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.system.qt_preload import QtNames

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCameraDevice, QMediaDevices

Done = Callable[[], None]
Failed = Callable[[BadInput], None]


class Cameras(QObject):
    """A watch over the connected cameras: loads QtMultimedia, then emits ``changed``.

    missing: why QtMultimedia could not be loaded at the last attempt, or None.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(self, finishes=True)
        self._devices: QMediaDevices | None = None
        self._waiting: tuple[Done, Failed] | None = None
        self._names = QtNames(self)
        self._names.known.connect(self._import)
        self.missing: BadInput | None = None

    @property
    def loaded(self) -> bool:
        return self._devices is not None

    @property
    def busy(self) -> bool:
        return self._waiting is not None or self._background.busy

    def load(self, done: Done, failed: Failed) -> None:
        """Load QtMultimedia in a thread; call ``done`` or ``failed`` in the window's thread."""
        self._waiting = done, failed
        self._names.ask()

    @Slot()
    def _import(self) -> None:
        assert self._waiting is not None
        done, failed = self._waiting
        self._waiting = None

        def loaded(_nothing: None) -> None:
            from PySide6.QtMultimedia import QMediaDevices

            self.missing = None
            self._watch(QMediaDevices(self))
            done()

        def not_loaded(error: Exception) -> None:
            self.missing = (
                error
                if isinstance(error, BadInput)
                else BadInput(
                    "Cameras and videos need a library that is missing: {why}.", why=str(error)
                )
            )
            failed(self.missing)

        self._background.start(qt_multimedia.load, loaded, not_loaded)

    def take_over(self, former: Cameras) -> None:
        """Take the devices over from a former watch, which loses them."""
        devices, former._devices = former._devices, None
        if devices is not None:
            devices.setParent(self)
            self._watch(devices)

    def _watch(self, devices: QMediaDevices) -> None:
        self._devices = devices
        devices.videoInputsChanged.connect(self.changed)


def connected_cameras() -> list[QCameraDevice]:
    """Return the connected cameras, the default first; needs QtMultimedia."""
    from PySide6.QtMultimedia import QMediaDevices

    found = list(QMediaDevices.videoInputs())
    return sorted(found, key=lambda camera: not camera.isDefault())
