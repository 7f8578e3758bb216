"""The window with networks of 200 and of 1,000 classes, whose names have up to 100 letters."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from lenet_gui.common.values import Evaluation, Unit
from lenet_gui.engine.checkpoints.checkpoint import (
    checkpoint_of,
    read_checkpoint,
    write_checkpoint,
)
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.summary import Summary
from lenet_gui.engine.networks.architectures import architecture
from lenet_gui.engine.networks.weight_initialization import initial_weights
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.importing.class_table import MOST_SAID, ClassTable
from lenet_gui.gui.network.output_column import MAX_OUTPUT_ROWS
from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.panels.answer.panel import AnswerPanel
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.results import confusion_matrix
from lenet_gui.gui.results.confusion_matrix import ConfusionMatrix
from lenet_gui.gui.results.figure_tabs import FigureTabs
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.class_names import painted
from tests.gui.helpers import FOUR, SEVEN, canvas_of, draw, finish_work, idle, pixels, write
from tests.helpers import default_recognizer

MOST_WIDTH, MOST_HEIGHT = 1024, 600  # of a small screen


def names_of(count: int) -> tuple[str, ...]:
    """Every seventh name has 100 letters."""
    return tuple(
        f"{place} {'long name ' * 10}"[:100].strip() if place % 7 == 3 else f"word {place}"
        for place in range(count)
    )


def many(count: int) -> Recognizer:
    made = architecture("lenet-5-modern").for_classes(count)
    return Recognizer("many", checkpoint_of(made, names_of(count), initial_weights(made, 0)))


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(many(200))


@pytest.fixture
def answer(qtbot, session: Session) -> AnswerPanel:
    panel = AnswerPanel(session)
    qtbot.addWidget(panel)
    panel.resize(460, 330)
    with qtbot.waitExposed(panel):
        panel.show()
    draw(session, FOUR)
    pixels(panel)
    return panel


def shown(panel: AnswerPanel) -> list[int]:
    pixels(panel)
    return [bar.class_index for bar in panel.bars]


def turn_wheel(widget: QWidget, notches: int) -> None:
    middle = QPointF(widget.rect().center())
    turned = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(widget, turned)


# ---- the whole window


def test_the_window_stays_as_small_and_makes_no_widget_for_a_class(window: MainWindow) -> None:
    session = window.findChild(NetworkPanel)._session
    session.use(default_recognizer())
    least: dict[str, tuple[int, int]] = {}
    most = 0
    for recognizer in (default_recognizer(), many(200), many(1000)):
        session.use(recognizer)
        for panel in PANELS:
            window.workspaces.bring(panel.name)
            finish_work()
        sizes: dict[str, tuple[int, int]] = {}
        counts: list[int] = []
        for panel in PANELS:
            window.workspaces.bring(panel.name)
            idle()
            sizes[panel.name] = window.minimumSizeHint().toTuple()
            counts.append(len(QApplication.allWidgets()))
        write(canvas_of(window), SEVEN)
        idle()
        assert session.recognition.label is not None or session.recognition.ranking
        least, most = least or sizes, most or max(counts)  # with ten classes
        assert sizes == least
        assert len(QApplication.allWidgets()) <= most
        pixels(window)
    assert all(width <= MOST_WIDTH and height <= MOST_HEIGHT for width, height in sizes.values())


def test_a_thousand_classes_are_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "many.safetensors"
    write_checkpoint(path, many(1000).checkpoint)
    assert read_checkpoint(path).class_names == names_of(1000)


# ---- the answer


def test_the_best_classes_are_seen_and_all_are_reached_by_keyboard(
    answer: AnswerPanel, session: Session
) -> None:
    ranking = session.recognition.ranking
    assert shown(answer) == list(ranking[: len(answer.bars)])
    assert len(answer.bars) >= 5
    answer.setFocus(Qt.FocusReason.TabFocusReason)
    assert answer.hasFocus()
    seen = set(shown(answer))
    while answer.bars[-1].class_index != ranking[-1]:
        before = answer.first
        QTest.keyClick(answer, Qt.Key.Key_PageDown)
        seen |= set(shown(answer))
        assert answer.first > before
    assert seen == set(range(200))
    QTest.keyClick(answer, Qt.Key.Key_Home)
    assert shown(answer)[0] == ranking[0]
    QTest.keyClick(answer, Qt.Key.Key_Down)
    assert shown(answer)[0] == ranking[1]
    QTest.keyClick(answer, Qt.Key.Key_End)
    assert shown(answer)[-1] == ranking[-1]
    draw(session, SEVEN)  # a new answer is seen at once
    assert shown(answer)[0] == session.recognition.ranking[0]


def test_the_wheel_scrolls_the_classes(answer: AnswerPanel, session: Session) -> None:
    turn_wheel(answer, -3)
    assert shown(answer)[0] == session.recognition.ranking[3]
    turn_wheel(answer, 9)
    assert shown(answer)[0] == session.recognition.ranking[0]


def test_ten_classes_need_no_keyboard_in_the_answer(qtbot) -> None:
    session = Session(default_recognizer())
    panel = AnswerPanel(session)
    qtbot.addWidget(panel)
    draw(session, FOUR)
    assert panel.focusPolicy() == Qt.FocusPolicy.NoFocus
    turn_wheel(panel, -3)
    assert panel.first == 0


# ---- the picture of the network


def test_every_output_is_shown_when_it_is_pointed_at(
    qtbot, monkeypatch: pytest.MonkeyPatch, session: Session
) -> None:
    panel = NetworkPanel(session)
    qtbot.addWidget(panel)
    panel.resize(970, 412)
    draw(session, FOUR)
    best = list(session.recognition.ranking[:MAX_OUTPUT_ROWS])
    assert panel._output.classes(session) == best
    session.point_at(Unit("OUTPUT", 0))
    for index in range(1, 200):
        QTest.keyClick(panel, Qt.Key.Key_Down)
        assert session.unit == Unit("OUTPUT", index)
        rows = panel._output.classes(session)
        assert index in rows
        assert rows[:-1] == best[:-1]  # the best stay where they are
    assert any(text.startswith("199 long") for text in painted(panel, monkeypatch))


# ---- the confusion matrix


@pytest.mark.parametrize("count", [200, 1000])
def test_the_confusion_matrix_scrolls_and_paints_only_what_is_seen(
    qtbot, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    matrix, area = ConfusionMatrix(), QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(matrix)
    matrix.moved.connect(lambda cell: area.ensureVisible(cell.center().x(), cell.center().y()))
    qtbot.addWidget(area)
    confusion = np.eye(count, dtype=np.int64) * 3
    confusion[0, count - 1] = 2
    matrix.show_counts(confusion, names_of(count))
    area.resize(600, 400)
    with qtbot.waitExposed(area):
        area.show()
    cells = []
    monkeypatch.setattr(confusion_matrix, "paint_cell", lambda *given: cells.append(given[2]))
    pixels(area)
    assert 100 < len(cells) < 2500  # of 40,000 and a million
    matrix.choose(0, 0)
    QTest.keyClick(matrix, Qt.Key.Key_End)
    assert matrix.accessibleDescription().startswith("“word 0” read as “")
    assert matrix.accessibleDescription().endswith(": 2")
    assert area.horizontalScrollBar().value() > 0
    last = matrix.cell(0, count - 1).center()
    assert area.viewport().rect().contains(matrix.mapTo(area.viewport(), last))
    assert matrix.cell_at(last) == (0, count - 1)


def test_names_of_the_confusion_matrix_stay_in_view(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    tabs = FigureTabs()
    qtbot.addWidget(tabs)
    tabs.resize(420, 260)
    with qtbot.waitExposed(tabs):
        tabs.show()
    confusion = np.eye(200, dtype=np.int64)
    confusion[151, 120] = 5
    names, none = names_of(200), np.empty(0, np.int64)
    tabs.show_evaluation(
        Evaluation("many", "own", 205, 205, 5, 5 / 205, (0.0, 0.1), 0, None, confusion, names, none,
                   none, none)
    )  # fmt: skip
    matrix = tabs.matrix
    assert matrix.worst() == (151, 120)
    matrix.choose(151, 120)
    idle()
    view = matrix.visibleRegion().boundingRect()
    assert view.contains(matrix.cell(151, 120))
    assert matrix.covered(matrix.cell(151, 120)).isNull()
    texts = painted(tabs, monkeypatch)
    assert {"word 151", "word 120"} <= set(texts)
    assert "word 0" not in texts
    row = matrix.cell(151, 120).center()
    assert matrix.tip_at(QPoint(view.x() + 20, row.y())) == "word 151"  # behind it is a cell
    assert matrix.tip_at(QPoint(row.x(), view.y() + 20)) == "word 120"
    assert matrix.tip_at(row) == "“word 151” read as “word 120”: 5"


# ---- the classes of imported data


def test_a_table_of_a_thousand_classes_says_some_and_has_examples_of_each(qtbot) -> None:
    names = names_of(1000)
    labels = np.random.default_rng(0).permutation(np.arange(3000) % 1000)
    images = np.zeros((3000, 28, 28), np.uint8)
    data = Dataset("many", images, tuple(names[n] for n in labels), ("",) * 3000, {})
    counts = np.bincount(labels)
    table = ClassTable()
    qtbot.addWidget(table)
    table.resize(700, 500)
    table.show_summary(Summary("many", data, names, counts, labels, 0, 0, None, None, ()))
    assert table.accessibleDescription().count(": 3") == MOST_SAID
    assert table.accessibleDescription().endswith("…")
    for place in (0, 499, 999):
        examples = table.shown_examples(place)
        assert len(examples) == 3
        assert set(labels[examples]) == {place}
    assert table.name_width() < table.width() / 2
    pixels(table)
