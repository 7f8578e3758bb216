"""Several files as a contact sheet: what was read on each, and all of it as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.photos.background_recognition import read_photo
from lenet_gui.gui.photos.photo_files import grey_of_file
from lenet_gui.gui.photos.photo_painter import paint_picture, place_in
from lenet_gui.gui.photos.photo_reading import PhotoReading
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.wording.csv_tables import csv_text

THUMBNAIL = 116  # pixels
HEAD = ("file", "line", "text", "place", "digit", "score", "x", "y", "width", "height", "message")
NOTHING = "No readable digits were found."


@dataclass(frozen=True, slots=True)
class Cell:
    """One piece of ink in a line: its answer or None, how sure (0..1), and its box in the pixels
    of the file as stored."""

    label: str | None
    score: float
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A file on the sheet. lines: None until it is read. error: why it cannot be."""

    path: Path
    lines: tuple[tuple[Cell, ...], ...] | None = None
    thumbnail: QImage | None = None
    error: Exception | None = None

    @property
    def texts(self) -> list[str]:
        return ["".join(cell.label or "?" for cell in line) for line in self.lines or ()]


class Sheet(QObject):
    """Reads one file after the other in the background."""

    entry_read = Signal(int)  # its number
    finished = Signal()  # all are read, or nobody wants more

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._recognizer = session.recognizer
        self._background = Background(self, finishes=True)
        self.entries: list[Entry] = []
        self.ratio = 1.0  # pixels of a thumbnail to a pixel of the window
        self._next = 0

    @property
    def busy(self) -> bool:
        return self._background.busy

    @property
    def read(self) -> int:
        """How many are done."""
        return self._next

    def start(self, paths: Iterable[Path]) -> None:
        """Another sheet of those files."""
        self._background.forget()
        self.entries = [Entry(path) for path in paths]
        self.go_on(0)

    def go_on(self, first: int | None = None) -> None:
        """Read on with the reader that is in use now, from that number or from where it was."""
        # Work arrays are for one thread, and that of a cancelled file may still use its own.
        self._recognizer = self._session.recognizer.copy()
        self._next = self._next if first is None else first
        self._read_next()

    def cancel(self) -> None:
        """Read no more of them; what was read stays."""
        if self.busy:
            self._background.forget()
            self.finished.emit()

    def _read_next(self) -> None:
        if self._next >= len(self.entries):
            self.finished.emit()
            return
        path, recognizer = self.entries[self._next].path, self._recognizer
        ratio = self.ratio
        self._background.start(
            lambda: read_entry(path, recognizer, ratio), self._done, self._failed
        )

    def _done(self, entry: Entry) -> None:
        self.entries[self._next] = entry
        self._next += 1
        self.entry_read.emit(self._next - 1)
        self._read_next()

    def _failed(self, error: Exception) -> None:
        self._done(replace(self.entries[self._next], error=error))


def read_entry(path: Path, recognizer: Recognizer, ratio: float = 1.0) -> Entry:
    """In a thread. What is wrong with the file becomes part of the entry."""
    try:
        photograph = grey_of_file(path)
    except BadInput as error:
        return Entry(path, error=error)
    photo = read_photo(photograph.grey, recognizer)
    lines = tuple(
        tuple(Cell(d.label, d.score, photograph.box_in_file(d.box)) for d in line.digits)
        for line in photo.reading.lines
    )
    return Entry(path, lines, thumbnail_of(photo, ratio))


def thumbnail_of(photo: PhotoReading, ratio: float = 1.0) -> QImage:
    """A small picture with boxes where digits are, ``ratio`` pixels to a pixel of the window."""
    side = round(THUMBNAIL * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    place = place_in(THUMBNAIL, THUMBNAIL, photo.size)
    painter = QPainter(image)
    paint_picture(painter, place, photo.grey)
    painter.setPen(QPen(QColor("#1f6fd9"), 1))
    for found in photo.digits:
        if found.label is not None:
            painter.drawRect(QRectF(place.to_widget(photo.box(found.box))))
    painter.end()
    return image


def sheet_csv(entries: Iterable[Entry]) -> str:
    """A row for each digit; lines and places count from 1, boxes are in the file's pixels, and
    "?" in a text is ink that no digit is sure for. A file without digits has one row that says
    why."""
    return csv_text([HEAD, *(row for entry in entries for row in _rows(entry))])


def _rows(entry: Entry) -> list[list[object]]:
    name = str(entry.path)
    if entry.lines is None or not entry.lines:
        if entry.error is None and entry.lines is None:
            return []  # nobody has read it
        return [[name, *[None] * 9, str(entry.error or NOTHING)]]
    return [
        [name, number, text, place, cell.label, round(cell.score, 6), *cell.box, None]
        for number, (line, text) in enumerate(zip(entry.lines, entry.texts, strict=True), 1)
        for place, cell in enumerate(line, 1)
    ]
