"""The bubble of the tour, and the frame around what it points at."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.form_parts import make_button, quiet_label, wrapped_label

LETTERS = 44  # average letters that a line has room for
BEAK = 12  # pixels around the bubble, for the beak that points at the target
CORNER = 8.0  # radius in pixels
PADDING = 12
FRAME = 3  # pixels of the line around the target
SIDES = ("right", "below", "above", "left")  # of the target, the best one first


class TargetFrame(QWidget):
    """A line around a widget; only the line is there, the rest belongs to what is below."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour-frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_around(self, target: QWidget) -> None:
        """Show the line around a widget that is seen, in the window in which that is."""
        window = target.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        rect = area_in(target, window).adjusted(-FRAME, -FRAME, FRAME, FRAME)
        self.setGeometry(rect.intersected(window.rect()))
        inside = self.rect().adjusted(FRAME, FRAME, -FRAME, -FRAME)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inside)))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme_of(self).color("accent"))


class Bubble(QWidget):
    """A few words about one stop, with Next and Close, beside what they are about."""

    next_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._side = ""  # of the target; empty: over it
        self._tip = 0  # of the beak, along that side, in pixels of the bubble
        self.setObjectName("tour")
        self.title = quiet_label()
        self.title.setObjectName("tour-title")
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.setForegroundRole(self.foregroundRole())
        self.text = wrapped_label("tour-text")
        self.count = quiet_label()
        self.count.setObjectName("tour-count")
        end, go_on = self.tr("End the tour (Esc)"), self.tr("Go to the next stop")
        self.close_button = make_button("tour-close", self.tr("Close"), end)
        self.next_button = make_button("tour-next", self.tr("Next"), go_on)
        for button in (self.close_button, self.next_button):
            button.setAutoDefault(True)  # no dialog: Enter presses the one with the keyboard
        self.close_button.clicked.connect(self.close_wanted)
        self.next_button.clicked.connect(self.next_wanted)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self.close_button)
        row.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        margin = BEAK + PADDING
        layout.setContentsMargins(margin, margin, margin, margin)
        for widget in (self.title, self.text):
            layout.addWidget(widget)
        layout.addSpacing(4)
        layout.addLayout(row)

    def say(self, title: str, text: str, place: int, count: int) -> None:
        """Show a stop, and have a screen reader say it. place: from 0."""
        of = self.tr("{0} of {1}").format(place + 1, count)
        self.title.setText(title)
        self.text.setText(text)
        self.count.setText(of)
        last = place + 1 == count
        self.next_button.setText(self.tr("Finish") if last else self.tr("Next"))
        self.next_button.setAccessibleName(self.next_button.text())
        self.setAccessibleName(self.tr("Tour, {0}: {1}").format(of, title))
        self.setAccessibleDescription(text)
        said = QAccessibleAnnouncementEvent(self, f"{self.accessibleName()}. {text}")
        QAccessible.updateAccessibility(said)

    def place_at(self, target: QRect | None) -> None:
        """Stand beside a target, a rectangle of the window; without one below the middle."""
        window = self.parentWidget()
        assert window is not None
        layout = self.layout()
        assert layout is not None
        width = LETTERS * self.fontMetrics().averageCharWidth() + 2 * (BEAK + PADDING)
        width = max(min(width, window.width()), layout.minimumSize().width())
        size = QSize(width, layout.totalHeightForWidth(width))
        bounds = window.rect()
        corner, self._side = beside(target, size, bounds)
        self.setGeometry(QRect(corner, size))
        if target is not None and self._side:
            middle = target.intersected(bounds).center() - corner
            along = middle.y() if self._side in ("left", "right") else middle.x()
            length = size.height() if self._side in ("left", "right") else size.width()
            room = round(2 * BEAK + CORNER)
            self._tip = min(max(along, room), length - room)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(BEAK, BEAK, -BEAK, -BEAK)
        shape = QPainterPath()
        shape.addRoundedRect(box, CORNER, CORNER)
        shape = shape.united(self._beak(box))
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.setBrush(theme.color("panel"))
        painter.drawPath(shape)

    def _beak(self, box: QRectF) -> QPainterPath:
        """Return the triangle from the box to the target."""
        beak, tip = QPainterPath(), float(self._tip)
        if not self._side:
            return beak
        across = self._side in ("left", "right")
        near = {"right": box.left(), "left": box.right(), "below": box.top(), "above": box.bottom()}
        edge = near[self._side]
        far = edge + (BEAK - 2) * (-1 if self._side in ("right", "below") else 1)
        corners = [(edge, tip - BEAK), (far, tip), (edge, tip + BEAK)]
        points = [QPointF(a, b) if across else QPointF(b, a) for a, b in corners]
        beak.moveTo(points[0])
        for point in points[1:]:
            beak.lineTo(point)
        beak.closeSubpath()
        return beak


def area_in(widget: QWidget, window: QWidget) -> QRect:
    """Return where a widget is in its window, in pixels."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def beside(target: QRect | None, size: QSize, bounds: QRect) -> tuple[QPoint, str]:
    """Return the place of a box of a size within bounds, and the side of the target at which it is.

    The side is empty where there is no target, or no room at any side; then it is at the lower
    edge.
    """
    if target is not None:
        middle = target.center() - QPoint(size.width() // 2, size.height() // 2)
        places = {
            "right": QPoint(target.right() + 1, middle.y()),
            "below": QPoint(middle.x(), target.bottom() + 1),
            "above": QPoint(middle.x(), target.top() - size.height()),
            "left": QPoint(target.left() - size.width(), middle.y()),
        }
        for side in SIDES:
            box = _within(QRect(places[side], size), bounds)
            if not box.intersects(target):
                return box.topLeft(), side
    low = QPoint(bounds.center().x() - size.width() // 2, bounds.bottom() - size.height() + 1)
    return _within(QRect(low, size), bounds).topLeft(), ""


def _within(box: QRect, bounds: QRect) -> QRect:
    """Return a box moved into the bounds."""
    x = max(min(box.x(), bounds.right() - box.width() + 1), bounds.x())
    y = max(min(box.y(), bounds.bottom() - box.height() + 1), bounds.y())
    return QRect(QPoint(x, y), box.size())
