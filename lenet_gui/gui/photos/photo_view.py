"""The picture area of the photo viewer: boxes over a photograph, zoom, guide frame, selection."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QPointF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lenet_gui.engine.pages.values import VERDICTS, FoundDigit, Verdict
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.photos.guide_frame import GuideFrame
from lenet_gui.gui.photos.keyboard_navigation import digit_for_key
from lenet_gui.gui.photos.photo_painter import (
    PhotoPlacement,
    paint_boxes,
    paint_guide,
    paint_lines,
    paint_picture,
    stage_of,
)
from lenet_gui.gui.photos.photo_reading import PhotoReading, PhotoRegion
from lenet_gui.gui.photos.zoom import Zoom
from lenet_gui.gui.widgets.plain_text import inert

HINT_MARGIN = 8
_ZOOMS = {
    Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0, Qt.Key.Key_0: -99.0,
}  # fmt: skip


class PhotoView(QWidget):
    """A photo reading on the screen. Clicks and keys only emit signals: ``PhotoViewer`` acts."""

    chosen = Signal(object)  # FoundDigit: to be selected
    taken = Signal(object)  # FoundDigit: to be selected, and its ink put onto the page
    rejected_taken = Signal(object, str)  # Box of the reading, Verdict
    region_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo: PhotoReading | None = None
        self.choice: FoundDigit | None = None
        self.stage = "picture"
        self.mirrored = False
        self.guided = False
        self.guide = GuideFrame()
        self.field: QPolygonF | None = None  # a receptive field, in pixels of the picture
        self.hint = ""
        self.zoom = Zoom()
        self._span_from: QPointF | None = None
        self._panned_from: QPointF | None = None
        self.setObjectName("photo-view")
        self.setAccessibleName(self.tr("Picture"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move from digit to digit; Enter puts one onto the page.")
        )
        self.setStatusTip(self.accessibleDescription())
        self.setWhatsThis(
            self.tr(
                "Digits are boxed in blue with their answers. A question mark means that the "
                "network is not sure; grey boxes hold ink that was rejected. All panels show the "
                "digit in the orange box: click another, or go to it with the arrow keys. A "
                "click or Enter also puts its ink onto the page. The wheel, + and - zoom; 0 "
                "shows the whole picture. A network that sees pictures reads all of it as one."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(400, 300)

    # ---- contents

    @property
    def region(self) -> PhotoRegion | None:
        """The region of the picture that is read; None: all of it."""
        return self.guide.region if self.guided else None

    def place(self) -> PhotoPlacement | None:
        """Return the placement of the picture in the widget, or None without a picture."""
        if self.photo is None:
            return None
        return self.zoom.place(self.width(), self.height(), self.photo.size, self.mirrored)

    def show_photo(self, photo: PhotoReading | None, choice: FoundDigit | None) -> None:
        """Show a reading with its selected digit. The zoom is kept while the size stays."""
        if photo is None or (self.photo is not None and self.photo.size != photo.size):
            self.zoom.reset()
        self.photo, self.choice = photo, choice
        self.update()

    def show_hint(self, text: str) -> None:
        """Set the text that is shown while there is no picture."""
        self.hint = text
        self.update()

    def set_stage(self, name: str) -> None:
        """Show the picture or a stage of its reading, by its name in ``PHOTO_STAGES``."""
        self.stage = name
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        """Show the picture mirrored or not; it is read unmirrored either way."""
        self.mirrored = mirrored
        self.update()

    def set_guided(self, guided: bool) -> None:
        """Read only the guide frame's region, or all of the picture."""
        self.guided = guided
        self.update()
        self.region_changed.emit()

    # ---- pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place()
        if place is None or self.photo is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.guided and self.guide.take_hold(place, event.position()):
            return
        at = place.to_picture(event.position())
        found, rejected = self.photo.digit_at(*at), self.photo.rejected_at(*at)
        if found is not None:
            self.taken.emit(found)
        elif rejected is not None:
            self.rejected_taken.emit(*rejected)
        elif self.guided:
            self._span_from = event.position()
        else:
            self._panned_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place()
        if place is None:
            return
        if self.guide.dragged:
            self.guide.drag(place, event.position())
        elif self._span_from is not None:
            self.guide.span(place, self._span_from, event.position())
        elif self._panned_from is not None:
            self.zoom.move(event.position() - self._panned_from, place, QSizeF(self.size()))
            self._panned_from = event.position()
            self.update()
            return
        else:
            self._show_cursor(place, event.position())
            return
        self.update()
        self.region_changed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.guide.let_go()
        self._span_from = self._panned_from = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(event.angleDelta().y() / 120, event.position())
        event.accept()

    def _zoom(self, steps: float, at: QPointF) -> None:
        place = self.place()
        if place is not None:
            self.zoom.by(steps, at, place, QSizeF(self.size()))
            self.update()

    def _show_cursor(self, place: PhotoPlacement, point: QPointF) -> None:
        shapes = {
            (-1, 0): Qt.CursorShape.SizeHorCursor, (0, -1): Qt.CursorShape.SizeVerCursor,
            (-1, -1): Qt.CursorShape.SizeFDiagCursor, (-1, 1): Qt.CursorShape.SizeBDiagCursor,
        }  # fmt: skip
        edges = self.guide.edges_at(place, point) if self.guided else None
        if edges is not None:
            across, down = edges
            self.setCursor(shapes.get(edges) or shapes[(-across, -down)])
        elif self.text_at(point):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if self.guided and (control or shift) and self.guide.press_key(key, shift, self.mirrored):
            self.update()
            self.region_changed.emit()
        elif key in _ZOOMS:
            self._zoom(_ZOOMS[key], QPointF(self.rect().center()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.choice is not None:
            self.taken.emit(self.choice)
        else:
            found = digit_for_key(self.photo, self.choice, key) if not control else None
            if found is None:
                super().keyPressEvent(event)
            else:
                self.chosen.emit(found)
                self._bring_into_view(found)

    def _bring_into_view(self, found: FoundDigit) -> None:
        """Pan so that a digit selected by a key is visible."""
        place = self.place()
        if place is not None and self.photo is not None:
            box = place.to_widget(self.photo.box(found.box)).adjusted(-20, -20, 20, 20)
            self.zoom.show(box, place, QSizeF(self.size()))
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.text_at(QPointF(event.pos()))
            if text:
                QToolTip.showText(event.globalPos(), inert(text), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def text_at(self, point: QPointF) -> str:
        """Describe the digit or rejected ink under a point of the widget; "" if there is none."""
        place, photo = self.place(), self.photo
        if place is None or photo is None:
            return ""
        x, y = place.to_picture(point)
        found = photo.digit_at(x, y)
        if found is not None:
            return digit_text(found)
        rejected = photo.rejected_at(x, y)
        return "" if rejected is None else verdict_text(rejected[1])

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("window"))
        place, photo = self.place(), self.photo
        if place is None or photo is None:
            painter.setPen(theme.color("quiet"))
            inside = self.rect().adjusted(
                2 * HINT_MARGIN, HINT_MARGIN, -2 * HINT_MARGIN, -HINT_MARGIN
            )
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inside, int(flags), self.hint)
        else:
            painter.setClipRect(place.rect)
            grey, box = stage_of(photo, self.stage)
            if box != (0, 0, *photo.size):
                painter.fillRect(place.rect, theme.color("panel"))
            paint_picture(
                painter, PhotoPlacement(place.to_widget(box), box[2:], self.mirrored), grey
            )
            if self.guided:
                paint_guide(painter, place, self.guide.region)
            paint_boxes(painter, place, photo, self.choice, theme)
            if self.stage == "lines" and not photo.whole:
                paint_lines(painter, place, photo, theme)
            if self.field is not None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.color("accent"), 1.6, Qt.PenStyle.DashLine))
                painter.drawPolygon(place.polygon(self.field))
            painter.setClipping(False)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))


def digit_text(found: FoundDigit) -> str:
    """Return a digit's answer and score, or the verdict if it has no answer."""
    if found.label is None:
        return verdict_text(found.verdict)
    return f"{found.label} · {QLocale().toString(100 * found.score, 'f', 1)} %"


def verdict_text(verdict: Verdict) -> str:
    return QCoreApplication.translate("Verdict", VERDICTS[verdict])
