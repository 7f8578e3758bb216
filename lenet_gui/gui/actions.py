"""The table of actions: menus, shortcuts and texts; what they do is a method of the window."""

from __future__ import annotations

from dataclasses import dataclass

from lenet_gui.texts import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Action:
    """name: the method of the window it calls; texts are translated in context "Action".

    shortcuts: as QKeySequence reads them, or names of its standard keys. group: actions of a
    group exclude each other, ``choice`` is what the method gets.
    """

    name: str
    menu: str
    text: str
    tip: str
    shortcuts: tuple[str, ...] = ()
    group: str = ""
    choice: str = ""


MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Menu", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menu", "&Edit")),
    ("network", QT_TRANSLATE_NOOP("Menu", "&Network")),
    ("view", QT_TRANSLATE_NOOP("Menu", "&View")),
    ("help", QT_TRANSLATE_NOOP("Menu", "&Help")),
)

ACTIONS: tuple[Action, ...] = (
    Action(
        "quit",
        "file",
        QT_TRANSLATE_NOOP("Action", "&Quit"),
        QT_TRANSLATE_NOOP("Action", "Close the program"),
        ("Quit",),
    ),
    Action(
        "undo",
        "edit",
        QT_TRANSLATE_NOOP("Action", "&Undo"),
        QT_TRANSLATE_NOOP("Action", "Take back the last change of the drawing"),
        ("Undo",),
    ),
    Action(
        "redo",
        "edit",
        QT_TRANSLATE_NOOP("Action", "&Redo"),
        QT_TRANSLATE_NOOP("Action", "Do again what was taken back"),
        ("Redo",),
    ),
    Action(
        "clear",
        "edit",
        QT_TRANSLATE_NOOP("Action", "&Clear"),
        QT_TRANSLATE_NOOP("Action", "Empty the page; can be undone"),
        ("Del", "Ctrl+Backspace"),
    ),
    Action(
        "use_theme",
        "view",
        QT_TRANSLATE_NOOP("Action", "As the &system"),
        QT_TRANSLATE_NOOP("Action", "Light or dark, as the desktop is"),
        group="theme",
        choice="system",
    ),
    Action(
        "use_theme",
        "view",
        QT_TRANSLATE_NOOP("Action", "&Light"),
        QT_TRANSLATE_NOOP("Action", "Dark ink on light paper"),
        group="theme",
        choice="light",
    ),
    Action(
        "use_theme",
        "view",
        QT_TRANSLATE_NOOP("Action", "&Dark"),
        QT_TRANSLATE_NOOP("Action", "Light ink on dark paper"),
        group="theme",
        choice="dark",
    ),
    Action(
        "about",
        "help",
        QT_TRANSLATE_NOOP("Action", "&About lenet_gui"),
        QT_TRANSLATE_NOOP("Action", "Version, credits and licences"),
    ),
)
