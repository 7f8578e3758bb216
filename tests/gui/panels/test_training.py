"""The training panel, with a training session that answers at once."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.engine.checkpoints.checkpoint import write_checkpoint
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.unfinished_trainings import Unfinished
from lenet_gui.engine.storage.data_folders import training_folder
from lenet_gui.engine.storage.data_path import DATA_VARIABLE
from lenet_gui.gui.appearance.theme import apply_theme
from lenet_gui.gui.library.keep_dialog import KeepDialog
from lenet_gui.gui.panels.training.panel import TrainingPanel
from lenet_gui.gui.panels.training.series import MOST_POINTS, Series
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.session.view_context import ViewContext
from lenet_gui.gui.training.state import History, State
from lenet_gui.gui.training.training_parts import TrainingParts
from lenet_gui.gui.training.unfinished_notice import TrainingNotice
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.fake_training import OUTPUT, FakeTraining
from tests.gui.helpers import click, finish_work, idle, panel_of, pixels, whole_window
from tests.helpers import untrained
from tests.trainer.small_data import write_digits


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "user"))


@pytest.fixture
def panel(qtbot, training: FakeTraining, context: ViewContext) -> TrainingPanel:
    panel = TrainingPanel(context.trainings, context.results)
    qtbot.addWidget(panel)
    panel.resize(900, 190)
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(lambda: panel.curves is not None)
    return panel


def button(panel: TrainingPanel, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, name)
    assert found is not None
    assert found.isVisible()
    return found


def words(panel: TrainingPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def points(line) -> int:
    """Return the number of points of a curve that are drawn."""
    shown, _ = line.getData()
    return 0 if shown is None else len(shown)


# ---- before


def test_showing_it_gets_the_worker_ready(panel: TrainingPanel, training: FakeTraining) -> None:
    assert training.named("prepare")
    assert "preparing" in words(panel)
    training.enter(State.READY)
    assert "ready" in words(panel)
    assert "getting" not in words(panel)


def test_start_trains_what_the_form_says(panel: TrainingPanel, training: FakeTraining) -> None:
    row = panel.start_row
    QTest.keyClick(row.long, Qt.Key.Key_Home)
    assert row.long.currentText() == "10 seconds"
    click(button(panel, "training-start"))
    ((_, config),) = training.named("start")
    assert (config.architecture, config.learning.seconds) == ("lenet-5-modern", 10.0)


def test_other_network_by_keyboard_brings_its_recipe(
    panel: TrainingPanel, training: FakeTraining
) -> None:
    panel.start_row.network.setFocus()
    QTest.keyClick(panel.start_row.network, Qt.Key.Key_Home)
    click(button(panel, "training-start"))
    ((_, config),) = training.named("start")
    assert (config.architecture, config.learning.loss) == ("lenet-5", "map")


# ---- while it learns


def test_progress_in_words_and_curves(panel: TrainingPanel, training: FakeTraining, qtbot) -> None:
    click(button(panel, "training-start"))
    training.learn(30, 0.5)
    training.learn(30, 0.7, validation=0.0162)
    assert panel.running_row.times.text() == "18 s left"
    assert panel.running_row.bar.value() == 700
    qtbot.waitUntil(lambda: points(panel.curves.loss) == 60)
    assert panel.outcome.live.error.text() == "1.62\u00a0%"
    assert panel.outcome.live.interval.text() == "95 %: 1.3 to 2.0"
    assert points(panel.curves.validation) == points(panel.curves.validation_loss) == 1
    panel.resize(1400, 190)
    idle()
    assert panel.curves.error_plot.legend_texts() == [
        "training error 50.0\u00a0%",
        "validation 1.62\u00a0%",
    ]
    assert panel.curves.loss_plot.legend_texts() == ["loss 0.0333", "validation 0.0324"]
    axis = panel.curves.loss_plot.getPlotItem().getAxis("bottom")
    for first, last, wanted in ((1, 2, ["1", "2"]), (0, 20_000, ["0", "10,000", "20,000"])):
        spacing, values = axis.tickValues(first, last, 200)[0]
        assert [text for text in axis.tickStrings(values, 1, spacing) if text in wanted] == wanted
        assert all(value == round(value) for value in values)


def test_curves_are_wide_where_numbers_can_stand_above(
    panel: TrainingPanel, training: FakeTraining, qtbot
) -> None:
    """In the workspace Train the panel is high; floating or docked below, it may be low."""
    panel.resize(720, 320)
    idle()
    assert panel._before.y() < 80  # nothing pushes the explanation down before there are curves
    click(button(panel, "training-start"))
    training.learn(30, 0.5, validation=0.1)
    qtbot.waitUntil(lambda: panel.curves.isVisible())
    idle()
    assert panel.curves.width() > 680
    assert panel.outcome.geometry().bottom() < panel.curves.y()
    panel.resize(720, 180)
    idle()
    assert panel.outcome.x() > panel.curves.geometry().right()


def test_at_most_twenty_pictures_a_second(
    panel: TrainingPanel, training: FakeTraining, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(button(panel, "training-start"))
    drawn: list[int] = []
    monkeypatch.setattr(panel.curves, "refresh", lambda: drawn.append(1))
    for _ in range(100):
        training.learn(2)
    assert not drawn  # kept on arrival
    qtbot.waitUntil(lambda: bool(drawn))
    assert len(drawn) == 1


def test_pause_go_on_cancel_go_on(panel: TrainingPanel, training: FakeTraining) -> None:
    click(button(panel, "training-start"))
    training.learn()
    click(button(panel, "training-pause"))
    assert training.state is State.PAUSED
    assert "paused" in words(panel)
    assert button(panel, "training-pause").text() == "Resu&me"
    click(button(panel, "training-pause"))
    assert training.state is State.TRAINING
    click(button(panel, "training-cancel"))
    assert "stopped" in words(panel)
    click(button(panel, "training-resume"))
    assert training.named("resume") == [("resume", OUTPUT)]
    assert panel.running_row.isVisible()


def test_dead_worker_says_why_and_offers_to_go_on(
    panel: TrainingPanel, training: FakeTraining
) -> None:
    click(button(panel, "training-start"))
    training.learn()
    training.enter(State.OFF)
    training.failed.emit(BadInput("The training process has died."))
    training.stopped.emit(OUTPUT)
    assert "has died. Its progress so far is saved." in words(panel)
    assert button(panel, "training-resume")


def test_impossible_start_says_why(
    panel: TrainingPanel, training: FakeTraining, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_start(training, monkeypatch)
    click(button(panel, "training-start"))
    assert "The disk is full." in words(panel)
    assert button(panel, "training-start")


def refuse_to_start(training: FakeTraining, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(config: TrainingConfig) -> None:
        training.failed.emit(BadInput("The disk is full."))

    monkeypatch.setattr(training, "start", refuse)


def test_watching_can_be_switched_off(panel: TrainingPanel, trainings: TrainingParts) -> None:
    click(button(panel, "training-start"))
    assert panel.outcome.live.watch.isChecked()
    QTest.keyClick(panel.outcome.live.watch, Qt.Key.Key_Space)
    assert not trainings.learning.watching


# ---- at the end


def test_result_keep_and_discard(
    panel: TrainingPanel, training: FakeTraining, context: ViewContext, monkeypatch
) -> None:
    asked: list[tuple[str, str]] = []
    keeping = context.results.keeping
    for name in ("keep", "discard"):
        monkeypatch.setattr(keeping, name, lambda path, name=name: asked.append((name, path)))
    click(button(panel, "training-start"))
    training.learn()
    training.finish()
    result = panel.outcome.result
    assert (result.validation.text(), result.test.text()) == ("0.80\u00a0%", "0.90\u00a0%")
    click(button(panel, "training-keep"))
    click(button(panel, "training-discard"))
    assert asked == [("keep", OUTPUT), ("discard", OUTPUT)]
    assert result.isVisible()  # the question may be answered with no
    context.results.discarded.emit(OUTPUT)
    assert not result.isVisible()


def test_what_goes_wrong_afterwards_does_not_take_the_result_away(
    panel: TrainingPanel, training: FakeTraining
) -> None:
    click(button(panel, "training-start"))
    training.finish()
    training.preview_failed.emit(BadInput("There is no data."))
    assert "no data" not in words(panel)
    training.failed.emit(BadInput("The training process was killed."))
    assert "was killed" in words(panel)
    assert button(panel, "training-keep")


def test_an_old_failure_is_no_reason_for_a_new_stop(
    panel: TrainingPanel, training: FakeTraining
) -> None:
    training.failed.emit(BadInput("The training process was killed."))  # while no training ran
    assert "was killed" in words(panel)
    training.start(TrainingConfig("lenet-5"))  # by the menu
    training.cancel()
    assert "The training was stopped." in words(panel)
    assert "was killed" not in words(panel)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(330, 150), (620, 150), (1400, 500)])
def test_any_size_and_theme(
    panel: TrainingPanel, training: FakeTraining, qapp, theme: str, size: tuple[int, int]
) -> None:
    apply_theme(qapp, theme)
    panel.resize(*size)
    for act in (lambda: None, panel._start, lambda: training.learn(40, 0.5, 0.1), training.finish):
        act()
        idle()
        assert pixels(panel).std() > 1


def test_late_panel_catches_up(qtbot, training: FakeTraining, context: ViewContext) -> None:
    training.start(TrainingConfig("lenet-5-modern").with_fields(seconds=60))
    training.learn(30, 0.5, 0.25)
    panel = TrainingPanel(context.trainings, context.results)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.running_row.isVisible()
    assert panel.outcome.live.error.text() == "25.00\u00a0%"
    assert len(panel._series) == 30


# ---- curves of long trainings


def test_series_are_decimated() -> None:
    history, series = History(), Series()
    rng = np.random.default_rng(0)
    total = 0
    while total < 40_000:
        count = int(rng.integers(1, 90))
        steps = np.arange(total, total + count)
        history.steps.append(steps)
        history.losses.append(steps.astype(np.float32))
        history.train_errors.append(np.full(count, 0.5, np.float32))
        total += count
        if total % 7 == 0:
            series.follow(history)
    series.follow(history)
    points = series.decimated()
    assert len(series) == total
    assert points.shape[1] <= MOST_POINTS
    assert np.allclose(points[0], points[1])  # step and loss were the same
    assert points[0, -1] > total - 100
    series.follow(History())
    assert len(series) == 0


# ---- the window


@pytest.fixture
def trained_window(
    qtbot, session: Session, settings, trainings: TrainingParts, training: FakeTraining
) -> MainWindow:
    window = whole_window(session, settings, trainings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    finish_work()  # from now on its menu follows the training
    return window


def test_menu_follows_the_state(trained_window: MainWindow, training: FakeTraining) -> None:
    actions = trained_window.menus.actions

    def enabled() -> list[str]:
        names = ("train_start", "train_pause", "train_cancel")
        return [name for name in names if actions[name].isEnabled()]

    assert enabled() == ["train_start"]
    QTest.keyClick(trained_window, Qt.Key.Key_F5)
    assert training.state is State.TRAINING
    assert trained_window.workspaces.panels["training"].isVisible()
    assert enabled() == ["train_pause", "train_cancel"]
    QTest.keyClick(trained_window, Qt.Key.Key_F6)
    assert training.state is State.PAUSED
    assert actions["train_pause"].text() == "Resu&me"
    QTest.keyClick(trained_window, Qt.Key.Key_F6)
    assert training.state is State.TRAINING
    QTest.keyClick(trained_window, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert enabled() == ["train_start"]


def test_impossible_start_by_the_menu_is_told_by_the_panel(
    trained_window: MainWindow, training: FakeTraining, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also if the panel was never shown before."""
    assert "training" not in trained_window.workspaces.panels
    refuse_to_start(training, monkeypatch)
    QTest.keyClick(trained_window, Qt.Key.Key_F5)
    panel = panel_of(trained_window, "training", TrainingPanel)
    idle()
    assert "The disk is full." in words(panel)


