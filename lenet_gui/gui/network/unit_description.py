"""Tells screen readers the unit of the network that is selected, and its activation."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from lenet_gui.gui.session.session import Session
from lenet_gui.gui.wording.recognition_words import delta_text, unit_text, unit_value


class UnitDescription(QObject):
    """Describes the unit that is pointed at, in place of the widget as a whole.

    It does so only while assistive technology listens, since units may change with each event of
    the mouse.
    """

    def __init__(self, session: Session, widget: QWidget) -> None:
        super().__init__(widget)
        self._session, self._widget = session, widget
        self._whole = widget.accessibleDescription()
        session.unit_pointed.connect(self._describe)
        session.recognized.connect(self._describe)

    @Slot()
    def _describe(self) -> None:
        if not QAccessible.isActive():
            return
        unit, recognizer = self._session.unit, self._session.recognizer
        text = self._whole
        if unit is not None:
            value = unit_value(recognizer, self._session.recognition, unit)
            names, coloured = recognizer.checkpoint.class_names, recognizer.architecture.coloured
            text = unit_text(unit, value, names, coloured)
            text += delta_text(unit, self._session.gradients)
        if text != self._widget.accessibleDescription():
            self._widget.setAccessibleDescription(text)
