"""The canvas: a square page that is drawn on."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.engine.strokes import Raster
from lenet_gui.gui.ink import InkFollower
from lenet_gui.gui.session import Session
from lenet_gui.gui.theme import theme_of

MARGIN = 10


class Canvas(QWidget):
    """Shows the drawing of the session at the resolution of the screen, and draws on it.

    The pointer handlers append a point and paint its segment; reading is the session's.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ink: InkFollower | None = None
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(self.tr("Draw a digit here with the mouse."))
        self.setWhatsThis(
            self.tr("Draw one digit, as large as you like. It is read while you draw.")
        )
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(200, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        session.inked.connect(self._follow)
        session.drawing_changed.connect(self._follow)

    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    def page_rect(self) -> QRectF:
        """Where the page lies in the widget, in its logical pixels."""
        side = min(self.width(), self.height()) - 2 * MARGIN
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _to_page(self, position: QPointF) -> tuple[float, float]:
        page = self.page_rect()
        factor = self._session.drawing.size[0] / page.width()
        return (position.x() - page.x()) * factor, (position.y() - page.y()) * factor

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._session.begin_stroke(*self._to_page(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._session.extend_stroke(*self._to_page(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._session.end_stroke()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._session.live is not None:
            self._session.drop_stroke()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._ink = None  # the raster has the screen's resolution

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._ink = None
            self.update()
        super().changeEvent(event)

    @Slot()
    def _follow(self) -> None:
        """Bring the shown ink up to date and have what changed painted."""
        if self._ink is None:
            self.update()
            return
        session = self._session
        empty = not session.drawing.strokes and session.live is None
        top, left, bottom, right = self._ink.follow(session.drawing.strokes, session.live)
        if empty or session.live is None or len(session.live) <= 1:
            self.update()  # the hint comes and goes with the first ink
            return
        page, ratio = self.page_rect(), self.devicePixelRatioF()
        changed = QRectF(left, top, right - left, bottom - top)
        logical = QRectF(changed.topLeft() / ratio, changed.size() / ratio).translated(
            page.topLeft()
        )
        self.update(logical.toAlignedRect().adjusted(-1, -1, 1, 1))

    def _shown(self) -> InkFollower:
        if self._ink is None:
            page = self.page_rect()
            scale = page.width() * self.devicePixelRatioF() / self._session.drawing.size[0]
            self._ink = InkFollower(Raster.of_page(self._session.drawing.size, scale))
            self._ink.follow(self._session.drawing.strokes, self._session.live)
        return self._ink

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, page = theme_of(self), self.page_rect()
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("window"))
        ink = self._shown().raster.ink
        rows, columns = ink.shape
        image = QImage(ink.data, columns, rows, columns, QImage.Format.Format_Indexed8)
        image.setColorTable(theme.ink_table())
        image.setDevicePixelRatio(self.devicePixelRatioF())
        painter.drawImage(page.topLeft(), image)
        painter.setPen(theme.color("border"))
        painter.drawRect(_outline(page))
        if not self._session.drawing.strokes and self._session.live is None:
            font = painter.font()
            font.setPointSizeF(font.pointSizeF() * 1.8)
            painter.setFont(font)
            painter.setPen(theme.color("quiet"))
            painter.drawText(page, Qt.AlignmentFlag.AlignCenter, self.tr("Draw here"))


def _outline(page: QRectF) -> QRect:
    return QRect(
        math.floor(page.x()) - 1,
        math.floor(page.y()) - 1,
        math.ceil(page.width()) + 1,
        math.ceil(page.height()) + 1,
    )
