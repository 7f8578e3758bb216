"""The kernels of C1 and C3; those of C3 in the places of the connection table."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.engine.architecture import Architecture
from lenet_gui.engine.layers import Convolution
from lenet_gui.engine.recognizer import Recognizer
from lenet_gui.gui.mosaic import Grid, draw, draw_scale, pack
from lenet_gui.gui.session import Session
from lenet_gui.gui.theme import Theme, theme_of
from lenet_gui.values import ByteArray, FloatArray

MARGIN = 12
HEAD = 18
SCALE = 6


class KernelsPanel(QWidget):
    """C1: a kernel a map. C3: a column for each of its maps, a row for each map of S2."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._packed: dict[str, tuple[ByteArray, float]] = {}
        self.setObjectName("kernels")
        self.setAccessibleName(self.tr("Kernels"))
        self.setAccessibleDescription(self.tr("The trained kernels of C1 and C3."))
        self.setWhatsThis(
            self.tr(
                "Each square is a kernel of 5 by 5 weights. C3 has a column for each of its maps "
                "and a row for each map of S2; where the connection table has no entry, there is "
                "no kernel. All kernels of a layer share one scale."
            )
        )
        self.setMinimumSize(330, 130)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        session.reader_changed.connect(self._change_reader)

    def sizeHint(self) -> QSize:
        return QSize(620, 190)

    @Slot(object)
    def _change_reader(self, reader: Recognizer) -> None:
        self._packed = {}
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()

    def packed(self, layer: str) -> tuple[ByteArray, float]:
        """Colour indices of a layer's kernels, and the bound of their scale."""
        if layer not in self._packed:
            reader = self._session.reader
            kernels = dense_kernels(reader.architecture, reader.checkpoint.weights, layer)
            bound = float(np.nanmax(np.abs(kernels)))
            self._packed[layer] = _pack(kernels, bound), bound
        return self._packed[layer]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        first, _ = self.packed("C1")
        second, _ = self.packed("C3")
        units = first.shape[1] + second.shape[1]
        room = self.width() - 4 * MARGIN
        line = self.fontMetrics().height()
        high = self.height() - 2 * MARGIN - 2 * HEAD - SCALE - line
        ratio = self.devicePixelRatioF()
        zoom = min(room * ratio / units, high * ratio / max(first.shape[0], second.shape[0]))
        zoom = max(1, int(zoom)) / ratio
        x = float(MARGIN)
        for layer in ("C1", "C3"):
            x += self._paint_layer(painter, layer, x, zoom, theme) + 2 * MARGIN

    def _paint_layer(
        self, painter: QPainter, layer: str, x: float, zoom: float, theme: Theme
    ) -> float:
        pixels, bound = self.packed(layer)
        line = self.fontMetrics().height()
        size = QRectF(0, 0, pixels.shape[1] * zoom, pixels.shape[0] * zoom)
        at = size.translated(x, MARGIN + 2 * HEAD)
        painter.setPen(theme.color("text"))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(QPointF(x, MARGIN + line * 0.8), layer)
        painter.setFont(self.font())
        draw(painter, pixels, at, theme.signed_table())
        painter.setPen(theme.color("quiet"))
        step = 6 * zoom
        for place in range((pixels.shape[1] + 1) // 6):
            cell = QRectF(x + place * step, at.y() - line - 1, 5 * zoom, line)
            if step > painter.fontMetrics().horizontalAdvance("15"):
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(place))
        width = min(max(at.width(), 40.0), 120.0)
        scale = QRectF(x, at.bottom() + 8, width, SCALE)
        draw_scale(painter, scale, -1.0, theme)
        painter.drawText(QPointF(x + width + 6, scale.bottom() + 2), f"±{bound:.2g}")
        return max(at.width(), width + 50)


def dense_kernels(
    architecture: Architecture, weights: Mapping[str, FloatArray], layer: str
) -> FloatArray:
    """(maps below, maps, side, side) of a convolution, NaN where the table has no entry."""
    placed = architecture.layer(layer)
    operation = placed.layer.operation
    assert isinstance(operation, Convolution)
    weight = weights[f"{layer}.weight"]
    dense = operation.dense_weight(weight, placed.source).astype(np.float64)
    if operation.table is not None:
        absent = np.ones(dense.shape[:2], bool)
        absent[operation.table_indices()] = False
        dense[absent] = np.nan
    return dense.swapaxes(0, 1)


def _pack(kernels: FloatArray, bound: float) -> ByteArray:
    below, maps, side, _ = kernels.shape
    return pack(Grid(below * maps, side, side, maps, 1, 1), kernels.reshape(-1, side, side), bound)
