"""A page with its undo history as a value. The window starts with it: it imports nothing slow."""

from __future__ import annotations

from dataclasses import dataclass

from lenet_gui.common.values import Drawing

MAX_STATES = 201  # the page, and 200 steps that can be undone


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """The states of a page, from the oldest that undo leads to, to the newest of redo.

    names: what leads from each state to the next, one fewer than states: a text as it is, or
    (context, template, gap ...) of one to translate. index: of the state that is on the page.
    source: name of the source that was shown beside it; empty if unknown.
    """

    states: tuple[Drawing, ...]
    names: tuple[tuple[str, ...], ...] = ()
    index: int = 0
    source: str = ""

    @property
    def blank(self) -> bool:
        """Return whether nothing was ever on the page."""
        return len(self.states) == 1 and self.states[0].empty
