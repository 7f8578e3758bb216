"""The kernels of C1, and those of C3 in the arrangement of the connection table."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.common.values import ByteArray, FloatArray
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.appearance.theme import Theme, theme_of
from lenet_gui.gui.network.dense_kernels import dense_kernels
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.mosaic import Grid, draw_maps, draw_scale, pack

KERNELS_MARGIN = 12
NAME_WIDTH, KERNEL_SCALE_HEIGHT, KERNEL_SCALE_WIDTH = 30, 6, 70  # pixels
LAYERS = ("C1", "C3")
STEP = 0.5  # device pixels by which weights grow
HEAD_GAP = 8  # pixels between a layer's name and its kernels


class KernelsPanel(QWidget):
    """C1: one kernel per map. C3: a column for each of its maps, a row for each map of S2."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kernels: dict[str, tuple[FloatArray, float]] = {}
        self._packed: dict[tuple[str, Grid], ByteArray] = {}
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
        self._kernels, self._packed = {}, {}
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()

    def packed(self, layer: str) -> tuple[Grid, ByteArray, float]:
        """Return a layer's kernels as a grid, colour indices and the bound of their scale, cached.

        Kernels of C1 that read one channel stand in two rows beside C3, and in one row above it.
        """
        grid = self._grids(self.stacked)[layer]
        if (layer, grid) not in self._packed:
            kernels, bound = self._kernels_of(layer)
            side = grid.rows
            self._packed[layer, grid] = pack(grid, kernels.reshape(-1, side, side), bound)
        return grid, self._packed[layer, grid], self._kernels_of(layer)[1]

    def _kernels_of(self, layer: str) -> tuple[FloatArray, float]:
        """Return kernels (maps below, maps, rows, columns) and the largest weight, cached."""
        if layer not in self._kernels:
            recognizer = self._session.recognizer
            kernels = dense_kernels(recognizer.architecture, recognizer.checkpoint.weights, layer)
            self._kernels[layer] = kernels, float(np.nanmax(np.abs(kernels)))
        return self._kernels[layer]

    def _grids(self, stacked: bool) -> dict[str, Grid]:
        grids = {}
        for layer in LAYERS:
            below, maps, side, _ = self._kernels_of(layer)[0].shape
            across = maps if below > 1 or stacked else -(-maps // 2)
            grids[layer] = Grid(below * maps, side, side, across, 1, 1)
        return grids

    # ---- places

    @property
    def stacked(self) -> bool:
        """Whether C3 stands below C1: where that makes its weights larger."""
        last = LAYERS[-1]
        return self._zooms_stacked()[last] > self._zooms_beside()[last]

    def places(self) -> dict[str, tuple[QPointF, float]]:
        """Return for each layer the upper left corner, and the device pixels of a weight."""
        stacked, ratio, head = self.stacked, self.devicePixelRatioF(), self._head_height()
        grids, zooms = self._grids(stacked), self._zooms_stacked()
        if not stacked:
            zooms = self._zooms_beside()
        widths = {
            layer: max(grid.x(grid.width, zooms[layer]) / ratio, self._head_width(layer))
            for layer, grid in grids.items()
        }
        found, y = {}, float(KERNELS_MARGIN)
        if stacked:
            x = max(float(KERNELS_MARGIN), (self.width() - max(widths.values())) / 2)
            for layer, grid in grids.items():
                found[layer] = QPointF(round(x), round(y + head)), zooms[layer]
                y += head + grid.y(grid.height, zooms[layer]) / ratio + KERNELS_MARGIN
            return found
        gap = max(float(KERNELS_MARGIN), (self.width() - sum(widths.values())) / (len(LAYERS) + 1))
        x = gap
        for layer in LAYERS:
            found[layer] = QPointF(round(x), y + head), zooms[layer]
            x += widths[layer] + gap
        return found

    def _zooms_beside(self) -> dict[str, float]:
        """Return the device pixels of a weight with the layers side by side.

        Kernels are as high as the panel; where they would be too wide, all shrink alike.
        """
        ratio, grids = self.devicePixelRatioF(), self._grids(stacked=False)
        height = (self.height() - 2 * KERNELS_MARGIN - self._head_height()) * ratio
        width = (self.width() - (len(grids) + 1) * KERNELS_MARGIN) * ratio
        zooms = {layer: height / grid.height for layer, grid in grids.items()}
        widest = sum(zooms[layer] * grid.width for layer, grid in grids.items())
        shrunk = min(1.0, width / widest)
        return {layer: _steps(zoom * shrunk) for layer, zoom in zooms.items()}

    def _zooms_stacked(self) -> dict[str, float]:
        """Return the device pixels of a weight with C1 above C3: C1 takes what C3 leaves."""
        ratio, grids = self.devicePixelRatioF(), self._grids(stacked=True)
        heads = len(grids) * (self._head_height() + KERNELS_MARGIN) + KERNELS_MARGIN
        height, width = (self.height() - heads) * ratio, (self.width() - 2 * KERNELS_MARGIN) * ratio
        widest = max(grid.width for grid in grids.values())
        even = _steps(min(width / widest, height / sum(grid.height for grid in grids.values())))
        first = grids[LAYERS[0]]
        left = height - sum(even * grid.height for grid in grids.values()) + even * first.height
        larger = _steps(min(width / first.width, left / first.height))
        return dict.fromkeys(LAYERS, even) | {LAYERS[0]: max(even, larger)}

    def _head_height(self) -> int:
        return self.fontMetrics().height() + HEAD_GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        ratio = self.devicePixelRatioF()
        for layer, (corner, zoom) in self.places().items():
            grid, packed, _ = self.packed(layer)
            draw_maps(painter, grid, packed, corner, zoom, theme, ratio)
            self._paint_head(painter, corner, layer, theme)

    def _bound_text(self, layer: str) -> str:
        return f"±{QLocale().toString(self._kernels_of(layer)[1], 'g', 2)}"

    def _head_width(self, layer: str) -> int:
        text = self._bound_text(layer)
        return NAME_WIDTH + KERNEL_SCALE_WIDTH + 6 + self.fontMetrics().horizontalAdvance(text)

    def _paint_head(self, painter: QPainter, corner: QPointF, layer: str, theme: Theme) -> None:
        """Paint name, scale and its bound in one line above the kernels."""
        bold = QFont(self.font())
        bold.setBold(True)
        x, baseline = corner.x(), corner.y() - self._head_height() + self.fontMetrics().ascent()
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


def _steps(zoom: float) -> float:
    """Return a zoom in steps, at least 1."""
    return max(1.0, zoom // STEP * STEP)
