"""A quiet bar below the toolbar: a training was stopped, and can go on."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolBar

from lenet_gui.gui.elided_label import ElidedLabel
from lenet_gui.gui.labels import explain
from lenet_gui.gui.training_words import ago, percent, title

if TYPE_CHECKING:
    from lenet_gui.engine.unfinished import Unfinished

NAME = "training-notice"


class TrainingNotice(QToolBar):
    """Says it in a line, and waits; nothing else does."""

    resume_wanted = Signal(str)  # path of the checkpoint that it is to become
    keep_wanted = Signal(str)
    discard_wanted = Signal(str)
    later_wanted = Signal()

    def __init__(self, found: Unfinished, window: QMainWindow) -> None:
        super().__init__(window)
        self.found = found
        self.setObjectName(NAME)
        self.setWindowTitle(self.tr("Unfinished training"))
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        text = self.tr("A training of {0} stopped at {1} % ({2}).").format(
            found.config.architecture,
            round(100 * found.progress),
            ago(max(0.0, time.time() - found.saved_at)),
        )
        self.label = ElidedLabel()
        self.label.setObjectName("training-notice-text")
        self.label.setText(text)
        best = "" if found.best_error is None else percent(found.best_error)
        more = self.tr("validation error {0}").format(best) if best else ""
        explain(self.label, text, " · ".join(part for part in (title(found.config), more) if part))
        self.addWidget(self.label)
        self.output = output = str(found.output)
        self._add(
            self.tr("Go on"),
            self.tr("Train on from exactly where it stopped"),
            partial(self.resume_wanted.emit, output),
        )
        if found.best_error is not None or found.step:
            self._add(
                self.tr("Keep what was learned"),
                self.tr("End this training; its network joins the library"),
                partial(self.keep_wanted.emit, output),
            )
        self._add(
            self.tr("Discard"),
            self.tr("Delete what this training has learned"),
            partial(self.discard_wanted.emit, output),
        )
        self._add(
            self.tr("Later"),
            self.tr("Ask again at the next start"),
            self.later_wanted.emit,
        )

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
        """In a line of its own."""
        window.addToolBarBreak()
        window.addToolBar(self)
        self.show()


def _call(command: Callable[[], object], checked: bool = False) -> None:
    """``checked`` is Qt's and does not matter here."""
    command()
