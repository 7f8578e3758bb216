"""Kinds of files that people try, and that the program cannot use: what they are, and what to do.

They are told by their first bytes, so that a wrong suffix does not mislead anybody.
"""

from __future__ import annotations

import re

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

HEAD = 4096  # bytes of a file that say what it is

# How files of PyTorch, Keras and ONNX begin; ``engine/importing`` reads them.
FOREIGN_NETWORKS = (
    rb"PK\x03\x04.{26}(?:[^\0]{1,200}/data\.pkl|[^\0]{1,200}/\.format_version)"
    rb"|\x80[\x02-\x05](?:[}cX\x8a\x95]|\x8a)|PK\x03\x04.*?data\.pkl",
    rb"\x89HDF\r\n|PK\x03\x04.{26}(?:metadata|config)\.json.*?model\.weights",
    rb"\x08[\x01-\x20](?:\x12[\x01-\x7f][\x20-\x7e]|:)",
)

# The first pattern that matches counts. A ZIP file may be many things, by the names in it.
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (
        rb"%PDF-",
        QT_TRANSLATE_NOOP("BadInput",
            "{file} is a PDF document, which this program cannot read. Save its page as a picture "
            "(PNG or JPEG), or take a screenshot of it."),
    ),
    (
        rb".{4}ftyp(?:he[iv]|mif1|msf1)",
        QT_TRANSLATE_NOOP("BadInput",
            "{file} is a HEIC picture, which this program cannot read. Save it as JPEG or PNG in "
            "the program that shows it, or let the phone take its photos as JPEG."),
    ),
    (
        rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml.{0,1000}?)?<svg\b",
        QT_TRANSLATE_NOOP("BadInput",
            "{file} is an SVG drawing, which this program cannot read. Save it as PNG."),
    ),
    (
        b"|".join(FOREIGN_NETWORKS),
        QT_TRANSLATE_NOOP("BadInput",
            "{file} is a network of another program. Import it: open it in the window, or with "
            "'lenet-gui import'."),
    ),
    (
        rb"PK\x03\x04.{26}(?:\[Content_Types\]|_rels/|docProps/|word/|xl/|ppt/|mimetypeapplication)"
        rb"|\xd0\xcf\x11\xe0|\{\\rtf",
        QT_TRANSLATE_NOOP("BadInput",
            "{file} is an office document, which this program cannot read. Save its page as a "
            "picture, or take a screenshot of it."),
    ),
    (
        rb"PK(?:\x03\x04|\x05\x06)",
        QT_TRANSLATE_NOOP("BadInput",
            "{file} is a ZIP archive. Unpack it, and open what is in it."),
    ),
    (
        rb"\x1f\x8b|7z\xbc\xaf|Rar!|\xfd7zXZ|BZh[1-9]|\x28\xb5\x2f\xfd|.{257}ustar",
        QT_TRANSLATE_NOOP("BadInput",
            "{file} is an archive. Unpack it, and open what is in it."),
    ),
    (
        rb"ID3|fLaC|RIFF.{4}WAVE|\xff[\xf2-\xfb]",
        QT_TRANSLATE_NOOP("BadInput", "{file} is a sound, which has no digits to see."),
    ),
    (
        rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b",
        QT_TRANSLATE_NOOP("BadInput",
            "{file} is a web page. Save the picture that is on it, and open that."),
    ),
)  # fmt: skip
_PATTERNS = tuple(
    (re.compile(pattern, re.DOTALL | re.IGNORECASE if b"html" in pattern else re.DOTALL), sentence)
    for pattern, sentence in _FOREIGN
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def foreign_kind(head: bytes, name: str) -> BadInput | None:
    """Return the error that tells what the file ``name`` is by its first bytes, or None."""
    for pattern, sentence in _PATTERNS:
        if pattern.match(head):
            return BadInput(sentence, file=name)
    return None


def is_text(head: bytes) -> bool:
    """Return whether bytes are the beginning of a text."""
    return _CONTROLS.search(head) is None
