"""The table of networks: those shipped, which cannot be changed, and those of the library."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QEvent, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from lenet_gui.common.printable import visible
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.library.table_items import dot_icon, training_cost
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.widgets.sorted_item import SortedItem
from lenet_gui.gui.wording.csv_tables import library_csv
from lenet_gui.gui.wording.data_names import data_in_words
from lenet_gui.gui.wording.evaluation_words import duration_text, interval_text
from lenet_gui.gui.wording.phrases import percent

NAME, NETWORK, ERROR, TESTED, TRAINED, TOOK, NOTE = range(7)
_OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
# Pixels. A name of data that is wider is elided; the tooltip has all of it.
ROW_SPACE, WIDEST_NAME_COLUMN, WIDEST_DATA = 9, 260, 180
_REAL_NAME = Qt.ItemDataRole.UserRole


class LibraryTable(QTableWidget):
    """A row for each network. Names and notes of the library's own are edited in place."""

    read_wanted = Signal()
    delete_wanted = Signal()
    renamed = Signal(str, str)  # name, new name
    noted = Signal(str, str)  # name, note
    menu_wanted = Signal(QPoint)  # on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, NOTE + 1, parent)
        self._entries: dict[str, NetworkEntry] = {}
        self._filling = False
        self._reading = ""
        self._needed: list[int] = []  # pixels that the text of each column is wide
        self.setObjectName("library-table")
        self.setAccessibleName(self.tr("Trained networks"))
        tip = self.tr(
            "Enter uses a network, F2 renames it, Del deletes it; select two to compare them"
        )
        self.setStatusTip(tip)
        text = self.tr(
            "All trained networks. Those that come with the program cannot be changed; a dot "
            "marks the one in use. "
        )
        self.setWhatsThis(inert(text + tip))
        titles = self.tr("Name|Architecture|Test error|Tested on|Trained|Duration|Note").split("|")
        self.setHorizontalHeaderLabels(titles)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_SPACE)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.cellDoubleClicked.connect(self._double_click)
        self.itemChanged.connect(self._note_change)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    # ---- contents

    def show_entries(self, entries: Sequence[NetworkEntry], reading: str) -> None:
        """Show entries, in that order unless the table is sorted, and keep the selection.

        reading: name of the network in use.
        """
        chosen = {entry.name for entry in self.chosen()}
        current = self.current()
        self._filling = True
        self.setSortingEnabled(False)
        self._entries = {entry.name: entry for entry in entries}
        self.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            self._show_entry(row, entry)
        self.setSortingEnabled(True)
        self.mark(reading)
        self.resizeColumnsToContents()
        self._needed = [self.columnWidth(column) for column in range(self.columnCount())]
        self._needed[NAME] += 12
        self._share_width()
        self._filling = False
        self.choose(chosen, None if current is None else current.name)

    def _share_width(self) -> None:
        """Give columns what they need, and an equal part of what is left; the last has the rest.

        Where there is too little room, names are elided.
        """
        if not self._needed:
            return
        widths = list(self._needed)
        spare = self.viewport().width() - sum(widths)
        for column, widest in ((TESTED, WIDEST_DATA), (NAME, WIDEST_NAME_COLUMN)):
            narrower = max(0, min(-spare, widths[column] - widest))
            widths[column] -= narrower
            spare += narrower
        for column, width in enumerate(widths[:-1]):
            self.setColumnWidth(column, width + max(0, spare) // len(widths))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _show_entry(self, row: int, entry: NetworkEntry) -> None:
        error = "" if entry.error_rate is None else percent(entry.error_rate)
        if entry.interval is not None and entry.error_rate is not None:
            error += f"  ({interval_text(entry.interval)})"
        tested = "" if entry.error_rate is None else data_in_words(entry.data, entry.part)
        trained, took = "", ""
        if entry.trained is not None:
            moment = QDateTime.fromSecsSinceEpoch(int(entry.trained.timestamp()))
            trained = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        seconds = training_cost(entry)
        if seconds is not None:
            took = duration_text(seconds)
        note = self.tr("comes with the program") if entry.shipped else visible(entry.note)
        stamp = -1.0 if entry.trained is None else entry.trained.timestamp()
        cells: list[tuple[str, float | str]] = [
            (entry.name, entry.name.casefold()),
            (entry.architecture.name, entry.architecture.name),
            (error, 2.0 if entry.error_rate is None else entry.error_rate),
            (tested, tested.casefold()),
            (trained, stamp),
            (took, -1.0 if seconds is None else seconds),
            (note, note.casefold()),
        ]
        for column, (text, key) in enumerate(cells):
            item = SortedItem(text, key)
            item.setToolTip(inert(self._tip(entry, column, text)))
            item.setData(_REAL_NAME, entry.name)
            changeable = not entry.shipped and column in (NAME, NOTE)
            usable = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            item.setFlags(usable | Qt.ItemFlag.ItemIsEditable if changeable else usable)
            self.setItem(row, column, item)

    def _tip(self, entry: NetworkEntry, column: int, text: str) -> str:
        if column == ERROR and entry.error_rate is not None:
            tip = self.tr("Error rate on {1}: {0}, with the 95 % interval in brackets").format(
                percent(entry.error_rate), data_in_words(entry.data, entry.part)
            )
            if entry.loss is None:
                return tip
            loss = QLocale().toString(entry.loss, "g", 3)
            return self.tr("{0}. Loss: {1}").format(tip, loss)
        if column == NAME and entry.shipped:
            return self.tr("{0} comes with the program and cannot be changed").format(entry.name)
        if column == TOOK and entry.shipped and text:
            return self.tr("{0} on one processor core, including earlier training").format(text)
        return text

    @Slot(str)
    def mark(self, reading: str) -> None:
        """Put the dot beside the network of that name, and show notes of the program quietly."""
        self._reading = reading
        if self.state() == self.State.EditingState:
            return  # changing items would end the editing
        theme, selected = theme_of(self), self.palette().highlightedText().color()
        self._filling = True
        for row in range(self.rowCount()):
            item, entry = self.item(row, NAME), self._entry_in(row)
            if item is None:
                continue
            reads = self._name_in(row) == reading
            item.setIcon(dot_icon(theme.color("accent"), selected, reads))
            font = self.font()
            font.setBold(reads)
            item.setFont(font)
            words = self.tr("{0}, in use").format(item.text()) if reads else item.text()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            note, quiet = self.item(row, NOTE), entry is not None and entry.shipped
            if note is not None:
                note.setForeground(QBrush(theme.color("quiet" if quiet else "text")))
        self._filling = False

    # ---- selection

    def chosen(self) -> list[NetworkEntry]:
        """Return the selected entries, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [e for row in rows if (e := self._entry_in(row)) is not None]

    def as_csv(self) -> str:
        """Return all rows as CSV, from top to bottom."""
        rows = (self._entry_in(row) for row in range(self.rowCount()))
        return library_csv(entry for entry in rows if entry is not None)

    def current(self) -> NetworkEntry | None:
        """Return the entry of the row with the keyboard focus."""
        return self._entry_in(self.currentRow())

    def _entry_in(self, row: int) -> NetworkEntry | None:
        return self._entries.get(self._name_in(row))

    def _name_in(self, row: int) -> str:
        """Return the name of a row before any editing; empty if there is no such row."""
        item = self.item(row, NAME) if row >= 0 else None
        return "" if item is None else str(item.data(_REAL_NAME))

    def choose(self, names: set[str], current: str | None = None) -> None:
        """Select the rows of those names. current: the name to give the keyboard focus to."""
        self.clearSelection()
        flag = self.selectionModel().SelectionFlag
        for row in range(self.rowCount()):
            name, index = self._name_in(row), self.model().index(row, NAME)
            if name == current:
                self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
            if name in names:
                self.selectionModel().select(index, flag.Select | flag.Rows)

    def edit_cell(self, column: int) -> None:
        """Start editing a cell of the current row, if it can be changed."""
        row = self.currentRow()
        item = self.item(row, column) if row >= 0 else None
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentCell(row, column)
            self.editItem(item)

    # ---- mouse and keyboard

    @Slot(int, int)
    def _double_click(self, row: int, column: int) -> None:
        entry = self._entry_in(row)
        if column == NOTE and entry is not None and not entry.shipped:
            self.edit_cell(NOTE)
        else:
            self.read_wanted.emit()

    @Slot(QTableWidgetItem)
    def _note_change(self, item: QTableWidgetItem) -> None:
        if self._filling:
            return
        name = self._name_in(item.row())
        if item.column() == NAME and item.text() != name:
            self.renamed.emit(name, item.text())
        elif item.column() == NOTE:
            self.noted.emit(name, item.text())

    @Slot(QPoint)
    def _ask_menu(self, point: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(point))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in _OWN_KEYS:  # otherwise the window's shortcut Del clears the page
                event.accept()
                return True
        elif event.type() == QEvent.Type.PaletteChange:
            self.mark(self._reading)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.state() == self.State.EditingState:
            super().keyPressEvent(event)  # Enter ends the editing
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read_wanted.emit()
        elif key == Qt.Key.Key_F2:
            self.edit_cell(NOTE if self.currentColumn() == NOTE else NAME)
        else:
            super().keyPressEvent(event)
