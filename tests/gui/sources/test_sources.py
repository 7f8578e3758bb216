"""Every source of the table: made, shown, left and come back to."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from lenet_gui.gui.appearance.theme import apply_theme, theme_of
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.session.view_context import ViewContext
from lenet_gui.gui.sources import SOURCES, Source
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import FOUR, draw, finish_work, idle, on_screen, pixels

each_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)


@pytest.fixture
def made(qtbot, context: ViewContext, source: Source) -> QWidget:
    widget = source.make(context)
    qtbot.addWidget(widget)
    widget.resize(420, 480)
    with qtbot.waitExposed(widget):
        widget.show()
    finish_work()  # some read files when they are first shown
    return widget


@each_source
def test_names_are_for_people_and_tests(source: Source) -> None:
    assert source.name.isidentifier()
    assert source.tip
    assert [other.name for other in SOURCES].count(source.name) == 1
    assert [other.title for other in SOURCES].count(source.title) == 1


@each_source
def test_takes_the_focus(made: QWidget) -> None:
    """Shown, it can be used with the keyboard at once."""
    made.activateWindow()
    made.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is not made
    assert made.isAncestorOf(focus)
    assert focus.accessibleName()


@each_source
@pytest.mark.parametrize("size", [(1, 1), (180, 300), (1500, 1000)])
def test_any_size(made: QWidget, session: Session, size: tuple[int, int]) -> None:
    made.setMinimumSize(1, 1)
    for lines in ([], FOUR):
        draw(session, lines)
        made.resize(*size)
        idle()
        pixels(made)


@each_source
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_theme(made: QWidget, qapp, theme: str) -> None:
    apply_theme(qapp, theme)
    idle()
    assert theme_of(made).name == theme
    pixels(made)


@each_source
def test_what_is_on_the_page_stays(window: MainWindow, source: Source) -> None:
    """Another source is another way in, not another page."""
    draw(window.session, FOUR)
    drawing = window.session.drawing
    for name in (source.name, SOURCES[0].name, source.name):
        window.menus.actions[f"source:{name}"].trigger()
        finish_work()
        assert window.sources.currentWidget() is window.sources.made[name]
        assert window.session.drawing is drawing
        if window.session.watched is None:  # else it is not the page that is read
            assert window.windowTitle() == "4 – lenet_gui"
        assert on_screen(window).shape == pixels(window).shape


def test_made_when_first_asked_for(window: MainWindow) -> None:
    assert set(window.sources.made) == {SOURCES[0].name}


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_nothing_moves_when_another_source_is_chosen(window: MainWindow, qtbot) -> None:
    window.resize(1366, 740)
    idle()
    widths = []
    for source in SOURCES:
        window.sources.bring(source.name)
        idle()
        widths.append(window.sources.width())
    assert widths == [widths[0]] * len(SOURCES)
    qtbot.waitUntil(lambda: not window.sources.made["mnist"]._background.busy)
