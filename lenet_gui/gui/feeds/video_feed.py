"""The feed of a video file, played at its own speed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feeds.feed import Moment
from lenet_gui.gui.feeds.qt_multimedia import quieten_ffmpeg
from lenet_gui.gui.feeds.video_sink_feed import VideoSinkFeed

_PlayerStatus = QMediaPlayer.MediaStatus
_PlayerError = QMediaPlayer.Error
SEEK_TIMEOUT_MS = 500  # without a frame the next position is sought; some have no frame


class VideoFeed(VideoSinkFeed):
    """A video without its sound. At its end the last frame stays."""

    def __init__(self, file: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = Path(file)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self.sink)
        quieten_ffmpeg()
        self._running = self._loaded = self._held = self._hidden = False
        self._wanted: int | None = None  # the position to seek next, milliseconds
        self._seeking = QTimer(self, interval=SEEK_TIMEOUT_MS, singleShot=True)
        self._seeking.timeout.connect(self._seek_next)
        self.sink.videoFrameChanged.connect(self._on_frame)
        self._player.errorOccurred.connect(self._on_error)
        self._player.mediaStatusChanged.connect(self._on_status_changed)
        for changed in (
            self._player.positionChanged,
            self._player.durationChanged,
            self._player.seekableChanged,
        ):
            changed.connect(self._emit_moment)

    def start(self) -> None:
        wanted = self._wanted
        self.stop()
        if not self._file.is_file():
            self.failed.emit(BadInput("There is no file {file}.", file=self._file))
            return
        self._running, self._wanted = True, wanted
        self._player.setSource(QUrl.fromLocalFile(str(self._file.absolute())))

    def stop(self) -> None:
        running, self._running = self._running, False
        self._loaded = self._hidden = False
        self._wanted = None
        self._seeking.stop()
        if running:
            self._player.stop()
            self._player.setSource(QUrl())

    def active(self) -> bool:
        return self._running

    def hold(self, held: bool) -> None:
        self._held = held
        if not self._loaded:
            return
        if held or self._hidden:
            self._player.pause()
            self._emit_moment()
        else:
            self._player.play()

    def suspend(self) -> None:
        self._hidden = True
        self._player.pause()

    def resume(self) -> None:
        self._hidden = False
        self.hold(self._held)

    # ---- positions

    def seek(self, at: int) -> None:
        """Seek a position once the previous seek is done.

        Seeking anew at each call, a slow video would show no frame while the slider is dragged.
        """
        self._wanted = at
        if self._loaded and not self._seeking.isActive():
            self._seek_next()

    @Slot()
    def _seek_next(self) -> None:
        at, self._wanted = self._wanted, None
        if at is not None:
            self._seeking.start()
            self._player.setPosition(max(min(at, self._player.duration() - 1), 0))

    @Slot(QVideoFrame)
    def _on_frame(self, frame: QVideoFrame) -> None:
        if frame.isValid() and self._seeking.isActive():
            self._seeking.stop()
            self._seek_next()

    @Slot()
    def _emit_moment(self) -> None:
        at, length = self._player.position(), self._player.duration()
        if self._loaded and self._wanted is None and self._player.isSeekable() and length > 0:
            self.moved.emit(Moment(at, length))

    # ---- states of the player

    @Slot(QMediaPlayer.MediaStatus)
    def _on_status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        if not self._running:
            return
        if status == _PlayerStatus.LoadedMedia and not self._loaded:
            self._on_loaded()
        elif status == _PlayerStatus.EndOfMedia:
            self.stop()
            self.ended.emit()

    def _on_loaded(self) -> None:
        if not self._player.hasVideo():
            self._stop_with(BadInput("{file} contains no video.", file=self._file.name))
            return
        self._loaded = True
        self._seek_next()
        self._emit_moment()
        self.hold(self._held)

    @Slot(QMediaPlayer.Error, str)
    def _on_error(self, error: QMediaPlayer.Error, said: str) -> None:
        if error == _PlayerError.NoError or not self._running:
            return
        if error == _PlayerError.FormatError or not said:
            self._stop_with(
                BadInput("{file} is not a video that can be played.", file=self._file.name)
            )
        else:
            self._stop_with(
                BadInput(
                    "{file} cannot be played: {why}.",
                    file=self._file.name,
                    why=said.strip().rstrip("."),
                )
            )

    def _stop_with(self, error: BadInput) -> None:
        self.stop()
        self.failed.emit(error)
