"""The import dialog: choose a file or folder, see its contents, add it to the training data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.printable import visible
from lenet_gui.engine.data.datasets import forget
from lenet_gui.engine.data.formats.picture_forms import PictureForm
from lenet_gui.engine.data.source_names import source_name
from lenet_gui.engine.data.summary import Summary
from lenet_gui.engine.storage.file_kinds import FILE_KINDS
from lenet_gui.gui.documents.mime_data import files
from lenet_gui.gui.importing.background_reading import ImportReading
from lenet_gui.gui.importing.invitation import InvitationPage
from lenet_gui.gui.importing.wizard_pages import ReadingPage, SummaryPage
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.training.form.data_sources import DataSources
from lenet_gui.gui.widgets.drop_frame import DropFrame, take_a_copy
from lenet_gui.gui.widgets.file_choice import choose_file
from lenet_gui.gui.widgets.form_parts import explain_button

SIZE = (760, 560)  # pixels
FRAME = 24  # pixels that the desktop may put around it


def open_import_dialog(parent: QWidget, sources: DataSources) -> ImportDialog:
    """Show the import dialog of a window, made if there is none."""
    already = parent.findChild(ImportDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
    dialog = ImportDialog(sources, parent) if already is None else already
    sources.refresh()
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


class ImportDialog(QDialog):
    """A wizard of three steps: invitation, reading, summary."""

    def __init__(self, sources: DataSources, parent: QWidget) -> None:
        super().__init__(parent)
        self.finished.connect(parent.activateWindow)  # where no window manager does it
        self._sources = sources
        self._source = ""
        self._focus_after: QWidget | None = None
        self.setObjectName("import-dialog")
        self.setWindowTitle(self.tr("Import data"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setWhatsThis(self.tr("Adds your own labelled digits to the training data."))
        self.invitation = InvitationPage(sources)
        self.reading_page = ReadingPage()
        self.summary_page = SummaryPage()
        self.pages = QStackedWidget()
        for page in (self.invitation, self.reading_page, self.summary_page):
            self.pages.addWidget(page)
        self.back = QPushButton(self.tr("&Back"))
        self.back.setObjectName("import-back")
        explain_button(self.back, self.tr("Choose something else"))
        self.add = QPushButton(self.tr("&Add to training data"))
        self.add.setObjectName("add-data")
        explain_button(
            self.add,
            self.tr("Offer this data in the training form, alone or mixed with other data"),
        )
        self.dismiss = QPushButton(self.tr("&Close"))
        self.dismiss.setObjectName("close-import")
        explain_button(self.dismiss, self.tr("Close without importing"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.dismiss)
        buttons.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        layout.addWidget(self.pages, 1)
        layout.addLayout(buttons)
        self._drop_frame = DropFrame(self)
        self._reading = ImportReading(self)
        self._connect()
        self._show(self.invitation)
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - FRAME), min(SIZE[1], room.height() - 2 * FRAME))

    def _connect(self) -> None:
        self.invitation.drop_area.file_button.clicked.connect(self.choose_file)
        self.invitation.drop_area.folder_button.clicked.connect(self.choose_folder)
        self.invitation.opened.connect(self.read)
        self.reading_page.cancel.clicked.connect(self.cancel_reading)
        self.back.clicked.connect(self.show_invitation)
        self.add.clicked.connect(self.add_source)
        self.dismiss.clicked.connect(self.close)
        self.summary_page.form.chosen.connect(self.read_in_form)
        self._reading.progressed.connect(self.reading_page.show_progress)
        self._reading.finished.connect(self._show_summary)
        self._reading.failed.connect(self._show_error)

    def anew(self, window: QWidget) -> ImportDialog:
        """Return a dialog in the language in use now, which reads the same data again."""
        made = ImportDialog(self._sources, window)
        if self.pages.currentWidget() is not self.invitation:
            self._end()
            made.read(self._source)
        return made

    # ---- what the buttons do

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file and read it."""
        kinds = [kind for kind in FILE_KINDS if kind.opens == "data"]
        path = choose_file(self, self.tr("Import data"), self._sources.folder, kinds)
        if path is not None:
            self.read(str(path))

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder with a folder for each class, and read it."""
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Import a folder"), self._sources.folder
        )
        if name:
            self.read(name)

    @Slot(str)
    def read(self, name: str) -> None:
        """Read a file or a folder and show its summary."""
        path = Path(name).absolute()
        self._source = str(path)
        self._sources.remember_folder(path)
        self.invitation.notice.say("")
        self.reading_page.begin(visible(path.name))
        self._show(self.reading_page)
        self._reading.start(self._source)

    @Slot(object)
    def read_in_form(self, form: PictureForm) -> None:
        """Read the same data again, inverted and turned, and leave the keyboard where it is."""
        self._focus_after = self.focusWidget()
        self.read(str(replace(source_name(self._source), form=form)))

    @Slot()
    def cancel_reading(self) -> None:
        """Stop reading, and return to the first step."""
        self._reading.cancel()
        self._show(self.invitation)

    @Slot()
    def show_invitation(self) -> None:
        """Return to the first step."""
        self._show(self.invitation)

    @Slot()
    def add_source(self) -> None:
        """Add the source to the list of data, and close."""
        self._sources.add(self._source)
        self.close()

    # ---- outcomes

    @Slot(object)
    def _show_summary(self, summary: Summary) -> None:
        self.summary_page.show_summary(summary)
        self._sources.read.emit(self._source, summary.class_names)
        known = self._source in self._sources.imported()
        text = self.tr("Already added") if known else self.tr("&Add to training data")
        self.add.setText(text)
        self.add.setEnabled(not known)
        self._show(self.summary_page)

    @Slot(object)
    def _show_error(self, error: Exception) -> None:
        self.invitation.notice.say(sentence(error))
        self._show(self.invitation)

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        found = page is self.summary_page
        self.back.setVisible(found)
        self.add.setVisible(found)
        self.add.setDefault(found)
        first = {
            self.invitation: self.invitation.drop_area.file_button,
            self.reading_page: self.reading_page.cancel,
            self.summary_page: self.add if self.add.isEnabled() else self.dismiss,
        }
        (self._focus_after if found and self._focus_after else first[page]).setFocus()
        if page is not self.reading_page:
            self._focus_after = None

    # ---- drops and the end

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files(event.mimeData()) and take_a_copy(event):
            self._drop_frame.show_over(self.pages)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        take_a_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_frame.hide()
        if take_a_copy(event):
            self.read(str(files(event.mimeData())[0]))

    def done(self, result: int) -> None:
        self._end()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end()
        super().closeEvent(event)

    def _end(self) -> None:
        self._reading.cancel()
        forget()  # frees the cached data, which only the worker trains with
