"""The choice of a feed: a camera, a network camera, a video file, the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.printable import visible
from lenet_gui.engine.storage.file_kinds import VIDEO
from lenet_gui.gui.drawing.blank_page import PAGE_MARGIN
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.widgets.file_choice import choose_file
from lenet_gui.gui.widgets.form_parts import explain

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCameraDevice, QCameraFormat

    from lenet_gui.gui.feeds.feed import Feed
    from lenet_gui.gui.feeds.network_cameras.certificates import Certificate

MAX_ADDRESS_LENGTH = 2000  # characters, about what servers and browsers accept


class FeedBar(QWidget):
    """Widgets for the choice of a feed; ``feed`` makes the chosen one."""

    changed = Signal()  # another feed or format was chosen
    start_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._cameras: list[QCameraDevice] = []
        self._formats: list[QCameraFormat] = []
        self._trusted: set[Certificate] = set()  # accepted by the user, until the program ends
        self._running = False
        self.kind = QComboBox()
        self.kind.setObjectName("feed-kind")
        explain(self.kind, self.tr("Source"), self.tr("Choose where the pictures come from"))
        self.start = QPushButton()
        self.start.setObjectName("feed-start")
        self.details = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self._make_pages()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.kind, 1)
        row.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.details)
        self.show_running(False)
        self.show_cameras([])
        self.kind.activated.connect(self._choose_kind)
        self.start.clicked.connect(self._press_start)

    # ---- building

    def _make_pages(self) -> None:
        self.format_box = QComboBox()
        self.format_box.setObjectName("feed-format")
        explain(
            self.format_box, self.tr("Format"), self.tr("Size and speed of the camera's pictures")
        )
        self.format_box.activated.connect(self.changed)
        self.address = QLineEdit(self._settings.text("camera_address", ""))
        self.address.setObjectName("feed-address")
        self.address.setMaxLength(MAX_ADDRESS_LENGTH)
        self.address.setPlaceholderText("http://192.168.1.5:8080/video")
        explain(
            self.address,
            self.tr("Address"),
            self.tr("MJPEG stream of a network camera, or of a phone used as one"),
        )
        self.address.returnPressed.connect(self.start_wanted)
        self.file = QLineEdit()
        self.file.setObjectName("feed-file")
        explain(self.file, self.tr("Video file"), self.tr("Path of a video file"))
        self.file.returnPressed.connect(self.start_wanted)
        self.browse = QToolButton()
        self.browse.setObjectName("feed-browse")
        self.browse.setText("…")
        explain(self.browse, self.tr("Choose a file"), self.tr("Choose a video file"))
        self.browse.clicked.connect(self.choose_file)
        for field in (self.address, self.file):
            field.setAcceptDrops(False)  # or it would move a file; the window opens it
        self.screen_box = QComboBox()
        self.screen_box.setObjectName("feed-screen")
        explain(
            self.screen_box,
            self.tr("Screen"),
            self.tr("Choose the screen to read; Frame selects a region of it"),
        )
        self.screen_box.activated.connect(self.changed)
        for name, widgets in (
            ("camera", (self.format_box,)),
            ("address", (self.address,)),
            ("video", (self.file, self.browse)),
            ("screen", (self.screen_box,)),
        ):
            page = self._pages[name] = QWidget()
            row = QHBoxLayout(page)
            row.setContentsMargins(0, 0, 0, 0)
            for widget in widgets:
                row.addWidget(widget)
            self.details.addWidget(page)

    # ---- choices

    @property
    def name(self) -> str:
        """The kind of feed: "camera", "address", "video" or "screen"."""
        return str(self.kind.currentData()).partition(":")[0]

    def show_cameras(self, cameras: list[QCameraDevice]) -> None:
        """Refill the list with the connected cameras; keep the choice if it is still there."""
        before = self.kind.currentData()
        self._cameras = cameras
        self.kind.clear()
        for place, camera in enumerate(cameras):
            self.kind.addItem(visible(camera.description()), f"camera:{place}")
        if not cameras:
            self.kind.addItem(self.tr("Camera"), "camera")
        self.kind.addItem(self.tr("Network camera (URL)"), "address")
        self.kind.addItem(self.tr("Video file"), "video")
        self.kind.addItem(self.tr("Screen"), "screen")
        wanted = before or self._settings.text("camera_kind", "camera")
        place = self.kind.findData(wanted)
        self.kind.setCurrentIndex(max(place, 0))
        self._show_details()

    @property
    def hint(self) -> str:
        """Instructions for the chosen kind of feed, shown in the empty viewer."""
        return {
            "camera": self.tr("Hold a page with digits in front of the camera, then press Start."),
            "address": self.tr("Enter the address of a camera's stream, then press Start."),
            "video": self.tr("Choose a video of a page with digits."),
            "screen": self.tr("Press Start to read the screen; Frame selects a region of it."),
        }[self.name]

    def choose(self, name: str) -> None:
        """Choose a kind of feed, as a click would."""
        self.kind.setCurrentIndex(self.kind.findData(name))
        self._choose_kind()
        box = {"address": self.address, "video": self.file}.get(name)
        if box is not None:
            box.setFocus()

    @Slot()
    def _choose_kind(self) -> None:
        self._show_details()
        if self.name != "camera":
            self._settings.store("camera_kind", self.name)
        self.changed.emit()

    def _show_details(self) -> None:
        self.details.setCurrentWidget(self._pages[self.name])
        if self.name == "camera":
            self._show_formats()
        elif self.name == "screen":
            self.screen_box.clear()
            for screen in QGuiApplication.screens():
                size = screen.size() * screen.devicePixelRatio()
                text = f"{visible(screen.name())} · {size.width()} × {size.height()}".removeprefix(
                    " · "
                )
                self.screen_box.addItem(text)
        self.details.setHidden(self.name == "camera" and not self._formats)
        self._show_startable()

    def _show_formats(self) -> None:
        device = self._device()
        self._formats = []
        self.format_box.clear()
        self.format_box.addItem(self.tr("Best format"))
        if device is not None:
            from lenet_gui.gui.feeds.camera_formats import format_text, formats_of

            self._formats = formats_of(device)
            self.format_box.addItems([format_text(format_box) for format_box in self._formats])

    def _device(self) -> QCameraDevice | None:
        place = str(self.kind.currentData()).partition(":")[2]
        return self._cameras[int(place)] if place else None

    def take_over(self, former: FeedBar) -> None:
        """Take the choices over from a former bar."""
        self._trusted = former._trusted
        self.show_cameras(former._cameras)
        self.kind.setCurrentIndex(max(self.kind.findData(former.kind.currentData()), 0))
        self._show_details()
        self.address.setText(former.address.text())
        self.file.setText(former.file.text())
        for box, before in (
            (self.format_box, former.format_box),
            (self.screen_box, former.screen_box),
        ):
            box.setCurrentIndex(before.currentIndex())

    # ---- the chosen feed

    def feed(self, parent: QWidget) -> Feed:
        """Make the chosen feed, not yet started.

        QtMultimedia must be loaded, unless a network camera is chosen. Feeds are imported here
        because theirs import QtMultimedia.
        """
        if self.name == "address":
            from lenet_gui.gui.feeds.network_cameras.camera_address import without_password
            from lenet_gui.gui.feeds.network_cameras.network_camera_feed import NetworkCameraFeed

            self._settings.store("camera_address", without_password(self.address.text()))
            return NetworkCameraFeed(self.address.text(), parent, self._trusted)
        if self.name == "video":
            from lenet_gui.gui.feeds.video_feed import VideoFeed

            return VideoFeed(self.file.text().strip(), parent)
        if self.name == "screen":
            from lenet_gui.gui.feeds.screen_feed import ScreenFeed

            screens, place = QGuiApplication.screens(), self.screen_box.currentIndex()
            return ScreenFeed(screens[place] if 0 <= place < len(screens) else None, parent)
        from lenet_gui.gui.feeds.camera_feed import CameraFeed
        from lenet_gui.gui.feeds.camera_formats import best_of

        place, device = self.format_box.currentIndex(), self._device()
        if device is None:
            return CameraFeed(None, None, parent)
        return CameraFeed(
            device, self._formats[place - 1] if place > 0 else best_of(self._formats), parent
        )

    def trust(self, certificate: Certificate) -> None:
        """Accept the certificate of a network camera until the program ends."""
        self._trusted.add(certificate)

    def show_running(self, running: bool) -> None:
        """Let the button start or stop; without a camera there is nothing to start."""
        self.start.setText(self.tr("&Stop") if running else self.tr("&Start"))
        tip = self.tr("Stop reading") if running else self.tr("Start reading")
        explain(self.start, self.start.text().replace("&", ""), tip)
        self._running = running
        self._show_startable()

    @property
    def can_start(self) -> bool:
        """Whether the choice can be started: without a camera, "camera" cannot."""
        return self.name != "camera" or bool(self._cameras)

    def _show_startable(self) -> None:
        self.start.setEnabled(self._running or self.can_start)

    @Slot()
    def _press_start(self) -> None:
        if self._running:
            self.stop_wanted.emit()
        else:
            self.start_wanted.emit()

    @Slot()
    def choose_file(self) -> None:
        """Ask for a video file, then start it."""
        start = self.file.text() or self._settings.text("folder", "")
        path = choose_file(self, self.tr("Open a video"), start, [VIDEO])
        if path is not None:
            self._settings.store("folder", str(path.parent))
            self.file.setText(str(path))
            self.start_wanted.emit()
