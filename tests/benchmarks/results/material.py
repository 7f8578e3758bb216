"""What readers are judged on: MNIST's test digits, pens and signs of writers held out, scribbles,
blank pages and dots."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Picture
from lenet_gui.engine.data.augmented_sets import plain_scribbles
from lenet_gui.engine.data.datasets import Dataset, load_dataset, mnist
from lenet_gui.engine.data.held_out_writers import read_writers
from lenet_gui.engine.data.non_digits import LIKE_DIGITS
from lenet_gui.engine.data.stroke_sets import read_stroke_set
from lenet_gui.engine.ink.rasterizer import ink_picture, make_stroke

SCRIBBLES, SCRIBBLES_SEED = 2000, 1998  # others than any training sees


@dataclass(frozen=True)
class Written:
    """Samples of writers held out, none dropped, and the laboratory of each."""

    samples: Dataset
    laboratories: np.ndarray


class Material:
    """Read when it is first asked for; None where the data is not here."""

    def __init__(self, pens: str, symbols: str, writers: str, seeds: str) -> None:
        self._pens, self._symbols, self._writers = pens, symbols, writers
        self.seeds = Path(seeds) if seeds else None

    @cached_property
    def mnist(self) -> Dataset:
        return mnist("mnist-test")

    @cached_property
    def pens(self) -> Written | None:
        return self._held_out(self._pens)

    @cached_property
    def signs(self) -> Dataset | None:
        """Letters and signs that can be told from digits."""
        return self._signs(like_digits=False)

    @cached_property
    def signs_like_digits(self) -> Dataset | None:
        return self._signs(like_digits=True)

    @cached_property
    def scribbles(self) -> Dataset:
        return plain_scribbles(SCRIBBLES, SCRIBBLES_SEED)

    @cached_property
    def blank_and_dots(self) -> list[Picture]:
        """Pages with nothing on them, and taps of all pens anywhere."""
        blank = [Picture(np.zeros((side, side), np.uint8)) for side in (28, 280, 560)]
        taps = [
            ink_picture([make_stroke([(x, y)], width)])
            for width in (8.0, 20.0, 36.0, 60.0, 120.0)
            for x, y in ((100.2, 90.7), (280.0, 280.0), (303.4, 461.1), (500.9, 77.5))
        ]
        return blank + taps

    @cached_property
    def _symbols_written(self) -> Written | None:
        return self._held_out(self._symbols)

    def _signs(self, like_digits: bool) -> Dataset | None:
        if self._symbols_written is None:
            return None
        samples = self._symbols_written.samples
        chosen = [(label in LIKE_DIGITS) == like_digits for label in samples.labels]
        return samples.take(np.flatnonzero(chosen))

    def _held_out(self, source: str) -> Written | None:
        path, writers = Path(source), self._list_of_writers()
        if not source or writers is None or not path.is_file():
            return None
        samples = load_dataset(source)
        chosen = np.flatnonzero(np.isin(samples.groups, list(writers.get(path.stem, ()))))
        if not len(chosen):
            raise BadInput("{file} has no writer of the list.", file=path.name)
        splits = read_stroke_set(path).split[chosen].tolist()
        laboratories = np.array([split.partition("/")[0] for split in splits])
        return Written(samples.take(chosen), laboratories)

    def _list_of_writers(self) -> dict[str, frozenset[str]] | None:
        path = Path(self._writers) if self._writers else Path(self._pens).parent / LIST
        return read_writers(str(path)) if path.is_file() else None


LIST = "heldout-writers.txt"


def material_of(arguments: Sequence[str]) -> tuple[Material, argparse.Namespace]:
    """The options of `make results`, and what they name."""
    parser = argparse.ArgumentParser(prog="make results", description=__doc__)
    add, set_to = parser.add_argument, os.environ.get
    add("--pens", default=set_to("LENET_GUI_PENS", ""), metavar="FILE",
        help="stroke set of digits (LENET_GUI_PENS)")  # fmt: skip
    add("--symbols", default=set_to("LENET_GUI_SYMBOLS", ""), metavar="FILE",
        help="stroke set of letters and signs (LENET_GUI_SYMBOLS; default: unipen-symbols.npz "
        "beside the pens)")  # fmt: skip
    add("--held-out", default=set_to("LENET_GUI_HELD_OUT", ""), metavar="FILE",
        help=f"list of the writers to judge on (LENET_GUI_HELD_OUT; default: {LIST} beside the "
        "pens)")  # fmt: skip
    add("--seeds", default=set_to("LENET_GUI_SEEDS", ""), metavar="FOLDER",
        help="checkpoints NAME-seed1.safetensors, NAME-seed2.safetensors of other trainings "
        "(LENET_GUI_SEEDS)")  # fmt: skip
    add("--keep-readme", action="store_true", help="do not write the README's table")
    options = parser.parse_args(arguments)
    beside = Path(options.pens).parent / "unipen-symbols.npz" if options.pens else Path()
    symbols = options.symbols or (str(beside) if options.pens else "")
    return Material(options.pens, symbols, options.held_out, options.seeds), options
