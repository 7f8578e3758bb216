"""The figures of the inspector: rows of pictures with signs between them, and groups of bars."""

from __future__ import annotations

from dataclasses import dataclass

from lenet_gui.common.values import FloatArray, Unit, WeightPlace

Target = Unit | WeightPlace | None
Cell = tuple[int, int]


@dataclass(frozen=True)
class Spot:
    """A cell of a picture of a row; or a bar, ``cell[0]`` of a group, which come after all rows."""

    row: int
    picture: int
    cell: Cell


@dataclass(frozen=True, eq=False)
class Picture:
    """Cells with a value each.

    values: (rows, columns), NaN where there is none. bound: of its colours. sign: what stands
    before it. marked: a cell that is always framed. numbered: its numbers come first where there
    is little room. padded: where there is no value is padding.
    """

    values: FloatArray
    bound: float
    sign: str = ""
    marked: Cell | None = None
    numbered: bool = False
    padded: bool = False


@dataclass(frozen=True, eq=False)
class Row:
    """Pictures side by side. name: of the map that it is about. result: at its end.

    stacked: all but the last picture are small, and stand above it.
    """

    name: str
    pictures: tuple[Picture, ...]
    result: str = ""
    stacked: bool = False


@dataclass(frozen=True)
class Bar:
    """A value as a bar. name: of its source; text: its arithmetic; short: its result alone."""

    name: str
    text: str
    value: float
    short: str


@dataclass(frozen=True)
class Bars:
    """A group of bars below each other. bound: the value of the longest. chosen: of the pinned
    unit, or -1."""

    title: str
    count: int
    bound: float
    chosen: int = -1


class Figure:
    """The pictures of one arithmetic, and what each cell of them means. This one has none.

    titles: over the pictures of the first row.
    """

    rows: tuple[Row, ...] = ()
    bars: tuple[Bars, ...] = ()
    titles: tuple[str, ...] = ()

    def bar(self, group: int, index: int) -> Bar:
        """Return a bar of a group. They are made when seen: there may be a thousand."""
        raise IndexError(group, index)

    def target(self, spot: Spot) -> Target:
        """Return the unit or the weight whose value a cell shows; None on the padding."""
        return None

    def unit(self, spot: Spot) -> Unit | None:
        """Return the unit that the network picture marks while the mouse is on a cell."""
        target = self.target(spot)
        return target if isinstance(target, Unit) else None

    def sentence(self, spot: Spot) -> str:
        """Return what a cell means, in words and numbers."""
        return ""

    def marks(self, spot: Spot) -> tuple[Spot, ...]:
        """Return the cells that belong together with one, that one among them."""
        return (spot,)

    def has(self, spot: Spot) -> bool:
        """Return whether there is such a cell or bar."""
        if min(spot.row, spot.picture, *spot.cell) < 0:
            return False
        row, column = spot.cell
        if spot.row >= len(self.rows):
            group = spot.row - len(self.rows)
            return group < len(self.bars) and column == 0 and row < self.bars[group].count
        pictures = self.rows[spot.row].pictures
        if spot.picture >= len(pictures):
            return False
        high, wide = pictures[spot.picture].values.shape
        return bool(row < high and column < wide)
