"""The dialog that shows a network of another program, and imports it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.class_lists import class_names_of_text
from lenet_gui.common.printable import visible
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry, checked_name
from lenet_gui.engine.data.formats.idx import ReadingProgress
from lenet_gui.engine.importing.foreign_file import read_foreign_file
from lenet_gui.engine.importing.imported import (
    Found,
    found_in,
    keep_imported,
    with_class_names,
)
from lenet_gui.gui.foreign_networks.pages import FoundPage
from lenet_gui.gui.importing.background_reading import ImportReading
from lenet_gui.gui.importing.wizard_pages import ReadingPage
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.form_parts import make_button

SIZE = (820, 600)  # pixels
FRAME = 24  # pixels that the desktop may put around it


def open_network_import(parent: QWidget) -> NetworkImportDialog:
    """Show the dialog of a window, made if there is none."""
    already = parent.findChild(
        NetworkImportDialog, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    dialog = NetworkImportDialog(parent) if already is None else already
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


class NetworkImportDialog(QDialog):
    """Reads and tries a file in a thread, then shows what it may be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.finished.connect(parent.activateWindow)  # where no window manager does it
        self.setObjectName("network-import-dialog")
        self.setWindowTitle(self.tr("Import a network"))
        self.setWhatsThis(self.tr("Puts a network of another program into the library."))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._file = ""
        self._use: Callable[[str], None] = lambda name: None
        self._found: Found | None = None
        self.reading_page, self.found_page = ReadingPage(), FoundPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.reading_page)
        self.pages.addWidget(self.found_page)
        self.keep = make_button(
            "import-network",
            self.tr("&Import"),
            self.tr("Put the network into the library, and read with it"),
        )
        self.dismiss = make_button(
            "close-network-import", self.tr("&Close"), self.tr("Close without importing")
        )
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.dismiss)
        buttons.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        layout.addWidget(self.pages, 1)
        layout.addLayout(buttons)
        self._reading = ImportReading(self, _find)
        self._keeping = Background(self)
        self._reading.progressed.connect(self.reading_page.show_progress)
        self._reading.finished.connect(self._show_found)
        self._reading.failed.connect(self._show_error)
        self.reading_page.cancel.clicked.connect(self.close)
        self.keep.clicked.connect(self.import_it)
        self.dismiss.clicked.connect(self.close)
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - FRAME), min(SIZE[1], room.height() - 2 * FRAME))

    def read(self, name: str, use: Callable[[str], None]) -> None:
        """Read a file, and show what it may be. use: called with its name once it is imported."""
        path = Path(name).absolute()
        self._file, self._use, self._found = str(path), use, None
        self.found_page.begin(visible(path.name), Library().free_name(path.name.partition(".")[0]))
        self.reading_page.begin(visible(path.name))
        self._show(self.reading_page)
        self._reading.start(str(path))

    def anew(self, window: QWidget) -> NetworkImportDialog:
        """Return a dialog in the language in use now, with the same file and choices."""
        made = NetworkImportDialog(window)
        if self._found is None:
            made.read(self._file, self._use)
        else:
            made._file, made._use = self._file, self._use
            made.found_page.begin(visible(Path(self._file).name), self.found_page.name.text())
            made._show_found(self._found)
            made.found_page.choices.setCurrentRow(self.found_page.choice)
            made.found_page.classes.setText(self.found_page.classes.text())
        self._end()
        return made

    @Slot()
    def import_it(self) -> None:
        """Put what is chosen into the library, under the name and with the classes in the form."""
        if self._found is None:
            return
        page = self.found_page
        try:
            name = checked_name(page.name.text())
            found = with_class_names(self._found, class_names_of_text(page.classes.text()))
        except BadInput as error:
            page.notice.say(sentence(error))
            return
        self.keep.setEnabled(False)
        self._keeping.start(
            partial(keep_imported, found, page.choice, name), self._finish, self._refuse
        )

    def _finish(self, entry: NetworkEntry) -> None:
        self._use(entry.name)
        self.close()

    def _refuse(self, error: Exception) -> None:
        self.keep.setEnabled(True)
        self.found_page.notice.say(sentence(error))

    @Slot(object)
    def _show_found(self, found: Found) -> None:
        self._found = found
        self.found_page.show_found(found)
        self._show(self.found_page)

    @Slot(object)
    def _show_error(self, error: Exception) -> None:
        self.found_page.show_error(sentence(error))
        self._show(self.found_page)

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        usable = page is self.found_page and self._found is not None
        self.keep.setVisible(usable)
        self.keep.setEnabled(usable)
        self.keep.setDefault(usable)
        self.dismiss.setVisible(page is self.found_page)
        first = self.found_page.choices if usable else self.dismiss
        (self.reading_page.cancel if page is self.reading_page else first).setFocus()

    def done(self, result: int) -> None:
        self._end()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end()
        super().closeEvent(event)

    def _end(self) -> None:
        self._reading.cancel()
        self._keeping.forget()


def _find(source: str, progress: ReadingProgress) -> Found:
    """Read a file and try what it may be. Runs in a thread."""
    return found_in(read_foreign_file(Path(source)), progress=progress)
