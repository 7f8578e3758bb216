"""The normalization panel: the stages from the ink on the page to the network's input.

Which stages there are depends on the network: ``gui/network/ink_stages.py``, and for one that sees
pictures ``gui/network/picture_stages.py``.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.common.values import ByteArray, Normalized, Recognition
from lenet_gui.engine.ink.normalization import BLOCK_SIDE, CENTRE_PIXEL, DIGIT_SIDE, FIELD_SIDE
from lenet_gui.gui.appearance.theme import Theme, theme_of
from lenet_gui.gui.network.ink_stages import (
    InkStage,
    as_it_is_sentence,
    ink_stages,
    input_sentence,
)
from lenet_gui.gui.network.picture_stages import (
    paint_picture_stages,
    picture_places,
    picture_sentence,
    picture_titles,
)
from lenet_gui.gui.session.session import Session

STAGES_MARGIN = 12
STAGE_GAP, MIN_TITLE_GAP = 18, 8  # pixels between pictures, and between their titles
MIN_TEXT_WIDTH = 120  # pixels beside the pictures; else the text goes below them
TEXT_WIDTH = 36  # times a letter: beside wide pictures it is not wider


class NormalizationPanel(QWidget):
    """Pictures side by side: ink in its box, 20x20, 28x28, and what the network reads if that is
    another one. Empty frames if blank."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.recognition = session.recognition
        self.setObjectName("stages")
        self.setAccessibleName(self.tr("Normalisation"))
        self.setAccessibleDescription(
            self.tr("How the ink is converted to the form of MNIST's digits.")
        )
        self.setWhatsThis(
            self.tr(
                "The square around the ink is averaged down to 20 by 20 pixels. Their centre of "
                "mass is moved by whole pixels to the middle of 28 by 28; MNIST's digits were made "
                "in the same way. The last picture is what this network reads: with a border, "
                "without one, or padded by its first layer. A network that sees pictures gets the "
                "whole picture, resized."
            )
        )
        self.setMinimumSize(220, 70)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        session.recognized.connect(self._show)

    def sizeHint(self) -> QSize:
        return QSize(620, 190)

    def stages(self) -> list[InkStage]:
        """Return the stages after the ink, if the network sees ink."""
        return ink_stages(self.recognition, self._session.recognizer.architecture)

    @property
    def _sees_ink(self) -> bool:
        return self.recognition.field.ndim == 2

    @Slot(object)
    def _show(self, recognition: Recognition) -> None:
        self.recognition = recognition
        self.update()

    def places(self) -> list[QRectF]:
        """Return the places of the pictures: the ink, then its stages; or the picture and its.

        All have one zoom, a whole number of device pixels per cell.
        """
        if not self._sees_ink:
            shape, line = self.recognition.field.shape, self.fontMetrics().height()
            count = len(picture_titles(shape))
            return picture_places(count, (self.width(), self.height()), line, shape)
        top = STAGES_MARGIN + self.fontMetrics().height() + 4
        ratio = self.devicePixelRatioF()
        stages = self.stages()
        sides = [stage.side for stage in stages]
        largest = max(FIELD_SIDE, *sides)
        height = max(self.height() - top - STAGES_MARGIN, 8)
        width = max(self.width() - 2 * STAGES_MARGIN - len(stages) * STAGE_GAP, 8)
        cells = sum(sides) + FIELD_SIDE  # the ink gets as much room as the field
        zoom = max(1, int(min(height / largest, width / cells) * ratio)) / ratio
        steps = [FIELD_SIDE * zoom + STAGE_GAP]
        for stage in stages:
            title = self.fontMetrics().horizontalAdvance(stage.title)
            steps.append(max(stage.side * zoom + STAGE_GAP, title + MIN_TITLE_GAP))
        gap = max(0.0, self.width() - 2 * STAGES_MARGIN - sum(steps) - self._text_width())
        gap = round(gap / (len(steps) + 2))  # spare width: between all, and on both sides
        places, x = [], float(STAGES_MARGIN + gap)
        for side, step in zip((FIELD_SIDE, *sides), steps, strict=True):
            places.append(QRectF(x, top, side * zoom, side * zoom))
            x += step + gap
        return places

    def _text_width(self) -> int:
        return max(MIN_TEXT_WIDTH, TEXT_WIDTH * self.fontMetrics().averageCharWidth())

    def _text_place(self) -> QRectF:
        """Return the place of the explanation: beside the pictures, or below if it is narrow."""
        places = self.places()
        last = places[-1]
        if not self._sees_ink:
            width, below = self.width() - 2 * STAGES_MARGIN, last.bottom() + 8
            return QRectF(STAGES_MARGIN, below, width, self.height() - below)
        gap = max(float(STAGE_GAP), places[-1].left() - places[-2].right())
        text = QRectF(last.right() + gap, last.y(), 0, last.height())
        text.setRight(min(self.width() - STAGES_MARGIN, text.left() + self._text_width()))
        if text.width() > MIN_TEXT_WIDTH:
            return text
        width, below = self.width() - 2 * STAGES_MARGIN, last.bottom() + 8
        return QRectF(STAGES_MARGIN, below, width, self.height() - below)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        places = self.places()
        if not self._sees_ink:
            paint_picture_stages(painter, places, self.recognition, theme)
            self._paint_explanation(painter, theme)
            return
        stages, normalized = self.stages(), self.recognition.normalized
        first = self.tr("picture") if normalized is None else self.tr("ink")
        titles = (first, *(stage.title for stage in stages))
        for place, title in zip(places, titles, strict=True):
            painter.setPen(theme.color("quiet"))
            painter.drawText(QPointF(place.x(), place.y() - 6), title)
            painter.setPen(theme.color("border"))
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.recognition.blank:
            return
        self._paint_ink(painter, places[0], normalized, theme)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for place, stage in zip(places[1:], stages, strict=True):
            painter.drawImage(place, _image(stage.pixels, theme))
        if normalized is not None:
            self._paint_centre(painter, places[2], normalized, theme)
        self._paint_padding(painter, places[-1], stages[-1], theme)
        self._paint_explanation(painter, theme)

    def _paint_explanation(self, painter: QPainter, theme: Theme) -> None:
        text = self._text_place()
        if text.height() > self.fontMetrics().height():
            painter.setPen(theme.color("quiet"))
            words = self.explanation().replace(" × ", "\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}")
            painter.drawText(text, Qt.TextFlag.TextWordWrap, words)

    def explanation(self) -> str:
        """Say in words how the ink was normalized, or the picture resized, with its numbers, and
        what the network reads."""
        normalized = self.recognition.normalized
        architecture = self._session.recognizer.architecture
        if not self._sees_ink:
            return picture_sentence(self.recognition, architecture)
        if normalized is None:
            return as_it_is_sentence(self.recognition, architecture)
        if normalized.box is None:
            return ""
        top, left, bottom, right = normalized.box
        text = self.tr("Ink {0} × {1} pixels; the square of {2} becomes 20 × 20. {3}")
        if normalized.dot:
            text = self.tr("A dot of {0} × {1} pixels is not a digit.")
        side, moved = round(normalized.square[2]), self._moved(*normalized.shift)
        done = text.format(right - left, bottom - top, side, moved)
        return f"{done} {input_sentence(architecture)}"

    def _moved(self, down: int, across: int) -> str:
        """Say how far the ink was moved, in pixels down and to the right."""
        steps = []
        if across:
            way = self.tr("{0} to the right") if across > 0 else self.tr("{0} to the left")
            steps.append(way.format(abs(across)))
        if down:
            way = self.tr("{0} down") if down > 0 else self.tr("{0} up")
            steps.append(way.format(abs(down)))
        if not steps:
            return self.tr("Its centre of mass is already in the middle.")
        both = self.tr("{0}, {1}").format(*steps) if len(steps) == 2 else steps[0]
        return self.tr("Centre of mass moved to the middle: {0}.").format(both)

    def _paint_ink(
        self, painter: QPainter, place: QRectF, normalized: Normalized | None, theme: Theme
    ) -> None:
        """Paint the picture, with the bounding box and the square that is resampled if one is."""
        picture = self.recognition.picture
        rows, columns = picture.ink.shape
        factor = place.width() / max(rows, columns)
        target = QRectF(place.x(), place.y(), columns * factor, rows * factor)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, factor < 1)
        painter.drawImage(target, _image(picture.ink, theme))
        if normalized is None:
            return
        painter.save()
        painter.setClipRect(place)
        top, left, side = normalized.square
        painter.setPen(QPen(theme.color("accent"), 1.4))
        corner = place.topLeft() + QPointF(left, top) * factor
        painter.drawRect(QRectF(corner.x(), corner.y(), side * factor, side * factor))
        if normalized.box is not None:
            first, start, last, end = normalized.box
            pen = QPen(theme.color("negative"), 1.0, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            corner = place.topLeft() + QPointF(start, first) * factor
            size = ((end - start) * factor, (last - first) * factor)
            painter.drawRect(QRectF(corner.x(), corner.y(), *size))
        painter.restore()

    def _paint_centre(
        self, painter: QPainter, shown: QRectF, normalized: Normalized, theme: Theme
    ) -> None:
        """Paint a cross through the middle of pixel 14, and a frame around the 20x20 block."""
        cell = shown.width() / DIGIT_SIDE
        middle = shown.topLeft() + QPointF(CENTRE_PIXEL + 0.5, CENTRE_PIXEL + 0.5) * cell
        painter.setPen(QPen(theme.color("negative"), 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(shown.left(), middle.y()), QPointF(shown.right(), middle.y()))
        painter.drawLine(QPointF(middle.x(), shown.top()), QPointF(middle.x(), shown.bottom()))
        first = (DIGIT_SIDE - BLOCK_SIDE) // 2
        rows, columns = normalized.shift
        corner = shown.topLeft() + QPointF(first + columns, first + rows) * cell
        painter.setPen(QPen(theme.color("accent"), 1.0))
        block = QRectF(corner.x(), corner.y(), BLOCK_SIDE * cell, BLOCK_SIDE * cell)
        painter.drawRect(block.intersected(shown))

    def _paint_padding(
        self, painter: QPainter, shown: QRectF, stage: InkStage, theme: Theme
    ) -> None:
        """Frame the input itself, where the first layer pads it."""
        if stage.padding:
            rim = stage.padding * shown.width() / stage.side
            painter.setPen(QPen(theme.color("accent"), 1.0, Qt.PenStyle.DashLine))
            painter.drawRect(shown.adjusted(rim, rim, -rim, -rim))


def _image(pixels: ByteArray, theme: Theme) -> QImage:
    rows, columns = pixels.shape
    image = QImage(pixels.data, columns, rows, columns, QImage.Format.Format_Indexed8)
    image.setColorTable(theme.ink_table())
    return image
