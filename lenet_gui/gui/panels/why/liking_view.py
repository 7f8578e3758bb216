"""Pictures of what a unit likes: nine test digits, and inputs grown to excite it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lenet_gui.common.values import ByteArray, Unit, Window
from lenet_gui.engine.data.datasets import mnist
from lenet_gui.engine.data.pictures_as_seen import pictures_of
from lenet_gui.engine.explaining.ascent import Grown, ascent, grey_like
from lenet_gui.engine.explaining.exciting_digits import ExcitingDigits, exciting_digits
from lenet_gui.engine.explaining.pixels import pixels_of
from lenet_gui.engine.ink.normalization import FIELD_SIDE
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.appearance.theme import Theme, theme_of
from lenet_gui.gui.panels.why.pictures import Shades, field_image, paint_enlarged, paint_place
from lenet_gui.gui.panels.why.words import number
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.widgets.plain_text import inert

ACROSS = 3
GAP, BLOCK_GAP = 4, 12  # pixels between digits, and before the grown inputs
TALLEST = 74  # pixels of a digit, at most
CAPTION_GAP = 3


@dataclass(frozen=True, eq=False)
class Liked:
    """The most exciting digits, ready to be shown.

    images: uint8 (9, 28, 28), as MNIST has them; pixels: what the network reads of each, (9,
    planes, rows, columns), 0..1; labels: of each.
    """

    found: ExcitingDigits
    images: ByteArray
    pixels: NDArray[np.floating]
    labels: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class BothGrown:
    """Inputs grown from grey, and from the ink."""

    from_grey: Grown
    from_ink: Grown


def liked(unit: Unit, recognizer: Recognizer) -> Liked:
    """Find the digits that excite a unit most. It takes seconds unless they were kept on disk."""
    data = mnist("mnist-test")
    found = exciting_digits(recognizer, unit, data.images)
    images, architecture = data.images[found.indices], recognizer.architecture
    if architecture.picture_shape is None:
        border = (FIELD_SIDE - images.shape[-1]) // 2
        fields = np.pad(images, ((0, 0), (border, border), (border, border)))
    else:
        fields = pictures_of(images, architecture.picture_shape)
    pixels = np.stack([pixels_of(architecture, field) for field in fields])
    return Liked(found, images, pixels, tuple(data.labels[at] for at in found.indices.tolist()))


def both_grown(unit: Unit, field: ByteArray, recognizer: Recognizer) -> BothGrown:
    """Grow inputs that excite a unit: from grey, and from what is on the page."""
    ink = pixels_of(recognizer.architecture, field)
    return BothGrown(ascent(recognizer, unit, grey_like(ink)), ascent(recognizer, unit, ink))


class LikingView(QWidget):
    """Three rows of digits, and beside them the two grown inputs; frames while they are sought."""

    seen = Signal()  # it is painted, so what it shows is worth computing
    chosen = Signal(int)  # the place of a digit among the nine, which was clicked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.liked: Liked | None = None
        self.grown: BothGrown | None = None
        self.window_read: Window | None = None
        self.ink = True
        self.setObjectName("why-liking")
        self.setAccessibleName(self.tr("What the unit likes"))
        self.setWhatsThis(
            self.tr(
                "Left: of MNIST's test digits the nine that excite the pinned unit most, with its "
                "receptive field; a click puts one onto the page. Right: inputs that were grown, "
                "step by step, in the direction that excites the unit more (gradient ascent): "
                "from grey, and from what is on the page. Each step is smoothed a little."
            )
        )
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 60)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(max(self._digits_height(width), self._grown_height(width))) + 2

    # ---- places

    def _digit(self, width: int) -> float:
        """Return the side of a digit: two grown inputs are 1.5 digits wide."""
        return min(float(TALLEST), (width - 2 - (ACROSS - 1) * GAP - BLOCK_GAP) / (ACROSS + 1.5))

    def _digits_height(self, width: int) -> float:
        return self._caption() + ACROSS * self._digit(width) + (ACROSS - 1) * GAP

    def _grown_height(self, width: int) -> float:
        return 2 * (self._caption() + 1.5 * self._digit(width)) + GAP

    def _caption(self) -> int:
        return self.fontMetrics().height() + CAPTION_GAP

    def digit_places(self) -> list[QRectF]:
        """Return the places of the nine digits."""
        side, top = self._digit(self.width()), self._caption()
        step = side + GAP
        return [
            QRectF(1 + place % ACROSS * step, top + place // ACROSS * step, side, side)
            for place in range(ACROSS**2)
        ]

    def grown_places(self) -> list[QRectF]:
        """Return the places of the inputs grown from grey and from the ink."""
        digit = self._digit(self.width())
        x, side = 1 + ACROSS * digit + (ACROSS - 1) * GAP + BLOCK_GAP, 1.5 * digit
        step = self._caption() + side + GAP
        return [QRectF(x, self._caption() + place * step, side, side) for place in range(2)]

    def _place_at(self, point: QPointF) -> int | None:
        places = self.digit_places() if self.liked is not None else []
        return next((at for at, place in enumerate(places) if place.contains(point)), None)

    # ---- hands

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._place_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.chosen.emit(place)
        else:
            super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), inert(self.text_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def text_at(self, point: QPointF) -> str:
        """Return what is shown at a point: a digit with its number and its activation, or ""."""
        place = self._place_at(point)
        if place is not None and self.liked is not None:
            text = self.tr("Test digit {0}, labelled {1}: {2}")
            value = number(float(self.liked.found.values[place]), 2)
            return text.format(self.liked.found.indices[place], self.liked.labels[place], value)
        for at, where in enumerate(self.grown_places()):
            if where.contains(point) and self.grown is not None:
                grown = (self.grown.from_grey, self.grown.from_ink)[at]
                text = self.tr("Excitation before {0}, after {1}")
                return text.format(number(grown.before, 2), number(grown.after, 2))
        return ""

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self.seen.emit()
        theme, painter = theme_of(self), QPainter(self)
        places, above = self.digit_places(), self.fontMetrics().ascent()
        self._paint_caption(painter, QPointF(1, above), self.tr("test digits"), 1000, theme)
        for at, place in enumerate(places):
            if self.liked is not None:
                self._paint_field(painter, place, self.liked.pixels[at], theme)
            else:
                self._paint_frame(painter, place, theme)
        captions = self.tr("from grey"), self.tr("from ink")
        for at, (place, caption) in enumerate(zip(self.grown_places(), captions, strict=True)):
            corner = QPointF(place.x(), place.y() - self._caption() + above)
            self._paint_caption(painter, corner, caption, int(place.width()), theme)
            if self.grown is not None:
                grown = (self.grown.from_grey, self.grown.from_ink)[at]
                self._paint_field(painter, place, grown.pixels, theme)
            else:
                self._paint_frame(painter, place, theme)

    def _paint_caption(
        self, painter: QPainter, at: QPointF, text: str, room: int, theme: Theme
    ) -> None:
        painter.setPen(theme.color("quiet"))
        painter.drawText(at, elided(text, self.fontMetrics(), room))

    def _paint_frame(self, painter: QPainter, place: QRectF, theme: Theme) -> None:
        painter.setPen(theme.color("border"))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_field(
        self, painter: QPainter, place: QRectF, pixels: NDArray[np.floating], theme: Theme
    ) -> None:
        paint_enlarged(painter, place, field_image(Shades(pixels, self.ink), theme), theme)
        if self.window_read is not None and self._is_part(pixels.shape[-1]):
            paint_place(painter, place, self.window_read, pixels.shape[-1], theme)

    def _is_part(self, side: int) -> bool:
        """Return whether the unit reads less than the whole field."""
        read = self.window_read
        assert read is not None
        return read.right - read.left < side or read.bottom - read.top < side
