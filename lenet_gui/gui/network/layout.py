"""The layout of the network panel: columns for the input and every layer, from left to right.

All places are whole device pixels. Units of maps grow by half pixels (``widgets/mosaic.py`` spreads
them), single units by whole ones. Halves begin at 1: at 1.5, lines of one unit are a pixel thinner
or thicker by turns, but a digit is easier to recognize than at 1, in light and dark.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass, replace

from lenet_gui.engine.networks.activation_functions import SCALED_TANH_AMPLITUDE, ActivationFunction
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.rbf_codes import CODE_COLUMNS, CODE_ROWS
from lenet_gui.gui.widgets.mosaic import Grid, spread

MAX_UNIT_SIZE, UNIT_SIZE_STEP = 20.0, 0.05  # device pixels per unit of weight 1
MAX_IMBALANCE = 1.6  # how far a column may outgrow the smallest map, by weight, to fill the panel
MAP_STEP, UNIT_STEP = 0.5, 1.0  # device pixels by which units of maps and single units grow
MAX_ROW_GAP = 0.55  # of a map's side, between rows of maps; more would tear a column apart
UNITS_ACROSS = 6  # of a layer of single units; 20 rows of them for the 120 of C5
HIGHEST_UNITS = 4.0  # rows to each unit across, in layers of many units
USED_HEIGHT = 0.92  # of the panel's height, by rows of maps that are spread

# How large a unit is drawn, relative to a unit of C1: a map with few units must still be seen.
INPUT_WEIGHT, LARGE_MAP_WEIGHT, SMALL_MAP_WEIGHT, CODE_WEIGHT, UNIT_WEIGHT = 1.0, 1.0, 1.5, 4.0, 5.0
MAP_WEIGHTS = (LARGE_MAP_WEIGHT, SMALL_MAP_WEIGHT)


@dataclass(frozen=True)
class Column:
    """One layer, or the input, as it is shown.

    low, bound: the ends of its scale; bound None follows the values. weight: how large its units
    are drawn, relative to those of C1. pair: a second grid stands below, the code of the answer.
    coloured: its maps are planes of a picture, painted in their colours, and below several of them
    their sum, which is no map of the layer.
    min_width: of its heading; caption: height of the second grid's. zoom (the side of a unit, a
    multiple of ``step``), x, y: device pixels, set by ``arrange``.
    """

    name: str
    grid: Grid
    low: float
    bound: float | None
    weight: float
    pair: bool = False
    coloured: bool = False
    min_width: int = 0
    caption: int = 0
    zoom: float = 1.0
    x: int = 0
    y: int = 0

    @property
    def maps(self) -> int:
        """The number of maps of the layer, without the sum of them."""
        return self.grid.count - 1 if self.summed else self.grid.count

    @property
    def summed(self) -> bool:
        """Whether the last map shows the sum of the others."""
        return self.coloured and self.grid.count > 1

    @property
    def step(self) -> float:
        return MAP_STEP if self.grid.rows > 1 else UNIT_STEP

    @property
    def width(self) -> int:
        return self.grid.x(self.grid.width, self.zoom)

    @property
    def room(self) -> int:
        """The width that the column takes up, heading included."""
        return max(self.width, self.min_width)

    @property
    def height(self) -> int:
        return self.grid.y(self.grid.height, self.zoom)


def columns_of(architecture: Architecture) -> list[Column]:
    """Return the columns of an architecture except its output, not yet arranged."""
    signs: float
    bound: float | None
    low, high = architecture.input_range
    signs, bound = min(low, 0.0), max(high, -low)
    channels, rows, across = architecture.input_shape
    if architecture.sees == "picture":
        count = channels + 1 if channels > 1 else 1
        grid = Grid(count, rows, across, 1, 2)
        columns = [Column("INPUT", grid, low, high, INPUT_WEIGHT, coloured=True)]
    else:  # all channels are alike
        columns = [Column("INPUT", Grid(1, rows, across, 1), signs, bound, INPUT_WEIGHT)]
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
    across = max(UNITS_ACROSS, math.ceil(math.sqrt(units / HIGHEST_UNITS)))
    return Column(placed.name, Grid(units, 1, 1, across), low, bound, UNIT_WEIGHT)


def arrange(
    columns: list[Column], width: int, height: int, left: int, top: int, least_gap: int
) -> list[Column]:
    """Place the columns, as large as fits into ``width`` x ``height`` device pixels.

    Maps are folded into more rows where the height allows it. Spare width becomes equal space
    between columns, spare height space between rows of maps.
    """
    zoomed = _zoomed(columns, width - least_gap * (len(columns) - 1), height)
    spare = width - sum(column.room for column in zoomed)
    gap = max(least_gap, spare / max(len(zoomed) - 1, 1))
    placed, x = [], float(left)
    for column in zoomed:
        spread_out = _spread(column, height)
        y = top + max(0, (height - _needed_height(spread_out)) // 2)
        placed.append(replace(spread_out, x=round(x), y=y))
        x += column.room + gap
    return placed


def _zoomed(columns: list[Column], width: int, height: int) -> list[Column]:
    """Make the smallest maps, by weight, as large as they can be; then grow what else has room.

    The column that is smallest for its weight grows next.
    """
    sizes = range(1, int(MAX_UNIT_SIZE / UNIT_SIZE_STEP))
    too_large = bisect_left(
        sizes,
        True,
        key=lambda step: not _fit(_at_least(columns, step * UNIT_SIZE_STEP, height), width, height),
    )
    zoomed = _at_least(columns, max(too_large, 1) * UNIT_SIZE_STEP, height)
    growing = list(range(len(columns)))
    while growing:
        index = min(growing, key=lambda i: zoomed[i].zoom / zoomed[i].weight)
        larger = _folded(zoomed[index], zoomed[index].zoom + zoomed[index].step, height)
        grown = [*zoomed[:index], larger, *zoomed[index + 1 :]]
        smallest = min(column.zoom / column.weight for column in zoomed if column.grid.rows > 1)
        even = larger.zoom / larger.weight <= MAX_IMBALANCE * max(smallest, 1.0)
        if even and _fit(grown, width, height):
            zoomed = grown
        else:
            growing.remove(index)
    return zoomed


def _at_least(columns: list[Column], size: float, height: int) -> list[Column]:
    """Zoom maps to at least ``size`` pixels a unit of weight 1, single units to at most that."""
    zoomed = []
    for column in columns:
        steps = size * column.weight / column.step
        whole = math.ceil(steps) if column.weight in MAP_WEIGHTS else int(steps)
        zoomed.append(_folded(column, max(1.0, whole * column.step), height))
    return zoomed


def _folded(column: Column, zoom: float, height: int) -> Column:
    """Zoom a column, with as few maps side by side as its height allows, so that it is narrow."""
    grid = column.grid
    folded = replace(column, zoom=zoom)
    for across in _ways(grid):
        folded = replace(column, grid=replace(grid, across=across), zoom=zoom)
        if _tight_height(folded) <= height:
            break
    return folded


def _ways(grid: Grid) -> list[int]:
    """Return how many maps may stand side by side: what divides them, or anything if little does.

    Single units stay as they are.
    """
    if grid.rows == 1:
        return [grid.across]
    even = [across for across in range(1, grid.count + 1) if grid.count % across == 0]
    return even if len(even) > 2 else list(range(1, grid.count + 1))


def _fit(columns: list[Column], width: int, height: int) -> bool:
    return sum(column.room for column in columns) <= width and all(
        _tight_height(column) <= height for column in columns
    )


def _tight_height(column: Column) -> int:
    """Return the height that a column needs with its rows of maps close to each other."""
    if column.pair:
        return _needed_height(column)
    grid = column.grid
    period = grid.rows + grid.column_gap
    return spread(grid.down * period - grid.column_gap, period, column.zoom)


def _needed_height(column: Column) -> int:
    """Return a column's height; the grids of a pair stand below each other, with a text between."""
    return column.height * 2 + _between(column) if column.pair else column.height


def _between(column: Column) -> int:
    return max(int(3 * column.zoom), column.caption)


def _spread(column: Column, height: int) -> Column:
    """Move rows of maps apart where there is room."""
    grid = column.grid
    if grid.rows == 1 or grid.down == 1:
        return column
    free = height * USED_HEIGHT / column.zoom - grid.rows * grid.down
    gap = min(int(free / (grid.down - 1)), int(grid.rows * MAX_ROW_GAP))
    return replace(column, grid=replace(grid, row_gap=max(gap, grid.column_gap)))


def second_of_pair(column: Column) -> int:
    """Return the y at which the second grid of a pair begins, in device pixels."""
    return column.y + column.height + _between(column)
