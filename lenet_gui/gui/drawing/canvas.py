"""The canvas: a square page to draw on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import (
    QEnterEvent,
    QEventPoint,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSinglePointEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.drawing.blank_page import page_rect, paint_frame, paint_hint
from lenet_gui.gui.drawing.eraser_preview import EraserPreview
from lenet_gui.gui.drawing.page_layers import InkLayer, PaintingLayer
from lenet_gui.gui.drawing.pen_ring import PenRing
from lenet_gui.gui.drawing.pointer import Pointer
from lenet_gui.gui.session.session import Session

if TYPE_CHECKING:
    from lenet_gui.gui.drawing.receptive_field import FieldMark

PEN_WIDTH_STEP = 1.12  # factor per notch of the wheel
# With these the canvas may not hear of a release any more.
_TAKEN_AWAY = frozenset(
    {
        QEvent.Type.FocusOut,
        QEvent.Type.WindowDeactivate,
        QEvent.Type.WindowBlocked,
        QEvent.Type.Hide,
        QEvent.Type.EnabledChange,
        QEvent.Type.UngrabMouse,
    }
)


class Canvas(QWidget):
    """The session's drawing at the resolution of the screen, and the pointers that draw on it.

    The pointer handlers append a point and paint its segment; recognition is the session's.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pointer = Pointer(session)
        self._layer: InkLayer | PaintingLayer | None = None
        self._finger: int | None = None  # the touch point that draws
        self._ring = PenRing(session)
        self._eraser_end = False  # it is a pen's eraser end that hovers
        self._preview = EraserPreview(session)
        self._field: FieldMark | None = None  # the receptive field around the ink
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(self.tr("Draw a digit here with mouse, pen or finger."))
        self.setStatusTip(self.tr("Draw one digit. It is read while you draw."))
        self.setWhatsThis(
            self.tr(
                "Draw one digit, as large as you like. It is read while you draw. Hold Shift to "
                "draw a straight segment. Esc discards the stroke; [ and ], or Ctrl and the "
                "wheel, change the pen width. The eraser, like the eraser end of a pen, takes "
                "whole strokes: what it would take is highlighted."
            )
        )
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setMinimumSize(110, 110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        session.inked.connect(self._update_ink)
        session.drawing_changed.connect(self._update_ink)
        session.network_changed.connect(self._change_network)
        session.recognized.connect(self._refresh_receptive_field)
        session.unit_pointed.connect(self._refresh_receptive_field)
        session.pen_changed.connect(self._refresh)
        session.eraser_changed.connect(self._refresh)

    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    def page_rect(self) -> QRectF:
        """Return the page's rectangle in the widget, in logical pixels."""
        return page_rect(self.width(), self.height())

    def to_page(self, position: QPointF) -> tuple[float, float]:
        """Convert a position in the widget to page units."""
        page = self.page_rect()
        factor = self._session.drawing.size[0] / page.width()
        return (position.x() - page.x()) * factor, (position.y() - page.y()) * factor

    # ---- pointers

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke, unless another button is down; a second button ends a stroke."""
        self._pointer.hold("mouse", _left_alone(event))
        if _left_alone(event):
            self._pointer.down(*self.to_page(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._eraser_end = False
        self._pointer.hold("mouse", _left_alone(event))
        if self._pointer.device == "mouse":
            self._pointer.move(*self.to_page(event.position()), straight=_shift(event.modifiers()))
        self._move_ring(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.up()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw or erase with a pen. Accept the event: else Qt would repeat it as a mouse event."""
        x, y = self.to_page(event.position())
        kind = event.type()
        self._eraser_end = event.pointerType() == event.pointingDevice().PointerType.Eraser
        tip = event.button() == Qt.MouseButton.LeftButton  # not a button on the barrel
        if kind == QEvent.Type.TabletPress and tip:
            self.setFocus(Qt.FocusReason.MouseFocusReason)  # Qt does this for mouse and touch only
            self._pointer.down(x, y, event.pressure(), self._eraser_end, "pen")
            _application().installEventFilter(self)  # only it is told that a pen leaves the tablet
        elif kind == QEvent.Type.TabletMove:
            self._pointer.hold("pen", _tip_down(event))
            if self._pointer.device == "pen":
                straight = _shift(event.modifiers())
                self._pointer.move(x, y, event.pressure(), straight=straight)
        elif kind == QEvent.Type.TabletRelease and tip:
            self._pointer.up()
        self._move_ring(event.position())
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the stroke of a pen that leaves the tablet; see everything only while it draws."""
        if event.type() == QEvent.Type.TabletLeaveProximity:
            self._pointer.hold("pen", False)
        if self._pointer.device != "pen":
            _application().removeEventFilter(self)
        return False

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        if event.type() in _TAKEN_AWAY:
            self._pointer.up()
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        """Draw with the first finger until it is lifted; ignore other fingers."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._finger = None
            self._pointer.cancel()
        self._pointer.hold("finger", self._finger in {point.id() for point in event.points()})
        if self._pointer.device != "finger":
            self._finger = None
        for point in event.points():
            x, y = self.to_page(point.position())
            state = point.state()
            if point.id() == self._finger:
                if state == QEventPoint.State.Updated:
                    self._pointer.move(x, y)
                elif state == QEventPoint.State.Released:
                    self._finger = None
                    self._pointer.up()
            elif event.type() == QEvent.Type.TouchBegin and not self._pointer.is_down:
                self._finger = point.id()
                self._pointer.down(x, y, device="finger")

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            self._session.set_pen_width(self._session.pen_width * PEN_WIDTH_STEP**notches)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pointer.is_down:
            self._pointer.cancel()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pointer.hold("mouse", _left_alone(event))
        self._move_ring(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self._move_ring(None)

    def _move_ring(self, position: QPointF | None) -> None:
        for changed in self._ring.move(position, self.page_rect()):
            self.update(changed)
        self._look_under_eraser()

    @property
    def _erasing(self) -> bool:
        return self._session.erasing or self._eraser_end

    def _look_under_eraser(self) -> None:
        place = self._ring.position if self._erasing else None
        if self._preview.look(None if place is None else self.to_page(place)):
            self.update()

    # ---- painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._layer = None  # it has the screen's resolution
        self._refresh_receptive_field()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._layer = None
            self.update()
        super().changeEvent(event)

    @Slot()
    def _change_network(self) -> None:
        """Show the page as the network sees it: ink, or a painting in its colours."""
        self._layer = None
        self.update()

    @Slot()
    def _refresh(self) -> None:
        self._look_under_eraser()
        self.update()

    @Slot()
    def _refresh_receptive_field(self) -> None:
        """Repaint where the receptive field was, and where it is now."""
        before = self._field
        if self._session.unit is None:
            self._field = None
        else:
            from lenet_gui.gui.drawing.receptive_field import field_mark

            self._field = field_mark(self._session, self.page_rect(), self.fontMetrics())
        if self._field != before:
            for mark in (before, self._field):
                if mark is not None:
                    self.update(mark.region())

    @Slot()
    def _update_ink(self) -> None:
        """Rasterize what has changed, and repaint only that."""
        session = self._session
        if session.live is None:
            self._look_under_eraser()
        if self._layer is None:
            self.update()
            return
        top, left, bottom, right = self._layer.follow(session.drawing, session.live)
        if session.live is None or len(session.live) <= 1:
            self.update()  # the hint comes and goes with the first ink
            return
        page, ratio = self.page_rect(), self.devicePixelRatioF()
        changed = QRectF(left, top, right - left, bottom - top)
        logical = QRectF(changed.topLeft() / ratio, changed.size() / ratio)
        shown = logical.translated(page.topLeft()).toAlignedRect()
        self.update(shown.adjusted(-1, -1, 1, 1))

    def _current_layer(self) -> InkLayer | PaintingLayer:
        if self._layer is None:
            session, page = self._session, self.page_rect()
            scale = page.width() * self.devicePixelRatioF() / session.drawing.size[0]
            kind = PaintingLayer if session.paints else InkLayer
            self._layer = kind(session.drawing.size, scale)
            self._layer.follow(session.drawing, session.live)
        return self._layer

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, page, ratio = theme_of(self), self.page_rect(), self.devicePixelRatioF()
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("window"))
        theme = self._current_layer().paint(painter, page.topLeft(), ratio, theme)
        self._preview.paint(painter, page, ratio, theme)
        paint_frame(painter, page, theme_of(self))
        if self._session.drawing.empty and self._session.live is None:
            paint_hint(painter, page, theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._field is not None:
            self._field.paint(painter, theme)
        self._ring.paint(painter, page, self._erasing, theme)


def _left_alone(event: QSinglePointEvent) -> bool:
    """Return whether the left button of a mouse is down and no other one."""
    return event.buttons() == Qt.MouseButton.LeftButton


def _tip_down(event: QTabletEvent) -> bool:
    """Return whether the tip of a pen is down. Its barrel button does not count: the hand that
    writes squeezes it unawares."""
    return bool(event.buttons() & Qt.MouseButton.LeftButton)


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None
    return application


def _shift(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
