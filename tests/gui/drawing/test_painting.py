"""The page in its colours, with a network that sees pictures."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog, QToolButton

from lenet_gui.common.values import BLACK, WHITE, Drawing, Picture
from lenet_gui.engine.ink.painting import painting_of
from lenet_gui.gui.appearance.theme import LIGHT, apply_theme
from lenet_gui.gui.documents.mime_data import drawing_in, image_in
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.drawing.colour_buttons import OFFERED, ColourButton
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.sources.drawing import DrawingSource
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import (
    FOUR,
    child_of,
    draw,
    finish_work,
    idle,
    on_canvas,
    on_screen,
    pixels,
    write,
)
from tests.gui.picture_networks import (
    BLUE,
    RED,
    YELLOW,
    quarters,
    red_four_on_yellow,
    seeing_pictures,
)
from tests.helpers import default_recognizer


@pytest.fixture
def session(session: Session) -> Session:
    session.use(seeing_pictures())
    return session


def shown_at(canvas: Canvas, x: float, y: float) -> tuple[int, ...]:
    """The colour on the screen at a place of the page."""
    at = on_canvas(canvas, x, y)
    return tuple(pixels(canvas)[at.y(), at.x()].tolist())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_is_shown_in_its_colours(canvas: Canvas, session: Session, theme: str) -> None:
    apply_theme(QApplication.instance(), theme)  # type: ignore[arg-type]
    session.replace_drawing(red_four_on_yellow(), "")
    idle()
    assert shown_at(canvas, 20, 20) == YELLOW
    assert shown_at(canvas, *FOUR[0][2]) == RED
    assert shown_at(canvas, *FOUR[1][1]) == BLUE
    page = canvas.page_rect()
    whole = painting_of(session.drawing, page.width() / 560)
    first, last = int(page.x()) + 3, int(page.right()) - 3
    assert np.array_equal(pixels(canvas)[first:last, first:last], whole[3:-3, 3:-3][:374, :374])


def test_drawn_in_colour_bit_by_bit(canvas: Canvas, session: Session) -> None:
    session.set_pen_colour(RED)
    write(canvas, FOUR)
    idle()
    assert [stroke.colour for stroke in session.drawing.strokes] == [RED, RED]
    seen = on_screen(canvas)
    canvas.repaint()
    at = on_canvas(canvas, *FOUR[1][1])
    assert tuple(seen[at.y(), at.x()]) == RED
    assert np.array_equal(seen, on_screen(canvas))


def test_a_colour_picture_lies_under_the_strokes(canvas: Canvas, session: Session) -> None:
    session.put_picture(Picture(np.zeros((60, 60), np.uint8), rgb=quarters(60, 60)), "Open")
    draw(session, [[(280, 280), (282, 280)]])
    assert shown_at(canvas, 100, 100) == (255, 0, 0)
    assert shown_at(canvas, 460, 100) == (0, 255, 0)
    assert shown_at(canvas, 280, 280) == BLACK


def test_an_ink_network_shows_ink_and_the_colours_come_back(
    canvas: Canvas, session: Session
) -> None:
    session.replace_drawing(red_four_on_yellow(), "")
    session.use(default_recognizer())
    idle()
    assert shown_at(canvas, 20, 20) == (255, 255, 255)
    assert shown_at(canvas, *FOUR[0][2]) == QColor(LIGHT.ink).getRgb()[:3]
    assert session.recognition.label == "4"
    session.use(seeing_pictures())
    idle()
    assert shown_at(canvas, *FOUR[0][2]) == RED


@pytest.mark.parametrize("paper", [WHITE, (10, 20, 40)])
def test_the_invitation_is_legible_on_any_paper(
    canvas: Canvas, session: Session, paper: tuple[int, int, int]
) -> None:
    apply_theme(QApplication.instance(), "dark")  # type: ignore[arg-type]
    session.replace_drawing(Drawing(paper=paper), "")
    idle()
    shown = pixels(canvas).astype(int)
    middle = shown[150:250, 60:340]
    assert np.abs(middle - paper).max() > 90


# ---- the buttons


@pytest.fixture
def source(qtbot, session: Session) -> DrawingSource:
    source = DrawingSource(session, lambda: None)
    qtbot.addWidget(source)
    source.resize(420, 440)
    with qtbot.waitExposed(source):
        source.show()
    return source


def button(source: DrawingSource, name: str) -> ColourButton:
    return child_of(source, ColourButton, name)


def pick(button: ColourButton, name: str) -> None:
    """Open the menu and choose an entry, as a person does."""
    menu = button.menu()
    menu.aboutToShow.emit()
    (entry,) = [action for action in menu.actions() if action.text() == name]
    entry.trigger()


def test_a_pen_and_a_paper_are_chosen(source: DrawingSource, session: Session) -> None:
    pick(button(source, "pen-colour"), "Red")
    pick(button(source, "paper-colour"), "Yellow")
    colours = dict(OFFERED)
    write(source.canvas, FOUR)
    idle()
    assert session.drawing.strokes[0].colour == colours["Red"]
    assert session.drawing.paper == colours["Yellow"]
    assert shown_at(source.canvas, 20, 20) == colours["Yellow"]
    assert button(source, "pen-colour").accessibleName() == "Pen colour: Red"
    assert button(source, "paper-colour").accessibleName() == "Paper colour: Yellow"
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.undo_stack.undoText() == "Paper colour"
    session.undo_stack.undo()
    assert session.drawing.paper == WHITE
    assert button(source, "paper-colour").accessibleName() == "Paper colour: White"


def test_any_other_colour(source: DrawingSource, session: Session) -> None:
    pen = button(source, "pen-colour")
    pick(pen, "&Other …")
    dialog = child_of(pen, QColorDialog)
    dialog.setCurrentColor(QColor(1, 2, 3))
    dialog.accept()
    assert session.pen_colour == (1, 2, 3)
    assert pen.accessibleName() == "Pen colour: #010203"
    pen.menu().aboutToShow.emit()
    marked = [action.text() for action in pen.menu().actions() if action.isChecked()]
    assert marked == ["#010203"]


def test_only_painters_have_the_buttons(qtbot, session: Session) -> None:
    session.use(default_recognizer())
    source = DrawingSource(session, lambda: None)
    qtbot.addWidget(source)
    source.show()
    assert source.findChildren(ColourButton) == []
    session.use(seeing_pictures())
    assert button(source, "pen-colour").isVisible()
    session.use(default_recognizer())
    assert not button(source, "pen-colour").isVisible()


def test_keys_reach_the_buttons(source: DrawingSource, qtbot) -> None:
    names = []
    source.canvas.setFocus()
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {"pen-colour", "paper-colour"} <= set(names)


def test_the_tools_fit_beside_each_other(source: DrawingSource) -> None:
    """As narrow as on a screen of 1024 x 600."""
    source.resize(300, 320)
    idle()
    tools = [child_of(source, QToolButton, name) for name in ("pen-colour", "eraser")]
    for tool in tools:
        place = tool.mapTo(source, tool.rect().bottomRight())
        assert place.x() < source.width()
        assert tool.width() >= tool.minimumSizeHint().width()


# ---- out of the program


def test_the_painting_is_copied_and_saved(window: MainWindow, session: Session, tmp_path) -> None:
    session.replace_drawing(red_four_on_yellow(), "")
    finish_work()
    window.commands.documents.copy()
    data = QApplication.clipboard().mimeData()
    image = image_in(data)
    assert image is not None
    assert np.array_equal(pixels(image), painting_of(session.drawing, 1.0))
    pasted = drawing_in(data)
    assert pasted is not None
    assert pasted.paper == YELLOW
    assert [stroke.colour for stroke in pasted.strokes] == [RED, BLUE]
    path = tmp_path / "page.png"
    window.commands.documents.save_to(path)
    finish_work()
    assert tuple(pixels(QImage(str(path)))[3, 3]) == YELLOW
