"""Boxes of the training's settings dialog, made from the table of fields."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QGroupBox,
    QRadioButton,
    QWidget,
)

from lenet_gui.common.training_help import EXPLANATIONS
from lenet_gui.gui.training.form.fields import (
    EPOCHS_FIELD,
    SECONDS_FIELD,
    Field,
    Group,
)
from lenet_gui.gui.training.form.form import TrainingForm
from lenet_gui.gui.training.form.suiting import possible, why_not
from lenet_gui.gui.training.training_session import TrainingSession
from lenet_gui.gui.widgets.form_parts import explain, quiet_label
from lenet_gui.gui.widgets.number_field import NumberField
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.wording.phrases import plain

LEAST_WIDTH = 11  # letters of a field: "1,000,000" and its arrows


def field_text(text: str) -> str:
    """Return a title or reason of the table of fields in the language in use."""
    return QCoreApplication.translate("TrainingField", text)


def explanation(field: Field) -> str:
    """Return the explanation of a field in the language in use."""
    return QCoreApplication.translate("Training", EXPLANATIONS[field.name])


def make_field(field: Field) -> QComboBox | NumberField:
    """Return a combo box or a number field, with its explanation as help."""
    return make_choice(field) if field.choices else make_number(field)


def make_choice(field: Field) -> QComboBox:
    """Return a combo box for a field that has choices."""
    box = QComboBox()
    for value, title in field.choices:
        box.addItem(field_text(title), value)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(LEAST_WIDTH)
    _name(box, field)
    return box


def make_number(field: Field) -> NumberField:
    """Return a number field for a field that has a range."""
    made = NumberField(field.low, field.high, field.decimals, field.step, field.time)
    made.setMinimumWidth(made.fontMetrics().averageCharWidth() * LEAST_WIDTH)
    _name(made, field)
    return made


def _name(widget: QWidget, field: Field) -> None:
    widget.setObjectName(f"field-{field.name}")
    explain(widget, plain(field_text(field.title)), explanation(field))


def set_quietly(widget: QWidget, value: object) -> None:
    """Show a value without emitting that it was chosen."""
    blocker = QSignalBlocker(widget)
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findData(value))
    elif isinstance(widget, NumberField) and widget.value() != value:
        widget.setValue(float(value))  # type: ignore[arg-type]
    del blocker


def permit(widget: QWidget, reason: str) -> None:
    """Enable a widget if ``reason`` is empty; otherwise disable it with the reason as its tip."""
    widget.setEnabled(not reason)
    widget.setToolTip(inert(field_text(reason) if reason else widget.whatsThis()))


class GroupBox(QGroupBox):
    """The fields of a group; those without effect on a training are disabled, and say why."""

    def __init__(
        self, group: Group, form: TrainingForm, training: TrainingSession | None = None
    ) -> None:
        super().__init__(field_text(group.title))
        self._form = form
        self._locked: tuple[bool, tuple[str, ...]] = (False, ())
        self.fields: dict[str, QWidget] = {}
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(group.fields):
            widget = make_field(field)
            self._connect(field, widget)
            self.fields[field.name] = widget
            grid.addWidget(quiet_label(field_text(field.title), widget), row, 0)
            grid.addWidget(widget, row, 1)
        if training is not None:
            self._add_device(grid, training)
        form.changed.connect(self.show_form)
        self.show_form()

    def _connect(self, field: Field, widget: QWidget) -> None:
        if isinstance(widget, QComboBox):
            widget.activated.connect(partial(self._choose, field.name))
        elif isinstance(widget, NumberField):
            widget.valueChanged.connect(partial(self._set, field.name))

    def _choose(self, name: str, place: int) -> None:
        box = self.fields[name]
        assert isinstance(box, QComboBox)
        self._form.set(**{name: box.itemData(place)})

    def _set(self, name: str, _value: float) -> None:
        field = self.fields[name]
        assert isinstance(field, NumberField)
        self._form.set(**{name: field.number})

    def _add_device(self, grid: QGridLayout, training: TrainingSession) -> None:
        box = QComboBox()
        box.setObjectName("field-device")
        explain(
            box,
            self.tr("Device"),
            self.tr("Where to compute: the processor, or a graphics card if there is one."),
        )
        self.fields["device"] = box
        box.activated.connect(partial(self._choose, "device"))
        row = grid.rowCount()
        grid.addWidget(quiet_label(self.tr("De&vice"), box), row, 0)
        grid.addWidget(box, row, 1)
        training.devices_known.connect(self._show_devices)
        self._show_devices(training.devices)

    @Slot(object)
    def _show_devices(self, devices: tuple[str, ...]) -> None:
        box = self.fields["device"]
        assert isinstance(box, QComboBox)
        box.clear()
        box.addItem(self.tr("the fastest"), "auto")
        for device in devices:
            if device != "auto":
                box.addItem(device.upper() if ":" not in device else device, device)
        self.show_form()

    def lock(self, locked: bool, but: tuple[str, ...]) -> None:
        """Disable all fields but those named ``but`` while a training runs, or enable them."""
        self._locked = locked, but
        self.show_form()

    @Slot()
    def show_form(self) -> None:
        """Show the form's present choices, and enable what suits them."""
        config = self._form.config
        locked, but = self._locked
        for name, widget in self.fields.items():
            if isinstance(widget, QComboBox) and name != "device":
                allow_only(widget, possible(config, self._form.architecture, name))
            value = config.field(name)
            if name == "device" and isinstance(widget, QComboBox) and widget.findData(value) < 0:
                value = "auto"
            set_quietly(widget, value)
            reason = why_not(config, name)
            widget.setEnabled(not reason and (not locked or name in but))
            widget.setToolTip(inert(field_text(reason) if reason else widget.whatsThis()))


