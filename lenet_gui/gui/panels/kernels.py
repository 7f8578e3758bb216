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
from lenet_gui.gui.widgets.mosaic import Grid, draw_maps, draw_scale, pack

KERNELS_MARGIN = 12
NAME_WIDTH, KERNEL_SCALE_HEIGHT, KERNEL_SCALE_WIDTH = 30, 6, 70  # pixels
LAYERS = ("C1", "C3")
STEP = 0.5  # device pixels by which weights grow


class KernelsPanel(QWidget):
    """C1: one kernel per map. C3: a column for each of its maps, a row for each map of S2."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._packed: dict[str, tuple[Grid, ByteArray, float]] = {}
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

    def packed(self, layer: str) -> tuple[Grid, ByteArray, float]:
        """Return a layer's kernels as a grid, colour indices and the bound of their scale, cached.

        A kernel of C1 that reads one channel stands in one of two rows.
        """
        if layer not in self._packed:
            recognizer = self._session.recognizer
            kernels = dense_kernels(recognizer.architecture, recognizer.checkpoint.weights, layer)
            bound = float(np.nanmax(np.abs(kernels)))
            below, maps, side, _ = kernels.shape
            across = maps if below > 1 else -(-maps // 2)
            grid = Grid(below * maps, side, side, across, 1, 1)
            packed = pack(grid, kernels.reshape(-1, side, side), bound)
            self._packed[layer] = grid, packed, bound
        return self._packed[layer]

    def places(self) -> dict[str, tuple[QPointF, float]]:
        """Return for each layer the upper left corner, and the device pixels of a weight.

        Kernels are as high as the panel; where they would be too wide, all shrink alike. Spare
        width is shared by the margins and the space between the layers.
        """
        top, ratio = KERNELS_MARGIN + self.fontMetrics().height() + 8, self.devicePixelRatioF()
        gaps = len(LAYERS) + 1
        height = (self.height() - top - KERNELS_MARGIN) * ratio
        width = (self.width() - gaps * KERNELS_MARGIN) * ratio
        grids = {layer: self.packed(layer)[0] for layer in LAYERS}
        zooms = {layer: height / grid.height for layer, grid in grids.items()}
        widest = sum(zooms[layer] * grid.width for layer, grid in grids.items())
        shrunk = min(1.0, width / widest)
        zooms = {layer: max(1.0, zoom * shrunk // STEP * STEP) for layer, zoom in zooms.items()}
        widths = {
            layer: max(grid.x(grid.width, zooms[layer]) / ratio, self._head_width(layer))
            for layer, grid in grids.items()
        }
        gap = max(float(KERNELS_MARGIN), (self.width() - sum(widths.values())) / gaps)
        x, found = gap, {}
        for layer in LAYERS:
            found[layer] = QPointF(round(x), top), zooms[layer]
            x += widths[layer] + gap
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        ratio = self.devicePixelRatioF()
        for layer, (corner, zoom) in self.places().items():
            grid, packed, _ = self.packed(layer)
            draw_maps(painter, grid, packed, corner, zoom, theme, ratio)
            self._paint_head(painter, corner.x(), layer, theme)

    def _bound_text(self, layer: str) -> str:
        return f"±{QLocale().toString(self.packed(layer)[2], 'g', 2)}"

    def _head_width(self, layer: str) -> int:
        text = self._bound_text(layer)
        return NAME_WIDTH + KERNEL_SCALE_WIDTH + 6 + self.fontMetrics().horizontalAdvance(text)

    def _paint_head(self, painter: QPainter, x: float, layer: str, theme: Theme) -> None:
        """Paint name, scale and its bound in one line."""
        bold = QFont(self.font())
        bold.setBold(True)
        baseline = KERNELS_MARGIN + self.fontMetrics().ascent()
        painter.setFont(bold)
        painter.setPen(theme.color("text"))
        painter.drawText(QPointF(x, baseline), layer)
        painter.setFont(self.font())
        left = x + NAME_WIDTH
        scale = QRectF(
            left, baseline - KERNEL_SCALE_HEIGHT, KERNEL_SCALE_WIDTH, KERNEL_SCALE_HEIGHT
        )
        draw_scale(painter, scale, -1.0, theme)
        painter.setPen(theme.color("quiet"))
        painter.drawText(QPointF(scale.right() + 6, baseline), self._bound_text(layer))
