"""The connection table: a dot for each connection, the pointed map in the accent colour."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QMouseEvent

from lenet_gui.common.values import Unit
from lenet_gui.engine.checkpoints.named_networks import network_names
from lenet_gui.gui.appearance.theme import LIGHT
from lenet_gui.gui.panels.connections import ConnectionsPanel
from lenet_gui.gui.session.session import Session
from tests.gui.helpers import idle, pixels

# Table I of the paper, as it is printed: rows are maps of S2, columns maps of C3.
TABLE_I = """
X   XXX  XXXX XX
XX   XXX  XXXX X
XXX   XXX  X XXX
 XXX  XXXX  X XX
  XXX  XXXX XX X
   XXX  XXXX XXX
""".strip("\n").split("\n")  # fmt: skip


@pytest.fixture
def panel(qtbot, session: Session) -> ConnectionsPanel:
    panel = ConnectionsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(620, 190)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def dots(panel: ConnectionsPanel, color: str = LIGHT.text) -> list[str]:
    """The table as it is seen."""
    shown, wanted = pixels(panel).astype(int), QColor(color).getRgb()[:3]
    rows = []
    for row in range(6):
        line = ""
        for column in range(16):
            middle = panel.cell(row, column).center().toPoint()
            near = np.abs(shown[middle.y(), middle.x()] - wanted).max() < 10
            line += "X" if near else " "
        rows.append(line.rstrip())
    return rows


def test_table_of_the_paper(panel: ConnectionsPanel, session: Session) -> None:
    session.use_network("lenet-5")
    assert dots(panel) == [row.rstrip() for row in TABLE_I]
    assert sum(row.count("X") for row in dots(panel)) == 60


@pytest.mark.parametrize(
    "name", [name for name in network_names() if name not in ("lenet-5", "lenet-5-pen")]
)
def test_full_connection_of_the_others(
    panel: ConnectionsPanel, session: Session, name: str
) -> None:
    session.use_network(name)
    assert dots(panel) == ["X" * 16] * 6


@pytest.mark.parametrize("size", [(330, 130), (1400, 500)])
def test_fits_at_any_size(panel: ConnectionsPanel, session: Session, size: tuple) -> None:
    session.use_network("lenet-5")
    panel.resize(*size)
    idle()
    assert dots(panel) == [row.rstrip() for row in TABLE_I]
    assert panel.rect().contains(panel.cell(5, 15).toAlignedRect())


@pytest.mark.parametrize("size", [(620, 190), (945, 165), (1363, 254), (1400, 500)])
def test_table_uses_the_room(panel: ConnectionsPanel, session: Session, size: tuple) -> None:
    """It grows with the panel, and stands in its middle."""
    panel.resize(*size)
    idle()
    first, last = panel.cell(-1, -2), panel.cell(5, 15)
    assert first.left() + last.right() == pytest.approx(size[0], abs=1)
    assert first.top() + last.bottom() == pytest.approx(size[1], abs=1)
    assert last.right() - first.left() > 0.8 * size[0]


def move_to(panel: ConnectionsPanel, row: int, column: int) -> None:
    at, none = panel.cell(row, column).center(), Qt.MouseButton.NoButton
    everywhere, plain = panel.mapToGlobal(at), Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, everywhere, none, none, plain)
    QCoreApplication.sendEvent(panel, event)


@pytest.mark.parametrize("column", [0, 6, 15])
def test_column_under_the_mouse_is_accented_and_said_in_words(
    panel: ConnectionsPanel, session: Session, column: int
) -> None:
    session.use_network("lenet-5")
    read = [row for row in range(6) if TABLE_I[row][column] == "X"]
    for row in (-1, 0, 5):
        move_to(panel, row, column)
        assert f"C3 map {column} reads the maps {' '.join(map(str, read))} of S2" == panel.toolTip()
    for row, line in enumerate(dots(panel, LIGHT.accent)):
        assert line == (" " * column + "X" if row in read else "")
    QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.Leave))
    assert panel.toolTip() == ""
    assert dots(panel) == [row.rstrip() for row in TABLE_I]


def test_beside_the_table_is_nothing(panel: ConnectionsPanel) -> None:
    move_to(panel, 2, 2)
    assert panel.toolTip()
    move_to(panel, 2, -1)
    assert panel.toolTip() == ""
    assert not any(dots(panel, LIGHT.accent))


def test_map_that_is_pointed_at_elsewhere(panel: ConnectionsPanel, session: Session) -> None:
    session.use_network("lenet-5")
    session.point_at(Unit("C3", 3, 5, 5))
    idle()
    assert dots(panel, LIGHT.accent)[3].rstrip() == "   X"
    session.point_at(Unit("S2", 3, 5, 5))
    idle()
    assert not any(dots(panel, LIGHT.accent))
