"""What is drawn and which checkpoint reads it: the one object that panels listen to."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from lenet_gui.engine.readers import load_reader
from lenet_gui.engine.recognizer import Recognizer
from lenet_gui.engine.strokes import PEN_WIDTH, READING_SCALE, Raster
from lenet_gui.gui.ink import InkFollower, LiveStroke
from lenet_gui.values import Drawing, Recognition


class Session(QObject):
    """The drawing with its history, the reader, and the reading of the one by the other.

    Signals carry frozen values. A reading starts when the event queue is drained, and the last
    ink is always read: ``recognition`` belongs to what is on the page as soon as the event
    loop is idle.
    """

    inked = Signal()  # the live stroke has grown
    drawing_changed = Signal(object)  # Drawing
    recognized = Signal(object)  # Recognition
    reader_changed = Signal(object)  # Recognizer

    def __init__(self, reader: Recognizer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reader = reader
        self.drawing = Drawing()
        self.live: LiveStroke | None = None
        self.pen_width = PEN_WIDTH
        self.undo_stack = QUndoStack(self)
        self._start = 0.0
        self._page = InkFollower(Raster.of_page(self.drawing.size, READING_SCALE))
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(0)
        self._reading.setTimerType(Qt.TimerType.PreciseTimer)
        self._reading.timeout.connect(self._read)
        self.recognition: Recognition = reader.recognize(self._page.raster.picture())

    def begin_stroke(self, x: float, y: float, pressure: float = math.nan) -> None:
        """A pointer went down at (x, y) of the page."""
        self.end_stroke()
        if not self.drawing.strokes:
            self._start = time.monotonic()
        self.live = LiveStroke(self.pen_width)
        self.extend_stroke(x, y, pressure)

    def extend_stroke(self, x: float, y: float, pressure: float = math.nan) -> None:
        """The pointer that is down moved to (x, y)."""
        if self.live is None:
            return
        self.live.append(x, y, pressure, round((time.monotonic() - self._start) * 1000))
        self.inked.emit()
        self._reading.start()

    def end_stroke(self) -> None:
        """The pointer went up: the stroke becomes part of the drawing."""
        if self.live is None:
            return
        stroke, self.live = self.live.stroke(), None
        after = Drawing((*self.drawing.strokes, stroke), self.drawing.size)
        self._do(self.tr("Draw a stroke"), after)

    def drop_stroke(self) -> None:
        """Forget the stroke that is being drawn."""
        if self.live is not None:
            self.live = None
            self._show(self.drawing)

    @Slot()
    def clear(self) -> None:
        """Empty the page; can be undone."""
        self.drop_stroke()
        if self.drawing.strokes:
            self._do(self.tr("Clear"), Drawing((), self.drawing.size))

    def replace_drawing(self, drawing: Drawing, text: str) -> None:
        """Put another drawing onto the page; can be undone. ``text`` names it in the menu."""
        self.drop_stroke()
        self._do(text, drawing)

    def use_reader(self, name: str) -> None:
        """Read with another network from now on. Raises BadInput if there is none."""
        if name == self.reader.name:
            return
        self.reader = load_reader(name)
        self.reader_changed.emit(self.reader)
        self._read()

    def _do(self, text: str, after: Drawing) -> None:
        self.undo_stack.push(_Change(self, text, self.drawing, after))

    def _show(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.drawing_changed.emit(drawing)
        self._reading.start()

    @Slot()
    def _read(self) -> None:
        self._reading.stop()
        self._page.follow(self.drawing.strokes, self.live)
        self.recognition = self.reader.recognize(self._page.raster.picture())
        self.recognized.emit(self.recognition)


class _Change(QUndoCommand):
    """One drawing in place of another: both are values, so undo is showing the former."""

    def __init__(self, session: Session, text: str, before: Drawing, after: Drawing) -> None:
        super().__init__(text)
        self._session, self._before, self._after = session, before, after

    def redo(self) -> None:
        self._session._show(self._after)

    def undo(self) -> None:
        self._session.drop_stroke()
        self._session._show(self._before)
