"""A camera, with what can be wrong with one."""

from __future__ import annotations

from PySide6.QtCore import QCameraPermission, QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
)

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.feeds.qt_multimedia import no_camera
from lenet_gui.gui.feeds.sink_feed import SinkFeed

PATIENCE = 6_000  # milliseconds until the first frame

_IN_USE = ("in use", "busy", "another application", "reserved", "0xc00d3704", "0xc00d3ea3")
_REFUSED = ("permission", "denied", "not allowed", "refused", "unauthorized", "0x80070005")

IN_USE = QT_TRANSLATE_NOOP(
    "BadInput", "Another program is using the camera {camera}. Close that program, then try again."
)
REFUSED = QT_TRANSLATE_NOOP(
    "BadInput",
    "The system does not let this program use the camera. Allow it in the system settings, under "
    "privacy and camera.",
)
UNPLUGGED = QT_TRANSLATE_NOOP(
    "BadInput", "The camera {camera} was unplugged. The last picture is still shown."
)
SILENT = QT_TRANSLATE_NOOP(
    "BadInput", "The camera {camera} sends no picture. Another program may be using it."
)
BROKEN = QT_TRANSLATE_NOOP("BadInput", "The camera {camera} does not work: {why}.")


class CameraFeed(SinkFeed):
    """One device in one format; without a device it says why there is none."""

    def __init__(
        self,
        device: QCameraDevice | None,
        form: QCameraFormat | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._device, self._form = device, form
        self._camera: QCamera | None = None
        self._asking = False
        self._capture = QMediaCaptureSession(self)
        self._capture.setVideoSink(self.sink)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._look_for_it)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(PATIENCE)
        self._silence.timeout.connect(self._say_silent)

    def start(self) -> None:
        self.stop()
        if self._device is None:
            self.failed.emit(no_camera())
            return
        permission, application = QCameraPermission(), QCoreApplication.instance()
        assert application is not None
        status = application.checkPermission(permission)
        if status == Qt.PermissionStatus.Undetermined:
            self._asking = True
            application.requestPermission(permission, self, self._answered)
        elif status == Qt.PermissionStatus.Denied:
            self.failed.emit(BadInput(REFUSED))
        else:
            self._open()

    def stop(self) -> None:
        self._asking = False
        self._silence.stop()
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.errorOccurred.disconnect(self._fail)
            camera.stop()
            self._capture.setCamera(None)  # type: ignore[arg-type]
            camera.deleteLater()

    def active(self) -> bool:
        return self._camera is not None

    def _answered(self, _permission: object) -> None:
        """Somebody was asked, and has answered; perhaps after the camera was stopped."""
        if not self._asking:
            return
        self._asking = False
        application = QCoreApplication.instance()
        assert application is not None
        if application.checkPermission(QCameraPermission()) == Qt.PermissionStatus.Granted:
            self._open()
        else:
            self.failed.emit(BadInput(REFUSED))

    def _open(self) -> None:
        assert self._device is not None
        self._camera = QCamera(self._device, self)
        if self._form is not None:
            self._camera.setCameraFormat(self._form)
        self._camera.errorOccurred.connect(self._fail)
        self._capture.setCamera(self._camera)
        self._silence.start()
        self._camera.start()

    @Slot(QVideoFrame)
    def _pass_on(self, frame: QVideoFrame) -> None:
        self._silence.stop()
        super()._pass_on(frame)

    # ---- what can be wrong

    @Slot(QCamera.Error, str)
    def _fail(self, error: QCamera.Error, said: str) -> None:
        if error != QCamera.Error.NoError:
            self._end(trouble(self._name(), said))

    @Slot()
    def _say_silent(self) -> None:
        self._end(BadInput(SILENT, camera=self._name()))

    @Slot()
    def _look_for_it(self) -> None:
        """Cameras have come or gone."""
        there = [camera.id() for camera in QMediaDevices.videoInputs()]
        if self.active() and self._device is not None and self._device.id() not in there:
            self._end(BadInput(UNPLUGGED, camera=self._name()))

    def _end(self, error: BadInput) -> None:
        self.stop()
        self.failed.emit(error)

    def _name(self) -> str:
        return "" if self._device is None else self._device.description()


def trouble(camera: str, said: str) -> BadInput:
    """What an error of a camera means; Qt hands on the system's words, and one number."""
    words = said.lower()
    if any(part in words for part in _REFUSED):
        return BadInput(REFUSED)
    if any(part in words for part in _IN_USE):
        return BadInput(IN_USE, camera=camera)
    return BadInput(BROKEN, camera=camera, why=said.strip().rstrip(".") or "?")
