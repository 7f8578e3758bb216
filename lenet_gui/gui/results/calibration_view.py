"""The calibration curve of a network: its expected calibration error, and the diagram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.common.values import Evaluation
from lenet_gui.engine.recognition.calibration_curve import calibration_bins
from lenet_gui.gui.plotting.plot_loading import Builder, PlotLoading
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.form_parts import wrapped_label
from lenet_gui.gui.wording.evaluation_words import calibration_text

if TYPE_CHECKING:
    from lenet_gui.gui.plotting.reliability_diagram import ReliabilityDiagram


class CalibrationView(QWidget):
    """A sentence, and the diagram, which is loaded when it is first seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.diagram: ReliabilityDiagram | None = None
        self._evaluation: Evaluation | None = None
        self.text = wrapped_label("calibration-text")
        self._loading = PlotLoading(_load_diagram, self)
        self._loading.made.connect(self._add_diagram)
        self._loading.failed.connect(self._no_diagram)
        self.setObjectName("calibration")
        self.setAccessibleName(self.tr("Calibration"))
        self.setWhatsThis(
            self.tr(
                "Whether the network knows how sure it can be: of the answers with a probability "
                "of 90 %, 90 % should be right. The answers are sorted into ten groups by the "
                "probability of the best class; each point is a group, with the 95 % interval of "
                "its accuracy. Points below the dashed line mean that the network is too sure. "
                "The expected calibration error is the mean distance from that line."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.text)
        layout.addStretch(0)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show the calibration curve of an evaluation."""
        self._evaluation = evaluation
        self.text.setText(calibration_text(evaluation))
        self._show_bins()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._loading.start()

    @Slot(object)
    def _add_diagram(self, diagram: ReliabilityDiagram) -> None:
        self.diagram = diagram
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, diagram, 1)
        self._show_bins()

    @Slot(object)
    def _no_diagram(self, error: Exception) -> None:
        self.text.setText(sentence(error))

    def _show_bins(self) -> None:
        if self.diagram is not None and self._evaluation is not None:
            self.diagram.show_bins(calibration_bins(self._evaluation.calibration))


def _load_diagram() -> Builder:
    """Import the diagram. Runs in a thread."""
    from lenet_gui.gui.plotting.reliability_diagram import building

    return building
