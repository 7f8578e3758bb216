"""The classes of the network to train: which they are, and their order, which can be changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QGroupBox, QLineEdit

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.class_lists import chosen_classes, class_names_of_text, text_of_class_names
from lenet_gui.common.printable import MAX_CLASS_NAME
from lenet_gui.common.training_help import EXPLANATIONS
from lenet_gui.engine.data.before_training import channels_remark
from lenet_gui.engine.networks.architecture import MAX_CLASSES
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.training.form.class_words import class_line, whole_list
from lenet_gui.gui.training.form.form import TrainingForm
from lenet_gui.gui.training.form.option_groups import permit
from lenet_gui.gui.training.form.suiting import why_not
from lenet_gui.gui.widgets.form_parts import explain, make_button, wrapped_label
from lenet_gui.gui.widgets.plain_text import inert

LONGEST_LINE = MAX_CLASSES * (MAX_CLASS_NAME + 3)  # letters, with quotes and commas


class ClassesBox(QGroupBox):
    """A line with all classes in the order of the outputs, a sentence about them, and Reset."""

    def __init__(self, form: TrainingForm) -> None:
        super().__init__(QCoreApplication.translate("TrainingField", "Classes"))
        self._form = form
        self.line = QLineEdit()
        self.line.setObjectName("field-classes")
        self.line.setMaxLength(LONGEST_LINE)
        words = QCoreApplication.translate("Training", EXPLANATIONS["classes"])
        explain(self.line, self.tr("Classes in the order of the outputs"), words)
        self.reset = make_button(
            "reset-classes",
            self.tr("&Reset"),
            self.tr("Take the classes of the training data, sorted"),
        )
        self.words = wrapped_label("training-classes")
        grid = QGridLayout(self)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.line, 0, 0)
        grid.addWidget(self.reset, 0, 1)
        grid.addWidget(self.words, 1, 0, 1, 2)
        self.line.editingFinished.connect(self._take)
        self.reset.clicked.connect(self._reset)
        form.changed.connect(self.show_form)
        form.classes_known.connect(self.show_form)
        self.show_form()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._form.look_again()

    @Slot()
    def show_form(self) -> None:
        """Show which classes there will be, and read those that are not known yet."""
        form = self._form
        classes, own = form.classes, bool(form.config.data.classes)
        text = text_of_class_names(classes.names)
        if text != self.line.text():
            blocker = QSignalBlocker(self.line)
            self.line.setText(text)
            self.line.setCursorPosition(0)
            del blocker
        said = [class_line(classes, own)]
        if remark := channels_remark(form.architecture, form.config.data.sources):
            said.append(sentence(remark))
        self.words.setText("\n".join(said))
        self.words.setToolTip(inert(whole_list(classes.names)))
        reason = why_not(form.config, "classes")
        permit(self.line, reason)
        self.reset.setEnabled(own and not reason)
        if self.isVisible():
            form.look_at_classes()

    @Slot()
    def _take(self) -> None:
        """Take the classes that were typed; where they cannot be, say why and leave the text."""
        names, known = class_names_of_text(self.line.text()), self._form.classes.names
        if names == known:
            return
        try:
            self._form.set(classes=chosen_classes(names, ()))
        except BadChoice as error:
            self.words.setText(sentence(error))

    @Slot()
    def _reset(self) -> None:
        self._form.set(classes=())
