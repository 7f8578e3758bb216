"""The connection table: which maps of S2 each map of C3 reads (1998 paper, Table I).

In other networks it is that of the second convolution, or of the only one.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.common.values import Unit
from lenet_gui.engine.networks.layers import Convolution
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.plain_text import inert

MIN_LINE_HEIGHT = 1.4  # times a capital letter; in lower lines the font shrinks
TABLE_MARGIN = 12
HIGHEST_CELL, WIDEST_CELL = 44.0, 2.5  # pixels; times the height, or rows fall apart
_CENTRE = Qt.AlignmentFlag.AlignCenter
CORNER_GAP = 4  # pixels from the names of both layers to the first column


class ConnectionsPanel(QWidget):
    """A table with a dot for each connection; a map of C3 that is pointed at is accented."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._column: int | None = None  # under the mouse
        self.setObjectName("connections")
        self.setAccessibleName(self.tr("Connection table"))
        self.setAccessibleDescription(self.tr("Which maps of S2 each map of C3 reads."))
        self.setWhatsThis(
            self.tr(
                "One column per map of C3 and one row per map of S2; a dot marks a connection. "
                "The network of 1998 omits some, which saves weights and makes the maps learn "
                "different features."
            )
        )
        self.setMouseTracking(True)
        self.setMinimumSize(220, 70)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        session.network_changed.connect(self._refresh)
        session.unit_pointed.connect(self._refresh)

    def sizeHint(self) -> QSize:
        return QSize(620, 190)

    @Slot()
    def _refresh(self) -> None:
        self.update()

    def _layers(self) -> tuple[str, str]:
        """Return the names of the layer below and of the convolution, "" if there is none."""
        architecture = self._session.recognizer.architecture
        found = architecture.map_convolutions()[:2]
        return (architecture.below(found[-1].name), found[-1].name) if found else ("", "")

    def _corner_text(self) -> str:
        return " \\ ".join(self._layers())

    def table(self) -> tuple[tuple[int, ...], ...]:
        """Return for each map of C3 the maps of S2 that it reads; () without a convolution."""
        _, layer = self._layers()
        if not layer:
            return ()
        placed = self._session.recognizer.architecture.layer(layer)
        operation = placed.layer.operation
        assert isinstance(operation, Convolution)
        if operation.table is not None:
            return operation.table
        return tuple(tuple(range(placed.source[0])) for _ in range(operation.maps))

    def cell(self, row: int, column: int) -> QRectF:
        """Return the cell of S2 map ``row`` and C3 map ``column``; -1 is a heading."""
        high, wide, heading = self._sizes()
        left = (self.width() - heading - len(self.table()) * wide) / 2
        top = (self.height() - (self._rows() + 1) * high) / 2
        return QRectF(left + heading + column * wide, top + (row + 1) * high, wide, high)

    def corner(self) -> QRectF:
        """Return the place of the names of both layers."""
        _, _, heading = self._sizes()
        first = self.cell(-1, 0)
        return QRectF(first.x() - heading, first.y(), heading, first.height())

    def _sizes(self) -> tuple[float, float, float]:
        """Return height and width of a cell, and the width of what stands to the left of all.

        That is two cells, or more where the names of the layers would be cut off.
        """
        columns, room = len(self.table()), self.width() - 2 * TABLE_MARGIN
        high = min((self.height() - 2 * TABLE_MARGIN) / (self._rows() + 1), HIGHEST_CELL)
        names = self.fontMetrics().horizontalAdvance(self._corner_text()) + CORNER_GAP
        wide = min(room / (columns + 2), (room - names) / columns, WIDEST_CELL * high)
        return high, wide, max(2 * wide, names)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        inside = [c for c in range(len(self.table())) if self._whole(c).contains(event.position())]
        self._hover(inside[0] if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._column is not None:
            self._session.pins.toggle(self._unit_of(self._column))
        else:
            super().mousePressEvent(event)

    def _unit_of(self, column: int) -> Unit:
        """Return a unit of a map: at the place of the pinned one in its map, or in the middle."""
        pinned, (_, layer) = self._session.pins.unit, self._layers()
        if pinned is not None and pinned.layer == layer:
            return replace(pinned, map=column)
        _, rows, columns = self._session.recognizer.architecture.layer(layer).shape
        return Unit(layer, column, rows // 2, columns // 2)

    def _hover(self, column: int | None) -> None:
        self._column = column
        self.setToolTip(inert("" if column is None else self.sentence(column)))
        self.update()

    def _whole(self, column: int) -> QRectF:
        return self.cell(-1, column).united(self.cell(self._rows() - 1, column))

    def _rows(self) -> int:
        return max(map(max, self.table())) + 1

    def sentence(self, column: int) -> str:
        """Say in words which maps a map of C3 reads."""
        maps = " ".join(map(str, self.table()[column]))
        below, layer = self._layers()
        return self.tr("{0} map {1} reads the maps {2} of {3}").format(layer, column, maps, below)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, unit, table = theme_of(self), self._session.unit, self.table()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        if not table:
            painter.setPen(theme.color("quiet"))
            painter.drawText(self.rect(), _CENTRE, self.tr("This network has no convolution."))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pointed = unit.map if unit is not None and unit.layer == self._layers()[1] else None
        chosen = pointed if self._column is None else self._column
        painter.setPen(theme.color("quiet"))
        corner = self.corner()
        _fit(painter, corner.height())
        painter.drawText(corner, _CENTRE, self._corner_text())
        _fit_width(painter, str(len(table) - 1), self.cell(0, 0).width() - CORNER_GAP)
        for row in range(self._rows()):
            painter.drawText(self.cell(row, -1), _CENTRE, str(row))
        for column, read in enumerate(table):
            accented = column == chosen
            painter.setPen(theme.color("accent_text" if accented else "quiet"))
            painter.drawText(self.cell(-1, column), _CENTRE, str(column))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if accented else "text"))
            for row in read:
                cell = self.cell(row, column)
                radius = min(cell.width(), cell.height()) * 0.22
                painter.drawEllipse(QPointF(cell.center()), radius, radius)


def _fit(painter: QPainter, height: float) -> None:
    """Shrink the painter's font to fit lines of a height in pixels."""
    font, needed = painter.font(), painter.fontMetrics().capHeight() * MIN_LINE_HEIGHT
    if needed > height > 0:
        font.setPointSizeF(font.pointSizeF() * height / needed)
        painter.setFont(font)


def _fit_width(painter: QPainter, text: str, width: float) -> None:
    """Shrink the painter's font until a text is at most so many pixels wide."""
    font, needed = painter.font(), painter.fontMetrics().horizontalAdvance(text)
    if needed > width > 0:
        font.setPointSizeF(font.pointSizeF() * width / needed)
        painter.setFont(font)
