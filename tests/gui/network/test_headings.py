"""Headings of the network picture: what they say, and where a click on one leads."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWhatsThis

from lenet_gui.engine.checkpoints.named_networks import network_names
from lenet_gui.gui.network.headings import LEVELS
from lenet_gui.gui.panels.layers.panel import LayersPanel
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import idle, panel_of
from tests.gui.network.test_pointing import network_of, point_at

KINDS = {
    "lenet-5": {
        "C1": "5×5 · scaled tanh",
        "S2": "2×2 sum · scaled tanh",
        "C3": "5×5 by table · scaled tanh",
        "F6": "84 · scaled tanh",
    },
    "lenet-relu": {"C1": "5×5 · ReLU", "S2": "2×2 max", "C3": "5×5 · ReLU", "F6": "84 · ReLU"},
    "lenet-5-modern": {"S2": "2×2 max blur"},
}


@pytest.fixture
def panel(qtbot, session: Session) -> NetworkPanel:
    panel = NetworkPanel(session)
    qtbot.addWidget(panel)
    panel.resize(1300, 420)
    return panel


@pytest.mark.parametrize("name", list(KINDS))
def test_they_say_kernel_and_activation_function(
    panel: NetworkPanel, session: Session, name: str
) -> None:
    session.use_network(name)
    for column in panel.columns():
        lines = panel._headings.lines(column)
        if column.name in KINDS[name]:
            wanted = KINDS[name][column.name].replace("scaled ", "")
            assert lines[2] == wanted
        assert lines[1]
    assert panel._headings.level == "kinds"


@pytest.mark.parametrize("name", network_names())
def test_kernels_are_not_said_where_maps_would_shrink_much(
    panel: NetworkPanel, session: Session, name: str
) -> None:
    session.use_network(name)
    for width in range(440, 1400, 40):
        panel.resize(width, 260)
        zooms = [column.zoom for column in panel.columns()]
        level = panel._headings.level
        assert level in LEVELS
        if level == "kinds":
            without = [column.zoom for column in panel._arranged_with("sizes")]
            assert all(z >= 0.8 * w for z, w in zip(zooms, without, strict=True))
            panel._columns = []


def heading_of(panel: NetworkPanel, name: str) -> QPoint:
    ratio = panel.devicePixelRatioF()
    if name == "OUTPUT":
        return panel._output_area().topLeft().toPoint() + QPoint(8, -30)
    column = next(column for column in panel.columns() if column.name == name)
    return QPoint(int(column.x / ratio) + 6, 24)


def test_a_click_opens_the_row_of_the_layer(window: MainWindow) -> None:
    window.commands.networks.use("lenet-5")
    panel = network_of(window)
    for name in ("C3", "INPUT", "OUTPUT", "S2"):
        QTest.mouseClick(
            panel,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            heading_of(panel, name),
        )
        idle()
        assert window.workspaces.name == "look_inside"
        assert window.workspaces.is_seen("layers")
        layers = panel_of(window, "layers", LayersPanel)
        assert layers.table.chosen_name() == name
        panel = network_of(window)
    assert window.session.pins.pinned is None


def test_a_hand_shows_that_headings_can_be_clicked(window: MainWindow) -> None:
    panel = network_of(window)
    point_at(panel, heading_of(panel, "C3").toPointF())
    assert panel.cursor().shape() == Qt.CursorShape.PointingHandCursor
    point_at(panel, heading_of(panel, "C3").toPointF() + QPoint(0, 90).toPointF())
    assert panel.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_each_column_says_what_it_is(
    panel: NetworkPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.use_network("lenet-5")
    said: list[str] = []
    monkeypatch.setattr(QWhatsThis, "showText", lambda _at, text, _widget: said.append(text))
    for name, words in (
        ("C3", '<a href="c3">'),
        ("S2", '<a href="s2">'),
        ("INPUT", '<a href="input">'),
        ("OUTPUT", "Penalties: how far F6 is from the code of each class"),
    ):
        at = heading_of(panel, name) + QPoint(0, 70)
        event = QHelpEvent(QEvent.Type.WhatsThis, at, panel.mapToGlobal(at))
        QCoreApplication.sendEvent(panel, event)
        assert words in said[-1], name
