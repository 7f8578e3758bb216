"""Opens the window, with the files that the command line names."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Sequence
from pathlib import Path

from lenet_gui.common.bad_input import BadChoice

END_OF_OPTIONS = "--"


def files_to_open(arguments: Sequence[str], commands: Collection[str]) -> list[str] | None:
    """Return the files that arguments without a command name; None if they have a command.

    A file that is called like a command is named after "--", or with its folder: "./train".
    Raises BadChoice if one of the files is not there, or an option stands among them.
    """
    given = list(arguments)
    first = given[0] if given else END_OF_OPTIONS
    if first != END_OF_OPTIONS and (first in commands or first.startswith("-")):
        return None
    at = given.index(END_OF_OPTIONS) if END_OF_OPTIONS in given else len(given)
    options = [name for name in given[:at] if name.startswith("-")]
    if options:
        raise BadChoice("A window has no option {option}.", option=options[0])
    files = given[:at] + given[at + 1 :]
    for name in files:
        if not _exists(name):
            raise _missing(name, commands if name == first else ())
    return files


def _exists(name: str) -> bool:
    try:
        return bool(name) and Path(name).exists()
    except (OSError, ValueError):
        return False


def _missing(name: str, commands: Collection[str]) -> BadChoice:
    near = difflib.get_close_matches(name, commands, 1)
    if near:
        return BadChoice(
            "There is neither a file nor a command named {name}. Did you mean {near}?",
            name=name,
            near=near[0],
        )
    return BadChoice("There is no file {file}.", file=name)


def run(files: Sequence[str]) -> int:
    """Open the window with files; return the exit code."""
    from lenet_gui import app

    return app.run(files)
