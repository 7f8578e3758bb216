"""Reads digits from CSV files as Kaggle and others offer MNIST: a label and 784 values in each row.

A file may be gzipped, whatever its name is. The label is the first column unless the header names
the last one. Rows are read in blocks, so that a file takes no more memory than its pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, FloatArray
from lenet_gui.engine.data.dataset import too_many
from lenet_gui.engine.data.formats.idx import ReadingProgress
from lenet_gui.engine.data.formats.pixel_set import PixelSet
from lenet_gui.engine.ink.normalization import DIGIT_SIDE
from lenet_gui.engine.storage.packed_files import check_unpacked, open_unpacked

PIXELS = DIGIT_SIDE**2
LONGEST_LINE = 100_000  # bytes; 785 values take 3,000 to 20,000
LABEL_NAMES = ("label", "labels", "class", "target", "digit", "y")
DISTINCT_NAMES = 0.9  # of a header's fields are different; of a row of pixels a third at most
_BLOCK = 1 << 20  # bytes: empty lines alone would take a hundred times as much
_SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class _Table:
    """How a file is laid out. header: whether its first line names the columns."""

    separator: str
    header: bool
    label_last: bool
    labelled: bool


def read_csv_set(path: Path, most: int, progress: ReadingProgress | None = None) -> PixelSet:
    """Read a CSV file of at most ``most`` digits. Raises BadInput if it is something else."""
    table = _table(path)
    if not table.labelled:
        raise BadInput(
            "{file} has no labels: each of its {count} columns is a pixel. A column of labels is "
            "needed before them.",
            file=path.name,
            count=PIXELS,
        )
    pixels, labels = bytearray(), list[str]()
    full = 0.0  # the value of ink, for all rows; unknown while all are blank
    for number, lines in _blocks(path, table, progress):
        rows = [(number + place, line) for place, line in enumerate(lines) if line]
        names, values = _parsed(path, table, rows)
        labels += names
        if not full and values.any():
            full = 1.0 if values.max() <= 1.0 else 255.0
        if not (values.min(initial=0.0) >= 0.0 and values.max(initial=0.0) <= full):
            raise _wrong_line(path, rows[_first_outside(values, full)][0])
        pixels += np.round(values * (255.0 / (full or 1.0))).astype(np.uint8).tobytes()
        if len(labels) > most:
            raise too_many(path.name, most)
    if not labels:
        raise BadInput("{file} contains no samples.", file=path.name)
    images: ByteArray = np.frombuffer(pixels, np.uint8).reshape(-1, DIGIT_SIDE, DIGIT_SIDE)
    return PixelSet("csv", images, tuple(labels), (), (path,))


def has_labels(path: Path) -> bool:
    """Return whether a CSV file has digits with labels; Kaggle's test.csv has none."""
    try:
        return _table(path).labelled
    except (BadInput, OSError):
        return False


def _table(path: Path) -> _Table:
    """Look at the first line. Raises BadInput if it has neither 784 nor 785 fields."""
    with open_unpacked(path) as (file, _):
        line = file.readline(LONGEST_LINE).decode("utf-8-sig", "replace")
    separator = max(_SEPARATORS, key=line.count)
    fields = [_unquoted(text).casefold() for text in line.split(separator)]
    if len(fields) not in (PIXELS, PIXELS + 1):
        raise BadInput(
            "{file} is no table of digits: it has {count} columns; a label and {pixels} values of "
            "pixels are needed.",
            file=path.name,
            count=len(fields),
            pixels=PIXELS,
        )
    header = len(set(fields)) > DISTINCT_NAMES * len(fields)
    last = header and fields[-1] in LABEL_NAMES and fields[0] not in LABEL_NAMES
    return _Table(separator, header, last, len(fields) > PIXELS)


def _blocks(
    path: Path, table: _Table, progress: ReadingProgress | None
) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of rows in blocks, each with the number of its first line, from 1.

    Empty lines are kept, so that numbers are right. Raises BadInput if a line is too long, or if
    the file unpacks to far too much.
    """
    total, unpacked, number, rest = path.stat().st_size, 0, 1, b""
    with open_unpacked(path) as (file, raw):
        while block := file.read(_BLOCK):
            unpacked += len(block)
            check_unpacked(path, unpacked)
            done = raw.tell()
            if progress is not None:
                progress(min(done, total), max(total, done))
            *whole, rest = (rest + block).split(b"\n")
            if len(rest) > LONGEST_LINE:
                raise _wrong_line(path, number + len(whole))
            if whole:
                yield _rows(whole, number, table)
            number += len(whole)
    if rest:
        yield _rows([rest], number, table)


def _rows(lines: list[bytes], number: int, table: _Table) -> tuple[int, list[str]]:
    texts = [line.decode("utf-8-sig", "replace").strip() for line in lines]
    if number == 1 and table.header:
        texts[0] = ""
    return number, texts


def _parsed(path: Path, table: _Table, rows: list[tuple[int, str]]) -> tuple[list[str], FloatArray]:
    """Return the labels and values (rows, 784) of lines with their numbers.

    Raises BadInput with the first line that is no row.
    """
    labels, texts = [], []
    for number, line in rows:
        if table.label_last:
            text, _, label = line.rpartition(table.separator)
        else:
            label, _, text = line.partition(table.separator)
        if line.count(table.separator) != PIXELS or not _label(label):
            raise _wrong_line(path, number)
        labels.append(_label(label))
        texts.append(text)
    if not texts:
        return [], np.empty((0, PIXELS), np.float32)
    try:
        return labels, _numbers(texts, table)
    except ValueError:
        raise _wrong_line(path, rows[_first_bad(texts, table)][0]) from None


def _numbers(rows: list[str], table: _Table) -> FloatArray:
    """Return float32 (rows, 784). Raises ValueError if something is no number."""
    read = partial(np.loadtxt, rows, comments=None, delimiter=table.separator, quotechar='"')
    try:
        return read(dtype=np.int16, ndmin=2).astype(np.float32)  # takes an eighth of the time
    except ValueError:
        return read(dtype=np.float32, ndmin=2)


def _first_bad(rows: list[str], table: _Table) -> int:
    for place, row in enumerate(rows):
        try:
            _numbers([row], table)
        except ValueError:
            return place
    return 0


def _first_outside(values: FloatArray, full: float) -> int:
    """Return the first row with a value that is not within 0..``full``; NaN is not."""
    return int(np.argmin(((values >= 0.0) & (values <= full)).all(axis=1)))


def _label(text: str) -> str:
    """Return a label as it is shown: "5" for 5.0 and "5"."""
    text = _unquoted(text)
    whole, point, part = text.partition(".")
    return whole if point and whole.isdecimal() and not part.strip("0") else text


def _unquoted(text: str) -> str:
    return text.strip().strip('"').strip()


def _wrong_line(path: Path, number: int) -> BadInput:
    return BadInput(
        "{file}: line {number} is no row of a label and {pixels} values from 0 to 255.",
        file=path.name,
        number=number,
        pixels=PIXELS,
    )
