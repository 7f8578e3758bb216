"""The curves of a training: loss on the left, errors on the right, on logarithmic scales.

Imported in the background, because pyqtgraph takes half a second to load.
"""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.panels.training.series import Series
from lenet_gui.gui.plotting.curve_plot import BottomAxis, CurvePlot
from lenet_gui.gui.wording.phrases import percent

LOWEST_LOSS, LOWEST_ERROR = 1e-6, 1e-4  # drawn for 0, which has no logarithm
ROOM_FOR_BOTH = 240  # pixels; where there are fewer, only the errors are shown


def _plot(name: str, unit: str, parent: QWidget) -> CurvePlot:
    plot = CurvePlot(BottomAxis(whole=True), unit, name, parent)
    plot.setMinimumSize(90, 60)
    return plot


def building(series: Series, parent: QWidget) -> Generator[None, None, Curves]:
    """Make ``Curves`` in pieces, between which the window can process events."""
    loss = _plot(QCoreApplication.translate("Curves", "Loss by step"), "", parent)
    yield
    error = _plot(QCoreApplication.translate("Curves", "Error in percent by step"), " %", parent)
    yield
    return Curves(series, loss, error, parent)


class Curves(QWidget):
    """The curves of a ``Series``; ``refresh`` draws its present values."""

    def __init__(self, series: Series, loss: CurvePlot, error: CurvePlot, parent: QWidget) -> None:
        super().__init__(parent)
        self._series = series
        self.setObjectName("training-curves")
        self.loss_plot, self.error_plot = loss, error
        self.loss = loss.plot(name=self.tr("loss"))
        self.validation_loss = loss.plot(name=self.tr("validation"))
        self.train = error.plot(name=self.tr("training error"))
        self.validation = error.plot(name=self.tr("validation"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(loss, 3)
        layout.addWidget(error, 4)
        self._paint_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._paint_anew()

    def _paint_anew(self) -> None:
        """Use the colours of the theme and the size of the font."""
        theme = theme_of(self)
        for plot in (self.loss_plot, self.error_plot):
            plot.paint_in(theme, self.font())
        dashed = Qt.PenStyle.DashLine
        self.loss.setPen(pg.mkPen(theme.color("text"), width=1.5))
        self.train.setPen(pg.mkPen(theme.color("negative"), width=1.5, style=dashed))
        for validation in (self.validation, self.validation_loss):
            validation.setPen(pg.mkPen(theme.color("accent"), width=2))
            validation.setSymbol("o")
            validation.setSymbolSize(6)
            validation.setSymbolPen(pg.mkPen(theme.color("accent"), width=1.5))
            validation.setSymbolBrush(theme.color("panel"))
        self.refresh()

    def refresh(self) -> None:
        """Draw what the series has by now, with the newest values in the legends."""
        steps, losses, train_errors = self._series.decimated()
        validated, errors, validation_losses = self._series.validations()
        self.loss.setData(steps, _positive(losses, LOWEST_LOSS))
        self.train.setData(steps, 100 * _positive(train_errors, LOWEST_ERROR))
        self.validation.setData(validated, 100 * _positive(errors, LOWEST_ERROR))
        self.validation_loss.setData(validated, _positive(validation_losses, LOWEST_LOSS))
        train = percent(float(train_errors[-1]), 1) if len(train_errors) else ""
        validation = percent(float(errors[-1])) if len(errors) else ""
        self.loss_plot.show_values(
            {self.loss: _newest(losses), self.validation_loss: _newest(validation_losses)}
        )
        self.error_plot.show_values({self.train: train, self.validation: validation})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.loss_plot.setVisible(self.width() >= ROOM_FOR_BOTH)


def _newest(losses: NDArray[np.float64]) -> str:
    """Return the last loss in the language in use; empty if there is none."""
    return QLocale().toString(float(losses[-1]), "g", 3) if len(losses) else ""


def _positive(values: NDArray[np.float64], lowest: float) -> NDArray[np.float64]:
    """Return the values with ``lowest`` in place of smaller ones and of what is not finite."""
    return np.maximum(np.where(np.isfinite(values), values, lowest), lowest)
