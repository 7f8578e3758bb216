"""Columns of the network panel that are revealed one after another."""

import numpy as np

from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.session.session import Session
from tests.gui.helpers import FOUR, draw, pixels


def test_columns_are_revealed_from_the_input_on(qtbot, session: Session) -> None:
    panel = NetworkPanel(session)
    qtbot.addWidget(panel)
    panel.resize(1000, 560)
    panel.show()
    draw(session, FOUR)
    whole = pixels(panel)
    columns = panel.columns()
    for count in range(len(columns) + 1):
        panel.revealed = count
        seen = pixels(panel)
        for place, column in enumerate(columns):
            part = np.s_[column.y : column.y + column.height, column.x : column.x + column.width]
            assert np.array_equal(seen[part], whole[part]) == (place < count)
        assert not np.array_equal(seen, whole)  # the output comes last
    panel.revealed = len(columns) + 1
    assert np.array_equal(pixels(panel), whole)
