"""Keeps data sets: in memory, and, if they took long to draw and normalise, on disk.

The key of a data set is made of its files' paths, sizes and times, and of the version of the
code that makes pictures of them: any change there makes another key.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import threading
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from lenet_gui import __version__
from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.data import colour_noticing, stroke_sets
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.formats import class_folders, csv_sets, form_noticing, picture_forms
from lenet_gui.engine.data.formats.picture_forms import Suggestion, form_of_words
from lenet_gui.engine.ink import (
    colour_pictures,
    drawing_files,
    few_levels,
    grey_conversion,
    image_files,
    ink_extraction,
    normalization,
    painting,
    rasterizer,
)
from lenet_gui.engine.storage.cached_files import cache_folder, keep_cached
from lenet_gui.engine.storage.data_path import DATA_VARIABLE

MAX_MEMORY = 256_000_000  # bytes of images
MAX_DISK = 500_000_000
_MAKERS = (
    class_folders,
    colour_noticing,
    csv_sets,
    form_noticing,
    picture_forms,
    drawing_files,
    normalization,
    image_files,
    grey_conversion,
    few_levels,
    ink_extraction,
    colour_pictures,
    painting,
    stroke_sets,
    rasterizer,
)


def key_of(source: str, files: Iterable[Path]) -> str:
    """Return a key for the content of files, without reading them.

    source: what the data set is asked for by. Raises OSError if a file is missing.
    """
    digest = hashlib.sha256(f"{__version__}\n{source}\n".encode(errors="surrogatepass"))
    for module in _MAKERS:  # in a frozen program they have no source files
        with contextlib.suppress(OSError):
            digest.update(str(Path(module.__file__ or "").stat().st_mtime_ns).encode())
    for file in files:
        status = file.stat()
        known = f"{file.resolve()}|{status.st_size}|{status.st_mtime_ns}\n"
        digest.update(known.encode(errors="surrogatepass"))
    return digest.hexdigest()


class Memory:
    """The data sets that were used last: at least one, and as many as ``limit`` bytes hold.

    Safe in any thread.
    """

    def __init__(self, limit: int = MAX_MEMORY) -> None:
        self._limit = limit
        self._kept: OrderedDict[str, Dataset] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str) -> Dataset | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: str, dataset: Dataset) -> None:
        with self._lock:
            self._kept[key] = dataset
            self._kept.move_to_end(key)
            size = sum(kept.images.nbytes for kept in self._kept.values())
            while size > self._limit and len(self._kept) > 1:
                size -= self._kept.popitem(last=False)[1].images.nbytes

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()


def folder() -> Path:
    """Return the folder where data sets are kept on disk; it need not exist."""
    kept = cache_folder()
    return kept if os.environ.get(DATA_VARIABLE) else kept / "data"


def from_disk(key: str) -> Dataset | None:
    """Return the data set with that key, or None if it is not there or is damaged."""
    path = folder() / f"{key}.npz"
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
            facts = json.loads(str(arrays["facts"]))
            names, groups = arrays["names"].tolist(), arrays["groups"].tolist()
            dataset = Dataset(
                facts["name"],
                arrays["images"],
                tuple(names[place] for place in arrays["labels"].tolist()),
                tuple(groups[place] for place in arrays["writers"].tolist()),
                facts["hashes"],
                facts["kind"],
                remarks=tuple(map(_remark, facts["remarks"])),
                suggestion=_suggestion(facts["suggestion"]),
            )
        os.utime(path)
    except Exception:  # absent or damaged in any way: the source will be read again
        return None
    return dataset


def to_disk(key: str, dataset: Dataset) -> None:
    """Keep a data set if possible; the ones that were not used for longest are deleted."""
    names, labels = np.unique(np.array(dataset.labels), return_inverse=True)
    groups, writers = np.unique(np.array(dataset.groups), return_inverse=True)
    facts = {
        "name": dataset.name,
        "hashes": dataset.hashes,
        "kind": dataset.kind,
        "remarks": list(map(_plain_remark, dataset.remarks)),
        "suggestion": _plain_suggestion(dataset.suggestion),
    }
    buffer = io.BytesIO()
    np.savez(
        buffer,
        images=dataset.images,
        names=names,
        labels=labels.astype(np.int32),
        groups=groups,
        writers=writers.astype(np.int32),
        facts=np.array(json.dumps(facts)),
    )
    keep_cached(folder() / f"{key}.npz", buffer.getvalue(), MAX_DISK)


def _plain_remark(remark: BadInput) -> list[Any]:
    details = {
        name: _plain_remark(value) if isinstance(value, BadInput) else value
        for name, value in remark.details.items()
    }
    return [remark.template, details]


def _remark(plain: list[Any]) -> BadInput:
    template, details = plain
    read = {name: _remark(v) if isinstance(v, list) else v for name, v in details.items()}
    return BadInput(template, **read)


def _plain_suggestion(suggestion: Suggestion | None) -> list[Any] | None:
    if suggestion is None:
        return None
    return [suggestion.form.words, suggestion.right, suggestion.right_now]


def _suggestion(plain: list[Any] | None) -> Suggestion | None:
    return None if plain is None else Suggestion(form_of_words(plain[0]), *plain[1:])
