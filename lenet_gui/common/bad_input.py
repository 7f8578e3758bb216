"""Errors in files and choices, as sentences for people; every room raises them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from lenet_gui.common.printable import visible


class BadInput(ValueError):  # noqa: N818  the name says whose mistake it is
    """A file, picture or choice that cannot be used, and a sentence that says why.

    template: the sentence with named gaps; details: the values that fill them. The window
    translates the template and keeps the details.
    """

    def __init__(self, template: str, **details: object) -> None:
        whole = {name: _shown(value) for name, value in details.items()}
        super().__init__(template.format(**whole))
        self.template = template
        self.details = whole


def _shown(value: object) -> object:
    """Return texts with nothing hidden; numbers stay, since languages write them differently."""
    return visible(str(value)) if isinstance(value, str | PurePath) else value


class BadChoice(BadInput):
    """A name or number that cannot be chosen: wrong use (exit code 2), not a bad file."""


def no_such(kind: str, name: str, names: Iterable[str]) -> BadChoice:
    """Return the error that there is no such ``kind``; it names the nearest one, or all."""
    import difflib  # only here, since it takes milliseconds to load

    known = list(names)
    near = difflib.get_close_matches(name, known, 1)
    if near:
        return BadChoice(
            "There is no {kind} named {name}. Did you mean {near}?",
            kind=kind,
            name=name,
            near=near[0],
        )
    return BadChoice(
        "There is no {kind} named {name}. Available: {names}.",
        kind=kind,
        name=name,
        names=", ".join(known),
    )
