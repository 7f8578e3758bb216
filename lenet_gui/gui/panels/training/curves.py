"""Curves of a training: loss on the left, errors on the right, both on logarithmic scales.

Imported in the background, because pyqtgraph takes half a second to load.
"""

from __future__ import annotations

import math
from collections.abc import Generator

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.gui.panels.training.series import Series
from lenet_gui.gui.theme import Theme, theme_of
from lenet_gui.gui.training_words import percent

LOWEST_LOSS, LOWEST_ERROR = 1e-6, 1e-4
SAMPLE, LEGEND_GAP = 22, 22  # pixels of a line in the legend, and around it
ROOM_FOR_BOTH = 240
AXIS_WIDTH, TICK_HEIGHT = 42, 16


class _LogAxis(pg.AxisItem):
    """Ticks at 1, 2 and 5 of each power of ten; values are logarithms."""

    def __init__(self, unit: str = "") -> None:
        super().__init__("left")
        self._unit = unit
        self.setWidth(AXIS_WIDTH)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        most = max(2, int(size / TICK_HEIGHT))
        powers = range(math.floor(low) - 1, math.ceil(high) + 1)
        seen: list[float] = []
        for steps in ((1,), (1, 3), (1, 2, 5), (1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9)):
            values = [power + math.log10(step) for power in powers for step in steps]
            inside = [value for value in values if low <= value <= high]
            if not seen or len(inside) <= most:
                seen = inside
        return [(1.0, seen[:: max(1, -(-len(seen) // most))])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        locale = QLocale()
        return [f"{locale.toString(10**value, 'g', 3)}{self._unit}" for value in values]


class _StepAxis(pg.AxisItem):
    """Steps in plain numbers, few enough to be read."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setHeight(18)
        self.setStyle(maxTickLevel=0, textFillLimits=[(0, 0.5)])
        self.enableAutoSIPrefix(False)


class _Plot(QWidget):
    """A heading with a sample of each line, and the lines below."""

    def __init__(self, parent: QWidget, name: str, unit: str = "") -> None:
        super().__init__(parent)
        self.legend = _Legend()
        axes = {"left": _LogAxis(unit), "bottom": _StepAxis()}
        self.view = pg.PlotWidget(axisItems=axes, enableMenu=False)
        self.view.setAccessibleName(name)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.view.setMinimumSize(90, 40)
        item = self.view.getPlotItem()
        item.hideButtons()
        # pyqtgraph makes a menu all the same, which belongs to nobody.
        item.ctrlMenu.setParent(self.view, item.ctrlMenu.windowFlags())
        item.setMouseEnabled(False, False)
        item.setContentsMargins(0, 2, 6, 0)
        self.view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
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


Entry = tuple[QPen, bool, str, str]  # pen, whether it has points, name, newest value


class _Legend(QWidget):
    """Entries side by side: a piece of the line, its name, and its newest value if it fits."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.fontMetrics().height() + 2)

    def show_entries(self, entries: list[Entry]) -> None:
        self.entries = entries
        self.update()

    def texts(self) -> list[str]:
        """What stands there, as long as there is room for it."""
        whole = [f"{name} {value}".strip() for _, _, name, value in self.entries]
        lines = (SAMPLE + LEGEND_GAP) * len(whole)
        fits = lines + sum(map(self.fontMetrics().horizontalAdvance, whole)) <= self.width()
        return whole if fits else [name for _, _, name, _ in self.entries]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        x, middle = 6.0, self.height() / 2
        for (pen, points, _, _), text in zip(self.entries, self.texts(), strict=True):
            painter.setPen(pen)
            painter.drawLine(QPointF(x, middle), QPointF(x + SAMPLE, middle))
            if points:
                painter.setBrush(theme.color("panel"))
                painter.setPen(QPen(pen.color(), 1.5))
                painter.drawEllipse(QPointF(x + SAMPLE / 2, middle), 3, 3)
            painter.setPen(theme.color("text"))
            left = x + SAMPLE + 6
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(self.width() - left))
            painter.drawText(QPointF(left, middle + metrics.ascent() / 2 - 1.5), shown)
            x = left + metrics.horizontalAdvance(text) + 14


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
