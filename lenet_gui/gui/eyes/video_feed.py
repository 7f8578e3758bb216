"""A video file, played as fast as it was taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtMultimedia import QMediaPlayer

from lenet_gui.bad_input import BadInput
from lenet_gui.gui.eyes.media import quiet
from lenet_gui.gui.eyes.sink_feed import SinkFeed

_Status = QMediaPlayer.MediaStatus
_Error = QMediaPlayer.Error


class VideoFeed(SinkFeed):
    """Without its sound. At its end the last frame stays."""

    def __init__(self, file: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = Path(file)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self.sink)
        quiet()
        self._player.errorOccurred.connect(self._fail)
        self._player.mediaStatusChanged.connect(self._follow)
        self._running = False
        self._held = False

    def start(self) -> None:
        self.stop()
        if not self._file.is_file():
            self.failed.emit(BadInput("There is no file {file}.", file=self._file))
            return
        self._running = True
        self._player.setSource(QUrl.fromLocalFile(str(self._file.absolute())))
        if self._running:  # or it has failed at once
            self.hold(self._held)

    def stop(self) -> None:
        running, self._running = self._running, False
        if running:
            self._player.stop()
            self._player.setSource(QUrl())

    def active(self) -> bool:
        return self._running

    def hold(self, held: bool) -> None:
        self._held = held
        if self._running and held:
            self._player.pause()
        elif self._running:
            self._player.play()

    def suspend(self) -> None:
        self._player.pause()

    def resume(self) -> None:
        self.hold(self._held)

    @Slot(QMediaPlayer.MediaStatus)
    def _follow(self, status: QMediaPlayer.MediaStatus) -> None:
        if not self._running:
            return
        if status == _Status.LoadedMedia and not self._player.hasVideo():
            self._end(BadInput("There are no moving pictures in {file}.", file=self._file.name))
        elif status == _Status.EndOfMedia:
            self._running = False
            self.ended.emit()

    @Slot(QMediaPlayer.Error, str)
    def _fail(self, error: QMediaPlayer.Error, said: str) -> None:
        if error == _Error.NoError or not self._running:
            return
        if error == _Error.FormatError or not said:
            self._end(BadInput("{file} is no video that can be played.", file=self._file.name))
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
