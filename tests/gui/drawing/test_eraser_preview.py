"""The eraser says what it takes: whole strokes, highlighted while it hovers."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from lenet_gui.common.values import Picture
from lenet_gui.gui.appearance.theme import DARK, LIGHT, Theme, apply_theme
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.sources.drawing import DrawingSource
from lenet_gui.gui.widgets.plain_text import PlainLabel
from tests.gui.drawing.test_pen import TABLET_MOVE, Tablet, pen_with
from tests.gui.helpers import FOUR, child_of, draw, idle, on_canvas, pixels, press, release

ON_FIRST, ON_SECOND, NOWHERE = FOUR[0][3], FOUR[1][3], (480.0, 480.0)


@pytest.fixture
def canvas(qtbot, session: Session) -> Canvas:
    canvas = Canvas(session)
    qtbot.addWidget(canvas)
    canvas.resize(400, 400)
    QCursor.setPos(799, 799)
    with qtbot.waitExposed(canvas):
        canvas.show()
    draw(session, FOUR)
    return canvas


def highlighted(canvas: Canvas, theme: Theme = LIGHT) -> list[bool]:
    """Of each stroke of the FOUR: is it seen in the colour of the eraser from end to end?"""
    shown = pixels(canvas)
    accent = np.array(QColor(theme.accent).getRgb()[:3], np.int64)
    found = []
    for line in FOUR:
        places = [on_canvas(canvas, *point) for point in (line[0], line[1], line[-1])]
        near = [np.abs(shown[at.y(), at.x()] - accent).max() < 8 for at in places]
        assert len(set(near)) == 1  # all of it, or nothing
        found.append(near[0])
    return found


def hover(canvas: Canvas, place: tuple[float, float]) -> None:
    QTest.mouseMove(canvas, on_canvas(canvas, *place))
    idle()


def test_the_stroke_that_would_go_is_highlighted_whole(canvas: Canvas, session: Session) -> None:
    before = pixels(canvas)
    hover(canvas, ON_SECOND)
    assert highlighted(canvas) == [False, False]  # the pen takes nothing
    session.set_erasing(True)
    assert highlighted(canvas) == [False, True]
    hover(canvas, ON_FIRST)
    assert highlighted(canvas) == [True, False]
    hover(canvas, (314.0, 296.0))
    assert highlighted(canvas) == [True, True]  # where they cross
    hover(canvas, NOWHERE)
    assert highlighted(canvas) == [False, False]
    hover(canvas, ON_FIRST)
    QCoreApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert np.array_equal(pixels(canvas), before)


def test_what_is_highlighted_is_what_goes(canvas: Canvas, session: Session) -> None:
    first, second = session.drawing.strokes
    session.set_erasing(True)
    hover(canvas, ON_SECOND)
    press(canvas, on_canvas(canvas, *ON_SECOND))
    release(canvas, on_canvas(canvas, *ON_SECOND))
    idle()
    assert session.drawing.strokes == (first,)
    assert highlighted(canvas) == [False, False]
    session.undo_stack.undo()  # the eraser is still there
    assert session.drawing.strokes == (first, second)
    assert highlighted(canvas) == [False, True]


def test_a_wider_eraser_takes_more(canvas: Canvas, session: Session) -> None:
    session.set_erasing(True)
    hover(canvas, (385.0, 360.0))
    assert highlighted(canvas) == [False, False]
    session.set_pen_width(120.0)
    assert highlighted(canvas) == [True, True]


def test_the_eraser_end_of_a_pen_shows_it_too(canvas: Canvas, session: Session) -> None:
    eraser, pen = (
        Tablet(canvas, pen_with(kind))
        for kind in (QPointingDevice.PointerType.Eraser, QPointingDevice.PointerType.Pen)
    )
    eraser.send(TABLET_MOVE, QPointF(on_canvas(canvas, *ON_SECOND)))
    assert highlighted(canvas) == [False, True]
    pen.send(TABLET_MOVE, QPointF(on_canvas(canvas, *ON_SECOND)))
    assert highlighted(canvas) == [False, False]


def test_it_is_seen_in_the_dark(canvas: Canvas, session: Session, qapp) -> None:
    apply_theme(qapp, "dark")
    session.set_erasing(True)
    hover(canvas, ON_FIRST)
    assert highlighted(canvas, DARK) == [True, False]


def test_the_eraser_follows_the_curve(canvas: Canvas, session: Session) -> None:
    """Not the straight line between its points, where there is no ink."""
    session.clear()
    session.set_pen_width(10.0)
    arc = [(280 + 200 * x, 280 + 200 * y) for x, y in ((-1, 0), (-0.5, 0.87), (0.5, 0.87), (1, 0))]
    draw(session, [arc])
    session.set_erasing(True)
    for y, count in ((280 + 200 * 0.87, 1), (280 + 198, 0)):  # the chord's height, the curve's
        at = on_canvas(canvas, 280, y)
        press(canvas, at)
        release(canvas, at)
        assert len(session.drawing.strokes) == count


# ---- the tools below the page


@pytest.fixture
def tools(qtbot, session: Session) -> DrawingSource:
    source = DrawingSource(session, take_tour=lambda: None)
    qtbot.addWidget(source)
    return source


def content(tools: DrawingSource) -> str:
    return child_of(tools, PlainLabel, "page-content").text()


def test_what_is_on_the_page_is_said(tools: DrawingSource, session: Session) -> None:
    assert content(tools) == ""  # "0 strokes" would be no news
    draw(session, FOUR)
    assert "2" in content(tools)
    session.put_picture(Picture(np.full((28, 28), 255, np.uint8)), "MNIST digit 7")
    assert content(tools) == "Picture"
    draw(session, FOUR[:1])
    assert content(tools).startswith("Picture + 1")
    session.clear()
    assert content(tools) == ""


def test_the_tools_stay_where_they_are_with_the_first_stroke(
    tools: DrawingSource, session: Session
) -> None:
    tools.resize(420, 460)
    tools.show()
    button = child_of(tools, QToolButton, "eraser")
    before = button.geometry()
    draw(session, FOUR)
    idle()
    assert button.geometry() == before


def test_the_button_says_that_it_takes_strokes(tools: DrawingSource) -> None:
    button = child_of(tools, QToolButton, "eraser")
    assert button.text() == button.accessibleName() == "Stroke eraser"
    assert "whole strokes" in button.toolTip()
    assert button.focusPolicy() != Qt.FocusPolicy.NoFocus
