"""The data of a training: what it learns from, and what its result is tested on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QGroupBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
)

from lenet_gui.common.printable import visible
from lenet_gui.gui.training.form.data_sources import MNIST
from lenet_gui.gui.training.form.fields import VALIDATION_FIELD, VALIDATION_PART_FIELD
from lenet_gui.gui.training.form.form import TrainingForm
from lenet_gui.gui.training.form.option_groups import (
    field_text,
    make_choice,
    make_number,
    permit,
    set_quietly,
)
from lenet_gui.gui.training.form.suiting import why_not
from lenet_gui.gui.widgets.form_parts import explain, quiet_label
from lenet_gui.gui.widgets.plain_text import inert

VISIBLE_SOURCES = 3  # rows of the list
SOURCE = Qt.ItemDataRole.UserRole


class DataBox(QGroupBox):
    """A list of data sources, of which several can be ticked and mixed, and the test data."""

    def __init__(self, form: TrainingForm) -> None:
        super().__init__(QCoreApplication.translate("TrainingField", "Data"))
        self._form = form
        self._listed: tuple[tuple[str, str], ...] = ()
        self.sources = QListWidget()
        self.sources.setObjectName("field-data")
        line = self.fontMetrics().height() + 4
        self.sources.setFixedHeight(VISIBLE_SOURCES * line + 6)
        explain(
            self.sources,
            self.tr("Training data"),
            self.tr("Select the data to train on; several sets are mixed."),
        )
        self.more = QPushButton(self.tr("&Import …"))
        self.more.setObjectName("field-import")
        explain(self.more, self.tr("Import data"), self.tr("Import other labelled digits."))
        self.test = QComboBox()
        self.test.setObjectName("field-test")
        explain(
            self.test,
            self.tr("Test data"),
            self.tr("Data for the final test; the network is not trained on it."),
        )
        self.non_digits = QCheckBox(self.tr("Include &scribbles as non-digits"))
        self.non_digits.setObjectName("field-non_digits")
        explain(
            self.non_digits,
            self.tr("Include scribbles as non-digits"),
            self.tr(
                "Also train on scribbles and pairs of digits, which the network learns to "
                "reject. Needs the loss MAP."
            ),
        )
        self.non_digits.clicked.connect(form.learn_non_digits)
        self.validation = make_number(VALIDATION_FIELD)
        self.part = make_choice(VALIDATION_PART_FIELD)
        self.part.activated.connect(self._choose_part)
        self._lay_out()
        self.sources.itemChanged.connect(self._tick)
        self.more.clicked.connect(form.import_wanted)
        self.test.activated.connect(self._choose_test)
        self.validation.valueChanged.connect(self._set_validation)
        form.changed.connect(self.show_form)
        self.show_form()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.sources, 0, 0, 1, 2)
        grid.addWidget(self.more, 1, 0, 1, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.non_digits, 2, 0, 1, 2)
        rows = (
            (self.tr("&Test data"), self.test),
            (field_text(VALIDATION_FIELD.title), self.validation),
            (field_text(VALIDATION_PART_FIELD.title), self.part),
        )
        for row, (title, widget) in enumerate(rows, 3):
            grid.addWidget(quiet_label(title, widget), row, 0)
            grid.addWidget(widget, row, 1)

    @Slot()
    def show_form(self) -> None:
        """Show the form's present choices, and list the sources anew if there are others."""
        data = self._form.config.data
        blocker = QSignalBlocker(self.sources)
        if self._listed != self._form.data.entries():
            self._listed = self._form.data.entries()
            self.sources.clear()
            for title, source in self._listed:
                item = QListWidgetItem(title, self.sources)
                item.setData(SOURCE, source)
                item.setToolTip(inert(visible(source)))
        for row in range(self.sources.count()):
            item = self.sources.item(row)
            ticked = item.data(SOURCE) in data.sources
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        del blocker
        self.non_digits.setChecked(bool(data.non_digits))
        permit(self.non_digits, why_not(self._form.config, "non_digits"))
        self._show_test(data.test)
        set_quietly(self.validation, data.validation)
        set_quietly(self.part, data.validation_part)

    def _show_test(self, chosen: str) -> None:
        self.test.clear()
        self.test.addItem(self.tr("the test part of the data"), "")
        self.test.addItem(self.tr("MNIST's test digits"), "mnist-test")
        for title, source in self._form.data.entries():
            if source != MNIST:
                self.test.addItem(title, source)
        self.test.setCurrentIndex(max(0, self.test.findData(chosen)))

    @Slot(QListWidgetItem)
    def _tick(self, item: QListWidgetItem) -> None:
        on = item.checkState() == Qt.CheckState.Checked
        self._form.toggle_source(item.data(SOURCE), on)

    @Slot(int)
    def _choose_test(self, place: int) -> None:
        self._form.set(test=self.test.itemData(place))

    @Slot()
    def _set_validation(self) -> None:
        self._form.set(validation=self.validation.number)

    @Slot(int)
    def _choose_part(self, place: int) -> None:
        self._form.set(validation_part=self.part.itemData(place))
