"""Workspaces: what stands where, and that going from one to another loses nothing."""

import random
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QWidget

from lenet_gui.common.values import Unit
from lenet_gui.gui import workspaces as table
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.window.workspace_tabs import WorkspaceTabs
from lenet_gui.gui.workspaces import ALL, WORKSPACES
from lenet_gui.gui.workspaces.workspace import Row
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import (
    EVERY_PANEL,
    FOUR,
    canvas_of,
    child_of,
    draw,
    finish_work,
    idle,
    next_start,
    on_canvas,
    panel_of,
    pixels,
    press,
)

NAMES = [workspace.name for workspace in WORKSPACES]


def show(window: MainWindow, name: str) -> None:
    window.workspaces.show_workspace(name)
    finish_work()


def places(window: MainWindow) -> dict[str, tuple[int, ...]]:
    return {
        name: (dock.x(), dock.y(), dock.width(), dock.height())
        for name, dock in window.workspaces.docks.items()
        if dock.seen
    }


# ---- the table


def test_table_is_that_of_the_plan() -> None:
    assert [workspace.name for workspace in ALL] == [
        "read", "look_inside", "experiment", "train", "data",
    ]  # fmt: skip
    assert [workspace.key for workspace in ALL] == [f"Ctrl+{place}" for place in range(1, 6)]
    assert set(NAMES) >= {"read", "look_inside", "train"}


def test_every_panel_has_a_place_and_a_key() -> None:
    placed = {name for workspace in WORKSPACES for name in workspace.panels()}
    assert set(EVERY_PANEL) <= placed
    keys = [panel.key for panel in PANELS]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_workspace_appears_with_its_first_panel(monkeypatch: pytest.MonkeyPatch) -> None:
    new = replace(PANELS[0], name="what_if")
    assert "experiment" not in [w.name for w in table._existing()] or "what_if" in EVERY_PANEL
    monkeypatch.setattr(table, "PANELS", (*PANELS, new))
    assert "experiment" in [w.name for w in table._existing()]
    monkeypatch.setattr(table, "PANELS", PANELS[:2])  # network and answer stand everywhere
    assert table._existing() == ()


@pytest.mark.parametrize("workspace", ALL, ids=lambda workspace: workspace.name)
def test_shares_make_a_whole(workspace) -> None:
    assert sum(row.height for row in workspace.rows) == pytest.approx(1)
    for row in workspace.rows:
        assert not row.widths or sum(row.widths) == pytest.approx(1)
        assert isinstance(row, Row)
    assert len(set(workspace.panels())) == len(list(workspace.panels()))


# ---- going from one to another


@pytest.mark.parametrize("workspace", WORKSPACES, ids=lambda workspace: workspace.name)
def test_key_and_tab_and_menu_show_it(window: MainWindow, workspace) -> None:
    workspaces, tabs = window.workspaces, child_of(window, WorkspaceTabs)
    other = next(name for name in NAMES if name != workspace.name)
    place = NAMES.index(workspace.name)

    def by_key() -> None:
        QTest.keySequence(window, workspace.key)

    def by_tab() -> None:
        at = tabs.tabRect(place).center()
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=at)

    for way in (by_key, by_tab, window.menus.actions[f"workspace:{workspace.name}"].trigger):
        show(window, other)
        way()
        finish_work()
        assert workspaces.name == workspace.name
        assert tabs.currentIndex() == place
        assert window.menus.actions[f"workspace:{workspace.name}"].isChecked()
        front = {group[0] for row in workspace.rows for group in row.groups}
        for name in front & set(EVERY_PANEL):
            assert workspaces.is_seen(name), name
            assert panel_of(window, name, QWidget).isVisible()
        assert canvas_of(window).isVisible()


