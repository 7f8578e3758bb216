"""The notice why a feed has failed, with buttons to retry, to accept or to use another kind."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lenet_gui.gui.drawing.blank_page import PAGE_MARGIN
from lenet_gui.gui.feeds.network_cameras.certificates import UntrustedCertificate
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.form_parts import explain
from lenet_gui.gui.widgets.plain_text import PlainLabel


class Notice(QWidget):
    """A sentence with buttons, hidden until ``tell``."""

    retry = Signal()
    way_chosen = Signal(str)  # "video", "address", "picture"
    accepted = Signal(object)  # Certificate

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.text = PlainLabel()
        self.text.setObjectName("notice-text")
        self.text.setWordWrap(True)
        self.again = QPushButton(self.tr("&Retry"))
        self.again.setObjectName("notice-retry")
        self.again.clicked.connect(self.retry)
        explain(self.again, self.tr("Retry"), self.tr("Try again"))
        self.accept = QPushButton(self.tr("&Accept"))
        self.accept.setObjectName("notice-accept")
        self.accept.clicked.connect(self._accept)
        explain(
            self.accept,
            self.tr("Accept"),
            self.tr("Connect, if this is the fingerprint that the camera itself shows"),
        )
        self.error: Exception | None = None  # that is shown
        self.way = ""
        self.ways: dict[str, QPushButton] = {}
        for name, text, tip in (
            ("address", self.tr("Address"), self.tr("Use a network camera instead")),
            ("video", self.tr("Video"), self.tr("Use a video file instead")),
            ("picture", self.tr("Picture"), self.tr("Open a photo instead")),
        ):
            button = self.ways[name] = QPushButton(text)
            button.setObjectName(f"notice-{name}")
            explain(button, text, tip)
        self.ways["address"].clicked.connect(self._choose_address)
        self.ways["video"].clicked.connect(self._choose_video)
        self.ways["picture"].clicked.connect(self._choose_picture)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.accept, self.again, *self.ways.values()):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, 4, PAGE_MARGIN, 4)
        layout.addWidget(self.text)
        layout.addLayout(buttons)
        self.hide()

    def tell(self, error: Exception, way: str = "") -> None:
        """Show the sentence of an error. way: the kind of feed that failed; hides its button."""
        self.error, self.way = error, way
        self.text.setText(sentence(error))
        self.accept.setVisible(isinstance(error, UntrustedCertificate))
        for name, button in self.ways.items():
            button.setVisible(name != way)
        self.show()

    def clear(self) -> None:
        """Hide the notice: its error is of the past."""
        self.error = None
        self.hide()

    @Slot()
    def _accept(self) -> None:
        if isinstance(self.error, UntrustedCertificate):
            self.accepted.emit(self.error.certificate)

    @Slot()
    def _choose_address(self) -> None:
        self.way_chosen.emit("address")

    @Slot()
    def _choose_video(self) -> None:
        self.way_chosen.emit("video")

    @Slot()
    def _choose_picture(self) -> None:
        self.way_chosen.emit("picture")
