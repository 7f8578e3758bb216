"""The toolbar: what the network is, in numbers of its checkpoint; icons; the list of networks."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QColor, QFont
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QToolButton

from lenet_gui.engine.checkpoints.named_networks import load_recognizer, network_names
from lenet_gui.engine.checkpoints.shipped_networks import shipped_path
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.storage.data_folders import library_path, make_folder
from lenet_gui.gui.appearance.theme import apply_theme, use_font
from lenet_gui.gui.widgets.elided_label import FittingLabel
from lenet_gui.gui.widgets.plain_text import PlainLabel
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.window.network_bar import NetworkBar
from lenet_gui.gui.wording.network_words import network_facts
from tests.gui.helpers import FOUR, child_of, contrast, draw, finish_work, idle, pixels
from tests.helpers import untrained

# The platform without a screen cannot raise windows or keep their least sizes, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize("name", network_names())
@pytest.mark.usefixtures("english")
def test_facts_are_those_of_the_checkpoint(name: str) -> None:
    recognizer = load_recognizer(name)
    facts, evaluation = network_facts(recognizer)[0], recognizer.checkpoint.evaluation
    assert f"{recognizer.architecture.parameters:,} parameters" in facts
    assert f"{recognizer.architecture.connections:,} connections" in facts
    assert f"{100 * evaluation['error_rate']:.2f} % error on MNIST's test digits" in facts
    assert ("and other writers' pen digits" in facts) == name.endswith("-pen")
    low, high = evaluation["interval"]
    assert f"({100 * low:.2f} to {100 * high:.2f})" in facts
    assert facts.startswith(recognizer.architecture.summary)
    assert ("also trained on pens" in facts) == name.endswith("-pen")


@pytest.mark.usefixtures("english")
def test_the_numbers_of_the_paper() -> None:
    facts = network_facts(load_recognizer("lenet-5"))[0]
    assert "60,000 parameters · 340,908 connections" in facts
    assert "as published" in facts


def test_numbers_as_they_are_written_elsewhere() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    try:
        facts = network_facts(load_recognizer("lenet-5"))[0]
    finally:
        QLocale.setDefault(before)
    assert "60.000 parameters" in facts
    assert "0,4" in facts


def test_reader_that_was_never_evaluated() -> None:
    """Nothing is said of an error that nobody knows."""
    assert "%" not in "".join(network_facts(Recognizer("own", untrained())))


@pytest.mark.parametrize("width", [800, 1024, 1366, 1900])
def test_facts_are_as_many_as_there_is_room_for_and_whole_in_the_tip(
    window: MainWindow, width: int
) -> None:
    window.resize(width, 700)
    idle()
    label = child_of(window, FittingLabel, "network-facts")
    ways = network_facts(window.session.recognizer)
    assert label.text() == ways[0]
    assert label.toolTip().startswith(ways[0])
    assert label.shown() in ways, "it is cut in the middle of a word"
    longer = ways[: ways.index(label.shown())]
    assert all(label.fontMetrics().horizontalAdvance(way) > label.width() for way in longer)
    pixels(label)
    for button in window.network_bar.findChildren(QToolButton):
        if button.defaultAction() is not None:
            assert button.isVisible()
            assert window.network_bar.rect().contains(button.geometry())


def test_what_is_narrower_than_all_ways_ends_in_an_ellipsis(qtbot) -> None:
    label = FittingLabel()
    qtbot.addWidget(label)
    label.set_ways(("0.84 % error on the digits", "0.84 % error"))
    whole = label.fontMetrics().horizontalAdvance(label.text())
    label.resize(whole, 20)
    assert label.shown() == "0.84 % error on the digits"
    label.resize(whole - 1, 20)
    assert label.shown() == "0.84 % error"
    label.resize(label.fontMetrics().horizontalAdvance("0.84 %…"), 20)
    assert label.shown().endswith("…")


def test_the_name_that_is_chosen_can_be_read_in_full(window: MainWindow) -> None:
    box, name = window.network_bar.box, "lenet-5-modern 2026-11-27 03.43"
    usual, frame_and_arrow = box.width(), 24
    window.session.use(Recognizer(name, untrained()))
    idle()
    assert box.width() >= box.fontMetrics().horizontalAdvance(name) + frame_and_arrow
    window.commands.networks.use("lenet-5")
    idle()
    assert box.width() < usual + 40, "the longest name takes the room of the facts"


def test_undo_redo_clear_are_a_click_away(window: MainWindow) -> None:
    draw(window.session, FOUR)
    for name, empty in (("clear", True), ("undo", False), ("redo", True)):
        button = button_of(window, name)
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.session.drawing.empty == empty
    assert not button_of(window, "redo").isEnabled()


# ---- icons, and texts beside them


def button_of(window: MainWindow, name: str) -> QToolButton:
    button = window.network_bar.widgetForAction(window.menus.actions[name])
    assert isinstance(button, QToolButton)
    return button


def with_texts(window: MainWindow) -> bool:
    """Whether the buttons show texts beside their icons; all are whole and in the window."""
    idle()
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    buttons = [button_of(window, name) for name in ("undo", "redo", "clear")]
    styles = {button.toolButtonStyle() for button in buttons}
    for button in buttons:
        assert not button.icon().isNull()
        assert window.network_bar.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
        assert button.text()  # what a screen reader says
        assert button.toolTip()
    assert len(styles) == 1
    return styles == {beside}


def test_buttons_have_texts_where_there_is_room(window: MainWindow) -> None:
    window.resize(1366, 740)
    assert with_texts(window)
    texts = [button_of(window, name).text() for name in ("undo", "redo", "clear")]
    assert texts == ["Undo", "Redo", "Clear"]


def test_in_a_narrow_window_the_network_counts_more_than_texts(window: MainWindow) -> None:
    window.resize(1024, 600)
    window.session.use(Recognizer("lenet-5-modern 2026-11-27 03.43 ab", untrained()))
    workspaces = PlainLabel("Read   Look inside   Experiment   Train   Data")
    window.network_bar.add_workspaces(workspaces)
    assert not with_texts(window)
    assert workspaces.x() < window.network_bar.box.x()
    window.resize(1900, 600)
    assert with_texts(window)
    window.resize(1024, 600)
    assert not with_texts(window)


def test_every_width_is_decided_once(window: MainWindow) -> None:
    """Were the texts counted in one state and not in the other, they would come and go."""
    before = None
    for width in range(760, 1500, 20):
        window.resize(width, 600)
        now = with_texts(window)
        idle()
        assert with_texts(window) == now
        assert now or not before, "a wider window has fewer texts"
        before = now


def test_icons_grow_with_the_letters(window: MainWindow, qapp) -> None:
    bar, before = window.network_bar, window.network_bar.iconSize().width()
    font = qapp.font()
    large = QFont(font)
    large.setPointSizeF(font.pointSizeF() * 2)
    use_font(qapp, large)
    try:
        idle()
        assert bar.iconSize().width() >= 1.8 * before
    finally:
        use_font(qapp, font)


# ---- the list of networks


@pytest.fixture
def bar(qtbot) -> Iterator[NetworkBar]:
    parent = QMainWindow()
    qtbot.addWidget(parent)
    bar = NetworkBar(parent)
    parent.addToolBar(bar)
    parent.resize(1000, 300)
    with qtbot.waitExposed(parent):
        parent.show()
    yield bar  # the window that holds it stays until then
    parent.close()


def lines(window: MainWindow) -> dict[str, str]:
    """What the list says of each network, to a screen reader, too."""
    box, role = window.network_bar.box, Qt.ItemDataRole.AccessibleDescriptionRole
    return {box.itemText(place): box.itemData(place, role) for place in range(box.count())}


def test_list_says_of_each_network_what_it_is(window: MainWindow) -> None:
    said = lines(window)
    assert said["lenet-5"] == "1998 as published"
    assert said["lenet-5-pen"] == "1998 as published, also trained on pens"
    assert said["lenet-keras"] == "Keras style, with padding and softmax"
    assert len(set(said.values())) == len(said), "two networks are the same by their lines"


def test_list_knows_opened_networks_and_says_what_is_wrong_with_a_file(
    window: MainWindow, tmp_path: Path
) -> None:
    opened = tmp_path / "found.safetensors"
    shutil.copy(shipped_path("lenet-5-pen"), opened)
    folder = make_folder(library_path())
    shutil.copy(shipped_path("lenet-relu"), folder / "mine.safetensors")
    (folder / "damaged.safetensors").write_bytes(b"no weights")
    window.commands.networks.fill()
    window.commands.documents.open_paths([opened])
    finish_work()
    said = lines(window)
    assert said["found"] == said["lenet-5-pen"]
    assert said["mine"] == said["lenet-relu"]
    assert said["damaged"] == "damaged.safetensors is not a safetensors file."
    (folder / "mine.safetensors").unlink()  # by another program
    window.network_bar.box.showPopup()
    assert "mine" in lines(window)["mine"]
    assert lines(window)["mine"] != said["mine"]
    window.network_bar.box.hidePopup()


def test_a_network_that_learns_has_a_line_while_another_one_reads(
    window: MainWindow,
) -> None:
    learning = Recognizer("lenet-5 in training", untrained())
    window.session.use(learning)
    window.commands.networks.use("lenet-5")
    assert lines(window)[learning.name] == "the network that is being trained"


def test_only_what_is_seen_of_a_long_list_is_read(bar: NetworkBar) -> None:
    read: list[str] = []

    def line_of(name: str) -> str:
        read.append(name)
        return f"about {name}"

    bar.show_names([f"network {number}" for number in range(3000)], line_of)
    idle()
    assert not read
    bar.box.showPopup()
    idle()
    view = bar.box.view()
    row = view.visualRect(view.model().index(0, 0)).height()
    assert 1 <= len(read) <= bar.screen().size().height() / row + 1
    assert len(read) == len(set(read))
    bar.box.hidePopup()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_lines_can_be_read(window: MainWindow, qapp, theme: str) -> None:
    apply_theme(qapp, theme)
    box = window.network_bar.box
    box.showPopup()
    idle()
    view = box.view()
    seen = pixels(view.viewport()).astype(int)
    for name in ("lenet-5", window.session.recognizer.name):  # another one, and the chosen one
        rect = view.visualRect(box.model().index(box.findText(name), 0))
        middle = rect.center().y()
        for top, bottom in ((rect.top(), middle), (middle, rect.bottom())):
            half = seen[top + 1 : bottom, rect.left() + 1 : rect.right()].reshape(-1, 3)
            paper = half[0]
            farthest = half[np.abs(half - paper).sum(axis=1).argmax()]
            assert contrast(QColor(*map(int, paper)), QColor(*map(int, farthest))) >= 4.5
    box.hidePopup()


def test_list_is_used_by_keyboard(window: MainWindow) -> None:
    box = window.network_bar.box
    box.showPopup()
    view = box.view()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    idle()
    assert window.session.recognizer.name == network_names()[1]


def test_names_and_lines_of_strangers_are_shown_as_they_are(bar: NetworkBar) -> None:
    bar.show_names(["<b>bold</b>"], lambda name: f"<i>{name}</i>")
    box = bar.box
    assert box.itemText(0) == "<b>bold</b>"
    assert not GuiQt.mightBeRichText(box.itemData(0, Qt.ItemDataRole.ToolTipRole))


def test_a_screen_reader_hears_both_lines(window: MainWindow) -> None:
    box = window.network_bar.box
    box.showPopup()
    idle()
    rows = QAccessible.queryAccessibleInterface(box.view())
    row = rows.child(box.findText("lenet-keras"))
    assert row.text(QAccessible.Text.Name) == "lenet-keras"
    assert row.text(QAccessible.Text.Description) == "Keras style, with padding and softmax"
    box.hidePopup()
