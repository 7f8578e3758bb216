"""The tabs over the page: each is a click or a key away, and all of them follow what is shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.session.view_context import ViewContext
from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.widgets.quiet_tabs import QuietTabs
from lenet_gui.gui.window import page_area
from lenet_gui.gui.window.assembly import complete
from lenet_gui.gui.window.main_window import FIRST_SIZE, MainWindow
from lenet_gui.gui.window.page_area import PageArea
from lenet_gui.gui.window.source_stack import SourceStack
from tests.gui.helpers import child_of, finish_work, idle, look_alike, pixels

MOST_TABS = 5  # side by side over a page
NARROW = 250  # pixels of the page in the workspace with the most panels
NAMES = [source.name for source in SOURCES]
TITLES = {"drawing": "Draw", "camera": "Camera", "picture": "Picture", "mnist": "MNIST",
          "field": "Field"}  # fmt: skip

# The platform without a screen cannot raise windows or keep their least sizes, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def tabs_of(window: MainWindow | PageArea) -> QuietTabs:
    return child_of(window, QuietTabs, "source-tabs")


def seen(tabs: QuietTabs) -> list[str]:
    """The names of the sources whose tabs are there."""
    return [name for place, name in enumerate(NAMES) if tabs.isTabVisible(place)]


def chosen(window: MainWindow) -> str:
    """The source that is shown, of which menu and tab agree."""
    name = NAMES[tabs_of(window).currentIndex()]
    assert window.sources.currentWidget() is window.sources.made[name]
    assert window.menus.actions[f"source:{name}"].isChecked()
    return name


def click_tab(tabs: QuietTabs, name: str) -> None:
    at = tabs.tabRect(NAMES.index(name)).center()
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=at)


@pytest.fixture
def two_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """MNIST's digits belong to two workspaces alone."""
    table = tuple(
        replace(source, workspaces=("train", "data")) if source.name == "mnist" else source
        for source in SOURCES
    )
    monkeypatch.setattr(page_area, "SOURCES", table)


@pytest.fixture
def area(qtbot, context: ViewContext, two_kinds: None) -> PageArea:
    stack = SourceStack()
    area = PageArea(stack)
    qtbot.addWidget(area)
    area.show()
    stack.begin(context)
    return area


# ---- hands


def test_sources_are_a_click_away(window: MainWindow) -> None:
    window.workspaces.show_workspace("look_inside")
    idle()
    assert seen(tabs_of(window)) == NAMES
    for name in reversed(NAMES):
        click_tab(tabs_of(window), name)
        finish_work()
        assert chosen(window) == name
        focus = window.focusWidget()
        assert focus is not None
        assert window.sources.shown.isAncestorOf(focus), "the keyboard has not come along"


def test_another_button_of_the_mouse_chooses_nothing(window: MainWindow) -> None:
    tabs = tabs_of(window)
    at = tabs.tabRect(2).center()
    QTest.mouseClick(tabs, Qt.MouseButton.RightButton, pos=at)
    assert chosen(window) == "drawing"


def test_tabs_follow_the_menu(window: MainWindow) -> None:
    for name in ("mnist", "picture", "drawing"):
        window.menus.actions[f"source:{name}"].trigger()
        finish_work()
        assert chosen(window) == name


def test_keys_go_from_tab_to_tab_and_the_source_follows(window: MainWindow, qtbot) -> None:
    tabs = tabs_of(window)
    window.activateWindow()
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(tabs.hasFocus)
    for key, name in ((Qt.Key.Key_Right, "camera"), (Qt.Key.Key_Right, "picture")):
        QTest.keyClick(tabs, key)
        qtbot.waitUntil(lambda name=name: window.sources.name == name)
        finish_work()
        assert chosen(window) == name
        assert tabs.hasFocus(), "the next key would go to the source"
    QTest.keyClick(tabs, Qt.Key.Key_Return)
    focus = window.focusWidget()
    assert focus is not None
    assert window.sources.shown.isAncestorOf(focus)


def test_tab_key_reaches_the_tabs(window: MainWindow, qtbot) -> None:
    tabs = tabs_of(window)
    window.activateWindow()
    for _ in range(60):
        if tabs.hasFocus():
            return
        focus = window.focusWidget() or window
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    pytest.fail("60 times Tab, and never the tabs")


def test_keys_that_pass_over_a_tab_do_not_make_its_source(window: MainWindow, qtbot) -> None:
    """The camera's would load Qt's multimedia, and look for cameras."""
    tabs = tabs_of(window)
    for _ in range(2):
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.sources.name == "picture")
    assert chosen(window) == "picture"
    assert set(window.sources.made) == {"drawing", "picture"}


def test_a_choice_elsewhere_counts_more_than_keys_that_have_not_come_to_rest(
    window: MainWindow, qtbot
) -> None:
    tabs = tabs_of(window)
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    window.sources.bring("picture")
    with qtbot.waitSignal(tabs.rested):  # the next choice, not the former one
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    finish_work()
    assert chosen(window) == "mnist"
    assert set(window.sources.made) == {"drawing", "picture", "mnist"}


