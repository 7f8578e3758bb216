"""What's This of every part has links to terms, and they open the glossary."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWhatsThis, QWidget

from lenet_gui.gui.glossary.help_text import with_terms
from lenet_gui.gui.glossary.parts import TERMS_OF_PARTS, show_term
from lenet_gui.gui.glossary.table import TERMS
from lenet_gui.gui.glossary.window import GlossaryWindow
from lenet_gui.gui.window.dock_buttons import question_rect
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import EVERY_PANEL, child_of, idle


def opened_at(window: MainWindow) -> str:
    idle()
    return child_of(window, GlossaryWindow).history.key


def ask(window: MainWindow, widget: QWidget, place: QPoint) -> QWidget:
    """Press Shift+F1, click, and return what comes up."""
    window.menus.actions["whats_this"].trigger()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
    idle()
    (popup,) = popups()
    return popup


def popups() -> list[QWidget]:
    """Those of What's This that are seen."""
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return [widget for widget in shown if widget.metaObject().className() == "QWhatsThat"]


def click_link(popup: QWidget) -> None:
    """Click the first link of a What's This, which is where the mouse becomes a hand."""
    for y in range(popup.height() - 4, 0, -4):
        for x in range(4, popup.width(), 4):
            QTest.mouseMove(popup, QPoint(x, y))
            if popup.cursor().shape() == Qt.CursorShape.PointingHandCursor:
                QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
                idle()
                assert not popups()  # it would cover the glossary
                return
    raise AssertionError("no link")


@pytest.fixture(autouse=True)
def nothing_asked(qapp: QApplication):
    yield
    QWhatsThis.hideText()
    QWhatsThis.leaveWhatsThisMode()


def test_every_panel_has_terms() -> None:
    assert set(EVERY_PANEL) <= TERMS_OF_PARTS.keys()


def test_what_s_this_of_every_panel_leads_to_its_terms(window: MainWindow) -> None:
    for name in EVERY_PANEL:
        window.workspaces.bring(name)
        idle()
    plain = {name: window.workspaces.panel(name).whatsThis() for name in EVERY_PANEL}
    window.menus.actions["whats_this"].trigger()
    for name, text in plain.items():
        linked = window.workspaces.panel(name).whatsThis()
        assert "<" not in text
        assert text.split(".")[0].split("'")[0] in linked
        for key in TERMS_OF_PARTS[name]:
            assert f'<a href="{key}">' in linked, name
    window.menus.actions["whats_this"].trigger()  # once more changes nothing
    assert all(w.count("<a") == 5 for w in [window.workspaces.panel("network").whatsThis()])


def test_a_link_opens_the_glossary(window: MainWindow) -> None:
    panel = window.workspaces.panel("answer")
    click_link(ask(window, panel, QPoint(5, 5)))
    assert opened_at(window) in TERMS_OF_PARTS["answer"]


def test_a_heading_stands_for_its_panel(window: MainWindow) -> None:
    dock = window.workspaces.docks["answer"]
    click_link(ask(window, dock, QPoint(12, 8)))
    assert opened_at(window) in TERMS_OF_PARTS["answer"]


def test_the_question_mark_of_every_heading_opens_its_term(window: MainWindow) -> None:
    for name in EVERY_PANEL:
        window.workspaces.show_here(name)
        idle()
        dock = window.workspaces.docks[name]
        place = question_rect(dock).center()
        QTest.mouseMove(dock, place)
        QTest.mouseClick(dock, Qt.MouseButton.LeftButton, pos=place)
        assert opened_at(window) == TERMS_OF_PARTS[name][0]


def test_the_rest_of_a_heading_opens_nothing(window: MainWindow) -> None:
    dock = window.workspaces.docks["answer"]
    question, title = question_rect(dock).center(), QPoint(12, 8)
    for press, release in ((title, title), (question, title)):
        QTest.mousePress(dock, Qt.MouseButton.LeftButton, pos=press)
        QTest.mouseRelease(dock, Qt.MouseButton.LeftButton, pos=release)
        idle()
    assert not window.findChildren(GlossaryWindow)
    assert not dock.isFloating()


def test_a_panel_that_floats_leads_there_too(window: MainWindow) -> None:
    window.workspaces.docks["answer"].setFloating(True)
    idle()
    show_term(window.workspaces.panel("answer"), "margin")
    assert opened_at(window) == "margin"


def test_the_menu_of_a_heading_explains_its_panel(window: MainWindow) -> None:
    window.workspaces.menu_wanted.emit("answer", QPoint(0, 0))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (explain,) = [action for action in menu.actions() if "xplain" in action.text()]
    explain.trigger()
    menu.close()
    assert opened_at(window) == TERMS_OF_PARTS["answer"][0]


def test_any_part_can_open_a_term(window: MainWindow) -> None:
    show_term(window.network_bar.box, "parameter")
    assert opened_at(window) == "parameter"
    show_term(window.sources.source("drawing"), "rasterization")
    assert opened_at(window) == "rasterization"


def test_texts_of_parts_are_no_markup(window: MainWindow) -> None:
    text = with_terms("<b>a & b", "unit")
    assert text.startswith("<p>&lt;b&gt;a &amp; b</p>")
    assert text.count("<a href") == 1


def test_names_of_parts_are_those_of_widgets(window: MainWindow) -> None:
    """Of the parts that are there without data or a training."""
    for name in EVERY_PANEL:
        window.workspaces.bring(name)
        idle()
    there = {widget.objectName() for widget in window.findChildren(QWidget)}
    later = {"inspector", "layers", "why", "learning_step", "certainty-curve", "kernel-pair"}
    assert TERMS_OF_PARTS.keys() - there <= later | {
        "training-curves",
        "calibration",
        "digits",
        "mnist",
    }
    assert all(keys[0] in TERMS for keys in TERMS_OF_PARTS.values())
