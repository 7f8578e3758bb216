"""Painting of a photograph: boxes around its digits, answers beside them, rejected ink in grey."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages.values import Box, FoundDigit
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.photos.photo_reading import PhotoReading, PhotoRegion

SMALLEST_LETTER, LARGEST_LETTER = 10.0, 34.0  # pixels: legible, and no larger than a heading
PLATE_RADIUS = 3.0  # pixels, of the plate behind an answer
PLATE_MARGIN = 8.0  # pixels at least beside the answer to a whole picture
REJECTED_GREY = "#8d949f"  # midway between paper and ink: visible on either


@dataclass(frozen=True, slots=True)
class PhotoPlacement:
    """The rectangle of a picture in a widget, and the mapping of its pixels there and back.

    size: (width, height) of the picture in pixels.
    """

    rect: QRectF
    size: tuple[int, int]
    mirrored: bool = False

    def to_widget(self, box: tuple[float, float, float, float]) -> QRectF:
        """Map a box (x, y, width, height) in pixels of the picture to the widget."""
        x, y, width, height = box
        factor = self.rect.width() / self.size[0]
        if self.mirrored:
            x = self.size[0] - x - width
        return QRectF(
            self.rect.x() + x * factor, self.rect.y() + y * factor, width * factor, height * factor
        )

    def polygon(self, points: QPolygonF) -> QPolygonF:
        """Map a polygon in pixels of the picture to the widget."""
        return QPolygonF([self.to_widget((p.x(), p.y(), 0, 0)).topLeft() for p in points.toList()])

    def to_picture(self, point: QPointF) -> tuple[float, float]:
        """Map a point of the widget to pixels (x, y) of the picture."""
        factor = self.size[0] / self.rect.width()
        x, y = (point.x() - self.rect.x()) * factor, (point.y() - self.rect.y()) * factor
        return (self.size[0] - x if self.mirrored else x), y


def fitted_placement(
    width: float, height: float, size: tuple[int, int], mirrored: bool = False
) -> PhotoPlacement:
    """Return the placement of the whole picture in a widget's middle, as large as it fits."""
    factor = min(width / size[0], height / size[1])
    shown = QSizeF(max(size[0] * factor, 1.0), max(size[1] * factor, 1.0))
    corner = QPointF((width - shown.width()) / 2, (height - shown.height()) / 2)
    return PhotoPlacement(QRectF(corner, shown), size, mirrored)


def paint_picture(painter: QPainter, place: PhotoPlacement, pixels: ByteArray) -> None:
    """Paint a grey picture, uint8 (rows, columns), 0 = black, or colours, (rows, columns, 3)."""
    rows, columns = pixels.shape[:2]
    grey = pixels.ndim == 2
    kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    image = QImage(pixels.data, columns, rows, pixels.strides[0], kind)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.save()
    if place.mirrored:
        painter.translate(2 * place.rect.center().x(), 0)
        painter.scale(-1, 1)
    painter.drawImage(place.rect, image)
    painter.restore()


