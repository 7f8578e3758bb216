"""The source that reads live: paper in front of a camera, a network camera, a video, the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feed_controls.feed_bar import FeedBar
from lenet_gui.gui.feed_controls.feed_buttons import feed_button
from lenet_gui.gui.feed_controls.feed_notice import Notice
from lenet_gui.gui.feed_controls.seek_bar import SeekBar
from lenet_gui.gui.feeds.camera_errors import no_camera
from lenet_gui.gui.feeds.cameras import Cameras, connected_cameras
from lenet_gui.gui.feeds.feed import Feed, FrameDecoder, Moment
from lenet_gui.gui.feeds.network_cameras.certificates import Certificate
from lenet_gui.gui.photos.photo_viewer import PhotoViewer
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings

MAX_BAD_FRAMES = 10  # in a row; single damaged frames are common, so many are no pictures


class CameraSource(QWidget):
    """A feed, its controls and a photo viewer. Nothing is recorded while it is hidden."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        open_files: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """Build the source. open_files: asks for files and opens them, in place of a camera."""
        super().__init__(parent)
        self._open_files = open_files
        self.feed: Feed | None = None
        self._cameras = Cameras(self)
        self._suspended = False
        self._stopped_video: Feed | None = None  # still seekable
        self._sought = False  # since the picture was frozen
        self._bad_frames = 0
        self.bar = FeedBar(settings)
        self.viewer = PhotoViewer(session)
        self.seek_bar = SeekBar()
        self.notice = Notice()
        self.freeze, self.mirror, self.guide = map(feed_button, ("freeze", "mirror", "guide"))
        for place, button in enumerate((self.freeze, self.mirror, self.guide)):
            self.viewer.bar.insertWidget(place, button)
        self.viewer.put_below_picture(self.seek_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget, stretch in ((self.bar, 0), (self.notice, 0), (self.viewer, 1)):
            layout.addWidget(widget, stretch)
        self.setWhatsThis(
            self.tr(
                "Reads digits on paper in front of a camera, in a video, from a network camera, "
                "or on the screen. The camera is off whenever its picture is hidden."
            )
        )
        self._connect()
        self._show_state()

    def _connect(self) -> None:
        self._cameras.changed.connect(self._show_cameras)
        self.bar.start_wanted.connect(self.start)
        self.bar.stop_wanted.connect(self.stop)
        self.bar.changed.connect(self._on_choice_changed)
        self.notice.retry.connect(self.start)
        self.notice.accepted.connect(self._accept)
        self.notice.way_chosen.connect(self._on_way_chosen)
        self.seek_bar.sought.connect(self._seek)
        self.seek_bar.pressed.connect(self.toggle_hold)
        self.freeze.toggled.connect(self._hold)
        self.mirror.toggled.connect(self.viewer.view.set_mirrored)
        self.guide.toggled.connect(self.viewer.view.set_guided)
        self.viewer.failed.connect(self._on_frame_failed)
        self.viewer.seen.connect(self._on_frame_read)

    def take_over(self, former: CameraSource) -> None:
        """Take the running feed and the picture over from a former source, in another language."""
        self.bar.take_over(former.bar)
        for mine, other in (
            (self.mirror, former.mirror),
            (self.guide, former.guide),
            (self.freeze, former.freeze),
        ):
            mine.setChecked(other.isChecked())
        self.viewer.take_over(former.viewer)
        self._cameras.take_over(former._cameras)
        feed, suspended = former.feed, former._suspended
        if feed is not None:
            former.release_feed(feed)
            self._use(feed)
            self._suspended = suspended
        self._stopped_video, former._stopped_video = former._stopped_video, None
        if self._stopped_video is not None:
            self._stopped_video.setParent(self)
        if not former.seek_bar.isHidden():
            self._show_moment(former.seek_bar.moment)
        if former.notice.error is not None:
            self.notice.tell(former.notice.error, former.notice.way)
        self._show_state()

    # ---- seen and hidden

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.bar.kind.setFocus(event.reason())  # with a focus proxy, Tab would skip the rest

    def showEvent(self, event: QShowEvent) -> None:
        self.window().installEventFilter(self)
        cameras = self._cameras
        if not (cameras.loaded or cameras.missing or cameras.busy):
            cameras.load(self._on_loaded, self._on_load_failed)
        self._resume()

    def hideEvent(self, event: QHideEvent) -> None:
        self._suspend()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange and watched is self.window():
            if self.window().isMinimized():
                self._suspend()
            elif self.isVisible():
                self._resume()
        return super().eventFilter(watched, event)

    def _suspend(self) -> None:
        if self.feed is not None and not self._suspended:
            self._suspended = True
            self.feed.suspend()
            self.viewer.background.drop()

    def _resume(self) -> None:
        if self.feed is not None and self._suspended:
            self._suspended = False
            self.feed.resume()

    # ---- cameras

    def _on_loaded(self) -> None:
        self._show_cameras()

    def _on_load_failed(self, error: BadInput) -> None:
        if self.bar.name != "address":
            self._tell(error)

    @Slot()
    def _show_cameras(self) -> None:
        """Show the cameras that are connected now."""
        self.bar.show_cameras(connected_cameras())
        if self.feed is None and self.bar.name == "camera":
            self._look_for_camera()

    def _look_for_camera(self) -> None:
        """Show why there is no camera to start, or that there is one."""
        if self.bar.can_start:
            self._clear_notice()
        elif self._cameras.loaded and self.notice.error is None:  # else it says more
            self._tell(no_camera())

    # ---- running

    @Slot()
    def start(self) -> None:
        """Start the chosen feed, after loading QtMultimedia or asking for a file where needed."""
        self._stop_and_drop()
        self._clear_notice()
        if self.bar.name != "address" and not self._cameras.loaded:
            self._cameras.load(partial(self._start_loaded, self.bar.name), self._on_load_failed)
            return
        if self.bar.name == "video" and not self.bar.file.text().strip():
            self.bar.choose_file()
            return
        self._bad_frames = 0
        feed = self.bar.feed(self)
        self._use(feed)
        feed.start()

    def open_video(self, path: str) -> None:
        """Choose a video file and start it."""
        self.bar.choose("video")
        self.bar.file.setText(path)
        self.start()

    def _start_loaded(self, wanted: str) -> None:
        self._on_loaded()
        if self.bar.name == wanted:  # else another one was chosen meanwhile
            self.start()

    @Slot()
    def stop(self) -> None:
        """Stop the feed; its picture goes unless it is frozen, and a video stays seekable."""
        self._end_feed()
        if not self.freeze.isChecked():
            self.viewer.clear()
        self._show_state()

    @Slot()
    def _end_feed(self) -> None:
        """Stop the feed, as at the end of a video: its last picture stays, and can be sought."""
        feed = self.feed
        if feed is not None:
            self.release_feed(feed)
            feed.stop()
            if self.seek_bar.isHidden():
                feed.deleteLater()
            else:
                self._stopped_video = feed

    def _stop_and_drop(self) -> None:
        """Stop the feed, and drop its picture or a stopped video."""
        self._end_feed()
        feed, self._stopped_video = self._stopped_video, None
        if feed is not None:
            feed.deleteLater()
        self.seek_bar.clear()
        self.freeze.setChecked(False)
        self.freeze.show()
        self.viewer.clear()
        self._show_state()

    def _use(self, feed: Feed) -> None:
        feed.setParent(self)
        feed.framed.connect(self._show_frame)
        feed.failed.connect(self._on_feed_failed)
        feed.ended.connect(self._end_feed)
        feed.moved.connect(self._show_moment)
        self.feed = feed
        self.viewer.background.bounds = feed.bounds
        self._show_state()

    def release_feed(self, feed: Feed) -> None:
        """Disconnect from a feed without stopping it."""
        feed.framed.disconnect(self._show_frame)
        feed.failed.disconnect(self._on_feed_failed)
        feed.ended.disconnect(self._end_feed)
        feed.moved.disconnect(self._show_moment)
        self.feed, self._suspended = None, False
        self._show_state()

    def _show_state(self) -> None:
        running = self.feed is not None
        self.bar.show_running(running)
        self.seek_bar.show_playing(running and not self.freeze.isChecked())
        self.freeze.setEnabled(running or self.freeze.isChecked())
        self.viewer.view.show_hint("" if self.notice.isVisibleTo(self) else self.bar.hint)

    @Slot(object)
    def _show_frame(self, decode_frame: FrameDecoder) -> None:
        if (self._sought or not self.freeze.isChecked()) and self.isVisible():
            self.viewer.show_frame(decode_frame)

    @Slot(bool)
    def _hold(self, held: bool) -> None:
        self._sought = False
        if self.feed is not None:
            self.feed.hold(held)
        elif not held and self._stopped_video is None:
            self.viewer.clear()  # its source has stopped while it was frozen
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
            self._clear_notice()
            self._use(feed)
            self.freeze.setChecked(held)
            feed.hold(held)
            feed.seek(at)
            feed.start()

    # ---- errors

    @Slot(object)
    def _on_feed_failed(self, error: Exception) -> None:
        if self.freeze.isChecked() and self.freeze.isVisibleTo(self):
            self.stop()  # the frozen picture stays
        else:
            self._stop_and_drop()
        self._tell(error)

    @Slot(object)
    def _on_frame_failed(self, error: Exception) -> None:
        """Tolerate a damaged frame; fail after many in a row, or if the feed has stopped."""
        self._bad_frames += 1
        if (
            self.feed is None
            or self._bad_frames >= MAX_BAD_FRAMES
            or not isinstance(error, BadInput)
        ):
            self._on_feed_failed(error)

    @Slot()
    def _on_frame_read(self) -> None:
        self._bad_frames = 0

    def _tell(self, error: Exception) -> None:
        """Show a notice, and no instructions that contradict it."""
        self.notice.tell(error, self.bar.name)
        self._show_state()

    def _clear_notice(self) -> None:
        self.notice.clear()
        self._show_state()

    @Slot(object)
    def _accept(self, certificate: Certificate) -> None:
        self.bar.trust(certificate)
        self.start()

    @Slot()
    def _on_choice_changed(self) -> None:
        """Stop the feed; start the newly chosen one if one was running and it needs no input."""
        running = self.feed is not None
        self._stop_and_drop()
        self._clear_notice()
        if self.bar.name == "camera":
            self._look_for_camera()
        if running and self.bar.name in ("camera", "screen") and self.bar.can_start:
            self.start()

    @Slot(str)
    def _on_way_chosen(self, way: str) -> None:
        if way == "picture":
            self._open_files()
            return
        self.bar.choose(way)
        if way == "video":
            self.bar.choose_file()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle_hold()
        else:
            super().keyPressEvent(event)
