"""From a picture to the input of a network that sees pictures: resized, and its planes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from lenet_gui.common.values import Recognition
from lenet_gui.engine.explaining.layer_table import first_padding
from lenet_gui.engine.ink.colour_pictures import colours_of_picture, colours_of_planes
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.widgets.colour_images import colour_image, tinted
from lenet_gui.gui.wording.layer_words import layer_wording

PICTURE_MARGIN, PICTURE_GAP, TITLE_GAP = 12, 18, 6  # pixels around, between, and below titles
TEXT_LINES = 2  # that are kept free below the pictures


def picture_places(
    count: int, size: tuple[float, float], line: int, shape: tuple[int, ...]
) -> list[QRectF]:
    """Return the places of ``count`` pictures of one size in a widget, from left to right.

    size: (width, height) of the widget. line: height of a line of text. shape: (channels, rows,
    columns) of the input. A pixel of it is shown as whole pixels, where there is room for that.
    """
    _, rows, columns = shape
    top = PICTURE_MARGIN + line + TITLE_GAP
    room = size[1] - top - PICTURE_MARGIN - TEXT_LINES * line
    wide = (size[0] - 2 * PICTURE_MARGIN - (count - 1) * PICTURE_GAP) / count
    zoom = max(min(room / rows, wide / columns), 0.1)
    zoom = float(int(zoom)) if zoom >= 1 else zoom
    step = columns * zoom + PICTURE_GAP
    left = (size[0] - count * step + PICTURE_GAP) / 2
    return [
        QRectF(round(left + place * step), top, columns * zoom, rows * zoom)
        for place in range(count)
    ]


def picture_titles(shape: tuple[int, ...]) -> tuple[str, ...]:
    """Return the titles of the picture, the resized picture, and its planes if it has several."""
    translate = QCoreApplication.translate
    channels, rows, columns = shape
    planes = (
        translate("PictureStages", "red"),
        translate("PictureStages", "green"),
        translate("PictureStages", "blue"),
    )
    first = translate("PictureStages", "picture"), f"{columns}×{rows}"
    return (*first, *planes) if channels == 3 else first


def paint_picture_stages(
    painter: QPainter, places: list[QRectF], recognition: Recognition, theme: Theme
) -> None:
    """Paint titles and frames, and of what is not blank the pictures."""
    titles = picture_titles(recognition.field.shape)
    for place, title in zip(places, titles, strict=True):
        painter.setPen(theme.color("quiet"))
        painter.drawText(QPointF(place.x(), place.y() - TITLE_GAP), title)
        painter.setPen(theme.color("border"))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
    if recognition.blank:
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    whole = colour_image(colours_of_picture(recognition.picture))
    painter.drawImage(_inside(places[0], whole), whole)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    field = recognition.field
    stages = [colours_of_planes(field), *(tinted(field) if len(field) == 3 else ())]
    for place, stage in zip(places[1:], stages, strict=True):
        painter.drawImage(place, colour_image(stage))


def _inside(place: QRectF, image: QImage) -> QRectF:
    """Return the largest rectangle with an image's proportions in the middle of a place."""
    size = image.size().toSizeF().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    inside = QRectF(QPointF(0, 0), size)
    inside.moveCenter(place.center())
    return inside


def picture_sentence(recognition: Recognition, architecture: Architecture) -> str:
    """Say how a picture became the input, and what pads it; empty if there is none."""
    if recognition.blank:
        return ""
    translate = QCoreApplication.translate
    rows, columns = colours_of_picture(recognition.picture).shape[:2]
    channels, high, wide = recognition.field.shape
    resized = translate("PictureStages", "{0} × {1} pixels are resized to {2} × {3}.")
    grey = translate("PictureStages", "Their colours become grey.") if channels == 1 else ""
    values = translate("PictureStages", "Values 0 to 255 become {0} to {1}.")
    low, top = map(layer_wording().number, map(float, architecture.input_range))
    parts = [resized.format(columns, rows, wide, high), grey, values.format(low, top)]
    if padding := first_padding(architecture):
        pads = translate("PictureStages", "{0} pads them by {1} per side with zeros.")
        parts.append(pads.format(architecture.layers[0].name, padding))
    if recognition.picture.as_is:
        parts.append(translate("PictureStages", "Nothing is declined."))
    return " ".join(part for part in parts if part)
