"""Small parts of forms: labels, buttons, a thin progress bar, and the help of a control."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.plain_text import PlainLabel, describe
from lenet_gui.gui.wording.phrases import plain

THIN_BAR_HEIGHT = 6.0  # pixels


def explain(widget: QWidget, name: str, tip: str) -> None:
    """Set a widget's name for screen readers, and its tool tip, status tip and What's This."""
    describe(widget, tip)
    widget.setAccessibleName(name)


def explain_button(button: QPushButton, tip: str) -> None:
    """Set the help of a button, named by its text."""
    explain(button, plain(button.text()), tip)


def make_button(object_name: str, text: str, tip: str) -> QPushButton:
    """Return a button that Enter presses only while it has the focus."""
    made = QPushButton(text)
    made.setObjectName(object_name)
    made.setAutoDefault(False)
    explain_button(made, tip)
    return made


def quiet_label(text: str = "", buddy: QWidget | None = None) -> QLabel:
    """Return a label in a quiet colour. buddy: the widget that its letter focuses."""
    label = PlainLabel(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    if buddy is not None:
        label.setBuddy(buddy)
    return label


def wrapped_label(object_name: str, text: str = "") -> QLabel:
    """Return a label whose text takes as many lines as it needs."""
    made = PlainLabel(text)
    made.setObjectName(object_name)
    made.setWordWrap(True)
    return made


class ThinBar(QProgressBar):
    """A progress bar as a thin line, in thousandths and without text."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 1000)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(120, 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, (self.height() - THIN_BAR_HEIGHT) / 2, self.width(), THIN_BAR_HEIGHT)
        painter.setBrush(theme.color("border"))
        painter.drawRoundedRect(whole, THIN_BAR_HEIGHT / 2, THIN_BAR_HEIGHT / 2)
        done = self.value() / max(self.maximum(), 1) * self.width()
        if done > 0:
            painter.setBrush(theme.color("accent"))
            whole.setWidth(max(done, THIN_BAR_HEIGHT))
            painter.drawRoundedRect(whole, THIN_BAR_HEIGHT / 2, THIN_BAR_HEIGHT / 2)
