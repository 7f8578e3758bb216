"""The reliability diagram: how many answers of each confidence are right.

Imported in the background, because pyqtgraph takes half a second to load.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.engine.recognition.calibration_curve import CalibrationBin
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.plotting.curve_plot import AXIS_HEIGHT, AXIS_WIDTH, CurvePlot

TICKS = (0, 25, 50, 75, 100)  # percent
MARGIN = 0.04  # of the range, so that points on its edge are whole
BEAM = 2.0  # percent: width of the ends of an interval


def building(parent: QWidget) -> Generator[None, None, ReliabilityDiagram]:
    """Make a ``ReliabilityDiagram`` in pieces, between which the window can process events."""
    name = QCoreApplication.translate("ReliabilityDiagram", "Accuracy by confidence")
    plot = CurvePlot(pg.AxisItem("bottom"), "", name, parent, left=pg.AxisItem("left"))
    yield
    return ReliabilityDiagram(plot, parent)


class ReliabilityDiagram(QWidget):
    """Accuracy by confidence with 95 % intervals, beside the line where both are equal."""

    def __init__(self, plot: CurvePlot, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reliability-diagram")
        self.plot = plot
        plot.setMinimumSize(120, 80)
        self.accuracy = plot.plot(name=self.tr("accuracy"))
        self.ideal = plot.plot([0, 100], [0, 100], name=self.tr("ideal"))
        self.intervals = pg.ErrorBarItem(beam=BEAM)
        plot.addItem(self.intervals)
        self.accuracy.setZValue(1)
        item = plot.getPlotItem()
        item.getAxis("bottom").setHeight(AXIS_HEIGHT)
        item.getAxis("left").setWidth(AXIS_WIDTH)
        item.setXRange(0, 100, padding=MARGIN)
        item.setYRange(0, 100, padding=MARGIN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plot)
        self._paint_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._paint_anew()

    def show_bins(self, bins: Sequence[CalibrationBin]) -> None:
        """Show the bins of a calibration curve."""
        confidence, accuracy = (
            100 * np.array(values, np.float64)
            for values in ([b.confidence for b in bins], [b.accuracy for b in bins])
        )
        low, high = 100 * np.array([b.interval for b in bins], np.float64).reshape(-1, 2).T
        self.accuracy.setData(confidence, accuracy)
        self.intervals.setData(x=confidence, y=accuracy, top=high - accuracy, bottom=accuracy - low)

    def _paint_anew(self) -> None:
        """Use the colours of the theme, the size of the font, and the language's numbers."""
        theme, locale = theme_of(self), QLocale()
        self.plot.paint_in(theme, self.font())
        ticks = [(tick, f"{locale.toString(tick)} %") for tick in TICKS]
        for side in ("bottom", "left"):
            axis = self.plot.getPlotItem().getAxis(side)
            axis.setTicks([ticks])
            axis.setStyle(hideOverlappingLabels=False)  # the last one sticks out a little
        self.plot.show_values({self.accuracy: "", self.ideal: ""})
        accent = theme.color("accent")
        self.accuracy.setPen(pg.mkPen(accent, width=2))
        self.accuracy.setSymbol("o")
        self.accuracy.setSymbolSize(7)
        self.accuracy.setSymbolPen(pg.mkPen(accent, width=1.5))
        self.accuracy.setSymbolBrush(theme.color("panel"))
        self.intervals.setData(pen=pg.mkPen(accent, width=1.5))
        self.ideal.setPen(pg.mkPen(theme.color("quiet"), width=1.5, style=Qt.PenStyle.DashLine))
