"""Curves of a training: loss on the left, errors on the right, both on logarithmic scales.

Imported in the background, because pyqtgraph takes half a second to load.
"""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lenet_gui.gui.appearance.theme import Theme, theme_of
from lenet_gui.gui.panels.training.series import Series
from lenet_gui.gui.plotting.legend import Legend
from lenet_gui.gui.plotting.log_ticks import log_ticks
from lenet_gui.gui.plotting.plots import log_texts, only_to_look_at
from lenet_gui.gui.wording.phrases import percent

LOWEST_LOSS, LOWEST_ERROR = 1e-6, 1e-4
ROOM_FOR_BOTH = 240
AXIS_WIDTH, TICK_HEIGHT = 42, 16


class _LogAxis(pg.AxisItem):
    """Ticks at 1, 2 and 5 of each power of ten; values are logarithms."""

    def __init__(self, unit: str = "") -> None:
        super().__init__("left")
        self._unit = unit
        self.setWidth(AXIS_WIDTH)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        return [(1.0, log_ticks(low, high, int(size / TICK_HEIGHT)))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return log_texts(values, self._unit)


class _StepAxis(pg.AxisItem):
    """Steps in plain numbers, few enough to be read."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setHeight(18)
        self.setStyle(maxTickLevel=0, textFillLimits=[(0, 0.5)])
        self.enableAutoSIPrefix(False)

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        """There are no half steps."""
        spacings: list[tuple[float, float]] = super().tickSpacing(low, high, size)
        return [(max(spacing, 1.0), offset) for spacing, offset in spacings]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        locale = QLocale()
        return [locale.toString(round(value)) for value in values]


class _Plot(QWidget):
    """A heading with a sample of each line, and the lines below."""

    def __init__(self, parent: QWidget, name: str, unit: str = "") -> None:
        super().__init__(parent)
        self.legend = Legend()
        axes = {"left": _LogAxis(unit), "bottom": _StepAxis()}
        self.view = pg.PlotWidget(axisItems=axes, enableMenu=False)
        only_to_look_at(self.view)
        self.view.setAccessibleName(name)
        self.view.setMinimumSize(90, 40)
        self.view.getPlotItem().setContentsMargins(0, 2, 6, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.legend)
        layout.addWidget(self.view, 1)

    def line(self) -> pg.PlotDataItem:
        return self.view.plot()

    def paint_in(self, theme: Theme, font: QFont) -> None:
        self.view.setBackground(theme.color("panel"))
        grid = theme.color("border")
        for side in ("left", "bottom"):
            axis = self.view.getPlotItem().getAxis(side)
            axis.setPen(grid)
            axis.setTextPen(theme.color("quiet"))
            axis.setTickFont(font)
            axis.setStyle(tickLength=-3)
        self.view.getPlotItem().showGrid(y=True, alpha=0.35)


def building(series: Series, parent: QWidget) -> Generator[None, None, Curves]:
    """Makes ``Curves`` in pieces, between which the window can do something else."""
    loss = _Plot(parent, QCoreApplication.translate("Curves", "Loss by step"))
    yield
    error = _Plot(parent, QCoreApplication.translate("Curves", "Error in percent by step"), " %")
    yield
    return Curves(series, loss, error, parent)


class Curves(QWidget):
    """Shows a ``Series``; ``refresh`` draws what it has by now."""

    def __init__(self, series: Series, loss: _Plot, error: _Plot, parent: QWidget) -> None:
        super().__init__(parent)
        self._series = series
        self.setObjectName("training-curves")
        self.loss_plot, self.error_plot = loss, error
        self.loss = self.loss_plot.line()
        self.train = self.error_plot.line()
        self.validation = self.error_plot.line()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.loss_plot, 2)
        layout.addWidget(self.error_plot, 3)
        self._paint_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._paint_anew()

    def _paint_anew(self) -> None:
        """Colours and pens of the theme."""
        theme = theme_of(self)
        font = QFont(self.font())
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.85))
        for plot in (self.loss_plot, self.error_plot):
            plot.paint_in(theme, font)
        self._loss_pen = pg.mkPen(theme.color("text"), width=1.5)
        self._train_pen = pg.mkPen(theme.color("negative"), width=1.5, style=Qt.PenStyle.DashLine)
        self._validation_pen = pg.mkPen(theme.color("accent"), width=2)
        self.loss.setPen(self._loss_pen)
        self.train.setPen(self._train_pen)
        self.validation.setPen(self._validation_pen)
        self.validation.setSymbol("o")
        self.validation.setSymbolSize(6)
        self.validation.setSymbolPen(pg.mkPen(theme.color("accent"), width=1.5))
        self.validation.setSymbolBrush(theme.color("panel"))
        self.refresh()

    def refresh(self) -> None:
        steps, losses, train_errors = self._series.decimated()
        at, errors = self._series.validations()
        self.loss.setData(steps, _logarithms(losses, LOWEST_LOSS))
        self.train.setData(steps, _logarithms(train_errors, LOWEST_ERROR) + 2)
        self.validation.setData(at, _logarithms(errors, LOWEST_ERROR) + 2)
        loss = QLocale().toString(float(losses[-1]), "g", 3) if len(losses) else ""
        train = percent(float(train_errors[-1]), 1) if len(train_errors) else ""
        validation = percent(float(errors[-1])) if len(errors) else ""
        self.loss_plot.legend.show_entries([(self._loss_pen, False, self.tr("loss"), loss)])
        self.error_plot.legend.show_entries(
            [
                (self._train_pen, False, self.tr("training error"), train),
                (self._validation_pen, True, self.tr("validation"), validation),
            ]
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.loss_plot.setVisible(self.width() >= ROOM_FOR_BOTH)


def _logarithms(values: NDArray[np.float64], lowest: float) -> NDArray[np.float64]:
    good = np.where(np.isfinite(values), values, lowest)
    return np.log10(np.maximum(good, lowest))
