"""Reads the statements of UNIPEN files, and of the files that they include.

A statement is a keyword that begins a line with a dot, and everything up to the next one. Lines
of numbers may begin with a dot, too, so a letter must follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.storage.files import read_limited

MAX_UNIPEN_FILE = 32_000_000
MAX_TOGETHER = 200_000_000  # bytes of a file and of all that it includes
MAX_INCLUDES = 1000
MAX_DEPTH = 8
LARGEST_NUMBER = 1e9
_KEYWORD = re.compile(r"^\.([A-Za-z]\w*)", re.MULTILINE)
_SEGMENT = re.compile(rb"^\.SEGMENT\b", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement. keyword: without its dot, in capitals. text: its arguments. line: from 1."""

    keyword: str
    text: str
    file: str
    line: int

    @property
    def first(self) -> str:
        """The first argument, empty if there is none."""
        words = self.text.split(maxsplit=1)
        return words[0] if words else ""


def statements(path: Path) -> Iterator[Statement]:
    """Yield all statements of a file in order, included files in the place of their .INCLUDE.

    Raises BadInput if a file cannot be read, is missing, or includes itself.
    """
    yield from _Inclusion().read(path.absolute())


def has_segments(path: Path) -> bool:
    """Return whether a file has a .SEGMENT of its own; folders are searched for such files."""
    try:
        return _SEGMENT.search(read_limited(path, MAX_UNIPEN_FILE)) is not None
    except BadInput:  # a folder may hold anything; an error is shown if the file itself is named
        return False


class _Inclusion:
    """A file and its includes, within limits: a few short files can include each other forever."""

    def __init__(self) -> None:
        self._bytes = 0
        self._files = 0

    def read(self, path: Path, above: tuple[Path, ...] = ()) -> Iterator[Statement]:
        data = read_limited(path, MAX_UNIPEN_FILE)
        self._bytes += len(data)
        self._files += 1
        if self._bytes > MAX_TOGETHER or self._files > MAX_INCLUDES:
            raise BadInput(
                "{file} includes too many files: {files}.",
                file=(*above, path)[0].name,
                files=self._files,
            )
        for statement in _split(path.name, _decoded(data)):
            if statement.keyword == "INCLUDE":
                included = _included(path, statement)
                if included in (*above, path) or len(above) >= MAX_DEPTH:
                    raise BadInput(
                        "{file}, line {line}: it includes {name} in a loop, or too deeply.",
                        file=statement.file,
                        line=statement.line,
                        name=statement.first,
                    )
                yield from self.read(included, (*above, path))
            else:
                yield statement


def _decoded(data: bytes) -> str:
    """Decode UTF-8, or Latin-1 for the files of 1994, with any line ends."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _split(file: str, text: str) -> Iterator[Statement]:
    """Yield the statements of a text."""
    line, counted = 1, 0
    for match, following in pairwise([*_KEYWORD.finditer(text), None]):
        assert match is not None  # only the last is
        end = len(text) if following is None else following.start()
        line += text.count("\n", counted, match.start())
        counted = match.start()
        yield Statement(match[1].upper(), text[match.end() : end], file, line)


def _included(path: Path, statement: Statement) -> Path:
    """Return the included file: beside the file, or in a folder "include" above it.

    Archives keep all of them in one place. Raises BadInput if it is in neither.
    """
    name = PurePosixPath(statement.first.strip('"').replace("\\", "/"))
    inside = name.parts and not name.is_absolute() and ".." not in name.parts
    if inside and ":" not in name.parts[0]:
        folders = [path.parent, *(folder / "include" for folder in path.parents)]
        for folder in folders:
            candidate = folder / name
            try:
                if candidate.is_file():
                    return candidate
            except (OSError, ValueError):  # a name that the system does not allow
                break
    raise BadInput(
        "{file}, line {line}: the included file {name} is neither beside it nor in a folder "
        "'include' above it.",
        file=statement.file,
        line=statement.line,
        name=statement.first[:200] or '""',
    )


def numbers(statement: Statement) -> FloatArray:
    """Return all arguments, float64 (N,). Raises BadInput if one is no number of a usable size."""
    words = statement.text.split()
    try:
        values = np.array(words, np.float64)
        good = bool((np.abs(values) <= LARGEST_NUMBER).all())
    except ValueError:
        good = False
    if not good:
        line, word = _first_bad(statement)
        raise BadInput(
            "{file}, line {line}: '{word}' is not a valid number.",
            file=statement.file,
            line=line,
            word=word[:50],
        )
    return values


def _first_bad(statement: Statement) -> tuple[int, str]:
    for offset, line in enumerate(statement.text.split("\n")):
        for word in line.split():
            try:
                if abs(float(word)) <= LARGEST_NUMBER:
                    continue
            except ValueError:
                pass
            return statement.line + offset, word
    return statement.line, statement.keyword


def positive(statement: Statement) -> float:
    """Return the only argument. Raises BadInput if it is no number of a usable size above 0."""
    values = numbers(statement)
    if len(values) != 1 or not 1e-3 <= values[0] <= 1e6:
        raise BadInput(
            "{file}, line {line}: .{keyword} needs one number above 0.",
            file=statement.file,
            line=statement.line,
            keyword=statement.keyword,
        )
    return float(values[0])
