"""The base of all pictures of weights: each weight can be pointed at and pinned."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from lenet_gui.common.values import WeightPlace
from lenet_gui.engine.networks.shapes import Shape
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.network.marks import mark_around
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.wording.weight_words import weight_text

# Steps of a key along the axes of a parameter: the last, the last but one, the first, the second.
COLUMN, ROW, FIRST, SECOND = -1, -2, 0, 1
STEPS = {
    Qt.Key.Key_Left: (COLUMN, -1),
    Qt.Key.Key_Right: (COLUMN, 1),
    Qt.Key.Key_Up: (ROW, -1),
    Qt.Key.Key_Down: (ROW, 1),
    Qt.Key.Key_PageUp: (FIRST, -1),
    Qt.Key.Key_PageDown: (FIRST, 1),
    Qt.Key.Key_Home: (SECOND, -1),
    Qt.Key.Key_End: (SECOND, 1),
}


class WeightsView(QWidget):
    """A picture of weights. Mouse or arrow keys point at one; a click or Enter pins it.

    Subclasses say where weights are painted, and paint marks last.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._said = ""
        self._marked: object = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        session.unit_pointed.connect(self._look)

    def weight_at(self, position: QPointF) -> WeightPlace | None:
        """Return the weight at a point of the widget, or None."""
        raise NotImplementedError

    def rect_of(self, place: WeightPlace) -> QRectF | None:
        """Return where a weight is painted, or None if it is not shown."""
        raise NotImplementedError

    def rects_of_unit(self) -> list[QRectF]:
        """Return the rectangles of the weights of the unit that is looked at."""
        return []

    def first_weight(self) -> WeightPlace | None:
        """Return the weight at which the keyboard begins, or None if none is shown."""
        raise NotImplementedError

    # ---- pointing

    @property
    def looked_at(self) -> WeightPlace | None:
        """The weight that is looked at, if it is shown here."""
        place = self._session.looked_at
        shown = isinstance(place, WeightPlace) and self.rect_of(place) is not None
        return place if isinstance(place, WeightPlace) and shown else None

    @Slot()
    def _look(self) -> None:
        place = self.looked_at
        said = "" if place is None else weight_text(place, self._session.recognizer)
        if said != self._said:
            self._said = said
            self.setAccessibleDescription(said)
        unit = self._session.unit
        marked = place, self._session.pins.pinned, unit and (unit.layer, unit.map)
        if marked != self._marked:
            self._marked = marked
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._session.point_at(self.weight_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._session.point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.weight_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            super().mousePressEvent(event)
            return
        self._session.point_at(place)
        self._session.pins.toggle(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, place = Qt.Key(event.key()), self.looked_at
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place is not None:
            self._session.pins.toggle(place)
        elif key in STEPS and self.first_weight() is not None:
            self._session.point_at(self._stepped(place, key))
        else:
            super().keyPressEvent(event)

    def _stepped(self, place: WeightPlace | None, key: Qt.Key) -> WeightPlace | None:
        if place is None:
            return self.first_weight()
        shapes = self._session.recognizer.architecture.parameter_shapes
        index = _moved(place.index, shapes[f"{place.layer}.{place.parameter}"], *STEPS[key])
        return WeightPlace(place.layer, place.parameter, index)

    # ---- painting

    def paint_marks(self, painter: QPainter, theme: Theme) -> None:
        """Frame the weights of the unit that is looked at, the pinned weight, and the other one."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = {self._session.pins.pinned, self._session.looked_at}
        framed = [self.rect_of(place) for place in places if isinstance(place, WeightPlace)]
        for rect in [*self.rects_of_unit(), *framed]:
            if rect is not None:
                mark_around(painter, rect, theme, 1.0)
        painter.restore()


def _moved(index: tuple[int, ...], shape: Shape, axis: int, step: int) -> tuple[int, ...]:
    """Return the index one step further along an axis; axes that are not there lead nowhere."""
    if not -len(shape) <= axis < len(shape):
        return index
    moved = list(index)
    moved[axis] = min(max(moved[axis] + step, 0), shape[axis] - 1)
    return tuple(moved)
