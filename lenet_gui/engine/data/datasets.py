"""Reads labelled pictures: MNIST, IDX files, folders by class, stroke sets, all in MNIST's form.

Every source ends as a ``Dataset`` of normalised digits, so that a network is trained and tested
on pictures in the form it will see.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from lenet_gui.common.assets import resource
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.data import dataset_cache
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.idx import ReadingProgress
from lenet_gui.engine.data.idx_sets import idx_files, read_idx_set, training_images_in
from lenet_gui.engine.data.stroke_sets import STROKE_SET_SUFFIX, read_stroke_set
from lenet_gui.engine.ink.drawing_files import DRAWING_SUFFIX, read_drawing
from lenet_gui.engine.ink.image_files import read_picture
from lenet_gui.engine.ink.normalization import DIGIT_SIDE, normalize
from lenet_gui.engine.ink.rasterizer import drawing_picture, ink_picture
from lenet_gui.engine.storage.files import cannot_read, sha256_of

MNIST_PARTS = {"mnist-train": "train", "mnist-test": "t10k"}
IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp",
                            ".pgm", ".ppm"})  # fmt: skip
MAX_SAMPLES = 1_000_000  # that are normalised one by one
SLOW = 1.0  # seconds; a data set that took longer to read is kept on disk

_memory = dataset_cache.Memory()
_shipped = dataset_cache.Memory()


def load_dataset(source: str, progress: ReadingProgress | None = None) -> Dataset:
    """Read a data source.

    source: "mnist" or "mnist-train", "mnist-test", or the path of an IDX file of images, of a
    folder with one folder of pictures for each class, or of a stroke set. progress: called now
    and then; an exception that it raises stops the reading.

    A source that was read before and has not changed is returned at once; its images are
    read-only. Raises BadInput if the source cannot be read.
    """
    name = "mnist-train" if source == "mnist" else source
    if name in MNIST_PARTS:
        return mnist(name, progress)
    path = Path(source)
    try:
        if path.is_dir():
            return _folder_or_idx(path, progress)
        if not path.is_file():
            raise BadInput(
                "There is no data named {source}. Data can be 'mnist-train', 'mnist-test', or "
                "the path of an IDX file, of a folder with one folder per class, or of a stroke "
                "set.",
                source=source,
            )
        if path.suffix.lower() == STROKE_SET_SUFFIX:
            return _remembered(path, [path], lambda: _stroke_set(path, progress), True)
        return _remembered(path, idx_files(path), lambda: _idx(path, progress), False)
    except OSError as error:
        raise cannot_read(path, error) from None


def mnist(part: str, progress: ReadingProgress | None = None) -> Dataset:
    """Return the digits of "mnist-train" (60,000) or "mnist-test" (10,000) from resources/."""
    path = resource("mnist", f"{MNIST_PARTS[part]}-images-idx3-ubyte.gz")
    digits = _remembered(path, idx_files(path), lambda: _idx(path, progress), False, _shipped)
    return replace(digits, name=part, kind="mnist")


def forget() -> None:
    """Drop all data sets from memory but MNIST's.

    The window goes on showing MNIST's digits, and the next caller would load a second copy.
    """
    _memory.clear()


def _remembered(
    path: Path,
    files: Sequence[Path],
    read: Callable[[], Dataset],
    on_disk: bool,
    memory: dataset_cache.Memory = _memory,
) -> Dataset:
    """Return the data set of these files from memory, from disk, or by calling ``read``.

    on_disk: it may take longer to read the source than to load the data set that was made of it.
    """
    key = dataset_cache.key_of(str(path), files)
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


def _idx(path: Path, progress: ReadingProgress | None) -> Dataset:
    found = read_idx_set(path, progress)
    images = found.images
    if images.shape[1:] != (DIGIT_SIDE, DIGIT_SIDE):
        if len(images) > MAX_SAMPLES:
            raise _too_many(path)
        images = _normalized((Picture(image) for image in images), len(images), progress)
    writers = found.writers or ("",) * len(found.labels)
    return Dataset(path.name, images, found.labels, writers, _hashes(*found.files), found.kind)


def _folder_or_idx(path: Path, progress: ReadingProgress | None) -> Dataset:
    """Read a folder by class, or a folder in which the files of one IDX set lie."""
    files = _files_by_class(path)
    if files:
        return _remembered(
            path, [file for _, file in files], lambda: _folder(path, files, progress), True
        )
    sets = training_images_in(path)
    if not sets:
        raise BadInput(
            "{folder} has no folders with pictures. It needs one for each class, named after the "
            "class.",
            folder=path.name or path,
        )
    if len(sets) > 1:
        raise BadInput(
            "{folder} has several IDX sets; choose one of them: {files}.",
            folder=path.name or path,
            files=", ".join(entry.name for entry in sets[:6]),
        )
    return load_dataset(str(sets[0]), progress)


def _files_by_class(path: Path) -> list[tuple[str, Path]]:
    known = IMAGE_SUFFIXES | {DRAWING_SUFFIX}
    files: list[tuple[str, Path]] = []
    for folder in sorted(path.iterdir()):
        if folder.name.startswith((".", "__")) or not folder.is_dir():
            continue
        inside = (entry for entry in folder.iterdir() if entry.suffix.lower() in known)
        files += ((folder.name, entry) for entry in sorted(inside) if entry.name[0] != ".")
        if len(files) > MAX_SAMPLES:
            raise _too_many(path)
    return files


def _folder(path: Path, files: list[tuple[str, Path]], progress: ReadingProgress | None) -> Dataset:
    images = _normalized((_picture(*file) for file in files), len(files), progress)
    labels = tuple(label for label, _ in files)
    digest = hashlib.sha256()
    for label, file in files:
        digest.update(f"{label}/{file.name}\n".encode(errors="surrogatepass"))
        digest.update(bytes.fromhex(sha256_of(file)))
    hashes = {path.name: digest.hexdigest()}
    return Dataset(path.name, images, labels, ("",) * len(labels), hashes, "folder")


def _picture(label: str, file: Path) -> Picture:
    try:
        if file.suffix.lower() == DRAWING_SUFFIX:
            return drawing_picture(read_drawing(file))
        return read_picture(file)
    except BadInput as error:  # several folders may have a file of that name
        raise BadInput(error.template, **error.details | {"file": f"{label}/{file.name}"}) from None


def _stroke_set(path: Path, progress: ReadingProgress | None) -> Dataset:
    strokes = read_stroke_set(path)
    if len(strokes) > MAX_SAMPLES:
        raise _too_many(path)
    if not len(strokes):
        raise BadInput("{file} contains no samples.", file=path.name)
    pictures = (ink_picture(strokes.drawing(index).strokes) for index in range(len(strokes)))
    images = _normalized(pictures, len(strokes), progress)
    labels, groups = tuple(strokes.class_names()), tuple(strokes.writer.tolist())
    return Dataset(path.name, images, labels, groups, _hashes(path), "strokes")


def _normalized(
    pictures: Iterable[Picture], count: int, progress: ReadingProgress | None
) -> ByteArray:
    """Return uint8 (count, 28, 28): the pictures in MNIST's form."""
    digits = np.zeros((min(count, MAX_SAMPLES), DIGIT_SIDE, DIGIT_SIDE), np.uint8)
    for place, picture in enumerate(pictures):
        if progress is not None:
            progress(place, count)
        digits[place] = normalize(picture).digit
    return digits


def _too_many(path: Path) -> BadInput:
    return BadInput(
        "{file} contains more than {most} samples, which is the maximum.",
        file=path.name,
        most=MAX_SAMPLES,
    )


def _hashes(*paths: Path) -> dict[str, str]:
    return {path.name: sha256_of(path) for path in paths}
