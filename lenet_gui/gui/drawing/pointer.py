"""What a pointer does while it is down: draw, draw straight, or erase; one for all devices."""

from __future__ import annotations

import math

from lenet_gui.gui.session.session import Session


class Pointer:
    """Positions are page units."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.is_down = False
        self._erasing = False
        self._last = (0.0, 0.0)
        self._anchor: int | None = None  # points of the stroke before a straight segment

    def down(self, x: float, y: float, pressure: float = math.nan, eraser: bool = False) -> None:
        """``eraser``: it is the eraser end of a pen."""
        self.up()
        self.is_down = True
        self._anchor = None
        self._erasing = eraser or self._session.erasing
        self._last = (x, y)
        if self._erasing:
            self._session.erase(x, y)
        else:
            self._session.begin_stroke(x, y, pressure)

    def move(self, x: float, y: float, pressure: float = math.nan, straight: bool = False) -> None:
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
        """All the way from the last place: a fast eraser leaves nothing out."""
        from_x, from_y = self._last
        reach = self._session.pen_width / 2
        steps = max(1, math.ceil(math.hypot(x - from_x, y - from_y) / reach))
        for step in range(1, steps + 1):
            part = step / steps
            self._session.erase(from_x + (x - from_x) * part, from_y + (y - from_y) * part)
        self._last = (x, y)

    def up(self) -> None:
        if self.is_down:
            self.is_down = False
            self._session.end_stroke()
            self._session.end_erasing()

    def cancel(self) -> None:
        """As if it had never been down."""
        self.is_down = False
        self._session.drop_stroke()
