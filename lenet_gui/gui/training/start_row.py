"""The row shown before a training: preset, architecture, data, duration, Start."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QPalette, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QMenu,
    QPushButton,
    QWidget,
)

from lenet_gui.common.printable import visible
from lenet_gui.common.training_help import PRESET_NAMES
from lenet_gui.engine.data.before_training import channels_remark
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.training.form.architecture_choice import ArchitectureBox
from lenet_gui.gui.training.form.class_words import class_line, whole_list
from lenet_gui.gui.training.form.fields import SEES_FIELD
from lenet_gui.gui.training.form.form import OWN, TrainingForm, preset_config
from lenet_gui.gui.training.form.suiting import why_not
from lenet_gui.gui.training.words import how_long, preset_title, preset_words
from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.widgets.form_parts import explain, quiet_label
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.wording.phrases import literal

CHOICE_LETTERS = 6  # least width of a choice, in letters, so that all fit into a narrow dock
NAME_STRETCH = 2  # of the box of architectures, whose names are long, in proportion to others
SEES = "sees"  # property of a menu entry
BUDGETS = (10.0, 60.0, 300.0)  # seconds that are offered


class StartRow(QWidget):
    """The form's most important choices."""

    start_wanted = Signal()
    options_wanted = Signal()

    def __init__(self, form: TrainingForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.preset = self._box(
            "training-preset",
            self.tr("Preset"),
            self.tr(
                "A complete set of settings: the best recipe, the paper's, or that of an article"
            ),
        )
        self.network = ArchitectureBox(form)
        self.network.setObjectName("training-network")
        self.network.setMinimumContentsLength(CHOICE_LETTERS)
        explain(
            self.network,
            self.tr("Architecture to train"),
            self.tr("The architecture to train, from random weights"),
        )
        self.data = _DataBox(form)
        self.long = self._box(
            "training-long",
            self.tr("How long"),
            self.tr("A time limit, or passes over the data; you can cancel at any time"),
        )
        self.options = QPushButton(self.tr("&All settings …"))
        self.options.setObjectName("training-options")
        explain(
            self.options,
            self.tr("All settings"),
            self.tr("All training settings, with a preview of the image augmentation (F7)"),
        )
        self.start = QPushButton(self.tr("Start"))
        self.start.setObjectName("training-start")
        explain(self.start, self.tr("Start"), self.tr("Start the training (F5)"))
        self._has_room = True  # for the line about the classes
        self.classes = ElidedLabel()
        self.classes.setObjectName("training-classes-line")
        self.classes.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.start.clicked.connect(self.start_wanted)
        self.options.clicked.connect(self.options_wanted)
        self.preset.activated.connect(self._choose_preset)
        self.long.activated.connect(self._choose_budget)
        self._lay_out()
        for name in (*PRESET_NAMES, OWN):
            self.preset.addItem(preset_title(name), name)
            place = self.preset.count() - 1
            self.preset.setItemData(place, inert(preset_words(name)), Qt.ItemDataRole.ToolTipRole)
        form.changed.connect(self.show_form)
        form.classes_known.connect(self._show_classes)
        self.show_form()

    def _box(self, name: str, accessible: str, tip: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(CHOICE_LETTERS)
        box.setIconSize(QSize(0, 0))  # there are none, but room would be kept for them
        explain(box, accessible, tip)
        return box

    def _lay_out(self) -> None:
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        columns = (
            (self.tr("&Preset"), self.preset),
            (self.tr("Architect&ure"), self.network),
            (self.tr("&Data"), self.data),
            (self.tr("How &long"), self.long),
        )
        self._titles = [quiet_label(text, widget) for text, widget in columns]
        for column, (_, widget) in enumerate(columns):
            grid.addWidget(self._titles[column], 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, NAME_STRETCH if widget is self.network else 1)
        grid.addWidget(self.options, 1, len(columns))
        grid.addWidget(self.start, 1, len(columns) + 1)
        grid.addWidget(self.classes, 2, 0, 1, len(columns) + 2)

    def classes_shown(self, shown: bool) -> None:
        """Show or hide the line about the classes, which the tip of Start says as well.

        Why they do not fit is shown always.
        """
        if shown != self._has_room:
            self._has_room = shown
            self._show_classes()

    def preset_shown(self, shown: bool) -> None:
        """Show or hide the preset, which the settings dialog has as well."""
        self.preset.setVisible(shown)
        self._titles[0].setVisible(shown)
        self._grid.setColumnStretch(0, int(shown))

    @Slot()
    def show_form(self) -> None:
        """Show the form's present choices."""
        config, preset = self._form.config, self._form.preset
        self.preset.setCurrentIndex(self.preset.findData(preset))
        self.network.show_form()
        self.data.show_form()
        self.long.clear()
        recipe = preset_config(preset or "best", config.architecture)
        learning = config.learning
        budgets = [(learning.epochs, seconds) for seconds in BUDGETS]
        budgets += [(recipe.learning.epochs, 0.0)]
        chosen = (learning.epochs, learning.seconds)
        if learning.seconds not in BUDGETS and chosen not in budgets:
            budgets.append(chosen)
        for epochs, seconds in budgets:
            self.long.addItem(how_long(epochs, seconds), (epochs, seconds))
            if (seconds or epochs) == (learning.seconds or learning.epochs):
                self.long.setCurrentIndex(self.long.count() - 1)
        self._show_classes()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._form.look_again()

    @Slot()
    def _show_classes(self) -> None:
        """Say which classes the network will have, and read those that are not known yet."""
        form = self._form
        classes = form.classes
        said = [class_line(classes, bool(form.config.data.classes))]
        if remark := channels_remark(form.architecture, form.config.data.sources):
            said.append(sentence(remark))
        self.classes.setText("  ·  ".join(said))
        whole = [said[0], whole_list(classes.names), *said[1:]]
        self.classes.setToolTip(inert("\n".join(filter(None, whole))))
        self.classes.setAccessibleName(self.classes.text())
        self.classes.setVisible(self._has_room or classes.problem is not None)
        tip = self.tr("Start the training (F5)")
        explain(self.start, self.tr("Start"), f"{tip}\n{said[0]}")
        if self.isVisible():
            form.look_at_classes()

    @Slot(int)
    def _choose_preset(self, place: int) -> None:
        name = self.preset.itemData(place)
        if name == OWN:
            self.options_wanted.emit()
            self.show_form()
        else:
            self._form.choose_preset(name)

    @Slot(int)
    def _choose_budget(self, place: int) -> None:
        epochs, seconds = self.long.itemData(place)
        self._form.choose_budget(epochs, seconds)


class _DataBox(QComboBox):
    """A box whose popup is a menu of all data sources, where several can be ticked."""

    def __init__(self, form: TrainingForm) -> None:
        super().__init__()
        self._form = form
        self.setObjectName("training-data")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(CHOICE_LETTERS)
        self.setIconSize(QSize(0, 0))
        explain(
            self,
            self.tr("Training data"),
            self.tr("The data to train on; several sets can be mixed"),
        )
        self.addItem("")
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.menu.triggered.connect(self._choose)
        self._sees = QActionGroup(self)

    def showPopup(self) -> None:
        self.menu.setMinimumWidth(self.width())
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around it: the box has one entry, the menu has all."""
        event.ignore()

    def show_form(self) -> None:
        """Show which sources are chosen, and list those that there are."""
        chosen = self._form.config.data.sources
        titles = {source: title for title, source in self._form.data.entries()}
        text = " + ".join(titles.get(source, visible(source)) for source in chosen)
        self.setItemText(0, text)
        self.setAccessibleDescription(text)
        self.menu.clear()
        for title, source in self._form.data.entries():
            action = self.menu.addAction(literal(title))
            action.setCheckable(True)
            action.setChecked(source in chosen)
            action.setToolTip(inert(visible(source)))
            action.setData(source)
        self._add_sees()
        self.menu.addSeparator()
        more = self.menu.addAction(self.tr("&Import …"))
        more.triggered.connect(self._form.import_wanted)

    def _add_sees(self) -> None:
        """List what the network may see of the data."""
        self.menu.addSeparator()
        config = self._form.config
        for value, title in SEES_FIELD.choices:
            words = QCoreApplication.translate("TrainingField", title)
            action = self.menu.addAction(self.tr("See {0}").format(words))
            action.setCheckable(True)
            action.setChecked(value == config.data.sees)
            action.setEnabled(not why_not(config, "sees"))
            action.setProperty(SEES, value)
            self._sees.addAction(action)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        if sees := action.property(SEES):
            self._form.set(sees=sees)
        elif action.data() is not None:
            self._form.toggle_source(action.data(), action.isChecked())
