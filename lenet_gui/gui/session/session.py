"""The drawing and the network that reads it: the one object that all panels listen to."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import (
    BLACK,
    Colour,
    Drawing,
    FloatArray,
    Picture,
    Recognition,
    RejectRule,
    Unit,
)
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.ink.history import MAX_STATES, History
from lenet_gui.engine.ink.rasterizer import PEN_WIDTH, touched_by
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.side_by_side import told_apart
from lenet_gui.gui.session.live_ink import LiveStroke
from lenet_gui.gui.session.page_picture import PagePicture
from lenet_gui.gui.session.pins import Pinned, Pins
from lenet_gui.gui.session.undo import (
    Change,
    added,
    fill,
    history_of,
    joined,
    retranslate_changes,
)
from lenet_gui.gui.wording.phrases import Phrase

MOST_UNDONE = MAX_STATES - 1  # changes that can be undone; some hold a picture, so memory is finite
NARROWEST_PEN, WIDEST_PEN = 8.0, 120.0  # pen widths in page units
_DRAW = Phrase("Session", QT_TRANSLATE_NOOP("Session", "Draw a stroke"))
_ERASE = Phrase("Session", QT_TRANSLATE_NOOP("Session", "Erase"))
_RESTORE = Phrase("Session", QT_TRANSLATE_NOOP("Session", "Restore"))


class Session(QObject):
    """The drawing with its history, the recognizer, and what it reads in the drawing.

    Signals carry frozen values. A recognition starts when the event queue is drained, and the last
    ink is always read: as soon as the event loop is idle, ``recognition`` belongs to what is on the
    page.
    """

    inked = Signal()  # the live stroke has changed
    drawing_changed = Signal(object)  # Drawing
    recognized = Signal(object)  # Recognition
    network_changed = Signal(object)  # Recognizer
    rule_changed = Signal(object)  # RejectRule, or None: by which the network refuses from now on
    weights_changed = Signal(object)  # Recognizer: the same network, which has learned
    pen_changed = Signal(float)  # width in page units
    pen_colour_changed = Signal(object)  # Colour
    eraser_changed = Signal(bool)
    gradients_changed = Signal()  # those that are shown in place of activations
    unit_pointed = Signal(object)  # Unit, WeightPlace or None: what is looked at has changed
    layer_asked = Signal(str)  # its name: its heading was clicked
    shown = Signal()  # a recognition was painted

    def __init__(self, recognizer: Recognizer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recognizer = recognizer
        self.drawing = Drawing()
        self.live: LiveStroke | None = None
        self.pen_width = PEN_WIDTH
        self.pen_colour = BLACK
        self.erasing = False  # the pen erases strokes
        self.gradients: Mapping[str, FloatArray] = {}  # of layers, shown in place of activations
        self._pointed: Pinned | None = None
        self.pins = Pins(self)
        self.pins.changed.connect(self._tell_unit)
        self.watched: Picture | None = None  # is read in place of the page
        self.silent = False  # what is read is not announced
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_UNDONE)
        self.inked_at = 0.0  # time.perf_counter() of the last point of a pointer
        self._before_erasing: Drawing | None = None
        self._filling = False  # the stack is being filled, and the page must not follow
        self._start = 0.0
        self._page = PagePicture(self.drawing.size)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(0)
        self._reading.setTimerType(Qt.TimerType.PreciseTimer)
        self._reading.timeout.connect(self._read)
        self.recognition: Recognition = recognizer.recognize(self._picture())

    @Slot()
    def retranslate(self) -> None:
        """Name the changes that can be undone in the language that is in use now."""
        retranslate_changes(self.undo_stack)

    # ---- drawing

    def begin_stroke(self, x: float, y: float, pressure: float = math.nan) -> None:
        """Begin a stroke at (x, y), in page units: a pointer went down."""
        self.end_stroke()
        if self.drawing.empty:
            self._start = time.monotonic()
        self.live = LiveStroke(self.pen_width, self.pen_colour if self.paints else BLACK)
        self.extend_stroke(x, y, pressure)

    def extend_stroke(
        self, x: float, y: float, pressure: float = math.nan, straight_from: int | None = None
    ) -> None:
        """Add the point (x, y) to the stroke in progress; without one, do nothing.

        straight_from: how many points stay; all others are replaced by this one, so that the last
        segment is straight.
        """
        if self.live is None:
            return
        self.inked_at = time.perf_counter()
        now = round((time.monotonic() - self._start) * 1000)
        self.live.append(x, y, pressure, now, straight_from)
        self.inked.emit()
        self._reading.start()

    def end_stroke(self) -> None:
        """Make the stroke in progress part of the drawing: the pointer went up."""
        if self.live is not None:
            after = self._with(self.live)
            self.live = None
            self._do(_DRAW, after)

    def _with(self, live: LiveStroke) -> Drawing:
        return replace(self.drawing, strokes=(*self.drawing.strokes, live.stroke()))

    def drop_stroke(self) -> bool:
        """Discard the stroke in progress, or what is being erased. Return whether there was any."""
        if self.live is not None:
            self.live = None
            self._show(self.drawing)
            return True
        if self._before_erasing is not None:
            before, self._before_erasing = self._before_erasing, None
            self._show(before)
            return True
        return False

    def erase(self, x: float, y: float) -> None:
        """Remove the strokes under the eraser at (x, y); all until ``end_erasing`` is one undo."""
        if self._before_erasing is None:
            self._before_erasing = self.drawing
        strokes = self.drawing.strokes
        gone = set(touched_by(strokes, x, y, self.pen_width / 2))
        if gone:
            left = tuple(stroke for i, stroke in enumerate(strokes) if i not in gone)
            self._show(replace(self.drawing, strokes=left))

    def end_erasing(self) -> None:
        """Make undoable what was erased since the eraser went down."""
        before, self._before_erasing = self._before_erasing, None
        if before is not None and before is not self.drawing:
            self.undo_stack.push(Change(self._change, _ERASE, before, self.drawing))

    def finish(self) -> None:
        """End what the pointer has in hand, so that the drawing has all that is on the page."""
        self.end_stroke()
        self.end_erasing()

    @Slot()
    def clear(self) -> None:
        """Clear the page; can be undone."""
        self.drop_stroke()
        if not self.drawing.empty:
            clear = Phrase("Session", QT_TRANSLATE_NOOP("Session", "Clear"))
            self._do(clear, Drawing(size=self.drawing.size, paper=self.drawing.paper))

    def replace_drawing(self, drawing: Drawing, text: Phrase | str) -> None:
        """Put another drawing onto the page; can be undone. ``text`` names it in the menu."""
        self.drop_stroke()
        self._do(text, drawing)

    def name_drawing(self, file: str) -> None:
        """Note that the drawing as it is now lies in that file."""
        self.drawing = replace(self.drawing, file=file)
        self.drawing_changed.emit(self.drawing)

    def put_picture(self, picture: Picture, text: Phrase | str) -> None:
        """Put a picture onto the page in place of what is there; can be undone."""
        self.replace_drawing(Drawing(size=self.drawing.size, picture=picture), text)

    def watch(self, picture: Picture | None, silent: bool = False) -> None:
        """Read that picture in place of the page, which stays as it is; None: the page again.

        silent: neither title nor screen reader tells what is read.
        """
        if picture is not self.watched:
            self.watched, self.silent = picture, silent
            self._reading.start()

    def set_pen_width(self, width: float) -> None:
        """Width of the pen, and twice the reach of the eraser, in page units."""
        width = min(max(width, NARROWEST_PEN), WIDEST_PEN)
        if width != self.pen_width:
            self.pen_width = width
            self.pen_changed.emit(width)

    @property
    def paints(self) -> bool:
        """Whether the network sees pictures, so that the page is a painting."""
        return self.recognizer.architecture.sees == "picture"

    def set_pen_colour(self, colour: Colour) -> None:
        """Draw in that colour from now on, wherever the page is a painting."""
        if colour != self.pen_colour:
            self.pen_colour = colour
            self.pen_colour_changed.emit(colour)

    def set_erasing(self, erasing: bool) -> None:
        """Let the pen erase strokes instead of drawing them, or draw again."""
        if erasing != self.erasing:
            self.erasing = erasing
            self.eraser_changed.emit(erasing)

    # ---- all of it as a value

    def history(self) -> History:
        """Return the page with its undo history, as if the pointer were lifted now."""
        before = self._before_erasing
        history = history_of(self.undo_stack, self.drawing if before is None else before)
        if before is not None and before is not self.drawing:
            history = added(history, _ERASE, self.drawing)
        if self.live is not None:
            history = added(history, _DRAW, self._with(self.live))
        return history

    def restore(self, history: History) -> None:
        """Put a page with its undo history in place of this one, which can be undone.

        What is on the page now comes before it in the history.
        """
        self.finish()
        own = self.history()
        if not own.blank:
            history = joined(own, _RESTORE, history, MAX_STATES)
        self._filling = True
        try:
            fill(self.undo_stack, history, self._change)
        finally:
            self._filling = False
        self._show(history.states[history.index])

    # ---- reading

    def use_network(self, name: str) -> None:
        """Read with the network of that name from now on. Raises BadInput if there is none."""
        if name != self.recognizer.name:
            self.use(load_recognizer(name))

    def use(self, recognizer: Recognizer) -> None:
        """Read with that recognizer from now on; the page is read again at once."""
        self.recognizer = recognizer
        self.point_at(None)
        self.pins.keep_in(recognizer.architecture)
        self.recognition = self._recognized()
        self.network_changed.emit(recognizer)
        self.recognized.emit(self.recognition)

    def use_rule(self, rule: RejectRule | None) -> None:
        """Refuse by that rule from now on; it applies to what is on the page at once."""
        if rule != self.recognizer.rule:
            self.recognizer.rule = rule
            self.recognition = self._recognized()
            self.rule_changed.emit(rule)
            self.recognized.emit(self.recognition)

    def use_newer(self, recognizer: Recognizer) -> None:
        """Read with newer weights of the same network, which has learned meanwhile."""
        self.recognizer = recognizer
        self.recognition = self._recognized()
        self.weights_changed.emit(recognizer)
        self.recognized.emit(self.recognition)

    def show_gradients(self, gradients: Mapping[str, FloatArray]) -> None:
        """Show the derivatives of a loss in place of the activations of some layers.

        gradients: for the name of each layer an array of the shape of its activations; none: show
        activations again.
        """
        if gradients or self.gradients:
            self.gradients = gradients
            self.gradients_changed.emit()

    @property
    def looked_at(self) -> Pinned | None:
        """The unit or the weight pointed at, or else the pinned one."""
        return self.pins.pinned if self._pointed is None else self._pointed

    @property
    def unit(self) -> Unit | None:
        """The unit that is looked at; None if it is a weight, or nothing."""
        return self.looked_at if isinstance(self.looked_at, Unit) else None

    def point_at(self, place: Pinned | None) -> None:
        """Note the unit or the weight that the user points at, or None."""
        before, self._pointed = self.looked_at, place
        if self.looked_at != before:
            self._tell_unit()

    def let_go(self) -> bool:
        """Let go of what is pinned and pointed at, or else of gradients that are shown.

        Return whether there was any.
        """
        if self.pins.pinned is None and self._pointed is None:
            shown = bool(self.gradients)
            self.show_gradients({})
            return shown
        self.point_at(None)
        self.pins.let_go()
        return True

    @Slot()
    def _tell_unit(self) -> None:
        self.unit_pointed.emit(self.looked_at)

    def _do(self, text: Phrase | str, after: Drawing) -> None:
        self.undo_stack.push(Change(self._change, text, self.drawing, after))

    def _change(self, drawing: Drawing, undone: bool) -> None:
        if self._filling:
            return
        if undone:
            self.drop_stroke()
        if undone or drawing is not self.drawing:
            self._show(drawing)

    def _show(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.drawing_changed.emit(drawing)
        self._reading.start()

    @Slot()
    def _read(self) -> None:
        self.recognition = self._recognized()
        self.recognized.emit(self.recognition)

    def _recognized(self) -> Recognition:
        """Read what there is to read. While a stroke grows, digits are not told apart."""
        read = self.recognizer.recognize(self._picture())
        rests = self.live is None and self.watched is None
        return told_apart(read, self.drawing, self.recognizer) if rests else read

    def _picture(self) -> Picture:
        """Return the picture to read: the watched one, or the page's."""
        self._reading.stop()
        if self.watched is not None:
            return self.watched
        return self._page.of(self.drawing, self.live, self.recognizer.architecture.sees)
