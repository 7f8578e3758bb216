"""The worker process: it trains, obeys, survives errors, and ends with its window."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.training_reports import TrainingProgress
from lenet_gui.common.training_values import TrainingChanges, TrainingConfig
from lenet_gui.common.wire.frames import Frame, FrameParser, pack
from lenet_gui.common.wire.messages import (
    changes_frame,
    config_frame,
    error_of,
    preview_of,
    progress_of,
    report_of,
    start_of,
)
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint
from lenet_gui.engine.checkpoints.unfinished_trainings import unfinished
from tests.helpers import PATIENCE
from tests.trainer.small_data import write_digits

PLAIN = ("-m", "lenet_gui", "worker")
PATIENT = (
    "-c",
    "from lenet_gui.trainer.worker import process, run; "
    f"process.SAVING_GRACE = {PATIENCE}; run.run_worker()",
)  # saves what was learned however long that takes


class Worker:
    """The process, used as the window does, without Qt. arguments: of Python."""

    def __init__(self, arguments: tuple[str, ...] = PLAIN) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._frames: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self.steps: list[TrainingProgress] = []
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        parser = FrameParser()
        while piece := os.read(self.process.stdout.fileno(), 1 << 16):
            for frame in parser.feed(piece):
                self._frames.put(frame)
        self._frames.put(None)

    def send(self, frame: Frame) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(pack(frame))
        self.process.stdin.flush()

    def train(self, config: TrainingConfig, output: Path, resume: bool = False) -> None:
        self.steps = []
        self.send(config_frame("train", config, output=str(output), resume=resume))

    def until(self, *kinds: str) -> Frame:
        """Return the next frame of these kinds; progress before it is kept."""
        while True:
            frame = self._frames.get(timeout=PATIENCE)
            assert frame is not None, "the worker ended"
            if frame.kind == "progress":
                self.steps.append(progress_of(frame))
            if frame.kind in kinds:
                return frame
            assert frame.kind != "failed", frame.values

    def curve(self) -> dict[int, float]:
        """Return the loss by step."""
        return {
            int(step): float(loss)
            for part in self.steps
            for step, loss in zip(part.steps, part.losses, strict=True)
        }

    def end(self) -> tuple[int, str]:
        """Return the exit code and the standard error output."""
        self.process.kill()
        code = self.process.wait()
        self._reading.join()
        said = b""
        for stream in (self.process.stderr, self.process.stdin, self.process.stdout):
            assert stream is not None
            if stream is self.process.stderr and not stream.closed:
                said = stream.read()
            stream.close()
        return code, said.decode()


@pytest.fixture(scope="module")
def digits(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_digits(tmp_path_factory.mktemp("data"), 600)


@pytest.fixture
def config(digits: str) -> TrainingConfig:
    """A training of some minutes, unless it is interrupted."""
    return TrainingConfig("lenet-5-modern").with_fields(
        sources=(digits,), epochs=2000, batch=16, validation=60
    )


@pytest.fixture(scope="module")
def shared() -> Iterator[Worker]:
    """One process for all tests that leave it alive."""
    made = Worker()
    made.until("ready")
    yield made
    made.end()


def another(arguments: tuple[str, ...]) -> Iterator[Worker]:
    made = Worker(arguments)
    yield made
    made.end()


@pytest.fixture
def own() -> Iterator[Worker]:
    yield from another(PLAIN)


@pytest.fixture
def patient() -> Iterator[Worker]:
    yield from another(PATIENT)


def test_it_trains_and_evaluates(shared: Worker, config: TrainingConfig, tmp_path: Path) -> None:
    output = tmp_path / "small.safetensors"
    config = config.with_fields(epochs=3)
    shared.train(config, output)
    start = start_of(shared.until("started"))
    assert start.config == config
    assert start.samples > 300
    assert start.validation_samples > 0
    assert start.test_samples > 0
    assert start.class_names == tuple("0123456789")
    shared.until("judging")
    report = report_of(shared.until("finished"))
    assert sorted(shared.curve()) == list(range(1, 3 * (start.samples // 16) + 1))
    assert list(shared.steps[0].steps) == [1]  # reported at once
    assert any(part.newest.weights is not None for part in shared.steps)
    evaluated = [part.newest for part in shared.steps if not part.newest.validating]
    assert evaluated[-1].validation_error is not None
    assert report.test is not None
    assert report.test.count == len(report.images) == start.test_samples
    written = read_checkpoint(output)
    assert written.evaluation["error_rate"] == report.test.error_rate
    assert written.rejection is not None
    assert unfinished(tmp_path) == []


def test_progress_comes_at_most_20_times_a_second(
    shared: Worker, config: TrainingConfig, tmp_path: Path
) -> None:
    shared.train(config.with_fields(seconds=1.0), tmp_path / "a.safetensors")
    shared.until("finished")
    seconds = shared.steps[-1].newest.seconds
    assert len(shared.steps) <= 20 * seconds + 5


def test_pause_stops_and_continue_goes_on(
    shared: Worker, config: TrainingConfig, tmp_path: Path
) -> None:
    shared.train(config, tmp_path / "a.safetensors")
    shared.until("progress")
    shared.send(Frame("pause"))
    shared.until("paused")
    shared.send(Frame("preview", {"source": "mnist", "distortions": {}, "seed": 1, "count": 12}))
    shared.until("previewed")  # nothing else came meanwhile
    steps = len(shared.steps)
    shared.send(Frame("continue"))
    shared.until("continued")
    assert len(shared.steps) == steps
    shared.until("progress")
    shared.send(Frame("cancel"))
    stopped = shared.until("stopped", "finished")  # how soon is measured in make bench
    assert stopped.kind == "stopped"
    assert stopped.values["output"] == str(tmp_path / "a.safetensors")
    assert len(unfinished(tmp_path)) == 1


def test_a_cancelled_training_goes_on_exactly(
    shared: Worker, config: TrainingConfig, tmp_path: Path
) -> None:
    config = config.with_fields(epochs=12)  # more than pass until the worker hears, or is killed
    shared.train(config, tmp_path / "whole.safetensors")
    shared.until("finished")
    whole = shared.curve()
    shared.train(config, tmp_path / "broken.safetensors")
    shared.until("progress")
    shared.send(Frame("cancel"))
    shared.until("stopped")
    first = shared.curve()
    shared.send(Frame("train", {"output": str(tmp_path / "broken.safetensors"), "resume": True}))
    shared.steps = []
    shared.until("finished")
    assert first | shared.curve() == whole
    one, other = (read_checkpoint(tmp_path / f"{n}.safetensors") for n in ("whole", "broken"))
    assert all(np.array_equal(one.weights[key], other.weights[key]) for key in one.weights)


def test_changes_act_on_the_next_step(
    shared: Worker, config: TrainingConfig, tmp_path: Path
) -> None:
    shared.train(config.with_fields(schedule="constant", warmup=0.0), tmp_path / "a.safetensors")
    shared.until("progress")
    shared.send(changes_frame(TrainingChanges(1e-5, None)))
    while True:
        shared.until("progress")
        if shared.steps[-1].newest.rate == 1e-5:
            break
    shared.send(Frame("cancel"))
    shared.until("stopped")


def test_previews_are_the_trainers_own(shared: Worker) -> None:
    values = {"source": "mnist", "seed": 1, "count": 12}
    found = []
    for ranges in (None, {}, {}, {"rotation": 30.0, "clean": 0.0}):
        shared.send(Frame("preview", values | {"distortions": ranges}))
        found.append(preview_of(shared.until("previewed")))
    (digits, plain), (_, usual), (_, again), (_, other) = found
    assert digits.shape == (12, 28, 28)
    assert usual.shape == (12, 32, 32)
    assert np.array_equal(plain[:, 2:-2, 2:-2], digits)
    assert np.array_equal(usual, again)
    assert not np.array_equal(usual, other)
    assert len({digit.tobytes() for digit in digits}) == 12


def test_previews_of_pictures_are_in_colour(shared: Worker, tmp_path: Path) -> None:
    for name, colour in (("blue", (0, 0, 250)), ("red", (250, 0, 0))):
        (tmp_path / "set" / name).mkdir(parents=True)
        for number in range(3):
            picture = Image.new("RGB", (20 + number, 24), colour)
            picture.save(tmp_path / "set" / name / f"{number}.png")
    values = {"source": str(tmp_path / "set"), "seed": 1, "count": 4, "shape": [3, 32, 32]}
    shared.send(Frame("preview", values | {"distortions": {"rotation": 30.0, "clean": 0.0}}))
    plain, augmented = preview_of(shared.until("previewed"))
    assert plain.shape == augmented.shape == (4, 3, 32, 32)
    assert (plain[0] == np.array([0, 0, 250])[:, None, None]).all()
    assert np.abs(augmented.astype(int) - plain).max() <= 2  # no colour changes
    for shape in ([3, 32], [3, 32, 1_000_000], "3x32x32", [2, 32, 32], [3, 32.0, 32]):
        shared.send(Frame("preview", values | {"distortions": None, "shape": shape}))
        assert shared.until("failed").values["command"] == "preview"


def test_bad_choices_are_told_and_it_lives_on(
    shared: Worker, config: TrainingConfig, tmp_path: Path
) -> None:
    for wrong in (config.with_fields(sources=("/nowhere",)), config.with_fields(batch=100_000)):
        shared.train(wrong, tmp_path / "a.safetensors")
        failed = shared.until("failed")
        assert str(error_of(failed))
        assert failed.values["command"] == "train"
    shared.send(
        Frame("preview", {"source": "mnist", "distortions": {"x": 1}, "seed": 1, "count": 1})
    )
    assert shared.until("failed").values["command"] == "preview"
    shared.send(Frame("train", {"output": str(tmp_path / "none.safetensors"), "resume": True}))
    assert "to resume" in str(error_of(shared.until("failed")))
    shared.train(config.with_fields(epochs=1), tmp_path / "b.safetensors")
    shared.until("finished")


def test_what_is_saved_outlives_a_kill(
    own: Worker, shared: Worker, config: TrainingConfig, tmp_path: Path
) -> None:
    config = config.with_fields(epochs=12)  # more than pass until the worker hears, or is killed
    shared.train(config, tmp_path / "whole.safetensors")
    shared.until("finished")
    whole = shared.curve()
    output = tmp_path / "broken.safetensors"
    own.train(config, output)
    while not unfinished(tmp_path):  # it saves at the end of each epoch
        own.until("progress", "finished")
    own.process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    own.end()
    assert read_checkpoint(output).architecture == "lenet-5-modern"
    shared.train(config, output, resume=True)
    shared.until("finished")
    resumed = shared.curve()
    assert min(resumed) > 1
    assert all(whole[step] == loss for step, loss in resumed.items())
    assert max(resumed) == max(whole)


def test_it_ends_with_its_window(patient: Worker, config: TrainingConfig, tmp_path: Path) -> None:
    """The window ends during a training, which is saved."""
    patient.train(config, tmp_path / "a.safetensors")
    patient.until("progress")
    assert patient.process.stdin is not None
    patient.process.stdin.close()
    assert patient.process.wait(PATIENCE) == 0
    assert len(unfinished(tmp_path)) == 1  # not at the end of the training


def test_it_ends_while_it_warms_up(own: Worker) -> None:
    assert own.process.stdin is not None
    own.process.stdin.close()
    assert own.process.wait(PATIENCE) == 0


def test_garbage_ends_it_with_a_sentence(own: Worker) -> None:
    assert own.process.stdin is not None
    own.process.stdin.write(b"hello, who is there?")
    own.process.stdin.flush()
    own.process.wait(PATIENCE)
    code, said = own.end()
    assert code == 1
    assert (
        said.strip() == "lenet-gui: The training process sent a message that cannot be understood."
    )


def test_ctrl_c_is_not_for_the_worker(shared: Worker) -> None:
    shared.process.send_signal(signal.SIGINT)
    shared.send(Frame("preview", {"source": "mnist", "distortions": None, "seed": 1, "count": 2}))
    shared.until("previewed")


def test_the_command_is_for_the_window_alone() -> None:
    help_ = subprocess.run(
        [sys.executable, "-m", "lenet_gui", "--help"], capture_output=True, text=True, check=True
    ).stdout
    assert "worker" not in help_
