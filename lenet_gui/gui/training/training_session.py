"""Training as the window sees it: one at a time, in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_reports import TrainingStart, TrainingStep
from lenet_gui.common.training_values import ImageAugmentation, TrainingChanges, TrainingConfig
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.wire.frames import Frame, FrameKind, garbled
from lenet_gui.common.wire.messages import (
    changes_frame,
    config_frame,
    error_of,
    preview_of,
    progress_of,
    report_of,
    start_of,
)
from lenet_gui.engine.storage.data_folders import training_folder
from lenet_gui.gui.training.output_files import lock_of, new_output, something_kept
from lenet_gui.gui.training.state import History, State
from lenet_gui.gui.training.worker_process import TrainingProcess

# A worker that does not answer a cancel in time is killed. It saves a checkpoint first, which takes
# seconds on a slow disk; before the first step there is none to save.
CANCEL_TIMEOUT_MS, UNTRAINED_CANCEL_TIMEOUT_MS = 10_000, 400

_LOCKED = QT_TRANSLATE_NOOP("BadInput", "{file} is being trained in another window.")


class TrainingSession(QObject):
    """The state of the training and of its worker process.

    Commands are methods; their outcome is emitted by signals, with frozen values. Every error of
    a training, also of one that cannot start, is emitted by ``failed``.
    """

    state_changed = Signal(object)  # State
    devices_known = Signal(object)  # tuple of torch's device names, with "cpu"
    started = Signal(object)  # TrainingStart
    progressed = Signal(object)  # TrainingProgress, at most 20 a second
    previewed = Signal(object, object)  # digits uint8 (n, 28, 28), augmented uint8 (n, side, side)
    finished = Signal(object)  # TrainingReport
    stopped = Signal(str)  # cancelled or failed: path of the checkpoint kept, or empty
    failed = Signal(object)  # BadInput
    preview_failed = Signal(object)  # BadInput; a training goes on in spite of it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.OFF
        self.devices: tuple[str, ...] = ()
        self.start_values: TrainingStart | None = None  # of the newest training
        self.newest: TrainingStep | None = None  # of the newest training
        self.history = History()
        self._output = ""  # path of the running training's checkpoint
        self._lock: QLockFile | None = None
        self._process: TrainingProcess | None = None
        self._closed = False
        self._next_preview: Frame | None = None  # sent when the one before is answered
        self._preview_pending = False
        self._cancel_timer = QTimer(self)
        self._cancel_timer.setSingleShot(True)
        self._cancel_timer.timeout.connect(self._on_cancel_timeout)
        self._handlers: dict[FrameKind, Callable[[Frame], None]] = {
            "ready": self._on_ready,
            "started": self._on_started,
            "progress": self._on_progress,
            "paused": self._on_paused_or_continued,
            "continued": self._on_paused_or_continued,
            "judging": self._on_evaluating,
            "finished": self._on_finished,
            "stopped": self._on_stopped,
            "previewed": self._on_previewed,
            "failed": self._on_failed,
        }

    # ---- commands

    def prepare(self) -> None:
        """Start the worker ahead of the training, because importing torch takes seconds."""
        if self._process is None and not self._closed:
            self._process = TrainingProcess(self)
            self._process.frame_came.connect(self._on_frame)
            self._process.ended.connect(self._on_process_died)
            self._enter(State.WARMING)
            self._process.start()

    def start(self, config: TrainingConfig) -> None:
        """Train a network; its checkpoint goes to the training folder of the user's data.

        Emit ``failed`` if there is no such folder and none can be made.
        """
        if self.state.busy or self._closed:
            return
        try:
            output = new_output(training_folder(), config.architecture)
        except BadInput as error:
            self.failed.emit(error)
            return
        self._launch(config_frame("train", config, output=str(output), resume=False), output)

    def resume(self, output: str) -> None:
        """Continue the unfinished training whose checkpoint is the path ``output``.

        Emit ``failed`` if another window is training it.
        """
        if not self.state.busy and not self._closed:
            values = {"output": output, "resume": True}
            self._launch(Frame("train", values), Path(output))

    def pause(self) -> None:
        """Pause the training after its current step."""
        if self.state == State.TRAINING:
            self._send(Frame("pause"))

    def go_on(self) -> None:
        """Continue the paused training."""
        if self.state == State.PAUSED:
            self._send(Frame("continue"))

    def cancel(self) -> None:
        """Stop the training; what it has learned stays on disk."""
        if self.state.busy and self.state != State.STOPPING:
            untrained = self.state == State.STARTING
            self._cancel_timer.start(
                UNTRAINED_CANCEL_TIMEOUT_MS if untrained else CANCEL_TIMEOUT_MS
            )
            self._enter(State.STOPPING)
            self._send(Frame("cancel"))

    def change(self, changes: TrainingChanges) -> None:
        """Use another learning rate and image augmentation from the next step on."""
        if self.state in (State.TRAINING, State.PAUSED):
            self._send(changes_frame(changes))

    def preview(
        self,
        source: str,
        augmentation: ImageAugmentation | None,
        seed: int,
        shape: tuple[int, ...] | None = None,
        count: int = 12,
    ) -> None:
        """Request ``count`` digits of a data source, plain and augmented.

        shape: (channels, rows, columns) for a network that sees pictures.

        ``previewed`` or ``preview_failed`` follows. Of the requests made while one is pending,
        only the last is sent, so that a dragged slider does not flood the worker.
        """
        self.prepare()
        ranges = None if augmentation is None else asdict(augmentation)
        sides = None if shape is None else list(shape)
        values = {"source": source, "distortions": ranges, "seed": seed, "count": count}
        self._next_preview = Frame("preview", {**values, "shape": sides})
        self._send_preview()

    def shut_down(self) -> None:
        """Kill the process and start no other; the checkpoint saved last stays on disk."""
        self._closed = True
        self._cancel_timer.stop()
        self._drop_process()
        for process in self.findChildren(TrainingProcess):  # also those dropped earlier
            process.wait()
        self._unlock()
        self._enter(State.OFF)

    # ---- frames of the worker

    @Slot(object)
    def _on_frame(self, frame: Frame) -> None:
        handle = self._handlers.get(frame.kind)
        if handle is None:
            self._on_process_died(garbled())
            return
        try:
            handle(frame)
        except BadInput as error:  # the frame is malformed, so the process cannot be trusted
            self._on_process_died(error)

    def _on_ready(self, frame: Frame) -> None:
        names = frame.values.get("devices")
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise garbled()
        self.devices = tuple(names)
        self.devices_known.emit(self.devices)
        if self.state == State.WARMING:
            self._enter(State.READY)

    def _on_started(self, frame: Frame) -> None:
        self.start_values = start_of(frame)
        if self.state == State.STARTING:
            self._enter(State.TRAINING)
        self.started.emit(self.start_values)

    def _on_progress(self, frame: Frame) -> None:
        progress = progress_of(frame)
        self.newest = progress.newest
        self.history.add(progress)
        self.progressed.emit(progress)

    def _on_paused_or_continued(self, frame: Frame) -> None:
        if self.state in (State.TRAINING, State.PAUSED):
            self._enter(State.PAUSED if frame.kind == "paused" else State.TRAINING)

    def _on_evaluating(self, frame: Frame) -> None:
        if self.state in (State.TRAINING, State.PAUSED):
            self._enter(State.EVALUATING)

    def _on_finished(self, frame: Frame) -> None:
        report = report_of(frame)
        self._on_training_over()
        self.finished.emit(report)

    def _on_stopped(self, frame: Frame) -> None:
        kept = frame.values.get("output")
        self._on_training_over()
        self.stopped.emit(kept if isinstance(kept, str) else "")

    def _on_previewed(self, frame: Frame) -> None:
        digits, augmented = preview_of(frame)
        self._preview_pending = False
        self.previewed.emit(digits, augmented)
        self._send_preview()

    def _on_failed(self, frame: Frame) -> None:
        error, command = error_of(frame), frame.values.get("command")
        if command == "start":
            self._on_process_died(error)
            return
        if command == "train":
            kept = frame.values.get("output")
            self._on_training_over()
            self.failed.emit(error)
            self.stopped.emit(kept if isinstance(kept, str) else "")
            return
        self._preview_pending = False
        self.preview_failed.emit(error)
        self._send_preview()

    @Slot(object)
    def _on_process_died(self, error: BadInput) -> None:
        """Give up the worker and its training; another worker is started on demand."""
        busy, kept = self.state.busy, self._kept_output()
        previewing = self._preview_pending
        self._cancel_timer.stop()
        self._drop_process()
        self._unlock()
        self._enter(State.OFF)
        self.failed.emit(error)
        if previewing:
            self.preview_failed.emit(error)
        if busy:
            self.stopped.emit(kept)

    @Slot()
    def _on_cancel_timeout(self) -> None:
        """Replace a worker that does not answer, perhaps because it reads a large file."""
        kept = self._kept_output()
        self._drop_process()
        self._unlock()
        self.prepare()
        self.stopped.emit(kept)

    # ---- process, lock and state

    def _launch(self, frame: Frame, output: Path) -> None:
        """Lock the checkpoint ``output`` and send the worker the frame that starts training."""
        lock = lock_of(output)
        if not lock.tryLock(0):
            self.failed.emit(BadInput(_LOCKED, file=output.name))
            return
        self._lock, self._output = lock, str(output)
        self.start_values = self.newest = None
        self.history = History()
        self.prepare()
        self._enter(State.STARTING)
        self._send(frame)

    def _on_training_over(self) -> None:
        """Unlock the checkpoint; the worker waits for the next training."""
        self._cancel_timer.stop()
        self._unlock()
        self._enter(State.READY)

    def _enter(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _send(self, frame: Frame) -> None:
        if self._process is not None:
            self._process.send(frame)

    def _send_preview(self) -> None:
        if self._next_preview is not None and not self._preview_pending:
            self._preview_pending = True
            self._send(self._next_preview)
            self._next_preview = None

    def _kept_output(self) -> str:
        """Return the path of the training's checkpoint, or "" if none is on disk."""
        return self._output if self._output and something_kept(Path(self._output)) else ""

    def _drop_process(self) -> None:
        process, self._process = self._process, None
        self._next_preview, self._preview_pending = None, False
        if process is not None:
            process.kill()

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
        self._lock, self._output = None, ""
