"""The quiet link to the tour on the empty page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.drawing.page_layers import legible_on
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.form_parts import explain

GAP = 6  # pixels between the link and the lower edge of the page


class TourLink(QPushButton):
    """A flat button at the lower edge of the page, where few strokes begin; gone with first ink."""

    def __init__(self, session: Session, canvas: Canvas, take_tour: Callable[[], None]) -> None:
        super().__init__(canvas)
        self._session, self._canvas = session, canvas
        self.setObjectName("tour-link")
        self.setText(self.tr("Take the tour"))
        explain(self, self.text(), self.tr("Show what the window can do, one stop after another"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        font = self.font()
        font.setUnderline(True)
        self.setFont(font)
        self.adjustSize()
        self.clicked.connect(lambda: take_tour())
        session.drawing_changed.connect(self._show_if_empty)
        session.inked.connect(self._show_if_empty)
        canvas.installEventFilter(self)
        self._show_if_empty()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint quiet text, and a frame while it has the keyboard."""
        theme = theme_of(self)
        if self._session.paints:
            theme = legible_on(QColor(*self._session.drawing.paper))
        painter = QPainter(self)
        painter.setPen(theme.color("text" if self.underMouse() else "quiet"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(theme.color("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @Slot()
    def _show_if_empty(self) -> None:
        empty = self._session.drawing.empty and self._session.live is None
        if empty == self.isHidden():
            self.setVisible(empty)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge of the page."""
        if event.type() == QEvent.Type.Resize:
            page = self._canvas.page_rect().toRect()
            self.move(
                page.center().x() - self.width() // 2, page.bottom() - self.height() - GAP + 1
            )
        return False
