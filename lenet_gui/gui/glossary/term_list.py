"""The list of terms, and the line that searches it as one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lenet_gui.gui.glossary.entry import name_of, translate
from lenet_gui.gui.glossary.search import found_by
from lenet_gui.gui.glossary.table import THEMES
from lenet_gui.gui.glossary.term import Term
from lenet_gui.gui.widgets.form_parts import explain

KEY = Qt.ItemDataRole.UserRole
LIST_SPACING = 1  # pixels around each name


class SearchLine(QLineEdit):
    """A line of text; the keys Down and Enter go to what was found."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TermList(QWidget):
    """All terms by theme, or those that the search finds, the likeliest first."""

    passed = Signal(str)  # key of a term that typing or arrow keys have come to
    chosen = Signal(str)  # key of a term that was clicked, or entered with Enter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchLine()
        self.search.setObjectName("glossary-search")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Search terms"))
        explain(
            self.search,
            self.tr("Search terms"),
            self.tr("Finds terms by their names, in English or Chinese, and by synonyms (Ctrl+F)"),
        )
        self.list = QListWidget()
        self.list.setObjectName("glossary-list")
        self.list.setSpacing(LIST_SPACING)
        explain(self.list, self.tr("Terms"), self.tr("Arrow keys or a click show another term"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self._fill()
        self.search.textEdited.connect(self._find)
        self.search.textChanged.connect(self._fill_when_cleared)
        self.search.left.connect(self._enter)
        self.list.currentItemChanged.connect(self._pass)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)

    def mark(self, key: str) -> None:
        """Select a term without showing it; what was searched for stays if the term is found."""
        if key not in self.shown_keys():
            self.search.clear()
        item = self._item(key)
        if item is not None and item is not self.list.currentItem():
            blocked = self.list.blockSignals(True)
            self.list.setCurrentItem(item)
            self.list.blockSignals(blocked)

    def shown_keys(self) -> list[str]:
        """Return the keys of the terms in the list, from top to bottom."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(KEY) for item in items if item.data(KEY)]

    def _item(self, key: str) -> QListWidgetItem | None:
        items = (self.list.item(row) for row in range(self.list.count()))
        return next((item for item in items if item.data(KEY) == key), None)

    def _fill(self) -> None:
        """Show all terms by theme."""
        self.list.blockSignals(True)
        self.list.clear()
        for title, terms in THEMES:
            heading = QListWidgetItem(translate("Term", title), self.list)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            font = self.list.font()
            font.setBold(True)
            heading.setFont(font)
            for term in terms:
                self._add(term)
        self.list.blockSignals(False)

    def _add(self, term: Term) -> None:
        name = name_of(term)
        item = QListWidgetItem(name[:1].upper() + name[1:], self.list)
        item.setData(KEY, term.key)

    @Slot(str)
    def _find(self, text: str) -> None:
        """Show what was found, and the first of it as an entry."""
        found = found_by(text)
        if not text.strip():
            return
        self.list.blockSignals(True)
        self.list.clear()
        for term in found:
            self._add(term)
        if not found:
            item = QListWidgetItem(self.tr("No such term"), self.list)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        if found:
            self.passed.emit(found[0].key)

    @Slot(str)
    def _fill_when_cleared(self, text: str) -> None:
        if not text.strip():
            current = self.list.currentItem()
            key = current.data(KEY) if current is not None else None
            self._fill()
            if key:
                self.mark(key)

    @Slot()
    def _enter(self) -> None:
        """Go from the search to the list."""
        if self.shown_keys():
            self.list.setFocus()
            if self.list.currentItem() is None:
                self.list.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def _pass(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(KEY):
            self.passed.emit(item.data(KEY))

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        if item.data(KEY):
            self.chosen.emit(item.data(KEY))
