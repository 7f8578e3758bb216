"""Labelled pictures: MNIST, IDX files, folders by class, stroke sets, all in MNIST's form.

Every source ends as a ``Dataset`` of normalised digits, so that a network is trained and judged
on what it will see.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from lenet_gui.assets import resource
from lenet_gui.engine.drawing_files import SUFFIX as DRAWING_SUFFIX
from lenet_gui.engine.drawing_files import read_drawing
from lenet_gui.engine.files import cannot_read
from lenet_gui.engine.idx import read_idx
from lenet_gui.engine.normalization import DIGIT, normalize
from lenet_gui.engine.pictures import read_picture
from lenet_gui.engine.stroke_sets import SUFFIX as STROKE_SET_SUFFIX
from lenet_gui.engine.stroke_sets import read_stroke_set
from lenet_gui.engine.strokes import drawing_picture, ink_picture
from lenet_gui.values import BadInput, ByteArray, Picture

MNIST_PARTS = {"mnist-train": "train", "mnist-test": "t10k"}
IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp",
                            ".pgm", ".ppm"})  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Labelled digits.

    images: uint8 (samples, 28, 28), ink 255. labels: the class name of each sample.
    groups: whoever wrote each sample where that is known, for honest splits; else empty texts.
    hashes: file name -> SHA-256 of what it was read from.
    """

    name: str
    images: ByteArray
    labels: tuple[str, ...]
    groups: tuple[str, ...]
    hashes: dict[str, str]

    def __len__(self) -> int:
        return len(self.labels)

    def class_names(self) -> tuple[str, ...]:
        return tuple(sorted(set(self.labels)))

    def indices(self, class_names: Sequence[str]) -> np.ndarray:
        """int64 (samples,): the place of each label in ``class_names``, -1 where it has none."""
        places = {name: index for index, name in enumerate(class_names)}
        return np.array([places.get(label, -1) for label in self.labels], np.int64)

    def take(self, chosen: np.ndarray) -> Dataset:
        """The samples with those indices."""
        return replace(
            self,
            images=self.images[chosen],
            labels=tuple(self.labels[i] for i in chosen),
            groups=tuple(self.groups[i] for i in chosen),
        )


def load_dataset(source: str) -> Dataset:
    """Read a data source: "mnist" or "mnist-train", "mnist-test", or the path of an IDX file
    of images, of a folder with one folder of pictures a class, or of a stroke set.

    Raises BadInput with a sentence if that is not possible.
    """
    name = "mnist-train" if source == "mnist" else source
    if name in MNIST_PARTS:
        return mnist(name)
    path = Path(source)
    try:
        if path.is_dir():
            return _folder(path)
        if not path.is_file():
            raise BadInput(
                "There is no data {source}. Data is 'mnist-train', 'mnist-test', or the path of "
                "an IDX file, of a folder with a folder for each class, or of a stroke set.",
                source=source,
            )
    except OSError as error:
        raise cannot_read(path, error) from None
    return _stroke_set(path) if path.suffix == STROKE_SET_SUFFIX else _idx(path)


def mnist(part: str) -> Dataset:
    """ "mnist-train" (60,000) or "mnist-test" (10,000) from resources/."""
    images = resource("mnist", f"{MNIST_PARTS[part]}-images-idx3-ubyte.gz")
    return replace(_idx(images), name=part)


def split(dataset: Dataset, count: int, seed: int) -> tuple[Dataset, Dataset]:
    """(rest, ``count`` set aside), by writer where writers are known, else by sample.

    With writers, whole writers are set aside until at least ``count`` samples are.
    """
    if not 0 < count < len(dataset):
        raise BadInput(
            "{count} of {all} samples cannot be set aside for validation.",
            count=count,
            all=len(dataset),
        )
    generator = np.random.default_rng(seed)
    if not any(dataset.groups):
        order = generator.permutation(len(dataset))
        return dataset.take(np.sort(order[count:])), dataset.take(np.sort(order[:count]))
    groups = np.array(dataset.groups)
    names, sizes = np.unique(groups, return_counts=True)
    order = generator.permutation(len(names))
    needed = int(np.searchsorted(np.cumsum(sizes[order]), count)) + 1
    aside = np.isin(groups, names[order[:needed]])
    if aside.all():
        raise BadInput("There are too few writers to set {count} samples aside.", count=count)
    return dataset.take(np.flatnonzero(~aside)), dataset.take(np.flatnonzero(aside))


def _idx(path: Path) -> Dataset:
    images = read_idx(path, 3)
    labels_path = _labels_of(path)
    labels = read_idx(labels_path, 1)
    if len(labels) != len(images):
        raise BadInput(
            "{images} has {count} images, but {labels} has {other} labels.",
            images=path.name,
            count=len(images),
            labels=labels_path.name,
            other=len(labels),
        )
    if images.shape[1:] != (DIGIT, DIGIT):
        images = _normalized(Picture(image) for image in images)
    names = tuple(str(label) for label in labels.tolist())
    return Dataset(path.name, images, names, ("",) * len(names), _hashes(path, labels_path))


def _labels_of(images: Path) -> Path:
    name = images.name.replace("images", "labels").replace("idx3", "idx1")
    stem = name.removesuffix(".gz")
    for candidate in (images.with_name(stem + ".gz"), images.with_name(stem)):
        if candidate != images and candidate.is_file():
            return candidate
    raise BadInput(
        "The labels of {images} are missing: they are looked for beside it, in {labels}.",
        images=images.name,
        labels=stem,
    )


def _folder(path: Path) -> Dataset:
    folders = sorted(entry for entry in path.iterdir() if entry.is_dir())
    files = [(folder.name, file) for folder in folders for file in _pictures_in(folder)]
    if not files:
        raise BadInput(
            "{folder} has no folders with pictures: there must be one for each class, named "
            "like the class.",
            folder=path.name or path,
        )
    images = _normalized(
        drawing_picture(read_drawing(file))
        if file.suffix.lower() == DRAWING_SUFFIX
        else read_picture(file)
        for _, file in files
    )
    labels = tuple(label for label, _ in files)
    digest = hashlib.sha256()
    for label, file in files:
        content = hashlib.sha256(file.read_bytes()).digest()
        digest.update(f"{label}/{file.name}\n".encode() + content)
    hashes = {path.name: digest.hexdigest()}
    return Dataset(path.name, images, labels, ("",) * len(labels), hashes)


def _pictures_in(folder: Path) -> list[Path]:
    known = IMAGE_SUFFIXES | {DRAWING_SUFFIX}
    return sorted(entry for entry in folder.iterdir() if entry.suffix.lower() in known)


def _stroke_set(path: Path) -> Dataset:
    strokes = read_stroke_set(path)
    images = _normalized(
        ink_picture(strokes.drawing(index).strokes) for index in range(len(strokes))
    )
    labels = tuple(strokes.class_names())
    groups = tuple(strokes.writer.tolist())
    return Dataset(path.name, images, labels, groups, _hashes(path))


def _normalized(pictures: Iterator[Picture]) -> ByteArray:
    digits = [normalize(picture).digit for picture in pictures]
    return np.array(digits, np.uint8).reshape(-1, DIGIT, DIGIT)


def _hashes(*paths: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
