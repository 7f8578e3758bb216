"""The weights of one layer as images, each with its scale."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.common.values import WeightPlace
from lenet_gui.gui.appearance.theme import Theme, theme_of
from lenet_gui.gui.network.weight_grids import WeightGrid, weight_grids
from lenet_gui.gui.network.weights_view import WeightsView
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.mosaic import Grid, draw_maps, draw_scale, pack

MARGIN, HEAD_GAP = 12, 6  # pixels around all, and between a heading and its images
SCALE_WIDTH, SCALE_HEIGHT, SCALE_GAP = 60, 6, 8
LARGEST = 18.0  # device pixels of a weight
STEP = 0.5  # device pixels by which weights grow


@dataclass(frozen=True, eq=False)
class _Placed:
    """A parameter's images: y of the heading, of the images, and the device pixels of a weight."""

    weights: WeightGrid
    grid: Grid
    head: float
    top: float
    zoom: float


class LayerWeights(WeightsView):
    """All parameters of a layer below each other, the weights as large as there is room."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(self.tr("Weights"))
        self.setWhatsThis(
            self.tr("Arrow keys move from weight to weight, Page Up and Page Down from map to map.")
        )
        self.grids: list[WeightGrid] = []
        self._placed: list[_Placed] = []

    def show_layer(self, layer: str) -> None:
        """Show the parameters of a layer of the session's network as they are now."""
        recognizer = self._session.recognizer
        placed = recognizer.architecture.layer(layer)
        self.grids = weight_grids(placed, recognizer.checkpoint.weights)
        self._placed = []
        grids = [_grid(weights) for weights in self.grids]
        ratio = self.devicePixelRatioF()
        wide = max((grid.width for grid in grids), default=0) / ratio + 2 * MARGIN
        high = sum(grid.height / ratio + self._head() + MARGIN for grid in grids) + MARGIN
        self.setMinimumSize(int(wide) + 1, int(high) + 1)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._placed = []

    def _head(self) -> int:
        return self.fontMetrics().height() + HEAD_GAP

    def placed(self) -> list[_Placed]:
        """Return where each parameter stands; those of one row take little, the others the rest."""
        if self._placed or not self.grids:
            return self._placed
        ratio, y = self.devicePixelRatioF(), float(MARGIN)
        grids = [_grid(weights) for weights in self.grids]
        width = (self.width() - 2 * MARGIN) * ratio
        flat = [min(LARGEST, _steps(width / grid.width)) for grid in grids]
        heads = len(grids) * (self._head() + MARGIN) + MARGIN
        left = (self.height() - heads) * ratio
        left -= sum(z * g.height for z, g in zip(flat[1:], grids[1:], strict=True))
        zooms = [min(flat[0], _steps(left / grids[0].height)), *flat[1:]]
        for weights, grid, zoom in zip(self.grids, grids, zooms, strict=True):
            top = y + self._head()
            self._placed.append(_Placed(weights, grid, y, top, zoom))
            y = top + grid.y(grid.height, zoom) / ratio + MARGIN
        return self._placed

    # ---- single weights

    def weight_at(self, position: QPointF) -> WeightPlace | None:
        ratio = self.devicePixelRatioF()
        for placed in self.placed():
            point = (position - QPointF(MARGIN, placed.top)) * ratio
            found = placed.grid.cell_at(point, placed.zoom)
            if found is not None:
                return placed.weights.place(*found)
        return None

    def rect_of(self, place: WeightPlace) -> QRectF | None:
        for placed in self.placed():
            cell = placed.weights.cell(place)
            if cell is not None:
                image, row, column = cell
                return self._rect(placed, image, row, column, row + 1, column + 1)
        return None

    def rects_of_unit(self) -> list[QRectF]:
        unit = self._session.unit
        if unit is None or not self.grids or unit.layer != self.grids[0].layer:
            return []
        found = []
        for placed in self.placed():
            found += [self._rect(placed, *cells) for cells in placed.weights.of_map(unit.map)]
        return found

    def first_weight(self) -> WeightPlace | None:
        for weights in self.grids:
            if weights.trained:
                return WeightPlace(weights.layer, weights.parameter, (0,) * len(weights.shape))
        return None

    def _rect(
        self, placed: _Placed, image: int, top: int, left: int, bottom: int, right: int
    ) -> QRectF:
        ratio = self.devicePixelRatioF()
        own = placed.grid.rect(image, top, left, bottom, right, placed.zoom)
        at = QPointF(MARGIN, placed.top)
        return QRectF(own.topLeft() / ratio, own.size() / ratio).translated(at)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        if not self.grids:
            painter.setPen(theme.color("quiet"))
            text = self.tr("Nothing is trained in this layer.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
            return
        ratio = self.devicePixelRatioF()
        for placed in self.placed():
            bound = placed.weights.bound
            packed = pack(placed.grid, placed.weights.values, bound)
            corner = QPointF(MARGIN, round(placed.top))
            draw_maps(painter, placed.grid, packed, corner, placed.zoom, theme, ratio)
            self._paint_head(painter, placed, theme)
        self.paint_marks(painter, theme)

    def _paint_head(self, painter: QPainter, placed: _Placed, theme: Theme) -> None:
        """Paint what the numbers are, how many, and their scale."""
        weights = placed.weights
        names = {
            "weight": self.tr("weights"),
            "bias": self.tr("biases"),
            "coefficient": self.tr("coefficients"),
            "code": self.tr("codes, not trained"),
        }
        text = f"{QLocale().toString(weights.count)} {names[weights.parameter]}"
        baseline = placed.head + self.fontMetrics().ascent()
        painter.setPen(theme.color("text"))
        painter.drawText(QPointF(MARGIN, baseline), text)
        x = MARGIN + self.fontMetrics().horizontalAdvance(text) + SCALE_GAP
        scale = QRectF(x, baseline - SCALE_HEIGHT, SCALE_WIDTH, SCALE_HEIGHT)
        draw_scale(painter, scale, -1.0, theme)
        painter.setPen(theme.color("quiet"))
        bound = f"±{QLocale().toString(weights.bound, 'g', 2)}"
        painter.drawText(QPointF(scale.right() + SCALE_GAP, baseline), bound)


def _grid(weights: WeightGrid) -> Grid:
    count, rows, columns = weights.values.shape
    gap = 1 if count > 1 else 0
    return Grid(count, rows, columns, weights.across, gap, gap)


def _steps(zoom: float) -> float:
    """Return a zoom in steps, at least 1."""
    return max(1.0, zoom // STEP * STEP)
