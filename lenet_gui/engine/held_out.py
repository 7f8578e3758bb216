"""Writers that nothing is ever learned from: a list in a text file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lenet_gui.bad_input import BadInput
from lenet_gui.engine.files import read_limited

MAX_FILE = 10_000_000


def read_writers(path: str, sources: Sequence[str] = ()) -> dict[str, frozenset[str]]:
    """Stroke set (the name of its file without ending) -> its writers; no path: none.

    A line has a set, a writer, and whatever follows; lines that begin with # are passed over.
    sources: the data that writers are to be kept out of, if any.
    Raises BadInput if the file cannot be read or has other lines, or names none of the sources: it
    would keep nobody out, and nobody would notice.
    """
    if not path:
        return {}
    file = Path(path)
    found: dict[str, set[str]] = {}
    try:
        lines = read_limited(file, MAX_FILE).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise BadInput("{file} is no list of writers: it is no text.", file=file.name) from None
    for number, line in enumerate(lines, 1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        if len(words) < 2:
            raise BadInput(
                "{file} is no list of writers: line {number} does not name a set and a writer.",
                file=file.name,
                number=number,
            )
        found.setdefault(words[0], set()).add(words[1])
    if found and sources and found.keys().isdisjoint(Path(source).stem for source in sources):
        raise BadInput(
            "{file} lists writers of {sets}, which this training does not use.",
            file=file.name,
            sets=", ".join(list(found)[:5]),
        )
    return {name: frozenset(writers) for name, writers in found.items()}
