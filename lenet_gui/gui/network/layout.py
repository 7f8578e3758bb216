"""Where the network panel puts its columns: input, every layer, output, from left to right.

All sizes are whole device pixels, so that every unit of a map is a square of whole pixels.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass, replace

from lenet_gui.engine.networks.activation_functions import SCALED_TANH_AMPLITUDE, ActivationFunction
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.rbf_codes import COLUMNS, ROWS
from lenet_gui.gui.widgets.mosaic import Grid

LARGEST_SIZE, SIZE_STEP = 20.0, 0.05
UNEVEN = 1.6  # how far a column may outgrow its proportion to fill the panel
SPREAD = 0.55  # the most space between rows of maps, as a part of a map's side


@dataclass(frozen=True)
class Column:
    """One layer, or the input, as it is shown.

    low, bound: the ends of its scale; bound None follows the values. weight: how much larger
    than C1 its units are drawn. least_width: what its heading needs. zoom, x, y: device pixels,
    set by ``arrange``.
    """

    name: str
    grid: Grid
    low: float
    bound: float | None
    weight: float
    pair: bool = False
    least_width: int = 0
    zoom: int = 1
    x: int = 0
    y: int = 0

    @property
    def width(self) -> int:
        return self.grid.width * self.zoom

    @property
    def room(self) -> int:
        return max(self.width, self.least_width)

    @property
    def height(self) -> int:
        return self.grid.height * self.zoom


def columns_of(architecture: Architecture) -> list[Column]:
    """The columns of an architecture but for its output, not yet arranged."""
    low, high = architecture.input_range
    side = architecture.input_shape[1]
    columns = [Column("INPUT", Grid(1, side, side, 1), min(low, 0.0), max(high, -low), 1.5)]
    signs, bound = columns[0].low, columns[0].bound
    for placed in list(architecture.placed_layers())[:-1]:
        signs, bound = _scale(placed, signs, bound)
        columns.append(_column(placed, signs, bound))
    return columns


def _scale(placed: PlacedLayer, low: float, bound: float | None) -> tuple[float, float | None]:
    """A layer without a squashing function has the scale of the layer that it reads."""
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
        across = 2 if maps <= 8 else 4 if maps <= 24 else math.ceil(math.sqrt(maps))
        grid = Grid(maps, rows, columns, across, max(1, round(columns * 0.08)))
        return Column(placed.name, grid, low, bound, 1.0 if columns > 10 else 2.0)
    if units == ROWS * COLUMNS:
        return Column(placed.name, Grid(units, 1, 1, COLUMNS), low, bound, 5.0, pair=True)
    return Column(placed.name, Grid(units, 1, 1, 6), low, bound, 6.0)


def arrange(
    columns: list[Column], width: int, height: int, left: int, top: int, least_gap: int
) -> list[Column]:
    """The columns as large as they can be in ``width`` x ``height`` device pixels.

    What is left over in width becomes equal space between them, in height space between rows.
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
    """Half as many maps side by side, twice as many below each other: for high panels."""
    grid = column.grid
    if grid.rows == 1:
        return column
    return replace(column, grid=replace(grid, across=max(1, grid.across // 2)))


def _flatter(column: Column) -> Column:
    """Twice as many maps side by side: for low panels."""
    grid = column.grid
    if grid.rows == 1:
        return column
    return replace(column, grid=replace(grid, across=min(grid.across * 2, grid.count)))


def _legibility(columns: list[Column]) -> tuple[float, int]:
    """How large the smallest maps are for their weight, then the pixels of all units."""
    smallest = min(column.zoom / column.weight for column in columns_of_maps(columns))
    return smallest, sum(
        column.grid.count * column.grid.rows * column.grid.columns * column.zoom**2
        for column in columns
    )


def columns_of_maps(columns: list[Column]) -> list[Column]:
    """Those that show maps, not single units."""
    return [column for column in columns if column.grid.rows > 1]


def _zoomed(columns: list[Column], width: int, height: int) -> list[Column]:
    """In proportion first; then what still has room grows, C1 before the others."""
    sizes = range(1, int(LARGEST_SIZE / SIZE_STEP))
    fitting = bisect_left(
        sizes,
        True,
        key=lambda step: not _fit(_in_proportion(columns, step * SIZE_STEP), width, height),
    )
    size = max(fitting, 1) * SIZE_STEP
    zoomed = _in_proportion(columns, size)
    growing = [i for i, column in enumerate(columns) if column.weight in (1.0, 2.0)]
    while growing:
        index = min(growing, key=lambda i: zoomed[i].zoom / zoomed[i].weight)
        larger = replace(zoomed[index], zoom=zoomed[index].zoom + 1)
        grown = [*zoomed[:index], larger, *zoomed[index + 1 :]]
        smallest = min(column.zoom / column.weight for column in columns_of_maps(zoomed))
        even = larger.zoom / larger.weight <= UNEVEN * max(smallest, 1.0)
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
    """A pair stands one above the other with a line of text between."""
    return column.height * 2 + _between(column) if column.pair else column.height


def _between(column: Column) -> int:
    return 3 * column.zoom


def _spread(column: Column, height: int) -> Column:
    """Rows of maps stand further apart where there is room."""
    grid = column.grid
    if grid.rows == 1 or grid.down == 1:
        return column
    free = height * 0.92 / column.zoom - grid.rows * grid.down
    gap = min(int(free / (grid.down - 1)), int(grid.rows * SPREAD))
    return _with_row_gap(column, max(gap, grid.column_gap))


def _with_row_gap(column: Column, gap: int) -> Column:
    return replace(column, grid=replace(column.grid, row_gap=gap))


def second_of_pair(column: Column) -> int:
    """The y at which the second of a pair begins."""
    return column.y + column.height + _between(column)
