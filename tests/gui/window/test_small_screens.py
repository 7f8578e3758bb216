"""The smallest screen, 1024 x 600: nothing is cut off or painted over in any workspace."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QComboBox, QSlider, QStyle, QStyleOptionComboBox

from lenet_gui.common.values import Unit
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.network.headings import WIDEST_SCALE
from lenet_gui.gui.network.layout import second_of_pair
from lenet_gui.gui.panels.answer.bars import BAR_SPACE
from lenet_gui.gui.panels.answer.panel import AnswerPanel
from lenet_gui.gui.panels.connections import ConnectionsPanel
from lenet_gui.gui.panels.kernels import KernelsPanel
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.workspaces import WORKSPACES
from tests.gui.class_names import painted
from tests.gui.helpers import FOUR, canvas_of, child_of, draw, finish_work, idle, panel_of, pixels

# The platform without a screen cannot raise windows or keep their least sizes, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SCREEN = QSize(1024, 600)
NAMES = [workspace.name for workspace in WORKSPACES]
EACH_WORKSPACE = pytest.mark.parametrize("workspace", NAMES)


@pytest.fixture(params=["en", "zh_CN"])
def small(window: MainWindow, request: pytest.FixtureRequest) -> MainWindow:
    """The window on a small screen, with a four on its page."""
    window.menus.actions[f"language_{request.param}"].trigger()
    window.session.use_network("lenet-5")
    draw(window.session, FOUR)
    window.resize(SCREEN)
    return window


def enter(window: MainWindow, workspace: str) -> None:
    window.workspaces.show_workspace(workspace)
    for name, dock in window.workspaces.docks.items():
        if dock.seen:
            window.workspaces.panel(name)
    finish_work()
    idle()


@EACH_WORKSPACE
def test_window_is_no_larger(small: MainWindow, workspace: str) -> None:
    enter(small, workspace)
    assert small.size() == SCREEN
    assert small.minimumSizeHint().boundedTo(SCREEN) == small.minimumSizeHint()


@EACH_WORKSPACE
def test_pen_width_is_a_slider_not_a_box(small: MainWindow, workspace: str) -> None:
    enter(small, workspace)
    slider = child_of(small, QSlider, "pen-width")
    handle = slider.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, slider)
    assert slider.width() >= 3 * handle


@pytest.mark.parametrize("workspace", ["look_inside", "train"])
def test_kernels_are_whole(small: MainWindow, workspace: str) -> None:
    enter(small, workspace)
    small.workspaces.bring("kernels")
    finish_work()
    panel = panel_of(small, "kernels", KernelsPanel)
    ratio = panel.devicePixelRatioF()
    areas = []
    for layer, (corner, zoom) in panel.places().items():
        grid = panel.packed(layer)[0]
        size = QSize(grid.x(grid.width, zoom), grid.y(grid.height, zoom)) / ratio
        areas.append(QRect(corner.toPoint(), size))
        assert zoom >= 2
        assert panel.rect().contains(areas[-1])
    assert not areas[0].intersects(areas[1])


def test_names_of_the_connected_layers_are_whole(small: MainWindow) -> None:
    enter(small, "look_inside")
    small.workspaces.bring("connections")
    finish_work()
    panel = panel_of(small, "connections", ConnectionsPanel)
    assert panel.corner().width() >= panel.fontMetrics().horizontalAdvance("S2 \\ C3")
    assert panel.rect().contains(panel.corner().toAlignedRect())
    assert panel.rect().contains(panel.cell(5, 15).toAlignedRect())


def test_label_of_the_receptive_field_stays_on_the_page(
    small: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(small, "look_inside")
    canvas: Canvas = canvas_of(small)
    for unit in (Unit("C3", 3, 4, 4), Unit("C1", 5, 27, 27)):
        small.session.point_at(unit)
        (label,) = [text for text in painted(canvas, monkeypatch) if unit.layer in text]
        assert str(unit.row) in label
        assert str(unit.column) in label
        assert canvas.fontMetrics().horizontalAdvance(label) <= canvas.page_rect().width()


@EACH_WORKSPACE
def test_captions_of_the_network_have_room(small: MainWindow, workspace: str) -> None:
    """The ends of scales stand apart, and between a pair of grids is room for its text."""
    enter(small, workspace)
    panel = panel_of(small, "network", NetworkPanel)
    letters, columns = QFontMetricsF(panel.font()), panel.columns()
    ratio = panel.devicePixelRatioF()
    centres = [(column.x + column.width / 2) / ratio for column in columns]
    for left, right in pairwise(centres[1:]):
        assert right - left > letters.horizontalAdvance(WIDEST_SCALE)
    (pair,) = [column for column in columns if column.pair]
    between = second_of_pair(pair) - pair.y - pair.height
    assert between / ratio >= letters.height()


@EACH_WORKSPACE
def test_bars_of_the_answer_hold_their_letters(small: MainWindow, workspace: str) -> None:
    enter(small, workspace)
    panel = panel_of(small, "answer", AnswerPanel)
    pixels(panel)
    for bar in panel.bars:
        assert bar.area.height() - 2 * BAR_SPACE > panel.fontMetrics().capHeight()


def test_architecture_to_train_can_be_read(small: MainWindow) -> None:
    enter(small, "train")
    box = child_of(small, QComboBox, "training-network")
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    assert box.currentText() == "lenet-5-modern"
    assert box.fontMetrics().horizontalAdvance(box.currentText()) <= field.width()


def test_workspaces_are_set_apart_from_the_networks(window: MainWindow) -> None:
    bar = window.network_bar
    first, second = (bar.widgetForAction(action) for action in bar.actions()[:2])
    assert first is window.workspace_tabs
    assert bar.actions()[1].isSeparator()
    assert second.width() > 0
