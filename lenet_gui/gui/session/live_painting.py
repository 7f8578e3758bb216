"""A painting that keeps up with a drawing, and paints only what is new."""

from __future__ import annotations

from lenet_gui.common.values import Drawing, Stroke
from lenet_gui.engine.ink.painting import cover, painting_of
from lenet_gui.engine.ink.rasterizer import PixelBox, Raster
from lenet_gui.gui.session.live_ink import InkFollower, LiveStroke, around

_NO_STROKE = Drawing()


class PaintingFollower:
    """Keeps a painting equal to that of a drawing that grows, is undone and is replaced.

    painting: uint8 (rows, columns, 3), ``scale`` pixels per page unit. The finished strokes are
    kept without the one in progress, whose coverage grows as ink does.
    """

    def __init__(self, size: tuple[float, float], scale: float) -> None:
        self.scale = scale
        self._begin(Drawing(size=size))

    def _begin(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._live: LiveStroke | None = None
        self._stroke = InkFollower(Raster.of_page(drawing.size, self.scale))  # the newest alone
        self._finished = painting_of(drawing, self.scale)
        self.painting = self._finished.copy()

    def follow(self, drawing: Drawing, live: LiveStroke | None) -> PixelBox:
        """Bring the painting up to date, and return the box of the pixels that may have changed."""
        known, strokes = self._drawing.strokes, drawing.strokes
        grown = (
            drawing.picture is self._drawing.picture
            and (drawing.paper, drawing.size) == (self._drawing.paper, self._drawing.size)
            and len(strokes) >= len(known)
            and all(old is new for old, new in zip(known, strokes, strict=False))
        )
        ended = self._live is not None and live is not self._live
        boxes = [self._finish(stroke) for stroke in strokes[len(known) :]] if grown else []
        dropped = grown and ended and not boxes
        if dropped:
            self._stroke.follow(_NO_STROKE, None)
            self.painting = self._finished.copy()
        if not grown:
            self._begin(drawing)
        self._drawing, self._live = drawing, live
        if live is not None:
            boxes.append(self._paint(self._stroke.follow(_NO_STROKE, live), live))
        return around(boxes) if grown and not dropped else (0, 0, *self.painting.shape[:2])

    def _finish(self, stroke: Stroke) -> PixelBox:
        """Add a finished stroke: mostly that which was in progress, whose coverage is there."""
        box = self._paint(self._stroke.follow(Drawing((stroke,)), None), stroke)
        self._finished = self.painting.copy()
        self._stroke.follow(_NO_STROKE, None)
        return box

    def _paint(self, box: PixelBox, stroke: Stroke | LiveStroke) -> PixelBox:
        """Paint a stroke over the finished ones, in a box alone, and return that."""
        cover(self.painting, self._finished, self._stroke.raster.ink, box, stroke.colour)
        return box
