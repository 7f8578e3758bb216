"""The glossary window, used with mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidgetItem
from pytestqt.qtbot import QtBot

from lenet_gui.common.values import Unit
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.appearance.theme import DARK, apply_theme
from lenet_gui.gui.glossary.history import History
from lenet_gui.gui.glossary.table import TERMS, THEMES
from lenet_gui.gui.glossary.term_list import KEY
from lenet_gui.gui.glossary.window import GlossaryWindow
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import FOUR, child_of, draw, idle


def shown(window: MainWindow) -> GlossaryWindow:
    glossary = child_of(window, GlossaryWindow)
    assert glossary.isVisible()
    return glossary


@pytest.fixture
def glossary(window: MainWindow) -> GlossaryWindow:
    window.menus.actions["glossary"].trigger()
    idle()
    made = shown(window)
    made.activateWindow()
    idle()
    return made


def text_of(glossary: GlossaryWindow) -> str:
    return glossary.text.toPlainText()


def place_of(glossary: GlossaryWindow, words: str) -> QPoint:
    """Where words stand in the entry, in pixels of what is seen of it."""
    found = glossary.text.document().find(words)
    assert not found.isNull(), words
    middle = QTextCursor(glossary.text.document())
    middle.setPosition((found.selectionStart() + found.selectionEnd()) // 2)
    return glossary.text.cursorRect(middle).center()


def test_f3_opens_one_window_that_does_not_block(window: MainWindow) -> None:
    assert window.menus.actions["glossary"].shortcut().toString() == "F3"
    for _ in range(2):
        window.menus.actions["glossary"].trigger()
        idle()
    assert len(window.findChildren(GlossaryWindow)) == 1
    assert not shown(window).isModal()
    assert text_of(shown(window)).startswith("Layer\n")


def test_every_term_can_be_chosen_from_the_list(glossary: GlossaryWindow) -> None:
    assert glossary.terms.shown_keys() == list(TERMS)
    assert glossary.terms.list.count() == len(TERMS) + len(THEMES)
    for key in ("softmax", "mnist"):
        item = item_of(glossary, key)
        glossary.terms.list.scrollToItem(item)
        place = glossary.terms.list.visualItemRect(item).center()
        QTest.mouseClick(glossary.terms.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert text_of(glossary).lower().startswith(TERMS[key].name.lower())


def item_of(glossary: GlossaryWindow, key: str) -> QListWidgetItem:
    items = [glossary.terms.list.item(row) for row in range(glossary.terms.list.count())]
    return next(item for item in items if item.data(KEY) == key)


def test_typing_searches_and_shows_the_likeliest(glossary: GlossaryWindow) -> None:
    search = glossary.terms.search
    assert QApplication.focusWidget() is search
    QTest.keyClicks(search, "pooling")
    assert "average_pooling" in glossary.terms.shown_keys()
    assert "subsampling" in glossary.terms.shown_keys()
    assert text_of(glossary).startswith("Average pooling")
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(glossary.terms.list, Qt.Key.Key_Down)
    assert text_of(glossary).startswith("Max pooling")
    search.clear()
    assert glossary.terms.shown_keys() == list(TERMS)
    assert glossary.terms.list.currentItem().data(KEY) == "max_pooling"
    QTest.keyClicks(search, "xyzzy")
    assert glossary.terms.shown_keys() == []
    assert glossary.terms.list.item(0).text() == "No such term"


def test_links_are_followed_and_lead_back(qtbot: QtBot, glossary: GlossaryWindow) -> None:
    glossary.show_term("weight_sharing")
    QTest.mouseClick(
        glossary.text.viewport(), Qt.MouseButton.LeftButton, pos=place_of(glossary, "parameters")
    )
    assert text_of(glossary).startswith("Parameter\n")
    assert glossary.terms.list.currentItem().data(KEY) == "parameter"
    assert not glossary.forward.isEnabled()
    QTest.mouseClick(glossary.back, Qt.MouseButton.LeftButton)
    assert text_of(glossary).startswith("Weight sharing")
    for key, name in (("Right", "Parameter"), ("Left", "Weight sharing"), ("Left", "Layer")):
        alt = Qt.KeyboardModifier.AltModifier
        QTest.keyClick(glossary, getattr(Qt.Key, f"Key_{key}"), alt)  # the button is seen pressed
        qtbot.waitUntil(lambda: text_of(glossary).startswith(f"{name}\n"))  # noqa: B023
    assert not glossary.back.isEnabled()


def test_links_are_followed_with_the_keyboard(glossary: GlossaryWindow) -> None:
    glossary.show_term("margin")  # its first link is to "reject"
    glossary.text.setFocus()
    QTest.keyClick(glossary.text, Qt.Key.Key_Tab)
    QTest.keyClick(glossary.text, Qt.Key.Key_Return)
    assert text_of(glossary).startswith("Reject")


def test_a_link_that_leads_nowhere_changes_nothing(glossary: GlossaryWindow) -> None:
    before = text_of(glossary)
    glossary.text.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert text_of(glossary) == before


def test_what_is_typed_on_the_way_is_one_step_back(glossary: GlossaryWindow) -> None:
    glossary.show_term("kernel")
    QTest.keyClicks(glossary.terms.search, "softm")
    assert text_of(glossary).startswith("Softmax")
    glossary.back.click()
    assert text_of(glossary).startswith("Kernel")


def test_numbers_follow_the_network_and_the_pen(
    qtbot: QtBot, window: MainWindow, glossary: GlossaryWindow
) -> None:
    glossary.show_term("parameter")
    assert "= 61,706" in text_of(glossary)
    window.session.use_network("lenet-5")
    qtbot.waitUntil(lambda: "= 60,000" in text_of(glossary))
    assert "In the network lenet-5\n" in text_of(glossary)
    glossary.show_term("rbf")
    assert "Draw a digit to see its numbers here." in text_of(glossary)
    draw(window.session, FOUR)
    qtbot.waitUntil(lambda: "For 4 now: 84 squared differences" in text_of(glossary))


def test_it_has_the_size_in_which_it_was_closed(window: MainWindow) -> None:
    window.commands.glossary.show_term("epoch")
    idle()
    shown(window).resize(650, 410)
    QTest.keyClick(shown(window), Qt.Key.Key_Escape)
    idle()
    assert not window.findChildren(GlossaryWindow)
    window.menus.actions["glossary"].trigger()
    idle()
    assert shown(window).size().toTuple() == (650, 410)
    assert text_of(shown(window)).startswith("Epoch")


def test_it_fits_a_small_screen(glossary: GlossaryWindow) -> None:
    assert glossary.minimumSizeHint().width() <= 1024
    assert glossary.minimumSizeHint().height() <= 500


def test_it_opens_at_what_one_is_at(window: MainWindow) -> None:
    window.activateWindow()
    window.workspaces.bring("kernels")
    window.workspaces.panel("kernels").setFocus()
    window.menus.actions["glossary"].trigger()
    idle()
    assert text_of(shown(window)).startswith("Kernel")
    shown(window).close()
    idle()
    window.session.point_at(Unit("C3", 2, 1, 1))
    window.menus.actions["glossary"].trigger()
    idle()
    assert text_of(shown(window)).startswith("C3")


def test_another_language_and_another_theme(
    qapp: QApplication, window: MainWindow, glossary: GlossaryWindow
) -> None:
    glossary.show_term("unit")
    glossary.show_term("kernel")
    apply_theme(qapp, "dark")
    idle()
    assert DARK.window in glossary._shown
    window.menus.actions["language_zh_CN"].trigger()
    idle()
    anew = shown(window)
    assert anew is not glossary
    assert anew.history.key == "kernel"
    anew.back.click()
    assert anew.history.key == "unit"
    use_language("en")
    idle()


# ---- the history


def test_what_is_only_passed_leaves_no_trace() -> None:
    history = History()
    for key, passing in (("a", False), ("b", True), ("c", True), ("c", False), ("d", False)):
        history.visit(key, passing)
    history.go(-1)
    assert history.key == "c"
    history.go(-1)
    assert history.key == "a"
    assert not history.can_go_back
    history.go(-5)
    assert history.key == "a"
    history.visit("e")
    assert not history.can_go_forward
