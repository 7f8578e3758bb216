"""The answer with class names of all lengths: bars, lines, tool tips and signs."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from lenet_gui.common.values import RejectRule
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.panels.answer.panel import AnswerPanel
from lenet_gui.gui.session.session import Session
from tests.gui.class_names import LONG, SHORT, painted, session_of
from tests.gui.helpers import FOUR, draw, pixels
from tests.helpers import untrained

SIZES = [(300, 200), (390, 240), (560, 330)]


def panel_of(qtbot, session: Session, size: tuple[int, int] = (390, 240)) -> AnswerPanel:
    panel = AnswerPanel(session)
    panel.session = session  # kept as long as the panel
    qtbot.addWidget(panel)
    panel.resize(*size)
    draw(session, FOUR)
    pixels(panel)
    return panel


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
@pytest.mark.parametrize("kind", SHORT)
def test_names_are_whole(
    qtbot, monkeypatch: pytest.MonkeyPatch, kind: str, size: tuple[int, int]
) -> None:
    names = SHORT[kind]
    session = session_of(names)
    panel = panel_of(qtbot, session, size)
    shown = painted(panel, monkeypatch)
    best, following = (names[index] for index in session.recognition.ranking[:2])
    assert best in shown  # large
    assert any(following in text for text in shown)
    assert [bar.name for bar in panel.bars] == [names[bar.class_index] for bar in panel.bars]
    if size[1] > 230:
        assert len(panel.bars) >= min(len(names), 5)
    for bar in panel.bars:
        assert panel.tip_at(bar.area.center()) == ""
        assert panel.rect().contains(bar.area.toAlignedRect())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
def test_very_long_names_end_in_dots(
    qtbot, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    session = session_of(LONG)
    panel = panel_of(qtbot, session, size)
    ranking = session.recognition.ranking
    for bar in panel.bars:
        assert bar.name.endswith("…")
        assert panel.tip_at(bar.area.center()) == LONG[bar.class_index]
    assert [bar.class_index for bar in panel.bars] == list(ranking[: len(panel.bars)])
    scores = [text for text in painted(panel, monkeypatch) if text.endswith("%")]
    assert len(scores) > len(panel.bars)  # each is there, with the lines' own
    assert LONG[ranking[1]] in panel.tip_at(QPointF(panel.width() - 20, 20))
    assert LONG[ranking[1]] in panel.accessibleDescription()


def test_two_scores_say_what_they_are(qtbot) -> None:
    """A percentage beside another has its name."""
    panel = panel_of(qtbot, session_of(SHORT["words"]))
    best, following, margin = (line.text for line in panel.lines())
    assert best.startswith("probability ")
    assert "probability" in following
    assert margin.startswith("margin ")


def test_sure_and_not_sure_differ_in_shape_and_weight(qtbot) -> None:
    """Not only in words or colour."""
    kinds = {}
    for kind, threshold in (("sure", 0.0), ("unsure", 2.0)):
        rule = RejectRule("margin", threshold, accepted_errors=0.01)
        panel = panel_of(qtbot, Session(Recognizer("own", untrained(rejection=rule))))
        line = panel.lines()[2]
        assert line.sign == kind
        kinds[kind] = line, pixels(panel)
    assert kinds["sure"][0].bold != kinds["unsure"][0].bold
    marked = []
    for _, shown in kinds.values():  # where the sign is, without its colour
        ink = np.abs(shown.astype(int) - shown[0, 0]).max(axis=2) > 60
        marked.append(ink[:, 125:150])
    assert not np.array_equal(*marked)
