"""Fields for numbers: what is typed becomes that number or is refused, with a sentence beside it.

Qt's own fields drop what they do not understand: 0,001 becomes 1 and 1:30 becomes 130.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPoint, Qt, QTimer
from PySide6.QtGui import QPalette, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QFrame

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.number_text import number_of
from lenet_gui.gui.widgets.plain_text import PlainLabel

REFUSAL_NAME = "number-refused"
REFUSAL_WIDTH, REFUSAL_MARGIN = 280, 6  # pixels
REFUSAL_SHOWN_MS = 12_000  # time to read two sentences at leisure
SHOWN_DIGITS = 15  # of a number with decimals: all that it has
ROUNDING = 1e-9  # relative; numbers with decimals are not exact in binary
_OUTSIDE = QT_TRANSLATE_NOOP("BadInput", "Enter a number from {low} to {high}.")
_TOO_FINE = QT_TRANSLATE_NOOP(
    "BadInput", "“{text}” has too many decimals; at most {most} are possible."
)
_UNCHANGED = QT_TRANSLATE_NOOP("BadInput", "{why} The value is still {value}.")


class Refusal(PlainLabel):
    """A note at a field that says why its text was refused; it leaves when typing goes on."""

    def __init__(self, field: QAbstractSpinBox) -> None:
        super().__init__("", field.window())
        self.setObjectName(REFUSAL_NAME)
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.Box)
        self.setMargin(REFUSAL_MARGIN)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._field = field
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(REFUSAL_SHOWN_MS)
        self._leaving.timeout.connect(self.hide)
        field.lineEdit().textEdited.connect(self.hide)
        field.destroyed.connect(self.deleteLater)

    def tell(self, text: str) -> None:
        """Show a text below the field, or above it where there is no room."""
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.setText(text)
        width = min(REFUSAL_WIDTH, window.width())
        height = self.heightForWidth(width)
        corner = self._field.mapTo(window, QPoint(0, self._field.height()))
        x = max(0, min(corner.x(), window.width() - width))
        above = corner.y() + height > window.height()
        y = corner.y() - self._field.height() - height if above else corner.y()
        self.setGeometry(x, max(0, y), width, height)
        self.show()
        self.raise_()
        self._leaving.start()


class NumberField(QDoubleSpinBox):
    """A field for one number; without decimals it holds whole numbers."""

    def __init__(
        self, low: float, high: float, decimals: int = 0, step: float = 1.0, time: bool = False
    ) -> None:
        """step: of the arrows; 0 for a tenth of the value. time: minutes:seconds are understood."""
        super().__init__()
        self._time = time
        self._refusal: Refusal | None = None
        self.setKeyboardTracking(False)
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        if not step:
            self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)

    @property
    def number(self) -> int | float:
        """The value, as an integer if the field has no decimals."""
        return self.value() if self.decimals() else round(self.value())

    def _read(self, text: str) -> float:
        """Return the number of a text. Raises BadInput if this field cannot have it."""
        number = number_of(text, not self.decimals(), self._time)
        if not self.minimum() <= number <= self.maximum():
            low, high = self.textFromValue(self.minimum()), self.textFromValue(self.maximum())
            raise BadInput(_OUTSIDE, low=low, high=high)
        if abs(number - round(number, self.decimals())) > abs(number) * ROUNDING:
            raise BadInput(_TOO_FINE, text=text.strip(), most=self.decimals())
        return number

    # ---- what Qt asks

    def textFromValue(self, value: float) -> str:
        locale = self.locale()
        if not self.decimals():
            return locale.toString(round(value))
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(value, "g", SHOWN_DIGITS)

    def valueFromText(self, text: str) -> float:
        return self._read(text)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; only a number of this field is acceptable in the end."""
        try:
            self._read(text)
        except BadInput:
            return QValidator.State.Intermediate, text, place
        return QValidator.State.Acceptable, text, place

    def fixup(self, text: str) -> str:
        """Say why a text is refused; Qt asks this before it puts the value back."""
        try:
            self._read(text)
        except BadInput as error:
            value = self.textFromValue(self.value())
            if self._refusal is None:
                self._refusal = Refusal(self)
            self._refusal.tell(sentence(BadInput(_UNCHANGED, why=error, value=value)))
        return text
