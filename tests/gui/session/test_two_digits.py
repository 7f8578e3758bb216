"""Two digits on the page: the answer says so, once the pen rests."""

from typing import Any

import pytest

from lenet_gui.gui.panels.answer.panel import AnswerPanel
from lenet_gui.gui.session.session import Session
from tests.engine.recognition.test_side_by_side import LEFT_SEVEN, RIGHT_FOUR, moved
from tests.gui.helpers import FOUR, SEVEN, answer_of, draw, idle

TWO = "This looks like two digits. Draw one at a time."


@pytest.fixture
def answer(qtbot, session: Session) -> AnswerPanel:
    panel = AnswerPanel(session)
    qtbot.addWidget(panel)
    return panel


def said(panel: AnswerPanel) -> list[str]:
    return [line[0] for line in panel.lines()]


def test_the_answer_says_that_there_are_two(answer: AnswerPanel, session: Session) -> None:
    draw(session, LEFT_SEVEN)
    assert session.recognition.label == "7"
    draw(session, RIGHT_FOUR)
    assert TWO in said(answer)
    assert answer.accessibleName() == "Answer: Two digits"
    session.undo_stack.undo()
    session.undo_stack.undo()
    idle()
    assert TWO not in said(answer)
    assert session.recognition.label == "7"


def test_three_digits(answer: AnswerPanel, session: Session) -> None:
    draw(session, [*moved(SEVEN, 20, 0.4), *moved(FOUR, 200, 0.4), *moved(SEVEN, 390, 0.4)])
    assert "This looks like several digits. Draw one at a time." in said(answer)
    assert answer.accessibleName() == "Answer: Several digits"


def test_it_is_not_asked_while_the_pen_draws(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(session, LEFT_SEVEN)
    counts = list[int]()
    recognize = session.recognizer.recognize

    def counted(picture: Any) -> Any:
        counts[-1] += 1
        return recognize(picture)

    monkeypatch.setattr(session.recognizer, "recognize", counted)
    counts.append(0)
    session.begin_stroke(*RIGHT_FOUR[0][0])
    idle()
    for point in RIGHT_FOUR[0][1:]:
        counts.append(0)
        session.extend_stroke(*point)
        idle()
    assert set(counts) == {1}
    session.end_stroke()
    draw(session, RIGHT_FOUR[1:])
    assert session.recognition.side_by_side == ("7", "4")


def test_the_title_says_so(window: Any) -> None:
    draw(window.session, [*LEFT_SEVEN, *RIGHT_FOUR])
    assert window.windowTitle().startswith("Two digits")
    assert answer_of(window) == ""


def test_another_network_is_asked_again(session: Session) -> None:
    draw(session, [*LEFT_SEVEN, *RIGHT_FOUR])
    assert session.recognition.side_by_side == ("7", "4")
    session.use_rule(None)  # always answers
    assert session.recognition.label is not None
    assert session.recognition.side_by_side == ()
