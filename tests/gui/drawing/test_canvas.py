"""Drawing with mouse and pen on the canvas: what arrives on the page, what is seen."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.gui.appearance.theme import DARK, LIGHT, apply_theme
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.session.session import Session
from tests.gui.helpers import (
    FOUR,
    SEVEN,
    draw,
    drawing_of,
    idle,
    inked,
    on_canvas,
    on_screen,
    pixels,
    press,
    release,
    write,
)

SIZES = [(200, 200), (401, 300), (300, 700), (1000, 1000)]
RATIOS = [1.0, 1.5, 2.0]


class DenseCanvas(Canvas):
    """As on a screen with so many device pixels a pixel."""

    ratio = 1.0

    def devicePixelRatioF(self) -> float:
        return self.ratio


@pytest.fixture
def canvas(qtbot, session: Session) -> DenseCanvas:
    canvas = DenseCanvas(session)
    qtbot.addWidget(canvas)
    canvas.resize(400, 400)
    QCursor.setPos(799, 799)  # away, or the ring of the pen is seen
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


def resized(canvas: Canvas, size: tuple[int, int]) -> Canvas:
    canvas.resize(*size)
    idle()
    return canvas


def colors(*names: str) -> np.ndarray:
    return np.array([QColor(name).getRgb()[:3] for name in names])


# ---- the mouse


@pytest.mark.parametrize("size", SIZES)
def test_stroke_at_the_right_place_of_the_page(
    canvas: DenseCanvas, session: Session, size: tuple[int, int]
) -> None:
    resized(canvas, size)
    write(canvas, FOUR)
    assert len(session.drawing.strokes) == 2
    pixel = 560 / canvas.page_rect().width()
    for stroke, line in zip(session.drawing.strokes, FOUR, strict=True):
        assert np.abs(stroke.points - line).max() <= pixel / 2 + 1e-3


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("ratio", RATIOS)
def test_ink_is_seen_where_the_mouse_was(
    canvas: DenseCanvas, session: Session, size: tuple[int, int], ratio: float
) -> None:
    canvas.ratio = ratio
    resized(canvas, size)
    pixels(canvas, ratio)  # shown once while empty
    places = [on_canvas(canvas, *point) for point in FOUR[1]]
    write(canvas, FOUR[1:])
    shown = inked(canvas, ratio)
    reach = session.pen_width / 560 * canvas.page_rect().width() / 2
    for place in places:
        row, column = int(place.y() * ratio), int(place.x() * ratio)
        assert shown[row, column]
    rows, columns = np.nonzero(shown)
    xs, ys = ([place.x() for place in places], [place.y() for place in places])
    for found, wanted in (
        (columns.min(), min(xs) - reach),
        (columns.max() + 1, max(xs) + reach),
        (rows.min(), min(ys) - reach),
        (rows.max() + 1, max(ys) + reach),
    ):
        assert found / ratio == pytest.approx(wanted, abs=1.6)


@pytest.mark.parametrize("ratio", RATIOS)
def test_shown_ink_is_the_read_ink(canvas: DenseCanvas, session: Session, ratio: float) -> None:
    """The canvas at its resolution and the picture that is read show the same."""
    canvas.ratio = ratio
    resized(canvas, (580, 580))
    session.replace_drawing(drawing_of(FOUR), "")
    page = canvas.page_rect()
    assert (page.width(), page.height()) == (560, 560)
    first = int(page.x() * ratio)
    side = int(560 * ratio)
    paper, ink = colors(LIGHT.paper, LIGHT.ink)
    shown = pixels(canvas, ratio)[first : first + side, first : first + side]
    darkness = (paper - shown.astype(float)).mean(axis=2) / (paper - ink).mean()
    wanted = drawing_picture(session.drawing, ratio).ink / 255
    edge = 4  # the frame of the page lies over it
    assert np.abs(darkness - wanted)[edge:-edge, edge:-edge].max() < 0.02


def test_painted_bit_by_bit_as_at_once(canvas: DenseCanvas) -> None:
    """Only the new segment is painted; nothing may be missing or left over."""
    for line in SEVEN:
        places = [on_canvas(canvas, *point) for point in line]
        press(canvas, places[0])
        for place in places[1:]:
            QTest.mouseMove(canvas, place)
            idle()
            assert np.array_equal(on_screen(canvas), pixels(canvas))
        release(canvas, places[-1])
    idle()
    assert np.array_equal(on_screen(canvas), pixels(canvas))


def test_ink_appears_while_the_button_is_down(canvas: DenseCanvas, session: Session) -> None:
    press(canvas, QPoint(100, 100))
    assert inked(canvas)[100, 100]
    QTest.mouseMove(canvas, QPoint(200, 100))
    idle()
    assert inked(canvas)[100, 150]
    assert session.recognition.reason != "blank"
    assert not session.drawing.strokes
    release(canvas, QPoint(200, 100))
    assert len(session.drawing.strokes) == 1


def test_click_leaves_a_dot(canvas: DenseCanvas, session: Session) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(120, 220))
    assert [len(stroke.points) for stroke in session.drawing.strokes] == [1]
    assert inked(canvas)[220, 120]


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_do_not_draw(
    canvas: DenseCanvas, session: Session, button: Qt.MouseButton
) -> None:
    press(canvas, QPoint(100, 100), button)
    QTest.mouseMove(canvas, QPoint(200, 200))
    release(canvas, QPoint(200, 200), button)
    assert session.live is None
    assert session.drawing.empty


def test_right_click_while_drawing_ends_the_stroke(canvas: DenseCanvas, session: Session) -> None:
    press(canvas, QPoint(100, 100))
    QTest.mouseMove(canvas, QPoint(150, 150))
    press(canvas, QPoint(150, 150), Qt.MouseButton.RightButton)
    assert session.live is None
    release(canvas, QPoint(150, 150), Qt.MouseButton.RightButton)
    QTest.mouseMove(canvas, QPoint(200, 100))
    release(canvas, QPoint(200, 100))
    (stroke,) = session.drawing.strokes
    wanted = [canvas.to_page(QPointF(*place)) for place in ((100, 100), (150, 150))]
    assert np.allclose(stroke.points, wanted, atol=1e-3)


def test_moving_without_a_button_does_not_draw(canvas: DenseCanvas, session: Session) -> None:
    QTest.mouseMove(canvas, QPoint(50, 50))
    QTest.mouseMove(canvas, QPoint(150, 150))
    assert session.live is None
    assert session.drawing.empty


def test_drawing_over_the_edge_is_clipped(canvas: DenseCanvas, session: Session) -> None:
    press(canvas, QPoint(200, 200))
    QTest.mouseMove(canvas, QPoint(900, -300))
    release(canvas, QPoint(900, -300))
    idle()
    assert len(session.drawing.strokes) == 1
    page = canvas.page_rect()
    outside = np.ones(inked(canvas).shape, bool)
    outside[int(page.top()) : int(page.bottom()), int(page.left()) : int(page.right())] = False
    assert not (inked(canvas) & outside).any()


def test_escape_drops_the_stroke(canvas: DenseCanvas, session: Session) -> None:
    write(canvas, FOUR[:1])
    shown, drawing = pixels(canvas), session.drawing
    press(canvas, on_canvas(canvas, 300, 100))
    QTest.mouseMove(canvas, on_canvas(canvas, 300, 400))
    assert not np.array_equal(pixels(canvas), shown)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    idle()
    assert session.live is None
    assert session.drawing is drawing
    QTest.mouseMove(canvas, on_canvas(canvas, 500, 500))  # the button is still down
    release(canvas, on_canvas(canvas, 500, 500))
    assert session.drawing is drawing
    QTest.mouseMove(canvas, on_canvas(canvas, *FOUR[0][-1]))  # the pen's ring is seen, too
    idle()
    assert np.array_equal(inked(canvas), (shown == colors(LIGHT.ink)).all(axis=2))


def test_shift_draws_a_straight_segment(canvas: DenseCanvas, session: Session) -> None:
    press(canvas, QPoint(100, 100))
    QTest.mouseMove(canvas, QPoint(110, 120))
    for at in (QPoint(150, 300), QPoint(220, 180), QPoint(300, 130)):
        position = QPointF(at)
        send_move(canvas, position, Qt.KeyboardModifier.ShiftModifier)
    release(canvas, QPoint(300, 130))
    (stroke,) = session.drawing.strokes
    places = ((100, 100), (110, 120), (110, 120), (300, 130))  # twice: a corner
    wanted = [canvas.to_page(QPointF(*at)) for at in places]
    assert np.abs(stroke.points - np.array(wanted)).max() < 1e-3


def send_move(widget: QWidget, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
    """A move with the left button down and a key held, which QTest has no call for."""
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, widget.mapToGlobal(at), Qt.MouseButton.NoButton, left, modifiers
    )
    QCoreApplication.sendEvent(widget, event)


# ---- what is seen


def hint_pixels(canvas: Canvas) -> int:
    """How many pixels of the middle of the page are neither paper nor full ink."""
    middle = canvas.page_rect().center().toPoint()
    part = pixels(canvas)[middle.y() - 15 : middle.y() + 15, middle.x() - 60 : middle.x() + 60]
    paper = (part == colors(LIGHT.paper)).all(axis=2)
    return int((~paper).sum())


def test_hint_only_when_empty(canvas: DenseCanvas, session: Session) -> None:
    empty = pixels(canvas)
    assert hint_pixels(canvas) > 50
    press(canvas, QPoint(60, 60))
    assert hint_pixels(canvas) == 0  # gone with the first ink, before the button is up
    release(canvas, QPoint(60, 60))
    assert hint_pixels(canvas) == 0
    for step, shown in (
        (session.undo_stack.undo, True),
        (session.undo_stack.redo, False),
        (session.clear, True),
    ):
        step()
        idle()
        assert (hint_pixels(canvas) > 0) == shown
        if shown:
            assert np.array_equal(pixels(canvas), empty)
        assert np.array_equal(on_screen(canvas), pixels(canvas))


@pytest.mark.parametrize("size", SIZES)
def test_page_is_a_square_in_the_middle(canvas: DenseCanvas, size: tuple[int, int]) -> None:
    page = resized(canvas, size).page_rect()
    assert page.width() == page.height()
    assert page.width() >= min(size) - 24
    assert QPointF(page.center() - QPointF(size[0] / 2, size[1] / 2)).manhattanLength() <= 1


def test_resize_keeps_the_drawing(canvas: DenseCanvas, session: Session) -> None:
    write(canvas, FOUR)
    drawing, first = session.drawing, pixels(canvas)
    for size in ((250, 500), (640, 480)):
        resized(canvas, size)
        assert session.drawing is drawing
        shown = inked(canvas)
        for line in FOUR:
            for point in line:
                place = on_canvas(canvas, *point)
                assert shown[place.y(), place.x()]
    resized(canvas, (400, 400))
    assert np.array_equal(pixels(canvas), first)


def test_resize_in_the_middle_of_a_stroke(canvas: DenseCanvas, session: Session) -> None:
    press(canvas, on_canvas(canvas, *FOUR[1][0]))
    QTest.mouseMove(canvas, on_canvas(canvas, *FOUR[1][2]))
    resized(canvas, (600, 600))
    QTest.mouseMove(canvas, on_canvas(canvas, *FOUR[1][3]))
    release(canvas, on_canvas(canvas, *FOUR[1][3]))
    (stroke,) = session.drawing.strokes
    wanted = [FOUR[1][0], FOUR[1][2], FOUR[1][3]]
    assert np.abs(stroke.points - np.array(wanted)).max() < 1.0


def test_dark_theme_shows_light_ink(canvas: DenseCanvas, session: Session, qapp) -> None:
    draw(session, FOUR)
    apply_theme(qapp, "dark")
    idle()
    shown, place = pixels(canvas), on_canvas(canvas, *FOUR[1][2])
    assert (shown[place.y(), place.x()] == colors(DARK.ink)[0]).all()
    corner = on_canvas(canvas, 20, 20)
    assert (shown[corner.y(), corner.x()] == colors(DARK.paper)[0]).all()


def test_screen_reader_knows_the_canvas(canvas: DenseCanvas) -> None:
    assert canvas.accessibleName()
    assert canvas.accessibleDescription()
    assert canvas.whatsThis()
    assert canvas.focusPolicy() & Qt.FocusPolicy.TabFocus
