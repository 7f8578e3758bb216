"""Where the pictures and bars of a figure stand in a view of some width."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetrics

from lenet_gui.gui.panels.inspector.figure import Figure, Row, Spot
from lenet_gui.gui.widgets.value_cells import LARGEST_FONT, LEAST_FONT, Cell, number_size

MARGIN, GAP, SIGN_GAP = 6, 6, 4  # pixels: around all, between rows, beside a sign
SMALL_CELL = 8  # pixels of a cell in the small pictures above a large one
LARGEST_PLAIN = 14  # pixels of a cell without a number
STACK_PART = 0.45  # of the width, at most, for pictures beside bars
LEAST_BARS = 200  # pixels of a column of bars; in narrower views they stand below
EASY_FONT = 9  # letters shrink to this size, so that all rows are seen at once; not further
BAR_GAP = 3  # pixels between two bars
WIDEST_RESULT = "Σ -00.000"


@dataclass(eq=False)
class Places:
    """The arrangement of a figure. All sizes are in pixels.

    pictures: by row and picture, the upper left corner and the cell. bars: by group, the area of
    all its bars. heads: of bars, where their titles stand. name_width: of the names of rows.
    """

    pictures: dict[tuple[int, int], tuple[QPointF, Cell]] = field(default_factory=dict)
    bars: list[QRectF] = field(default_factory=list)
    height: float = 0.0
    name_width: float = 0.0
    bar_height: float = 0.0

    def cell_rect(self, spot: Spot, rows: int) -> QRectF:
        """Return the rectangle of a cell or a bar. rows: how many rows come before the bars."""
        if spot.row >= rows:
            area = self.bars[spot.row - rows]
            top = area.y() + spot.cell[0] * self.bar_height
            return QRectF(area.x(), top, area.width(), self.bar_height)
        corner, cell = self.pictures[spot.row, spot.picture]
        row, column = spot.cell
        place = corner + QPointF(column * cell.width, row * cell.height)
        return QRectF(place, QSizeF(cell.width, cell.height))

    def spot_at(self, point: QPointF, figure: Figure) -> Spot | None:
        """Return the cell or the bar at a point, or None."""
        spot = None
        for (row, picture), (corner, cell) in self.pictures.items():
            high, wide = figure.rows[row].pictures[picture].values.shape
            if QRectF(corner, QSizeF(wide * cell.width, high * cell.height)).contains(point):
                down = int((point.y() - corner.y()) // cell.height)
                right = int((point.x() - corner.x()) // cell.width)
                spot = Spot(row, picture, (min(down, high - 1), min(right, wide - 1)))
        for group, area in enumerate(self.bars):
            if area.contains(point):
                index = int((point.y() - area.y()) // self.bar_height)
                spot = Spot(len(figure.rows) + group, 0, (index, 0))
        return spot if spot is not None and figure.has(spot) else None


def arrange(figure: Figure, width: float, height: float, font: QFont) -> Places:
    """Return where all of a figure stands in a view that wide; rows below ``height`` scroll."""
    places = Places()
    metrics = QFontMetrics(font)
    places.bar_height = metrics.height() + BAR_GAP
    y = float(MARGIN)
    if figure.rows and figure.rows[0].stacked:
        y = _stack(places, figure, width, font)
    elif figure.rows:
        y = _rows(places, figure, width, height, font)
    places.height = max(y, *(area.bottom() for area in places.bars), 0.0) + MARGIN
    return places


def signature(figure: Figure) -> object:
    """Return what an arrangement depends on; it stays while only numbers change."""
    rows = tuple(
        (row.name, tuple((each.values.shape, each.sign, each.numbered) for each in row.pictures))
        for row in figure.rows
    )
    return (
        type(figure),
        figure.titles,
        rows,
        tuple((bars.title, bars.count) for bars in figure.bars),
    )


def _rows(places: Places, figure: Figure, width: float, height: float, font: QFont) -> float:
    """Place rows of pictures below each other. Return where they end."""
    metrics = QFontMetrics(font)
    places.name_width = float(max(metrics.horizontalAdvance(row.name) for row in figure.rows))
    if places.name_width:
        places.name_width += GAP
    result = metrics.horizontalAdvance(WIDEST_RESULT) * 1.1  # it is bold
    y = float(MARGIN + (metrics.height() if figure.titles else 0))
    room = height - y - MARGIN
    for index, row in enumerate(figure.rows):
        free = width - 2 * MARGIN - places.name_width - result - _signs_width(row, metrics)
        cells = _cells(row, free, room / len(figure.rows) - GAP, font)
        x = MARGIN + places.name_width
        for at, (picture, cell) in enumerate(zip(row.pictures, cells, strict=True)):
            x += _sign_width(picture.sign, metrics)
            places.pictures[index, at] = QPointF(round(x), round(y)), cell
            x += picture.values.shape[1] * cell.width
        y += max(
            int(picture.values.shape[0]) * cell.height
            for picture, cell in zip(row.pictures, cells, strict=True)
        )
        y += GAP
    return y


def _cells(row: Row, width: float, height: float, font: QFont) -> list[Cell]:
    """Return the cells of each picture: numbers in all, in those that need them, or in none."""
    shapes = [picture.values.shape for picture in row.pictures]
    most_rows = max(high for high, _ in shapes)
    choices = ([True] * len(shapes), [picture.numbered for picture in row.pictures])
    for numbered in choices:
        if not any(numbered):
            continue
        for size in range(LARGEST_FONT, LEAST_FONT - 1, -1):
            wide, high = number_size(font, size)
            with_number, without = Cell(wide, high, size), Cell(high, high)
            cells = [with_number if has else without for has in numbered]
            needed = sum(cell.width * shape[1] for cell, shape in zip(cells, shapes, strict=True))
            if needed <= width and (high * most_rows <= height or size <= EASY_FONT):
                return cells
    side = int(width / sum(wide for _, wide in shapes))
    side = max(2, min(side, LARGEST_PLAIN, max(int(height / most_rows), SMALL_CELL)))
    return [Cell(side, side)] * len(shapes)


def _stack(places: Places, figure: Figure, width: float, font: QFont) -> float:
    """Place small pictures above a large one, and the bars beside them, or below. Return the end
    of the pictures."""
    metrics = QFontMetrics(font)
    (row,) = figure.rows
    *small, last = row.pictures
    beside = width * (1 - STACK_PART) >= LEAST_BARS
    free = (width * STACK_PART if beside else width) - 2 * MARGIN
    x, y = float(MARGIN), float(MARGIN + metrics.height())
    wide = sum(picture.values.shape[1] for picture in small)
    side = max(2, min(SMALL_CELL, int((free - _signs_width(row, metrics)) / wide)))
    for index, picture in enumerate(small):
        x += _sign_width(picture.sign, metrics)
        places.pictures[0, index] = QPointF(round(x), y), Cell(side, side)
        x += picture.values.shape[1] * side
    y += small[0].values.shape[0] * side + GAP + metrics.height()
    (cell,) = _cells(Row("", (last,)), free, 0, font)
    places.pictures[0, len(small)] = QPointF(MARGIN, round(y)), cell
    right = max(x, MARGIN + last.values.shape[1] * cell.width)
    end = y + last.values.shape[0] * cell.height + GAP + metrics.height()
    left, top = (right + 2 * GAP, float(MARGIN)) if beside else (float(MARGIN), end)
    for bars in figure.bars:
        top += metrics.height() + BAR_GAP  # for the title
        area = QRectF(left, top, width - left - MARGIN, bars.count * places.bar_height)
        places.bars.append(area)
        top = area.bottom() + GAP
    return float(end)


def _signs_width(row: Row, metrics: QFontMetrics) -> float:
    return sum((_sign_width(picture.sign, metrics) for picture in row.pictures), 0.0)


def _sign_width(sign: str, metrics: QFontMetrics) -> float:
    return metrics.horizontalAdvance(sign) + 2.0 * SIGN_GAP if sign else 0.0
