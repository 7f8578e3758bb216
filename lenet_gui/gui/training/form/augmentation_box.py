"""The ranges of the image augmentation, with a preview of their effect on real digits."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, QSignalBlocker, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import ImageAugmentation, TrainingConfig
from lenet_gui.common.values import ByteArray
from lenet_gui.engine.checkpoints.chosen_architecture import chosen_architecture
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.training.form.fields import AUGMENTATION_FIELDS, Field
from lenet_gui.gui.training.form.form import TrainingForm
from lenet_gui.gui.training.form.option_groups import field_text, make_number, set_quietly
from lenet_gui.gui.training.training_session import TrainingSession
from lenet_gui.gui.widgets.colour_images import sample_image
from lenet_gui.gui.widgets.form_parts import explain, quiet_label
from lenet_gui.gui.widgets.plain_text import inert

DIGIT_SIZE, PREVIEW_GAP = 40, 6  # pixels
LEAST_SIDE = 32  # pixels of a preview: the input of LeNet-5, larger than a digit of MNIST
ASK_AFTER_MS = 30  # while a slider moves, only its newest place matters


class PreviewStrip(QWidget):
    """A row of real digits, and below it the same digits augmented."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ByteArray, ...] = ()
        self.trouble = ""  # why there are no digits
        self.setObjectName("augmentation-preview")
        self.setAccessibleName(self.tr("Digits as they are, and augmented"))
        self.setWhatsThis(
            self.tr(
                "Above: digits from the data. Below: the same digits, augmented as the network "
                "may see them."
            )
        )
        self.setToolTip(inert(self.whatsThis()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(8 * (DIGIT_SIZE + PREVIEW_GAP), 2 * DIGIT_SIZE + PREVIEW_GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * (DIGIT_SIZE + PREVIEW_GAP), 2 * DIGIT_SIZE + PREVIEW_GAP)

    def show_digits(self, plain: ByteArray, augmented: ByteArray) -> None:
        """Show digits as they are and augmented, both uint8 (n, side, side).

        Or pictures, (n, channels, rows, columns), as a network that sees them gets them.
        """
        self.rows, self.trouble = (framed(plain), framed(augmented)), ""
        self.setAccessibleDescription("")
        self.update()

    def show_trouble(self, error: Exception) -> None:
        """Show why there are no digits."""
        self.rows, self.trouble = (), sentence(error)
        self.setAccessibleDescription(self.trouble)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.trouble:
            painter.setPen(theme.color("quiet"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), int(flags), self.trouble)
            return
        across = max(1, (self.width() + PREVIEW_GAP) // (DIGIT_SIZE + PREVIEW_GAP))
        for row in range(2):
            y = row * (DIGIT_SIZE + PREVIEW_GAP)
            digits = self.rows[row][:across] if self.rows else ()
            for place in range(across):
                at = QRectF(place * (DIGIT_SIZE + PREVIEW_GAP), y, DIGIT_SIZE, DIGIT_SIZE)
                painter.fillRect(at, theme.color("paper"))
                if place < len(digits):
                    image = sample_image(digits[place], theme.ink_table())
                    painter.drawImage(at, image.convertToFormat(image.Format.Format_RGB32))
                painter.setPen(theme.color("border"))
                painter.drawRect(at.adjusted(0.5, 0.5, -0.5, -0.5))


def framed(digits: ByteArray) -> ByteArray:
    """Return digits (n, side, side) with a margin up to LEAST_SIDE, so that both rows match.

    Pictures need none.
    """
    if digits.ndim == 4:
        return digits
    margin = max(0, (LEAST_SIDE - digits.shape[-1]) // 2)
    return np.ascontiguousarray(np.pad(digits, ((0, 0), (margin, margin), (margin, margin))))


def picture_shape_of(config: TrainingConfig) -> tuple[int, ...] | None:
    """Return the shape of the pictures that a training's network sees; None if it sees ink."""
    if config.data.sees == "ink":
        return None
    try:
        return chosen_architecture(config).picture_shape
    except BadInput:
        return None  # the start of the training says why


class _Range(QWidget):
    """One range: a slider for a quick choice, a spin box for an exact one."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.number = make_number(field)
        self.number.setObjectName(f"number-{field.name}")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName(f"slider-{field.name}")
        self.slider.setRange(0, round((field.high - field.low) / self._unit))
        explain(self.slider, self.number.accessibleName(), self.number.toolTip())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.number)

    @property
    def _unit(self) -> float:
        """Value of one place of the slider, finer than a step of the arrows."""
        return 1.0 if not self.field.decimals else self.field.step / 5

    def slid(self, place: int) -> float:
        """Return the value at a place of the slider."""
        return round(self.field.low + place * self._unit, 6)

    def show_value(self, value: float) -> None:
        """Show a value without emitting that it was chosen."""
        set_quietly(self.number, value)
        blocker = QSignalBlocker(self.slider)
        self.slider.setValue(round((value - self.field.low) / self._unit))
        del blocker


class AugmentationBox(QGroupBox):
    """All ranges of the augmentation, and a preview."""

    def __init__(self, form: TrainingForm, training: TrainingSession) -> None:
        super().__init__(QCoreApplication.translate("TrainingField", "Image augmentation"))
        self._form, self._training = form, training
        self._seed = 0
        self._asked: object = None  # the newest request for a preview
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(ASK_AFTER_MS)
        self._asking.timeout.connect(self.ask)
        self.on = QCheckBox(self.tr("Image augmentation"))
        self.on.setObjectName("augmentation-on")
        explain(
            self.on,
            self.tr("Image augmentation"),
            self.tr(
                "Alters each digit slightly every time it is seen, so that the network learns "
                "what matters. Can be changed during training."
            ),
        )
        self.strip = PreviewStrip()
        self.again = QPushButton(self.tr("Other di&gits"))
        self.again.setObjectName("augmentation-again")
        explain(
            self.again, self.tr("Other digits"), self.tr("Preview other digits, chosen at random.")
        )
        self.ranges = {field.name: _Range(field) for field in AUGMENTATION_FIELDS}
        self._lay_out()
        self._connect()
        self.show_form()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.on)
        head.addStretch(1)
        head.addWidget(self.again)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, part in enumerate(self.ranges.values()):
            label = quiet_label(field_text(part.field.title), part.number)
            grid.addWidget(label, row, 0)
            grid.addWidget(part, row, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.strip)
        layout.addLayout(grid)

    def _connect(self) -> None:
        for name, part in self.ranges.items():
            part.slider.valueChanged.connect(partial(self._slide, name))
            part.number.valueChanged.connect(partial(self._form.set_augmentation, name))
        self.on.clicked.connect(self._switch)
        self.again.clicked.connect(self._shuffle)
        self._form.changed.connect(self.show_form)
        self._training.previewed.connect(self.strip.show_digits)
        self._training.preview_failed.connect(self.strip.show_trouble)

    def _slide(self, name: str, place: int) -> None:
        self._form.set_augmentation(name, self.ranges[name].slid(place))

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        self._form.set(image_augmentation=ImageAugmentation() if on else None)

    @Slot()
    def show_form(self) -> None:
        """Show the form's present ranges, and ask for a preview of them soon."""
        ranges = self._form.config.learning.image_augmentation
        self.on.setChecked(ranges is not None)
        for name, part in self.ranges.items():
            part.setEnabled(ranges is not None)
            if ranges is not None:
                part.show_value(getattr(ranges, name))
        if self.isVisible() and not self._asking.isActive():
            self._asking.start()

    @Slot()
    def _shuffle(self) -> None:
        self._seed += 1
        self.ask()

    @Slot()
    def ask(self) -> None:
        """Request a preview of the form's augmentation, unless it was the last one requested."""
        config = self._form.config
        ranges, shape = config.learning.image_augmentation, picture_shape_of(config)
        question = (config.data.sources[0], ranges, self._seed, shape)
        if question != self._asked or not self.strip.rows:
            self._asked = question
            self._training.preview(*question)
