"""Only where a receptive field was, or is, the page is painted again; all of it is right then."""

import numpy as np
from PySide6.QtGui import QColor

from lenet_gui.common.values import Unit
from lenet_gui.gui.appearance.theme import LIGHT
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.session.session import Session
from tests.gui.helpers import FOUR, draw, idle, on_screen, pixels


def accents(shown: np.ndarray) -> int:
    """How many pixels have the colour of the frame, more or less."""
    wanted = QColor(LIGHT.accent).getRgb()[:3]
    return int((np.abs(shown.astype(int) - wanted).max(axis=2) < 40).sum())


def test_what_was_painted_is_what_would_be(canvas: Canvas, session: Session) -> None:
    draw(session, FOUR)
    session.pins.pin(Unit("C3", 6, 5, 3))
    for point in ((60, 60), (90, 500), (520, 300)):
        session.begin_stroke(300, 300)
        session.extend_stroke(*point)
        idle()
        assert np.array_equal(on_screen(canvas), pixels(canvas))
        assert accents(on_screen(canvas)) > 50
        session.end_stroke()
    canvas.resize(300, 340)
    idle()
    assert np.array_equal(on_screen(canvas), pixels(canvas))
    session.pins.pin(Unit("C1", 0, 0, 0))
    idle()
    assert np.array_equal(on_screen(canvas), pixels(canvas))
    session.pins.let_go()
    idle()
    assert accents(on_screen(canvas)) == 0
    assert np.array_equal(on_screen(canvas), pixels(canvas))
