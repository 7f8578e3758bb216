"""A training as the window sees it: states, what is kept, a dead worker, and who reads the page."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QMainWindow, QPushButton

from lenet_gui.common.training_values import ImageAugmentation, TrainingChanges, TrainingConfig
from lenet_gui.engine.checkpoints.unfinished_trainings import unfinished
from lenet_gui.engine.storage.data_path import DATA_VARIABLE
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.training import training_session, worker_process
from lenet_gui.gui.training.output_files import is_locked, lock_of, new_output
from lenet_gui.gui.training.state import State
from lenet_gui.gui.training.training_parts import TrainingParts
from lenet_gui.gui.training.training_session import TrainingSession
from tests.helpers import default_recognizer
from tests.trainer.small_data import write_digits
from tests.trainer.test_launch import BROKEN, broken_torch


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of this test's trainings."""
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "user"))
    return tmp_path / "user" / "training"


@pytest.fixture(scope="module")
def digits(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_digits(tmp_path_factory.mktemp("data"), 600)


@pytest.fixture
def config(digits: str) -> TrainingConfig:
    """Return a training that takes some minutes unless it is stopped."""
    return TrainingConfig("lenet-5-modern").with_fields(
        sources=(digits,), epochs=2000, batch=16, validation=60
    )


@pytest.fixture
def training(trainings: TrainingParts) -> TrainingSession:
    return trainings.training


@pytest.fixture
def running(qtbot, training: TrainingSession, config: TrainingConfig) -> TrainingSession:
    with qtbot.waitSignal(training.progressed):
        training.start(config)
    return training


def states_of(training: TrainingSession) -> list[State]:
    seen: list[State] = []
    training.state_changed.connect(seen.append)
    return seen


def test_a_training_from_start_to_end(qtbot, training, config, folder: Path) -> None:
    seen = states_of(training)
    previews: list[tuple[np.ndarray, np.ndarray]] = []
    training.previewed.connect(lambda *pair: previews.append(pair))
    training.prepare()
    for seed in range(5):  # a slider is moved: the first and the last question are answered
        training.preview("mnist", ImageAugmentation(), seed)
    with qtbot.waitSignal(training.finished) as finished:
        training.start(config.with_fields(epochs=2))
    report = finished.args[0]
    assert seen == [
        State.WARMING, State.STARTING, State.TRAINING, State.EVALUATING, State.READY,
    ]  # fmt: skip
    assert "cpu" in training.devices
    assert len(previews) == 2
    assert Path(report.output).parent == folder
    assert Path(report.output).name.startswith("lenet-5-modern 20")
    steps = np.concatenate(training.history.steps)
    assert steps.tolist() == list(range(1, training.newest.step + 1))
    assert training.history.validation_steps[-1] == training.newest.step
    assert sorted(path.name for path in folder.iterdir()) == [Path(report.output).name]


def test_pause_change_and_cancel(qtbot, running: TrainingSession, folder: Path) -> None:
    assert running.state == State.TRAINING
    assert is_locked(Path(running.start_values.output))
    with qtbot.waitSignal(running.state_changed):
        running.pause()
    assert running.state == State.PAUSED
    running.change(TrainingChanges(1e-4, None))
    with qtbot.waitSignal(running.state_changed):
        running.go_on()
    assert running.state == State.TRAINING
    with qtbot.waitSignal(running.stopped) as stopped:
        running.cancel()
        assert running.state == State.STOPPING
    assert running.state == State.READY
    assert stopped.args == [running.start_values.output]
    assert [str(one.output) for one in unfinished(folder)] == stopped.args
    assert not is_locked(Path(stopped.args[0]))
    with qtbot.waitSignal(running.progressed):
        running.resume(stopped.args[0])
    assert running.history.steps[0][0] > 1


def test_a_killed_worker_is_told_and_can_be_gone_on_from(
    qtbot, running: TrainingSession, folder: Path
) -> None:
    qtbot.waitUntil(lambda: bool(unfinished(folder)))
    seen = states_of(running)
    errors: list[Exception] = []
    running.failed.connect(errors.append)
    with qtbot.waitSignal(running.stopped) as stopped:
        os.kill(running._process.number, getattr(signal, "SIGKILL", signal.SIGTERM))
    assert [str(error) for error in errors] == [
        "The training process was killed, perhaps because the memory ran out."
    ]
    assert seen == [State.OFF]
    assert stopped.args == [str(unfinished(folder)[0].output)]
    with qtbot.waitSignal(running.progressed):
        running.resume(stopped.args[0])
    assert running.state == State.TRAINING


def test_a_training_that_cannot_begin_is_told(qtbot, training, config, folder: Path) -> None:
    errors: list[Exception] = []
    training.failed.connect(errors.append)
    with qtbot.waitSignal(training.preview_failed):  # which is not the training's
        training.preview("/nowhere/at/all", None, 0)
    with qtbot.waitSignal(training.stopped) as stopped:
        training.start(config.with_fields(sources=("/nowhere/at/all",)))
    assert ["There is no data" in str(error) for error in errors] == [True]
    assert stopped.args == [""]
    assert training.state == State.READY


def test_cancelling_before_the_first_step_does_not_wait(
    qtbot, training, config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker may be reading a large file and not listening: another one takes its place."""
    monkeypatch.setattr(training_session, "UNTRAINED_CANCEL_TIMEOUT_MS", 0)
    with qtbot.waitSignal(training.stopped) as stopped:
        training.start(config)
        training.cancel()
    assert stopped.args == [""]
    assert training.state == State.WARMING
    with qtbot.waitSignal(training.state_changed):
        pass
    assert training.state == State.READY


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["/nowhere/at/all"], "The training process cannot be started"),
        (["sh", "-c", "echo oh dear >&2"], "The training process ended unexpectedly."),
        (["sh", "-c", "kill -SEGV $$"], "The training process crashed."),
        (["echo", "hello there, who is it?"], "The training process sent a message that cannot be"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_each_death_has_its_sentence(
    qtbot, training, monkeypatch: pytest.MonkeyPatch, command: list[str], sentence: str
) -> None:
    monkeypatch.setattr(worker_process, "worker_command", lambda: command)
    with qtbot.waitSignal(training.failed) as failed:
        training.prepare()
    assert str(failed.args[0]).startswith(sentence)
    assert training.state == State.OFF
    if "dear" in command[-1]:
        assert failed.args[0].__notes__ == ["oh dear\n"]


def test_two_windows_do_not_train_the_same(qtbot, training, tmp_path: Path) -> None:
    output = tmp_path / "a.safetensors"
    lock = lock_of(output)
    assert lock.tryLock(0)
    with qtbot.waitSignal(training.failed) as failed:
        training.resume(str(output))
    assert "in another window" in str(failed.args[0])
    assert training.state == State.OFF
    lock.unlock()
    assert not is_locked(output)


def test_no_folder_to_train_in_is_told(qtbot, training, config, folder: Path) -> None:
    folder.parent.write_text("a file where the folder of the user's data would be")
    with qtbot.waitSignal(training.failed) as failed:
        training.start(config)
    assert "for your networks cannot be created" in str(failed.args[0])
    assert training.state == State.OFF


def test_each_output_has_a_name_of_its_own(tmp_path: Path) -> None:
    names = set()
    for _ in range(5):
        path = new_output(tmp_path, "lenet-5")
        path.with_name(f"{path.name.removesuffix('.safetensors')}.last.safetensors").touch()
        names.add(path)
    assert len(names) == 5


def test_the_frozen_program_is_its_own_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_process.worker_command()[1:] == ["-m", "lenet_gui", "worker"]
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert worker_process.worker_command()[1:] == ["worker"]


# ---- the network that learns reads the page


@pytest.fixture
def inked(session: Session) -> Session:
    session.begin_stroke(280, 120)
    for y in range(130, 440, 10):
        session.extend_stroke(282, y)
    session.end_stroke()
    return session


def test_the_learning_network_reads_and_gives_back(
    qtbot, inked: Session, trainings: TrainingParts, running: TrainingSession
) -> None:
    before = default_recognizer()
    changed: list[object] = []
    maps: list[np.ndarray] = []
    assert inked.recognizer.name == "learning"
    inked.network_changed.connect(changed.append)
    inked.recognized.connect(lambda recognition: maps.append(recognition.activations["C1"]))
    for _ in range(2):
        with qtbot.waitSignal(inked.weights_changed):
            pass
    assert changed == []  # the same structure: nothing is laid out again
    assert not np.array_equal(maps[0], maps[1])
    inked.use_network("lenet-5")
    assert not trainings.learning.watching
    with qtbot.waitSignal(running.progressed):
        pass
    assert inked.recognizer.name == "lenet-5"
    trainings.learning.watch(True)
    assert inked.recognizer.name == "learning"
    trainings.learning.watch(False)
    assert inked.recognizer.name == "lenet-5"
    assert trainings.watch("learning")
    assert trainings.learning.watching
    with qtbot.waitSignal(running.stopped):
        running.cancel()
    assert inked.recognizer.name == "lenet-5"
    assert before.name != "lenet-5"


def test_the_result_reads_until_it_is_kept_or_not(
    qtbot, session, trainings, training, config
) -> None:
    with qtbot.waitSignal(training.finished) as finished:
        training.start(config.with_fields(epochs=1))
    name = Path(finished.args[0].output).stem
    assert session.recognizer.name == name
    assert session.recognizer.checkpoint.rejection is not None
    session.use_network("lenet-5")
    assert trainings.watch(name)
    assert session.recognizer.name == name
    trainings.learning.forget()
    assert session.recognizer.name == "lenet-5"
    assert not trainings.watch(name)


# ---- the end


def test_nothing_is_started_after_the_end(
    training: TrainingSession, config: TrainingConfig
) -> None:
    training.shut_down()
    training.prepare()
    training.start(config)
    assert training.state == State.OFF
    assert not training.findChildren(QProcess)


# Dialogs have sizes, which the platform without a screen cannot keep.
dialogs = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def busy_window(qtbot, window: QMainWindow, config: TrainingConfig) -> Iterator[QMainWindow]:
    training = window.commands.trainings.training
    with qtbot.waitSignal(training.progressed):
        training.start(config)
    yield window
    training.shut_down()


def answer(window: QMainWindow, name: str) -> None:
    button = window.commands.quit_guard.question.findChild(QPushButton, name)
    button.click()


@dialogs
def test_quitting_asks_and_keeps(qtbot, busy_window: QMainWindow, folder: Path) -> None:
    training = busy_window.commands.trainings.training
    assert not busy_window.close()
    answer(busy_window, "go-on-training")
    assert busy_window.commands.quit_guard.question is None
    assert training.state == State.TRAINING
    assert not busy_window.close()
    assert not busy_window.close()  # one question is enough
    answer(busy_window, "quit-and-keep")
    qtbot.waitUntil(lambda: not busy_window.isVisible())
    assert training.state == State.OFF
    assert len(unfinished(folder)) == 1


@dialogs
def test_the_question_goes_when_the_training_does(qtbot, busy_window: QMainWindow) -> None:
    assert not busy_window.close()
    training = busy_window.commands.trainings.training
    with qtbot.waitSignal(training.stopped):
        training.cancel()
    qtbot.waitUntil(lambda: busy_window.commands.quit_guard.question is None)
    assert busy_window.isVisible()
    assert busy_window.close()


@pytest.mark.parametrize(("program", "said"), BROKEN.items())
def test_a_training_without_torch_says_why(
    qtbot, training, config, tmp_path: Path, monkeypatch, program: str, said: str
) -> None:
    """The worker says it before it ends, and nothing else is told."""
    monkeypatch.setenv("PYTHONPATH", broken_torch(tmp_path, program))
    errors: list[Exception] = []
    training.failed.connect(errors.append)
    with qtbot.waitSignal(training.stopped) as stopped:
        training.start(config)
    assert [str(error) for error in errors] == [said]
    assert not getattr(errors[0], "__notes__", [])
    assert stopped.args == [""]
    assert training.state == State.OFF


def test_a_preview_without_torch_says_why(qtbot, training, tmp_path: Path, monkeypatch) -> None:
    program, said = next(iter(BROKEN.items()))
    monkeypatch.setenv("PYTHONPATH", broken_torch(tmp_path, program))
    with qtbot.waitSignal(training.preview_failed) as failed:
        training.preview("mnist", None, seed=1)
    assert str(failed.args[0]) == said


def test_what_torchrun_has_left_does_not_matter_to_the_window(
    qtbot, training, config, monkeypatch
) -> None:
    for name, value in {"RANK": "3", "WORLD_SIZE": "4", "LOCAL_RANK": "7"}.items():
        monkeypatch.setenv(name, value)
    with qtbot.waitSignal(training.finished):
        training.start(config.with_fields(epochs=1))
    assert training.start_values.device == "cpu"
