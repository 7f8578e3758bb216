"""The layout of the network panel: columns for the input and every layer, from left to right.

All sizes are whole device pixels, so that every unit of a map is a square of whole pixels.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass, replace

from lenet_gui.engine.networks.activation_functions import SCALED_TANH_AMPLITUDE, ActivationFunction
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.rbf_codes import CODE_COLUMNS, CODE_ROWS
from lenet_gui.gui.widgets.mosaic import Grid

MAX_UNIT_SIZE, UNIT_SIZE_STEP = 20.0, 0.05  # device pixels per unit of weight 1
MAX_IMBALANCE = 1.6  # how far a column may outgrow its proportion to fill the panel
MAX_ROW_GAP = 0.55  # of a map's side, between rows of maps; more would tear a column apart
USED_HEIGHT = 0.92  # of the panel's height, by rows of maps that are spread

# How large a unit is drawn, relative to a unit of C1: a map with few units must still be seen.
INPUT_WEIGHT, LARGE_MAP_WEIGHT, SMALL_MAP_WEIGHT, CODE_WEIGHT, UNIT_WEIGHT = 1.5, 1.0, 2.0, 5.0, 6.0


@dataclass(frozen=True)
class Column:
    """One layer, or the input, as it is shown.

    low, bound: the ends of its scale; bound None follows the values. weight: how large its units
    are drawn, relative to those of C1. pair: a second grid stands below, the code of the answer.
    min_width: of its heading. zoom (the side of a unit), x, y: device pixels, set by ``arrange``.
    """

    name: str
    grid: Grid
    low: float
    bound: float | None
    weight: float
    pair: bool = False
    min_width: int = 0
    zoom: int = 1
    x: int = 0
    y: int = 0

    @property
    def width(self) -> int:
        return self.grid.width * self.zoom

    @property
    def room(self) -> int:
        """The width that the column takes up, heading included."""
        return max(self.width, self.min_width)

    @property
    def height(self) -> int:
        return self.grid.height * self.zoom


def columns_of(architecture: Architecture) -> list[Column]:
    """Return the columns of an architecture except its output, not yet arranged."""
    low, high = architecture.input_range
    side = architecture.input_shape[1]
    columns = [
        Column("INPUT", Grid(1, side, side, 1), min(low, 0.0), max(high, -low), INPUT_WEIGHT)
    ]
    signs, bound = columns[0].low, columns[0].bound
    for placed in list(architecture.placed_layers())[:-1]:
        signs, bound = _scale(placed, signs, bound)
        columns.append(_column(placed, signs, bound))
    return columns


def _scale(placed: PlacedLayer, low: float, bound: float | None) -> tuple[float, float | None]:
    """Return (low, bound) of a layer's scale: the range of its activation function.

    Without an activation function it is the scale of the layer that it reads.
    """
    activation = placed.layer.activation
    if not isinstance(activation, ActivationFunction):
        return low, bound
    scales: dict[str, tuple[float, float | None]] = {
        "scaled tanh": (-SCALED_TANH_AMPLITUDE, SCALED_TANH_AMPLITUDE),
        "tanh": (-1.0, 1.0),
        "sigmoid": (0.0, 1.0),
        "relu": (0.0, None),
    }
    return scales[activation.function]


def _column(placed: PlacedLayer, low: float, bound: float | None) -> Column:
    shape = placed.shape
    units = math.prod(shape)
    if len(shape) == 3 and shape[1] > 1:
        maps, rows, columns = shape
        # Two maps side by side for the 6 of C1, four for the 16 of C3.
        across = 2 if maps <= 8 else 4 if maps <= 24 else math.ceil(math.sqrt(maps))
        grid = Grid(maps, rows, columns, across, max(1, round(columns * 0.08)))
        weight = LARGE_MAP_WEIGHT if columns > 10 else SMALL_MAP_WEIGHT
        return Column(placed.name, grid, low, bound, weight)
    if units == CODE_ROWS * CODE_COLUMNS:
        return Column(
            placed.name, Grid(units, 1, 1, CODE_COLUMNS), low, bound, CODE_WEIGHT, pair=True
        )
    return Column(placed.name, Grid(units, 1, 1, 6), low, bound, UNIT_WEIGHT)


def arrange(
    columns: list[Column], width: int, height: int, left: int, top: int, least_gap: int
) -> list[Column]:
    """Place the columns, as large as fits into ``width`` x ``height`` device pixels.

    Spare width becomes equal space between columns, spare height space between rows of maps.
    Of three foldings (as given, taller, flatter) the most legible one that fits is taken; if
    none fits, the most legible one.
    """
    free = width - least_gap * (len(columns) - 1)
    foldings = (
        columns,
        [_taller(column) for column in columns],
        [_flatter(column) for column in columns],
    )
    candidates = [_zoomed(folding, free, height) for folding in foldings]
    fitting = [candidate for candidate in candidates if _fit(candidate, free, height)]
    zoomed = max(fitting or candidates, key=_legibility)
    spare = width - sum(column.room for column in zoomed)
    gap = max(least_gap, spare / max(len(zoomed) - 1, 1))
    placed, x = [], float(left)
    for column in zoomed:
        spread = _spread(column, height)
        y = top + max(0, (height - _needed_height(spread)) // 2)
        placed.append(replace(spread, x=round(x), y=y))
        x += column.room + gap
    return placed


def _taller(column: Column) -> Column:
    """Put half as many maps side by side, and twice as many below each other: for high panels."""
    grid = column.grid
    if grid.rows == 1:
        return column
    return replace(column, grid=replace(grid, across=max(1, grid.across // 2)))


def _flatter(column: Column) -> Column:
    """Put twice as many maps side by side: for low panels."""
    grid = column.grid
    if grid.rows == 1:
        return column
    return replace(column, grid=replace(grid, across=min(grid.across * 2, grid.count)))


def _legibility(columns: list[Column]) -> tuple[float, int]:
    """Return the sort key of legibility: the smallest zoom relative to weight, then the area."""
    smallest = min(column.zoom / column.weight for column in columns_of_maps(columns))
    return smallest, sum(
        column.grid.count * column.grid.rows * column.grid.columns * column.zoom**2
        for column in columns
    )


def columns_of_maps(columns: list[Column]) -> list[Column]:
    """Return the columns that show maps, not single units."""
    return [column for column in columns if column.grid.rows > 1]


def _zoomed(columns: list[Column], width: int, height: int) -> list[Column]:
    """Zoom all columns in proportion; then grow map columns one by one while there is room.

    The column that is smallest for its weight grows next, so C1 comes first.
    """
    sizes = range(1, int(MAX_UNIT_SIZE / UNIT_SIZE_STEP))
    fitting = bisect_left(
        sizes,
        True,
        key=lambda step: not _fit(_in_proportion(columns, step * UNIT_SIZE_STEP), width, height),
    )
    size = max(fitting, 1) * UNIT_SIZE_STEP
    zoomed = _in_proportion(columns, size)
    map_weights = (LARGE_MAP_WEIGHT, SMALL_MAP_WEIGHT)
    growing = [i for i, column in enumerate(columns) if column.weight in map_weights]
    while growing:
        index = min(growing, key=lambda i: zoomed[i].zoom / zoomed[i].weight)
        larger = replace(zoomed[index], zoom=zoomed[index].zoom + 1)
        grown = [*zoomed[:index], larger, *zoomed[index + 1 :]]
        smallest = min(column.zoom / column.weight for column in columns_of_maps(zoomed))
        even = larger.zoom / larger.weight <= MAX_IMBALANCE * max(smallest, 1.0)
        if even and _fit(grown, width, height):
            zoomed = grown
        else:
            growing.remove(index)
    return zoomed


def _in_proportion(columns: list[Column], size: float) -> list[Column]:
    return [replace(column, zoom=max(1, int(size * column.weight))) for column in columns]


def _fit(columns: list[Column], width: int, height: int) -> bool:
    tight = (_with_row_gap(column, column.grid.column_gap) for column in columns)
    return sum(column.room for column in columns) <= width and all(
        _needed_height(column) <= height for column in tight
    )


def _needed_height(column: Column) -> int:
    """Return a column's height; the grids of a pair stand below each other, with a text between."""
    return column.height * 2 + _between(column) if column.pair else column.height


def _between(column: Column) -> int:
    return 3 * column.zoom


def _spread(column: Column, height: int) -> Column:
    """Move rows of maps apart where there is room."""
    grid = column.grid
    if grid.rows == 1 or grid.down == 1:
        return column
    free = height * USED_HEIGHT / column.zoom - grid.rows * grid.down
    gap = min(int(free / (grid.down - 1)), int(grid.rows * MAX_ROW_GAP))
    return _with_row_gap(column, max(gap, grid.column_gap))


def _with_row_gap(column: Column, gap: int) -> Column:
    return replace(column, grid=replace(column.grid, row_gap=gap))


def second_of_pair(column: Column) -> int:
    """Return the y at which the second grid of a pair begins, in device pixels."""
    return column.y + column.height + _between(column)
