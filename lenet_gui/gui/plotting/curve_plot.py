"""A plot of curves above a logarithmic axis, in the colours of the theme.

Imported in the background, because pyqtgraph takes half a second to load.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.plotting.log_ticks import log_ticks

AXIS_WIDTH = 46  # pixels: room for "0.03 %"
AXIS_HEIGHT, TITLED_AXIS_HEIGHT = 18, 32  # pixels: a line of numbers, and a title below it
TICK_HEIGHT, NUMBER_GAP = 16, 6  # pixels: of a tick on the left, between numbers at the bottom
LEGEND_HEIGHT = 25  # pixels: pyqtgraph's samples of a line have 20, the number below them sticks up
SMALL_FONT, LEAST_POINTS = 0.85, 7.0  # numbers beside an axis, in proportion to the widget's font


class LogAxis(pg.AxisItem):
    """A left axis with ticks at 1, 2 and 5 of each power of ten, as many as there is room for.

    pyqtgraph's logarithmic axis labels each power of ten alone, as "10⁻²". An error rate that
    falls from 3 % to 1 % would have one label, and a low plot all minor ticks without any.
    """

    def __init__(self, unit: str = "") -> None:
        super().__init__("left")
        self._unit = unit
        self.setWidth(AXIS_WIDTH)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        return [(1.0, log_ticks(low, high, int(size / TICK_HEIGHT)))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [f"{QLocale().toString(10**value, 'g', 3)}{self._unit}" for value in values]


class BottomAxis(pg.AxisItem):
    """A bottom axis with numbers as the language in use writes them.

    pyqtgraph's own writes "1e+05" and always a decimal point. unit: written behind each number.
    whole: values are integers, so there are no ticks between them. titled: with room for a title.
    """

    def __init__(self, unit: str = "", whole: bool = False, titled: bool = False) -> None:
        super().__init__("bottom")
        self._unit, self._whole = unit, whole
        self.setHeight(TITLED_AXIS_HEIGHT if titled else AXIS_HEIGHT)
        self.setStyle(maxTickLevel=0, textFillLimits=[(0, 0.5)], tickTextOffset=1)
        self.setStyle(hideOverlappingLabels=False)  # the first and the last one stick out a little
        self.enableAutoSIPrefix(False)

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        """Return one level of ticks, so far apart that their numbers do not touch."""
        spacing, offset = super().tickSpacing(low, high, size)[0]
        spacing = max(spacing, 1.0) if self._whole else spacing
        metrics = QFontMetrics(self.style["tickFont"] or QFont())
        room = metrics.horizontalAdvance(self.tickStrings([high], 1.0, spacing)[0]) + NUMBER_GAP
        fits = (n for n in (1, 2, 5, 10) if (high - low) / (n * spacing) * room <= size)
        return [(spacing * next(fits, 10), offset)]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        locale = QLocale()
        if self._whole:
            return [f"{locale.toString(round(value))}{self._unit}" for value in values]
        return [f"{locale.toString(value, 'g', 3)}{self._unit}" for value in values]


class CurvePlot(pg.PlotWidget):
    """Curves with their legend above them, which takes neither mouse nor keyboard.

    y values are given as they are; pyqtgraph draws their logarithms. unit: of the left axis.
    name: for screen readers. left: an axis for values instead of logarithms.
    """

    def __init__(
        self,
        bottom: pg.AxisItem,
        unit: str,
        name: str,
        parent: QWidget | None = None,
        left: pg.AxisItem | None = None,
    ) -> None:
        axes = {"left": left or LogAxis(unit), "bottom": bottom}
        super().__init__(parent, axisItems=axes, enableMenu=False)
        item = self.getPlotItem()
        # pyqtgraph makes a menu in any case, without a parent, which would outlive the plot.
        item.ctrlMenu.setParent(self, item.ctrlMenu.windowFlags())
        item.hideButtons()
        item.setLogMode(y=left is None)
        item.setContentsMargins(0, LEGEND_HEIGHT, 8, 0)
        self._values: dict[pg.PlotDataItem, str] = {}
        self.legend = item.addLegend(offset=(1, 1), colCount=2, frame=False)
        self.legend.setParentItem(item)  # in the margin: over the axes it would cover curves
        self.legend.layout.setContentsMargins(4, 4, 4, 4)
        self.setAccessibleName(name)
        for part in (self, self.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A click on the legend would hide a curve, and the wheel would zoom.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        item.vb.sigResized.connect(self._fill_legend)

    def show_values(self, values: dict[pg.PlotDataItem, str]) -> None:
        """Show the newest value of each curve behind its name in the legend."""
        self._values = values
        self._fill_legend()

    def show_curve(self, curve: pg.PlotDataItem, shown: bool) -> None:
        """Show a curve, or hide it and take it off the legend."""
        if curve.isVisible() != shown:
            curve.setVisible(shown)
            if shown:
                self.legend.addItem(curve, curve.name())
            else:
                self.legend.removeItem(curve)

    def legend_texts(self) -> list[str]:
        """Return the texts of the legend as they are shown now."""
        return [label.text for _, label in self.legend.items]

    @Slot()
    def _fill_legend(self) -> None:
        """Name the curves, with their values if these fit; else by first words if names do not."""
        whole = [f"{curve.name()} {value}".rstrip() for curve, value in self._values.items()]
        names = [curve.name() for curve in self._values]
        for texts in (whole, names, [name.split()[0] for name in names]):
            for curve, text in zip(self._values, texts, strict=True):
                self.legend.getLabel(curve).setText(text)
            self.legend.adjustSize()  # pyqtgraph's updateSize only ever widens it
            if self.legend.width() <= self.width():
                break

    def paint_in(self, theme: Theme, font: QFont) -> QFont:
        """Use the colours of the theme, and return the font of the axes, smaller than ``font``."""
        small = QFont(font)
        small.setPointSizeF(max(LEAST_POINTS, font.pointSizeF() * SMALL_FONT))
        self.setBackground(theme.color("panel"))
        self.legend.setLabelTextColor(theme.color("text"))
        self.legend.setLabelTextSize(f"{font.pointSizeF():.1f}pt")
        item = self.getPlotItem()
        for side in ("left", "bottom"):
            axis = item.getAxis(side)
            axis.setPen(theme.color("border"))
            axis.setTextPen(theme.color("quiet"))
            axis.setTickFont(small)
            axis.setStyle(tickLength=-3)
        item.showGrid(y=True, alpha=0.35)
        return small
