"""The source of photographs and screenshots: one in a photo viewer, several as a contact sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from lenet_gui.common.printable import visible
from lenet_gui.gui.drawing.blank_page import PAGE_MARGIN
from lenet_gui.gui.photos.contact_sheet import ContactSheet
from lenet_gui.gui.photos.photo_files import Photograph, read_image
from lenet_gui.gui.photos.photo_viewer import PhotoViewer
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.widgets.form_parts import explain
from lenet_gui.gui.widgets.plain_text import inert


class PictureSource(QWidget):
    """A photo viewer and a contact sheet, of which one is shown."""

    failed = Signal(object)  # the error

    def __init__(
        self,
        session: Session,
        settings: Settings,
        open_files: Callable[[], None],
        open_samples: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """Build the source. open_files: asks for files and opens them. open_samples: shows the
        gallery of samples."""
        super().__init__(parent)
        self._session = session
        self.photograph: Photograph | None = None
        self._background = Background(self, finishes=True)
        self.open = QPushButton(self.tr("&Open …"))
        self.open.setObjectName("picture-open")
        explain(self.open, self.tr("Open"), self.tr("Open one or several photos"))
        self.samples = QPushButton(self.tr("Sam&ples …"))
        self.samples.setObjectName("picture-samples")
        explain(
            self.samples,
            self.tr("Samples"),
            self.tr("Open a page that comes with the program"),
        )
        self.back = QPushButton(self.tr("&All pictures"))
        self.back.setObjectName("picture-back")
        explain(self.back, self.tr("All pictures"), self.tr("Back to the contact sheet (Esc)"))
        self.name = ElidedLabel()
        self.name.setObjectName("picture-name")
        self.viewer = PhotoViewer(session)
        self.viewer.view.show_hint(
            self.tr("Open, paste or drop photos of digits. Several photos make a contact sheet.")
        )
        self.sheet = ContactSheet(session, settings)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.viewer)
        self.stack.addWidget(self.sheet)
        bar = QHBoxLayout()
        bar.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 0)
        bar.addWidget(self.open)
        bar.addWidget(self.samples)
        bar.addWidget(self.name, 1)
        bar.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(bar)
        layout.addWidget(self.stack, 1)
        self.setWhatsThis(
            self.tr(
                "Finds and reads all digits in a photo. Show displays the stages of its processing."
            )
        )
        self.open.clicked.connect(lambda: open_files())
        self.samples.clicked.connect(lambda: open_samples())
        self.back.clicked.connect(self.show_sheet)
        self.sheet.opened.connect(self.open_file)
        self.sheet.failed.connect(self.failed)
        self.viewer.failed.connect(self.failed)
        self._show_bar()

    def focusInEvent(self, event: QFocusEvent) -> None:
        (self.viewer.view if self.stack.currentIndex() == 0 else self.sheet.list).setFocus(
            event.reason()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.show_sheet()
        else:
            super().keyPressEvent(event)

    def take_over(self, former: PictureSource) -> None:
        """Take photograph and contact sheet over from a former source, in another language."""
        if former.sheet.sheet.entries:
            entries = former.sheet.sheet.entries
            former.sheet.sheet.cancel()
            self.sheet.restore(entries)
        if former.photograph is not None:
            self.show_photograph(former.photograph)
        if former.stack.currentIndex() == 1:
            self.show_sheet()

    # ---- one photograph

    def show_photograph(self, photograph: Photograph) -> None:
        """Show a photograph with the boxes of its digits."""
        self._background.forget()  # a file of the sheet may still be read
        self.photograph = photograph
        notes = [sentence(note) for note in photograph.notes]
        self.name.setText(" · ".join([visible(photograph.name), *notes]))
        lines = [visible(photograph.path or photograph.name), *notes]
        self.name.setToolTip(inert("\n".join(lines)))
        self.viewer.show_photo(photograph.photo, photograph.decode_frame)
        self.stack.setCurrentWidget(self.viewer)
        self._show_bar()

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Open a file of the contact sheet; read it again, as readings are not kept."""
        recognizer = self._session.recognizer
        self.name.setText(self.tr("Reading {0} …").format(visible(path.name)))
        self._background.start(lambda: read_image(path, recognizer), self._opened, self._not_opened)

    def _opened(self, photograph: Photograph) -> None:
        self.show_photograph(photograph)
        self.viewer.view.setFocus()

    def _not_opened(self, error: Exception) -> None:
        self.name.setText(sentence(error))
        self.failed.emit(error)

    # ---- several photographs

    def show_files(self, paths: list[Path]) -> None:
        """Show a contact sheet of the files."""
        self.sheet.show_files(paths)
        self.show_sheet()

    @Slot()
    def show_sheet(self) -> None:
        self._background.forget()
        self.name.setText("")
        self.stack.setCurrentWidget(self.sheet)
        self._show_bar()
        self.sheet.list.setFocus()

    def _show_bar(self) -> None:
        one = self.stack.currentWidget() is self.viewer
        self.back.setVisible(one and bool(self.sheet.sheet.entries))
        self.samples.setVisible(one and self.photograph is None and not self.sheet.sheet.entries)
