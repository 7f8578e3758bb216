"""The source for drawing by hand: the canvas, and below it pen width and eraser."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QToolButton, QVBoxLayout, QWidget

from lenet_gui.common.values import Drawing
from lenet_gui.gui.documents.drag_handle import DragHandle
from lenet_gui.gui.drawing.blank_page import PAGE_MARGIN
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.session.session import NARROWEST_PEN, WIDEST_PEN, Session
from lenet_gui.gui.welcome.tour_link import TourLink
from lenet_gui.gui.widgets.elided_label import FittingLabel
from lenet_gui.gui.widgets.form_parts import explain
from lenet_gui.gui.widgets.plain_text import PlainLabel

LEAST_SLIDER = 48  # pixels; a shorter one looks like a box to tick


class DrawingSource(QWidget):
    """The canvas with its tools."""

    def __init__(
        self, session: Session, take_tour: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        """take_tour: begins the tour, to which a link on the empty page leads."""
        super().__init__(parent)
        self._session = session
        self.canvas = Canvas(session)
        self._link = TourLink(session, self.canvas, take_tour)
        self.setFocusProxy(self.canvas)
        self._pen = PlainLabel()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("pen-width")
        self._slider.setMinimumWidth(LEAST_SLIDER)
        self._slider.setRange(int(NARROWEST_PEN), int(WIDEST_PEN))
        tip = self.tr("Pen width: [ and ], or Ctrl and the wheel")
        for widget in (self._pen, self._slider):
            explain(widget, self.tr("Pen width"), tip)
        self._slider.valueChanged.connect(session.set_pen_width)
        self._eraser = QToolButton()
        self._eraser.setObjectName("eraser")
        self._eraser.setText(self.tr("Stroke eraser"))
        self._eraser.setCheckable(True)
        self._eraser.setChecked(session.erasing)
        self._eraser.setAutoRaise(True)
        tip = self.tr(
            "Erase with the pen (E). It takes whole strokes; what it would take is highlighted."
        )
        explain(self._eraser, self.tr("Stroke eraser"), tip)
        self._eraser.toggled.connect(session.set_erasing)
        self._content = FittingLabel()
        self._content.setObjectName("page-content")
        self._content.setMinimumWidth(1)  # it is the first to go where there is little room
        # What it says must not move what stands beside it.
        self._content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bar = QHBoxLayout()
        bar.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 6)
        bar.setSpacing(8)
        widest = self._pen.fontMetrics().horizontalAdvance(self.tr("Pen {0}").format(888))
        self._pen.setMinimumWidth(widest)
        bar.addWidget(self._pen)
        bar.addWidget(self._slider, 1)
        self._colours: QWidget | None = None  # of pen and paper, once a network sees pictures
        self._bar = bar
        bar.addWidget(self._eraser)
        bar.addWidget(self._content, 1)
        bar.addWidget(DragHandle(session))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.canvas, 1)
        layout.addLayout(bar)
        session.pen_changed.connect(self._show_pen)
        session.eraser_changed.connect(self._eraser.setChecked)
        session.drawing_changed.connect(self._name_content)
        session.network_changed.connect(self._offer_colours)
        self._offer_colours()
        self._show_pen(session.pen_width)
        self._name_content(session.drawing)

    def sizeHint(self) -> QSize:
        return QSize(400, 430)

    @Slot(float)
    def _show_pen(self, width: float) -> None:
        self._pen.setText(self.tr("Pen {0}").format(round(width)))
        self._slider.blockSignals(True)
        self._slider.setValue(round(width))
        self._slider.blockSignals(False)

    @Slot()
    def _offer_colours(self) -> None:
        """Show the colours of pen and paper where the network sees them."""
        if self._colours is None and self._session.paints:
            from lenet_gui.gui.drawing.colour_buttons import ColourButtons

            self._colours = ColourButtons(self._session)
            self._bar.insertWidget(self._bar.indexOf(self._eraser), self._colours)
        if self._colours is not None:
            self._colours.setVisible(self._session.paints)

    @Slot(object)
    def _name_content(self, drawing: Drawing) -> None:
        """Say what is on the page; nothing of an empty one."""
        parts = [] if drawing.picture is None else [self.tr("Picture")]
        if drawing.strokes:
            parts.append(self.tr("%Ln stroke(s)", None, len(drawing.strokes)))
        self._content.set_ways((" + ".join(parts), ""))
