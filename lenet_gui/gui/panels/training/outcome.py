"""The part of the training panel beside the curves: the newest training's progress or outcome."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.common.training_reports import TrainingReport, TrainingStart
from lenet_gui.gui.panels.training.side import LiveSide, ResultSide, StoppedSide
from lenet_gui.gui.training.state import State
from lenet_gui.gui.widgets.fitted_stack import FittedStack
from lenet_gui.gui.widgets.plain_text import PlainLabel

IDLE_WIDTH = 120  # pixels: two or three words a line


class Outcome(FittedStack):
    """A stack of four views: nothing yet, progress, result, or why the training stopped.

    It adds to the signals of their buttons which checkpoint they are about.
    """

    resume_wanted = Signal(str)  # path of the checkpoint
    keep_wanted = Signal(str)
    discard_wanted = Signal(str)
    look_wanted = Signal(object)  # TrainingReport

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._output = ""
        self._report: TrainingReport | None = None
        self._failure: Exception | None = None  # why the training that runs will stop
        self.idle = PlainLabel()
        self.idle.setObjectName("training-state")
        self.idle.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.idle.setWordWrap(True)
        self.idle.setMinimumWidth(IDLE_WIDTH)
        self.idle.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.live, self.result, self.stopped = LiveSide(), ResultSide(), StoppedSide()
        for side in (self.idle, self.live, self.result, self.stopped):
            self.addWidget(side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.stopped.resume_wanted.connect(self._resume)
        for end in (self.result, self.stopped):
            end.keep_wanted.connect(self._keep)
            end.discard_wanted.connect(self._discard)
        self.result.look_wanted.connect(self._look)

    def take_over(self, former: Outcome) -> None:
        """Show what ``former``, in another language, shows about the newest training's end."""
        self._output, self._failure = former._output, former._failure
        shown = former.currentWidget()
        if shown is former.result and former._report is not None:
            self.finish(former._report)
        elif shown is former.stopped:
            self.stopped.show_end(*former.stopped.end)
            self.show_only(self.stopped)

    # ---- what the training reports

    def show_state(self, state: State) -> None:
        """Show the progress while a training runs, and nothing of it before ``stop``."""
        if state.busy and self.currentWidget() is not self.live:
            self._failure = None  # of an earlier training
            self.show_only(self.live)
        elif not state.busy and self.currentWidget() is self.live:
            self.show_only(self.idle)

    def begin(self, start: TrainingStart) -> None:
        """Show the progress of a training that starts."""
        self._output, self._report = start.output, None
        self.live.begin()
        self.show_only(self.live)

    def finish(self, report: TrainingReport) -> None:
        """Show the result."""
        self._output, self._report = report.output, report
        self.result.show_report(report)
        self.show_only(self.result)

    def stop(self, output: str) -> None:
        """Show that the training was cancelled, or failed, of which ``fail`` told before.

        output: path of the checkpoint kept, or empty.
        """
        failure, self._failure, self._output = self._failure, None, output
        self.stopped.show_end(failure, bool(output))
        self.show_only(self.stopped)

    def fail(self, error: Exception, busy: bool) -> None:
        """Show an error. busy: a training runs, and ``stop`` will follow."""
        if busy:
            self._failure = error
        elif self.currentWidget() is self.result:
            self.result.show_trouble(error)  # the result can still be kept
        else:
            self._failure = error
            self.stopped.show_end(error, kept=False)
            self.show_only(self.stopped)

    @Slot(str)
    def forget(self, path: str) -> None:
        """Show nothing of the checkpoint at ``path`` any more: it was kept or discarded."""
        if path == self._output and self.currentWidget() is not self.live:
            self._output = ""
            self.show_only(self.idle)

    # ---- buttons

    @Slot()
    def _resume(self) -> None:
        self.resume_wanted.emit(self._output)

    @Slot()
    def _keep(self) -> None:
        self.keep_wanted.emit(self._output)

    @Slot()
    def _discard(self) -> None:
        self.discard_wanted.emit(self._output)

    @Slot()
    def _look(self) -> None:
        self.look_wanted.emit(self._report)
