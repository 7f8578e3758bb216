"""The kernels of C1, and those of C3 in the arrangement of the connection table.

Of a network that sees colours, each kernel of C1 is also shown in the colours that it looks for.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.common.values import ByteArray, FloatArray, WeightPlace
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.appearance.theme import Theme, theme_of
from lenet_gui.gui.network.dense_kernels import dense_kernels
from lenet_gui.gui.network.weight_grids import WeightGrid, weight_grids
from lenet_gui.gui.network.weights_view import WeightsView
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.mosaic import Grid, draw_maps, draw_scale, pack, pack_colours

KERNELS_MARGIN = 12
NAME_WIDTH, KERNEL_SCALE_HEIGHT, KERNEL_SCALE_WIDTH = 30, 6, 70  # pixels
MOST_LAYERS = 2  # C1 and C3
LETTER_ROOM, LEAST_LETTER = 10, 7  # pixels beside the kernels for "R"; its least height
CHANNELS = "RGB"
STEP = 0.5  # device pixels by which weights grow
HEAD_GAP = 8  # pixels between a layer's name and its kernels


class KernelsPanel(WeightsView):
    """C1: one kernel per map. C3: a column for each of its maps, a row for each map of S2."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._weights: dict[str, WeightGrid] = {}
        self._kernels: dict[str, tuple[FloatArray, float]] = {}
        self._packed: dict[tuple[str, Grid], ByteArray] = {}
        self.setObjectName("kernels")
        self.setAccessibleName(self.tr("Kernels"))
        self.setAccessibleDescription(self.tr("The trained kernels of C1 and C3."))
        self.setWhatsThis(
            self.tr(
                "Each square is a kernel of 5 by 5 weights. C3 has one column per map of its own "
                "and one row per map of S2; where the connection table has no entry, there is no "
                "kernel. All kernels of a layer share one scale. Where the network sees colours, "
                "C1 has a row each for red, green and blue, and below them all three as one "
                "picture, in which grey is 0."
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
        self._weights, self._kernels, self._packed = {}, {}, {}
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()

    def packed(self, layer: str) -> tuple[Grid, ByteArray, float]:
        """Return a layer's kernels as a grid, colour indices and the bound of their scale, cached.

        Kernels of C1 that read one channel stand in two rows beside C3, and in one row above it.
        """
        grid = self._grid_of(layer)
        if (layer, grid) not in self._packed:
            kernels, bound = self._kernels_of(layer)
            side = grid.rows
            self._packed[layer, grid] = pack(grid, kernels.reshape(-1, side, side), bound)
        return grid, self._packed[layer, grid], self._kernels_of(layer)[1]

    # ---- single weights

    def weight_at(self, position: QPointF) -> WeightPlace | None:
        ratio = self.devicePixelRatioF()
        places = self.places() if self._layers() else {}
        for layer, (corner, zoom) in places.items():
            found = self._grid_of(layer).cell_at((position - corner) * ratio, zoom)
            if found is not None and found[0] < self._images(layer):
                return self._weights_of(layer).place(*found)
        return None

    def rect_of(self, place: WeightPlace) -> QRectF | None:
        if place.layer not in self._layers() or place.parameter != "weight":
            return None
        found = self._weights_of(place.layer).cell(place)
        assert found is not None
        image, row, column = found
        return self._rect(place.layer, image, row, column, 1)

    def rects_of_unit(self) -> list[QRectF]:
        unit = self._session.unit
        if unit is None or unit.layer not in self._layers():
            return []
        read = self._weights_of(unit.layer).of_map(unit.map)
        return [self._rect(unit.layer, image, 0, 0, side) for image, _, _, side, _ in read]

    def first_weight(self) -> WeightPlace | None:
        layers = self._layers()
        return self._weights_of(layers[0]).place(0, 0, 0) if layers else None

    def _rect(self, layer: str, image: int, row: int, column: int, side: int) -> QRectF:
        """Return where a square of a kernel's weights is painted."""
        (corner, zoom), ratio = self.places()[layer], self.devicePixelRatioF()
        own = self._grid_of(layer).rect(image, row, column, row + side, column + side, zoom)
        return QRectF(own.topLeft() / ratio, own.size() / ratio).translated(corner)

    def _grid_of(self, layer: str) -> Grid:
        return replace(self._grids(self.stacked)[layer], count=self._images(layer))

    def _images(self, layer: str) -> int:
        """Return how many kernels a layer has, without those painted in colours."""
        return math.prod(self._kernels_of(layer)[0].shape[:2])

    def _weights_of(self, layer: str) -> WeightGrid:
        if layer not in self._weights:
            recognizer = self._session.recognizer
            placed = recognizer.architecture.layer(layer)
            self._weights[layer] = weight_grids(placed, recognizer.checkpoint.weights)[0]
        return self._weights[layer]

    def _kernels_of(self, layer: str) -> tuple[FloatArray, float]:
        """Return kernels (maps below, maps, rows, columns) and the largest weight, cached."""
        if layer not in self._kernels:
            recognizer = self._session.recognizer
            kernels = dense_kernels(recognizer.architecture, recognizer.checkpoint.weights, layer)
            self._kernels[layer] = kernels, float(np.nanmax(np.abs(kernels)))
        return self._kernels[layer]

    def _grids(self, stacked: bool) -> dict[str, Grid]:
        grids = {}
        for layer in self._layers():
            below, maps, side, _ = self._kernels_of(layer)[0].shape
            across = maps if below > 1 or stacked else -(-maps // 2)
            rows = below + 1 if self._is_coloured(layer) else below
            grids[layer] = Grid(rows * maps, side, side, across, 1, 1)
        return grids

    def _layers(self) -> list[str]:
        """Return the first convolutions of the network, mostly C1 and C3."""
        placed = self._session.recognizer.architecture.map_convolutions()
        return [layer.name for layer in placed[:MOST_LAYERS]]

    def _is_coloured(self, layer: str) -> bool:
        """Return whether a layer reads red, green and blue."""
        return self._session.recognizer.architecture.coloured and layer == self._layers()[0]

    def in_colours(self, layer: str) -> ByteArray:
        """Return kernels of three channels as pictures, uint8 (maps, rows, columns, 3).

        A weight of 0 is 128; the ends of the scale are 1 and 255.
        """
        kernels, bound = self._kernels_of(layer)
        shades = np.rint(128 + 127 * kernels / bound).astype(np.uint8)
        return np.ascontiguousarray(shades.transpose(1, 2, 3, 0))

    # ---- places

    @property
    def stacked(self) -> bool:
        """Whether C3 stands below C1: where that makes its weights larger."""
        last = self._layers()[-1]
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
        gap = max(float(KERNELS_MARGIN), (self.width() - sum(widths.values())) / (len(widths) + 1))
        x = gap
        for layer in widths:
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
        first_name, first = next(iter(grids.items()))
        left = height - sum(even * grid.height for grid in grids.values()) + even * first.height
        larger = _steps(min(width / first.width, left / first.height))
        return dict.fromkeys(grids, even) | {first_name: max(even, larger)}

    def _head_height(self) -> int:
        return self.fontMetrics().height() + HEAD_GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        ratio = self.devicePixelRatioF()
        if not self._layers():
            painter.setPen(theme.color("quiet"))
            text = self.tr("This network has no convolution.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
            return
        for layer, (corner, zoom) in self.places().items():
            grid, packed, _ = self.packed(layer)
            draw_maps(painter, grid, packed, corner, zoom, theme, ratio)
            self._paint_head(painter, corner, layer, theme)
            if self._is_coloured(layer):
                self._paint_colours(painter, grid, layer, corner, zoom, theme)
        self.paint_marks(painter, theme)

    def _paint_colours(
        self,
        painter: QPainter,
        planes: Grid,
        layer: str,
        corner: QPointF,
        zoom: float,
        theme: Theme,
    ) -> None:
        """Paint the kernels in their colours below the planes, and a letter beside each plane."""
        ratio, maps = self.devicePixelRatioF(), self.in_colours(layer)
        period = planes.rows + planes.row_gap
        grid = replace(planes, count=len(maps))
        below = corner + QPointF(0, planes.y(period * len(CHANNELS), zoom) / ratio)
        draw_maps(painter, grid, pack_colours(grid, maps), below, zoom, theme, ratio)
        high = planes.rows * zoom / ratio
        if high < LEAST_LETTER:
            return
        small = QFont(self.font())
        small.setPixelSize(int(min(high, LETTER_ROOM)))
        painter.setFont(small)
        painter.setPen(theme.color("quiet"))
        for row, letter in enumerate(CHANNELS):
            top = corner.y() + planes.y(period * row, zoom) / ratio
            beside = QRectF(corner.x() - LETTER_ROOM - 1, top, LETTER_ROOM, high)
            painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, letter)

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
