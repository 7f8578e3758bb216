"""The strokes that the eraser would take where it is, in another colour over the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from lenet_gui.common.values import Stroke
from lenet_gui.engine.ink.rasterizer import Raster, touched_by
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.drawing.ink_image import paint_ink
from lenet_gui.gui.session.session import Session


class EraserPreview:
    """Follows a hovering eraser. strokes: what it would take, whole."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.strokes: tuple[Stroke, ...] = ()
        self._raster: Raster | None = None

    def look(self, place: tuple[float, float] | None) -> bool:
        """Note where the eraser is, in page units, or None: nowhere, or the pen draws.

        Return whether it would take other strokes than before.
        """
        strokes = self._session.drawing.strokes
        reach = self._session.pen_width / 2
        touched = [] if place is None else touched_by(strokes, *place, reach)
        before, self.strokes = self.strokes, tuple(strokes[index] for index in touched)
        if len(before) == len(self.strokes) and all(map(_same, before, self.strokes)):
            return False
        self._raster = None
        return True

    def paint(self, painter: QPainter, page: QRectF, ratio: float, theme: Theme) -> None:
        """Paint the strokes over a page. ratio: pixels of the screen per logical pixel."""
        if not self.strokes:
            return
        size = self._session.drawing.size
        scale = page.width() * ratio / size[0]
        if self._raster is None or self._raster.scale != scale:
            self._raster = Raster.of_page(size, scale)
            for stroke in self.strokes:
                self._raster.add(stroke)
        color = theme.color("accent").rgb() & 0xFFFFFF
        shades = [level << 24 | color for level in range(256)]
        paint_ink(painter, page.topLeft(), self._raster.ink, shades, ratio)


def _same(one: Stroke, other: Stroke) -> bool:
    return one is other
