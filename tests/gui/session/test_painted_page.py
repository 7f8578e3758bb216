"""With a network that sees pictures, the page is read as a painting."""

from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.common.values import BLACK, WHITE, Drawing, Picture
from lenet_gui.engine.ink.painting import painted_picture
from lenet_gui.gui.session.session import Session
from tests.gui.helpers import FOUR, SEVEN, draw, idle
from tests.gui.picture_networks import RED, YELLOW, quarters, red_four_on_yellow, seeing_pictures
from tests.helpers import default_recognizer


@pytest.fixture
def painting(qapp) -> Session:
    return Session(seeing_pictures())


def check_read(session: Session) -> None:
    """What was read is the painting of the page."""
    wanted = seeing_pictures().recognize(painted_picture(session.drawing))
    assert np.array_equal(session.recognition.field, wanted.field)
    assert np.allclose(session.recognition.scores, wanted.scores, atol=1e-6)
    assert session.recognition.normalized is None


def test_an_empty_page_has_no_answer_whatever_its_paper(painting: Session) -> None:
    assert painting.recognition.reason == "blank"
    painting.replace_drawing(Drawing(paper=YELLOW), "Paper")
    idle()
    assert painting.recognition.reason == "blank"


def test_strokes_have_the_colour_in_use(painting: Session) -> None:
    painting.set_pen_colour(RED)
    painting.replace_drawing(Drawing(paper=YELLOW), "Paper")
    draw(painting, FOUR)
    assert [stroke.colour for stroke in painting.drawing.strokes] == [RED, RED]
    check_read(painting)
    assert painting.recognition.label is not None
    corner = painting.recognition.field[:, 0, 0]
    assert tuple(corner) == YELLOW


def test_a_growing_stroke_is_read_at_every_point(painting: Session) -> None:
    painting.set_pen_colour(RED)
    painting.begin_stroke(*SEVEN[0][0])
    for point in SEVEN[0][1:]:
        painting.extend_stroke(*point)
        idle()
        assert painting.live is not None
        live = replace(painting.drawing, strokes=(painting.live.stroke(),))
        wanted = seeing_pictures().recognize(painted_picture(live))
        assert np.array_equal(painting.recognition.field, wanted.field)


def test_undo_and_redo_of_colours(painting: Session) -> None:
    painting.set_pen_colour(RED)
    draw(painting, FOUR)
    read = painting.recognition.field
    painting.replace_drawing(replace(painting.drawing, paper=YELLOW), "Paper")
    idle()
    assert not np.array_equal(painting.recognition.field, read)
    painting.undo_stack.undo()
    idle()
    assert painting.drawing.paper == WHITE
    assert np.array_equal(painting.recognition.field, read)
    painting.undo_stack.undo()
    painting.undo_stack.redo()
    idle()
    check_read(painting)


def test_clearing_leaves_the_paper(painting: Session) -> None:
    painting.replace_drawing(red_four_on_yellow(), "Draw")
    painting.clear()
    idle()
    assert painting.drawing.empty
    assert painting.drawing.paper == YELLOW
    assert painting.recognition.reason == "blank"


def test_a_picture_is_read_as_it_is_and_strokes_lie_on_it(painting: Session) -> None:
    picture = Picture(np.zeros((60, 90), np.uint8), rgb=quarters())
    painting.put_picture(picture, "Open")
    idle()
    assert painting.recognition.picture is picture
    assert tuple(painting.recognition.field[:, 2, 2]) == (255, 0, 0)
    draw(painting, SEVEN)
    assert painting.recognition.picture is not picture
    check_read(painting)


def test_back_and_forth_between_ink_and_painting_loses_nothing(qapp) -> None:
    session = Session(default_recognizer())
    draw(session, FOUR)
    assert session.recognition.label == "4"
    page, ink = session.drawing, session.recognition
    session.use(seeing_pictures())
    check_read(session)
    assert session.drawing is page
    session.use(default_recognizer())
    assert session.recognition.label == "4"
    assert np.array_equal(session.recognition.field, ink.field)


def test_ink_is_drawn_black_whatever_the_colour_of_the_pen_was(painting: Session) -> None:
    """Its colour could not be seen, and would surprise when a network sees pictures again."""
    painting.set_pen_colour(RED)
    painting.use(default_recognizer())
    draw(painting, FOUR)
    assert [stroke.colour for stroke in painting.drawing.strokes] == [BLACK, BLACK]
    assert painting.recognition.label == "4"


def test_history_keeps_colours(painting: Session, qapp) -> None:
    painting.set_pen_colour(RED)
    painting.replace_drawing(Drawing(paper=YELLOW), "Paper")
    draw(painting, FOUR)
    other = Session(seeing_pictures())
    other.restore(painting.history())
    idle()
    assert np.array_equal(other.recognition.field, painting.recognition.field)


def test_digits_of_a_painting_are_not_told_apart(painting: Session) -> None:
    """A network for pictures sees the page whole: what stands on it is one picture."""
    digits = seeing_pictures(classes=tuple("0123456789"))
    painting.use(digits)
    draw(painting, [[(x, 150), (x + 2, 430)] for x in (150, 400)])
    assert painting.recognition.side_by_side == ()
