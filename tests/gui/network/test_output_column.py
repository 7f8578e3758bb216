"""The output column: class names whole, or ended by … and whole in the tool tip."""

import pytest
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from lenet_gui.gui.panels.network import NetworkPanel
from tests.gui.class_names import LONG, SHORT, painted, session_of
from tests.gui.helpers import FOUR, draw, idle
from tests.gui.network.test_layout import boxes

SIZES = [(640, 300), (970, 412), (1363, 614)]


def panel_of(qtbot, class_names: tuple[str, ...], size: tuple[int, int]) -> NetworkPanel:
    session = session_of(class_names)
    panel = NetworkPanel(session)
    panel.session = session  # kept as long as the panel
    qtbot.addWidget(panel)
    panel.resize(*size)
    draw(session, FOUR)
    return panel


def tip_of(panel: NetworkPanel, class_index: int) -> str:
    """The tool tip over the row of a class."""
    row = panel._output.row(panel._output_area(), panel._session, class_index)
    place = row.center().toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, panel.mapToGlobal(place))
    QCoreApplication.sendEvent(panel, event)
    said = QToolTip.text()
    QToolTip.hideText()
    idle()
    return said


@pytest.mark.parametrize("zoom", [1.0, 1.75])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
def test_heading_is_whole(
    qtbot, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], zoom: float
) -> None:
    """As on a projector, whose letters are large."""
    panel = panel_of(qtbot, SHORT["letters"], size)
    font = panel.font()
    font.setPointSizeF(font.pointSizeF() * zoom)
    panel.setFont(font)
    texts = painted(panel, monkeypatch)
    room = panel.width() - panel._output_area().x()
    for text in ("Output", *(text for text in texts if text.endswith("softmax"))):
        assert text in texts
        assert panel.fontMetrics().horizontalAdvance(text) <= room


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
@pytest.mark.parametrize("kind", SHORT)
def test_names_are_whole(
    qtbot, monkeypatch: pytest.MonkeyPatch, kind: str, size: tuple[int, int]
) -> None:
    names = SHORT[kind]
    panel = panel_of(qtbot, names, size)
    shown = [names[index] for index in panel._output.classes(panel._session)]
    assert len(shown) == min(len(names), 12)
    assert set(shown) <= set(painted(panel, monkeypatch))
    last = boxes(panel.columns())[-1].right() / panel.devicePixelRatioF()
    assert last < panel._output_area().left()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
def test_very_long_names_are_whole_in_the_tool_tip(
    qtbot, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    panel = panel_of(qtbot, LONG, size)
    cut = [text for text in painted(panel, monkeypatch) if text.endswith("…")]
    assert len(cut) == 10
    assert all(len(text) > 4 for text in cut)
    assert panel._output_area().width() < size[0] / 4  # the maps have the rest
    assert all(column.zoom >= 1.5 for column in panel.columns())
    for index, name in enumerate(LONG):
        assert tip_of(panel, index) == name
        row = panel._output.row(panel._output_area(), panel._session, index)
        unit = panel.unit_at(QPointF(row.center()))
        assert unit is not None
        assert unit.map == index


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_whole_name_needs_no_tool_tip(qtbot) -> None:
    panel = panel_of(qtbot, SHORT["words"], (970, 412))
    assert tip_of(panel, 3) == ""
