"""The kernels of C1, and those of C3 in the arrangement of the connection table."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.appearance.theme import Theme, theme_of
from lenet_gui.gui.network.dense_kernels import dense_kernels
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.mosaic import Grid, draw, draw_scale, pack

KERNELS_MARGIN = 12
KERNEL_SCALE_HEIGHT, KERNEL_SCALE_WIDTH = 6, 70  # pixels
C1_PART = 0.25  # of the width: C1 has 2 x 3 kernels, C3 6 x 16


class KernelsPanel(QWidget):
    """C1: one kernel per map. C3: a column for each of its maps, a row for each map of S2."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._packed: dict[str, tuple[ByteArray, float]] = {}
        self.setObjectName("kernels")
        self.setAccessibleName(self.tr("Kernels"))
        self.setAccessibleDescription(self.tr("The trained kernels of C1 and C3."))
        self.setWhatsThis(
            self.tr(
                "Each square is a kernel of 5 by 5 weights. C3 has one column per map of its own "
                "and one row per map of S2; where the connection table has no entry, there is no "
                "kernel. All kernels of a layer share one scale."
            )
        )
        self.setMinimumSize(220, 70)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        session.network_changed.connect(self._change_network)
        session.weights_changed.connect(self._change_network)

    def sizeHint(self) -> QSize:
        return QSize(620, 190)

    @Slot(object)
    def _change_network(self, recognizer: Recognizer) -> None:
        self._packed = {}
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()

    def packed(self, layer: str) -> tuple[ByteArray, float]:
        """Return the colour indices of a layer's kernels and the bound of their scale, cached."""
        if layer not in self._packed:
            recognizer = self._session.recognizer
            kernels = dense_kernels(recognizer.architecture, recognizer.checkpoint.weights, layer)
            bound = float(np.nanmax(np.abs(kernels)))
            below, maps, side, _ = kernels.shape
            across = maps if below > 1 else -(-maps // 2)
            grid = Grid(below * maps, side, side, across, 1, 1)
            self._packed[layer] = pack(grid, kernels.reshape(-1, side, side), bound), bound
        return self._packed[layer]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        top = KERNELS_MARGIN + self.fontMetrics().height() + 8
        x, ratio = float(KERNELS_MARGIN), self.devicePixelRatioF()
        height, width = self.height() - top - KERNELS_MARGIN, self.width() - 4 * KERNELS_MARGIN
        for layer, part in (("C1", C1_PART), ("C3", 1 - C1_PART)):
            pixels, bound = self.packed(layer)
            rows, columns = pixels.shape
            zoom = max(1, int(min(width * part / columns, height / rows) * ratio)) / ratio
            at = QRectF(x, top, columns * zoom, rows * zoom)
            draw(painter, pixels, at, theme.signed_table())
            head = self._paint_head(painter, x, layer, bound, theme)
            x += max(at.width(), head) + 2 * KERNELS_MARGIN

    def _paint_head(
        self, painter: QPainter, x: float, layer: str, bound: float, theme: Theme
    ) -> float:
        """Paint name, scale and its bound in one line; return the line's width in pixels."""
        metrics = self.fontMetrics()
        bold = QFont(self.font())
        bold.setBold(True)
        baseline = KERNELS_MARGIN + metrics.ascent()
        painter.setFont(bold)
        painter.setPen(theme.color("text"))
        painter.drawText(QPointF(x, baseline), layer)
        painter.setFont(self.font())
        scale = QRectF(
            x + 30, baseline - KERNEL_SCALE_HEIGHT, KERNEL_SCALE_WIDTH, KERNEL_SCALE_HEIGHT
        )
        draw_scale(painter, scale, -1.0, theme)
        painter.setPen(theme.color("quiet"))
        text = f"±{QLocale().toString(bound, 'g', 2)}"
        painter.drawText(QPointF(scale.right() + 6, baseline), text)
        return 30 + KERNEL_SCALE_WIDTH + 6 + metrics.horizontalAdvance(text)
