"""Lists of classes as a line of text: names between commas; one with a comma is in quotes."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence


def class_names_of_text(text: str) -> tuple[str, ...]:
    """Return the names in a line, without spaces around them; () for an empty line."""
    rows = list(csv.reader([text.strip()], skipinitialspace=True))
    return tuple(name.strip() for name in rows[0]) if rows and rows[0] else ()


def text_of_class_names(names: Sequence[str]) -> str:
    """Return a line of which ``class_names_of_text`` returns the names."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(names)
    return line.getvalue()
