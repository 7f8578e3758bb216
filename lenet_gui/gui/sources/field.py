"""The source of fields: what goes straight to the network's input, without normalization."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.printable import visible
from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.explaining.made_fields import (
    StripeDirection,
    impulse_field,
    noise_field,
    stripe_field,
)
from lenet_gui.engine.recognition.as_it_is import field_picture
from lenet_gui.gui.drawing.blank_page import PAGE_MARGIN
from lenet_gui.gui.drawing.field_view import FieldView
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.widgets.form_parts import explain, make_button, wrapped_label
from lenet_gui.gui.widgets.number_field import NumberField
from lenet_gui.gui.widgets.plain_text import PlainLabel
from lenet_gui.gui.wording.phrases import plain

NOISE, IMPULSE, STRIPES, EMPTY, IMAGE = range(5)
DIRECTIONS: tuple[StripeDirection, ...] = ("vertical", "horizontal", "rising", "falling")
FIRST_PERIOD = 4


class FieldSource(QWidget):
    """A choice of fields, the controls of the chosen one, and the field itself.

    While it is seen, the session reads its field in place of the page.
    """

    failed = Signal(object)  # the error

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._seed = 0
        self._rgb: ByteArray | None = None  # of the image that was opened
        self._picture: Picture | None = None
        self._background = Background(self)
        self.kind = QComboBox()
        self.kind.setObjectName("field-kind")
        self.kind.addItems(self.tr("Noise|Impulse|Stripes|Empty|Image").split("|"))
        self.kind.setCurrentIndex(IMPULSE)
        explain(self.kind, self.tr("Kind of field"), self.tr("What goes into the network's input"))
        self.controls = QStackedWidget()
        pages = (
            self._noise(), self._impulse(), self._stripes(), QWidget(), self._image(),
        )  # fmt: skip
        for page in pages:
            self.controls.addWidget(page)
        self.view = FieldView(session)
        explain(self.view, self.tr("Field"), self.tr("What the network reads, value by value"))
        self.note = wrapped_label("field-note")
        bar = QHBoxLayout()
        bar.addWidget(self.kind)
        bar.addWidget(self.controls, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        layout.setSpacing(6)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.note)
        self.setWhatsThis(
            self.tr(
                "Puts a field straight into the network's input: nothing is normalised, and no "
                "answer is declined. So it shows how the layers answer to a single point, to "
                "stripes or to noise."
            )
        )
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.view.placed.connect(self._put_impulse)
        session.network_changed.connect(self._fit)
        self._fit()
        self._centre()
        self._show_kind()

    # ---- controls

    def _noise(self) -> QWidget:
        self.another = make_button(
            "field-another", self.tr("&Another"), self.tr("Draw other random values")
        )
        self.another.clicked.connect(self._draw_noise)
        return _row(self.another)

    def _impulse(self) -> QWidget:
        self.row, self.column = (NumberField(0, 31), NumberField(0, 31))
        for field, name, title in (
            (self.row, "field-row", self.tr("Row")),
            (self.column, "field-column", self.tr("Column")),
        ):
            field.setObjectName(name)
            explain(field, title, self.tr("Place of the point: click it, or move it by arrow keys"))
            field.valueChanged.connect(self._refresh)
        return _row(
            PlainLabel(self.tr("Row")), self.row, PlainLabel(self.tr("Column")), self.column
        )

    def _stripes(self) -> QWidget:
        self.period = NumberField(2, 32)
        self.period.setObjectName("field-period")
        self.period.setValue(FIRST_PERIOD)
        explain(self.period, self.tr("Period"), self.tr("Pixels from one stripe to the next"))
        self.period.valueChanged.connect(self._refresh)
        self.direction = QComboBox()
        self.direction.setObjectName("field-direction")
        self.direction.addItems(self.tr("Vertical|Horizontal|Rising|Falling").split("|"))
        explain(self.direction, self.tr("Direction"), self.tr("Direction of the stripes"))
        self.direction.currentIndexChanged.connect(self._refresh)
        return _row(self.period, self.direction)

    def _image(self) -> QWidget:
        self.open = make_button(
            "field-open", self.tr("&Open …"), self.tr("Open an image, which is only resized")
        )
        self.open.clicked.connect(self._choose_file)
        self.inverted = QCheckBox(self.tr("&Dark is ink"))
        self.inverted.setObjectName("field-inverted")
        tip = self.tr("Invert the image: otherwise light is ink, as in MNIST's images")
        explain(self.inverted, plain(self.inverted.text()), tip)
        self.inverted.toggled.connect(self._refresh)
        self.name = ElidedLabel()
        self.name.setObjectName("field-name")
        return _row(self.open, self.inverted, self.name)

    # ---- what goes to the input

    def field(self) -> ByteArray:
        """Return the values of the chosen field, uint8: (side, side), or an image's colours."""
        kind, side = self.kind.currentIndex(), self._side
        if kind == NOISE:
            return noise_field(side, self._seed)
        if kind == IMPULSE:
            return impulse_field(side, round(self.row.value()), round(self.column.value()))
        if kind == STRIPES:
            direction = DIRECTIONS[self.direction.currentIndex()]
            return stripe_field(side, round(self.period.value()), direction)
        if kind == IMAGE and self._rgb is not None:
            return ~self._rgb if self.inverted.isChecked() else self._rgb
        return np.zeros((side, side), np.uint8)

    @property
    def _side(self) -> int:
        return self._session.recognizer.architecture.input_shape[1]

    @Slot()
    def _refresh(self) -> None:
        impulse = self.kind.currentIndex() == IMPULSE
        here = (round(self.row.value()), round(self.column.value()))
        self.view.point = here if impulse else None
        before, self._picture = self._picture, field_picture(self.field())
        if before is not None and self._session.watched is before:
            self._session.watch(self._picture)

    @Slot()
    def _show_kind(self) -> None:
        self.controls.setCurrentIndex(self.kind.currentIndex())
        notes = {
            IMPULSE: self.tr("Click the field, or move the point with the arrow keys."),
            IMAGE: self.tr("Only resized, whatever its proportions."),
        }
        always = self.tr("Goes into the input as it is: not normalised, never declined.")
        self.note.setText(f"{always} {notes.get(self.kind.currentIndex(), '')}".strip())
        self._refresh()

    @Slot()
    def _fit(self) -> None:
        """Fit places and periods to the side of the network's input."""
        for number, most in ((self.row, 1), (self.column, 1), (self.period, 0)):
            with QSignalBlocker(number):  # the field is made once all of them fit
                number.setMaximum(self._side - most)
        self._refresh()

    def _centre(self) -> None:
        for number in (self.row, self.column):
            number.setValue(self._side // 2)

    @Slot()
    def _draw_noise(self) -> None:
        self._seed += 1
        self._refresh()

    @Slot(int, int)
    def _put_impulse(self, row: int, column: int) -> None:
        self.row.setValue(row)
        self.column.setValue(column)

    # ---- an image

    @Slot()
    def _choose_file(self) -> None:
        from lenet_gui.engine.storage.file_kinds import IMAGE as IMAGE_KIND
        from lenet_gui.gui.widgets.file_choice import choose_file

        folder = self._settings.text("folder", "")
        path = choose_file(self, self.tr("Open an image"), folder, (IMAGE_KIND,))
        if path is not None:
            self._settings.store("folder", str(path.absolute().parent))
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read an image in the background, and put it to the input."""
        done = partial(self._show_image, visible(path.name))
        self._background.start(partial(_colours, path), done, self.failed.emit)

    def _show_image(self, name: str, rgb: ByteArray) -> None:
        self._rgb = rgb
        self.name.set_name(name)
        self.kind.setCurrentIndex(IMAGE)
        self._refresh()

    # ---- coming and going

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.view.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        self._session.watch(self._picture)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._session.watched is self._picture:
            self._session.watch(None)  # else another source is watched by now

    def take_over(self, former: FieldSource) -> None:
        """Take the chosen field over from a former source, in another language."""
        self._seed, self._rgb = former._seed, former._rgb
        self.name.set_name(former.name.text())
        for own, other in (
            (self.row, former.row), (self.column, former.column), (self.period, former.period),
        ):  # fmt: skip
            own.setValue(other.value())
        self.direction.setCurrentIndex(former.direction.currentIndex())
        self.inverted.setChecked(former.inverted.isChecked())
        self.kind.setCurrentIndex(former.kind.currentIndex())
        self._refresh()


def _row(*widgets: QWidget) -> QWidget:
    """Return widgets side by side, at the left."""
    page = QWidget()
    layout = QHBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return page


def _colours(path: Path) -> ByteArray:
    """Read the colours of an image, uint8 (rows, columns, 3). Raises BadInput if that fails."""
    from lenet_gui.engine.ink.image_files import read_colours

    return read_colours(path)
