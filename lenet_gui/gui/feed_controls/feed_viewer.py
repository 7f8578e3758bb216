"""A photo viewer for a feed: frozen, mirrored, within a frame, and sought if it is a video."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feed_controls.feed_buttons import feed_button
from lenet_gui.gui.feed_controls.seek_bar import SeekBar
from lenet_gui.gui.feeds.feed import Feed, FrameDecoder, Moment
from lenet_gui.gui.photos.photo_viewer import PhotoViewer
from lenet_gui.gui.session.session import Session

MAX_BAD_FRAMES = 10  # in a row; single damaged frames are common, so many are no pictures
MAX_BAD_S = 4.0  # without a good frame: pictures may take long to come, or until decoding gives up


class FeedViewer(PhotoViewer):
    """Shows one feed at a time. What it shows goes with its feed, unless it is frozen.

    feed: the one that runs, or None. The last frame of a video that has ended stays, and can be
    sought; so can a video that was stopped.
    """

    changed = Signal()  # a feed runs or has stopped, or the picture was frozen or let go
    broken = Signal(object)  # Exception: why the feed has failed; it is stopped

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.feed: Feed | None = None
        self._suspended = False
        self._stopped_video: Feed | None = None  # still seekable
        self._sought = False  # since the picture was frozen
        self._bad_frames = 0
        self._last_good: float | None = None  # when a frame was read, by the monotonic clock
        self._begun = 0.0
        self.seek_bar = SeekBar()
        self.put_below_picture(self.seek_bar)
        self.freeze, self.mirror, self.guide = map(feed_button, ("freeze", "mirror", "guide"))
        for place, button in enumerate((self.freeze, self.mirror, self.guide)):
            self.bar.insertWidget(place, button)
        self.seek_bar.sought.connect(self._seek)
        self.seek_bar.pressed.connect(self.toggle_hold)
        self.freeze.toggled.connect(self._hold)
        self.mirror.toggled.connect(self.view.set_mirrored)
        self.guide.toggled.connect(self.view.set_guided)
        self.failed.connect(self._on_frame_failed)
        self.seen.connect(self._on_frame_read)
        self._show_state()

    def take_over_feed(self, former: FeedViewer) -> None:
        """Take the running feed and the picture over from a former viewer."""
        for mine, other in (
            (self.mirror, former.mirror),
            (self.guide, former.guide),
            (self.freeze, former.freeze),
        ):
            mine.setChecked(other.isChecked())
        self.take_over(former)
        feed, suspended = former.feed, former._suspended
        if feed is not None:
            former._release(feed)
            self._use(feed)
            self._suspended = suspended
        self._stopped_video, former._stopped_video = former._stopped_video, None
        if self._stopped_video is not None:
            self._stopped_video.setParent(self)
        if not former.seek_bar.isHidden():
            self._show_moment(former.seek_bar.moment)
        self._show_state()

    # ---- running

    def run(self, feed: Feed) -> None:
        """Show a feed in place of the former one."""
        self.drop()
        self._last_good, self._begun = None, time.monotonic()
        self._use(feed)
        feed.start()

    def stop(self) -> None:
        """Stop the feed; its picture goes unless it is frozen, and a video stays seekable."""
        self._end()
        if not self.freeze.isChecked():
            self.clear()

    def drop(self) -> None:
        """Stop the feed; neither its picture nor a video is left."""
        self._end()
        feed, self._stopped_video = self._stopped_video, None
        if feed is not None:
            feed.deleteLater()
        self._bad_frames = 0
        self.seek_bar.clear()
        self.freeze.setChecked(False)
        self.freeze.show()
        self.clear()

    def suspend(self) -> None:
        """Record nothing while the picture is hidden."""
        if self.feed is not None and not self._suspended:
            self._suspended = True
            self.feed.suspend()
            self.background.drop()

    def resume(self) -> None:
        """Go on after ``suspend``."""
        if self.feed is not None and self._suspended:
            self._suspended = False
            self.feed.resume()

    @Slot()
    def _end(self) -> None:
        """Stop the feed, as at the end of a video: its last picture stays, and can be sought."""
        feed = self.feed
        if feed is not None:
            self._release(feed)
            feed.stop()
            if self.seek_bar.isHidden():
                feed.deleteLater()
            else:
                self._stopped_video = feed

    def _use(self, feed: Feed) -> None:
        feed.setParent(self)
        feed.framed.connect(self._show_frame)
        feed.failed.connect(self._fail)
        feed.ended.connect(self._end)
        feed.moved.connect(self._show_moment)
        self.feed = feed
        self.background.bounds = feed.bounds
        self._show_state()

    def _release(self, feed: Feed) -> None:
        """Disconnect from a feed without stopping it."""
        feed.framed.disconnect(self._show_frame)
        feed.failed.disconnect(self._fail)
        feed.ended.disconnect(self._end)
        feed.moved.disconnect(self._show_moment)
        self.feed, self._suspended = None, False
        self._show_state()

    def _show_state(self) -> None:
        running = self.feed is not None
        self.seek_bar.show_playing(running and not self.freeze.isChecked())
        self.freeze.setEnabled(running or self.freeze.isChecked())
        self.changed.emit()

    @Slot(object)
    def _show_frame(self, decode_frame: FrameDecoder) -> None:
        if (self._sought or not self.freeze.isChecked()) and self.isVisible():
            self.show_frame(decode_frame)

    @Slot(bool)
    def _hold(self, held: bool) -> None:
        self._sought = False
        if self.feed is not None:
            self.feed.hold(held)
        elif not held and self._stopped_video is None:
            self.clear()  # its source has stopped while it was frozen
        self._show_state()

    # ---- videos

    @Slot(object)
    def _show_moment(self, moment: Moment) -> None:
        self.seek_bar.show_moment(moment)
        self.freeze.hide()  # the seek bar has a button for that

    @Slot()
    def toggle_hold(self) -> None:
        """Freeze the picture or let it go on; a stopped video goes on from its position."""
        if self._stopped_video is None or self.feed is not None:
            self.freeze.click()
            return
        moment = self.seek_bar.moment
        self._open_again(moment.at if moment.at < moment.length else 0, held=False)

    @Slot(int)
    def _seek(self, at: int) -> None:
        if self.feed is None:
            self._open_again(at, held=True)
        else:
            self.feed.seek(at)
        self._sought = True

    def _open_again(self, at: int, held: bool) -> None:
        feed, self._stopped_video = self._stopped_video, None
        if feed is not None:
            self._use(feed)
            self.freeze.setChecked(held)
            feed.hold(held)
            feed.seek(at)
            feed.start()

    # ---- errors

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if self.freeze.isChecked() and self.seek_bar.isHidden():
            self.stop()  # the frozen picture stays
        else:
            self.drop()
        self.broken.emit(error)

    @Slot(object)
    def _on_frame_failed(self, error: Exception) -> None:
        """Tolerate a damaged frame; fail after many in a row, or if the feed has stopped."""
        self._bad_frames += 1
        tolerated = isinstance(error, BadInput) and self._bad_frames < self._most_bad_frames()
        if self.feed is None or not tolerated:
            self._fail(error)

    def _most_bad_frames(self) -> int:
        """Return how many bad frames end the feed: fewer, if nothing good has come for long."""
        since = self._begun if self._last_good is None else self._last_good
        if time.monotonic() - since < MAX_BAD_S:
            return MAX_BAD_FRAMES
        return 1 if self._last_good is None else 2

    @Slot()
    def _on_frame_read(self) -> None:
        self._bad_frames, self._last_good = 0, time.monotonic()
