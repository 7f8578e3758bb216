"""Lets the network that is being trained read the page, several times a second."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_reports import TrainingProgress, TrainingReport, TrainingStart
from lenet_gui.common.values import Checkpoint, FloatArray
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.appearance.reduced_motion import pace

if TYPE_CHECKING:
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.training.training_session import TrainingSession

READING_PAUSE_MS = 125  # between two readings with newer weights: 8 a second look continuous


class LearningNetwork(QObject):
    """The network of the running training, as one that the session can read with.

    While ``watching``, the session reads with the newest weights of the training that runs,
    and then with its result, until that is kept (``settle``) or discarded (``forget``).

    Choosing another network ends the watching; watching again returns to the network that
    learns. A training that is stopped gives back the network used before.
    """

    watching_changed = Signal(bool)
    name_changed = Signal()  # the former name can no longer be chosen

    def __init__(self, session: Session, training: TrainingSession) -> None:
        super().__init__(session)
        self._session = session
        self.watching = True
        self._before = session.recognizer  # what the user chose last
        self._own: Recognizer | None = None  # what this object gave to the session last
        self._result: Recognizer | None = None
        self._start: TrainingStart | None = None
        self._weights: Mapping[str, FloatArray] | None = None
        self._newer = False  # there are weights that the session has not read with yet
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(READING_PAUSE_MS)
        self._pause.timeout.connect(self._show_newer)
        session.network_changed.connect(self._note_network)
        training.started.connect(self._begin)
        training.progressed.connect(self._follow)
        training.finished.connect(self._finish)
        training.stopped.connect(self._stop)

    @property
    def name(self) -> str:
        """Name of the network that learns, or of its result; empty if there is none."""
        if self._result is not None:
            return self._result.name
        return "" if self._weights is None else self.tr("learning")

    def watch(self, on: bool) -> None:
        """Read with the network that learns (or has learned), or with the one used before."""
        if on != self.watching:
            self.watching = on
            self.watching_changed.emit(on)
        if on:
            self._show()
        else:
            self._give_back()

    def settle(self, name: str) -> None:
        """Turn the result, which was kept under ``name``, into a network like any other."""
        reads = self._reads
        self._leave()
        if reads:
            self._session.use_network(name)

    def forget(self) -> None:
        """Drop the result, which was not kept, and read with the network used before."""
        self._leave()
        self._give_back()
        self.name_changed.emit()

    # ---- what the training reports

    @Slot(object)
    def _begin(self, start: TrainingStart) -> None:
        self._start, self._weights, self._result = start, start.weights, None
        if self.watching:
            self._show()

    @Slot(object)
    def _follow(self, progress: TrainingProgress) -> None:
        if progress.newest.weights is None or self._start is None:
            return
        self._weights, self._newer = progress.newest.weights, True
        if not self._pause.isActive():
            self._show_newer()

    @Slot()
    def _show_newer(self) -> None:
        if self._newer and self.watching:
            self._show()
            self._pause.start(pace(READING_PAUSE_MS))

    @Slot(object)
    def _finish(self, report: TrainingReport) -> None:
        self._leave()
        try:
            self._result = Recognizer(
                Path(report.output).stem, read_checkpoint(Path(report.output))
            )
        except BadInput:  # the file is gone; keeping or opening it will tell why
            self._give_back()
            return
        if self.watching:
            self._show()
        self.name_changed.emit()

    @Slot(str)
    def _stop(self, _kept: str) -> None:
        self.forget()

    @Slot(object)
    def _note_network(self, recognizer: Recognizer) -> None:
        """Stop watching if this is not a network that this object gave to the session."""
        if recognizer is self._own:
            return
        self._before, self._own = recognizer, None
        if self.watching and self.name:
            self.watching = False
            self.watching_changed.emit(False)

    # ---- handing over to the session

    @property
    def _reads(self) -> bool:
        return self._own is not None and self._session.recognizer is self._own

    def _show(self) -> None:
        recognizer = self._result or self._learning()
        if recognizer is not None:
            follows = self._reads and _same_structure(recognizer, self._session.recognizer)
            self._own, self._newer = recognizer, False
            if follows:
                self._session.use_newer(recognizer)
            else:
                self._session.use(recognizer)

    def _learning(self) -> Recognizer | None:
        if self._start is None or self._weights is None:
            return None
        start = self._start
        checkpoint = Checkpoint(
            start.config.architecture,
            start.class_names,
            self._weights,
            specification=start.specification,
        )
        return Recognizer(self.tr("learning"), checkpoint)

    def _give_back(self) -> None:
        if self._reads:
            self._own = None
            self._session.use(self._before)

    def _leave(self) -> None:
        """Clear the training and its result."""
        self._pause.stop()
        self._start = self._weights = self._result = None
        self._newer = False


def _same_structure(one: Recognizer, other: Recognizer) -> bool:
    """Return whether one can be shown in place of the other without a new layout."""
    return (one.name, one.architecture, one.checkpoint.class_names) == (
        other.name,
        other.architecture,
        other.checkpoint.class_names,
    )