def allow_only(box: QComboBox, values: tuple[str, ...]) -> None:
    """Disable the choices whose value is not among ``values``."""
    model = box.model()
    for place in range(box.count()):
        allowed = box.itemData(place) in values
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item = model.item(place)  # type: ignore[attr-defined]
        item.setFlags(flags if allowed else Qt.ItemFlag.NoItemFlags)


class LongBox(QGroupBox):
    """How long to train: a time in seconds, or a number of epochs."""

    def __init__(self, form: TrainingForm) -> None:
        super().__init__(QCoreApplication.translate("TrainingField", "How long"))
        self._form = form
        self.by_time = QRadioButton(field_text(SECONDS_FIELD.title))
        self.by_epochs = QRadioButton(field_text(EPOCHS_FIELD.title))
        self.seconds, self.epochs = make_number(SECONDS_FIELD), make_number(EPOCHS_FIELD)
        explain(self.by_time, self.tr("Train for a time"), explanation(SECONDS_FIELD))
        explain(self.by_epochs, self.tr("Train for epochs"), explanation(EPOCHS_FIELD))
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        pairs: tuple[tuple[QRadioButton, QWidget], ...] = (
            (self.by_time, self.seconds),
            (self.by_epochs, self.epochs),
        )
        for row, (button, spin) in enumerate(pairs):
            grid.addWidget(button, row, 0)
            grid.addWidget(spin, row, 1)
        self.by_time.clicked.connect(self._take_time)
        self.by_epochs.clicked.connect(self._take_epochs)
        self.seconds.valueChanged.connect(self._take_time)
        self.epochs.valueChanged.connect(self._take_epochs)
        form.changed.connect(self.show_form)
        self.show_form()

    @Slot()
    def show_form(self) -> None:
        """Show the form's present budget."""
        learning = self._form.config.learning
        if learning.seconds:
            set_quietly(self.seconds, learning.seconds)
        set_quietly(self.epochs, learning.epochs)
        (self.by_time if learning.seconds else self.by_epochs).setChecked(True)
        self.seconds.setEnabled(bool(learning.seconds))
        self.epochs.setEnabled(not learning.seconds)

    @Slot()
    def _take_time(self) -> None:
        self._form.choose_budget(self._form.config.learning.epochs, self.seconds.value())

    @Slot()
    def _take_epochs(self) -> None:
        self._form.choose_budget(int(self.epochs.number), 0.0)
