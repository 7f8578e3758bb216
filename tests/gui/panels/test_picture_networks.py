"""Every panel of the table with networks that see pictures, in colour and in grey."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from lenet_gui.common.values import Picture, Unit
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.network.painter import map_rect, unit_rect
from lenet_gui.gui.panels import PANELS, Panel
from lenet_gui.gui.panels.kernels import KernelsPanel
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.panels.normalization import NormalizationPanel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.session.view_context import ViewContext
from lenet_gui.gui.wording.recognition_words import unit_text, unit_value
from tests.gui.helpers import FOUR, draw, finish_work, idle, pixels
from tests.gui.picture_networks import (
    COLOURS,
    YELLOW,
    quarters,
    red_four_on_yellow,
    seeing_pictures,
)
from tests.helpers import untrained

FOLLOWS_THE_PAGE = ("network", "answer", "stages")


def in_three_equal_channels() -> Recognizer:
    return Recognizer("ink on three channels", untrained("lenet-relu", COLOURS))


NETWORKS = {
    "colour": seeing_pictures,
    "grey": lambda: seeing_pictures("lenet-5-tanh"),
    "ink": in_three_equal_channels,
}


@pytest.fixture(params=NETWORKS)
def session(request, session: Session) -> Session:
    session.use(NETWORKS[request.param]())
    return session


@pytest.fixture
def colour(session: Session) -> Session:
    session.use(seeing_pictures())
    return session


only_colour = pytest.mark.parametrize("session", ["colour"], indirect=True)
only_grey = pytest.mark.parametrize("session", ["grey"], indirect=True)


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
def test_each_panel_shows_it(qtbot, session: Session, context: ViewContext, panel: Panel) -> None:
    widget = panel.make(context)
    qtbot.addWidget(widget)
    widget.resize(760, 420)
    with qtbot.waitExposed(widget):
        widget.show()
    focused = widget.focusWidget()
    if focused is not None:  # a cursor would blink
        focused.clearFocus()
    finish_work()
    blank = pixels(widget)
    session.replace_drawing(red_four_on_yellow(), "")
    idle()
    shown = pixels(widget)
    assert len(np.unique(shown.reshape(-1, 3), axis=0)) > 2
    if panel.name in FOLLOWS_THE_PAGE:
        assert not np.array_equal(shown, blank)
    session.put_picture(Picture(np.zeros((60, 90), np.uint8), rgb=quarters()), "Open")
    idle()
    pixels(widget, 1.5)
    session.undo_stack.undo()
    session.undo_stack.undo()
    idle()
    assert np.array_equal(pixels(widget), blank)
    widget.setMinimumSize(1, 1)
    for size in ((1, 1), (700, 90), (120, 900)):
        widget.resize(*size)
        draw(session, FOUR[:1])
        pixels(widget)


# ---- the input in the picture of the network


@pytest.fixture
def network(qtbot, colour: Session) -> NetworkPanel:
    panel = NetworkPanel(colour)
    qtbot.addWidget(panel)
    panel.resize(1000, 500)
    colour.replace_drawing(red_four_on_yellow(), "")
    idle()
    return panel


def middle(rect: QRectF) -> tuple[int, int]:
    return int(rect.center().y()), int(rect.center().x())


@only_colour
def test_input_is_three_planes_and_their_sum(network: NetworkPanel, colour: Session) -> None:
    column = network.columns()[0]
    assert (column.name, column.maps, column.grid.count) == ("INPUT", 3, 4)
    shown, field = pixels(network), colour.recognition.field
    for row, place in ((0, 0), (16, 16), (17, 9), (31, 31)):
        for plane in range(3):
            wanted = [0, 0, 0]
            wanted[plane] = int(field[plane, row, place])
            at = middle(unit_rect(column, Unit("INPUT", plane, row, place)))
            assert shown[at].tolist() == wanted
        at = middle(unit_rect(column, Unit("INPUT", 3, row, place)))
        assert shown[at].tolist() == field[:, row, place].tolist()


@only_colour
def test_a_unit_of_the_input_says_its_colour(network: NetworkPanel, colour: Session) -> None:
    column = network.columns()[0]
    unit = network.unit_at(unit_rect(column, Unit("INPUT", 1, 3, 4)).center())
    assert unit == Unit("INPUT", 1, 3, 4)
    value = unit_value(colour.recognizer, colour.recognition, unit)
    assert value == pytest.approx(YELLOW[1] / 255)
    text = unit_text(unit, value, COLOURS, colour.recognizer.architecture.coloured)
    assert text == "Input, green · row 3, column 4 · +0.922"
    assert network.unit_at(map_rect(column, 3).center()) is None  # the sum is no map


@only_colour
def test_what_a_unit_reads_is_framed_in_all_planes_and_in_their_sum(
    network: NetworkPanel, colour: Session
) -> None:
    before = pixels(network)
    colour.point_at(Unit("C1", 0, 14, 14))
    after = pixels(network)
    for plane in range(4):
        around = map_rect(network.columns()[0], plane).toAlignedRect()
        part = np.s_[around.top() : around.bottom(), around.left() : around.right()]
        assert not np.array_equal(before[part], after[part])


@only_grey
def test_a_grey_picture_is_one_plane_as_it_is(qtbot, session: Session) -> None:
    panel = NetworkPanel(session)
    qtbot.addWidget(panel)
    panel.resize(1000, 500)
    session.replace_drawing(red_four_on_yellow(), "")
    idle()
    column, field = panel.columns()[0], session.recognition.field
    assert (column.maps, column.grid.count, field.shape) == (1, 1, (1, 32, 32))
    at = middle(unit_rect(column, Unit("INPUT", 0, 2, 2)))
    assert pixels(panel)[at].tolist() == [int(field[0, 2, 2])] * 3
    assert field[0, 2, 2] == round(0.299 * YELLOW[0] + 0.587 * YELLOW[1] + 0.114 * YELLOW[2])


# ---- normalisation


@pytest.fixture
def stages(qtbot, colour: Session) -> NormalizationPanel:
    panel = NormalizationPanel(colour)
    qtbot.addWidget(panel)
    panel.resize(760, 220)
    return panel


@only_colour
def test_the_picture_its_input_and_its_planes(stages: NormalizationPanel, colour: Session) -> None:
    colour.put_picture(Picture(np.zeros((60, 90), np.uint8), rgb=quarters()), "Open")
    idle()
    places = stages.places()
    assert len(places) == 5
    shown = pixels(stages)

    def seen(place: QRectF, x: float, y: float) -> list[int]:
        at = place.topLeft() + QPointF(x * place.width(), y * place.height())
        return shown[int(at.y()), int(at.x())].tolist()

    assert seen(places[0], 0.25, 0.35) == [255, 0, 0]
    assert seen(places[1], 0.25, 0.1) == [255, 0, 0]
    assert seen(places[1], 0.75, 0.1) == [0, 255, 0]
    assert seen(places[2], 0.25, 0.1) == [255, 0, 0]
    assert seen(places[2], 0.75, 0.1) == [0, 0, 0]
    assert seen(places[3], 0.75, 0.1) == [0, 255, 0]
    assert seen(places[4], 0.25, 0.9) == [0, 0, 255]
    words = stages.explanation()
    assert words == "90 × 60 pixels are resized to 32 × 32. Values 0 to 255 become 0 to 1."
    colour.clear()
    idle()
    assert stages.explanation() == ""


@only_grey
def test_grey_stages(qtbot, session: Session) -> None:
    panel = NormalizationPanel(session)
    qtbot.addWidget(panel)
    panel.resize(760, 220)
    session.replace_drawing(red_four_on_yellow(), "")
    idle()
    assert len(panel.places()) == 2
    assert "140 × 140 pixels are resized to 32 × 32. Their colours become grey." in (
        panel.explanation()
    )


@only_colour
@pytest.mark.parametrize("size", [(330, 130), (620, 190), (1100, 260), (500, 80)])
def test_stages_do_not_touch(stages: NormalizationPanel, size: tuple[int, int]) -> None:
    stages.setMinimumSize(1, 1)
    stages.resize(*size)
    places = stages.places()
    assert all(one.right() < other.left() for one, other in pairwise(places))
    assert places[0].left() >= 0
    assert places[-1].right() <= size[0]


# ---- kernels


@only_colour
def test_kernels_are_shown_in_their_colours(qtbot, colour: Session) -> None:
    panel = KernelsPanel(colour)
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    weights = colour.recognizer.checkpoint.weights["C1.weight"]  # (maps, channels, rows, columns)
    bound = float(np.abs(weights).max())
    grid, packed, found = panel.packed("C1")
    assert found == pytest.approx(bound)
    assert (grid.count, len(packed)) == (18, 3 * 6 - 1)
    corner, zoom = panel.places()["C1"]
    shown = pixels(panel)
    for map_, row, place in ((0, 0, 0), (3, 2, 4), (5, 4, 1)):
        wanted = np.rint(128 + 127 * weights[map_, :, row, place] / bound)
        x = corner.x() + grid.x(6 * map_ + place, zoom) + zoom / 2
        y = corner.y() + grid.y(6 * 3 + row, zoom) + zoom / 2
        assert np.abs(shown[int(y), int(x)] - wanted).max() <= 1
