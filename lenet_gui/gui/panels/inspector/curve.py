"""The curve of an activation function, with the point where the unit is."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.activation_functions import ActivationFunction
from lenet_gui.gui.appearance.theme import theme_of

SIZE = QSize(96, 50)  # pixels
REACHES = (3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1000.0)  # of the axis a; the least that does
POINTS, DOT, MARGIN = 60, 4.0, 6  # of the curve; pixels of the dot's radius, and around all


class ActivationCurve(QWidget):
    """x = f(a) over a, and the point (a, x)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._function: ActivationFunction | None = None
        self._point = 0.0, 0.0
        self._ends: tuple[object, tuple[float, float]] = None, (0.0, 1.0)  # of the axis x
        self._kept: tuple[object, QPolygonF] = None, QPolygonF()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(SIZE)
        self.setAccessibleName(self.tr("Activation function"))

    def show_point(self, function: ActivationFunction, a: float, x: float) -> None:
        """Show where a unit is on the curve of its function."""
        if (function, (a, x)) != (self._function, self._point):
            self._function, self._point = function, (a, x)
            self.update()

    def place_of(self, a: float, x: float) -> QPointF:
        """Return where a point is painted."""
        reach, low, high = self._ranges()
        area = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        across = (a + reach) / (2 * reach)
        up = (x - low) / (high - low)
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

    def _ranges(self) -> tuple[float, float, float]:
        """Return the reach of the axis a, and the ends of the axis x."""
        reach = next((each for each in REACHES if each >= abs(self._point[0])), abs(self._point[0]))
        if (self._function, reach) != self._ends[0]:
            low, high = self._of(np.array([-reach, reach])).tolist()
            self._ends = (self._function, reach), (low, max(high, low + 1e-6))
        return reach, *self._ends[1]

    def _of(self, a: FloatArray) -> FloatArray:
        values = a.astype(np.float64)
        if self._function is not None:
            self._function.in_place(values)()
        return values

    def _curve(self) -> QPolygonF:
        """Return the curve in pixels, which is kept until its axis or the function changes."""
        reach, *_ = self._ranges()
        if self._ends[0] != self._kept[0]:
            steps = np.linspace(-reach, reach, POINTS)
            pairs = zip(steps.tolist(), self._of(steps).tolist(), strict=True)
            self._kept = self._ends[0], QPolygonF([self.place_of(a, x) for a, x in pairs])
        return self._kept[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._function is None:
            return
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reach, low, high = self._ranges()
        painter.setPen(theme.color("border"))
        painter.drawLine(self.place_of(-reach, 0), self.place_of(reach, 0))
        painter.drawLine(self.place_of(0, low), self.place_of(0, high))
        painter.setPen(QPen(theme.color("text"), 1.4))
        painter.drawPolyline(self._curve())
        a, x = self._point
        dot = self.place_of(a, x)
        painter.setPen(QPen(theme.color("quiet"), 0.8))
        painter.drawLine(dot, self.place_of(a, 0))
        painter.setPen(QPen(theme.color("panel"), 1.0))
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(dot, DOT, DOT)
