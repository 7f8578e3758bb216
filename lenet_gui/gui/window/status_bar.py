"""The status bar: messages, the unit that is pointed at, who reads, and how long that takes.

Each has a place of its own: a message hides nothing.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QLocale, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QStyle, QStyleOption, QWidget

from lenet_gui.common.values import Unit, WeightPlace
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.elided_label import ElidedLabel, FittingLabel, elided
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.wording.recognition_words import delta_text, unit_text, unit_value
from lenet_gui.gui.wording.weight_words import weight_text

WIDEST = 260  # pixels of a network's name
INDENT, GAP = 6, 14  # pixels to the left of a message, and between the others
MOST_OF_UNIT, MOST_OF_READING = 0.36, 0.34  # of the width: the rest is for messages
WIDEST_CLASS = 24  # letters of a class name
TEXT_INTERVAL_MS = 200  # between two changes of the texts, so that they can be read


class StatusBar(QStatusBar):
    """Follows the session; measures the time from the pen to the painted network panel."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pen_to_screen: float | None = None
        self.unit, self.reading = ElidedLabel(), FittingLabel()
        self.unit.setObjectName("unit")
        self.reading.setObjectName("reading")
        for label, right in ((self.unit, 0), (self.reading, INDENT)):  # of a full screen's edge
            label.setContentsMargins(GAP, 0, right, 0)
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            self.addPermanentWidget(label)  # Qt hides others while there is a message
        self.messageChanged.connect(self._show_message)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TEXT_INTERVAL_MS)
        self._timer.timeout.connect(self._show_texts)
        session.recognized.connect(self._soon)
        session.unit_pointed.connect(self._show_unit)
        session.gradients_changed.connect(self._show_unit)
        session.shown.connect(self._stop_clock)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.unit.setMaximumWidth(int(self.width() * MOST_OF_UNIT))
        self.reading.setMaximumWidth(int(self.width() * MOST_OF_READING))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.unit.setMinimumWidth(0)

    # ---- messages

    def message_room(self) -> QRect:
        """Return the place of messages."""
        return self.rect().adjusted(INDENT, 0, self.unit.x() - self.width() - INDENT, 0)

    @Slot(str)
    def _show_message(self, text: str) -> None:
        self.setToolTip(inert(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the message; one that is too long ends in …, and is whole in the tool tip."""
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        panel = QStyle.PrimitiveElement.PE_PanelStatusBar
        self.style().drawPrimitive(panel, option, painter, self)
        room = self.message_room()
        text = elided(self.currentMessage(), self.fontMetrics(), room.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    # ---- what the session says

    @Slot()
    def retranslate(self) -> None:
        """Say the texts in the language that is in use now."""
        self.unit.setMinimumWidth(0)
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
            self.reading.set_ways((name,))
            self._show_unit()
            return
        read = number(recognition.milliseconds, "f", 1)
        ways = [name, self.tr("{0} · read in {1} ms").format(name, read)]
        if self._pen_to_screen is not None:
            pen = self.tr(" · pen to screen {0} ms").format(number(self._pen_to_screen, "f", 0))
            ways.append(ways[-1] + pen)
        self.reading.set_ways(ways[::-1])
        self._show_unit()

    @Slot()
    def _show_unit(self) -> None:
        place = self._session.looked_at
        text = "" if place is None else self._words(place)
        if place is not None and place == self._session.pins.pinned:
            text = self.tr("{0} · pinned").format(text)
        self.unit.setText(text)
        # Its place stays, so that a message beside it does not move with the pointer.
        width = max(self.unit.minimumWidth(), self.unit.sizeHint().width())
        self.unit.setMinimumWidth(min(width, self.unit.maximumWidth()))

    def _words(self, place: Unit | WeightPlace) -> str:
        """Return the name and the value of a unit or a weight."""
        recognizer = self._session.recognizer
        if isinstance(place, WeightPlace):
            return weight_text(place, recognizer)
        value = unit_value(recognizer, self._session.recognition, place)
        names = list(recognizer.checkpoint.class_names)
        if place.layer == "OUTPUT":  # the value is seen however long the name is
            most = WIDEST_CLASS * self.fontMetrics().averageCharWidth()
            names[place.map] = elided(names[place.map], self.fontMetrics(), most)
        text = unit_text(place, value, tuple(names), recognizer.architecture.coloured)
        return text + delta_text(place, self._session.gradients)
