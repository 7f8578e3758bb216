"""A bar below the toolbar about a training that was stopped, or whose network is not kept yet."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from lenet_gui.engine.checkpoints.unfinished_trainings import Undecided, Unfinished
from lenet_gui.gui.training.words import ago, title
from lenet_gui.gui.widgets.notice_bar import NoticeBar
from lenet_gui.gui.wording.phrases import percent

NOTICE_NAME = "training-notice"


class TrainingNotice(NoticeBar):
    """One line about the training, with buttons to continue, keep or discard it."""

    resume_wanted = Signal(str)  # path of the checkpoint that the training writes
    keep_wanted = Signal(str)
    discard_wanted = Signal(str)
    later_wanted = Signal()

    def __init__(self, found: Undecided | Unfinished, window: QMainWindow) -> None:
        super().__init__(NOTICE_NAME, window)
        self.found = found
        self.output = str(found.output)
        if isinstance(found, Undecided):
            self._say_undecided(found)
        else:
            self._say_unfinished(found)
        self.add(
            self.tr("Discard"),
            self.tr("Delete the network of this training"),
            partial(self.discard_wanted.emit, self.output),
        )
        self.add(
            self.tr("Later"),
            self.tr("Ask again at the next start"),
            self.later_wanted.emit,
        )

    def _say_unfinished(self, found: Unfinished) -> None:
        self.setWindowTitle(self.tr("Unfinished training"))
        text = self.tr("A training of {0} stopped at {1} % ({2}).").format(
            found.config.architecture, round(100 * found.progress), _ago(found.saved_at)
        )
        best = "" if found.best_error is None else percent(found.best_error)
        more = self.tr("validation error {0}").format(best) if best else ""
        self.tell(text, " · ".join(part for part in (title(found.config), more) if part))
        self.add(
            self.tr("Resume"),
            self.tr("Resume the training exactly where it stopped"),
            partial(self.resume_wanted.emit, self.output),
        )
        if found.best_error is not None or found.step:
            self.add(
                self.tr("Keep the network"),
                self.tr("End this training and add its network to the library"),
                partial(self.keep_wanted.emit, self.output),
            )

    def _say_undecided(self, found: Undecided) -> None:
        self.setWindowTitle(self.tr("Trained network"))
        entry = found.entry
        text = self.tr("The network {0} was trained to the end, but is not kept yet ({1}).").format(
            entry.architecture.name, _ago(found.saved_at)
        )
        error = "" if entry.error_rate is None else percent(entry.error_rate)
        self.tell(text, self.tr("test error {0}").format(error) if error else "")
        self.add(
            self.tr("Keep"),
            self.tr("Add this network to the library"),
            partial(self.keep_wanted.emit, self.output),
        )


def _ago(moment: float) -> str:
    return ago(max(0.0, time.time() - moment))
