"""One arithmetic with its formula above, its pictures in the middle, and its numbers below."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lenet_gui.engine.explaining.arithmetic import Arithmetic, InputValue, SharedWeight
from lenet_gui.engine.networks.activation_functions import ActivationFunction
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.panels.inspector.curve import ActivationCurve
from lenet_gui.gui.panels.inspector.figure import Figure, Spot
from lenet_gui.gui.panels.inspector.figures import figure_of
from lenet_gui.gui.panels.inspector.link_lines import LinkLines
from lenet_gui.gui.panels.inspector.view import FigureView
from lenet_gui.gui.wording.arithmetic_words import Part, formula, number_lines

SPACING = 4  # pixels


class ArithmeticSheet(QWidget):
    """All that the inspector shows of a number; copied as a picture, it is unscrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formula = LinkLines()
        self.view = FigureView()
        self.numbers = LinkLines()
        self.curve = ActivationCurve()
        self._formula = ""
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        below = QHBoxLayout()
        below.setSpacing(SPACING)
        below.addWidget(self.numbers, 1)
        below.addWidget(self.curve)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING)
        layout.addWidget(self.formula)
        layout.addWidget(self.view, 1)
        layout.addLayout(below)

    def show_arithmetic(self, found: Arithmetic | None, recognizer: Recognizer) -> None:
        """Show an arithmetic; None: nothing."""
        if found is None:
            self.formula.show_lines(())
            self.numbers.show_lines(())
            self.view.show_figure(Figure())
            self.curve.hide()
            return
        self._formula = formula(found)
        self.numbers.show_lines(tuple(number_lines(found)))
        self.view.show_figure(figure_of(found, recognizer))
        self.say(self.view.spot)
        self._show_curve(found)

    def say(self, spot: Spot | None) -> None:
        """Say what a cell means in place of the formula; None: the formula again."""
        text = "" if spot is None else self.view.figure.sentence(spot)
        self.formula.show_lines(((Part(text or self._formula),),))

    def _show_curve(self, found: Arithmetic) -> None:
        if isinstance(found, InputValue | SharedWeight):
            self.curve.hide()
            return
        function = found.activation
        has = isinstance(function, ActivationFunction)
        self.curve.setVisible(has)
        if isinstance(function, ActivationFunction):
            self.curve.show_point(function, found.a, found.x)

    def fit_all(self, width: int) -> None:
        """Take the size at which nothing scrolls, so many pixels wide."""
        self.resize(width, self.sizeHint().height())
        self._layout.activate()
        others = self.height() - self.view.height()
        self.resize(width, others + round(self.view.places().height) + 2)
        self._layout.activate()
