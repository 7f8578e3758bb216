"""The kernels of C1 before and after a training, with the same colour scale."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.common.values import FloatArray
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.mosaic import Grid, draw_maps, draw_scale, pack

KERNEL_PAIR_GAP, PAIR_SCALE_HEIGHT, PAIR_SCALE_WIDTH = 14, 6, 40
MOST_ZOOM = 8  # pixels of a weight


class KernelPair(QWidget):
    """Two mosaics side by side; weights are (maps, rows, columns)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before: FloatArray | None = None
        self.after: FloatArray | None = None
        self.setObjectName("kernel-pair")
        self.setAccessibleName(self.tr("Kernels of C1 before and after the training"))
        self.setWhatsThis(
            self.tr(
                "The kernels of C1 before and after the training. Both share one colour scale: "
                "the stronger the colour, the larger the weight."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bound(self) -> float:
        """The end of the colour scale: the largest absolute weight of both."""
        both = [kernels for kernels in (self.before, self.after) if kernels is not None]
        return max((float(np.abs(kernels).max()) for kernels in both), default=1.0) or 1.0

    def show_kernels(self, before: FloatArray | None, after: FloatArray | None) -> None:
        """Show kernels (maps, rows, columns); either may be None while it is unknown."""
        self.before, self.after = before, after
        self.updateGeometry()
        self.update()

    def _grid(self) -> Grid:
        kernels = self.before if self.before is not None else self.after
        count, rows, columns = (6, 5, 5) if kernels is None else kernels.shape
        return Grid(count, rows, columns, -(-count // 2) if count > 3 else count, 1, 1)

    def sizeHint(self) -> QSize:
        grid = self._grid()
        line = self.fontMetrics().height()
        return QSize(2 * grid.width * 5 + KERNEL_PAIR_GAP, 2 * line + 8 + grid.height * 5)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * self._grid().width * 2 + KERNEL_PAIR_GAP, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, grid = theme_of(self), QPainter(self), self._grid()
        painter.fillRect(self.rect(), theme.color("panel"))
        line, ratio, bound = self.fontMetrics().height(), self.devicePixelRatioF(), self.bound
        self._paint_head(painter, bound)
        top = 2 * line + 8
        room = min(
            (self.width() - KERNEL_PAIR_GAP) / 2 / grid.width,
            (self.height() - top) / grid.height,
            MOST_ZOOM,
        )
        zoom = max(1, int(room * ratio))
        x = 0.0
        for title, kernels in ((self.tr("before"), self.before), (self.tr("after"), self.after)):
            painter.setPen(theme.color("quiet"))
            painter.drawText(QPointF(x, 2 * line), title)
            if kernels is not None:
                packed = pack(grid, kernels, bound)
                draw_maps(painter, grid, packed, QPointF(x, top), zoom, theme, ratio)
            x += (
                max(grid.width * zoom / ratio, self.fontMetrics().horizontalAdvance(title))
                + KERNEL_PAIR_GAP
            )

    def _paint_head(self, painter: QPainter, bound: float) -> None:
        theme, metrics = theme_of(self), self.fontMetrics()
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(theme.color("text"))
        title = self.tr("C1 kernels")
        painter.drawText(QPointF(0, metrics.ascent()), title)
        x = painter.fontMetrics().horizontalAdvance(title) + 10
        painter.setFont(self.font())
        draw_scale(
            painter,
            QRectF(x, metrics.ascent() - PAIR_SCALE_HEIGHT, PAIR_SCALE_WIDTH, PAIR_SCALE_HEIGHT),
            -1.0,
            theme,
        )
        painter.setPen(theme.color("quiet"))
        text = f"±{self.locale().toString(bound, 'g', 2)}"
        painter.drawText(QPointF(x + PAIR_SCALE_WIDTH + 6, metrics.ascent()), text)
