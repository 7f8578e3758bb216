"""The page of the dialog that shows what a foreign network may be, and what became what."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.class_lists import text_of_class_names
from lenet_gui.common.printable import visible
from lenet_gui.engine.checkpoints.library_entries import MAX_NAME_LENGTH
from lenet_gui.engine.importing.imported import Found
from lenet_gui.gui.foreign_networks.words import choice_words, heading, shape_words, warnings
from lenet_gui.gui.importing.invitation import TroubleLine
from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.widgets.form_parts import explain, wrapped_label


class FoundPage(QWidget):
    """The file's name, the combinations, the table of arrays, class names and name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Found | None = None
        self.title = ElidedLabel()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        self.title.setFont(font)
        self.facts = wrapped_label("network-import-facts")
        self.choices = QListWidget()
        self.choices.setObjectName("network-import-choices")
        explain(
            self.choices,
            self.tr("What the network may be"),
            self.tr("The combinations that read digits best, the best first"),
        )
        self.choices.currentRowChanged.connect(self._show_choice)
        self.table = _table()
        self.table.setHorizontalHeaderLabels(
            [self.tr("In the file"), self.tr("Shape"), self.tr("Here"), self.tr("Shape here")]
        )
        explain(
            self.table,
            self.tr("What became what"),
            self.tr("The arrays in the file, and the parameters here that they became"),
        )
        self.classes, self.name = QLineEdit(), QLineEdit()
        self.classes.setObjectName("network-import-classes")
        explain(
            self.classes,
            self.tr("Class names"),
            self.tr("The names of the classes in the order of the outputs, between commas"),
        )
        self.name.setObjectName("network-import-name")
        self.name.setMaxLength(MAX_NAME_LENGTH)
        explain(
            self.name,
            self.tr("Name"),
            self.tr("The name under which it appears in the list of networks"),
        )
        self.notice = TroubleLine("network-import-trouble")
        form = QFormLayout()
        form.addRow(self.tr("Class &names"), self.classes)
        form.addRow(self.tr("Na&me"), self.name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.facts)
        layout.addWidget(self.choices, 2)
        layout.addWidget(self.table, 3)
        layout.addLayout(form)
        layout.addWidget(self.notice)
        self._form = (self.choices, self.table, self.classes, self.name)

    @property
    def choice(self) -> int:
        """Return the place of the chosen combination."""
        return max(self.choices.currentRow(), 0)

    def begin(self, file: str, name: str) -> None:
        """Forget what was shown; ``name`` is offered for the network of that file."""
        self._found = None
        self.title.set_name(file)
        self.name.setText(name)
        self.notice.say("")

    def show_found(self, found: Found) -> None:
        """Show what a file may be."""
        self._found = None
        self.facts.setText(heading(found))
        self.classes.setText(text_of_class_names(found.class_names))
        self.choices.clear()
        self.choices.addItems([choice_words(candidate) for candidate in found.choices])
        self._found = found
        for widget in self._form:
            widget.setVisible(True)
        self.choices.setCurrentRow(0)

    def show_error(self, text: str) -> None:
        """Show why a file cannot be imported."""
        self.facts.setText("")
        for widget in self._form:
            widget.setVisible(False)
        self.notice.say(text)

    @Slot(int)
    def _show_choice(self, place: int) -> None:
        if self._found is None or not 0 <= place < len(self._found.choices):
            return
        candidate = self._found.choices[place]
        part = self.tr("{0} (a part)")
        self.table.setRowCount(len(candidate.table))
        for number, row in enumerate(candidate.table):
            into = part.format(row.parameter) if row.folded else row.parameter
            texts = (
                visible(row.source),
                shape_words(row.source_shape),
                into,
                shape_words(row.shape),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
                self.table.setItem(number, column, item)
        self.notice.say(warnings(candidate))


def _table() -> QTableWidget:
    table = QTableWidget(0, 4)
    table.setObjectName("network-import-table")
    table.verticalHeader().hide()
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table
