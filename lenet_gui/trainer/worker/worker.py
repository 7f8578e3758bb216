"""The worker: it warms up, trains, obeys commands between two steps, and evaluates the result."""

from __future__ import annotations

import traceback
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_reports import TrainingReport, TrainingStart, TrainingStep
from lenet_gui.common.training_values import TrainingChanges, TrainingConfig
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Checkpoint
from lenet_gui.common.wire.frames import AnswerKind, Frame, pack
from lenet_gui.common.wire.messages import (
    changes_of,
    config_of,
    error_frame,
    report_frame,
    start_frame,
)
from lenet_gui.engine.checkpoints.unfinished_trainings import last_path
from lenet_gui.trainer.launch import load_torch

if TYPE_CHECKING:
    from lenet_gui.engine.data.train_test_splits import SplitData
    from lenet_gui.trainer.worker.process import Commands

_UNEXPECTED = QT_TRANSLATE_NOOP("BadInput", "An internal error stopped the training.")
_MEMORY = QT_TRANSLATE_NOOP(
    "BadInput", "There is not enough memory for this training. Try a smaller batch."
)


class _Cancelled(Exception):  # noqa: N818  nothing is wrong
    """The running training is to stop."""


class Worker:
    """Takes commands from a queue and writes frames, all in the thread that calls ``serve``."""

    def __init__(self, commands: Commands, frames: BinaryIO) -> None:
        self._commands, self._frames = commands, frames
        self._paused = False
        self._ended = False
        self._changes: TrainingChanges | None = None

    def serve(self) -> None:
        """Obey commands until the queue yields None; without torch, report that and return."""
        try:
            load_torch()
        except BadInput as error:
            self._write(error_frame(error, command="start"))
            return
        from lenet_gui.trainer.worker.warm_up import warm_up

        offered = warm_up()
        self._say("ready", **offered)
        while not self._ended:
            frame = self._commands.get()
            if frame is None:
                return
            self._guarded(frame)

    # ---- commands

    def _guarded(self, frame: Frame) -> None:
        """Obey a command; report any error and live on."""
        try:
            if frame.kind == "train":
                self._train(frame)
            elif frame.kind == "preview":
                self._preview(frame)
        except BadInput as error:
            self._fail(frame, error, "")
        except MemoryError:
            self._fail(frame, BadInput(_MEMORY), traceback.format_exc())
        except BrokenPipeError:
            raise
        except Exception as error:
            memory = "memory" in str(error) and type(error).__name__ != "ValueError"
            trace = traceback.format_exc()
            self._fail(frame, BadInput(_MEMORY if memory else _UNEXPECTED), trace)

    def _fail(self, frame: Frame, error: BadInput, trace: str) -> None:
        """Report that a command failed."""
        output = _kept(str(frame.values.get("output", "")))
        self._write(error_frame(error, trace, command=frame.kind, output=output))

    def _attend(self) -> None:
        """Obey the commands that came meanwhile; while paused, wait for more. Raises _Cancelled."""
        while self._paused or not self._commands.empty():
            frame = self._commands.get()
            if frame is None:
                self._ended = True
                raise _Cancelled
            if frame.kind == "cancel":
                raise _Cancelled
            if frame.kind in ("pause", "continue"):
                self._paused = frame.kind == "pause"
                self._say("paused" if self._paused else "continued")
            elif frame.kind == "change":
                self._changes = changes_of(frame)
            elif frame.kind == "preview":
                self._guarded(frame)

    # ---- training

    def _train(self, frame: Frame) -> None:
        """Train, or resume, and report how it ended."""
        from lenet_gui.trainer.worker.previews import saved_config

        output, resume = Path(str(frame.values.get("output"))), frame.values.get("resume") is True
        self._paused, self._changes = False, None
        try:
            self._attend()  # a cancel may be waiting already
            self._run(saved_config(output) if resume else config_of(frame), output, resume)
        except _Cancelled:
            self._say("stopped", output=_kept(str(output)))

    def _run(self, config: TrainingConfig, output: Path, resume: bool) -> None:
        """Train to the end. Raises _Cancelled, and BadInput as ``train`` does."""
        from lenet_gui.trainer.data.sources import parts_of
        from lenet_gui.trainer.training import PreparedTraining

        training = PreparedTraining(config, output, resume, attend=self._attend)
        self._attend()
        parts = parts_of(config.data, config.run.seed, training.picture_shape)
        start = TrainingStart(
            config=config,
            class_names=training.class_names,
            samples=training.samples,
            validation_samples=training.validation_samples,
            test_samples=len(parts.test),
            device=training.device,
            output=str(output),
            weights=training.weights(),
            specification=training.specification,
        )
        steps = training.steps()
        try:
            checkpoint = self._follow(steps, start)
        finally:
            steps.close()
        self._evaluate(start, checkpoint, parts)

    def _follow(
        self, steps: Generator[TrainingStep, Any, Checkpoint], start: TrainingStart
    ) -> Checkpoint:
        """Take all steps; report each, and obey commands after it."""
        from lenet_gui.trainer.worker.progress import ProgressWriter

        progress = ProgressWriter(self._write)
        try:
            step = next(steps)
            self._write(start_frame(start))
            while True:
                progress.add(step)
                if not self._commands.empty():
                    progress.flush()  # an answer must come after the steps before it
                    self._attend()
                changes, self._changes = self._changes, None
                step = next(steps) if changes is None else steps.send(changes)
        except StopIteration as end:
            progress.flush()
            checkpoint: Checkpoint = end.value
            return checkpoint

    def _evaluate(self, start: TrainingStart, checkpoint: Checkpoint, parts: SplitData) -> None:
        """Evaluate the result on validation and test data, and report it."""
        from lenet_gui.trainer.worker.final_evaluation import evaluate_in_pieces, write_evaluated

        self._say("judging")
        output = Path(start.output)
        on_validation = evaluate_in_pieces(
            output.stem, checkpoint, parts.validation, "validation", self._attend
        )
        on_test = evaluate_in_pieces(output.stem, checkpoint, parts.test, "test", self._attend)
        write_evaluated(output, checkpoint, on_test)
        report = TrainingReport(
            config=start.config,
            output=start.output,
            seconds=float(checkpoint.training["seconds"]),
            cpu_seconds=float(checkpoint.training["cpu_seconds"]),
            validation=on_validation,
            test=on_test,
            images=parts.test.images,
        )
        self._write(report_frame(report))

    def _preview(self, frame: Frame) -> None:
        from lenet_gui.trainer.worker.previews import previewed

        self._write(previewed(frame))

    # ---- frames

    def _say(self, kind: AnswerKind, **values: Any) -> None:
        self._write(Frame(kind, values))

    def _write(self, frame: Frame) -> None:
        data = memoryview(pack(frame))
        while data:
            data = data[self._frames.write(data) or 0 :]


def _kept(output: str) -> str:
    """Return the path if a checkpoint of that training is on disk, else an empty text."""
    if not output:
        return ""
    path = Path(output)
    return output if path.is_file() or last_path(path).is_file() else ""
