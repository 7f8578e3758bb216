"""Precision and recall of each class, in a table that can be sorted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QWidget

from lenet_gui.common.printable import visible
from lenet_gui.engine.recognition.class_figures import ClassFigures
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.widgets.sorted_item import SortedItem
from lenet_gui.gui.wording.evaluation_words import class_text, count_text
from lenet_gui.gui.wording.phrases import percent

ROW_SPACE = 9  # pixels of a row above and below its text, together
COLUMNS = 4  # class, samples, precision, recall
NO_RATE = -1.0  # sorts before all rates


class ClassFiguresTable(QTableWidget):
    """A row for each class; a click on a heading sorts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, COLUMNS, parent)
        self.setObjectName("class-table")
        self.setAccessibleName(self.tr("Precision and recall"))
        self.setStatusTip(self.tr("How well each class is read; click a heading to sort"))
        self.setWhatsThis(
            self.tr(
                "Precision: how many of the answers with this class are right. Recall: how many of "
                "the samples of this class are read right. Answers count as if none were rejected."
            )
        )
        titles = self.tr("Class|Samples|Precision|Recall").split("|")
        self.setHorizontalHeaderLabels(titles)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_SPACE)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.setSortIndicatorClearable(True)

    def show_figures(self, figures: Sequence[ClassFigures]) -> None:
        """Show the figures of each class, in the network's order."""
        self.setSortingEnabled(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setRowCount(len(figures))
        for row, each in enumerate(figures):
            rates = [(_rate(rate), _key(rate)) for rate in (each.precision, each.recall)]
            name = visible(each.name)
            cells = [(name, float(row)), (count_text(each.count), float(each.count)), *rates]
            tip = class_text(each)
            for column, (text, key) in enumerate(cells):
                item = SortedItem(text, key)
                item.setToolTip(inert(tip))
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)
        self.setSortingEnabled(True)


def _rate(rate: float | None) -> str:
    return "–" if rate is None else percent(rate)


def _key(rate: float | None) -> float:
    return NO_RATE if rate is None else rate
