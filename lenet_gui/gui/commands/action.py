"""One entry of a menu, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Action:
    """One entry of a menu.

    name: for tests and settings. calls: attributes from ``WindowCommands`` on; the last is called.

    text, tip: translated in context "Action". shortcuts: as QKeySequence reads them, or names of
    its standard keys. group: actions of one group exclude each other; ``choice`` is then the
    argument of the call. toggles: the action can be checked, and whether it is is the argument.
    separate: a line stands above it. local: its shortcut acts only while the canvas has the focus.
    """

    name: str
    menu: str
    calls: str
    text: str
    tip: str
    shortcuts: tuple[str, ...] = ()
    group: str = ""
    choice: str = ""
    toggles: bool = False
    separate: bool = False
    local: bool = False


def action(
    name: str, menu: str, calls: str, text: str, tip: str, *shortcuts: str, **more: str | bool
) -> Action:
    """Return an entry; its shortcuts stand one by one."""
    return Action(name, menu, calls, text, tip, shortcuts, **more)  # type: ignore[arg-type]
