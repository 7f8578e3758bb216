"""The behaviour of a pointer while it is down, alike for mouse, pen and finger.

It draws, draws a straight segment, or erases. It is down only as long as the device that put it
down says so: a release may be lost, when a menu opens or a pen leaves the tablet.
"""

from __future__ import annotations

import math

from lenet_gui.gui.session.session import Session


class Pointer:
    """A pointer that draws and erases in a session. Positions are in page units."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.device = ""  # that is down; empty while none is
        self._erasing = False
        self._last = (0.0, 0.0)
        self._anchor: int | None = None  # points of the stroke before a straight segment

    @property
    def is_down(self) -> bool:
        """Return whether a device draws or erases."""
        return bool(self.device)

    def down(
        self,
        x: float,
        y: float,
        pressure: float = math.nan,
        eraser: bool = False,
        device: str = "mouse",
    ) -> None:
        """Begin a stroke or erase. pressure: 0..1, nan if unknown. eraser: the pen's eraser end.

        device: its name, for ``hold``.
        """
        self.up()
        self.device = device
        self._anchor = None
        self._erasing = eraser or self._session.erasing
        self._last = (x, y)
        if self._erasing:
            self._session.erase(x, y)
        else:
            self._session.begin_stroke(x, y, pressure)

    def hold(self, device: str, pressed: bool) -> None:
        """Take note of whether a device is pressed; if it is not any more, its stroke ends."""
        if device == self.device and not pressed:
            self.up()

    def move(self, x: float, y: float, pressure: float = math.nan, straight: bool = False) -> None:
        """Extend the stroke, or erase along the way. straight: as a straight segment."""
        if not self.is_down:
            return
        if self._erasing:
            self._erase_to(x, y)
            return
        live = self._session.live
        if straight and self._anchor is None and live is not None:
            self._anchor = len(live)
        elif not straight:
            self._anchor = None
        self._session.extend_stroke(x, y, pressure, self._anchor)

    def _erase_to(self, x: float, y: float) -> None:
        """Erase in steps of half the pen's width from the last position, so that no stroke is
        skipped by a fast movement."""
        from_x, from_y = self._last
        reach = self._session.pen_width / 2
        steps = max(1, math.ceil(math.hypot(x - from_x, y - from_y) / reach))
        for step in range(1, steps + 1):
            part = step / steps
            self._session.erase(from_x + (x - from_x) * part, from_y + (y - from_y) * part)
        self._last = (x, y)

    def up(self) -> None:
        """End the stroke or the erasing."""
        if self.is_down:
            self.device = ""
            self._session.finish()

    def cancel(self) -> None:
        """Discard the stroke in progress."""
        self.device = ""
        self._session.drop_stroke()
