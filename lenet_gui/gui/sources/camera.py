"""Paper before a camera, read live; or an address, a video file, the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feed_controls.camera_buttons import camera_button
from lenet_gui.gui.feed_controls.feed_bar import FeedBar
from lenet_gui.gui.feed_controls.notice import Notice
from lenet_gui.gui.feed_controls.seek_bar import SeekBar
from lenet_gui.gui.feeds import qt_multimedia
from lenet_gui.gui.feeds.cameras import Cameras
from lenet_gui.gui.feeds.feed import Develop, Feed, Moment
from lenet_gui.gui.photos.photo_viewer import PhotoViewer
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings

MOST_BAD = 10  # frames in a row that cannot be read, and it is no stream


class CameraSource(QWidget):
    """Choose, start, look. Nothing is recorded while nobody can see it."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        open_files: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """open_files: asks for files and opens them, for people who have no camera."""
        super().__init__(parent)
        self._open_files = open_files
        self.feed: Feed | None = None
        self._cameras = Cameras(self)
        self._suspended = False
        self._stopped: Feed | None = None  # a video in which can be sought still
        self._sought = False  # since it is held
        self._bad = 0
        self.bar = FeedBar(settings)
        self.viewer = PhotoViewer(session)
        self.seek_bar = SeekBar()
        self.notice = Notice()
        self.freeze, self.mirror, self.guide = map(camera_button, ("freeze", "mirror", "guide"))
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
        self._show_hint()

    def _connect(self) -> None:
        self._cameras.changed.connect(self._show_cameras)
        self.bar.start_wanted.connect(self.start)
        self.bar.stop_wanted.connect(self.stop)
        self.bar.changed.connect(self._change)
        self.notice.retry.connect(self.start)
        self.notice.way_chosen.connect(self._go_another_way)
        self.seek_bar.sought.connect(self._seek)
        self.seek_bar.pressed.connect(self.hold_or_go_on)
        self.freeze.toggled.connect(self._hold)
        self.mirror.toggled.connect(self.viewer.view.set_mirrored)
        self.guide.toggled.connect(self.viewer.view.set_guided)
        self.viewer.failed.connect(self._note_bad)
        self.viewer.seen.connect(self._note_good)

    def take_over(self, former: CameraSource) -> None:
        """What runs and what is shown, in another language."""
        self.bar.take_over(former.bar)
        self._show_hint()
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
            former.give_up(feed)
            self._use(feed)
            self._suspended = suspended
        self._stopped, former._stopped = former._stopped, None
        if self._stopped is not None:
            self._stopped.setParent(self)
        if not former.seek_bar.isHidden():
            self._show_moment(former.seek_bar.moment)

    # ---- seen and hidden

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.bar.kind.setFocus(event.reason())  # a focus proxy would have Tab leave out the others

    def showEvent(self, event: QShowEvent) -> None:
        self.window().installEventFilter(self)
        cameras = self._cameras
        if not (cameras.loaded or cameras.missing or cameras.busy):
            cameras.load(self._note_loaded, self._note_missing)
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

    # ---- what there is

    def _note_loaded(self) -> None:
        self._show_cameras()
        if self.feed is None and self.bar.name == "camera" and not qt_multimedia.cameras():
            self.notice.tell(qt_multimedia.no_camera(), "camera")

    def _note_missing(self, error: BadInput) -> None:
        if self.bar.name != "address":
            self.notice.tell(error, self.bar.name)

    @Slot()
    def _show_cameras(self) -> None:
        """Cameras have come or gone."""
        cameras = qt_multimedia.cameras()
        self.bar.show_cameras(cameras)
        self._show_hint()
        if cameras and self.feed is None and self.bar.name == "camera":
            self.notice.hide()

    # ---- running

    @Slot()
    def start(self) -> None:
        """Look at what is chosen."""
        self._leave()
        self.notice.hide()
        if self.bar.name != "address" and not self._cameras.loaded:
            self._cameras.load(self._start_loaded, self._note_missing)
            return
        if self.bar.name == "video" and not self.bar.file.text().strip():
            self.bar.choose_file()
            return
        self._bad = 0
        self.freeze.setChecked(False)
        feed = self.bar.feed(self)
        self._use(feed)
        feed.start()

    def _start_loaded(self) -> None:
        self._note_loaded()
        self.start()

    @Slot()
    def stop(self) -> None:
        """Look no more; the last picture stays."""
        feed = self.feed
        if feed is not None:
            self.give_up(feed)
            feed.stop()
            if self.seek_bar.isHidden():
                feed.deleteLater()
            else:
                self._stopped = feed

    def _leave(self) -> None:
        """Stop, and let go of a video that has been stopped."""
        self.stop()
        feed, self._stopped = self._stopped, None
        if feed is not None:
            feed.deleteLater()
        self.seek_bar.clear()
        self.freeze.show()

    def _use(self, feed: Feed) -> None:
        feed.setParent(self)
        feed.framed.connect(self._show_frame)
        feed.failed.connect(self._fail)
        feed.ended.connect(self.stop)
        feed.moved.connect(self._show_moment)
        self.feed = feed
        self._show_state()

    def give_up(self, feed: Feed) -> None:
        """Listen to that feed no more; it is somebody else's to stop."""
        feed.framed.disconnect(self._show_frame)
        feed.failed.disconnect(self._fail)
        feed.ended.disconnect(self.stop)
        feed.moved.disconnect(self._show_moment)
        self.feed, self._suspended = None, False
        self._show_state()

    def _show_state(self) -> None:
        running = self.feed is not None
        self.bar.show_running(running)
        self.seek_bar.show_playing(running and not self.freeze.isChecked())

    @Slot(object)
    def _show_frame(self, develop: Develop) -> None:
        if (self._sought or not self.freeze.isChecked()) and self.isVisible():
            self.viewer.show_frame(develop)

    @Slot(bool)
    def _hold(self, held: bool) -> None:
        self._sought = False
        self._show_state()
        if self.feed is not None:
            self.feed.hold(held)

    # ---- videos

    @Slot(object)
    def _show_moment(self, moment: Moment) -> None:
        self.seek_bar.show_moment(moment)
        self.freeze.hide()  # its bar has a button for that

    @Slot()
    def hold_or_go_on(self) -> None:
        """Hold the picture, or let it go on; a video that was stopped goes on from where it is."""
        if self.feed is not None or self._stopped is None:
            self.freeze.toggle()
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
        feed, self._stopped = self._stopped, None
        if feed is not None:
            self.notice.hide()
            self._use(feed)
            self.freeze.setChecked(held)
            feed.hold(held)
            feed.seek(at)
            feed.start()

    # ---- what can be wrong

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        name = self.bar.name
        self._leave()
        self.notice.tell(error, name)

    @Slot(object)
    def _note_bad(self, error: Exception) -> None:
        """A frame may come damaged; many in a row are no stream."""
        self._bad += 1
        if self.feed is None or self._bad >= MOST_BAD or not isinstance(error, BadInput):
            self._fail(error)

    @Slot()
    def _note_good(self) -> None:
        self._bad = 0

    def _show_hint(self) -> None:
        """What to do for a picture."""
        self.viewer.view.show_hint(self.bar.hint)

    @Slot()
    def _change(self) -> None:
        """Something else was chosen: what runs goes on with it, if that can be."""
        running = self.feed is not None
        self._leave()
        self.notice.hide()
        self._show_hint()
        if running and self.bar.name in ("camera", "screen"):
            self.start()
        elif self.bar.name == "camera" and self._cameras.loaded and not qt_multimedia.cameras():
            self.notice.tell(qt_multimedia.no_camera(), "camera")

    @Slot(str)
    def _go_another_way(self, way: str) -> None:
        if way == "picture":
            self._open_files()
            return
        self.bar.choose(way)
        if way == "video":
            self.bar.choose_file()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.hold_or_go_on()
        else:
            super().keyPressEvent(event)
