"""What is being trained, as the window sees it: one training at a time, in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import (
    ImageAugmentation,
    TrainingChanges,
    TrainingConfig,
    TrainingStart,
    TrainingStep,
)
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.wire.frames import Frame, garbled
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

START_PATIENCE = 400  # ms that a cancel may take where nothing was learned yet
PATIENCE = 10_000  # ms elsewhere: the worker saves first

_LOCKED = QT_TRANSLATE_NOOP("BadInput", "{file} is being trained in another window.")


class Training(QObject):
    """Commands are methods, what comes of them are signals with frozen values."""

    state_changed = Signal(object)  # State
    devices_known = Signal(object)  # tuple of names: what torch offers, "cpu" among them
    started = Signal(object)  # TrainingStart
    progressed = Signal(object)  # TrainingProgress, at most 20 a second
    previewed = Signal(object, object)  # digits uint8 (n, 28, 28), distorted uint8 (n, side, side)
    finished = Signal(object)  # TrainingReport
    stopped = Signal(str)  # cancelled, or the worker died: path of the checkpoint kept, or empty
    failed = Signal(object)  # error to tell
    preview_failed = Signal(object)  # error; a training is not touched by it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.OFF
        self.devices: tuple[str, ...] = ()
        self.start_values: TrainingStart | None = None  # of the newest training
        self.newest: TrainingStep | None = None
        self.history = History()
        self._output = ""  # of the training that runs
        self._lock: QLockFile | None = None
        self._process: TrainingProcess | None = None
        self._shut = False
        self._preview: Frame | None = None  # waits until the one before has come
        self._previewing = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._lose_patience)
        self._answers: dict[str, Callable[[Frame], None]] = {
            "ready": self._be_ready,
            "started": self._begin,
            "progress": self._follow,
            "paused": self._note_pause,
            "continued": self._note_pause,
            "judging": self._note_evaluating,
            "finished": self._finish,
            "stopped": self._stop,
            "previewed": self._show_preview,
            "failed": self._fail,
        }

    # ---- commands

    def prepare(self) -> None:
        """Start the worker, so that it is ready when somebody presses Start."""
        if self._process is None and not self._shut:
            self._process = TrainingProcess(self)
            self._process.frame_came.connect(self._hear)
            self._process.ended.connect(self._mourn)
            self._enter(State.WARMING)
            self._process.start()

    def start(self, config: TrainingConfig) -> None:
        """Train a network; its checkpoint goes to the training folder of the user's data.

        Emit ``failed`` if there is no such folder and none can be made.
        """
        if self.state.busy or self._shut:
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
        if not self.state.busy and not self._shut:
            values = {"output": output, "resume": True}
            self._launch(Frame("train", values), Path(output))

    def pause(self) -> None:
        if self.state == State.TRAINING:
            self._send(Frame("pause"))

    def go_on(self) -> None:
        if self.state == State.PAUSED:
            self._send(Frame("continue"))

    def cancel(self) -> None:
        """Stop; what was learned stays on disk."""
        if self.state.busy and self.state != State.STOPPING:
            nothing_learned = self.state == State.STARTING
            self._patience.start(START_PATIENCE if nothing_learned else PATIENCE)
            self._enter(State.STOPPING)
            self._send(Frame("cancel"))

    def change(self, changes: TrainingChanges) -> None:
        """Another learning rate or other distortions, from the next step on."""
        if self.state in (State.TRAINING, State.PAUSED):
            self._send(changes_frame(changes))

    def preview(
        self, source: str, distortions: ImageAugmentation | None, seed: int, count: int = 12
    ) -> None:
        """Ask for digits of a data source as they are and distorted; ``previewed`` follows.

        Of several questions that nobody has answered yet only the last one counts.
        """
        self.prepare()
        ranges = None if distortions is None else asdict(distortions)
        values = {"source": source, "distortions": ranges, "seed": seed, "count": count}
        self._preview = Frame("preview", values)
        self._ask_preview()

    def shut_down(self) -> None:
        """End the process now, and start no other; what a training has saved last stays."""
        self._shut = True
        self._patience.stop()
        self._bury()
        for process in self.findChildren(TrainingProcess):  # also those given up earlier
            process.wait()
        self._unlock()
        self._enter(State.OFF)

    # ---- what the worker says

    @Slot(object)
    def _hear(self, frame: Frame) -> None:
        answer = self._answers.get(frame.kind)
        if answer is None:
            self._mourn(garbled())
            return
        try:
            answer(frame)
        except BadInput as error:  # it makes no sense
            self._mourn(error)

    def _be_ready(self, frame: Frame) -> None:
        names = frame.values.get("devices")
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise garbled()
        self.devices = tuple(names)
        self.devices_known.emit(self.devices)
        if self.state == State.WARMING:
            self._enter(State.READY)

    def _begin(self, frame: Frame) -> None:
        self.start_values = start_of(frame)
        if self.state == State.STARTING:
            self._enter(State.TRAINING)
        self.started.emit(self.start_values)

    def _follow(self, frame: Frame) -> None:
        progress = progress_of(frame)
        self.newest = progress.newest
        self.history.add(progress)
        self.progressed.emit(progress)

    def _note_pause(self, frame: Frame) -> None:
        if self.state in (State.TRAINING, State.PAUSED):
            self._enter(State.PAUSED if frame.kind == "paused" else State.TRAINING)

    def _note_evaluating(self, frame: Frame) -> None:
        if self.state in (State.TRAINING, State.PAUSED):
            self._enter(State.EVALUATING)

    def _finish(self, frame: Frame) -> None:
        report = report_of(frame)
        self._rest()
        self.finished.emit(report)

    def _stop(self, frame: Frame) -> None:
        kept = frame.values.get("output")
        self._rest()
        self.stopped.emit(kept if isinstance(kept, str) else "")

    def _show_preview(self, frame: Frame) -> None:
        digits, augmented = preview_of(frame)
        self._previewing = False
        self.previewed.emit(digits, augmented)
        self._ask_preview()

    def _fail(self, frame: Frame) -> None:
        error = error_of(frame)
        if frame.values.get("command") == "train":
            kept = frame.values.get("output")
            self._rest()
            self.failed.emit(error)
            self.stopped.emit(kept if isinstance(kept, str) else "")
            return
        self._previewing = False
        self.preview_failed.emit(error)
        self._ask_preview()

    @Slot(object)
    def _mourn(self, error: BadInput) -> None:
        """The worker is dead, or will be: another one is started on demand."""
        busy, kept = self.state.busy, self._kept()
        self._patience.stop()
        self._bury()
        self._unlock()
        self._enter(State.OFF)
        self.failed.emit(error)
        if busy:
            self.stopped.emit(kept)

    @Slot()
    def _lose_patience(self) -> None:
        """It does not hear, perhaps because it reads a large file: what is on disk is kept."""
        kept = self._kept()
        self._bury()
        self._unlock()
        self.prepare()
        self.stopped.emit(kept)

    # ---- within

    def _launch(self, frame: Frame, output: Path) -> None:
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

    def _rest(self) -> None:
        """The training is over, the worker waits for the next one."""
        self._patience.stop()
        self._unlock()
        self._enter(State.READY)

    def _enter(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _send(self, frame: Frame) -> None:
        if self._process is not None:
            self._process.send(frame)

    def _ask_preview(self) -> None:
        if self._preview is not None and not self._previewing:
            self._previewing = True
            self._send(self._preview)
            self._preview = None

    def _kept(self) -> str:
        """The path of the checkpoint, if something of the training is on disk."""
        return self._output if self._output and something_kept(Path(self._output)) else ""

    def _bury(self) -> None:
        process, self._process = self._process, None
        self._preview, self._previewing = None, False
        if process is not None:
            process.kill()

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
        self._lock, self._output = None, ""
