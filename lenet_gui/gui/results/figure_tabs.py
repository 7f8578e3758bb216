"""The tables of an evaluation behind tabs: confusion matrix, classes, calibration."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from lenet_gui.common.values import Evaluation
from lenet_gui.engine.recognition.class_figures import class_figures
from lenet_gui.gui.results.calibration_view import CalibrationView
from lenet_gui.gui.results.class_figures_table import ClassFiguresTable
from lenet_gui.gui.results.confusion_matrix import ConfusionMatrix
from lenet_gui.gui.widgets.quiet_tabs import QuietTabs
from lenet_gui.gui.wording.csv_tables import calibration_csv, classes_csv, confusion_csv

_TABLES = (confusion_csv, classes_csv, calibration_csv)  # in the order of the tabs


class FigureTabs(QWidget):
    """Shows one of the tables; as CSV it offers the one that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evaluation: Evaluation | None = None
        self.matrix, self.classes = ConfusionMatrix(), ClassFiguresTable()
        self.calibration = CalibrationView()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.matrix)
        self.tabs = QuietTabs()
        self.tabs.setObjectName("result-tabs")
        self.tabs.setAccessibleName(self.tr("Tables of the result"))
        self._pages = QStackedWidget()
        titles = (self.tr("Confusion"), self.tr("Classes"), self.tr("Calibration"))
        for title, page in zip(titles, (self._scroll, self.classes, self.calibration), strict=True):
            self.tabs.addTab(title)
            self._pages.addWidget(page)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.matrix.moved.connect(self._keep_visible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.tabs)
        layout.addWidget(self._pages, 1)
        self.setMinimumWidth(120)

    @property
    def shown(self) -> int:
        """Return the place of the tab that is shown."""
        return self.tabs.currentIndex()

    def bring(self, place: int) -> None:
        """Show the tab at that place."""
        self.tabs.mark(place)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show an evaluation in all tables."""
        self.evaluation = evaluation
        self.matrix.show_counts(evaluation.confusion, evaluation.class_names)
        self.classes.show_figures(class_figures(evaluation))
        self.calibration.show_evaluation(evaluation)
        QTimer.singleShot(0, self, self._show_chosen)

    def title(self) -> str:
        """Return the name of the table that is shown, for a file."""
        return self.tabs.tabText(self.shown)

    def as_csv(self) -> str:
        """Return the table that is shown as CSV; empty if there is no evaluation."""
        return "" if self.evaluation is None else _TABLES[self.shown](self.evaluation)

    @Slot(QRect)
    def _keep_visible(self, cell: QRect) -> None:
        center = cell.center()
        self._scroll.ensureVisible(center.x(), center.y(), cell.width(), cell.height())
        covered = self.matrix.covered(cell)
        for bar, by in (
            (self._scroll.horizontalScrollBar(), covered.x()),
            (self._scroll.verticalScrollBar(), covered.y()),
        ):
            bar.setValue(bar.value() - by)

    @Slot()
    def _show_chosen(self) -> None:
        """Scroll to the chosen cell, once the matrix has its size."""
        if self.matrix.selected is not None:
            self._keep_visible(self.matrix.cell(*self.matrix.selected))
