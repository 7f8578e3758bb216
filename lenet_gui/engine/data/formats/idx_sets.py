"""Reads sets of digits in IDX files: MNIST and its relatives, with the peculiarities of each.

The labels lie in a file beside that of the images, with a similar name. QMNIST's labels name the
writer, too. EMNIST's pictures are stored transposed (Cohen et al. 2017; the files do not say so),
and a mapping file beside them tells the characters that its labels stand for.
"""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.data.formats.idx import ReadingProgress, read_idx, read_idx_labels
from lenet_gui.engine.data.formats.pixel_set import PixelSet
from lenet_gui.engine.storage.file_kinds import STROKE_SET, TABLE, kind_by_name
from lenet_gui.engine.storage.files import read_limited

WRITER_COLUMN = 2  # of QMNIST's labels
_WRITER_COLUMNS = 8
_MAX_MAPPING = 100_000
_TRAIN = re.compile(r"(?<![a-z])train(?![a-z])", re.IGNORECASE)
_EMNIST = re.compile(r"(?<![a-z])emnist(?![a-z])", re.IGNORECASE)
_TEST_NAMES = ("t10k", "test")  # MNIST and Fashion-MNIST; EMNIST and QMNIST


def read_idx_set(path: Path, progress: ReadingProgress | None = None) -> PixelSet:
    """Read a file of images, and its labels and mapping beside it.

    Raises BadInput if one of them cannot be read or they do not belong together.
    """
    labels_path = labels_beside(path)
    table = read_idx_labels(labels_path)  # first: they are small, and most mistakes are there
    images = read_idx(path, 3, progress)
    if len(table) != len(images):
        raise BadInput(
            "{images} has {count} images, but {labels} has {other} labels.",
            images=path.name,
            count=len(images),
            labels=labels_path.name,
            other=len(table),
        )
    mapping_path = _mapping_beside(path)
    names = {} if mapping_path is None else _mapping(mapping_path)
    codes, places = np.unique(table[:, 0], return_inverse=True)
    texts = [names.get(code, str(code)) for code in codes.tolist()]
    labels = tuple(texts[place] for place in places.tolist())
    writers: tuple[str, ...] = ()
    kind = "idx"
    if table.shape[1] == _WRITER_COLUMNS:
        kind = "qmnist"
        writers = tuple(map(str, table[:, WRITER_COLUMN].tolist()))
    if _EMNIST.search(path.name):
        kind = "emnist"
        images = np.ascontiguousarray(images.transpose(0, 2, 1))
    files = (path, labels_path) if mapping_path is None else (path, labels_path, mapping_path)
    return PixelSet(kind, images, labels, writers, files)


def idx_files(path: Path) -> tuple[Path, ...]:
    """Return the files that ``read_idx_set`` would read. Raises BadInput if labels are missing."""
    mapping_path = _mapping_beside(path)
    return (path, labels_beside(path), *([] if mapping_path is None else [mapping_path]))


def labels_beside(images: Path) -> Path:
    """Return the file of the labels. Raises BadInput if it is missing."""
    name = images.name.replace("images", "labels")
    stems = [name.replace("idx3", "idx1"), name.replace("idx3-ubyte", "idx2-int")]
    found = _first_beside(images, stems)
    if found is None or found == images:
        raise BadInput(
            "The labels of {images} are missing. They should be beside it, in {labels}.",
            images=images.name,
            labels=stems[0].removesuffix(".gz"),
        )
    return found


def matching_test_file(images: Path) -> Path | None:
    """Return the file of test images beside a file of training images, by its name; or None."""
    if not _TRAIN.search(images.name):
        return None
    return _first_beside(images, [_TRAIN.sub(name, images.name) for name in _TEST_NAMES])


def training_sets_in(folder: Path) -> list[Path]:
    """Return the data sets in a folder by their names, each once.

    They are IDX files of training images, which may be in folders of their own names, tables of
    training data, and npz files; without any of them, tables of other names. IDX files and tables
    may be gzipped. Raises OSError if the folder cannot be read.
    """
    named, tables = dict[str, Path](), dict[str, Path]()
    for entry in sorted(folder.iterdir()):
        kind, training = kind_by_name(entry), _TRAIN.search(entry.name) is not None
        wanted = kind is STROKE_SET or (training and (kind is TABLE or "images" in entry.name))
        if wanted or kind is TABLE:
            file = entry if entry.is_file() else _in_own_folder(entry)
            if file is not None:
                (named if wanted else tables)[_plain(entry.name)] = file
    return list((named or tables).values())


def _first_beside(path: Path, names: list[str]) -> Path | None:
    """Return the first of several names that exists beside a path, packed or not.

    Where a file lies in a folder of its own name, as some programs unpack it, so may the other.
    """
    doubled = _plain(path.parent.name) == _plain(path.name)
    folders = [path.parent, path.parent.parent] if doubled else [path.parent]
    plain_names = [name.removesuffix(".gz") for name in names]
    spellings = dict.fromkeys([*plain_names, *map(_plain, plain_names)])
    for name, suffix, folder in product(spellings, (".gz", ""), folders):
        plain = folder / name
        candidate = plain.with_name(plain.name + suffix)
        found = candidate if candidate.is_file() else _in_own_folder(candidate)
        if found is not None:
            return found
    return None


def _in_own_folder(folder: Path) -> Path | None:
    """Return the file in a folder that has its name; None if there is none."""
    for name in (folder.name, folder.name.replace("-idx", ".idx")):
        if (folder / name).is_file():
            return folder / name
    return None


def _plain(name: str) -> str:
    """Return the name of an IDX file in one spelling, without the ending of packed files."""
    return name.removesuffix(".gz").replace(".idx", "-idx")


def _mapping_beside(images: Path) -> Path | None:
    name = re.sub(r"-(train|test)-images.*$", "-mapping.txt", images.name, flags=re.IGNORECASE)
    return _first_beside(images, [name]) if name != images.name else None


def _mapping(path: Path) -> dict[int, str]:
    """Read label -> class name from lines like "1 65 97": the label, then codes of characters.

    Raises BadInput if a line is something else.
    """
    names = {}
    for line in read_limited(path, _MAX_MAPPING).decode("ascii", "replace").splitlines():
        if not line.strip():
            continue
        try:
            label, code = (int(word) for word in line.split()[:2])
            names[label] = chr(code)
        except (ValueError, OverflowError):
            raise BadInput(
                "{file} is not a mapping of labels to characters: it has the line {line}.",
                file=path.name,
                line=repr(line)[:60],
            ) from None
    if len(set(names.values())) < len(names):
        raise BadInput("{file} gives two labels the same name.", file=path.name)
    return names
