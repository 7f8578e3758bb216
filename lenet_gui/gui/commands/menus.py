"""Menus and actions of the window, made from their tables."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, reduce
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.widgets.plain_text import describe
from lenet_gui.gui.wording.phrases import plain

if TYPE_CHECKING:
    from lenet_gui.gui.commands.action import Action

MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Menu", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menu", "&Edit")),
    ("source", QT_TRANSLATE_NOOP("Menu", "&Source")),
    ("network", QT_TRANSLATE_NOOP("Menu", "&Network")),
    ("train", QT_TRANSLATE_NOOP("Menu", "&Train")),
    ("view", QT_TRANSLATE_NOOP("Menu", "&View")),
    ("help", QT_TRANSLATE_NOOP("Menu", "&Help")),
)
# Name, the menu that it is part of, title. It stands where the first of its actions would.
SUBMENUS: tuple[tuple[str, str, str], ...] = (
    ("panels", "view", QT_TRANSLATE_NOOP("Menu", "Pa&nels")),
    ("export_panel", "view", QT_TRANSLATE_NOOP("Menu", "E&xport panel")),
    ("language", "view", QT_TRANSLATE_NOOP("Menu", "Lan&guage")),
)


class Menus:
    """The window's menus, its actions, and the groups of actions that exclude each other; all by
    their names."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.menus: dict[str, QMenu] = {
            name: window.menuBar().addMenu(QCoreApplication.translate("Menu", title))
            for name, title in MENUS
        }
        self.actions: dict[str, QAction] = {}
        self.groups: dict[str, QActionGroup] = {}
        self._texts: dict[str, tuple[str, str, str]] = {}  # context, text and tip of actions

    def fill(self, commands: object) -> None:
        """Add the actions of the table, which call attributes of ``commands``."""
        from lenet_gui.gui.commands.action_table import MENU_ACTIONS

        for record in MENU_ACTIONS:
            self._add(record, reduce(getattr, record.calls.split("."), commands))

    def add(
        self,
        menu: str,
        name: str,
        text: str,
        tip: str,
        command: Callable[[], object],
        group: str = "",
        before: str = "",
        context: str = "",
        key: str = "",
    ) -> QAction:
        """Add an action that is not in the table, and return it.

        before: name of the action that it stands above. context: that of the translation of text
        and tip; without one they are shown as they are. key: its shortcut.
        """
        action = QAction(self._window)
        if key:
            action.setShortcut(QKeySequence(key))
            self._window.addAction(action)  # it works while the menu bar is hidden, too
        _describe(action, context, text, tip)
        if context:
            self._texts[name] = context, text, tip
        action.triggered.connect(partial(_call, command, ()))
        place = self.actions.get(before)
        if place is None:
            self._menu(menu).addAction(action)
        else:
            self._menu(menu).insertAction(place, action)
        self._join(action, group)
        self.actions[name] = action
        return action

    def _add(self, record: Action, target: Any) -> None:
        menu = self._menu(record.menu)
        if record.separate:
            menu.addSeparator()
        action = QAction(self._window)
        self._texts[record.name] = "Action", record.text, record.tip
        _describe(action, *self._texts[record.name])
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
        menu.addAction(action)
        self.actions[record.name] = action

    def _menu(self, name: str) -> QMenu:
        """Return a menu of the bar, or a submenu, which is made for its first action."""
        if name not in self.menus:
            title, above = next((t, above) for n, above, t in SUBMENUS if n == name)
            self.menus[name] = self.menus[above].addMenu(QCoreApplication.translate("Menu", title))
        return self.menus[name]

    def retranslate(self) -> None:
        """Name menus and actions in the language that is in use now."""
        for name, title in (*MENUS, *((name, title) for name, _, title in SUBMENUS)):
            self._menu(name).setTitle(QCoreApplication.translate("Menu", title))
        for name, texts in self._texts.items():
            _describe(self.actions[name], *texts)

    def _join(self, action: QAction, group: str) -> None:
        if group:
            action.setCheckable(True)
            if group not in self.groups:
                self.groups[group] = QActionGroup(self._window)
            self.groups[group].addAction(action)


def key_sequences(names: tuple[str, ...]) -> list[QKeySequence]:
    """Return the keys of shortcuts: spelled out, or the platform's for a standard key's name."""
    sequences: list[QKeySequence] = []
    for name in names:
        standard = getattr(QKeySequence.StandardKey, name, None)
        if standard is None:
            sequences.append(QKeySequence(name))
        else:
            sequences += QKeySequence.keyBindings(standard)
    return sequences


def _describe(action: QAction, context: str, text: str, tip: str) -> None:
    if context:
        text, tip = (QCoreApplication.translate(context, each) for each in (text, tip))
    action.setText(text)
    action.setIconText(plain(text))
    describe(action, tip)


def _call(target: Callable[..., object], arguments: tuple[str, ...], checked: bool = False) -> None:
    """Call the command of a triggered action; ``checked`` comes from Qt and does not matter."""
    target(*arguments)
