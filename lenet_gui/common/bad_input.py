"""What is wrong with a file or a choice, said in a sentence; every room raises it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from lenet_gui.common.printable import escaped_surrogates


class BadInput(ValueError):  # noqa: N818  the name says whose mistake it is
    """A file, picture or choice that cannot be used, said in a sentence a person understands.

    ``template`` is the sentence with named gaps and ``details`` what fills them, so that a
    window can translate the sentence and keep the details.
    """

    def __init__(self, template: str, **details: object) -> None:
        whole = {name: _shown(value) for name, value in details.items()}
        super().__init__(template.format(**whole))
        self.template = template
        self.details = whole


def _shown(value: object) -> object:
    """Numbers stay numbers, for those who write them in their language."""
    return escaped_surrogates(str(value)) if isinstance(value, str | PurePath) else value


class BadChoice(BadInput):
    """A name or a number that cannot be chosen: wrong use, not a bad file."""


def no_such(kind: str, name: str, names: Iterable[str]) -> BadChoice:
    """That there is no ``kind`` of that name; with the nearest one, or with all."""
    import difflib

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
