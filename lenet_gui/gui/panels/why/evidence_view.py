"""Pictures of what speaks for and against an answer: units below the output, and the ink."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lenet_gui.common.values import FloatArray, Unit
from lenet_gui.engine.explaining.answer_evidence import AnswerEvidence
from lenet_gui.engine.networks.rbf_codes import CODE_COLUMNS, CODE_ROWS
from lenet_gui.gui.appearance.theme import Theme, theme_of
from lenet_gui.gui.panels.why.pictures import Shades, paint_enlarged, tinted_image
from lenet_gui.gui.session.pins import Pins
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.widgets.mosaic import Grid, draw_maps, pack
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.wording.recognition_words import unit_text

GAP = 14  # pixels between the two pictures
TALLEST = 140  # pixels of a picture, however wide the panel is
UNITS_PART = CODE_COLUMNS / CODE_ROWS  # width of the units beside their height
CAPTION_GAP = 3


class EvidenceView(QWidget):
    """Two pictures on one scale of colours: orange speaks for the answer, blue for the rival.

    Both are empty frames while there is nothing to show. A click on a unit pins it.
    evidence: what the units add to the lead. shades: the field. ink_map: what its places do for
    the lead, (rows, columns). captions: above the pictures.
    """

    def __init__(self, pins: Pins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins = pins
        self.evidence: AnswerEvidence | None = None
        self.class_names: tuple[str, ...] = ()
        self.shades: Shades | None = None
        self.ink_map: FloatArray | None = None
        self.captions = ("", "")
        self.setObjectName("why-evidence")
        self.setAccessibleName(self.tr("Evidence"))
        self.setWhatsThis(
            self.tr(
                "Left: each small square is a unit of the last layer before the output. Orange "
                "units speak for the answer, blue ones for the other class; they add up to the "
                "lead. Click one to pin it. Right: places of the ink that speak for the answer "
                "(orange) or for the other class (blue)."
            )
        )
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 60)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._caption_height() + round(self._side(width)) + 2

    # ---- places

    def _caption_height(self) -> int:
        return self.fontMetrics().height() + CAPTION_GAP

    def _side(self, width: int) -> float:
        return min(float(TALLEST), (width - GAP - 2) / (1 + UNITS_PART))

    def places(self) -> tuple[QRectF, QRectF]:
        """Return the places of the units and of the ink."""
        side, top = self._side(self.width()), float(self._caption_height())
        units = QRectF(1, top, side * UNITS_PART, side)
        return units, QRectF(units.right() + GAP, top, side, side)

    def grid(self) -> tuple[Grid, QPointF, float] | None:
        """Return how the units stand, where they begin, and the device pixels of a unit."""
        if self.evidence is None:
            return None
        shape, area = (*self.evidence.units.shape, 1, 1)[:3], self.places()[0]
        grid, ratio = _grid_of(shape, area), self.devicePixelRatioF()
        zoom = min(area.width() / grid.width, area.height() / grid.height) * ratio
        return grid, area.topLeft(), max(zoom, 1.0)

    def unit_at(self, place: QPointF) -> Unit | None:
        """Return the unit at a point of the widget."""
        shown = self.grid()
        if shown is None or self.evidence is None:
            return None
        grid, corner, zoom = shown
        found = grid.cell_at((place - corner) * self.devicePixelRatioF(), zoom)
        return None if found is None else Unit(self.evidence.layer, *found)

    # ---- hands

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.unit_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        unit = self.unit_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and unit is not None:
            self._pins.toggle(unit)
        else:
            super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.text_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), inert(text), self)
            return True
        return super().event(event)

    def text_at(self, place: QPointF) -> str:
        """Return what a unit adds to the lead: "F6 unit 30 · +3.214"; empty elsewhere."""
        unit = self.unit_at(place)
        if unit is None or self.evidence is None:
            return ""
        values = self.evidence.units.reshape((*self.evidence.units.shape, 1, 1)[:3])
        value = float(values[unit.map, unit.row, unit.column])
        return unit_text(unit, value, self.class_names)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        for place, caption in zip(self.places(), self.captions, strict=True):
            painter.setPen(theme.color("quiet"))
            room = int(place.width()) + GAP // 2
            text = elided(caption, self.fontMetrics(), room)
            painter.drawText(QPointF(place.x(), self.fontMetrics().ascent()), text)
            painter.setPen(theme.color("border"))
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        self._paint_units(painter, theme)
        if self.shades is not None:
            rows, columns = self.shades.pixels.shape[1:]
            signed: FloatArray = np.zeros((rows, columns))
            if self.ink_map is not None:
                signed = self.ink_map / _largest(self.ink_map)
            image = tinted_image(self.shades, signed, theme)
            paint_enlarged(painter, self.places()[1], image, theme)

    def _paint_units(self, painter: QPainter, theme: Theme) -> None:
        shown = self.grid()
        if shown is None or self.evidence is None:
            return
        grid, corner, zoom = shown
        maps = self.evidence.units.reshape(grid.count, grid.rows, grid.columns)
        packed = pack(grid, maps, _largest(maps))
        painter.setClipRect(self.places()[0])  # of very many units not all have a pixel
        draw_maps(painter, grid, packed, corner, zoom, theme, self.devicePixelRatioF())
        painter.setClipping(False)


def _grid_of(shape: tuple[int, ...], area: QRectF) -> Grid:
    """Return how units or maps stand side by side: 84 units as in the codes, others as fits."""
    maps, rows, columns = shape
    if rows * columns == 1:
        across = max(1, round(math.sqrt(maps * area.width() / area.height())))
        return Grid(maps, 1, 1, across)
    ratio = area.width() / area.height() * rows / columns
    across = min(maps, max(1, round(math.sqrt(maps * ratio))))
    return Grid(maps, rows, columns, across, 1, 1)


def _largest(values: FloatArray) -> float:
    """Return the largest magnitude, which bounds the scale; 1 if all are 0."""
    return float(np.abs(values).max()) or 1.0
