"""A video file, played as fast as it was taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feeds.feed import Moment
from lenet_gui.gui.feeds.qt_multimedia import quiet
from lenet_gui.gui.feeds.sink_feed import SinkFeed

_Status = QMediaPlayer.MediaStatus
_Error = QMediaPlayer.Error
PATIENCE = 500  # milliseconds for the frame of a place that was sought


class VideoFeed(SinkFeed):
    """Without its sound. At its end the last frame stays."""

    def __init__(self, file: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = Path(file)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self.sink)
        quiet()
        self._running = self._loaded = self._held = self._hidden = False
        self._wanted: int | None = None  # the place to go to next
        self._seeking = QTimer(self, interval=PATIENCE, singleShot=True)
        self._seeking.timeout.connect(self._go)
        self.sink.videoFrameChanged.connect(self._arrive)
        self._player.errorOccurred.connect(self._fail)
        self._player.mediaStatusChanged.connect(self._follow)
        for changed in (
            self._player.positionChanged,
            self._player.durationChanged,
            self._player.seekableChanged,
        ):
            changed.connect(self._tell)

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
            self._tell()
        else:
            self._player.play()

    def suspend(self) -> None:
        self._hidden = True
        self._player.pause()

    def resume(self) -> None:
        self._hidden = False
        self.hold(self._held)

    # ---- places

    def seek(self, at: int) -> None:
        """One after the other: were each begun at once, a slow video would show none of them."""
        self._wanted = at
        if self._loaded and not self._seeking.isActive():
            self._go()

    @Slot()
    def _go(self) -> None:
        at, self._wanted = self._wanted, None
        if at is not None:
            self._seeking.start()
            self._player.setPosition(max(min(at, self._player.duration() - 1), 0))

    @Slot(QVideoFrame)
    def _arrive(self, frame: QVideoFrame) -> None:
        if frame.isValid() and self._seeking.isActive():
            self._seeking.stop()
            self._go()

    @Slot()
    def _tell(self) -> None:
        at, length = self._player.position(), self._player.duration()
        if self._loaded and self._wanted is None and self._player.isSeekable() and length > 0:
            self.moved.emit(Moment(at, length))

    # ---- what the player says

    @Slot(QMediaPlayer.MediaStatus)
    def _follow(self, status: QMediaPlayer.MediaStatus) -> None:
        if not self._running:
            return
        if status == _Status.LoadedMedia and not self._loaded:
            self._begin()
        elif status == _Status.EndOfMedia:
            self.stop()
            self.ended.emit()

    def _begin(self) -> None:
        if not self._player.hasVideo():
            self._end(BadInput("{file} contains no video.", file=self._file.name))
            return
        self._loaded = True
        self._go()
        self._tell()
        self.hold(self._held)

    @Slot(QMediaPlayer.Error, str)
    def _fail(self, error: QMediaPlayer.Error, said: str) -> None:
        if error == _Error.NoError or not self._running:
            return
        if error == _Error.FormatError or not said:
            self._end(BadInput("{file} is not a video that can be played.", file=self._file.name))
        else:
            self._end(
                BadInput(
                    "{file} cannot be played: {why}.",
                    file=self._file.name,
                    why=said.strip().rstrip("."),
                )
            )

    def _end(self, error: BadInput) -> None:
        self.stop()
        self.failed.emit(error)
