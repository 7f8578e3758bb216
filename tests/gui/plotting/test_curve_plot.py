"""Plots of curves: legend, logarithmic values, and numbers that do not touch each other."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from lenet_gui.gui.plotting.curve_plot import BottomAxis, CurvePlot
from lenet_gui.gui.plotting.log_ticks import log_ticks
from tests.gui.helpers import idle


@pytest.fixture
def plot(qtbot) -> CurvePlot:
    plot = CurvePlot(BottomAxis(whole=True), " %", "Errors")
    qtbot.addWidget(plot)
    plot.resize(600, 200)
    plot.show()
    return plot


def test_the_legend_has_values_where_there_is_room(plot: CurvePlot) -> None:
    first, second = plot.plot(name="training error"), plot.plot(name="validation")
    plot.show_values({first: "1.5 %", second: ""})
    assert plot.legend_texts() == ["training error 1.5 %", "validation"]
    assert 0 < plot.legend.width() < 600
    plot.resize(round(plot.legend.width()) - 20, 200)
    idle()
    assert plot.legend_texts() == ["training error", "validation"]
    plot.resize(120, 200)
    idle()
    assert plot.legend_texts() == ["training", "validation"]
    plot.resize(600, 200)
    idle()
    assert plot.legend_texts() == ["training error 1.5 %", "validation"]


def test_a_hidden_curve_is_not_in_the_legend(plot: CurvePlot) -> None:
    first, second = plot.plot(name="first"), plot.plot(name="second")
    for _ in range(2):  # the second time changes nothing
        plot.show_curve(second, False)
        plot.show_values({first: "1"})
        assert plot.legend_texts() == ["first 1"]
    plot.show_curve(second, True)
    plot.show_values({first: "1", second: "2"})
    assert plot.legend_texts() == ["first 1", "second 2"]


def test_values_are_drawn_as_logarithms(plot: CurvePlot) -> None:
    curve = plot.plot(name="error")
    curve.setData([1, 2, 3], [100.0, 10.0, 0.1])
    assert curve.getData()[1].tolist() == [2.0, 1.0, -1.0]
    axis = plot.getPlotItem().getAxis("left")
    assert axis.tickStrings([2.0, 0.0, -1.0], 1.0, 1.0) == ["100 %", "1 %", "0.1 %"]


@pytest.mark.parametrize("size", [40, 100, 1000])
@pytest.mark.parametrize("steps", [3, 150, 20_000, 1_000_000])
def test_numbers_below_do_not_touch(qapp, size: int, steps: int) -> None:
    axis = BottomAxis(whole=True)
    ((spacing, values),) = axis.tickValues(0, steps, size)
    texts = axis.tickStrings(values, 1.0, spacing)
    assert texts[0] == "0"
    assert all(value == round(value) for value in values)
    widest = max(map(QFontMetrics(QFont()).horizontalAdvance, texts))
    assert len(texts) == 1 or spacing * size / steps > widest


@pytest.mark.parametrize(
    ("low", "high", "room", "values"),
    [
        (0, 2, 3, [1, 10, 100]),
        (0, 2, 6, [1, 3, 10, 30, 100]),
        (0, 2, 8, [1, 2, 5, 10, 20, 50, 100]),
        (0.1, 0.9, 4, [2, 5]),
        (-6, 0, 4, [1e-6, 1e-4, 1e-2, 1]),
    ],
)
def test_logarithmic_ticks(low: float, high: float, room: int, values: list[float]) -> None:
    found = [10**tick for tick in log_ticks(low, high, room)]
    assert found == pytest.approx(values)
