"""For people who use a keyboard, a screen reader, or need contrast."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QScrollBar,
    QTabBar,
    QToolBar,
    QWidget,
)

from lenet_gui.gui.appearance.theme import DARK, LIGHT, Theme
from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import EVERY_PANEL, contrast, idle


def of_qt(widget: QWidget) -> bool:
    """Parts of Qt's own widgets, which it names itself."""
    inside = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(inside, QComboBox | QTabBar)


def interactive(window: QWidget) -> list[QWidget]:
    """What is seen and can be used."""
    kinds = (QAbstractButton, QAbstractSlider, QComboBox)
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and not isinstance(widget, QScrollBar | QTabBar)
        and not of_qt(widget)
        and (isinstance(widget, kinds) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


@pytest.fixture(params=SOURCES, ids=lambda source: source.name)
def whole(request, window: MainWindow, qtbot) -> MainWindow:
    """With each source in turn, loaded."""
    window.activateWindow()
    window.sources.bring(request.param.name)
    widget = window.sources.source(request.param.name)
    background = getattr(widget, "_background", None)
    qtbot.waitUntil(lambda: background is None or not background.busy)
    idle()
    return window


def test_there_is_something_to_use(whole: MainWindow) -> None:
    assert len(interactive(whole)) >= 8


def test_everything_has_a_name(whole: MainWindow) -> None:
    nameless = [
        widget
        for widget in interactive(whole)
        if not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert not nameless


def test_everything_is_explained(whole: MainWindow) -> None:
    mute = [
        widget
        for widget in interactive(whole)
        if not (widget.toolTip() or widget.statusTip() or widget.whatsThis())
    ]
    assert not mute


def test_tab_reaches_everything(whole: MainWindow) -> None:
    """Or a menu does: the buttons of the toolbar are entries there, too."""
    in_menus = {
        action.text().replace("&", "").partition(":")[0]
        for menu in whole.menus.menus.values()
        for action in menu.actions()
    }
    wanted = set()
    for widget in interactive(whole):
        button_of_menu = (
            isinstance(widget.parentWidget(), QToolBar)
            and isinstance(widget, QAbstractButton)
            and widget.text().replace("&", "") in in_menus
        )
        if widget.isEnabled() and not button_of_menu:
            wanted.add(widget)
    for key, first in ((Qt.Key.Key_Tab, True), (Qt.Key.Key_Backtab, False)):
        reached = set()
        whole.sources.currentWidget().setFocus()
        for _ in range(40):
            focus = QApplication.focusWidget()
            assert focus is not None
            reached.add(focus)
            QTest.keyClick(focus, key)
        assert wanted <= reached, (first, wanted - reached)


def test_every_panel_has_name_and_explanation(window: MainWindow) -> None:
    for name in EVERY_PANEL:
        panel = window.workspaces.panel(name)
        assert panel.accessibleName()
        assert panel.whatsThis()


def test_every_panel_can_be_reached_with_the_keyboard(window: MainWindow) -> None:
    """The View menu shows it, also from behind another tab."""
    for name in EVERY_PANEL:
        action = window.menus.actions[f"panel:{name}"]
        assert action in window.menus.menus["panels"].actions()
        if not window.workspaces.is_seen(name):
            action.trigger()
            idle()
        assert window.workspaces.is_seen(name), name


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ["text", "quiet", "accent_text"])
@pytest.mark.parametrize("ground", ["panel", "window", "paper"])
def test_contrast_of_text(theme: Theme, role: str, ground: str) -> None:
    assert contrast(theme.color(role), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ["ink", "accent", "negative"])
def test_contrast_of_marks(theme: Theme, role: str) -> None:
    """Frames, rings and bars: 3:1."""
    assert contrast(theme.color(role), theme.color("paper")) >= 3.0
