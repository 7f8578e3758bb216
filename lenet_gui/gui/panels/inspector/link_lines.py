"""Lines of text with links in them, which wrap; painted, since their numbers follow the pen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.wording.arithmetic_words import Line, Part

SIDE, LINE_GAP, BETWEEN = 6, 3, 22  # pixels: beside the text, between lines, between texts
FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACKWARD = (Qt.Key.Key_Left, Qt.Key.Key_Up)


@dataclass(frozen=True)
class _Placed:
    """A part at its place."""

    part: Part
    rect: QRectF


class LinkLines(QWidget):
    """Texts one after another, in as many lines as they need; the arrow keys go from link to link.

    They are moved to the next line as wholes; longer ones are broken between their parts.
    """

    followed = Signal(object)  # the target of a link
    hovered = Signal(object)  # the target of the link under the mouse, or None
    went_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._placed: list[_Placed] = []
        self._hovered: Part | None = None
        self._chosen = -1  # the link that keys have come to
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self._line_height())

    def sizeHint(self) -> QSize:
        return QSize(300, self.minimumHeight())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these texts in place of the former ones."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self._arrange()
        links = self.links()
        self._chosen = min(self._chosen, len(links) - 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if links else Qt.FocusPolicy.NoFocus)
        self.update()

    def text(self) -> str:
        """Return all texts, a line each."""
        return "\n".join("".join(part.text for part in line) for line in self._lines)

    def links(self) -> list[Part]:
        """Return the parts that are links, in their order."""
        return [part for line in self._lines for part in line if part.target is not None]

    def rect_of(self, part: Part) -> QRectF:
        """Return where a part is painted."""
        return next(each.rect for each in self._placed if each.part is part)

    # ---- places

    def _line_height(self) -> int:
        return QFontMetrics(self.font()).height() + LINE_GAP

    def _font_of(self, part: Part) -> QFont:
        font = QFont(self.font())
        font.setBold(part.strong)
        return font

    def _arrange(self) -> None:
        self._placed = []
        x, y, high = float(SIDE), 0.0, self._line_height()
        most = self.width() - SIDE
        plain, strong = (
            QFontMetrics(self.font()),
            QFontMetrics(self._font_of(Part("", strong=True))),
        )
        for line in self._lines:
            widths = [
                float((strong if part.strong else plain).horizontalAdvance(part.text))
                for part in line
            ]
            if x > SIDE and x + sum(widths) > most:
                x, y = float(SIDE), y + high
            for part, width in zip(line, widths, strict=True):
                if x > SIDE and x + width > most:  # the line is longer than the widget is wide
                    x, y = float(SIDE), y + high
                self._placed.append(_Placed(part, QRectF(x, y, width, high)))
                x += width
            x += BETWEEN
        if self.minimumHeight() != int(y + high) or self.maximumHeight() != int(y + high):
            self.setFixedHeight(int(y + high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, links = theme_of(self), QPainter(self), self.links()
        chosen = links[self._chosen] if self.hasFocus() and 0 <= self._chosen < len(links) else None
        font, color = None, ""
        for each in self._placed:
            part, rect = each.part, each.rect
            underlined = part.target is not None and part in (self._hovered, chosen)
            if (part.strong, underlined) != font:
                font = part.strong, underlined
                used = self._font_of(part)
                used.setUnderline(underlined)
                painter.setFont(used)
            now = "text" if part.target is None else "accent_text"
            if now != color:
                color = now
                painter.setPen(theme.color(color))
            room = int(self.width() - SIDE - rect.x())
            metrics = painter.fontMetrics()
            text = elided(part.text, metrics, room) if rect.width() > room else part.text
            painter.drawText(QPointF(rect.x(), rect.y() + metrics.ascent()), text)
            if part is chosen:
                painter.drawRect(rect.adjusted(-2, 0, 1, -2))

    # ---- hands

    def _link_at(self, point: QPointF) -> Part | None:
        for each in self._placed:
            if each.part.target is not None and each.rect.contains(point):
                return each.part
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._link_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _hover(self, part: Part | None) -> None:
        if part is self._hovered:
            return
        self._hovered = part
        shape = Qt.CursorShape.ArrowCursor if part is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self.hovered.emit(None if part is None else part.target)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self._link_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and part is not None:
            self._hover(None)
            self.followed.emit(part.target)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._choose(max(self._chosen, 0))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hovered.emit(None)
        self.update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, links = Qt.Key(event.key()), self.links()
        if links and key in FORWARD + BACKWARD:
            step = 1 if key in FORWARD else -1
            self._choose(min(max(self._chosen + step, 0), len(links) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._chosen < len(links):
            self.followed.emit(links[self._chosen].target)
        elif key == Qt.Key.Key_Backspace:
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: int) -> None:
        links = self.links()
        if 0 <= index < len(links):
            self._chosen = index
            self.hovered.emit(links[index].target)
        self.update()
