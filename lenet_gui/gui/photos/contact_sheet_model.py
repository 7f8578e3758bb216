"""The contents of a contact sheet: what was read on each file, its thumbnail, and the CSV table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.photos.background_recognition import read_photo
from lenet_gui.gui.photos.photo_files import read_file
from lenet_gui.gui.photos.photo_painter import fitted_placement, paint_picture
from lenet_gui.gui.photos.photo_reading import PhotoReading
from lenet_gui.gui.photos.whole_picture import read_whole
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.wording.csv_tables import csv_text

THUMBNAIL = 116  # side of a thumbnail in pixels of the window
CSV_COLUMNS = (
    "file",
    "line",
    "text",
    "place",
    "digit",
    "score",
    "x",
    "y",
    "width",
    "height",
    "message",
)
NO_DIGIT_MESSAGE = "No readable digits were found."


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One piece of ink in a line: its answer or None, its score (0..1), and its box (x, y, width,
    height) in pixels of the file as stored."""

    label: str | None
    score: float
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class ContactSheetEntry:
    """A file on the sheet. lines: None until it is read. error: why it cannot be read.
    notes: what of it could not be used."""

    path: Path
    lines: tuple[tuple[SheetCell, ...], ...] | None = None
    thumbnail: QImage | None = None
    error: Exception | None = None
    notes: tuple[BadInput, ...] = ()

    @property
    def texts(self) -> list[str]:
        """The text of each line; "?" stands for ink without an answer."""
        return ["".join(cell.label or "?" for cell in line) for line in self.lines or ()]


class ContactSheetModel(QObject):
    """The entries of a sheet, filled one file after the other by a thread."""

    entry_read = Signal(int)  # the entry's number
    finished = Signal()  # all files are read, or reading was cancelled

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._recognizer = session.recognizer
        self._background = Background(self, finishes=True)
        self.entries: list[ContactSheetEntry] = []
        self.ratio = 1.0  # device pixels per pixel of the window, for thumbnails
        self._next = 0

    @property
    def busy(self) -> bool:
        return self._background.busy

    @property
    def read(self) -> int:
        """The number of files that are done."""
        return self._next

    def start(self, paths: Iterable[Path]) -> None:
        """Begin a new sheet with the files."""
        self._background.forget()
        self.entries = [ContactSheetEntry(path) for path in paths]
        self.go_on(0)

    def go_on(self, first: int | None = None) -> None:
        """Go on with the session's present network, from a file's number or from the next file."""
        # Copied, since recognizers are not thread-safe; a cancelled file's thread may still run.
        self._recognizer = self._session.recognizer.copy()
        self._next = self._next if first is None else first
        self._read_next()

    def cancel(self) -> None:
        """Stop reading; the answers so far stay."""
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

    def _done(self, entry: ContactSheetEntry) -> None:
        self.entries[self._next] = entry
        self._next += 1
        self.entry_read.emit(self._next - 1)
        self._read_next()

    def _failed(self, error: Exception) -> None:
        self._done(replace(self.entries[self._next], error=error))


def read_entry(path: Path, recognizer: Recognizer, ratio: float = 1.0) -> ContactSheetEntry:
    """Read one file; called in a thread. A BadInput becomes part of the entry."""
    try:
        photograph = read_file(path, recognizer.architecture.sees == "picture")
    except BadInput as error:
        return ContactSheetEntry(path, error=error)
    if photograph.rgb is None:
        photo = read_photo(photograph.grey, recognizer)
    else:
        photo = read_whole(photograph.rgb, recognizer)
    rows, columns = photograph.grey.shape
    every = (0, 0, columns, rows)
    lines = tuple(
        tuple(
            SheetCell(d.label, d.score, photograph.box_in_file(every if photo.whole else d.box))
            for d in line.digits
        )
        for line in photo.reading.lines
    )
    return ContactSheetEntry(path, lines, thumbnail_of(photo, ratio), notes=photograph.notes)


def thumbnail_of(photo: PhotoReading, ratio: float = 1.0) -> QImage:
    """Paint a thumbnail with boxes around the digits, at ``ratio`` device pixels per pixel."""
    side = round(THUMBNAIL * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    place = fitted_placement(THUMBNAIL, THUMBNAIL, photo.size)
    painter = QPainter(image)
    paint_picture(painter, place, photo.shown)
    painter.setPen(QPen(QColor("#1f6fd9"), 1))
    for found in photo.digits:
        if found.label is not None:
            painter.drawRect(QRectF(place.to_widget(photo.box(found.box))))
    painter.end()
    return image


def contact_sheet_csv(entries: Iterable[ContactSheetEntry]) -> str:
    """Return the table as CSV: a row per digit, in reading order.

    Lines and places count from 1, boxes are in pixels of the file, and "?" in a text is ink
    without an answer. A file without digits has one row that says why; a file that has not been
    read yet has none.
    """
    return csv_text([CSV_COLUMNS, *(row for entry in entries for row in _rows(entry))])


def _rows(entry: ContactSheetEntry) -> list[list[object]]:
    name = str(entry.path)
    if entry.lines is None or not entry.lines:
        if entry.error is None and entry.lines is None:
            return []  # not read yet
        return [[name, *[None] * 9, str(entry.error or NO_DIGIT_MESSAGE)]]
    return [
        [name, number, text, place, cell.label, round(cell.score, 6), *cell.box, None]
        for number, (line, text) in enumerate(zip(entry.lines, entry.texts, strict=True), 1)
        for place, cell in enumerate(line, 1)
    ]
