"""What is drawn, its history, and that the answer belongs to it: against any sequence of steps."""

import math

import numpy as np
import pytest
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from lenet_gui.common.values import Drawing, Picture, Recognition, Stroke
from lenet_gui.engine.checkpoints.named_networks import network_names
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.gui.session.session import MOST_UNDONE, NARROWEST_PEN, WIDEST_PEN, Session
from tests.gui.helpers import FOUR, ONE, SEVEN, Points, draw, drawing_of, idle
from tests.helpers import default_recognizer

# Quarters of a unit: finer than any pointer.
coordinates = st.integers(-160, 2400).map(lambda quarters: quarters / 4)
points = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=5)
widths = st.sampled_from([8.0, 36.0, 90.0])
pressures = st.sampled_from([math.nan, 0.2, 1.0])


def same_stroke(one: Stroke, other: Stroke) -> bool:
    alike = (one.width, one.curved) == (other.width, other.curved)
    return alike and np.array_equal(one.points, other.points)


class Histories(RuleBasedStateMachine):
    """The model: a list of drawings, and where in it we are."""

    @initialize()
    def start(self) -> None:
        self.session = Session(default_recognizer())
        self.states: list[Drawing] = [self.session.drawing]
        self.at = 0

    def changed(self) -> None:
        self.states[self.at + 1 :] = [self.session.drawing]
        self.at += 1

    @property
    def drawn(self) -> Drawing:
        return self.states[self.at]

    @rule(line=points, width=widths, pressure=pressures)
    def stroke(self, line: Points, width: float, pressure: float) -> None:
        self.session.set_pen_width(width)
        (x, y), *others = line
        self.session.begin_stroke(x, y, pressure)
        for x, y in others:
            self.session.extend_stroke(x, y, pressure)
            idle()
        if self.live_before is not None:  # a second pointer ends the first one's stroke
            self.changed_by(self.live_before)
        self.session.end_stroke()
        stroke = self.session.drawing.strokes[-1]
        assert np.array_equal(stroke.points, np.array(line, np.float32))
        assert stroke.width == width
        self.changed_by(stroke)

    live_before: Stroke | None = None

    def changed_by(self, stroke: Stroke) -> None:
        """One more stroke, which the session has put onto the page."""
        strokes = self.drawn.strokes
        after = self.session.drawing
        known = len(strokes)
        assert all(old is new for old, new in zip(strokes, after.strokes, strict=False))
        assert same_stroke(after.strokes[known], stroke)
        part = Drawing(after.strokes[: known + 1], after.size, after.picture)
        self.states[self.at + 1 :] = [part if part.strokes != after.strokes else after]
        self.at += 1
        self.live_before = None

    @rule(line=points)
    def stroke_that_is_still_drawn(self, line: Points) -> None:
        if self.session.live is None:
            self.session.begin_stroke(*line[0])
            line = line[1:]
        for point in line:
            self.session.extend_stroke(*point)
        assert self.session.live is not None
        self.live_before = self.session.live.stroke()

    @precondition(lambda self: self.session.live is not None and len(self.session.live) > 1)
    @rule(line=points)
    def straight_segment(self, line: Points) -> None:
        live = self.session.live
        assert live is not None
        anchor = len(live) - 1
        for point in line:
            self.session.extend_stroke(*point, straight_from=anchor)
            idle()
        assert self.session.live is live
        assert anchor < len(live) <= anchor + 2  # where the straight segment begins is a corner
        self.live_before = live.stroke()

    @precondition(lambda self: self.session.live is not None)
    @rule()
    def end(self) -> None:
        stroke = self.live_before
        assert stroke is not None
        self.session.end_stroke()
        self.changed_by(stroke)

    @rule()
    def drop(self) -> None:
        self.session.drop_stroke()
        self.live_before = None

    @rule()
    def undo(self) -> None:
        able = self.session.undo_stack.canUndo()
        assert able == (self.at > 0)
        self.session.undo_stack.undo()
        if able:
            self.at -= 1
            self.live_before = None  # undo takes the unfinished stroke with it

    @rule()
    def redo(self) -> None:
        """Also while a stroke is drawn, as the keyboard can do."""
        able = self.session.undo_stack.canRedo()
        assert able == (self.at < len(self.states) - 1)
        self.session.undo_stack.redo()
        self.live_before = self.session.live.stroke() if self.session.live else None
        if able:
            self.at += 1

    @rule()
    def clear(self) -> None:
        empty = self.drawn.empty
        self.session.clear()
        self.live_before = None
        if not empty:
            self.changed()
        assert self.session.drawing.empty

    @rule(lines=st.lists(points, max_size=3))
    def replace(self, lines: list) -> None:
        drawing = drawing_of(lines)
        self.session.replace_drawing(drawing, "Open")
        self.live_before = None
        self.changed()
        assert self.session.drawing is drawing

    @rule(side=st.integers(1, 40), grey=st.integers(0, 255))
    def picture(self, side: int, grey: int) -> None:
        ink = np.zeros((side, side), np.uint8)
        ink[side // 4 : side // 2 + 1, side // 3 : side // 2 + 1] = grey
        self.session.put_picture(Picture(ink), "Paste")
        self.live_before = None
        self.changed()

    @precondition(lambda self: self.session.live is None)
    @rule(at=st.tuples(coordinates, coordinates), kept=st.booleans())
    def erase(self, at: tuple, kept: bool) -> None:
        before = self.drawn
        self.session.erase(*at)
        assert set(self.session.drawing.strokes) <= set(before.strokes)
        if not kept:
            self.session.drop_stroke()
            assert self.session.drawing is before
            return
        self.session.end_erasing()
        if self.session.drawing is not before:
            self.changed()

    @invariant()
    def page_is_the_model(self) -> None:
        found, wanted = self.session.drawing, self.drawn
        assert found.strokes == wanted.strokes
        assert found.picture is wanted.picture

    @invariant()
    def answer_belongs_to_the_page(self) -> None:
        """The ink that was kept up with step by step is the ink drawn from scratch."""
        idle()
        drawing, live = self.session.drawing, self.session.live
        if live is not None:
            strokes = (*drawing.strokes, live.stroke())
            drawing = Drawing(strokes, drawing.size, drawing.picture)
        wanted = drawing_picture(drawing)
        read = self.session.recognition
        assert np.array_equal(read.picture.ink, wanted.ink)
        again = default_recognizer().recognize(wanted)
        assert (read.label, read.reason) == (again.label, again.reason)
        assert np.array_equal(read.scores, again.scores)


Histories.TestCase.settings = hypothesis_settings(
    max_examples=60, stateful_step_count=25, deadline=None
)


TestHistories = pytest.mark.usefixtures("qapp")(Histories.TestCase)


def test_every_change_is_read(session: Session) -> None:
    heard: list[Recognition] = []
    session.recognized.connect(heard.append)
    for step in (
        lambda: draw(session, FOUR),
        session.clear,
        session.undo_stack.undo,
        session.undo_stack.undo,
        session.undo_stack.redo,
    ):
        step()
        idle()
    assert heard[-1] is session.recognition
    assert session.recognition.label == "4"
    assert [recognition.label for recognition in heard[1:4]] == [None, "4", heard[3].label]
    assert [recognition.reason == "blank" for recognition in heard[:2]] == [False, True]


def test_many_points_are_one_reading(session: Session) -> None:
    """A pointer that is faster than the reader does not queue up readings."""
    heard: list[Recognition] = []
    session.recognized.connect(heard.append)
    session.begin_stroke(100, 100)
    for step in range(300):
        session.extend_stroke(100 + step, 120)
    idle()
    assert len(heard) == 1


@pytest.mark.parametrize(("lines", "label"), [(ONE, "1"), (FOUR, "4"), (SEVEN, "7")])
@pytest.mark.parametrize("name", network_names())
def test_every_reader_reads(session: Session, lines: list, label: str, name: str) -> None:
    session.use_network(name)
    draw(session, lines)
    assert session.recognition.label == label
    assert session.recognition.network == name


def test_another_reader_reads_the_same_ink_at_once(session: Session) -> None:
    draw(session, FOUR)
    before = session.recognition
    other = next(name for name in network_names() if name != session.recognizer.name)
    session.use_network(other)
    assert session.recognition.network == other
    assert np.array_equal(session.recognition.picture.ink, before.picture.ink)


def test_pen_width_stays_within_reason(session: Session) -> None:
    for width, wanted in ((1e9, WIDEST_PEN), (-5.0, NARROWEST_PEN), (50.0, 50.0)):
        session.set_pen_width(width)
        assert session.pen_width == wanted


def test_times_begin_with_the_first_stroke(session: Session) -> None:
    draw(session, FOUR)
    first, second = (stroke.times for stroke in session.drawing.strokes)
    assert first[0] in (0, 1)
    assert np.all(np.diff(np.concatenate([first, second])) >= 0)


def test_what_can_be_undone_does_not_fill_the_memory(session: Session) -> None:
    for turn in range(MOST_UNDONE + 30):
        session.begin_stroke(turn, 10.0)
        session.end_stroke()
    for _ in range(MOST_UNDONE + 30):
        session.undo_stack.undo()
    assert len(session.drawing.strokes) == 30
