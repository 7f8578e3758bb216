"""The source that reads live: paper in front of a camera, a network camera, a video, the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feed_controls.feed_bar import FeedBar
from lenet_gui.gui.feed_controls.feed_notice import Notice
from lenet_gui.gui.feed_controls.feed_viewer import FeedViewer
from lenet_gui.gui.feeds.camera_errors import no_camera
from lenet_gui.gui.feeds.cameras import Cameras, connected_cameras
from lenet_gui.gui.feeds.feed import Feed
from lenet_gui.gui.feeds.network_cameras.certificates import Certificate
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings


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
        self._cameras = Cameras(self)
        self.bar = FeedBar(settings)
        self.viewer = FeedViewer(session)
        self.notice = Notice()
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
        self.viewer.changed.connect(self._show_state)
        self.viewer.broken.connect(self._tell)

    def take_over(self, former: CameraSource) -> None:
        """Take the running feed and the picture over from a former source, in another language."""
        self.bar.take_over(former.bar)
        self.viewer.take_over_feed(former.viewer)
        self._cameras.take_over(former._cameras)
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
        self.viewer.resume()

    def hideEvent(self, event: QHideEvent) -> None:
        self.viewer.suspend()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange and watched is self.window():
            if self.window().isMinimized():
                self.viewer.suspend()
            elif self.isVisible():
                self.viewer.resume()
        return super().eventFilter(watched, event)

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
        self.viewer.drop()
        self._clear_notice()
        if self.bar.name != "address" and not self._cameras.loaded:
            self._cameras.load(partial(self._start_loaded, self.bar.name), self._on_load_failed)
            return
        if self.bar.name == "video" and not self.bar.file.text().strip():
            self.bar.choose_file()
            return
        self.viewer.run(self.bar.feed(self))

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
        self.viewer.stop()

    @property
    def feed(self) -> Feed | None:
        """The feed that runs, or None."""
        return self.viewer.feed

    @Slot()
    def _show_state(self) -> None:
        """Show whether a feed runs, and without one a notice or instructions, never both."""
        if self.feed is not None:
            self.notice.clear()
        self.bar.show_running(self.feed is not None)
        self.viewer.view.show_hint("" if self.notice.isVisibleTo(self) else self.bar.hint)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        """Show why the chosen feed has failed, or cannot be started."""
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
        self.viewer.drop()
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
            self.viewer.toggle_hold()
        else:
            super().keyPressEvent(event)
