"""The source of fields: what is chosen goes straight to the network's input."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Unit
from lenet_gui.engine.explaining.made_fields import stripe_field
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.panels.answer.panel import AnswerPanel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.sources.field import EMPTY, IMAGE, IMPULSE, NOISE, STRIPES, FieldSource
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.main_window import MainWindow
from tests.engine.checkpoints.test_network_scripts import networks
from tests.gui.helpers import (
    FOUR,
    answer_of,
    draw,
    finish_work,
    idle,
    panel_of,
    pixels,
    source_of,
)


@pytest.fixture
def source(qtbot, session: Session, settings: Settings) -> FieldSource:
    session.use_network("lenet-5")
    source = FieldSource(session, settings)
    qtbot.addWidget(source)
    source.resize(320, 420)
    with qtbot.waitExposed(source):
        source.show()
    idle()
    return source


def choose(source: FieldSource, kind: int) -> None:
    """Choose a kind of field with the keyboard."""
    source.kind.setFocus()
    for _ in range(source.kind.count()):
        QTest.keyClick(source.kind, Qt.Key.Key_Up)
    for _ in range(kind):
        QTest.keyClick(source.kind, Qt.Key.Key_Down)
    idle()


def read(session: Session) -> np.ndarray:
    """The bytes that the network has really read."""
    side = session.recognizer.architecture.input_shape[1]
    field = session.recognition.field
    rim = (len(field) - side) // 2
    inside = field[rim : rim + side, rim : rim + side]
    wanted = session.recognizer.network.scores(
        session.recognizer.architecture.input_from(field)[None]
    )
    np.testing.assert_allclose(session.recognition.scores, wanted[0], rtol=1e-4)
    return inside


def click_pixel(source: FieldSource, row: int, column: int) -> None:
    place, side = source.view.place(), source.view._side()
    at = place.topLeft() + QPointF(column + 0.5, row + 0.5) * (place.width() / side)
    QTest.mouseClick(source.view, Qt.MouseButton.LeftButton, pos=at.toPoint())
    idle()


def test_an_impulse_is_put_where_it_is_clicked_and_moved_by_keys(
    source: FieldSource, session: Session
) -> None:
    assert np.argwhere(read(session)).tolist() == [[16, 16]]
    click_pixel(source, 3, 28)
    assert np.argwhere(read(session)).tolist() == [[3, 28]]
    assert (source.row.value(), source.column.value()) == (3, 28)
    source.view.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(source.view, key)
    idle()
    assert np.argwhere(read(session)).tolist() == [[4, 26]]
    source.row.setValue(31)
    idle()
    QTest.keyClick(source.view, Qt.Key.Key_Down)
    idle()
    assert np.argwhere(read(session)).tolist() == [[31, 26]]


def test_an_impulse_shows_the_kernels(source: FieldSource, session: Session) -> None:
    """Far from it, C1 says what it says to paper; near it, the kernel times the height of ink."""
    weights = session.recognizer.checkpoint.weights
    low, high = session.recognizer.architecture.input_range
    click_pixel(source, 15, 15)
    found = session.recognition.activations["C1"]
    paper = weights["C1.bias"] + low * weights["C1.weight"].sum(axis=(1, 2, 3))
    sums = paper[:, None, None] + (high - low) * weights["C1.weight"][:, 0, ::-1, ::-1]
    np.testing.assert_allclose(found[:, 0, 0], 1.7159 * np.tanh(2 / 3 * paper), rtol=1e-4)
    np.testing.assert_allclose(
        found[:, 11:16, 11:16], 1.7159 * np.tanh(2 / 3 * sums), rtol=1e-3, atol=1e-5
    )


def test_stripes(source: FieldSource, session: Session) -> None:
    choose(source, STRIPES)
    assert (read(session)[0, :8] == [255, 255, 0, 0, 255, 255, 0, 0]).all()
    assert (read(session) == read(session)[0]).all()
    source.period.setValue(8)
    source.direction.setCurrentIndex(1)
    idle()
    assert (read(session)[:9, 5] == [255] * 4 + [0] * 4 + [255]).all()
    source.direction.setCurrentIndex(2)
    idle()
    field = read(session)
    assert (field[:-1, 1:] == field[1:, :-1]).all()
    source.direction.setCurrentIndex(3)
    idle()
    field = read(session)
    assert (field[:-1, :-1] == field[1:, 1:]).all()


def test_noise_and_an_empty_field(source: FieldSource, session: Session) -> None:
    choose(source, NOISE)
    first = read(session)
    assert 100 < first.mean() < 155
    assert len(np.unique(first)) > 200
    QTest.mouseClick(source.another, Qt.MouseButton.LeftButton)
    idle()
    assert not np.array_equal(read(session), first)
    choose(source, EMPTY)
    assert not read(session).any()
    assert session.recognition.label is not None
    assert session.recognition.reason is None


def test_an_image_is_only_resized(
    source: FieldSource, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = np.random.default_rng(1).integers(0, 256, (32, 32)).astype(np.uint8)
    Image.fromarray(values).save(tmp_path / "mine.png")
    chosen = (str(tmp_path / "mine.png"), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen)
    choose(source, IMAGE)
    assert not read(session).any()  # there is none yet
    QTest.mouseClick(source.open, Qt.MouseButton.LeftButton)
    finish_work()
    np.testing.assert_array_equal(read(session), values)
    assert source.name.text() == "mine.png"
    source.inverted.click()
    idle()
    np.testing.assert_array_equal(read(session), 255 - values)


def test_a_bad_image_is_told_and_changes_nothing(
    source: FieldSource, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "bad.png").write_bytes(b"rubbish")
    told: list[Exception] = []
    source.failed.connect(told.append)
    before = read(session)
    source.open_file(tmp_path / "bad.png")
    finish_work()
    assert isinstance(told[0], BadInput)
    np.testing.assert_array_equal(read(session), before)
    assert source.kind.currentIndex() == IMPULSE


def test_it_fits_the_input_of_another_network(source: FieldSource, session: Session) -> None:
    click_pixel(source, 31, 31)
    session.use_network("lenet-sigmoid")
    idle()
    assert np.argwhere(read(session)).tolist() == [[27, 27]]
    choose(source, NOISE)
    assert read(session).shape == (28, 28)
    assert len(np.unique(read(session))) > 200  # not resized


def test_the_view_shows_what_is_read_and_the_receptive_field(
    source: FieldSource, session: Session
) -> None:
    choose(source, EMPTY)
    empty = pixels(source.view)
    session.point_at(Unit("C3", 6, 5, 3))
    idle()
    place, changed = source.view.place(), (pixels(source.view) != empty).any(axis=2)
    rows, columns = (np.flatnonzero(changed.any(axis=axis)) for axis in (1, 0))
    step = place.width() / 32
    window = session.recognizer.architecture.windows(Unit("C3", 6, 5, 3))[-1]
    assert abs(rows[0] - (place.y() + window.top * step)) <= 2
    assert abs(columns[-1] - (place.x() + window.right * step)) <= 2
    session.point_at(None)


def test_the_page_is_read_again_when_it_goes(source: FieldSource, session: Session) -> None:
    draw(session, FOUR)
    assert session.recognition.picture.as_is
    source.hide()
    idle()
    assert session.recognition.label == "4"
    source.show()
    idle()
    assert session.recognition.picture.as_is


def test_the_choice_outlives_another_language(
    source: FieldSource, session: Session, settings: Settings, qtbot
) -> None:
    choose(source, STRIPES)
    source.period.setValue(10)
    other = FieldSource(session, settings)
    qtbot.addWidget(other)
    other.take_over(source)
    np.testing.assert_array_equal(other.field(), source.field())


def test_in_the_window_it_has_a_tab_where_it_belongs(window: MainWindow) -> None:
    tabs = window.page_area.tabs
    place = window.sources.names.index("field")
    assert not tabs.isTabVisible(place)
    draw(window.session, FOUR)
    window.workspaces.show_workspace("look_inside")
    idle()
    assert tabs.isTabVisible(place)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(place).center())
    finish_work()
    field = source_of(window, "field", FieldSource)
    assert window.sources.currentWidget() is field
    answer = panel_of(window, "answer", AnswerPanel)
    assert any("never declined" in line.text for line in answer.lines())
    assert answer_of(window) == window.session.recognition.label
    window.menus.actions["source:drawing"].trigger()
    idle()
    assert answer_of(window) == "4"


def test_the_page_is_shown_when_it_changes(window: MainWindow) -> None:
    draw(window.session, FOUR)
    window.menus.actions["source:field"].trigger()
    idle()
    assert window.session.recognition.picture.as_is
    window.menus.actions["undo"].trigger()
    idle()
    assert window.sources.name == "drawing"
    assert not window.session.recognition.picture.as_is


@pytest.mark.parametrize("name", ["grey picture", "stride, table, odd maps"])
def test_networks_that_see_pictures(source: FieldSource, session: Session, name: str) -> None:
    session.use(Recognizer(name, networks()[name]))
    choose(source, STRIPES)
    channels, side, _ = session.recognizer.architecture.input_shape
    stripes = stripe_field(side, 4, "vertical")
    np.testing.assert_array_equal(session.recognition.field, np.stack([stripes] * channels))
    assert session.recognition.label is not None
    place, shown = source.view.place(), pixels(source.view)
    step = place.width() / side
    row = int(place.y() + 5.5 * step)
    seen = [shown[row, int(place.x() + (column + 0.5) * step)].mean() for column in range(side)]
    np.testing.assert_array_equal(seen, stripes[5])
