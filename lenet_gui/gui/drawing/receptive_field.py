"""The receptive field of a unit as a rectangle on the page, or in the photo that is read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QRegion

from lenet_gui.common.values import Drawing, Picture, Unit
from lenet_gui.engine.ink.normalization import FIELD_SIDE, field_to_picture
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.wording.recognition_words import unit_place

LABEL_MARGINS = 8  # pixels on both sides of the label
FRAME_WIDTH = 1.6  # pixels


@dataclass(frozen=True)
class FieldMark:
    """A receptive field on the page: its rectangle, and a label above it, in widget coordinates."""

    rect: QRectF
    label: QRectF
    text: str

    def region(self) -> QRegion:
        """Return the pixels that it takes: the frame and the label, not what is inside."""
        by = FRAME_WIDTH + 1
        outer, inner = self.rect.adjusted(-by, -by, by, by), self.rect.adjusted(by, by, -by, -by)
        frame = QRegion(outer.toAlignedRect()).subtracted(QRegion(inner.toRect()))
        return frame.united(self.label.toAlignedRect().adjusted(-1, -1, 1, 1))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint it around the ink."""
        pen = QPen(theme.color("accent"), FRAME_WIDTH)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect)
        veil = theme.color("paper")
        veil.setAlphaF(0.85)
        painter.fillRect(self.label, veil)
        painter.setPen(theme.color("accent_text"))
        painter.drawText(self.label, Qt.AlignmentFlag.AlignCenter, self.text)


def field_mark(session: Session, page: QRectF, metrics: QFontMetrics) -> FieldMark | None:
    """Return the mark of the unit that is looked at, or None. page: the page's rectangle."""
    unit = session.unit
    if unit is None or session.recognition.blank:
        return None
    rect = receptive_field(session, unit, page).intersected(page.adjusted(1, 1, -1, -1))
    names = session.recognizer.checkpoint.class_names
    whole = QCoreApplication.translate("Canvas", "receptive field of {0}")
    place = unit_place(unit, names)
    room = int(page.width()) - LABEL_MARGINS
    fits = metrics.horizontalAdvance(whole.format(place)) <= room
    text = whole.format(place) if fits else elided(place, metrics, room)
    size = QSizeF(metrics.horizontalAdvance(text) + LABEL_MARGINS, metrics.height())
    x = min(max(rect.x(), page.x()), page.right() - size.width())
    label = QRectF(QPointF(x, max(rect.y() - size.height() - 2, page.y())), size)
    return FieldMark(rect, label, text)


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
