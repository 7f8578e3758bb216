"""Pins: the number that stays looked at, and the way that led to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from lenet_gui.common.values import Unit, WeightPlace
from lenet_gui.engine.networks.architecture import Architecture

Pinned = Unit | WeightPlace

LONGEST_TRAIL = 12  # numbers; a network has eight layers, and people go back and forth


class Pins(QObject):
    """The pinned unit or weight, and the trail of those from which links led to it.

    It stays while people draw, train and change workspaces. ``changed`` carries what is pinned now,
    or None.
    """

    changed = Signal(object)  # Unit, WeightPlace or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trail: tuple[Pinned, ...] = ()

    @property
    def pinned(self) -> Pinned | None:
        """The pinned place, the end of the trail; None if nothing is pinned."""
        return self.trail[-1] if self.trail else None

    @property
    def unit(self) -> Unit | None:
        """The pinned unit; None if a weight is pinned, or nothing."""
        return self.pinned if isinstance(self.pinned, Unit) else None

    def pin(self, place: Pinned) -> None:
        """Pin a unit or a weight; a new trail begins."""
        self._change((place,))

    def toggle(self, place: Pinned) -> None:
        """Pin a unit or a weight, or let go of it if it is the pinned one."""
        self._change(() if place == self.pinned else (place,))

    def follow(self, place: Pinned) -> None:
        """Pin what a link leads to; the trail grows. A place that is on it is gone back to."""
        if place in self.trail:
            self.back_to(self.trail.index(place))
        else:
            self._change((*self.trail, place)[-LONGEST_TRAIL:])

    def back_to(self, index: int) -> None:
        """Go back to an entry of the trail."""
        self._change(self.trail[: index + 1])

    def let_go(self) -> None:
        """Pin nothing any more."""
        self._change(())

    def keep_in(self, architecture: Architecture) -> None:
        """Let go of the pinned one if a network with this architecture does not have it."""
        there = tuple(place for place in self.trail if architecture.has(place))
        self._change(there if self.pinned in there else ())

    def _change(self, trail: tuple[Pinned, ...]) -> None:
        if trail != self.trail:
            self.trail = trail
            self.changed.emit(self.pinned)