def paint_boxes(
    painter: QPainter,
    place: PhotoPlacement,
    photo: PhotoReading,
    chosen: FoundDigit | None,
    theme: Theme,
) -> None:
    """Paint rejected ink, the digits' boxes and answers over it, and the chosen digit on top."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if photo.whole:
        _paint_whole_answer(painter, place, photo, theme)
        return
    for box, _ in photo.reading.rejected:
        _paint_box(painter, place.to_widget(photo.box(box)), QColor(REJECTED_GREY), 1.0)
    for found in photo.digits:
        rect = place.to_widget(photo.box(found.box))
        if found.label is None:
            _paint_box(painter, rect, QColor(REJECTED_GREY), 1.4, Qt.PenStyle.DashLine)
        else:
            _paint_box(painter, rect, theme.color("negative"), 1.6 if rect.height() > 30 else 1.0)
    font = QFont(painter.font())
    font.setBold(True)
    taken = [place.to_widget(photo.box(found.box)) for found in photo.digits]
    for found, rect in zip(photo.digits, list(taken), strict=True):
        plate = answer_plate(rect, found.label or "?", font, taken, place.rect)
        taken.append(plate)
        _paint_answer(painter, plate, found, found.label or "?", font, found is chosen, theme)
    if chosen is not None:
        rect = place.to_widget(photo.box(chosen.box)).adjusted(-2, -2, 2, 2)
        _paint_box(painter, rect, theme.color("accent"), 3.0 if rect.height() > 30 else 2.0)


def _paint_whole_answer(
    painter: QPainter, place: PhotoPlacement, photo: PhotoReading, theme: Theme
) -> None:
    """Paint the answer to a picture that was read as one, inside it at the lower edge."""
    (found,) = photo.digits
    read = place.to_widget(photo.box(found.box))
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(round(min(max(read.height() * 0.12, SMALLEST_LETTER), LARGEST_LETTER)))
    metrics = QFontMetricsF(font)
    room = read.width() - 2 * PLATE_MARGIN
    name = metrics.elidedText(found.label or "?", Qt.TextElideMode.ElideRight, room)
    size = QSizeF(metrics.horizontalAdvance(name) + 10, metrics.height() + 2)
    corner = QPointF(read.center().x() - size.width() / 2, read.bottom() - size.height() - 6)
    _paint_answer(painter, QRectF(corner, size), found, name, font, True, theme)


def paint_lines(
    painter: QPainter, place: PhotoPlacement, photo: PhotoReading, theme: Theme
) -> None:
    """Paint the reading order: a stroke along each line of digits, and the line's number."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    font.setBold(True)
    for number, line in enumerate(photo.reading.lines, 1):
        middles = [place.to_widget((*photo.middle(found), 0, 0)).topLeft() for found in line.digits]
        for color, width in ((QColor("white"), 4.0), (theme.color("accent"), 2.0)):
            painter.setPen(QPen(color, width))
            painter.drawPolyline(QPolygonF(middles))
        first = place.to_widget(photo.box(line.digits[0].box))
        font.setPixelSize(round(min(max(first.height() * 0.4, SMALLEST_LETTER), LARGEST_LETTER)))
        metrics = QFontMetricsF(font)
        size = QSizeF(metrics.horizontalAdvance(str(number)) + 6, metrics.ascent() + 2)
        beside = first.right() + 3 if place.mirrored else first.left() - size.width() - 3
        plate = QRectF(QPointF(beside, middles[0].y() - size.height() / 2), size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(plate, PLATE_RADIUS, PLATE_RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(font)
        painter.setPen(theme.color("paper"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, str(number))


def _paint_box(
    painter: QPainter,
    rect: QRectF,
    color: QColor,
    width: float,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """Paint a box with a light rim, so that it shows on dark and on light paper."""
    rim = QColor("white")
    rim.setAlphaF(0.55)
    painter.setPen(QPen(rim, width + 1.6))
    painter.drawRect(rect)
    painter.setPen(QPen(color, width, style))
    painter.drawRect(rect)


def answer_plate(
    box: QRectF, text: str, font: QFont, taken: list[QRectF], picture: QRectF
) -> QRectF:
    """Choose the place of an answer: above its box, or below or beside it where it hides less.

    Sets the size of ``font``. taken: the boxes, and the plates placed before.
    """
    font.setPixelSize(round(min(max(box.height() * 0.45, SMALLEST_LETTER), LARGEST_LETTER)))
    metrics = QFontMetricsF(font)
    size = QSizeF(metrics.horizontalAdvance(text) + 5, metrics.ascent() + 1)
    middle = box.center()
    corners = (
        (middle.x() - size.width() / 2, box.top() - size.height() - 2),
        (middle.x() - size.width() / 2, box.bottom() + 2),
        (box.right() + 2, middle.y() - size.height() / 2),
        (box.left() - size.width() - 2, middle.y() - size.height() / 2),
    )

    def hidden(plate: QRectF) -> float:
        outside = _area(plate) - _area(plate.intersected(picture))
        # Outside the picture the answer is clipped, which is worse than covering another box.
        return 4 * outside + sum(_area(plate.intersected(other)) for other in taken)

    return min((QRectF(QPointF(*corner), size) for corner in corners), key=hidden)


def _area(rect: QRectF) -> float:
    return max(rect.width(), 0.0) * max(rect.height(), 0.0)


def _paint_answer(
    painter: QPainter,
    plate: QRectF,
    found: FoundDigit,
    text: str,
    font: QFont,
    chosen: bool,
    theme: Theme,
) -> None:
    ground = theme.color("accent" if chosen else "paper")
    ground.setAlphaF(1.0 if chosen else 0.85)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(plate, PLATE_RADIUS, PLATE_RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(font)
    letter = "paper" if chosen else "ink" if found.label is not None else "quiet"
    painter.setPen(theme.color(letter))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def paint_guide(painter: QPainter, place: PhotoPlacement, region: PhotoRegion) -> None:
    """Paint the guide frame with its handles, and a veil over the rest of the picture."""
    rect = guide_rect(place, region)
    veil = QColor("black")
    veil.setAlphaF(0.45)
    picture = place.rect
    painter.setPen(Qt.PenStyle.NoPen)
    for side in (
        QRectF(picture.topLeft(), QPointF(picture.right(), rect.top())),
        QRectF(QPointF(picture.left(), rect.bottom()), picture.bottomRight()),
        QRectF(QPointF(picture.left(), rect.top()), rect.bottomLeft()),
        QRectF(rect.topRight(), QPointF(picture.right(), rect.bottom())),
    ):
        painter.fillRect(side, veil)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("black"), 3.0))
    painter.drawRect(rect)
    painter.setPen(QPen(QColor("white"), 1.4, Qt.PenStyle.DashLine))
    painter.drawRect(rect)
    painter.setBrush(QColor("white"))
    painter.setPen(QPen(QColor("black"), 1.0))
    for corner in (rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()):
        painter.drawRect(QRectF(corner.x() - 4, corner.y() - 4, 8, 8))


def guide_rect(place: PhotoPlacement, region: PhotoRegion) -> QRectF:
    """Return the guide frame in widget coordinates."""
    columns, rows = place.size
    left, top, right, bottom = region
    box = (left * columns, top * rows, (right - left) * columns, (bottom - top) * rows)
    return place.to_widget(box)


def stage_of(photo: PhotoReading, name: str) -> tuple[ByteArray, Box]:
    """Return a stage of the reading as a picture, and the box of the photo that it covers.

    name: "picture", a field of ``PageStages``, or "lines", which is painted over "cleaned". A
    picture that was read as one has no stages.
    """
    reading = photo.reading
    if name == "picture" or photo.whole:
        return photo.shown, (0, 0, *photo.size)
    stage = getattr(reading.stages, "cleaned" if name == "lines" else name)
    if name != "grey":
        stage = 255 - stage  # stages hold ink as high values; it is shown dark
    return stage, photo.box((0, 0, *reading.size))
