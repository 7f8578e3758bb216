"""Menus and actions of the window, made from their tables."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, reduce
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from lenet_gui.texts import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from lenet_gui.gui.actions import Action

MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Menu", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menu", "&Edit")),
    ("source", QT_TRANSLATE_NOOP("Menu", "&Source")),
    ("network", QT_TRANSLATE_NOOP("Menu", "&Network")),
    ("train", QT_TRANSLATE_NOOP("Menu", "&Train")),
    ("view", QT_TRANSLATE_NOOP("Menu", "&View")),
    ("help", QT_TRANSLATE_NOOP("Menu", "&Help")),
)


class Menus:
    """The window's menus by name, its actions by name, and the groups of those that exclude
    each other."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.menus: dict[str, QMenu] = {
            name: window.menuBar().addMenu(QCoreApplication.translate("Menu", title))
            for name, title in MENUS
        }
        self.actions: dict[str, QAction] = {}
        self.groups: dict[str, QActionGroup] = {}

    def fill(self) -> None:
        """Add the actions of the table; what they call must be there."""
        from lenet_gui.gui.actions import ACTIONS

        for record in ACTIONS:
            self._add(record)

    def add(
        self,
        menu: str,
        name: str,
        text: str,
        tip: str,
        command: Callable[[], object],
        group: str = "",
        before: str = "",
    ) -> QAction:
        """One more action; ``before`` names the action that it stands above."""
        action = QAction(text, self._window)
        _describe(action, tip)
        action.triggered.connect(partial(_call, command, ()))
        place = self.actions.get(before)
        if place is None:
            self.menus[menu].addAction(action)
        else:
            self.menus[menu].insertAction(place, action)
        self._join(action, group)
        self.actions[name] = action
        return action

    def _add(self, record: Action) -> None:
        if record.separate:
            self.menus[record.menu].addSeparator()
        target: Any = reduce(getattr, record.calls.split("."), self._window)
        action = QAction(QCoreApplication.translate("Action", record.text), self._window)
        _describe(action, QCoreApplication.translate("Action", record.tip))
        action.setShortcuts(key_sequences(record.shortcuts))
        if record.local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            self._window.addAction(action)  # shortcuts work while the menu bar is hidden, too
        if record.toggles:
            action.setCheckable(True)
            action.toggled.connect(target)
        elif record.group:
            action.triggered.connect(partial(_call, target, (record.choice,)))
        else:
            action.triggered.connect(partial(_call, target, ()))
        self._join(action, record.group)
        self.menus[record.menu].addAction(action)
        self.actions[record.name] = action

    def _join(self, action: QAction, group: str) -> None:
        if group:
            action.setCheckable(True)
            if group not in self.groups:
                self.groups[group] = QActionGroup(self._window)
            self.groups[group].addAction(action)


def key_sequences(names: tuple[str, ...]) -> list[QKeySequence]:
    """Shortcuts as the platform has them: names are standard keys, or spelled out."""
    sequences: list[QKeySequence] = []
    for name in names:
        standard = getattr(QKeySequence.StandardKey, name, None)
        if standard is None:
            sequences.append(QKeySequence(name))
        else:
            sequences += QKeySequence.keyBindings(standard)
    return sequences


def _describe(action: QAction, tip: str) -> None:
    action.setToolTip(tip)
    action.setStatusTip(tip)
    action.setWhatsThis(tip)


def _call(target: Callable[..., object], arguments: tuple[str, ...], checked: bool = False) -> None:
    """What a triggered action does; ``checked`` is Qt's and does not matter here."""
    target(*arguments)
