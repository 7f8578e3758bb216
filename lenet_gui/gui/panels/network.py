"""The network panel: the activations of every layer, live, from left to right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWhatsThis, QWidget

from lenet_gui.common.values import Unit, WeightPlace
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.rbf_codes import CODE_ROWS
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.network.column_pictures import NetworkPictures
from lenet_gui.gui.network.headings import LEVELS, Headings
from lenet_gui.gui.network.layout import Column, arrange, columns_of
from lenet_gui.gui.network.output_column import OutputColumn
from lenet_gui.gui.network.painter import NetworkPainter, map_rect, unit_at, unit_rect
from lenet_gui.gui.network.unit_description import UnitDescription
from lenet_gui.gui.network.unit_navigation import unit_for_key
from lenet_gui.gui.network.weight_grids import ends_of
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.wording.layer_words import layer_headings

NETWORK_MARGIN = 16  # pixels, like the two below
MIN_COLUMN_GAP = 12
COLUMN_SCALE_HEIGHT = 6
LEAST_LEFT = 0.8  # of the size of maps that headings with kernels must leave
HEAD_GAP = 10  # pixels from the headings to the columns
HEADS_PART = 0.9  # of the width, at most: where headings take more, maps would be tiny
CAPTION_GAP = 4  # pixels beside the height of a line, between the two grids of a pair
LEAST_CAPTIONED = 2  # pixels of a unit below which the second grid is larger than named
ALL_COLUMNS = 1000  # more than any network has


class NetworkPanel(QWidget):
    """Input, feature maps, units and output of the newest recognition; empty frames if blank.

    The unit under the mouse, or the one selected by keys, is linked to what it reads.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._columns: list[Column] = []
        self._headings = Headings(self.architecture, {}, self.font(), LEVELS[0])
        self._output = OutputColumn()
        self._revealed = ALL_COLUMNS
        self._pictures = NetworkPictures(session.recognizer, session.recognition, session.gradients)
        self.setObjectName("network")
        self.setAccessibleName(self.tr("Network"))
        self.setAccessibleDescription(
            self.tr(
                "The activations of every layer, from the input on the left to the output on the "
                "right."
            )
        )
        self.setWhatsThis(
            self.tr(
                "Each square is a feature map, each small square in it a unit. Orange is "
                "positive, blue negative; all maps of a layer share the scale below them. Point "
                "at a unit to see its value, its inputs and its receptive field. Arrow keys move "
                "from unit to unit, Page Up and Page Down from map to map, Home and End from "
                "layer to layer."
            )
        )
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(440, 150)  # if it were narrower, headings would collide
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        session.recognized.connect(self._show)
        session.gradients_changed.connect(self._show)
        session.network_changed.connect(self._change_network)
        session.unit_pointed.connect(self._refresh)
        UnitDescription(session, self)

    def sizeHint(self) -> QSize:
        return QSize(920, 560)

    @property
    def architecture(self) -> Architecture:
        return self._session.recognizer.architecture

    def columns(self) -> list[Column]:
        """Return the columns as painted, in device pixels."""
        if not self._columns:
            self._columns = self._arranged()
        return self._columns

    @property
    def revealed(self) -> int:
        """How many columns show their maps, from the input on; of the others only the frames."""
        return self._revealed

    @revealed.setter
    def revealed(self, count: int) -> None:
        if count != self._revealed:
            self._revealed = count
            self.update()

    def _top(self) -> int:
        return NETWORK_MARGIN + self._headings.height + HEAD_GAP

    def _scale_y(self) -> int:
        return (
            self.height() - NETWORK_MARGIN - self.fontMetrics().height() - COLUMN_SCALE_HEIGHT - 4
        )

    def _arranged(self) -> list[Column]:
        """Return the columns with headings that say as much as costs the maps little."""
        first, *others = LEVELS
        level, plain = next(
            (level, columns)
            for level in others
            if (columns := self._arranged_with(level)) or level == others[-1]
        )
        told = self._arranged_with(first) if level == others[0] else []
        if told and all(
            one.zoom >= LEAST_LEFT * other.zoom for one, other in zip(told, plain, strict=True)
        ):
            return told
        return self._arranged_with(level)

    def _arranged_with(self, level: str) -> list[Column]:
        """Return the columns under headings of a level; none if these leave maps too little."""
        ratio, columns = self.devicePixelRatioF(), columns_of(self.architecture)
        names = self._session.recognizer.checkpoint.class_names
        kinds = layer_headings(self.architecture)
        gradients = frozenset(self._session.gradients)
        self._headings = headings = Headings(
            self.architecture, kinds, self.font(), level, gradients
        )
        self._output.fit(names, self.font(), self.width(), headings.output_width())
        room = self.width() - 3 * NETWORK_MARGIN - self._output.width
        widths = [headings.width(column) for column in columns]
        gaps = MIN_COLUMN_GAP * (len(columns) - 1)
        if sum(widths) + gaps > HEADS_PART * room and level != LEVELS[-1]:
            return []
        height = int((self._scale_y() - 10 - self._top()) * ratio)
        caption = int((self.fontMetrics().height() + CAPTION_GAP) * ratio)
        if caption + 2 * CODE_ROWS * LEAST_CAPTIONED > height:
            caption = 0
        return arrange(
            [
                replace(column, min_width=int(width * ratio), caption=caption)
                for column, width in zip(columns, widths, strict=True)
            ],
            int(room * ratio),
            height,
            int(NETWORK_MARGIN * ratio),
            int(self._top() * ratio),
            int(MIN_COLUMN_GAP * ratio),
        )

    @Slot()
    def _show(self) -> None:
        session = self._session
        self._pictures = NetworkPictures(session.recognizer, session.recognition, session.gradients)
        if self._headings.gradients != session.gradients.keys():
            self._columns = []
        self.update()

    @Slot()
    def _change_network(self) -> None:
        self._columns = []

    @Slot()
    def _refresh(self) -> None:
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._columns = []

    def changeEvent(self, event: QEvent) -> None:
        self._columns = []
        super().changeEvent(event)

    # ---- pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._session.point_at(self.unit_at(event.position()))
        over = self.heading_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        self._session.point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        unit, layer = self.unit_at(event.position()), self.heading_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and unit is not None:
            self._session.point_at(unit)
            self._session.pins.toggle(unit)
        elif event.button() == Qt.MouseButton.LeftButton and layer is not None:
            self._session.layer_asked.emit(layer)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._session.let_go():
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._session.unit is not None:
            self._session.pins.toggle(self._session.unit)
            return
        unit = unit_for_key(self.architecture, self._session.unit, key)
        if unit is None:
            super().keyPressEvent(event)
        else:
            self._session.point_at(unit)

    def unit_at(self, position: QPointF) -> Unit | None:
        """Return the unit under a point of the widget, or None."""
        device = position * self.devicePixelRatioF()
        for column in self.columns():
            unit = unit_at(column, device)
            if unit is not None:
                return unit
        answer = self._output.index_at(self._output_area(), self._session, position)
        return None if answer is None else Unit("OUTPUT", answer)

    def heading_at(self, position: QPointF) -> str | None:
        """Return the layer, or "INPUT", whose heading is at a point of the widget, or None."""
        inside = NETWORK_MARGIN <= position.y() < NETWORK_MARGIN + self._headings.height
        return self.column_at(position) if inside else None

    def column_at(self, position: QPointF) -> str | None:
        """Return the layer, or "INPUT", in whose column a point of the widget is, or None."""
        ratio, area = self.devicePixelRatioF(), self._output_area()
        if area.left() <= position.x() <= area.right():
            return self.architecture.layers[-1].name
        for column in self.columns():
            if column.x <= position.x() * ratio <= column.x + column.room:
                return column.name
        return None

    def _explain(self, layer: str, event: QHelpEvent) -> None:
        """Say what a column shows, with a link to the glossary."""
        from lenet_gui.gui.glossary.help_text import with_terms
        from lenet_gui.gui.glossary.what_is import what_is

        text, key = what_is(layer, self.architecture)
        QWhatsThis.showText(event.globalPos(), with_terms(text, key), self)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.WhatsThis:
            layer = self.column_at(QPointF(event.pos()))
            if layer is not None:
                self._explain(layer, event)
                return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            area, place = self._output_area(), QPointF(event.pos())
            name = self._output.shortened_at(area, self._session, place, self.font())
            QToolTip.showText(event.globalPos(), inert(name), self)
            return True
        return super().event(event)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        qt_painter = QPainter(self)
        qt_painter.fillRect(self.rect(), theme.color("panel"))
        ratio = self.devicePixelRatioF()
        painter = NetworkPainter(qt_painter, theme, self.font(), ratio)
        for place, column in enumerate(self.columns()):
            shown = self._pictures.column(column) if place < self._revealed else None
            painter.head(column.x / ratio, NETWORK_MARGIN, self._headings.lines(column))
            caption = (
                self._caption(column, shown.second_of)
                if shown is not None and column.pair and column.caption
                else ""
            )
            painter.column(column, shown, caption)
            if shown is not None:
                values = self._headings.values
                painter.scale(column, shown, self._scale_y(), COLUMN_SCALE_HEIGHT, values)
        area = self._output_area()
        painter.head(area.x(), NETWORK_MARGIN, self._headings.output())
        if len(self.columns()) < self._revealed:
            self._output.paint(qt_painter, area, self._session, theme, self.font())
        unit, pinned = self._session.unit, self._session.pins.unit
        if unit is not None:
            self._paint_unit(painter, unit)
        if pinned is not None and pinned != unit:
            painter.pinned(self._places_of(pinned)[1])
        weight = self._session.looked_at
        if isinstance(weight, WeightPlace):
            self._paint_weight(painter, weight)
        self._session.shown.emit()

    def _paint_weight(self, painter: NetworkPainter, place: WeightPlace) -> None:
        """Frame the map that a weight belongs to, and the one that it reads."""
        own, read = ends_of(self.architecture.layer(place.layer), place)
        painter.pinned(self._places_of(Unit(place.layer, own))[0])
        if read is not None:
            painter.pinned(self._places_of(Unit(self.architecture.below(place.layer), read))[0])

    def _paint_unit(self, painter: NetworkPainter, unit: Unit) -> None:
        by_name = {column.name: column for column in self.columns()}
        windows = self.architecture.windows(unit)
        read = [windows[0], windows[-1]] if len(windows) > 1 else windows[:1]
        known = [(by_name[w.layer], w) for w in read if unit.layer != "INPUT"]
        painter.mark(*self._places_of(unit), known)

    def _places_of(self, unit: Unit) -> tuple[QRectF, QRectF]:
        """Return the rectangles of a unit's map and of the unit, in device pixels."""
        ratio = self.devicePixelRatioF()
        if unit.layer == "OUTPUT":
            row = self._output.row(self._output_area(), self._session, unit.map)
            whole = QRectF(row.topLeft() * ratio, row.size() * ratio)
            return whole, whole
        column = next(column for column in self.columns() if column.name == unit.layer)
        return map_rect(column, unit.map), unit_rect(column, unit)

    def _output_area(self) -> QRectF:
        self.columns()  # the arrangement decides how wide it is
        x = self.width() - NETWORK_MARGIN - self._output.width
        return QRectF(x, self._top(), self._output.width, self._scale_y() - 10 - self._top())

    def _caption(self, column: Column, name: str) -> str:
        """Return the caption of the second grid, shortened if it would reach the classes' names."""
        penalties = self.architecture.score_kind == "penalty"
        text = self.tr("code of {0}") if penalties else self.tr("weights of {0}")
        room = self._output_area().x() + self._output.free - column.x / self.devicePixelRatioF()
        if self.fontMetrics().horizontalAdvance(text.format(name)) <= room:
            return text.format(name)
        return self.tr("code") if penalties else self.tr("weights")
