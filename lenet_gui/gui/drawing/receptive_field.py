"""The receptive field of a unit as a rectangle on the page, or in the photo that is read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from lenet_gui.common.values import Drawing, Picture, Unit
from lenet_gui.engine.ink.normalization import FIELD_SIDE, field_to_picture
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.wording.recognition_words import unit_place

LABEL_MARGINS = 8  # pixels on both sides of the label


def paint_receptive_field(
    painter: QPainter, session: Session, unit: Unit, page: QRectF, theme: Theme
) -> None:
    """Paint a unit's receptive field around the ink of the page, with a label."""
    if session.recognition.blank:
        return
    rect = receptive_field(session, unit, page).intersected(page.adjusted(1, 1, -1, -1))
    pen = QPen(theme.color("accent"), 1.6)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)
    names = session.recognizer.checkpoint.class_names
    whole = QCoreApplication.translate("Canvas", "receptive field of {0}")
    place, metrics = unit_place(unit, names), painter.fontMetrics()
    room = int(page.width()) - LABEL_MARGINS
    fits = metrics.horizontalAdvance(whole.format(place)) <= room
    text = whole.format(place) if fits else elided(place, metrics, room)
    size = QSizeF(metrics.horizontalAdvance(text) + LABEL_MARGINS, metrics.height())
    x = min(max(rect.x(), page.x()), page.right() - size.width())
    label = QRectF(QPointF(x, max(rect.y() - size.height() - 2, page.y())), size)
    veil = theme.color("paper")
    veil.setAlphaF(0.85)
    painter.fillRect(label, veil)
    painter.setPen(theme.color("accent_text"))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)


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
    corners = ((window.left, window.top), (window.right, window.bottom))
    _, rows, columns = architecture.input_shape
    if recognition.normalized is None:  # the whole picture was resized
        down, across = recognition.picture.ink.shape
        return [(x * across / columns, y * down / rows) for x, y in corners]
    border = (FIELD_SIDE - rows) // 2
    return [field_to_picture(recognition.normalized, x + border, y + border) for x, y in corners]


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
