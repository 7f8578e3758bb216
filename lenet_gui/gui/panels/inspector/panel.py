"""The inspector panel: how the pinned number comes about, live."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.values import Unit, WeightPlace
from lenet_gui.engine.explaining.arithmetic import Arithmetic
from lenet_gui.engine.explaining.shared_weight import shared_weight
from lenet_gui.engine.explaining.unit_arithmetic import unit_arithmetic
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.panels.inspector.copy_button import CopyButton
from lenet_gui.gui.panels.inspector.figure import Spot, Target
from lenet_gui.gui.panels.inspector.link_lines import LinkLines
from lenet_gui.gui.panels.inspector.sheet import ArithmeticSheet
from lenet_gui.gui.panels.inspector.trail import trail_line
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.form_parts import explain, wrapped_label
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.wording.arithmetic_exports import (
    arithmetic_csv,
    arithmetic_sentence,
)

MARGINS = (12, 6, 12, 6)  # pixels: left, top, right, bottom
WIDEST_CLASS = 160  # pixels of the list of classes


class InspectorPanel(QWidget):
    """The formula, the formula with the numbers put in, and the way back. Nothing pinned: how to
    pin."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.found: Arithmetic | None = None
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Unit"))
        self.setWhatsThis(
            self.tr(
                "How one number of the network comes about. At the top is its formula; below it "
                "each value that it reads, with the weight that it is multiplied with; at the "
                "bottom the formula with the numbers put in, and the place on the activation "
                "function. Click a value to see how that one comes about, and a name at the top "
                "to go back. Arrow keys move from cell to cell, Enter follows, Backspace goes "
                "back, Esc lets go."
            )
        )
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.trail = LinkLines()
        self.classes = QComboBox()
        self.copy = CopyButton(self._copied)
        self.empty = wrapped_label("inspector-empty")
        self.empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.sheet = ArithmeticSheet()
        self._explain_parts()
        self._make_controls()
        self._lay_out()
        self._connect()
        self._change_network()

    def sizeHint(self) -> QSize:
        return QSize(620, 340)

    def _explain_parts(self) -> None:
        keys = self.tr("Arrow keys move from value to value, Enter follows, Backspace goes back.")
        for part, name in (
            (self.trail, self.tr("The way to this number")),
            (self.sheet.formula, self.tr("The formula")),
            (self.sheet.view, self.tr("Values, weights and products")),
            (self.sheet.numbers, self.tr("The formula with its numbers")),
        ):
            part.setAccessibleName(name)
            part.setStatusTip(keys)
            part.setWhatsThis(inert(self.whatsThis()))

    def _make_controls(self) -> None:
        explain(self.classes, self.tr("Class"), self.tr("Show the arithmetic of another class"))
        self.classes.setObjectName("inspector-class")
        self.classes.setMaximumWidth(WIDEST_CLASS)
        self.classes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.trail, 1)
        top.addWidget(self.classes)
        top.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.sheet, 1)
        self.setMinimumSize(260, 150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _connect(self) -> None:
        session, view = self._session, self.sheet.view
        session.recognized.connect(self._follow_pen)
        session.gradients_changed.connect(self._follow_pen)
        session.network_changed.connect(self._change_network)
        session.pins.changed.connect(self._change_pinned)
        view.looked_at.connect(self._look_at)
        view.followed.connect(self._follow_spot)
        for each in (view, self.trail, self.sheet.numbers):
            each.went_back.connect(self.go_back)
        for lines in (self.trail, self.sheet.numbers):
            lines.followed.connect(self._follow)
            lines.hovered.connect(self._point_at)
        self.classes.activated.connect(self._choose_class)

    # ---- what is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_trail()

    @Slot()
    def _change_network(self) -> None:
        self.classes.clear()
        self.classes.addItems(list(self._session.recognizer.checkpoint.class_names))
        self._refresh()

    @Slot()
    def _change_pinned(self) -> None:
        self.sheet.view.forget()
        self._refresh()

    @Slot()
    def _follow_pen(self) -> None:
        """Show the newest numbers. Hidden, it does so when it is seen again."""
        if not self.isVisible():
            return
        shown, self.found = self.found, self._arithmetic()
        if (shown is None) != (self.found is None):
            self._refresh()
        elif self.found is not None:
            self.sheet.show_arithmetic(self.found, self._session.recognizer)
            self._describe()

    @Slot()
    def _refresh(self) -> None:
        """Show all anew: what is pinned, or the network, is another one."""
        if not self.isVisible():
            return
        pinned, self.found = self._session.pins.pinned, self._arithmetic()
        self.sheet.show_arithmetic(self.found, self._session.recognizer)
        self.sheet.setVisible(self.found is not None)
        self.empty.setVisible(self.found is None)
        self.empty.setText(self._empty_text())
        self.copy.setVisible(self.found is not None)
        is_class = isinstance(pinned, Unit) and pinned.layer == "OUTPUT"
        self.classes.setVisible(is_class)
        if isinstance(pinned, Unit) and is_class:
            self.classes.setCurrentIndex(pinned.map)
        self._show_trail()
        self._describe()

    def _arithmetic(self) -> Arithmetic | None:
        session, pinned = self._session, self._session.pins.pinned
        recognizer, read = session.recognizer, session.recognition
        numbers = (
            recognizer.architecture, recognizer.checkpoint.weights, read.field, read.activations
        )  # fmt: skip
        if pinned is None or not recognizer.architecture.has(pinned):
            return None
        if isinstance(pinned, WeightPlace):
            return shared_weight(*numbers, pinned, session.gradients)
        return None if read.blank else unit_arithmetic(*numbers, pinned)

    def _empty_text(self) -> str:
        if self._session.pins.pinned is not None:
            return self.tr("Draw something to see its numbers.")
        return self.tr(
            "Click a unit in the network picture, or press Enter on it, to see here how its number "
            "comes about."
        )

    def _show_trail(self) -> None:
        trail = self._session.pins.trail
        if not trail or not self.isVisible():
            self.trail.show_lines(())
            return
        recognizer, font = self._session.recognizer, self.trail.font()
        self.trail.show_lines((trail_line(trail, recognizer, font, self.trail.width()),))

    def _describe(self) -> None:
        """Tell screen readers, while any listens, the arithmetic and the cell that is looked at."""
        if QAccessible.isActive() and self.found is not None:
            self.setAccessibleDescription(arithmetic_sentence(self.found, self._session.recognizer))
            self.sheet.numbers.setAccessibleDescription(self.sheet.numbers.text())
            self.sheet.view.setAccessibleDescription(self.sheet.formula.text())

    # ---- pointing and following

    @Slot(object)
    def _look_at(self, spot: Spot | None) -> None:
        self._point_at(None if spot is None else self.sheet.view.figure.target(spot))
        self.sheet.say(spot)
        self._describe()

    @Slot(object)
    def _point_at(self, target: Target) -> None:
        self._session.point_at(target)

    @Slot(object)
    def _follow_spot(self, spot: Spot) -> None:
        self._follow(self.sheet.view.figure.target(spot))

    @Slot(object)
    def _follow(self, target: Target) -> None:
        if target is not None:
            self._session.point_at(None)
            self._session.pins.follow(target)

    @Slot(int)
    def _choose_class(self, index: int) -> None:
        self._follow(Unit("OUTPUT", index))

    @Slot()
    def go_back(self) -> None:
        """Pin again what was pinned before the last link."""
        if len(self._session.pins.trail) > 1:
            self._session.pins.back_to(len(self._session.pins.trail) - 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self.go_back()
        elif event.key() != Qt.Key.Key_Escape or not self._session.let_go():
            super().keyPressEvent(event)

    def _copied(self) -> tuple[Arithmetic | None, Recognizer]:
        return self.found, self._session.recognizer

    def as_csv(self) -> str:
        """Return the arithmetic as a table; "" if nothing is pinned."""
        return "" if self.found is None else arithmetic_csv(self.found)
