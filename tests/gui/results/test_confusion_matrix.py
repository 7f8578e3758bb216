"""The confusion matrix: its colours, keyboard and mouse."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from lenet_gui.gui.appearance.theme import LIGHT
from lenet_gui.gui.results.confusion_matrix import ConfusionMatrix
from tests.gui.class_names import LONG, SHORT, painted
from tests.gui.helpers import idle, pixels

NAMES = tuple("0123456789")


def counts() -> np.ndarray:
    confusion = np.diag(np.arange(900, 1000, 10))
    confusion[7, 1], confusion[4, 9], confusion[9, 4] = 17, 5, 1
    return confusion


@pytest.fixture
def matrix(qtbot) -> ConfusionMatrix:
    widget = ConfusionMatrix()
    qtbot.addWidget(widget)
    widget.show_counts(counts(), NAMES)
    widget.resize(460, 260)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.setFocus()
    return widget


def test_a_click_chooses_row_and_column(matrix: ConfusionMatrix, qtbot) -> None:
    with qtbot.waitSignal(matrix.chosen) as chosen:
        place = matrix.cell(7, 1).center()
        QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert chosen.args == [7, 1]
    assert matrix.selected == (7, 1)


def test_every_cell_is_where_it_is_clicked(matrix: ConfusionMatrix) -> None:
    for label in range(10):
        for answer in range(10):
            assert matrix.cell_at(matrix.cell(label, answer).center()) == (label, answer)
    for outside in (QPoint(0, 0), QPoint(matrix.width() - 1, 2), QPoint(3, 100)):
        assert matrix.cell_at(outside) is None


def test_the_keyboard(matrix: ConfusionMatrix, qtbot) -> None:
    assert matrix.at == (7, 1)  # it begins at the worst cell
    for key, at in (
        (Qt.Key.Key_Right, (7, 2)),
        (Qt.Key.Key_Down, (8, 2)),
        (Qt.Key.Key_Left, (8, 1)),
        (Qt.Key.Key_Up, (7, 1)),
        (Qt.Key.Key_Home, (7, 0)),
        (Qt.Key.Key_Left, (7, 0)),
        (Qt.Key.Key_End, (7, 9)),
        (Qt.Key.Key_Right, (7, 9)),
    ):
        QTest.keyClick(matrix, key)
        assert matrix.at == at
    for _ in range(20):
        QTest.keyClick(matrix, Qt.Key.Key_Down)
    with qtbot.waitSignal(matrix.chosen) as chosen:
        QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert chosen.args == [9, 9]


def test_words_of_a_cell(matrix: ConfusionMatrix) -> None:
    assert matrix.text_of(7, 1) == "17 sevens read as 1"
    assert matrix.text_of(9, 4) == "1 nine read as 4"
    assert matrix.text_of(0, 1) == "0 zeros read as 1"
    assert matrix.accessibleDescription() == "17 sevens read as 1"
    QTest.keyClick(matrix, Qt.Key.Key_End)
    assert matrix.accessibleDescription() == "0 sevens read as 9"


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_tool_tip(matrix: ConfusionMatrix) -> None:
    place = matrix.cell(4, 9).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, matrix.mapToGlobal(place))
    QApplication.sendEvent(matrix, event)
    assert QToolTip.text() == "5 fours read as 9"
    QToolTip.hideText()
    idle()


def test_colours(matrix: ConfusionMatrix) -> None:
    """The deeper the more errors; the diagonal is quiet; nothing is coloured that is no error."""
    picture = pixels(matrix).astype(int)

    def ground(label: int, answer: int) -> np.ndarray:
        at = matrix.cell(label, answer).topLeft() + QPoint(2, 2)
        return picture[at.y(), at.x()]

    panel, window = (np.array(QColor(c).getRgb()[:3]) for c in (LIGHT.panel, LIGHT.window))
    assert (ground(3, 3) == window).all()
    assert (ground(0, 1) == panel).all()
    depth = [np.abs(ground(*cell) - panel).sum() for cell in ((9, 4), (4, 9), (7, 1))]
    assert depth == sorted(depth)
    assert depth[0] > 0


@pytest.mark.parametrize("count", [0, 1, 2, 62])
@pytest.mark.parametrize("size", [(1, 1), (300, 200), (2000, 1200)])
def test_any_number_of_classes_and_any_size(qtbot, count: int, size: tuple[int, int]) -> None:
    widget = ConfusionMatrix()
    qtbot.addWidget(widget)
    names = tuple(f"a long name of class {i}" for i in range(count))
    widget.show_counts(np.full((count, count), 345), names)
    widget.resize(*size)
    for ratio in (1.0, 2.0):
        pixels(widget, ratio)
    QTest.keyClick(widget, Qt.Key.Key_Down)
    if count > 1:
        assert widget.text_of(0, 1) == (
            "“a long name of class 0” read as “a long name of class 1”: 345"
        )


def test_no_errors_at_all(qtbot) -> None:
    widget = ConfusionMatrix()
    qtbot.addWidget(widget)
    widget.show_counts(np.diag([5, 6]), ("yes", "no"))
    assert widget.worst() is None
    pixels(widget)


@pytest.mark.parametrize("kind", SHORT)
@pytest.mark.parametrize("size", [(420, 300), (640, 400)])
def test_names_are_whole(
    qtbot, monkeypatch: pytest.MonkeyPatch, kind: str, size: tuple[int, int]
) -> None:
    """Beside the rows and above the columns, upright where they are wider than a cell."""
    widget, names = ConfusionMatrix(), SHORT[kind]
    qtbot.addWidget(widget)
    widget.show_counts(np.full((len(names), len(names)), 7), names)
    widget.resize(max(size[0], widget.minimumWidth()), max(size[1], widget.minimumHeight()))
    shown = painted(widget, monkeypatch)
    for name in names:
        assert shown.count(name) == 2
    for place in range(len(names)):
        cell = widget.cell(place, place)
        assert widget.tip_at(cell.center()) == widget.text_of(place, place)
        left = widget.cell(place, 0).left() - 8
        assert widget.tip_at(QPoint(left, cell.center().y())) == names[place]
        top = widget.cell(0, place).top() - 5
        assert widget.tip_at(QPoint(cell.center().x(), top)) == names[place]
    last = widget.cell(len(names) - 1, len(names) - 1)
    assert widget.rect().contains(last)


def test_very_long_names_leave_room_for_the_cells(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = ConfusionMatrix()
    qtbot.addWidget(widget)
    widget.show_counts(np.full((10, 10), 7), LONG)
    widget.resize(620, 420)
    assert widget.minimumWidth() < 620
    cut = [text for text in painted(widget, monkeypatch) if text.endswith("…")]
    assert len(cut) == 20
    assert widget.cell(0, 0).left() < 200
    assert widget.cell(0, 0).top() < 200
    assert widget.tip_at(QPoint(50, widget.cell(4, 0).center().y())) == LONG[4]
