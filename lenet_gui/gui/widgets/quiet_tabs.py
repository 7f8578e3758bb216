"""Tabs that look like words in a row, the chosen one underlined."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHoverEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.elided_label import elided

PADDING, LEAST_PADDING = 9, 3  # pixels beside a word, where there is room and where there is not
ABOVE_AND_BELOW = 5  # pixels over and under a word
UNDERLINE = 2  # pixels
LEAST_LETTERS = 4  # of a word, before the row is scrolled rather than shortened further
REST_MS = 150  # longer than a key takes to repeat, too short to wait for


class QuietTabs(QTabBar):
    """A row of tabs. A click counts at once; a choice by keys or the wheel counts when it rests.

    Keys and the wheel pass over tabs on the way to another one: what those would show is not worth
    making, or starting.
    """

    clicked = Signal(int)  # the place of a tab that was clicked, or entered with Enter or Space
    rested = Signal(int)  # the place that keys or the wheel have come to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._hovered = -1
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MS)
        self._resting.timeout.connect(self._rest)
        self.currentChanged.connect(self._wait)

    def mark(self, place: int) -> None:
        """Mark a tab as chosen, because what it stands for is shown already."""
        self.setCurrentIndex(place)
        self._resting.stop()

    @Slot(int)
    def _wait(self, _place: int) -> None:
        self._resting.start()

    @Slot()
    def _rest(self) -> None:
        self.rested.emit(self.currentIndex())

    # ---- hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._click(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._resting.isActive():  # on some desktops a tab is chosen only now
            self._click(event)

    def _click(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.tabAt(event.position().toPoint()) == self.currentIndex():
            self._enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        self._resting.stop()
        self.clicked.emit(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            left = event.type() == QEvent.Type.HoverLeave
            hovered = -1 if left else self.tabAt(event.position().toPoint())
            if hovered != self._hovered:
                self._hovered = hovered
                self.update()
        return super().event(event)

    # ---- looks

    def tabSizeHint(self, index: int) -> QSize:
        return self._size(self._advance(self.tabText(index)), PADDING)

    def minimumTabSizeHint(self, index: int) -> QSize:
        text = self.tabText(index)
        shortest = self._advance(text[:LEAST_LETTERS] + "…")
        return self._size(min(self._advance(text), shortest), LEAST_PADDING)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _advance(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text.replace("&&", "&"))

    def _size(self, width: int, padding: int) -> QSize:
        height = self.fontMetrics().height() + 2 * ABOVE_AND_BELOW
        return QSize(width + 2 * padding, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(self.count()):
            if self.isTabVisible(place):
                self._paint_tab(painter, place, self.tabRect(place))

    def _paint_tab(self, painter: QPainter, place: int, tab: QRect) -> None:
        theme, chosen = theme_of(self), place == self.currentIndex()
        painter.setPen(theme.color("text" if chosen or place == self._hovered else "quiet"))
        word = self.tabText(place).replace("&&", "&")
        text = elided(word, self.fontMetrics(), tab.width() - 2 * LEAST_PADDING)
        painter.drawText(tab, Qt.AlignmentFlag.AlignCenter, text)
        if not chosen:
            return
        painter.setPen(theme.color("accent"))
        for row in range(tab.bottom() - UNDERLINE + 1, tab.bottom() + 1):
            painter.drawLine(tab.left() + LEAST_PADDING, row, tab.right() - LEAST_PADDING, row)
        if self.hasFocus():
            # Qt's own frame would load all of QStyle.
            painter.drawRect(tab.adjusted(0, 0, -1, -1))
