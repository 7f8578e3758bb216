"""The risk-coverage curve: how many of the accepted are wrong, by how many digits are refused.

Imported in the background, because pyqtgraph takes half a second to load.
"""

from __future__ import annotations

import math
from collections.abc import Generator

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.common.values import FloatArray, RejectCurve
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.plotting.legend import Legend
from lenet_gui.gui.plotting.log_ticks import log_ticks
from lenet_gui.gui.plotting.plots import log_texts, only_to_look_at
from lenet_gui.gui.wording.phrases import percent

PAPER = (9.0, 1.0)  # percent refused, percent wrong: LeCun et al., NIPS 2, 1990
LOWEST = 0.02  # percent; where nothing is wrong, the curve goes off the plot
WIDEST = 12.0  # percent of digits refused, unless the point lies further out
AXIS_WIDTH, TICK_HEIGHT, BOTTOM_HEIGHT = 46, 18, 32


class _PercentAxis(pg.AxisItem):
    """Values are logarithms of percent."""

    def __init__(self) -> None:
        super().__init__("left")
        self.setWidth(AXIS_WIDTH)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        return [(1.0, log_ticks(low, high, int(size / TICK_HEIGHT)))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return log_texts(values, " %")


class _PlainAxis(pg.AxisItem):
    def __init__(self) -> None:
        super().__init__("bottom")
        self.setHeight(BOTTOM_HEIGHT)
        self.setStyle(maxTickLevel=0, hideOverlappingLabels=False, tickTextOffset=1)
        self.enableAutoSIPrefix(False)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        locale = QLocale()
        return [f"{locale.toString(value, 'g', 3)} %" for value in values]


def building(parent: QWidget) -> Generator[None, None, CertaintyCurve]:
    """Makes it in pieces, between which the window can do something else."""
    axes = {"left": _PercentAxis(), "bottom": _PlainAxis()}
    yield
    view = pg.PlotWidget(parent, axisItems=axes, enableMenu=False)
    only_to_look_at(view)  # at once: the panel may be gone before the next piece
    yield
    return CertaintyCurve(view, parent)


class CertaintyCurve(QWidget):
    """Shows a ``RejectCurve`` with the setting in use, and what the paper of 1990 reached."""

    def __init__(self, view: pg.PlotWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("certainty-curve")
        self.view, self.legend = view, Legend()
        view.setAccessibleName(
            QCoreApplication.translate("CertaintyCurve", "Error rate by digits rejected")
        )
        view.setMinimumSize(120, 60)
        item = view.getPlotItem()
        item.setContentsMargins(0, 2, 8, 0)
        self.others, self.wrong = view.plot(), view.plot()
        self.others_point, self.point, self.paper = view.plot(), view.plot(), view.plot()
        self.paper_words = pg.TextItem(anchor=(0.5, 1.1))
        view.addItem(self.paper_words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.legend)
        layout.addWidget(view, 1)
        self._curve: RejectCurve | None = None
        self._row: int | None = None
        self._paint_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._paint_anew()

    def show_curve(self, curve: RejectCurve | None, row: int | None) -> None:
        """``row``: of the curve, the setting in use."""
        self._curve, self._row = curve, row
        self._refresh()

    def _paint_anew(self) -> None:
        """Colours and pens of the theme."""
        theme = theme_of(self)
        font = QFont(self.font())
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.85))
        self.view.setBackground(theme.color("panel"))
        item = self.view.getPlotItem()
        for side in ("left", "bottom"):
            axis = item.getAxis(side)
            axis.setPen(theme.color("border"))
            axis.setTextPen(theme.color("quiet"))
            axis.setTickFont(font)
            axis.setStyle(tickLength=-3)
        item.showGrid(y=True, alpha=0.35)
        size = f"{font.pointSizeF():.1f}pt"
        item.getAxis("bottom").setLabel(
            self.tr("Digits rejected"), **{"font-size": size, "color": theme.quiet}
        )
        self._wrong_pen = pg.mkPen(theme.color("accent"), width=2)
        dashed = Qt.PenStyle.DashLine
        self._others_pen = pg.mkPen(theme.color("negative"), width=1.5, style=dashed)
        self.wrong.setPen(self._wrong_pen)
        self.others.setPen(self._others_pen)
        for point, role in ((self.point, "accent"), (self.others_point, "negative")):
            _mark(point, "o", 11, theme.color(role), theme.color("panel"))
        _mark(self.paper, "d", 12, theme.color("panel"), theme.color("text"))
        self.paper_words.setFont(font)
        self.paper_words.setColor(theme.color("text"))
        self.paper_words.setText(self.tr("1990"))
        self._refresh()

    def _refresh(self) -> None:
        curve = self._curve
        if curve is None:
            return
        rejected = 100 * curve.rejected
        wrong, others = 100 * curve.error, 100 * (1 - curve.others_rejected)
        self.wrong.setData(rejected, _logarithms(wrong))
        self.others.setVisible(curve.others > 0)
        self.others.setData(rejected, _logarithms(others))
        row = self._row
        self.point.setVisible(row is not None)
        self.others_point.setVisible(row is not None and curve.others > 0)
        entries = [(self._wrong_pen, False, self.tr("Wrong answers"), "")]
        if curve.others:
            entries.append((self._others_pen, False, self.tr("Non-digits answered"), ""))
        if row is not None:
            self.point.setData(rejected[[row]], _logarithms(wrong[[row]]))
            self.others_point.setData(rejected[[row]], _logarithms(others[[row]]))
            entries[0] = (*entries[0][:3], percent(float(curve.error[row])))
            if curve.others:
                part = percent(float(1 - curve.others_rejected[row]), 1)
                entries[1] = (*entries[1][:3], part)
        self.legend.show_entries(entries)
        self._show_range(0.0 if row is None else float(rejected[row]), curve.others > 0)

    def _show_range(self, rejected: float, others: bool) -> None:
        self.paper.setData([PAPER[0]], _logarithms(np.array([PAPER[1]])))
        self.paper_words.setPos(PAPER[0], math.log10(PAPER[1]))
        high = 2.1 if others else 1.1
        view = self.view.getPlotItem()
        view.setXRange(0, max(WIDEST, 1.25 * rejected), padding=0.02)
        view.setYRange(math.log10(LOWEST), high, padding=0)


def _mark(item: pg.PlotDataItem, symbol: str, size: int, fill: object, line: object) -> None:
    item.setPen(None)
    item.setSymbol(symbol)
    item.setSymbolSize(size)
    item.setSymbolBrush(fill)
    item.setSymbolPen(pg.mkPen(line, width=1.5))


def _logarithms(values: FloatArray) -> NDArray[np.float64]:
    logarithms: NDArray[np.float64] = np.log10(np.maximum(values, LOWEST / 10))
    return logarithms
