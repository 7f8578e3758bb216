"""Reads lists of held-out writers: text files of writers that nothing is ever learned from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.storage.files import read_limited

MAX_WRITERS_FILE = 10_000_000
NAMES_SHOWN = 5
_QUOTED_OR_PLAIN = re.compile(r'"((?:[^"]|"")+)"(?!\S)|(\S+)')


def read_writers(path: str, sources: Sequence[str] = ()) -> dict[str, frozenset[str]]:
    """Read a list: stroke set (the name of its file without ending) -> its writers.

    path: of the list; empty for none. sources: the data that writers are to be kept out of, if
    known.

    A line has a set, a writer, and anything after that; a name with spaces stands in double
    quotes, and a quote within them is doubled. Lines that begin with # are skipped.

    Raises BadInput if the file cannot be read or has other lines, or names none of the sources:
    it would silently hold out no writer.
    """
    if not path:
        return {}
    file = Path(path)
    found: dict[str, set[str]] = {}
    try:
        lines = read_limited(file, MAX_WRITERS_FILE).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise BadInput("{file} is not a list of writers: it is not text.", file=file.name) from None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        names = _names(line)
        if len(names) < 2:
            raise BadInput(
                "{file} is not a list of writers: line {number} does not name a stroke set and a "
                "writer.",
                file=file.name,
                number=number,
            )
        found.setdefault(names[0], set()).add(names[1])
    if found and sources and found.keys().isdisjoint(Path(source).stem for source in sources):
        raise BadInput(
            "{file} lists writers of {sets}, which is not in the data.",
            file=file.name,
            sets=", ".join(list(found)[:NAMES_SHOWN]),
        )
    return {name: frozenset(writers) for name, writers in found.items()}


def _names(line: str) -> list[str]:
    return [quoted.replace('""', '"') or plain for quoted, plain in _QUOTED_OR_PLAIN.findall(line)]


def writers_of(
    held_out: Mapping[str, frozenset[str]], source: str, writers: Iterable[str]
) -> frozenset[str]:
    """Return the writers that are listed for a source.

    held_out: of ``read_writers``. writers: all writers in the source. A source may be a part of
    the set that was listed, so listed writers may be missing.

    Raises BadInput if none of those listed is in it, or if one is only the beginning of a name:
    the network would silently learn from them.
    """
    listed, there = held_out.get(Path(source).stem, frozenset()), frozenset(writers)
    unknown = listed - there
    cut_short = {name for name in unknown if any(w.startswith(f"{name} ") for w in there)}
    if cut_short or (listed and unknown == listed):
        raise BadInput(
            "The list of writers names writers who are not in {file}: {writers}. Put names with "
            'spaces in "quotes".',
            file=Path(source).name,
            writers=", ".join(sorted(cut_short or unknown)[:NAMES_SHOWN]),
        )
    return listed
