"""The rows of the Help menu in the table of actions."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.commands.action import Action
from lenet_gui.gui.commands.action import action as _action

HELP_ACTIONS: tuple[Action, ...] = (
    _action(
        "help", "help", "help.show",
        QT_TRANSLATE_NOOP("Action", "&How to use lenet_gui"),
        QT_TRANSLATE_NOOP("Action", "What the window shows, and all shortcuts"), "F1",
    ),
    _action(
        "whats_this", "help", "help.ask",
        QT_TRANSLATE_NOOP("Action", "&What is this?"),
        QT_TRANSLATE_NOOP(
            "Action",
            "Then click any part of the window for an explanation",
        ), "Shift+F1",
    ),
    _action(
        "glossary", "help", "glossary.show",
        QT_TRANSLATE_NOOP("Action", "&Glossary"),
        QT_TRANSLATE_NOOP(
            "Action",
            "Explain all terms in plain words, with numbers of the network in use",
        ), "F3",
    ),
    _action(
        "tour", "help", "welcome.take_tour",
        QT_TRANSLATE_NOOP("Action", "&Take the tour"),
        QT_TRANSLATE_NOOP("Action", "Show what the window can do, one stop after another"),
        "Ctrl+F1", separate=True,
    ),
    _action(
        "opening", "help", "welcome.play_opening",
        QT_TRANSLATE_NOOP("Action", "&Play the opening again"),
        QT_TRANSLATE_NOOP("Action", "Show again how a digit is drawn and read at the first start"),
    ),
    _action(
        "copy_diagnostics", "help", "help.show_diagnostics",
        QT_TRANSLATE_NOOP("Action", "Copy &diagnostics …"),
        QT_TRANSLATE_NOOP(
            "Action",
            "Show version numbers and the end of the log, without any names, and copy them for "
            "a bug report",
        ),
        separate=True,
    ),
    _action(
        "about", "help", "help.about",
        QT_TRANSLATE_NOOP("Action", "&About lenet_gui"),
        QT_TRANSLATE_NOOP("Action", "Version, credits and licences"),
    ),
)  # fmt: skip
