"""Commands of the Train menu, and the notice of a training that is to be decided on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lenet_gui.gui.system.background import Background

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow

    from lenet_gui.engine.checkpoints.unfinished_trainings import Undecided, Unfinished
    from lenet_gui.gui.commands.result_commands import ResultCommands
    from lenet_gui.gui.training.form.form import TrainingForm
    from lenet_gui.gui.training.state import State
    from lenet_gui.gui.training.training_parts import TrainingParts
    from lenet_gui.gui.training.unfinished_notice import TrainingNotice


LOADING_PAUSE_MS = 50  # between two modules, so that the window can answer
_LOADED_ELSEWHERE = (
    "PIL.Image",
    "lenet_gui.engine.recognition.comparison",
    "lenet_gui.engine.data.summary",
    "lenet_gui.engine.ink.drawing_files",
    "lenet_gui.engine.recognition.evaluation",
    "lenet_gui.engine.data.train_test_splits",
)
_OPENED_LATER = (
    "lenet_gui.gui.panels.training.panel",
    "lenet_gui.gui.training.form.options_dialog",
    "lenet_gui.gui.panels.result",
    "lenet_gui.gui.panels.library",
    "lenet_gui.gui.library.keeping",
    "lenet_gui.gui.importing.dialog",
)


class TrainingCommands(QObject):
    """Starts, pauses and cancels; loads what training needs once the window is there."""

    failed = Signal(object)  # an error to tell
    greeted = Signal(bool)  # what is to be decided on is known; whether there is a notice of it
    loaded = Signal()  # what is opened later will open at once

    def __init__(
        self,
        window: QMainWindow,
        trainings: TrainingParts,
        results: ResultCommands,
        actions: Mapping[str, QAction],
        bring: Callable[[str], None],
        must_wait: Callable[[], bool],
        moving: Callable[[], bool],
    ) -> None:
        """window: parent of the dialogs and of the notice. actions: of the menus by their names;
        they may be made later. bring: shows the panel of that name. must_wait: tells whether
        another notice is to be decided on first; moving: whether something moves in the window."""
        super().__init__(window)
        self._window, self._trainings, self._results = window, trainings, results
        self._actions, self._bring, self._must_wait = actions, bring, must_wait
        self._moving = moving
        self._known = False
        self._found: Undecided | Unfinished | None = None  # and not yet told
        self.notice: TrainingNotice | None = None
        self._background = Background(self)
        self._form: TrainingForm | None = None
        self._later = list(_OPENED_LATER)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(LOADING_PAUSE_MS)
        self._next.timeout.connect(self._load_next)
        QTimer.singleShot(0, self, self._look)  # not needed at the start of the window

    @Slot()
    def _look(self) -> None:
        from lenet_gui.gui.training.output_files import is_locked

        self._background.start(lambda: _newest(is_locked), self._connect, self._could_not_look)

    def _connect(self, found: Undecided | Unfinished | None) -> None:
        training = self._trainings.training
        training.state_changed.connect(self._show_state)
        self._results.kept.connect(self._forget_kept)
        self._results.discarded.connect(self._forget_kept)
        assert self.form  # from now on it can be asked to import
        self._show_state(training.state)
        self._found, self._known = found, True
        self.greet()
        self._load()

    @Slot()
    def _load(self) -> None:
        """Import what is opened later, as soon as nothing moves that would stumble over it."""
        if self._moving():
            QTimer.singleShot(LOADING_PAUSE_MS, self, self._load)
        else:
            self._background.start(_load_modules, self._begin_loading, self.failed.emit)

    def _begin_loading(self, _nothing: None) -> None:
        self._next.start()

    @Slot()
    def _load_next(self) -> None:
        """Import one more module of those that are opened later, so that they open at once.

        Not in another thread: two that make classes of Qt at once crash now and then.
        """
        if self._later:
            import_module(self._later.pop(0))
            self._next.start()
        else:
            self.loaded.emit()

    @property
    def form(self) -> TrainingForm:
        """The choices for the next training."""
        if self._form is None:
            self._form = self._trainings.form
            self._form.import_wanted.connect(self.import_data)
        return self._form

    # ---- the menu

    def start(self) -> None:
        """Start a training with the form's settings, and show the panel, which tells errors."""
        if not self._trainings.busy:
            self._bring("training")
            self._trainings.training.start(self.form.config)

    def pause(self) -> None:
        """Pause the training, or continue it."""
        training = self._trainings.training
        if training.state.value == "paused":
            training.go_on()
        else:
            training.pause()

    def cancel(self) -> None:
        self._trainings.training.cancel()

    def show_options(self) -> None:
        from lenet_gui.gui.training.form.options_dialog import show_options

        show_options(self._window, self._trainings.training, self.form)

    @Slot()
    def import_data(self) -> None:
        from lenet_gui.gui.importing.dialog import open_import_dialog

        open_import_dialog(self._window, self.form.data)

    @Slot(str)
    def look_at_data(self, path: str) -> None:
        """Show what is in a file or folder of labelled pictures, to be added to the data."""
        from lenet_gui.gui.importing.dialog import open_import_dialog

        open_import_dialog(self._window, self.form.data).read(path)

    @Slot(object)
    def _show_state(self, state: State) -> None:
        """Enable what can be done now."""
        actions, moving = self._actions, state.value in ("training", "paused")
        paused = state.value == "paused"
        actions["train_start"].setEnabled(not state.busy)
        actions["train_pause"].setEnabled(moving)
        actions["train_pause"].setText(self.tr("Resu&me") if paused else self.tr("&Pause"))
        actions["train_cancel"].setEnabled(state.busy and state.value != "stopping")
        if state.busy:
            self._forget_notice()

    @Slot()
    def retranslate(self) -> None:
        """Say menu and notice in the language that is in use now."""
        if self._trainings.busy:
            self._show_state(self._trainings.training.state)
        if self.notice is not None:
            found = self.notice.found
            self._forget_notice()
            self._offer(found)

    # ---- a training that is to be decided on

    def _could_not_look(self, error: Exception) -> None:
        self._connect(None)

    @Slot()
    def greet(self) -> None:
        """Offer the training that was found, as soon as no other notice comes first."""
        if self._known and not self._must_wait():
            found, self._found = self._found, None
            self._offer(found)
            self.greeted.emit(found is not None)

    def _offer(self, found: Undecided | Unfinished | None) -> None:
        if found is None or self._trainings.busy:
            return
        from lenet_gui.gui.training.unfinished_notice import TrainingNotice

        self.notice = TrainingNotice(found, self._window)
        self.notice.resume_wanted.connect(self._resume)
        self.notice.keep_wanted.connect(self._results.keep)
        self.notice.discard_wanted.connect(self._results.discard)
        self.notice.later_wanted.connect(self._forget_notice)
        self.notice.put_in()

    @Slot(str)
    def _resume(self, output: str) -> None:
        """Continue that training; the notice stays if it cannot be continued."""
        self._bring("training")
        self._trainings.training.resume(output)

    @Slot(str)
    def _forget_kept(self, path: str) -> None:
        """Remove the notice if it is about ``path``, which was kept or discarded."""
        if self.notice is not None and self.notice.output == path:
            self._forget_notice()

    @Slot()
    def _forget_notice(self) -> None:
        notice, self.notice = self.notice, None
        if notice is not None:
            notice.take_out()


def _load_modules() -> None:
    """Import modules that have nothing to do with Qt; runs in a thread."""
    for name in _LOADED_ELSEWHERE:
        import_module(name)


def _newest(is_locked: Callable[[Path], bool]) -> Undecided | Unfinished | None:
    """Return the newest training that stopped, or whose network was neither kept nor discarded,
    and that no other window is training. Runs in a thread, so it imports nothing of Qt."""
    from lenet_gui.engine.storage.data_path import data_path

    folder = data_path() / "training"
    if not folder.is_dir():
        return None
    from lenet_gui.engine.checkpoints.unfinished_trainings import undecided, unfinished

    found: list[Undecided | Unfinished] = [*unfinished(folder), *undecided(folder)]
    free = (one for one in found if not is_locked(one.output))
    return max(free, key=lambda one: one.saved_at, default=None)
