"""The receptive field of a unit as a rectangle on the page, or in the photo that is read."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from lenet_gui.common.values import Drawing, Picture, Unit
from lenet_gui.engine.ink.normalization import FIELD_SIDE, field_to_picture
from lenet_gui.gui.session.session import Session


def receptive_field(session: Session, unit: Unit, page: QRectF) -> QRectF:
    """Return a unit's receptive field in widget coordinates; ``page`` is the page's rectangle."""
    picture = session.recognition.picture
    corners = [
        _on_page(session.drawing, picture, across, down, page)
        for across, down in _corners(session, unit)
    ]
    return QRectF(*corners)


def field_in_photo(session: Session, unit: Unit) -> QRectF:
    """Return a unit's receptive field in pixels of the photo from which the picture was cut."""
    picture = session.recognition.picture
    corners = [
        QPointF(picture.origin[0] + x * picture.scale, picture.origin[1] + y * picture.scale)
        for x, y in _corners(session, unit)
    ]
    return QRectF(*corners)


def _corners(session: Session, unit: Unit) -> list[tuple[float, float]]:
    """Return the upper left and lower right corner in pixels of the recognized picture."""
    architecture, recognition = session.recognizer.architecture, session.recognition
    window = architecture.windows(unit)[-1]
    border = (FIELD_SIDE - architecture.input_shape[1]) // 2
    return [
        field_to_picture(recognition.normalized, x + border, y + border)
        for x, y in ((window.left, window.top), (window.right, window.bottom))
    ]


def _on_page(drawing: Drawing, picture: Picture, x: float, y: float, page: QRectF) -> QPointF:
    """Map a point (x, y) in pixels of the picture to the widget."""
    if picture is drawing.picture:  # fitted into the page, in its middle
        rows, columns = picture.ink.shape
        longer = max(rows, columns)
        factor = page.width() / longer
        across, down = x + (longer - columns) / 2, y + (longer - rows) / 2
    else:
        factor = page.width() / drawing.size[0]
        across = picture.origin[0] + x * picture.scale
        down = picture.origin[1] + y * picture.scale
    return QPointF(page.x() + across * factor, page.y() + down * factor)
