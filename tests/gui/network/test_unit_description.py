"""What a screen reader is told of the network: the unit that is selected, and its activation."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from lenet_gui.common.values import Unit
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.wording.recognition_words import unit_value
from tests.gui.helpers import FOUR, SEVEN, draw, idle


@pytest.fixture
def listening() -> Iterator[None]:
    """As while a screen reader runs."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.fixture
def panel(qtbot, session: Session) -> NetworkPanel:
    panel = NetworkPanel(session)
    qtbot.addWidget(panel)
    return panel


@pytest.mark.usefixtures("listening")
def test_the_unit_is_described_as_it_changes(panel: NetworkPanel, session: Session) -> None:
    whole = panel.accessibleDescription()
    assert whole.startswith("The activations of every layer")
    draw(session, SEVEN)
    QTest.keyClick(panel, Qt.Key.Key_Right)
    first = panel.accessibleDescription()
    assert first.startswith("C1 map 0 · row ")
    QTest.keyClick(panel, Qt.Key.Key_Right)
    assert panel.accessibleDescription() != first
    session.point_at(Unit("OUTPUT", 7, 0, 0))
    value = unit_value(session.recognizer, session.recognition, Unit("OUTPUT", 7, 0, 0))
    assert panel.accessibleDescription() == f"Output 7 · {value:+.3f}"
    draw(session, FOUR)  # its value changes under it
    idle()
    other = unit_value(session.recognizer, session.recognition, Unit("OUTPUT", 7, 0, 0))
    assert other != value
    assert panel.accessibleDescription() == f"Output 7 · {other:+.3f}"
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.accessibleDescription() == whole


def test_it_costs_nothing_while_nobody_listens(panel: NetworkPanel, session: Session) -> None:
    assert not QAccessible.isActive()
    before = panel.accessibleDescription()
    session.point_at(Unit("C1", 0, 3, 3))
    assert panel.accessibleDescription() == before
