"""The status bar: the unit that is pointed at, who reads, and how long that takes."""

from __future__ import annotations

import time

from PySide6.QtCore import QLocale, QTimer, Slot
from PySide6.QtWidgets import QStatusBar, QWidget

from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.widgets.plain_text import PlainLabel
from lenet_gui.gui.wording.recognition_words import unit_text, unit_value

WIDEST = 260  # pixels of a network's name
INDENT = 4  # pixels, as Qt indents its own messages
TEXT_INTERVAL_MS = 200  # between two changes of the texts, so that they can be read


class StatusBar(QStatusBar):
    """Follows the session; measures the time from the pen to the painted network panel."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pen_to_screen: float | None = None
        self.unit, self.reading = PlainLabel(), PlainLabel()
        self.unit.setObjectName("unit")
        self.reading.setObjectName("reading")
        self.unit.setContentsMargins(INDENT, 0, 0, 0)  # where Qt puts its messages
        self.reading.setContentsMargins(0, 0, INDENT, 0)
        self.addWidget(self.unit)
        self.addPermanentWidget(self.reading)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TEXT_INTERVAL_MS)
        self._timer.timeout.connect(self._show_texts)
        session.recognized.connect(self._soon)
        session.unit_pointed.connect(self._show_unit)
        session.shown.connect(self._stop_clock)

    @Slot()
    def retranslate(self) -> None:
        """Say the texts in the language that is in use now."""
        self._show_texts()

    @Slot()
    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _stop_clock(self) -> None:
        if self._session.inked_at:
            self._pen_to_screen = (time.perf_counter() - self._session.inked_at) * 1000
            self._session.inked_at = 0.0

    @Slot()
    def _show_texts(self) -> None:
        recognition = self._session.recognition
        number, name = QLocale().toString, elided(recognition.network, self.fontMetrics(), WIDEST)
        if recognition.reason == "blank":  # nothing was read, so nothing was timed
            self.reading.setText(name)
            self._show_unit()
            return
        text = self.tr("{0} · read in {1} ms").format(
            name, number(recognition.milliseconds, "f", 1)
        )
        if self._pen_to_screen is not None:
            text += self.tr(" · pen to screen {0} ms").format(number(self._pen_to_screen, "f", 0))
        self.reading.setText(text)
        self._show_unit()

    @Slot()
    def _show_unit(self) -> None:
        unit, recognizer = self._session.unit, self._session.recognizer
        if unit is None:
            self.unit.setText("")
        else:
            value = unit_value(recognizer, self._session.recognition, unit)
            self.unit.setText(unit_text(unit, value, recognizer.checkpoint.class_names))
