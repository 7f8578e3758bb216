"""Which networks can be chosen, in the Network menu and in the toolbar, as the library changes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.wording.network_words import network_line
from lenet_gui.gui.wording.phrases import literal

if TYPE_CHECKING:
    from lenet_gui.engine.recognition.recognizer import Recognizer
    from lenet_gui.gui.commands.menus import Menus
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.system.settings import Settings
    from lenet_gui.gui.training.training_parts import TrainingParts
    from lenet_gui.gui.window.network_bar import NetworkBar


class NetworkChoice(QObject):
    """Keeps menu, toolbar and the setting for the next start in step with the session."""

    failed = Signal(object)  # an error to tell
    library_changed = Signal()  # a network was imported

    def __init__(
        self,
        session: Session,
        settings: Settings,
        menus: Menus,
        bar: NetworkBar,
        trainings: TrainingParts,
        opened: Mapping[str, Recognizer],
        window: QWidget,
    ) -> None:
        """opened: recognizers of checkpoint files by their names; it may grow."""
        super().__init__(window)
        self._window = window
        self._session, self._settings = session, settings
        self._menus, self._bar = menus, bar
        self._trainings, self._opened = trainings, opened
        self._paths: dict[str, Path] = {}  # of the networks in the menu, by their names

    def begin(self) -> None:
        """Fill menu and toolbar; the actions of the table must be there."""
        below = self._menus.actions["open_checkpoint"]
        self._end = self._menus.menus["network"].insertSeparator(below)
        self.fill()
        self._bar.chosen.connect(self.use)
        self._session.network_changed.connect(self._remember)

    @Slot()
    def fill(self) -> None:
        """Take up the names that are there now; entries of others go."""
        from lenet_gui.engine.checkpoints.named_networks import network_paths

        menus, former, self._paths = self._menus, self._paths, network_paths()
        for name in former:
            action = menus.actions.pop(f"network:{name}")
            menus.groups["network"].removeAction(action)
            action.deleteLater()
        for name in self._paths:
            action = menus.add(
                "network",
                f"network:{name}",
                literal(name),
                self.tr("Use {0}").format(name),
                partial(self.use, name),
                group="network",
            )
            menus.menus["network"].insertAction(self._end, action)
        self._bar.show_names([*self._paths, *self._opened], self._line_of)
        self._remember(self._session.recognizer)

    def _line_of(self, name: str) -> str:
        """Return what a network is, in one line, or why its file cannot be used."""
        from lenet_gui.engine.checkpoints.library_entries import read_entry

        used = self._session.recognizer
        reads = used if used.name == name else self._opened.get(name)
        if reads is not None:
            return network_line(reads.architecture, reads.checkpoint.training)
        if name not in self._paths:
            return self.tr("the network that is being trained")
        try:
            entry = read_entry(self._paths[name])
        except BadInput as error:
            return sentence(error)
        return network_line(entry.architecture, entry.training)

    @Slot()
    def retranslate(self) -> None:
        """Say the entries and the toolbar again in the language that is in use now."""
        self._bar.retranslate(self._session.recognizer)
        self.fill()

    @Slot(str)
    def use(self, name: str) -> None:
        """Read with a network: of the program, of the library, of an opened file, or the one that
        learns."""
        opened = self._opened.get(name)
        if opened is not None:
            self._session.use(opened)
            return
        if self._trainings.watch(name):
            return
        try:
            self._session.use_network(name)
        except BadInput as error:  # its file in the library may be gone or damaged
            self.failed.emit(error)
            self._bar.show_network(self._session.recognizer)

    @Slot(str)
    def import_file(self, path: str) -> None:
        """Show what a network of another program is; Import puts it into the library, and it
        reads."""
        from lenet_gui.gui.foreign_networks.dialog import open_network_import

        open_network_import(self._window).read(path, self._use_imported)

    def _use_imported(self, name: str) -> None:
        self.library_changed.emit()
        self.use(name)

    @Slot(object)
    def _remember(self, recognizer: Recognizer) -> None:
        """Show a network as the one in use; if it is listed, store its name for the next start."""
        self._show(recognizer)
        if recognizer.name in self._paths:
            self._settings.store("reader", recognizer.name)

    def _show(self, recognizer: Recognizer) -> None:
        self._bar.show_network(recognizer)
        group = self._menus.groups["network"]
        action = self._menus.actions.get(f"network:{recognizer.name}")
        if action is not None:
            action.setChecked(True)
        elif (checked := group.checkedAction()) is not None:
            group.setExclusive(False)
            checked.setChecked(False)
            group.setExclusive(True)
