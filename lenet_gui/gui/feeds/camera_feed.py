"""The feed of a camera that is connected to this computer."""

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
from lenet_gui.gui.feeds.camera_errors import (
    CAMERA_REFUSED,
    CAMERA_SILENT,
    CAMERA_UNPLUGGED,
    camera_error,
    no_camera,
)
from lenet_gui.gui.feeds.video_sink_feed import VideoSinkFeed

FIRST_FRAME_TIMEOUT_MS = 6_000  # a webcam may take some seconds to open and to adjust


class CameraFeed(VideoSinkFeed):
    """Frames of one device in one format (None: Qt's choice).

    Without a device, ``start`` fails with the sentence why there is none.
    """

    def __init__(
        self,
        device: QCameraDevice | None,
        camera_format: QCameraFormat | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._device, self._camera_format = device, camera_format
        self._camera: QCamera | None = None
        self._asking = False
        self._capture = QMediaCaptureSession(self)
        self._capture.setVideoSink(self.make_sink(self))
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._on_cameras_changed)
        self._first_frame_timer = QTimer(self)
        self._first_frame_timer.setSingleShot(True)
        self._first_frame_timer.setInterval(FIRST_FRAME_TIMEOUT_MS)
        self._first_frame_timer.timeout.connect(self._on_first_frame_timeout)

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
            application.requestPermission(permission, self, self._on_permission_answered)
        elif status == Qt.PermissionStatus.Denied:
            self.failed.emit(BadInput(CAMERA_REFUSED))
        else:
            self._open()

    def stop(self) -> None:
        self._asking = False
        self._first_frame_timer.stop()
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.errorOccurred.disconnect(self._on_error)
            camera.stop()
            self._capture.setCamera(None)  # type: ignore[arg-type]
            camera.deleteLater()

    def active(self) -> bool:
        return self._camera is not None

    def _on_permission_answered(self, _permission: object) -> None:
        """Continue after the system's permission dialog, unless the feed was stopped meanwhile."""
        if not self._asking:
            return
        self._asking = False
        application = QCoreApplication.instance()
        assert application is not None
        if application.checkPermission(QCameraPermission()) == Qt.PermissionStatus.Granted:
            self._open()
        else:
            self.failed.emit(BadInput(CAMERA_REFUSED))

    def _open(self) -> None:
        assert self._device is not None
        self._camera = QCamera(self._device, self)
        if self._camera_format is not None:
            self._camera.setCameraFormat(self._camera_format)
        self._camera.errorOccurred.connect(self._on_error)
        self._capture.setCamera(self._camera)
        self._first_frame_timer.start()
        self._camera.start()

    @Slot(QVideoFrame)
    def _pass_on(self, frame: QVideoFrame) -> None:
        self._first_frame_timer.stop()
        super()._pass_on(frame)

    # ---- errors

    @Slot(QCamera.Error, str)
    def _on_error(self, error: QCamera.Error, said: str) -> None:
        if error != QCamera.Error.NoError:
            self._stop_with(camera_error(self._name(), said))

    @Slot()
    def _on_first_frame_timeout(self) -> None:
        self._stop_with(BadInput(CAMERA_SILENT, camera=self._name()))

    @Slot()
    def _on_cameras_changed(self) -> None:
        """Stop if the camera was unplugged: not every backend reports that as an error."""
        there = [camera.id() for camera in QMediaDevices.videoInputs()]
        if self.active() and self._device is not None and self._device.id() not in there:
            self._stop_with(BadInput(CAMERA_UNPLUGGED, camera=self._name()))

    def _stop_with(self, error: BadInput) -> None:
        self.stop()
        self.failed.emit(error)

    def _name(self) -> str:
        return "" if self._device is None else self._device.description()
