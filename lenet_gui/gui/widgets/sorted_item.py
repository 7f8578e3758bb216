"""A cell of a table that is sorted by a key."""

from __future__ import annotations

from PySide6.QtWidgets import QTableWidgetItem


class SortedItem(QTableWidgetItem):
    """A cell that is sorted by a key, not by its text."""

    def __init__(self, text: str, key: float | str) -> None:
        super().__init__(text)
        self.key = key

    def __lt__(self, other: QTableWidgetItem) -> bool:
        if isinstance(other, SortedItem) and type(self.key) is type(other.key):
            return self.key < other.key  # type: ignore[operator]
        return super().__lt__(other)
