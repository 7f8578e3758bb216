"""Reads labelled pictures: MNIST, files, folders by class, stroke sets, all in MNIST's form.

Every source ends as a ``Dataset`` of normalised digits, so that a network is trained and tested
on pictures in the form it will see. ``source_names.py`` says how a source is named.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from lenet_gui.common.assets import resource
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Picture
from lenet_gui.engine.data import dataset_cache
from lenet_gui.engine.data.colour_noticing import colour_remarks, sampled
from lenet_gui.engine.data.dataset import Dataset, too_many
from lenet_gui.engine.data.formats.class_folders import class_folders, data_in
from lenet_gui.engine.data.formats.csv_sets import read_csv_set
from lenet_gui.engine.data.formats.form_noticing import suggest
from lenet_gui.engine.data.formats.idx import ReadingProgress
from lenet_gui.engine.data.formats.idx_sets import idx_files, read_idx_set
from lenet_gui.engine.data.formats.keras_sets import is_keras_set, read_keras_set
from lenet_gui.engine.data.formats.pixel_set import PixelSet, stretched
from lenet_gui.engine.data.pictures_as_seen import (
    MAX_SAMPLES,
    as_seen,
    colours_of_folder,
    in_grey,
    picture_in_folder,
    pictures_of,
)
from lenet_gui.engine.data.source_names import SourceName, source_name
from lenet_gui.engine.data.stroke_sets import read_stroke_set
from lenet_gui.engine.ink.normalization import DIGIT_SIDE
from lenet_gui.engine.ink.painting import painting_of
from lenet_gui.engine.ink.rasterizer import ink_picture
from lenet_gui.engine.networks.shapes import Shape
from lenet_gui.engine.storage.file_kinds import STROKE_SET, TABLE, FileKind, kind_by_name, kind_of
from lenet_gui.engine.storage.files import cannot_read, sha256_of

MNIST_PARTS = {"mnist-train": "train", "mnist-test": "t10k"}
SLOW = 1.0  # seconds; a data set that took longer to read is kept on disk

_memory = dataset_cache.Memory()
_shipped = dataset_cache.Memory()


def load_dataset(
    source: str, progress: ReadingProgress | None = None, shape: Shape | None = None
) -> Dataset:
    """Read a data source.

    source: "mnist" or "mnist-train", "mnist-test", or the path of an IDX file of images, of a CSV
    file, of a folder with one folder of pictures for each class, of Keras' mnist.npz, or of a
    stroke set; after the path, how to read it. progress: called now and then; an exception that it
    raises stops the reading. shape: (channels, rows, columns) of the pictures as networks see them
    that see pictures as they are; None: digits, normalized.

    A source that was read before and has not changed is returned at once; its images are
    read-only. Raises BadInput if the source cannot be read.
    """
    name = "mnist-train" if source == "mnist" else source
    if name in MNIST_PARTS:
        return mnist(name, progress, shape)
    asked = source_name(source)
    try:
        return _loaded(asked, progress, shape)
    except OSError as error:
        raise cannot_read(asked.path, error) from None


def _loaded(asked: SourceName, progress: ReadingProgress | None, shape: Shape | None) -> Dataset:
    path = asked.path
    if path.is_dir():
        return _in_folder(asked, progress, shape)
    if not path.is_file():
        raise BadInput(
            "There is no data named {source}. Data can be 'mnist-train', 'mnist-test', or the "
            "path of an IDX or CSV file, of a folder with one folder per class, of Keras' "
            "mnist.npz, or of a stroke set.",
            source=str(asked),
        )
    kind = _kind(path)
    keras = kind is STROKE_SET and is_keras_set(path)
    if asked.test and not keras:
        raise BadInput("{file} has no test part within it.", file=path.name)
    if keras:
        read_keras = partial(read_keras_set, path, asked.test, progress)
        return _pixels(asked, [path], read_keras, progress, shape)
    if kind is STROKE_SET:
        return _remembered(asked, [path], lambda: _stroke_set(asked, progress, shape), True, shape)
    if kind is TABLE:  # takes long to read, unlike the other files of pixels
        read = partial(read_csv_set, path, MAX_SAMPLES, progress)
        return _pixels(asked, [path], read, progress, shape, on_disk=True)
    return _pixels(asked, idx_files(path), lambda: read_idx_set(path, progress), progress, shape)


def _kind(path: Path) -> FileKind:
    """Return of what kind a file of data is. Raises BadInput if it and its name are of none."""
    try:
        return kind_of(path)
    except BadInput:
        named = kind_by_name(path)
        if named is None or named.opens != "data":
            raise
        return named  # damaged, and its reader says so


def mnist(
    part: str, progress: ReadingProgress | None = None, shape: Shape | None = None
) -> Dataset:
    """Return the digits of "mnist-train" (60,000) or "mnist-test" (10,000) from resources/.

    shape: as ``load_dataset`` takes it.
    """
    path = resource("mnist", f"{MNIST_PARTS[part]}-images-idx3-ubyte.gz")

    def read() -> Dataset:
        found = read_idx_set(path, progress)
        images = found.images if shape is None else pictures_of(found.images, shape, progress)
        return Dataset(part, images, found.labels, ("",) * len(found.labels),
                       _hashes(*found.files), "mnist")  # fmt: skip

    memory = _shipped if shape is None else _memory
    return _remembered(SourceName(path), idx_files(path), read, shape is not None, shape, memory)


def forget() -> None:
    """Drop all data sets from memory but MNIST's.

    The window goes on showing MNIST's digits, and the next caller would load a second copy.
    """
    _memory.clear()


def _remembered(
    asked: SourceName,
    files: Sequence[Path],
    read: Callable[[], Dataset],
    on_disk: bool,
    shape: Shape | None,
    memory: dataset_cache.Memory = _memory,
) -> Dataset:
    """Return the data set of these files from memory, from disk, or by calling ``read``.

    on_disk: it may take longer to read the source than to load the data set that was made of it.
    """
    key = dataset_cache.key_of(f"{asked} {shape}", files)
    dataset = memory.get(key)
    if dataset is None and on_disk:
        dataset = dataset_cache.from_disk(key)
    if dataset is None:
        started = time.monotonic()
        dataset = read()
        if on_disk and time.monotonic() - started > SLOW:
            dataset_cache.to_disk(key, dataset)
    dataset.images.flags.writeable = False  # later callers get the same array
    memory.put(key, dataset)
    return dataset


def _pixels(
    asked: SourceName,
    files: Sequence[Path],
    read: Callable[[], PixelSet],
    progress: ReadingProgress | None,
    shape: Shape | None,
    on_disk: bool = False,
) -> Dataset:
    """Return the data set of a file of pixels, which ``read`` reads. on_disk: as above."""

    def made() -> Dataset:
        found = read()
        stored, remarks = stretched(found.images)
        if stored.ndim == 4:
            remarks += colour_remarks((stored[at] for at in sampled(len(stored))), shape)
        if shape is None:
            stored = in_grey(stored)
        images = asked.form.applied(stored)
        if shape is not None:
            images = pictures_of(images, shape, progress)
        elif images.shape[1:] != (DIGIT_SIDE, DIGIT_SIDE):
            if len(images) > MAX_SAMPLES:
                raise too_many(asked.path.name, MAX_SAMPLES)
            images, _ = as_seen(map(Picture, images), len(images), progress)
        return Dataset(
            asked.title,
            images,
            found.labels,
            found.writers or ("",) * len(found.labels),
            _hashes(*found.files),
            found.kind,
            remarks=remarks,
            suggestion=None if shape else suggest(stored, found.labels, asked.form),
        )

    return _remembered(asked, files, made, on_disk or shape is not None, shape)


def _in_folder(asked: SourceName, progress: ReadingProgress | None, shape: Shape | None) -> Dataset:
    """Read the class folders in a folder, or the one data set in it."""
    path = data_in(asked.path)
    if path is None:
        raise BadInput(
            "{folder} has no folders with pictures. It needs one for each class, named after the "
            "class.",
            folder=asked.path.name or asked.path,
        )
    if not path.is_dir():
        return _loaded(replace(asked, path=path), progress, shape)
    if asked.test:
        raise BadInput("{file} has no test part within it.", file=path.name)
    found = class_folders(asked.path, path, MAX_SAMPLES)
    if len(found.files) > MAX_SAMPLES:
        raise too_many(path.name, MAX_SAMPLES)
    files = [file for _, file in found.files]
    read = _remembered(
        asked, files, lambda: _folder(asked, path, found.files, progress, shape), True, shape
    )
    return replace(read, remarks=(*read.remarks, *found.remarks))


def _folder(
    asked: SourceName,
    path: Path,
    files: Sequence[tuple[str, Path]],
    progress: ReadingProgress | None,
    shape: Shape | None,
) -> Dataset:
    """Read pictures by class. Those that cannot be read are left out.

    Raises BadInput, the first of the errors, if none can be read.
    """
    pictures = (picture_in_folder(*file, asked.form, shape) for file in files)
    images, errors = as_seen(pictures, len(files), progress, shape)
    if len(errors) == len(files):
        raise errors[0]
    read = [file for place, file in enumerate(files) if place not in errors]
    labels = tuple(label for label, _ in read)
    digest = hashlib.sha256()
    again = None if shape else (asked.form.undone(images), labels, asked.form, (asked.form.invert,))
    for label, file in read:
        digest.update(f"{label}/{file.name}\n".encode(errors="surrogatepass"))
        digest.update(bytes.fromhex(sha256_of(file)))
    return Dataset(
        path.name + asked.suffix,
        images,
        labels,
        ("",) * len(labels),
        {path.name: digest.hexdigest()},
        "folder",
        remarks=_unreadable(list(errors.values())) + colours_of_folder(read, shape),
        suggestion=None if again is None else suggest(*again),
    )


def _unreadable(errors: Sequence[BadInput]) -> tuple[BadInput, ...]:
    """Return a remark that counts pictures that cannot be read, and says why for the first."""
    if not errors:
        return ()
    return (
        BadInput(
            "Pictures that cannot be read, left out: {count}. {error}",
            count=len(errors), error=errors[0],
        ),
    )  # fmt: skip


def _stroke_set(
    asked: SourceName, progress: ReadingProgress | None, shape: Shape | None
) -> Dataset:
    path = asked.path
    if asked.form.words:
        raise BadInput("{file} is a stroke set; it cannot be inverted or turned.", file=path.name)
    strokes = read_stroke_set(path)
    if len(strokes) > MAX_SAMPLES:
        raise too_many(path.name, MAX_SAMPLES)
    if not len(strokes):
        raise BadInput("{file} contains no samples.", file=path.name)
    drawings = map(strokes.drawing, range(len(strokes)))
    pictures = (
        ink_picture(drawing.strokes) if shape is None else painting_of(drawing)
        for drawing in drawings
    )
    images, _ = as_seen(pictures, len(strokes), progress, shape)
    labels, groups = tuple(strokes.class_names()), tuple(strokes.writer.tolist())
    return Dataset(path.name, images, labels, groups, _hashes(path), "strokes")


def _hashes(*paths: Path) -> dict[str, str]:
    return {path.name: sha256_of(path) for path in paths}
