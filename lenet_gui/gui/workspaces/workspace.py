"""A workspace: an arrangement of panels around the page, with a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Group = tuple[str, ...]  # names of panels that share one place as tabs, the first one in front


@dataclass(frozen=True)
class Row:
    """Places side by side.

    height: part of the workspace's height. widths: parts of the row's width, one for each group;
    they are equal if there are none.
    """

    height: float
    groups: tuple[Group, ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Workspace:
    """One workspace. Names of panels that do not exist (yet) are skipped.

    name: for settings and tests; title, tip: for people, translated in context "Workspace"; key:
    its shortcut. page: width of the page, a part of the workspace's. answer: height of what stands
    below the page. rows: what stands to the right of both, from top to bottom.
    """

    name: str
    title: str
    tip: str
    key: str
    page: float
    answer: float
    rows: tuple[Row, ...]
    below_page: Group = ("answer",)

    def panels(self) -> Iterator[str]:
        """Yield the names of all panels that have a place here, also of those to come."""
        yield from self.below_page
        for row in self.rows:
            for group in row.groups:
                yield from group
