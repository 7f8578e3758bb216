"""Docks: closed, floated, moved, brought back; in proportion at any size of the window."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QWidget

from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.assembly import complete
from lenet_gui.gui.window.dock_buttons import CLOSE
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import (
    FOUR,
    canvas_of,
    drag_separator,
    draw,
    idle,
    next_start,
    on_screen,
    pixels,
)
from tests.helpers import default_recognizer

SIZES = [(1024, 600), (1366, 768), (1600, 900), (1920, 1080)]
TABS = ["stages", "certainty"]  # of the first workspace


def resized(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    idle()
    assert (window.width(), window.height()) == size


def parts(window: MainWindow) -> np.ndarray:
    """Widths and heights of what is seen, as parts of the workspace."""
    whole, docks = window.workspaces, window.workspaces.docks
    seen = [docks["network"], docks["answer"], docks["stages"]]
    return np.array([(w.width() / whole.width(), w.height() / whole.height()) for w in seen])


def tab_to_front(window: MainWindow, name: str) -> None:
    window.workspaces.bring(name)
    idle()


# ---- sizes


@pytest.mark.parametrize("size", SIZES)
def test_proportions_are_kept(window: MainWindow, size: tuple[int, int]) -> None:
    resized(window, (1280, 740))
    before = parts(window)
    resized(window, size)
    assert np.abs(parts(window) - before).max() < 0.09
    resized(window, (1280, 740))
    assert np.abs(parts(window) - before).max() < 0.02


@pytest.mark.parametrize("size", SIZES)
def test_everything_can_be_used(window: MainWindow, size: tuple[int, int]) -> None:
    """Nothing lies outside of the window or over something else."""
    resized(window, size)
    network, answer, stages = (window.workspaces.docks[n] for n in ("network", "answer", "stages"))
    areas = [_place_in(window, widget) for widget in (network, answer, stages, window.sources)]
    for place, area in enumerate(areas):
        assert window.rect().contains(area)
        assert not any(area.intersects(other) for other in areas[place + 1 :])
    assert network.width() > size[0] / 2
    assert canvas_of(window).page_rect().width() >= 100


def _place_in(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def test_step_by_step_is_as_at_once(window: MainWindow) -> None:
    """Dragging the edge of the window does not wear the proportions away."""
    resized(window, (1200, 700))
    before = parts(window)
    for step in range(30):
        resized(window, (1200 + 20 * (step % 15), 700 + 9 * (step % 11)))
    resized(window, (1200, 700))
    assert np.abs(parts(window) - before).max() < 0.03


# ---- closed, floated, brought back


@pytest.mark.parametrize("name", [panel.name for panel in PANELS])
def test_floats_and_comes_back(window: MainWindow, name: str) -> None:
    draw(window.session, FOUR)
    window.workspaces.show_here(name)
    idle()
    dock = window.workspaces.docks[name]
    dock.setFloating(True)
    idle()
    assert dock.isVisible()
    assert dock.isWindow()
    title = next(panel.title for panel in PANELS if panel.name == name)
    assert dock.windowTitle().split("  ·  ")[0] == title
    window.session.clear()
    idle()
    draw(window.session, FOUR)  # it is still live
    pixels(window.workspaces.panel(name))
    window.menus.actions["reset_layout"].trigger()
    idle()
    assert name not in window.workspaces.docks or not window.workspaces.docks[name].isFloating()


def test_reset_after_everything(window: MainWindow) -> None:
    """Closed, floated, moved to another side, stretched: at once as at first."""
    resized(window, (1280, 740))
    window.menus.actions["reset_layout"].trigger()
    idle()
    first = pixels(window)
    docks = window.workspaces.docks
    docks["answer"].close()
    docks["certainty"].setFloating(True)
    current = window.workspaces.current
    current.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks["stages"])
    current.resizeDocks([docks["network"]], [700], Qt.Orientation.Horizontal)
    window.workspaces.show_here("library")
    idle()
    assert not np.array_equal(pixels(window), first)
    window.menus.actions["reset_layout"].trigger()
    idle()
    current, docks = window.workspaces.current, window.workspaces.docks
    assert current.dockWidgetArea(docks["stages"]) == Qt.DockWidgetArea.RightDockWidgetArea
    assert "library" not in docks
    assert np.array_equal(pixels(window), first)
    assert np.array_equal(on_screen(window), first)


def test_all_closed_leaves_the_page(window: MainWindow) -> None:
    for dock in window.workspaces.docks.values():
        dock.close()
    idle()
    draw(window.session, FOUR)
    assert window.windowTitle() == "4 – lenet_gui"
    assert canvas_of(window).page_rect().width() > 500
    window.menus.actions["reset_layout"].trigger()
    idle()
    assert not any(dock.isHidden() for dock in window.workspaces.docks.values())


# ---- made when first seen


def test_panels_behind_tabs_are_not_made(window: MainWindow) -> None:
    front = TABS[0]
    assert set(window.workspaces.panels) == {"network", "answer", front}


@pytest.mark.parametrize("name", TABS[1:])
def test_panel_is_made_when_its_tab_is_chosen(window: MainWindow, name: str) -> None:
    draw(window.session, FOUR)
    tab_to_front(window, name)
    made = window.workspaces.panels[name]
    assert made.isVisible()
    assert np.array_equal(on_screen(window), pixels(window))
    tab_to_front(window, TABS[0])
    tab_to_front(window, name)
    assert window.workspaces.panels[name] is made  # once


def test_no_panel_before_there_is_a_reader(qtbot, settings) -> None:
    """The window comes first; panels as soon as they have something to show."""
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert not any(panel.isVisible() for panel in window.workspaces.panels.values())
    complete(window, Session(default_recognizer()))
    idle()
    assert {"network", "answer"} <= set(window.workspaces.panels)


# ---- after a restart


def restarted(window: MainWindow, qtbot) -> MainWindow:
    window.close()
    again = next_start(qtbot)
    idle()
    return again


def test_layout_comes_back(window: MainWindow, qtbot) -> None:
    resized(window, (1100, 700))
    docks = window.workspaces.docks
    docks["certainty"].close()
    window.workspaces.show_here("kernels")
    left = Qt.DockWidgetArea.LeftDockWidgetArea
    window.workspaces.current.addDockWidget(left, docks["answer"])
    idle()
    widths = {name: dock.width() / window.width() for name, dock in docks.items()}
    again = restarted(window, qtbot)
    other = again.workspaces.docks
    assert other["certainty"].isHidden()
    assert other["kernels"].seen
    assert again.workspaces.current.dockWidgetArea(other["answer"]) == left
    for name in ("network", "answer"):
        # The screen that is not there is smaller, and so is the window.
        assert abs(other[name].width() / again.width() - widths[name]) < 0.1
    assert "certainty" not in again.workspaces.panels


def test_chosen_tab_comes_back(window: MainWindow, qtbot) -> None:
    tab_to_front(window, TABS[-1])
    again = restarted(window, qtbot)
    assert again.workspaces.docks[TABS[-1]].widget() is again.workspaces.panels.get(TABS[-1])


def test_floating_panel_comes_back(window: MainWindow, qtbot) -> None:
    window.workspaces.docks["answer"].setFloating(True)
    idle()
    again = restarted(window, qtbot)
    assert again.workspaces.docks["answer"].isFloating()
    draw(again.session, FOUR)
    assert again.workspaces.panel("answer").accessibleName() == "Answer: 4"


def test_docks_have_names(window: MainWindow) -> None:
    """Without, their places could not be stored."""
    names = [dock.objectName() for dock in window.findChildren(QDockWidget)]
    assert all(names)
    assert len(set(names)) == len(names)


def test_parts_are_those_of_last_time_where_the_window_fills_the_screen_later(
    window: MainWindow, settings_file: QSettings, qtbot
) -> None:
    """Window managers do that when it is there already."""
    resized(window, (1366, 740))
    drag_separator(window, "network", 70)
    before = parts(window)
    window.close()
    for _ in range(2):  # what is a little off would grow
        settings_file.remove("geometry")
        window = next_start(qtbot)
        assert window.size() != QSize(1366, 740)
        resized(window, (1366, 740))
        assert np.abs(parts(window) - before).max() < 0.01
        window.close()


@pytest.mark.parametrize("text", ["[]", "{", '{"network": 7}', '{"network": ["a", 1]}', "17"])
def test_parts_that_are_rubbish(
    window: MainWindow, settings_file: QSettings, warnings, qtbot, text: str
) -> None:
    window.close()
    settings_file.setValue("read/parts", text)
    assert next_start(qtbot).workspaces.docks["network"].isVisible()
    assert "read/parts" in warnings.records[0].getMessage()


def test_buttons_keep_their_looks(window: MainWindow, qtbot) -> None:
    """Qt paints its own when docks come back."""
    before = window.workspaces.docks["network"].findChild(QAbstractButton, CLOSE).icon().cacheKey()
    window.close()
    again = next_start(qtbot)
    for dock in again.workspaces.docks.values():
        if dock.isVisible():
            assert dock.findChild(QAbstractButton, CLOSE).icon().cacheKey() == before
