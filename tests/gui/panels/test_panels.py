"""Every panel of the table: made, painted blank and drawn, blank again to the last pixel."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QColor,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from lenet_gui.common.values import RejectRule, Unit
from lenet_gui.engine.checkpoints.named_networks import network_names
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.appearance.theme import DARK, LIGHT, apply_theme
from lenet_gui.gui.panels import PANELS, Panel
from lenet_gui.gui.panels.answer.panel import AnswerPanel
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.session.view_context import ViewContext
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.training_parts import TrainingParts
from tests.gui.helpers import (
    FOUR,
    SEVEN,
    Points,
    context_of,
    draw,
    idle,
    look_alike,
    on_screen,
    pixels,
)
from tests.helpers import untrained

each_panel = pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
FOLLOWS_THE_INK = ("network", "answer", "stages")
SAME_FOR_ALL_NETWORKS = ("stages", "training", "result", "library")
SCRIBBLE: list[Points] = [
    [(100, 100), (450, 130), (120, 300), (430, 420), (90, 470), (300, 60), (280, 500)]
]


def shown(qtbot, panel: Panel, context: ViewContext, size: tuple[int, int] = (760, 420)) -> QWidget:
    widget = panel.make(context)
    qtbot.addWidget(widget)
    widget.resize(*size)
    with qtbot.waitExposed(widget):
        widget.show()
    focused = widget.focusWidget()
    if focused is not None:  # as beside other panels, where the keyboard is elsewhere
        focused.clearFocus()
    jobs = [getattr(widget, name, None) for name in ("_background", "_loading")]
    qtbot.waitUntil(lambda: not any(job is not None and job.busy for job in jobs))
    idle()
    return widget


@each_panel
def test_names_are_for_people_and_tests(panel: Panel) -> None:
    assert panel.name.isidentifier()
    assert panel.title
    assert [other.name for other in PANELS].count(panel.name) == 1
    assert [other.title for other in PANELS].count(panel.title) == 1


@each_panel
@pytest.mark.parametrize("network", network_names())
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_blank_drawn_and_blank_again(
    qtbot, qapp, session: Session, context: ViewContext, panel: Panel, network: str, theme: str
) -> None:
    apply_theme(qapp, theme)
    session.use_network(network)
    widget = shown(qtbot, panel, context)
    blank = on_screen(widget)
    background = QColor((DARK if theme == "dark" else LIGHT).panel).getRgb()[:3]
    assert (blank[0, 0] == background).all()

    draw(session, FOUR)
    drawn = on_screen(widget)
    assert look_alike(drawn, pixels(widget))  # all that changed was painted
    if panel.name in FOLLOWS_THE_INK:
        assert not np.array_equal(drawn, blank)

    session.clear()
    idle()
    assert np.array_equal(on_screen(widget), blank)
    session.undo_stack.undo()
    idle()
    assert look_alike(on_screen(widget), drawn)
    for _ in FOUR:
        session.undo_stack.undo()
    idle()
    assert np.array_equal(on_screen(widget), blank)


@pytest.mark.parametrize("name", FOLLOWS_THE_INK)
def test_changes_while_the_stroke_grows(
    qtbot, session: Session, context: ViewContext, name: str
) -> None:
    (panel,) = [panel for panel in PANELS if panel.name == name]
    widget = shown(qtbot, panel, context)
    looks = [on_screen(widget)]
    session.begin_stroke(*SEVEN[0][0])
    for point in SEVEN[0][1:]:
        session.extend_stroke(*point)
        idle()
        looks.append(on_screen(widget))
    session.drop_stroke()
    idle()
    different = sum(not np.array_equal(one, other) for one, other in pairwise(looks))
    assert different >= 3  # the same answer may come twice
    assert np.array_equal(on_screen(widget), looks[0])


@each_panel
@pytest.mark.parametrize("size", [(1, 1), (2400, 1500), (700, 90), (120, 900)])
def test_any_size(
    qtbot, session: Session, context: ViewContext, panel: Panel, size: tuple[int, int]
) -> None:
    """A floating dock can be any size for a moment; warnings of Qt fail the test."""
    widget = panel.make(context)
    qtbot.addWidget(widget)
    widget.setMinimumSize(1, 1)
    widget.resize(*size)
    for lines in ([], FOUR):
        draw(session, lines)
        for ratio in (1.0, 1.5):
            pixels(widget, ratio)


@each_panel
@pytest.mark.parametrize("classes", [("yes", "no"), tuple(f"class {i}" for i in range(30))])
def test_other_classes(
    request, qtbot, settings: Settings, panel: Panel, classes: tuple[str, ...]
) -> None:
    session = Session(Recognizer("own", untrained(class_names=classes)))
    trainings = TrainingParts(session, settings)
    request.addfinalizer(trainings.shut_down)
    widget = shown(qtbot, panel, context_of(qtbot, session, settings, trainings))
    draw(session, FOUR)
    pixels(widget)


@each_panel
def test_made_in_the_middle_of_everything(
    qtbot, session: Session, context: ViewContext, panel: Panel
) -> None:
    """A panel that comes late shows what one shows that was there from the start."""
    early = shown(qtbot, panel, context)
    draw(session, FOUR)
    late = shown(qtbot, panel, context)
    assert look_alike(on_screen(late), on_screen(early))


@each_panel
def test_another_network_at_once(
    qtbot, session: Session, context: ViewContext, panel: Panel
) -> None:
    widget = shown(qtbot, panel, context)
    draw(session, FOUR)
    session.pins.pin(Unit("C3", 6, 5, 3))
    idle()
    before = on_screen(widget)
    session.use_network("lenet-5")
    idle()
    if panel.name not in SAME_FOR_ALL_NETWORKS:
        assert not np.array_equal(on_screen(widget), before)
    assert look_alike(on_screen(widget), pixels(widget))


@each_panel
def test_screen_readers_and_help(
    qtbot, session: Session, context: ViewContext, panel: Panel
) -> None:
    widget = shown(qtbot, panel, context)
    assert widget.accessibleName()
    assert widget.whatsThis()
    assert widget.objectName() == panel.name


# ---- the answer


@pytest.fixture
def answer(qtbot, session: Session) -> AnswerPanel:
    panel = AnswerPanel(session)
    qtbot.addWidget(panel)
    panel.resize(420, 260)
    return panel


def words(panel: AnswerPanel) -> list[str]:
    return [line.text for line in panel.lines()]


def test_all_words_are_within_a_narrow_panel(answer, session: Session, monkeypatch) -> None:
    """They need more than a line there."""
    answer.resize(230, 300)
    draw(session, SCRIBBLE)
    ends: dict[str, float] = {}
    draw_text = QPainter.drawText

    def note(painter: QPainter, *arguments: Any) -> object:
        area, flags, text = arguments
        ends[text] = painter.boundingRect(area, int(flags), text).right()
        return draw_text(painter, *arguments)

    monkeypatch.setattr(QPainter, "drawText", note)
    answer.grab()
    assert {line.text for line in answer.lines()} <= ends.keys()
    assert max(ends.values()) <= answer.width()


def test_caption_ends_before_the_classes(qtbot, qapp, session: Session) -> None:
    """However large letters are."""
    session.use_network("lenet-5-modern")
    panel = NetworkPanel(session)
    qtbot.addWidget(panel)
    panel.resize(970, 380)
    column = next(column for column in panel.columns() if column.pair)
    assert panel._caption(column, "4") == "weights of 4"
    font = panel.font()
    font.setPointSizeF(1.75 * font.pointSizeF())
    panel.setFont(font)
    panel.resize(710, 380)
    column = next(column for column in panel.columns() if column.pair)
    assert panel._caption(column, "4") == "weights"


def test_answer_of_a_softmax_network(answer: AnswerPanel, session: Session) -> None:
    session.use_network("lenet-5-modern")
    draw(session, FOUR)
    best, following, margin = words(answer)
    assert best.endswith("%")
    assert following.startswith("runner-up: ")
    assert following.endswith("%")
    assert margin == "margin >99.9 % · sure", "it is nearly all, not all"


def test_answer_in_penalties(answer: AnswerPanel, session: Session) -> None:
    session.use_network("lenet-5")
    draw(session, FOUR)
    best, following, certainty = words(answer)
    assert best.startswith("penalty ")
    assert "%" not in best + following
    first, second = (float(text.split()[-1]) for text in (best, following))
    assert first < second
    assert certainty == "certainty >99.9 % · sure"
    session.use_rule(RejectRule("margin", 0.0))
    assert float(words(answer)[2].split()[1]) == pytest.approx(second - first, abs=0.11)


def test_answer_that_is_not_sure(qtbot) -> None:
    rule = RejectRule("margin", 2.0)  # more than any margin can be
    session = Session(Recognizer("own", untrained(rejection=rule)))
    panel = AnswerPanel(session)
    qtbot.addWidget(panel)
    draw(session, FOUR)
    recognition = session.recognition
    first, second = (recognition.class_names[i] for i in recognition.ranking[:2])
    assert words(panel)[2] == f"Not sure: {first} or {second}?"
    assert panel.accessibleName() == "Answer: Not sure"


def test_no_answer_without_ink(answer: AnswerPanel, session: Session) -> None:
    draw(session, FOUR)
    session.clear()
    idle()
    assert words(answer) == []


def test_answer_is_announced(answer: AnswerPanel, session: Session) -> None:
    assert answer.accessibleName() == "Answer: Nothing drawn"
    draw(session, FOUR)
    assert answer.accessibleName() == "Answer: 4"
    session.undo_stack.undo()
    session.clear()
    draw(session, SEVEN)
    assert answer.accessibleName() == "Answer: 7"
    session.clear()
    idle()
    assert answer.accessibleName() == "Answer: Nothing drawn"


def test_answer_is_spoken_when_it_stands(
    answer: AnswerPanel, session: Session, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    """And once, however often the same is read."""
    spoken: list[str] = []

    def note(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            spoken.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    answer._speaking.setInterval(20)
    draw(session, FOUR)
    qtbot.waitUntil(lambda: spoken == ["Answer: 4"])
    assert "certainty" in answer.accessibleDescription()
    session.use_network("lenet-5-tanh")
    idle()
    qtbot.waitUntil(lambda: not answer._speaking.isActive())
    session.clear()
    idle()
    qtbot.waitUntil(lambda: not answer._speaking.isActive())
    assert spoken == ["Answer: 4"]  # an empty page says nothing
    assert answer.accessibleDescription() == ""


def test_scribble_is_no_digit(answer: AnswerPanel, session: Session) -> None:
    draw(session, SCRIBBLE)
    assert session.recognition.label is None
    assert answer.accessibleName() == "Answer: Not sure"