def test_nothing_is_lost(window: MainWindow, training: FakeTraining) -> None:
    QTest.mouseMove(canvas_of(window))  # the network panel would forget what a mouse has left
    draw(window.session, FOUR)
    window.session.undo_stack.undo()
    window.session.point_at(Unit("C3", 2, 4, 5))
    session = window.session
    before = session.drawing, session.unit, session.recognizer, session.undo_stack.index()
    for name in [*NAMES, *NAMES]:
        show(window, name)
        assert (
            session.drawing, session.unit, session.recognizer, session.undo_stack.index()
        ) == before  # fmt: skip
        assert window.workspaces.panel("network") is panel_of(window, "network", QWidget)
    session.undo_stack.redo()
    assert len(session.drawing.strokes) == len(FOUR)


def test_panels_are_shared(window: MainWindow) -> None:
    """One network picture, with one answer, wherever it is seen."""
    network = window.workspaces.panels["network"]
    for name in NAMES:
        show(window, name)
        assert window.workspaces.panels["network"] is network
        assert window.workspaces.docks["network"].isAncestorOf(network)
        assert window.workspaces.current.isAncestorOf(window.sources)


def test_placeholders_come_first(window: MainWindow) -> None:
    """Titled frames are there at once; the panels follow when the window has time."""
    window.workspaces.show_workspace("look_inside")
    assert "inspector" not in window.workspaces.panels
    assert window.workspaces.docks["inspector"].windowTitle() == "Unit"
    idle()
    assert panel_of(window, "inspector", QWidget).isVisible()


def test_thousand_switches_leave_nothing(window: MainWindow) -> None:
    """No tab bar, no widget, and no pixel; and a switch makes nothing anew."""
    rng = random.Random(3)
    draw(window.session, FOUR)
    first = {}
    for name in [*NAMES, *NAMES]:
        show(window, name)
        first[name] = places(window), pixels(window)

    def counts() -> tuple[int, int]:
        return len(window.findChildren(QWidget)), len(window.findChildren(QTabBar))

    before, panels = counts(), dict(window.workspaces.panels)
    for _ in range(1000):
        name = rng.choice(NAMES)
        window.workspaces.show_workspace(name)
        if rng.random() < 0.1:
            idle()
            assert places(window) == first[name][0]
    assert counts() == before
    assert window.workspaces.panels == panels
    for name in NAMES:
        show(window, name)
        assert places(window) == first[name][0]
        if name != "train":  # which says what is loaded
            assert np.array_equal(pixels(window), first[name][1])


def test_stroke_in_progress_ends(window: MainWindow) -> None:
    canvas = canvas_of(window)
    press(canvas, on_canvas(canvas, 200, 200))
    QTest.mouseMove(canvas, on_canvas(canvas, 300, 300))
    show(window, "look_inside")
    assert window.session.live is None


def test_keyboard_stays_where_it_was(window: MainWindow) -> None:
    window.activateWindow()
    for widget in (canvas_of(window), window.workspaces.panels["network"]):
        widget.setFocus()
        idle()
        for name in [*NAMES[1:], NAMES[0]]:
            show(window, name)
            assert window.focusWidget() is widget, name


def test_shares_are_kept_not_pixels(window: MainWindow) -> None:
    window.resize(1366, 768)
    show(window, "look_inside")
    network = window.workspaces.docks["network"]
    before = network.width() / window.width(), network.height() / window.height()
    show(window, "read")
    window.resize(1920, 1080)
    show(window, "look_inside")
    after = network.width() / window.width(), network.height() / window.height()
    assert np.abs(np.subtract(before, after)).max() < 0.03


def test_network_is_named_over_its_picture(window: MainWindow, training: FakeTraining) -> None:
    """In each workspace: it may be one that learns."""
    session = window.session
    for name in NAMES:
        show(window, name)
        title = window.workspaces.docks["network"].windowTitle()
        assert title == f"Network  ·  {session.recognizer.name}"
    session.use_network("lenet-5")
    for name in NAMES:
        show(window, name)
        assert window.workspaces.docks["network"].windowTitle() == "Network  ·  lenet-5"
    use_language("zh_CN")
    idle()
    assert window.workspaces.docks["network"].windowTitle() == "网络  ·  lenet-5"


# ---- each keeps what its user changed


