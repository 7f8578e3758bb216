"""The table of the kinds of files that the program can use.

From it follow what Open offers, what a drop does, what the command line and the desktop hand over,
and by which suffix a file is saved. What a file is, its content decides before its name does.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.storage.files import cannot_read, open_ordinary
from lenet_gui.engine.storage.foreign_files import FOREIGN_NETWORKS, HEAD, foreign_kind, is_text

Opener = Literal["page", "network", "foreign network", "video", "data"]


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file.

    title: its name in words, translated in context "FileKind". opens: who opens it. suffixes: in
    lower case, the first for new files; patterns: of names that have none. types: MIME types, for
    the desktop. content: matches the first bytes of such a file; None: only the name tells.
    """

    name: str
    title: str
    opens: Opener
    suffixes: tuple[str, ...]
    types: tuple[str, ...] = ()
    content: re.Pattern[bytes] | None = None
    patterns: tuple[str, ...] = ()

    @property
    def globs(self) -> tuple[str, ...]:
        """Return patterns of all names, for a dialog."""
        return (*(f"*{suffix}" for suffix in self.suffixes), *self.patterns)

    def has_name(self, path: Path) -> bool:
        """Return whether a file of that name should be of this kind."""
        name = path.name.lower()
        return path.suffix.lower() in self.suffixes or any(fnmatch(name, p) for p in self.patterns)

    def has_content(self, head: bytes) -> bool:
        """Return whether a file that begins so can be of this kind."""
        return self.content is None or self.content.match(head) is not None


def _begins(*patterns: bytes) -> re.Pattern[bytes]:
    return re.compile(b"|".join(patterns), re.DOTALL)


DRAWING = FileKind(
    "drawing",
    QT_TRANSLATE_NOOP("FileKind", "Drawings"),
    "page",
    (".json", ".lenet-drawing"),
    ("application/x-lenet-gui-drawing",),
    _begins(rb"\s*\{\s*[\"}]"),
)
IMAGE = FileKind(
    "image",
    QT_TRANSLATE_NOOP("FileKind", "Images"),
    "page",
    (".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".avif",
     ".pgm", ".ppm"),
    ("image/png", "image/jpeg", "image/bmp", "image/gif", "image/tiff", "image/webp", "image/avif",
     "image/x-portable-graymap", "image/x-portable-pixmap"),
    _begins(rb"\x89PNG\r\n", rb"\xff\xd8\xff", rb"BM.{4}\0{4}", rb"GIF8[79]a", rb"II\*\0",
            rb"MM\0\*", rb"RIFF.{4}WEBP", rb"P[2356]\s", rb".{4}ftypavi[fs]"),
)  # fmt: skip
VIDEO = FileKind(
    "video",
    QT_TRANSLATE_NOOP("FileKind", "Videos"),
    "video",
    (".mp4", ".mov", ".avi", ".mkv", ".webm", ".m4v", ".mpg", ".mpeg", ".mjpeg", ".wmv", ".3gp",
     ".ogv"),
    ("video/mp4", "video/quicktime", "video/x-msvideo", "video/x-matroska", "video/webm",
     "video/mpeg", "video/x-ms-wmv", "video/3gpp", "video/ogg"),
    # The brand of a picture is not that of a video: AVIF above, HEIC among the foreign files.
    _begins(rb".{4}ftyp(?!avi[fs]|he[iv]|mif1|msf1)", rb".{4}(?:moov|mdat|wide)",
            rb"\x1aE\xdf\xa3", rb"RIFF.{4}AVI ", rb"0&\xb2u\x8ef\xcf\x11", rb"\0\0\x01[\xb3\xba]",
            rb"OggS", rb"\xff\xd8\xff"),  # the last one is MJPEG, of that name
)  # fmt: skip
CHECKPOINT = FileKind(
    "checkpoint",
    QT_TRANSLATE_NOOP("FileKind", "Checkpoints"),
    "network",
    (".safetensors",),
    ("application/x-safetensors",),
    _begins(rb".{3}\0{5}\{"),  # the length of the header, which is JSON
)
FOREIGN_NETWORK = FileKind(
    "foreign",
    QT_TRANSLATE_NOOP("FileKind", "Networks of other programs"),
    "foreign network",
    (".pt", ".pth", ".onnx", ".keras", ".h5", ".hdf5"),
    content=_begins(*FOREIGN_NETWORKS),
)
STROKE_SET = FileKind(
    "arrays",
    QT_TRANSLATE_NOOP("FileKind", "Stroke sets and arrays"),
    "data",
    (".npz",),
    content=_begins(rb"PK\x03\x04.{26}[^\0/]{1,80}\.npy"),
)
IDX = FileKind(
    "idx",
    QT_TRANSLATE_NOOP("FileKind", "Labelled pictures (IDX)"),
    "data",
    (),
    content=_begins(rb"\0\0[\x08-\x0e][\x01-\x04]"),
    patterns=("*ubyte*", "*idx*", "*images*"),
)
TABLE = FileKind(
    "table",
    QT_TRANSLATE_NOOP("FileKind", "Tables of pixels"),
    "data",
    (".csv",),
    # A long row: 784 values and a label, or their names, which are at least 1,569 letters.
    content=_begins(rb"(?:\xef\xbb\xbf)?(?:[ !-+\--:<-~\x80-\xff]{0,24}[,;\t]){160}"),
    patterns=("*.csv.gz",),
)
# Where a name fits two kinds, the first one counts.
FILE_KINDS = (DRAWING, IMAGE, VIDEO, CHECKPOINT, FOREIGN_NETWORK, STROKE_SET, IDX, TABLE)


def kind_by_name(path: Path) -> FileKind | None:
    """Return the kind that a file should be of, by its name alone."""
    return next((kind for kind in FILE_KINDS if kind.has_name(path)), None)


def kind_of(path: Path) -> FileKind:
    """Find out of what kind a file is. Raises BadInput, which names it, if it cannot be used."""
    try:
        with open_ordinary(path) as file:
            head = file.read(HEAD)
    except OSError as error:
        raise cannot_read(path, error) from None
    inside = _unpacked(head)
    named = kind_by_name(path)
    if named is not None and named.has_content(inside) and named.content is not None:
        return named
    for kind in FILE_KINDS:
        if kind.content is not None and kind.has_content(inside):
            return kind
    foreign = foreign_kind(head, path.name)
    if foreign is not None:
        raise foreign
    if named is not None:
        return named  # damaged, and its reader says so
    if not head:
        raise BadInput("{file} is empty.", file=path.name)
    if is_text(head):
        raise BadInput("{file} is a text file, which this program cannot use.", file=path.name)
    raise BadInput("{file} is of no kind that this program knows.", file=path.name)


def _unpacked(head: bytes) -> bytes:
    """Return the beginning of what is in a gzip file, as IDX files often are; others unchanged."""
    if not head.startswith(b"\x1f\x8b"):
        return head
    try:
        return zlib.decompressobj(wbits=31).decompress(head, HEAD)
    except zlib.error:
        return head
