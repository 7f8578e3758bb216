"""Which readers can be chosen, in the Network menu and in the toolbar, as the library changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from lenet_gui.engine.recognition.recognizer import Recognizer
    from lenet_gui.gui.window.main_window import MainWindow


class NetworkChoice(QObject):
    """Keeps menu, toolbar and the setting for the next start in step with the session."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._names: list[str] = []
        below = window.menus.actions["open_checkpoint"]
        self._end = window.menus.menus["network"].insertSeparator(below)
        self._fill()
        window.network_bar.chosen.connect(window.use_network)
        self._session.network_changed.connect(self._remember)
        self._session.library_changed.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        """Take up the names that are there now; entries of others go."""
        from lenet_gui.engine.checkpoints.named_networks import network_names

        names, menus = network_names(), self._window.menus
        for name in self._names:
            action = menus.actions.pop(f"reader:{name}")
            menus.groups["reader"].removeAction(action)
            action.deleteLater()
        for name in names:
            action = menus.add(
                "network",
                f"reader:{name}",
                name.replace("&", "&&"),
                self.tr("Read with {0}").format(name),
                partial(self._window.use_network, name),
                group="reader",
            )
            menus.menus["network"].insertAction(self._end, action)
        self._names = names
        self._window.network_bar.show_names([*names, *self._window.documents.opened])
        self._remember(self._session.recognizer)

    @Slot()
    def retranslate(self) -> None:
        """The entries in the language that is in use now."""
        self._fill()

    @Slot(object)
    def _remember(self, recognizer: Recognizer) -> None:
        """The next start reads with it, if it can be found by its name then."""
        self._show(recognizer)
        if recognizer.name in self._names:
            self._window.settings.store("reader", recognizer.name)

    def _show(self, recognizer: Recognizer) -> None:
        self._window.network_bar.show_network(recognizer)
        group = self._window.menus.groups["reader"]
        action = self._window.menus.actions.get(f"reader:{recognizer.name}")
        if action is not None:
            action.setChecked(True)
        elif (checked := group.checkedAction()) is not None:
            group.setExclusive(False)
            checked.setChecked(False)
            group.setExclusive(True)
