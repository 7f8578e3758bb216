"""What the worker does: it warms up, trains, answers commands between two steps, and judges."""

from __future__ import annotations

import traceback
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from lenet_gui.messages import changes_of, config_of, error_frame, report_frame, start_frame
from lenet_gui.protocol import Frame, pack
from lenet_gui.texts import QT_TRANSLATE_NOOP
from lenet_gui.training_values import (
    TrainingChanges,
    TrainingConfig,
    TrainingReport,
    TrainingStart,
    TrainingStep,
)
from lenet_gui.values import BadInput, Checkpoint

if TYPE_CHECKING:
    from lenet_gui.engine.datasets import Dataset
    from lenet_gui.trainer.worker_process import Commands

_SURPRISE = QT_TRANSLATE_NOOP("BadInput", "Something went wrong inside the training.")
_MEMORY = QT_TRANSLATE_NOOP("BadInput", "There is not enough memory for this training.")


class _Cancelled(Exception):  # noqa: N818  nothing is wrong
    """The training that runs is to stop; ``None`` came if the whole process is."""


class Worker:
    """Takes commands from a queue and writes frames; all in the thread of ``serve``."""

    def __init__(self, commands: Commands, frames: BinaryIO) -> None:
        self._commands, self._frames = commands, frames
        self._paused = False
        self._ended = False
        self._changes: TrainingChanges | None = None

    def serve(self) -> None:
        """Until the queue says None."""
        from lenet_gui.trainer.warming import warm_up

        offered = warm_up()
        self._say("ready", **offered)
        while not self._ended:
            frame = self._commands.get()
            if frame is None:
                return
            self._guarded(frame)

    # ---- commands

    def _guarded(self, frame: Frame) -> None:
        """Do what the frame asks; whatever goes wrong is said, and the worker lives on."""
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
            self._fail(frame, BadInput(_MEMORY if memory else _SURPRISE), trace)

    def _fail(self, frame: Frame, error: BadInput, trace: str) -> None:
        output = _kept(str(frame.values.get("output", "")))
        self._write(error_frame(error, trace, command=frame.kind, output=output))

    def _attend(self) -> None:
        """What came meanwhile; while paused, wait. Raises _Cancelled."""
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
        from lenet_gui.trainer.worker_data import saved_config

        output, resume = Path(str(frame.values.get("output"))), frame.values.get("resume") is True
        self._paused, self._changes = False, None
        try:
            self._attend()  # a cancel may lie there already
            self._run(saved_config(output) if resume else config_of(frame), output, resume)
        except _Cancelled:
            self._say("stopped", output=_kept(str(output)))

    def _run(self, config: TrainingConfig, output: Path, resume: bool) -> None:
        from lenet_gui.trainer.data import class_names_of, training_data
        from lenet_gui.trainer.devices import find_device
        from lenet_gui.trainer.saved_training import SavedTraining
        from lenet_gui.trainer.training import train
        from lenet_gui.trainer.worker_data import begins_with, test_data

        (learning, validation), _ = training_data(config)
        self._attend()
        test = test_data(config)
        self._attend()
        names = class_names_of(learning)
        weights = begins_with(config, names, SavedTraining(output).last if resume else None)
        start = TrainingStart(
            config=config,
            class_names=names,
            samples=len(learning),
            validation_samples=len(validation),
            test_samples=0 if test is None else len(test),
            device=str(find_device(config.device)),
            output=str(output),
            weights=weights,
        )
        steps = train(config, output, resume)
        try:
            checkpoint = self._follow(steps, start)
        finally:
            steps.close()
        self._judge(start, checkpoint, validation, test)

    def _follow(
        self, steps: Generator[TrainingStep, Any, Checkpoint], start: TrainingStart
    ) -> Checkpoint:
        """Every step is told, every command is heard after the step."""
        from lenet_gui.trainer.worker_progress import Progress

        progress = Progress(self._write)
        try:
            step = next(steps)
            self._write(start_frame(start))
            while True:
                progress.add(step)
                if not self._commands.empty():
                    progress.flush()  # what is answered comes after what was learned
                    self._attend()
                changes, self._changes = self._changes, None
                step = next(steps) if changes is None else steps.send(changes)
        except StopIteration as end:
            progress.flush()
            checkpoint: Checkpoint = end.value
            return checkpoint

    def _judge(
        self,
        start: TrainingStart,
        checkpoint: Checkpoint,
        validation: Dataset,
        test: Dataset | None,
    ) -> None:
        import numpy as np

        from lenet_gui.trainer.judging import judge, write_judged

        self._say("judging")
        output = Path(start.output)
        on_validation = judge(output.stem, checkpoint, validation, self._attend)
        on_test = None if test is None else judge(output.stem, checkpoint, test, self._attend)
        write_judged(output, checkpoint, on_test)
        report = TrainingReport(
            config=start.config,
            output=start.output,
            seconds=float(checkpoint.training["seconds"]),
            cpu_seconds=float(checkpoint.training["cpu_seconds"]),
            validation=on_validation,
            test=on_test,
            images=np.empty((0, 28, 28), np.uint8) if test is None else test.images,
        )
        self._write(report_frame(report))

    def _preview(self, frame: Frame) -> None:
        from lenet_gui.trainer.worker_data import previewed

        self._write(previewed(frame))

    # ---- saying

    def _say(self, kind: str, **values: Any) -> None:
        self._write(Frame(kind, values))

    def _write(self, frame: Frame) -> None:
        data = memoryview(pack(frame))
        while data:
            data = data[self._frames.write(data) or 0 :]


def _kept(output: str) -> str:
    """The path, if something of that training lies on disk."""
    from lenet_gui.trainer.saved_training import SavedTraining

    if not output:
        return ""
    saved = SavedTraining(Path(output))
    there = any(path.is_file() for path in (saved.output, saved.last))
    return output if there else ""
