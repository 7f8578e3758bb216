"""Readable names of the data that a network was tested on."""

from __future__ import annotations

import re
from functools import reduce

from PySide6.QtCore import QCoreApplication

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

_JOINED = " + "  # between the names of several data sources in an evaluation
_PARTS = {
    "test": QT_TRANSLATE_NOOP("DataWords", "{0} (test part)"),
    "validation": QT_TRANSLATE_NOOP("DataWords", "{0} (validation part)"),
    "training": QT_TRANSLATE_NOOP("DataWords", "{0} (training part)"),
}
_WHOLE_TESTS = ("mnist", "mnist-test", "unipen-digits.npz")  # whose names in _KNOWN say it all
_KNOWN = {
    "mnist": QT_TRANSLATE_NOOP("DataWords", "MNIST's test digits"),
    "mnist-test": QT_TRANSLATE_NOOP("DataWords", "MNIST's test digits"),
    "mnist-train": QT_TRANSLATE_NOOP("DataWords", "MNIST's training digits"),
    "unipen-digits.npz": QT_TRANSLATE_NOOP("DataWords", "other writers' pen digits"),
}
# The part of a file name that is about its format: "-images-idx3-ubyte.gz", ".npz".
_FILE_FORM = re.compile(
    r"([-.](images|labels))?[-.]idx\d(-ubyte)?(\.gz)?$|\.(npz|zip|gz)$", re.IGNORECASE
)


def data_in_words(data: str, part: str = "") -> str:
    """Return the data of an evaluation in words: "MNIST's test digits", "letters (test part)".

    data, part: as a checkpoint stores them.
    """
    names = [_part_of(name, part) for name in dict.fromkeys(data.split(_JOINED)) if name]
    return listed(names) if names else _translated(QT_TRANSLATE_NOOP("DataWords", "its test data"))


def listed(names: list[str]) -> str:
    """Return at least one name as people list them: "a, b and c"."""
    *first, last = names
    if not first:
        return last
    comma, both = (
        _translated(text)
        for text in (
            QT_TRANSLATE_NOOP("DataWords", "{0}, {1}"),
            QT_TRANSLATE_NOOP("DataWords", "{0} and {1}"),
        )
    )
    return both.format(reduce(comma.format, first), last)


def _part_of(source: str, part: str) -> str:
    """Return the name of a source, and which part of it is meant."""
    if part not in _PARTS or (part == "test" and source in _WHOLE_TESTS):
        return _name(source)
    return _translated(_PARTS[part]).format(_name(source))


def _name(part: str) -> str:
    known = _KNOWN.get(part)
    return _translated(known) if known else _FILE_FORM.sub("", part) or part


def _translated(text: str) -> str:
    return QCoreApplication.translate("DataWords", text)
