"""Lists of classes: as a line of text, as a person chose them, and in order.

In a line the names stand between commas; one with a comma is in quotes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.printable import MAX_CLASS_NAME, is_class_name

MOST_SHOWN = 10  # names in a sentence


def class_names_of_text(text: str) -> tuple[str, ...]:
    """Return the names in a line, without spaces around them; () for an empty line."""
    rows = list(csv.reader([text.strip()], skipinitialspace=True))
    return tuple(name.strip() for name in rows[0]) if rows and rows[0] else ()


def text_of_class_names(names: Sequence[str]) -> str:
    """Return a line of which ``class_names_of_text`` returns the names."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(names)
    return line.getvalue()


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Return each name once: numbers in numerical order, then other names by their text."""
    return tuple(sorted(set(names), key=_sort_key))


def chosen_classes(chosen: tuple[str, ...], found: Sequence[str]) -> tuple[str, ...]:
    """Return the classes in the order of the outputs.

    chosen: those that a person named; empty: ``found``, the classes of the training data in order.
    Raises BadChoice if a class is named twice, cannot be named so, or is missing.
    """
    if not chosen:
        return tuple(found)
    named: set[str] = set()
    for name in chosen:
        if name in named or not is_class_name(name):
            raise BadChoice(
                "{name} cannot be a class: class names have 1 to {most} visible characters, and "
                "each differs.",
                name=repr(name)[:60],
                most=MAX_CLASS_NAME,
            )
        named.add(name)
    unnamed = [name for name in found if name not in named]
    if unnamed:
        raise BadChoice(
            "The training data has classes that are not among those to learn: {names}. Add them.",
            names=", ".join(unnamed[:MOST_SHOWN]),
        )
    return chosen


def check_continued(file: str, its: Sequence[str], names: Sequence[str]) -> None:
    """Raise BadInput if a network cannot be trained further on data with these classes.

    file: name of its file. its: its classes.
    """
    known = set(its)
    unknown = [name for name in names if name not in known]
    if unknown:
        raise BadInput(
            "{file} cannot be trained further on this data: it has no class {classes}.",
            file=file,
            classes=", ".join(unknown[:MOST_SHOWN]),
        )


def _sort_key(name: str) -> tuple[bool, int, str]:
    number = name.isascii() and name.isdecimal()
    return (not number, int(name) if number and len(name) < 10 else 0, name)