def test_each_keeps_its_arrangement(window: MainWindow, qtbot) -> None:
    show(window, "look_inside")
    window.workspaces.docks["connections"].close()
    window.workspaces.docks["inspector"].setFloating(True)
    idle()
    show(window, "read")
    assert not window.workspaces.panels["inspector"].isVisible()  # it floats in the other one
    window.workspaces.docks["answer"].close()
    for again in (window, None):
        if again is None:
            window.close()
            again = next_start(qtbot)
            assert again.workspaces.name == "read"
        assert again.workspaces.docks["answer"].isHidden()
        show(again, "look_inside")
        docks = again.workspaces.docks
        assert docks["connections"].isHidden()
        assert docks["inspector"].isFloating()
        assert again.workspaces.panels["inspector"].isVisible()
        assert docks["answer"].seen
        show(again, "read")


def test_last_workspace_comes_back(window: MainWindow, qtbot) -> None:
    show(window, "train")
    window.close()
    again = next_start(qtbot)
    assert again.workspaces.name == "train"
    assert child_of(again, WorkspaceTabs).currentIndex() == NAMES.index("train")
    assert panel_of(again, "training", QWidget).isVisible()


def test_reset_is_of_this_one_reset_all_of_all(window: MainWindow) -> None:
    for name in NAMES:
        show(window, name)
        window.workspaces.docks["answer"].close()
    show(window, "read")
    window.menus.actions["reset_layout"].trigger()
    finish_work()
    assert window.workspaces.is_seen("answer")
    show(window, "look_inside")
    assert not window.workspaces.is_seen("answer")
    window.menus.actions["reset_all"].trigger()
    finish_work()
    assert window.workspaces.name == "look_inside"
    for name in NAMES:
        show(window, name)
        assert window.workspaces.is_seen("answer")
        assert panel_of(window, "answer", QWidget).isVisible()


def test_reset_leaves_no_widgets(window: MainWindow) -> None:
    window.workspaces.reset()
    finish_work()
    before = len(window.findChildren(QWidget))
    for _ in range(5):
        window.workspaces.reset()
        finish_work()
    assert len(window.findChildren(QWidget)) == before


@pytest.mark.parametrize("stored", ["", "nowhere", "experiment/../read", "\u202e"])
def test_unknown_workspace_is_the_first(settings_file: QSettings, qtbot, stored: str) -> None:
    settings_file.setValue("workspace", stored)
    settings_file.sync()
    assert next_start(qtbot).workspaces.name == "read"


# ---- panels by menu and key


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
def test_key_raises_and_then_hides(window: MainWindow, panel) -> None:
    workspaces = window.workspaces
    workspaces.show_workspace("read")
    idle()
    if workspaces.is_seen(panel.name):
        QTest.keySequence(window, panel.key)
        finish_work()
        assert workspaces.docks[panel.name].isHidden()
    QTest.keySequence(window, panel.key)
    finish_work()
    assert workspaces.name == "read"  # any panel can be had anywhere
    assert workspaces.is_seen(panel.name)
    assert panel_of(window, panel.name, QWidget).isVisible()
    QTest.keySequence(window, panel.key)
    finish_work()
    assert not workspaces.is_seen(panel.name)


def test_menu_raises_a_hidden_tab_and_marks_what_is_seen(window: MainWindow) -> None:
    action, view = window.menus.actions["panel:certainty"], window.menus.menus["view"]
    view.aboutToShow.emit()
    assert not action.isChecked()
    action.trigger()
    finish_work()
    assert window.workspaces.is_seen("certainty")
    view.aboutToShow.emit()
    assert action.isChecked()
    assert not window.menus.actions["panel:stages"].isChecked()
    assert not window.workspaces.docks["stages"].isHidden()  # behind it


def test_bring_goes_where_a_panel_belongs(window: MainWindow) -> None:
    window.workspaces.bring("library")
    finish_work()
    assert window.workspaces.name == "train"
    assert window.workspaces.is_seen("library")
    window.workspaces.bring("kernels")  # it has a place here, too
    assert window.workspaces.name == "train"
