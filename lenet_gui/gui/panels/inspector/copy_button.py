"""The button that copies an arithmetic: as text, as a table, for LaTeX, or as a picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from lenet_gui.engine.explaining.arithmetic import Arithmetic, SharedWeight
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.panels.inspector.sheet import ArithmeticSheet
from lenet_gui.gui.widgets.form_parts import explain
from lenet_gui.gui.widgets.widget_pictures import image_of, svg_of
from lenet_gui.gui.wording.arithmetic_exports import (
    arithmetic_csv,
    arithmetic_latex,
    arithmetic_text,
)
from lenet_gui.gui.wording.arithmetic_words import place_words

COPY_WIDTH = 700  # pixels of a copied picture, in which all numbers fit

Copied = Callable[[], tuple[Arithmetic | None, Recognizer]]


class CopyButton(QToolButton):
    """Opens a menu of forms. copied: returns what is copied, and the network that it is of."""

    def __init__(self, copied: Copied, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copied = copied
        self.setObjectName("inspector-copy")
        self.setText(self.tr("Copy"))
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        explain(self, self.tr("Copy"), self.tr("Copy this arithmetic to the clipboard"))
        menu = QMenu(self)
        for title, command in (
            (self.tr("As &text"), self.copy_text),
            (self.tr("As &CSV"), self.copy_csv),
            (self.tr("As &LaTeX"), self.copy_latex),
            (self.tr("As a &picture (PNG)"), self.copy_png),
            (self.tr("As a &drawing (SVG)"), self.copy_svg),
        ):
            menu.addAction(title).triggered.connect(command)
        self.setMenu(menu)

    @Slot()
    def copy_text(self) -> None:
        """Copy the arithmetic as lines of text."""
        found, recognizer = self._copied()
        if found is not None:
            QGuiApplication.clipboard().setText(arithmetic_text(found, recognizer))

    @Slot()
    def copy_csv(self) -> None:
        """Copy the arithmetic as a table."""
        found, _ = self._copied()
        if found is not None:
            QGuiApplication.clipboard().setText(arithmetic_csv(found))

    @Slot()
    def copy_latex(self) -> None:
        """Copy the arithmetic for LaTeX."""
        found, _ = self._copied()
        if found is not None:
            QGuiApplication.clipboard().setText(arithmetic_latex(found))

    @Slot()
    def copy_png(self) -> None:
        """Copy the arithmetic as an image, all of it."""
        sheet = self._sheet()
        if sheet is not None:
            QGuiApplication.clipboard().setImage(image_of(sheet))

    @Slot()
    def copy_svg(self) -> None:
        """Copy the arithmetic as a drawing, all of it."""
        sheet = self._sheet()
        if sheet is not None:
            svg, data = svg_of(sheet), QMimeData()
            data.setData("image/svg+xml", QByteArray(svg))
            data.setText(svg.decode())
            QGuiApplication.clipboard().setMimeData(data)

    def _sheet(self) -> ArithmeticSheet | None:
        """Return all that is shown, unscrolled, on a sheet of its own."""
        found, recognizer = self._copied()
        if found is None:
            return None
        sheet = ArithmeticSheet()
        place = found.place if isinstance(found, SharedWeight) else found.unit
        sheet.setAccessibleName(place_words(place, recognizer))
        sheet.setFont(self.font())
        sheet.show_arithmetic(found, recognizer)
        sheet.fit_all(COPY_WIDTH)
        return sheet