def test_a_click_on_the_blank_page_is_kept(qtbot, session: Session, settings: Settings) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    click_tab(tabs_of(window), "picture")
    complete(window, session)
    finish_work()
    assert chosen(window) == "picture"
    window.commands.trainings.shut_down()


# ---- what is there


def test_tabs_say_what_they_are(window: MainWindow) -> None:
    tabs = tabs_of(window)
    assert [tabs.tabText(place) for place in range(tabs.count())] == [TITLES[n] for n in NAMES]
    for place, source in enumerate(SOURCES):
        assert tabs.tabToolTip(place) == tabs.tabWhatsThis(place) == source.tip
    said = QAccessible.queryAccessibleInterface(tabs)
    assert said.role() == QAccessible.Role.PageTabList
    assert said.text(QAccessible.Text.Name)
    assert said.child(0).text(QAccessible.Text.Name) == "Draw"


def test_another_language(window: MainWindow) -> None:
    use_language("zh_CN")
    idle()
    tabs = tabs_of(window)
    assert [tabs.tabText(place) for place in range(4)] == ["手写", "摄像头", "图片", "MNIST"]
    assert "鼠标" in tabs.tabToolTip(0)


def test_a_workspace_shows_its_own_tabs_and_always_the_one_that_is_shown(area: PageArea) -> None:
    tabs, stack = tabs_of(area), area.findChild(SourceStack)
    assert stack is not None
    area.show_for("read")
    assert seen(tabs) == ["drawing", "camera", "picture"]
    area.show_for("data")
    assert seen(tabs) == ["drawing", "camera", "picture", "mnist"]
    area.show_for("read")
    stack.bring("mnist")
    finish_work()
    assert seen(tabs) == ["drawing", "camera", "picture", "mnist"]
    assert tabs.currentIndex() == NAMES.index("mnist")
    stack.bring("drawing")
    assert seen(tabs) == ["drawing", "camera", "picture"]
    assert tabs.currentIndex() == 0


def test_workspaces_may_come_and_go_without_end(area: PageArea) -> None:
    tabs, children = tabs_of(area), len(area.findChildren(QObject))
    for _ in range(100):
        for name in ("read", "data"):
            area.show_for(name)
    assert tabs.currentIndex() == 0
    assert len(area.findChildren(QObject)) == children
    assert area.findChild(SourceStack).made.keys() == {"drawing"}


def test_no_workspace_is_crowded() -> None:
    for workspace in {"", *(name for source in SOURCES for name in source.workspaces)}:
        assert len([s for s in SOURCES if s.belongs_to(workspace)]) <= MOST_TABS


# ---- room


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("workspace", ["read", "look_inside"])
def test_a_narrow_page_has_room_for_all_words(
    window: MainWindow, workspace: str, language: str
) -> None:
    window.workspaces.show_workspace(workspace)
    use_language(language)
    window.page_area.setFixedWidth(NARROW)
    idle()
    tabs = tabs_of(window)
    assert not any(button.isVisible() for button in tabs.findChildren(QToolButton))
    for place in (NAMES.index(name) for name in seen(tabs)):
        tab = tabs.tabRect(place)
        assert tabs.rect().contains(tab)
        assert tabs.fontMetrics().horizontalAdvance(tabs.tabText(place)) <= tab.width() - 6
    pixels(tabs)


def test_where_not_even_shortened_words_fit_tabs_are_scrolled(window: MainWindow) -> None:
    window.page_area.setFixedWidth(140)
    idle()
    tabs = tabs_of(window)
    buttons = [button for button in tabs.findChildren(QToolButton) if button.isVisible()]
    assert len(buttons) == 2
    assert all(button.accessibleName() for button in buttons)
    window.sources.bring("mnist")
    idle()
    assert tabs.rect().contains(tabs.tabRect(3).center()), "the chosen tab is out of sight"
    finish_work()


def test_the_window_looks_the_same_before_it_is_complete(
    qtbot, session: Session, settings: Settings
) -> None:
    window = MainWindow(settings)
    window.resize(FIRST_SIZE)  # the screen that is not there has less room
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    idle()
    tabs, places = tabs_of(window), []
    looks = []
    for _ in range(2):
        places.append((tabs.geometry(), window.sources.geometry()))
        looks.append(pixels(tabs))
        if not window.sources.made:
            complete(window, session)
            finish_work()
    assert places[0] == places[1]
    assert look_alike(*looks)
    window.commands.trainings.shut_down()


def test_the_tab_under_the_mouse_and_the_chosen_one_stand_out(window: MainWindow) -> None:
    tabs = tabs_of(window)
    plain = pixels(tabs)
    QTest.mouseMove(tabs, tabs.tabRect(2).center())
    idle()
    hovered = pixels(tabs)
    assert not look_alike(plain, hovered)
    QTest.mouseMove(tabs, QPoint(tabs.width() - 2, 2))
    idle()
    assert look_alike(plain, pixels(tabs))
