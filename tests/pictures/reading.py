"""Reads made pictures as the window and `lenet-gui recognize` do."""

from __future__ import annotations

import contextlib
import io
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lenet_gui.cli.parser import main
from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.photos.photo_files import read_image
from tests.helpers import default_recognizer
from tests.pictures.formats import KINDS


@dataclass(frozen=True)
class Answers:
    """What both ways of reading say of a picture. The texts are empty without an answer."""

    seed: int
    label: str
    command: str
    window: str

    @property
    def right(self) -> bool:
        """Whether both are right."""
        return self.command == self.window == self.label

    @property
    def wrong(self) -> bool:
        """Whether one of them answers, and wrongly."""
        return any(text not in ("", self.label) for text in (self.command, self.window))


def read_kind(kind: str, seeds: Sequence[int], folder: Path) -> list[Answers]:
    """Make pictures of a kind in a folder, and read each of them both ways."""
    labels, paths = list[str](), list[Path]()
    for seed in seeds:
        label, suffix, data = KINDS[kind](np.random.default_rng([zlib.crc32(kind.encode()), seed]))
        labels.append(label)
        paths.append(folder / f"{seed}{suffix}")
        paths[-1].write_bytes(data)
    commands = _recognized(paths)
    windows = [_opened(path) for path in paths]
    return [Answers(*each) for each in zip(seeds, labels, commands, windows, strict=True)]


def _recognized(paths: Sequence[Path]) -> list[str]:
    """Return the answers of `recognize`."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
        main(["recognize", "--json", *map(str, paths)])
    return [one["label"] or "" for one in json.loads(said.getvalue())]


def _opened(path: Path) -> str:
    """Return the answer that the window gives on its page, or else in its photo viewer."""
    try:
        opened = read_image(path, default_recognizer())
    except BadInput:
        return ""
    if opened.picture is not None:
        return default_recognizer().recognize(opened.picture).label or ""
    return "".join(digit.label or "" for digit in opened.photo.reading.digits)
