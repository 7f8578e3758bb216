"""A drawing that draws itself: its ink at any moment, on the screen and for recognition."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.common.values import Drawing, Picture
from lenet_gui.engine.ink.rasterizer import RECOGNITION_SCALE, Raster
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.drawing.blank_page import page_rect, paint_frame
from lenet_gui.gui.session.live_ink import InkFollower, LiveStroke


class SelfDrawing:
    """Repeats a drawing point by point, at the times at which its points were drawn."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = Drawing(size=drawing.size)
        self.live: LiveStroke | None = None
        self._ahead = list(drawing.strokes)
        self._ink = InkFollower(Raster.of_page(drawing.size, RECOGNITION_SCALE))

    def draw_until(self, milliseconds: float) -> bool:
        """Draw what was drawn in the first so many milliseconds. Return whether that is more."""
        before = len(self._ahead), len(self.live or ())
        self._draw_until(milliseconds)
        return before != (len(self._ahead), len(self.live or ()))

    def _draw_until(self, milliseconds: float) -> None:
        while self._ahead and self._ahead[0].times[0] <= milliseconds:
            stroke = self._ahead[0]
            if self.live is None:
                self.live = LiveStroke(stroke.width)
            ready = int(np.searchsorted(stroke.times, milliseconds, side="right"))
            for x, y in stroke.points[len(self.live) : ready].tolist():
                self.live.append(x, y)
            if ready < len(stroke.points):
                return
            done, self.live = self.live.stroke(), None
            self.drawing = replace(self.drawing, strokes=(*self.drawing.strokes, done))
            del self._ahead[0]

    def picture(self) -> Picture:
        """Return the ink so far, as the page would be read."""
        self._ink.follow(self.drawing, self.live)
        return self._ink.raster.picture()


class SelfDrawnPage(QWidget):
    """A page over the canvas that shows a drawing drawing itself; pointers go through it."""

    def __init__(self, shown: SelfDrawing, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._shown = shown
        self._ink: InkFollower | None = None
        self.setObjectName("self-drawn-page")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(canvas.rect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, page = theme_of(self), page_rect(self.width(), self.height())
        ratio, size = self.devicePixelRatioF(), self._shown.drawing.size
        scale = page.width() * ratio / size[0]
        if self._ink is None or self._ink.raster.scale != scale:
            self._ink = InkFollower(Raster.of_page(size, scale))
        self._ink.follow(self._shown.drawing, self._shown.live)
        ink = self._ink.raster.ink
        rows, columns = ink.shape
        image = QImage(ink.data, columns, rows, columns, QImage.Format.Format_Indexed8)
        image.setColorTable(theme.ink_table())
        image.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("window"))
        painter.drawImage(page.topLeft(), image)
        paint_frame(painter, page, theme)
