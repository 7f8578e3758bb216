"""Columns of the network panel at any size, scale and architecture: whole, apart, readable."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.network.layout import arrange, columns_of, second_of_pair
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.session.session import Session
from tests.gui.helpers import FOUR, draw, pixels
from tests.helpers import untrained

SIZES = [(640, 250), (640, 300), (700, 420), (920, 560), (1200, 480), (1300, 900), (2000, 1200)]
RATIOS = [1.0, 1.5, 2.0]


class DensePanel(NetworkPanel):
    """As on a screen with so many device pixels a pixel."""

    ratio = 1.0

    def devicePixelRatioF(self) -> float:
        return self.ratio


def panel_of(qtbot, name: str, size: tuple[int, int], ratio: float = 1.0) -> DensePanel:
    session = Session(Recognizer(name, untrained(name)))
    panel = DensePanel(session)
    panel.session = session  # kept as long as the panel
    qtbot.addWidget(panel)
    panel.ratio = ratio
    panel.resize(*size)
    draw(session, FOUR)
    return panel


def boxes(columns: list) -> list[QRectF]:
    """Each column with what stands below it, if it is a pair."""
    found = []
    for column in columns:
        bottom = second_of_pair(column) + column.height if column.pair else column.y + column.height
        found.append(QRectF(column.x, column.y, column.width, bottom - column.y))
    return found


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
@pytest.mark.parametrize("name", list(ARCHITECTURES))
def test_columns_fit_the_panel(qtbot, name: str, size: tuple[int, int], ratio: float) -> None:
    panel = panel_of(qtbot, name, size, ratio)
    columns = panel.columns()
    layers = [layer.name for layer in ARCHITECTURES[name].layers]
    assert [column.name for column in columns] == ["INPUT", *layers[:-1]]
    inside = QRectF(0, 0, size[0] * ratio, size[1] * ratio)
    found = boxes(columns)
    for column, box in zip(columns, found, strict=True):
        for number in (column.x, column.y, column.width, column.height):
            assert isinstance(number, int)
        assert column.zoom >= 1
        assert column.zoom % (0.5 if column.grid.rows > 1 else 1) == 0
        assert inside.contains(box), column.name
    for left, right, box, next_box in zip(columns, columns[1:], found, found[1:], strict=False):
        assert box.right() < next_box.left(), f"{left.name} and {right.name}"


@dataclass(frozen=True)
class Text:
    words: str
    place: QRectF


def painted_texts(panel: NetworkPanel, monkeypatch: pytest.MonkeyPatch) -> list[Text]:
    """Every text that the panel paints, with the room that its letters take."""
    texts: list[Text] = []
    paint = QPainter.drawText

    def drawText(painter: QPainter, place: QPointF | QRectF, *more: Any) -> None:
        words = str(more[-1])
        letters = QFontMetricsF(painter.font(), painter.device()).tightBoundingRect(words)
        if isinstance(place, QPointF):
            box = letters.translated(place)
        else:
            box = QRectF(painter.boundingRect(place, int(more[0]), words))
            middle = box.center().y() - letters.height() / 2
            box = QRectF(box.x(), middle, box.width(), letters.height())
        texts.append(Text(words, painter.transform().mapRect(box)))
        paint(painter, place, *more)

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", drawText)
        pixels(panel)
    return [text for text in texts if text.words.strip()]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
@pytest.mark.parametrize("name", list(ARCHITECTURES))
def test_texts_do_not_collide(
    qtbot, monkeypatch: pytest.MonkeyPatch, name: str, size: tuple[int, int]
) -> None:
    panel = panel_of(qtbot, name, size)
    texts = painted_texts(panel, monkeypatch)
    words = [text.words for text in texts]
    for layer in ARCHITECTURES[name].layers[:-1]:
        assert layer.name in words
    inside = QRectF(panel.rect())
    collisions = [
        (one.words, other.words)
        for index, one in enumerate(texts)
        for other in texts[index + 1 :]
        if one.place.intersects(other.place)
    ]
    assert not collisions
    assert not [text.words for text in texts if not inside.contains(text.place)]


@given(
    name=st.sampled_from(sorted(ARCHITECTURES)),
    width=st.integers(480, 4000),
    height=st.integers(200, 2400),
)
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_room(name: str, width: int, height: int) -> None:
    columns = arrange(columns_of(ARCHITECTURES[name]), width, height, 16, 40, 12)
    found = boxes(columns)
    for box, next_box in pairwise(found):
        assert box.right() < next_box.left()
    assert found[0].left() == 16
    assert found[-1].right() <= 16 + width
    assert min(box.top() for box in found) >= 40
    assert max(box.bottom() for box in found) <= 40 + height


@pytest.mark.parametrize("name", list(ARCHITECTURES))
def test_more_room_is_used(name: str) -> None:
    """Twice the room shows the maps larger, not the same in more space."""
    small = arrange(columns_of(ARCHITECTURES[name]), 900, 500, 16, 40, 12)
    large = arrange(columns_of(ARCHITECTURES[name]), 1800, 1000, 16, 40, 12)
    for one, other in zip(small, large, strict=True):
        assert other.zoom > one.zoom


@pytest.mark.parametrize("name", list(ARCHITECTURES))
@pytest.mark.parametrize("ratio", RATIOS)
def test_a_tab_bar_takes_little_from_the_maps(name: str, ratio: float) -> None:
    """Whatever the size, maps shrink by less than a third when the panel loses 30 pixels."""
    tab_bar = int(30 * ratio)
    for width, height in ((620, 200), (840, 320), (1240, 460), (2000, 900)):
        size = int(width * ratio), int(height * ratio)
        before = arrange(columns_of(ARCHITECTURES[name]), *size, 16, 40, 12)
        after = arrange(columns_of(ARCHITECTURES[name]), size[0], size[1] - tab_bar, 16, 40, 12)
        for one, other in zip(before, after, strict=True):
            if one.name == "C1":
                assert other.zoom >= one.zoom * 2 / 3, (size, one.zoom, other.zoom)


@pytest.mark.parametrize("name", list(ARCHITECTURES))
def test_maps_use_the_room(name: str) -> None:
    """No map could be half a pixel larger: there is no width left, or no height."""
    width, height, gap = 840, 320, 12
    columns = arrange(columns_of(ARCHITECTURES[name]), width, height, 0, 0, gap)
    spare = width - sum(column.room for column in columns) - gap * (len(columns) - 1)
    c1 = next(column for column in columns if column.name == "C1")
    grid = c1.grid
    wider = grid.x(grid.width, c1.zoom + 0.5) - c1.width
    tight = replace(grid, row_gap=grid.column_gap)
    assert wider > spare or tight.y(tight.height, c1.zoom + 0.5) > height
    assert c1.zoom >= 2.5  # before there were halves, it was 2 in this room


@pytest.mark.parametrize("factor", [1.0, 1.75])
@pytest.mark.parametrize("width", [520, 600, 640, 660, 726])
def test_headings_give_way_to_maps(
    qtbot, monkeypatch: pytest.MonkeyPatch, width: int, factor: float
) -> None:
    """In narrow panels, and with large letters, they say less; the names of layers always."""
    panel = panel_of(qtbot, "lenet-5", (width, 300))
    font = panel.font()
    font.setPointSizeF(factor * font.pointSizeF())
    panel.setFont(font)
    zooms = {column.name: column.zoom for column in panel.columns()}
    assert zooms["INPUT"] >= 1.5
    assert zooms["C3"] >= 1.5
    assert zooms["C5"] >= 5
    texts = painted_texts(panel, monkeypatch)
    assert {"C1", "S2", "C3", "S4", "C5", "F6"} <= {text.words for text in texts}
    for index, one in enumerate(texts):
        for other in texts[index + 1 :]:
            assert not one.place.intersects(other.place), (one.words, other.words)
