"""A bar below the toolbar about a training that was stopped, or whose network is not kept yet."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolBar

from lenet_gui.engine.checkpoints.unfinished_trainings import Undecided, Unfinished
from lenet_gui.gui.training.words import ago, title
from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.widgets.form_parts import explain
from lenet_gui.gui.wording.phrases import percent

NOTICE_NAME = "training-notice"


class TrainingNotice(QToolBar):
    """One line about the training, with buttons to continue, keep or discard it."""

    resume_wanted = Signal(str)  # path of the checkpoint that the training writes
    keep_wanted = Signal(str)
    discard_wanted = Signal(str)
    later_wanted = Signal()

    def __init__(self, found: Undecided | Unfinished, window: QMainWindow) -> None:
        super().__init__(window)
        self.found = found
        self.setObjectName(NOTICE_NAME)
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.label = ElidedLabel()
        self.label.setObjectName("training-notice-text")
        self.addWidget(self.label)
        self.output = str(found.output)
        if isinstance(found, Undecided):
            self._say_undecided(found)
        else:
            self._say_unfinished(found)
        self._add(
            self.tr("Discard"),
            self.tr("Delete the network of this training"),
            partial(self.discard_wanted.emit, self.output),
        )
        self._add(
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
        self._tell(text, title(found.config), more)
        self._add(
            self.tr("Resume"),
            self.tr("Resume the training exactly where it stopped"),
            partial(self.resume_wanted.emit, self.output),
        )
        if found.best_error is not None or found.step:
            self._add(
                self.tr("Keep the network"),
                self.tr("End this training and add its network to the library"),
                partial(self.keep_wanted.emit, self.output),
            )

    def _say_undecided(self, found: Undecided) -> None:
        self.setWindowTitle(self.tr("Trained network"))
        entry = found.entry
        text = self.tr("The network {0} was trained to the end, but is not kept yet ({1}).").format(
            entry.architecture, _ago(found.saved_at)
        )
        error = "" if entry.error_rate is None else percent(entry.error_rate)
        self._tell(text, self.tr("test error {0}").format(error) if error else "")
        self._add(
            self.tr("Keep"),
            self.tr("Add this network to the library"),
            partial(self.keep_wanted.emit, self.output),
        )

    def _tell(self, text: str, *more: str) -> None:
        self.label.setText(text)
        explain(self.label, text, " · ".join(part for part in more if part) or text)

    def _add(self, text: str, tip: str, command: Callable[[], object]) -> None:
        action = QAction(text, self)
        action.setToolTip(tip)
        action.setStatusTip(tip)
        action.setWhatsThis(tip)
        action.triggered.connect(partial(_call, command))
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setObjectName(f"notice-{len(self.actions())}")

    def put_into(self, window: QMainWindow) -> None:
        """Add the bar to the window, in a line of its own."""
        window.addToolBarBreak()
        window.addToolBar(self)
        self.show()


def _ago(moment: float) -> str:
    return ago(max(0.0, time.time() - moment))


def _call(command: Callable[[], object], checked: bool = False) -> None:
    """Call the command without Qt's argument ``checked``."""
    command()
