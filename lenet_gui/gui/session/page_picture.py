"""The page as a network sees it, kept up to date while a stroke grows."""

from __future__ import annotations

from dataclasses import replace

from lenet_gui.common.values import Drawing, Picture, Sees
from lenet_gui.engine.ink.painting import PAINTING_SCALE, is_unpainted
from lenet_gui.engine.ink.rasterizer import RECOGNITION_SCALE, Raster
from lenet_gui.gui.session.live_ink import InkFollower, LiveStroke
from lenet_gui.gui.session.live_painting import PaintingFollower


class PagePicture:
    """Follows a drawing as ink, and once a network sees pictures, as a painting, too."""

    def __init__(self, size: tuple[float, float]) -> None:
        self._ink = InkFollower(Raster.of_page(size, RECOGNITION_SCALE))
        self._painting: PaintingFollower | None = None

    def of(self, drawing: Drawing, live: LiveStroke | None, sees: Sees) -> Picture:
        """Return the picture to read of a drawing with the stroke in progress.

        A picture that nothing is drawn over stays as it is, not resampled. An empty page has no
        ink, and no colours whatever its paper.
        """
        self._ink.follow(drawing, live)
        bare = live is None and not drawing.strokes
        if drawing.picture is not None and bare and (sees == "ink" or is_unpainted(drawing)):
            return drawing.picture
        ink = self._ink.raster.picture()
        if sees == "ink" or (bare and drawing.picture is None):
            return ink
        if self._painting is None:
            self._painting = PaintingFollower(drawing.size, PAINTING_SCALE)
        self._painting.follow(drawing, live)
        return replace(ink, rgb=self._painting.painting.copy())
