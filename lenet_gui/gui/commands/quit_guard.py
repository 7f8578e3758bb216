"""Quitting while a training runs: ask, let the worker save, then close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lenet_gui.gui.training.training_parts import TrainingParts

SAVING_TIMEOUT_MS = 2000  # without an answer the last automatic save, 10 s old at most, must do


class QuitGuard(QObject):
    """Keeps the window open while a training runs, until the user has decided about it."""

    def __init__(self, window: QWidget, trainings: TrainingParts) -> None:
        super().__init__(window)
        self._window, self._trainings = window, trainings
        self.question: QMessageBox | None = None
        self._saving = self._listening = False
        self._saving_timeout = QTimer(self)
        self._saving_timeout.setSingleShot(True)
        self._saving_timeout.setInterval(SAVING_TIMEOUT_MS)
        self._saving_timeout.timeout.connect(self._close)

    def must_wait(self) -> bool:
        """Return whether the window must stay open because a training runs.

        Then the user is asked, and the window closes by itself when it may.
        """
        if not self._trainings.busy:
            return False
        if not self._saving and self.question is None:
            if not self._listening:
                self._listening = True
                self._trainings.training.state_changed.connect(self._note_end)
            self._ask()
        return True

    def _ask(self) -> None:
        box = QMessageBox(self._window)
        box.setObjectName("quit-question")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("lenet_gui")
        box.setText(self.tr("A network is being trained."))
        box.setInformativeText(
            self.tr("Its progress is saved, and the next start offers to resume it.")
        )
        quit_ = box.addButton(self.tr("&Quit and save"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self.tr("Continue trainin&g"), QMessageBox.ButtonRole.RejectRole)
        quit_.setObjectName("quit-and-keep")
        stay.setObjectName("go-on-training")
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        quit_.clicked.connect(self._quit)
        box.finished.connect(self._forget)
        self.question = box
        box.open()

    @Slot()
    def _quit(self) -> None:
        """Cancel the training, which saves it; the window stays until that is done."""
        self._saving = True
        self._window.setEnabled(False)
        self._saving_timeout.start()
        self._trainings.training.cancel()
        self._note_end()

    @Slot()
    def _note_end(self) -> None:
        """Close the window, or withdraw the question, if the training has ended meanwhile."""
        if self._trainings.busy:
            return
        if self._saving:
            QTimer.singleShot(0, self, self._close)  # after all others that listen to the training
        elif self.question is not None:
            self.question.reject()  # there is nothing left to ask

    @Slot()
    def _close(self) -> None:
        self._saving_timeout.stop()
        self._trainings.shut_down()
        self._window.close()

    @Slot()
    def _forget(self) -> None:
        if self.question is not None:
            self.question.deleteLater()
            self._window.activateWindow()  # where no window manager gives the keyboard back
        self.question = None
