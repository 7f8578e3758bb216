"""The feed of a video file, played at its own speed."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, QUrl, Slot
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feeds.feed import Moment
from lenet_gui.gui.feeds.qt_multimedia import quieten_ffmpeg
from lenet_gui.gui.feeds.video_sink_feed import VideoSinkFeed

_PlayerStatus = QMediaPlayer.MediaStatus
_PlayerError = QMediaPlayer.Error
SEEK_TIMEOUT_MS = 500  # without a frame the next position is sought; some have no frame
FIRST_FRAME_TIMEOUT_MS = 5_000  # a video that this computer cannot decode shows none, in silence
LAST_CHANCE_MS = 500  # for a first frame that comes after the end was reported
BUSY_S = 1.0  # without a frame: then the player may be decoding one


class VideoFeed(VideoSinkFeed):
    """A video without its sound. At its end the last frame stays. Each start makes a player."""

    def __init__(self, file: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = Path(file)
        self._player: QMediaPlayer | None = None
        self._loaded = self._held = self._hidden = self._seen = self._at_end = False
        self._last_frame = 0.0  # when it came, or was asked for; seconds of the monotonic clock
        self._wanted: int | None = None  # the position to seek next, milliseconds
        self._seeking = QTimer(self, interval=SEEK_TIMEOUT_MS, singleShot=True)
        self._seeking.timeout.connect(self._seek_next)
        self._first_frame = QTimer(self, singleShot=True)
        self._first_frame.timeout.connect(self._on_no_frame)

    def start(self) -> None:
        wanted = self._wanted
        self.stop()
        if not self._file.is_file():
            self.failed.emit(BadInput("There is no file {file}.", file=self._file))
            return
        self._wanted, self._last_frame = wanted, time.monotonic()
        player = self._player = QMediaPlayer(self)
        quieten_ffmpeg()
        player.setVideoSink(self.make_sink(player))
        player.errorOccurred.connect(self._on_error)
        player.mediaStatusChanged.connect(self._on_status_changed)
        for changed in (player.positionChanged, player.durationChanged, player.seekableChanged):
            changed.connect(self._emit_moment)
        self._first_frame.start(FIRST_FRAME_TIMEOUT_MS)
        player.setSource(QUrl.fromLocalFile(str(self._file.absolute())))

    def stop(self) -> None:
        player, self._player = self._player, None
        busy = not self._is_paused() and time.monotonic() - self._last_frame > BUSY_S
        self._loaded = self._hidden = self._seen = self._at_end = False
        self._wanted = None
        self._seeking.stop()
        self._first_frame.stop()
        if player is not None:
            _drop(player, busy)

    def active(self) -> bool:
        return self._player is not None

    def hold(self, held: bool) -> None:
        self._held = held
        if self._player is None or not self._loaded:
            return
        if self._is_paused():
            self._player.pause()
            self._emit_moment()
        else:
            self._last_frame = time.monotonic()
            self._player.play()

    def _is_paused(self) -> bool:
        return self._held or self._hidden

    def suspend(self) -> None:
        self._hidden = True
        self._first_frame.stop()
        if self._player is not None:
            self._player.pause()

    def resume(self) -> None:
        self._hidden = False
        if self._player is not None and not self._seen:
            self._first_frame.start(FIRST_FRAME_TIMEOUT_MS)
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
        if at is not None and self._player is not None:
            self._seeking.start()
            self._player.setPosition(max(min(at, self._player.duration() - 1), 0))

    @Slot(QVideoFrame)
    def _pass_on(self, frame: QVideoFrame) -> None:
        super()._pass_on(frame)
        if not frame.isValid() or self._player is None:
            return
        self._seen, self._last_frame = True, time.monotonic()
        self._first_frame.stop()
        if self._seeking.isActive():
            self._seeking.stop()
            self._seek_next()
        if self._at_end:
            self._end()

    @Slot()
    def _emit_moment(self) -> None:
        player = self._player
        if player is None or not self._loaded or self._wanted is not None:
            return
        if player.isSeekable() and player.duration() > 0:
            self.moved.emit(Moment(player.position(), player.duration()))

    # ---- states of the player

    @Slot(QMediaPlayer.MediaStatus)
    def _on_status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._player is None:
            return
        if status == _PlayerStatus.LoadedMedia and not self._loaded:
            self._on_loaded()
        elif status == _PlayerStatus.EndOfMedia:
            if self._seen:
                self._end()
            else:
                self._at_end = True
                self._first_frame.start(LAST_CHANCE_MS)

    def _end(self) -> None:
        self.stop()
        self.ended.emit()

    def _on_loaded(self) -> None:
        assert self._player is not None
        if not self._player.hasVideo():
            self._stop_with(BadInput("{file} contains no video.", file=self._file.name))
            return
        self._loaded = True
        self._seek_next()
        self._emit_moment()
        self.hold(self._held)

    @Slot()
    def _on_no_frame(self) -> None:
        self._stop_with(
            BadInput(
                "{file} shows no picture: this computer cannot decode it, or not within {seconds} "
                "seconds.",
                file=self._file.name,
                seconds=FIRST_FRAME_TIMEOUT_MS // 1000,
            )
        )

    @Slot(QMediaPlayer.Error, str)
    def _on_error(self, error: QMediaPlayer.Error, said: str) -> None:
        if error == _PlayerError.NoError or self._player is None:
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


def _drop(player: QMediaPlayer, busy: bool) -> None:
    """Let a player go without waiting for it. busy: whether it may be decoding a frame.

    To stop or delete a busy one, or to take its sink away, would wait for that frame, which may
    take minutes. It ends with the process: Qt never deletes the object of the first thread.
    """
    player.blockSignals(True)
    player.videoSink().blockSignals(True)
    if busy:
        player.pause()
        player.setParent(QThread.currentThread())
    else:
        player.stop()
        player.setVideoSink(None)  # type: ignore[arg-type]  # its child, which goes after it
        player.deleteLater()