def test_the_network_that_learns_is_not_asked_for_at_the_next_start(
    trained_window: MainWindow, training: FakeTraining, settings
) -> None:
    training.start(TrainingConfig("lenet-5"))
    trained_window.commands.networks.use("lenet-5-tanh")
    trained_window.commands.networks.use("learning")
    assert trained_window.session.recognizer.name == "learning"
    assert settings.text("reader", "") == "lenet-5-tanh"


def test_no_two_actions_share_a_shortcut(trained_window: MainWindow) -> None:
    keys = [
        key.toString()
        for action in trained_window.menus.actions.values()
        for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def offer(window: MainWindow, tmp_path) -> TrainingNotice:
    config = TrainingConfig("lenet-5-modern").with_fields(seconds=60)
    found = Unfinished(tmp_path / "n.safetensors", config, 26.0, 0.43, 500, 1200, 0.02, 0.0)
    window.commands.training._offer(found)
    idle()
    notice = window.commands.training.notice
    assert notice is not None
    return notice


def test_unfinished_training_is_offered(
    trained_window: MainWindow, training: FakeTraining, tmp_path
) -> None:
    notice = offer(trained_window, tmp_path)
    assert notice.isVisible()
    assert "lenet-5-modern stopped at 43 %" in notice.label.text()
    go_on = next(action for action in notice.actions() if action.text() == "Resume")
    click(notice.widgetForAction(go_on))
    idle()
    assert training.named("resume") == [("resume", str(tmp_path / "n.safetensors"))]
    assert trained_window.commands.training.notice is None


def test_the_notice_stays_if_the_training_cannot_go_on(
    trained_window: MainWindow,
    training: FakeTraining,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(output: str) -> None:
        training.failed.emit(BadInput("It is being trained by another window."))

    monkeypatch.setattr(training, "resume", refuse)
    notice = offer(trained_window, tmp_path)
    go_on = next(action for action in notice.actions() if action.text() == "Resume")
    click(notice.widgetForAction(go_on))
    idle()
    assert notice.isVisible()
    assert "by another window" in words(panel_of(trained_window, "training", TrainingPanel))


def test_trained_network_that_nobody_kept_is_offered(
    trained_window: MainWindow, training: FakeTraining, qtbot
) -> None:
    output = training_folder() / "lenet-5 2026-11-24 09.30.00.safetensors"
    evaluated = replace(untrained("lenet-5"), evaluation={"error_rate": 0.0123})
    write_checkpoint(output, evaluated)
    window = trained_window
    window.commands.training._look()  # as at the start
    qtbot.waitUntil(lambda: window.commands.training.notice is not None)
    notice = window.commands.training.notice
    idle()
    assert notice.isVisible()
    assert "lenet-5 was trained to the end, but is not kept yet" in notice.label.text()
    assert "1.23\u00a0%" in notice.label.toolTip()
    assert [action.text() for action in notice.actions()[1:]] == ["Keep", "Discard", "Later"]
    click(notice.widgetForAction(notice.actions()[1]))
    asks = window.findChild(KeepDialog)
    click(asks.keep)
    qtbot.waitUntil(lambda: window.commands.training.notice is None)
    assert Library().names() == ["lenet-5 2026-11-24 09.30.00"]
    assert not output.exists()
    window.commands.training._look()
    finish_work()
    assert window.commands.training.notice is None


def test_notice_leaves_no_trace_in_the_layout(trained_window: MainWindow, qtbot, tmp_path) -> None:
    offer(trained_window, tmp_path)
    trained_window.menus.actions["reset_layout"].trigger()
    state = trained_window.saveState()
    trained_window.commands.training._forget_notice()
    idle()
    assert trained_window.restoreState(state)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not trained_window.findChildren(TrainingNotice)


# ---- with the real worker


def test_really_trains_pauses_stops_and_goes_on(window: MainWindow, tmp_path: Path, qtbot) -> None:
    """From the first look at the panel to a result, in the window, as a person does it."""
    window.workspaces.show_workspace("train")
    idle()
    panel = panel_of(window, "training", TrainingPanel)
    training = window.commands.trainings.training
    qtbot.waitUntil(lambda: training.state is State.READY)
    data = (write_digits(tmp_path, 600),)  # epochs: seconds pass while nothing is learned
    window.commands.training.form.set(sources=data, epochs=15, seconds=0.0, batch=16, validation=60)
    click(button(panel, "training-start"))
    qtbot.waitUntil(lambda: len(panel._series) > 5)
    click(button(panel, "training-pause"))
    qtbot.waitUntil(lambda: training.state is State.PAUSED)
    click(button(panel, "training-pause"))
    qtbot.waitUntil(lambda: training.state is State.TRAINING)
    click(button(panel, "training-cancel"))
    qtbot.waitUntil(lambda: "stopped" in words(panel))
    assert not training.state.busy
    click(button(panel, "training-resume"))
    qtbot.waitUntil(lambda: training.state is State.TRAINING)
    result = panel.outcome.result
    progress: list[object] = []
    training.progressed.connect(progress.append)
    while not result.isVisible():  # however long it takes, as long as it goes on
        progress.clear()
        qtbot.waitUntil(lambda: bool(progress) or result.isVisible())
    assert panel.outcome.result.validation.text().endswith("\u00a0%")
    assert panel.outcome.result.test.text().endswith("\u00a0%")
