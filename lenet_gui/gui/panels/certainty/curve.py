"""The risk-coverage curve: the error rate of accepted digits by the part of digits refused.

Imported in the background, because pyqtgraph takes half a second to load.
"""

from __future__ import annotations

import math
from collections.abc import Generator

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.common.values import FloatArray, RejectCurve
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.plotting.curve_plot import BottomAxis, CurvePlot
from lenet_gui.gui.wording.phrases import percent

PAPER = (9.0, 1.0)  # percent refused, percent wrong: LeCun et al., NIPS 2, 1990
LOWEST = 0.02  # percent at the bottom of the plot, where a curve without errors leaves it
WIDEST_REJECTED = 12.0  # percent refused at the right end, unless the setting lies further out
HIGHEST, HIGHEST_OTHERS = 1.1, 2.1  # logarithms of percent: a little above 10 % and 100 %


def building(parent: QWidget) -> Generator[None, None, CertaintyCurve]:
    """Make a ``CertaintyCurve`` in pieces, between which the window can process events."""
    name = QCoreApplication.translate("CertaintyCurve", "Error rate by digits rejected")
    plot = CurvePlot(BottomAxis(" %", titled=True), " %", name, parent)
    yield
    return CertaintyCurve(plot, parent)


class CertaintyCurve(QWidget):
    """A ``RejectCurve`` with the setting in use, and the figures of the paper of 1990."""

    def __init__(self, plot: CurvePlot, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("certainty-curve")
        self.plot = plot
        plot.setMinimumSize(120, 80)
        self.wrong = plot.plot(name=self.tr("Wrong answers"))
        self.others = plot.plot(name=self.tr("Non-digits answered"))
        self.wrong.setZValue(1)
        self.others_point, self.point, self.paper = plot.plot(), plot.plot(), plot.plot()
        self.point.setZValue(2)
        self.paper.setZValue(2)
        self.paper_words = pg.TextItem(anchor=(0.5, 1.1))
        plot.addItem(self.paper_words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plot)
        self._curve: RejectCurve | None = None
        self._row: int | None = None
        self._paint_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._paint_anew()

    def show_curve(self, curve: RejectCurve | None, row: int | None) -> None:
        """Show a curve. row: index of the setting in use, or None if it is not on the curve."""
        self._curve, self._row = curve, row
        self._refresh()

    def _paint_anew(self) -> None:
        """Use the colours of the theme and the size of the font."""
        theme = theme_of(self)
        font = self.plot.paint_in(theme, self.font())
        self.plot.getPlotItem().getAxis("bottom").setLabel(
            self.tr("Digits rejected"),
            **{"font-size": f"{font.pointSizeF():.1f}pt", "color": theme.quiet},
        )
        dashed = Qt.PenStyle.DashLine
        self.wrong.setPen(pg.mkPen(theme.color("accent"), width=2))
        self.others.setPen(pg.mkPen(theme.color("negative"), width=1.5, style=dashed))
        for point, role in ((self.point, "accent"), (self.others_point, "negative")):
            _mark(point, "o", 11, theme.color(role), theme.color("panel"))
        _mark(self.paper, "d", 12, theme.color("panel"), theme.color("text"))
        self.paper_words.setFont(font)
        self.paper_words.setColor(theme.color("text"))
        self.paper_words.setText(self.tr("1990"))
        self._refresh()

    def _refresh(self) -> None:
        curve, row = self._curve, self._row
        if curve is None:
            return
        rejected = 100 * curve.rejected
        wrong, others = _percent(curve.error), _percent(1 - curve.others_rejected)
        self.wrong.setData(rejected, wrong)
        self.others.setData(rejected, others)
        measured = curve.others > 0  # of networks without such a measurement there is one curve
        self.plot.show_curve(self.others, measured)
        self.point.setVisible(row is not None)
        self.others_point.setVisible(row is not None and measured)
        values = {self.wrong: ""}
        if measured:
            values[self.others] = ""
        if row is not None:
            self.point.setData(rejected[[row]], wrong[[row]])
            self.others_point.setData(rejected[[row]], others[[row]])
            values[self.wrong] = percent(float(curve.error[row]))
            if measured:
                values[self.others] = percent(float(1 - curve.others_rejected[row]), 1)
        self.plot.show_values(values)
        self._show_range(0.0 if row is None else float(rejected[row]), measured)

    def _show_range(self, rejected: float, others: bool) -> None:
        """Show at least WIDEST percent refused, and the setting in use.

        rejected: of the setting in use, in percent. others: there is a curve of non-digits,
        which begins at 100 %.
        """
        self.paper.setData([PAPER[0]], [PAPER[1]])
        self.paper_words.setPos(PAPER[0], math.log10(PAPER[1]))
        item = self.plot.getPlotItem()
        item.setXRange(0, max(WIDEST_REJECTED, 1.25 * rejected), padding=0.02)
        item.setYRange(math.log10(LOWEST), HIGHEST_OTHERS if others else HIGHEST, padding=0)


def _mark(item: pg.PlotDataItem, symbol: str, size: int, fill: object, line: object) -> None:
    item.setPen(None)
    item.setSymbol(symbol)
    item.setSymbolSize(size)
    item.setSymbolBrush(fill)
    item.setSymbolPen(pg.mkPen(line, width=1.5))


def _percent(rates: FloatArray) -> NDArray[np.float64]:
    """Return rates in percent, those below the plot as one value, because 0 has no logarithm."""
    percents: NDArray[np.float64] = np.maximum(100 * rates, LOWEST / 10)
    return percents
