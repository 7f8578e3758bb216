"""The library panel: all networks with their figures, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import visible
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry, read_entry
from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK
from lenet_gui.engine.checkpoints.shipped_networks import shipped_names, shipped_path
from lenet_gui.engine.recognition.evaluation_data import EvaluationData
from lenet_gui.engine.storage.data_folders import library_folder
from lenet_gui.gui.library.actions import LibraryActions
from lenet_gui.gui.library.changes import LibraryChanges
from lenet_gui.gui.library.comparison_view import ComparisonView, compare_networks
from lenet_gui.gui.library.table import NAME, NOTE, LibraryTable
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.form_parts import wrapped_label
from lenet_gui.gui.widgets.question import ask
from lenet_gui.gui.wording.csv_tables import comparison_csv

if TYPE_CHECKING:
    from lenet_gui.gui.commands.network_export import NetworkExport
    from lenet_gui.gui.commands.result_commands import ResultCommands
    from lenet_gui.gui.training.form.data_sources import DataSources

LIBRARY_LEAST_SIZE = (420, 140)  # pixels: the row of buttons, and a few rows of the table


class LibraryPanel(QWidget):
    """Table, actions and comparison. Files are read and written in threads."""

    def __init__(
        self,
        session: Session,
        results: ResultCommands,
        network_export: NetworkExport,
        sources: DataSources,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._results, self._exporting = session, results, network_export
        self._library = Library()
        self._background = Background(self)  # reads the list
        self._changes = LibraryChanges(self._library, self)
        self._comparing = Background(self)
        self._compared = ("", "")  # names of the networks that are compared
        self._to_choose: tuple[str, ...] = ()  # networks to select when the list is read again
        self.setObjectName("library")
        self.setAccessibleName(self.tr("Library"))
        self.setWhatsThis(
            self.tr(
                "Trained networks: those that come with the program, and those that you trained "
                "and kept. Select one to use it or to train it further; select two to compare "
                "them on the same digits."
            )
        )
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.table = LibraryTable()
        self.actions_row = LibraryActions(self)
        self.status = wrapped_label("library-status")
        self.comparison = ComparisonView(session, sources)
        self._lay_out()
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(620, 220)

    def take_over(self, former: LibraryPanel) -> None:
        """Take over the selection and the comparison of ``former``, in another language."""
        chosen = [entry.name for entry in former.table.chosen()] or list(former._to_choose)
        self._to_choose = tuple(chosen)
        if former.comparison.compared is not None and not former.comparison.isHidden():
            found = former.comparison.compared.found
            self._compared = names = found.first.network, found.second.network
            self.comparison.show_busy(*names, former.comparison.compared.data)
            self.comparison.show_comparison(former.comparison.compared)
            self.comparison.show()
        elif former._comparing.busy and len(chosen) == 2:
            self._compare(chosen)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.table, 1)
        left.addWidget(self.status)
        left.addWidget(self.actions_row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(16)
        layout.addLayout(left, 5)
        layout.addWidget(self.comparison, 3)
        self.table.setMinimumHeight(40)
        self.setMinimumSize(*LIBRARY_LEAST_SIZE)
        self.status.hide()
        self.comparison.hide()

    def _connect(self) -> None:
        session, table, changes = self._session, self.table, self._changes
        self._results.library_changed.connect(self.refresh)
        self._results.library_wanted.connect(table.setFocus)
        session.network_changed.connect(self._mark_network)
        table.itemSelectionChanged.connect(self._offer)
        table.read_wanted.connect(self.read)
        table.delete_wanted.connect(self.delete)
        table.renamed.connect(changes.rename)
        table.noted.connect(changes.set_note)
        changes.renamed.connect(self._note_renamed)
        changes.noted.connect(self._note_change)
        changes.deleted.connect(self._note_deleted)
        changes.failed.connect(self._note_failed)
        table.menu_wanted.connect(self._open_menu)
        self.comparison.closed.connect(self._close_comparison)
        self.comparison.data_wanted.connect(self._compare_on)
        for name in self.actions_row.actions_by_name:
            self.actions_row.actions_by_name[name].triggered.connect(getattr(self, name))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()  # another program may have changed the library

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh()

    # ---- the list

    @Slot()
    def refresh(self) -> None:
        """Read the list again."""
        self._background.start(lambda: _all_entries(self._library), self._show, self._tell)

    def _show(self, entries: list[NetworkEntry]) -> None:
        if self.table.state() != self.table.State.EditingState:
            self.table.show_entries(entries, self._session.recognizer.name)
            if self._to_choose:
                self.table.choose(set(self._to_choose), self._to_choose[0])
                self._to_choose = ()
            self._offer()

    @Slot()
    def _mark_network(self) -> None:
        self.table.mark(self._session.recognizer.name)

    @Slot()
    def _offer(self) -> None:
        """Enable the actions that are possible with the selection."""
        chosen = self.table.chosen()
        one, own = len(chosen) == 1, bool(chosen) and not any(e.shipped for e in chosen)
        able = {
            "read": one,
            "train_further": one,
            "compare": len(chosen) == 2,
            "delete": own,
            "rename": one and own,
            "edit_note": one and own,
            "export": one,
            "show_folder": True,
        }
        for name, possible in able.items():
            self.actions_row.actions_by_name[name].setEnabled(possible)

    def _tell(self, error: Exception) -> None:
        self.status.setText(sentence(error))
        self.status.show()

    @Slot(QPoint)
    def _open_menu(self, point: QPoint) -> None:
        self.actions_row.whole_menu.popup(point)

    # ---- commands

    def _only(self) -> NetworkEntry | None:
        """Return the selected entry, or None if there are several or none."""
        chosen = self.table.chosen()
        return chosen[0] if len(chosen) == 1 else None

    @Slot()
    def read(self) -> None:
        """Read with the selected network."""
        entry = self._only()
        if entry is not None:
            self._read_with(entry.name)

    def _read_with(self, name: str) -> None:
        try:
            self._session.use_network(name)
        except BadInput as error:
            self._tell(error)
        else:
            self.status.hide()

    @Slot()
    def train_further(self) -> None:
        """Begin a training with the weights of the selected network."""
        entry = self._only()
        if entry is not None:
            self._results.train_further(str(entry.path))

    @Slot()
    def rename(self) -> None:
        """Start editing the name of the selected network in the table."""
        self._edit(NAME)

    @Slot()
    def edit_note(self) -> None:
        """Start editing the note of the selected network in the table."""
        self._edit(NOTE)

    def _edit(self, column: int) -> None:
        entry = self._only()
        if entry is not None:
            self.table.choose({entry.name}, entry.name)
            self.table.edit_cell(column)

    @Slot()
    def delete(self) -> None:
        """Ask, and move the selected networks to the trash."""
        if chosen := [entry for entry in self.table.chosen() if not entry.shipped]:
            names = ", ".join(entry.name for entry in chosen)
            question = self.tr("Delete {0} from the library?").format(names)
            yes, delete = self.tr("&Delete"), partial(self._changes.delete, chosen)
            ask(self.window(), "delete-question", question, yes, delete)

    @Slot()
    def export(self) -> None:
        """Export the selected network."""
        entry = self._only()
        if entry is not None:
            self._exporting.export_file(entry.name, str(entry.path))

    @Slot()
    def show_folder(self) -> None:
        """Open the library's folder in the desktop's file manager."""
        try:
            folder = library_folder()
        except BadInput as error:
            self._tell(error)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.status.setText(self.tr("Your networks are in {0}").format(visible(str(folder))))
            self.status.show()

    # ---- changes made

    @Slot(str, object)
    def _note_renamed(self, name: str, entry: NetworkEntry) -> None:
        if self._session.recognizer.name == name:
            self._read_with(entry.name)
        self._to_choose = (entry.name,)
        self._note_change()

    @Slot()
    def _note_change(self) -> None:
        self.status.hide()
        self._results.library_changed.emit()

    @Slot(object)
    def _note_deleted(self, gone: set[str]) -> None:
        if self._session.recognizer.name in gone:
            self._session.use_network(DEFAULT_NETWORK)
        self._note_change()

    @Slot(object)
    def _note_failed(self, error: Exception) -> None:
        self.refresh()  # until then the table shows what was typed
        self._tell(error)

    # ---- comparison

    @Slot()
    def compare(self) -> None:
        """Compare the two selected networks on data that suits both, in a thread."""
        chosen = self.table.chosen()
        if len(chosen) == 2:
            self._compare([entry.name for entry in chosen])

    @Slot(object)
    def _compare_on(self, data: EvaluationData) -> None:
        """Compare the same networks on other data."""
        self._compare(self._compared, data)

    def _compare(self, names: Sequence[str], data: EvaluationData | None = None) -> None:
        self._compared = first, second = names[0], names[1]
        known = self.comparison.data.known
        self.comparison.show_busy(first, second, data)
        self.comparison.show()
        self._comparing.start(
            lambda: compare_networks((first, second), data, known),
            self.comparison.show_comparison,
            lambda error: self.comparison.show_sentence(sentence(error)),
        )

    @Slot()
    def _close_comparison(self) -> None:
        self.comparison.hide()
        self.table.setFocus()

    def as_csv(self) -> str:
        """Return the comparison as CSV if it is shown, else the list."""
        compared = None if self.comparison.isHidden() else self.comparison.compared
        return self.table.as_csv() if compared is None else comparison_csv(compared.found)


def _all_entries(library: Library) -> list[NetworkEntry]:
    shipped = [read_entry(shipped_path(name), shipped=True) for name in shipped_names()]
    return [*shipped, *library.entries()]
