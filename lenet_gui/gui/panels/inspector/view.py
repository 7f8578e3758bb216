"""The scrolled view of a figure, by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPaintEngine,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from lenet_gui.gui.appearance.theme import Theme, theme_of
from lenet_gui.gui.panels.inspector.figure import Figure, Spot
from lenet_gui.gui.panels.inspector.figure_painter import FigurePainter
from lenet_gui.gui.panels.inspector.places import Places, arrange, signature

STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class FigureView(QAbstractScrollArea):
    """Shows a figure. The cell under the mouse, or the one that keys have come to, is marked with
    all that belongs to it; a click or Enter follows it."""

    looked_at = Signal(object)  # Spot, or None
    followed = Signal(object)  # Spot
    went_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = Figure()
        self.spot: Spot | None = None
        self._places = Places()
        self._signature: object = None
        self._still: tuple[object, QPixmap] = None, QPixmap()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(160, 40)  # the result below it is whole on the smallest screens
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing is below it

    def sizeHint(self) -> QSize:
        return QSize(480, 240)

    def show_figure(self, figure: Figure) -> None:
        """Show another figure, or other numbers of the same one: then all stays where it is."""
        self.figure = figure
        now = signature(figure)
        if now != self._signature:
            self._signature = now
            self._look_at(None)
            self._arrange()
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def forget(self) -> None:
        """Look at no cell any more."""
        self._look_at(None)

    def places(self) -> Places:
        """Return where all stands, before it is scrolled."""
        return self._places

    def rect_of(self, spot: Spot) -> QRectF:
        """Return where a cell or a bar is seen in the viewport."""
        rect = self._places.cell_rect(spot, len(self.figure.rows))
        return rect.translated(0, -self.verticalScrollBar().value())

    def small_font(self) -> QFont:
        """Return the font of all but the numbers in cells."""
        font = QFont(self.font())
        font.setBold(False)
        font.setPointSizeF(max(7.5, font.pointSizeF() * 0.9))
        return font

    def _arrange(self) -> None:
        size = self.viewport().size()
        self._places = arrange(self.figure, size.width(), size.height(), self.small_font())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self._places.height) - size.height()))
        bar.setPageStep(size.height())
        bar.setSingleStep(24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self.viewport())
        as_drawing = painter.paintEngine().type() == QPaintEngine.Type.SVG
        shift = self.verticalScrollBar().value()
        if as_drawing:
            self._paint_still(painter, theme, shift)
        else:
            painter.drawPixmap(0, 0, self._still_picture(theme, shift))
        painter.translate(0, -shift)
        artist = FigurePainter(painter, theme, self.small_font(), self.devicePixelRatioF())
        seen = QRectF(event.rect()).translated(0, shift)
        artist.paint_numbers(self.figure, self._places, seen)
        if self.spot is not None:
            artist.mark(self.figure, self._places, self.spot)
        painter.end()

    def _paint_still(self, painter: QPainter, theme: Theme, shift: int) -> None:
        painter.fillRect(self.viewport().rect(), theme.color("panel"))
        painter.translate(0, -shift)
        artist = FigurePainter(painter, theme, self.small_font(), self.devicePixelRatioF())
        artist.paint_still(self.figure, self._places)
        painter.translate(0, shift)

    def _still_picture(self, theme: Theme, shift: int) -> QPixmap:
        """Return all that stays while only numbers change, painted once."""
        ratio = self.devicePixelRatioF()
        key = self._signature, self._places, theme, shift, ratio
        if key != self._still[0]:
            pixmap = QPixmap(self.viewport().size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            painter = QPainter(pixmap)
            self._paint_still(painter, theme, shift)
            painter.end()
            self._still = key, pixmap
        return self._still[1]

    # ---- pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        self._look_at(spot)
        follows = spot is not None and self.figure.target(spot) is not None
        shape = Qt.CursorShape.PointingHandCursor if follows else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self.followed.emit(spot)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._look_at(None)
        return super().viewportEvent(event)

    def focusOutEvent(self, event: QEvent) -> None:
        self._look_at(None)

    def _spot_at(self, position: QPointF) -> Spot | None:
        down = QPointF(0, self.verticalScrollBar().value())
        return self._places.spot_at(position + down, self.figure)

    def _look_at(self, spot: Spot | None) -> None:
        if spot != self.spot:
            self.spot = spot
            self.looked_at.emit(spot)
            self.viewport().update()

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS or key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(self._next(key))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.spot is not None:
            self.followed.emit(self.spot)
        elif key == Qt.Key.Key_Backspace:
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, spot: Spot | None) -> None:
        if spot is None:
            return
        self._look_at(spot)
        rect, bar = self.rect_of(spot), self.verticalScrollBar()
        if rect.top() < 0:
            bar.setValue(bar.value() + int(rect.top()) - 20)
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + int(rect.bottom() - self.viewport().height()) + 8)

    def _next(self, key: Qt.Key) -> Spot | None:
        """Return the cell to which a key leads: within its picture, then to the next one."""
        spots = self._ends()
        if not spots:
            return None
        if key == Qt.Key.Key_End:
            return spots[1]
        if self.spot is None or key == Qt.Key.Key_Home:
            return spots[0]
        (down, right), spot = STEPS[key], self.spot
        row, column = spot.cell
        inside = replace(spot, cell=(row + down, column + right))
        if self.figure.has(inside):
            return inside
        beyond = self._beyond(spot, down, right)
        return beyond if beyond is not None and self.figure.has(beyond) else spot

    def _beyond(self, spot: Spot, down: int, right: int) -> Spot | None:
        """Return the cell of the neighbouring picture, row or group of bars."""
        rows, (row, column) = self.figure.rows, spot.cell
        if right and spot.row < len(rows):
            picture = spot.picture + right
            if 0 <= picture < len(rows[spot.row].pictures):
                high, wide = rows[spot.row].pictures[picture].values.shape
                return Spot(spot.row, picture, (min(row, high - 1), 0 if right > 0 else wide - 1))
            if right > 0 and rows[spot.row].stacked:
                return Spot(len(rows), 0, (0, 0))
            return None
        if right:
            return Spot(0, 0, (0, 0)) if right < 0 and rows else None
        above = spot.row + down
        if not 0 <= above < len(rows) + len(self.figure.bars):
            return None
        if above >= len(rows):
            count = self.figure.bars[above - len(rows)].count
            return Spot(above, 0, (0 if down > 0 else count - 1, 0))
        picture = min(spot.picture, len(rows[above].pictures) - 1)
        high, wide = rows[above].pictures[picture].values.shape
        return Spot(above, picture, (0 if down > 0 else high - 1, min(column, wide - 1)))

    def _ends(self) -> tuple[Spot, Spot] | None:
        """Return the first and the last cell or bar; None if there are none."""
        rows, bars = self.figure.rows, self.figure.bars
        if not rows and not bars:
            return None
        first = Spot(0, 0, (0, 0))
        if bars:
            return first, Spot(len(rows) + len(bars) - 1, 0, (bars[-1].count - 1, 0))
        high, wide = rows[-1].pictures[-1].values.shape
        return first, Spot(len(rows) - 1, len(rows[-1].pictures) - 1, (high - 1, wide - 1))
