"""Which entries were read, for Back and Forward."""

from __future__ import annotations


class History:
    """The keys of entries in the order in which they were visited, and the place among them."""

    def __init__(self, keys: list[str] | None = None, place: int = 0) -> None:
        self._keys, self._place = keys or [], place
        self._passing = False

    @property
    def key(self) -> str:
        """The entry that is shown; empty before the first visit."""
        return self._keys[self._place] if self._keys else ""

    @property
    def can_go_back(self) -> bool:
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        return self._place + 1 < len(self._keys)

    def visit(self, key: str, passing: bool = False) -> None:
        """Go to an entry; what lay ahead is forgotten.

        passing: it is only passed on the way to another one, as while a word is typed; the next
        entry takes its place.
        """
        if key != self.key:
            end = self._place if self._passing else self._place + 1
            self._keys = [*self._keys[:end], key]
            self._place = len(self._keys) - 1
            self._passing = passing
        elif not passing:
            self._passing = False

    def go(self, steps: int) -> None:
        """Go back by a negative number of steps, forward by a positive one, as far as possible."""
        self._passing = False
        self._place = min(max(self._place + steps, 0), max(len(self._keys) - 1, 0))

    def copy(self) -> History:
        """Return a history of its own with the same entries."""
        return History(list(self._keys), self._place)
