"""The feed of a screen."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtMultimedia import QMediaCaptureSession, QScreenCapture, QVideoFrame

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.feeds.feed import ReadingBounds
from lenet_gui.gui.feeds.video_sink_feed import VideoSinkFeed

MIN_FRAME_INTERVAL_S = 0.08  # the screen sends 60 frames per second, but writing is slower

SCREEN_GONE = QT_TRANSLATE_NOOP("BadInput", "The screen is no longer available.")


class ScreenFeed(VideoSinkFeed):
    """Frames of a whole screen; the guide frame selects the region that is read."""

    # As wide as a camera's frame; pages of 20 digits take 3 or 4 passes, of 80 digits 5 or more.
    bounds = ReadingBounds(side=1280, marks=250, passes=6)

    def __init__(self, screen: QScreen | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = 0.0
        self._screen = screen
        self._session = QMediaCaptureSession(self)
        self._capture = QScreenCapture(self)
        self._session.setScreenCapture(self._capture)
        self._session.setVideoSink(self.make_sink(self))
        self._capture.errorOccurred.connect(self._on_error)

    def start(self) -> None:
        if self._screen not in QGuiApplication.screens():
            self.failed.emit(BadInput(SCREEN_GONE))
            return
        self._capture.setScreen(self._screen)
        self._capture.setActive(True)

    def stop(self) -> None:
        self._capture.setActive(False)

    def active(self) -> bool:
        return bool(self._capture.isActive())

    @Slot(QVideoFrame)
    def _pass_on(self, frame: QVideoFrame) -> None:
        now = time.monotonic()
        if now - self._last >= MIN_FRAME_INTERVAL_S:
            self._last = now
            super()._pass_on(frame)

    @Slot(QScreenCapture.Error, str)
    def _on_error(self, error: QScreenCapture.Error, said: str) -> None:
        if error == QScreenCapture.Error.NoError:
            return
        self.stop()
        if error == QScreenCapture.Error.CapturingNotSupported:
            self.failed.emit(BadInput("This system does not let programs capture the screen."))
        else:
            self.failed.emit(
                BadInput("The screen cannot be captured: {why}.", why=said.rstrip(".") or "?")
            )
