"""Reads npz files like Keras' mnist.npz: x_train, y_train, x_test and y_test.

Nothing is unpickled. What an array claims to be is checked against its file before it is inflated.
"""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray
from lenet_gui.engine.data.formats.idx import MAX_BYTES, MAX_IDX_SIDE, ReadingProgress
from lenet_gui.engine.data.formats.picture_forms import COLOURS
from lenet_gui.engine.data.formats.pixel_set import PixelSet
from lenet_gui.engine.storage.files import open_ordinary
from lenet_gui.engine.storage.npz_entries import open_array
from lenet_gui.engine.storage.packed_files import check_unpacked

MAX_LISTING = 100_000  # bytes of a zip file's list of contents: four arrays take 250
MAX_LABELS = 64_000_000  # bytes: a million labels of 64 bits, eight times
_END, _END_SIZE, _LONGEST_COMMENT = b"PK\5\6", 22, 1 << 16
_END_64, _END_64_SIZE = b"PK\6\7", 20  # beside it, in files larger than 4 GB: it would count more
_CHUNK = 1 << 22
_PARTS = {False: ("x_train", "y_train"), True: ("x_test", "y_test")}


def is_keras_set(path: Path, test: bool = False) -> bool:
    """Return whether a file is an npz file with the arrays of a training part or a test part."""
    try:
        with _opened(path) as archive:
            return {f"{name}.npy" for name in _PARTS[test]} <= set(archive.namelist())
    except Exception:  # damage makes the zip parser raise almost anything
        return False


def read_keras_set(
    path: Path, test: bool = False, progress: ReadingProgress | None = None
) -> PixelSet:
    """Read one part of a file, the training part or the test part.

    Raises BadInput if the file is damaged or its arrays are no labelled pictures.
    """
    pictures, names = _PARTS[test]
    stops: list[Exception] = []

    def report(done: int, total: int) -> None:
        try:
            if progress is not None:
                progress(done, total)
        except Exception as stop:
            stops.append(stop)
            raise

    try:
        with _opened(path) as archive:
            labels = _array(path, archive, names, MAX_LABELS, report)
            images = _array(path, archive, pictures, MAX_BYTES, report)
    except (BadInput, OSError):
        raise
    except KeyError:
        raise BadInput(
            "{file} has no {name}.", file=path.name, name=f"{pictures}, {names}"
        ) from None
    except Exception as error:  # damage makes the zip and npy parsers raise almost anything
        if error in stops:
            raise
        raise BadInput("{file} is not a readable npz file.", file=path.name) from None
    if images.ndim == 4 and images.shape[3] == 1:
        images = images[..., 0]
    colours = images.ndim == 4 and images.shape[3] == COLOURS
    if not (images.ndim == 3 or colours) or not len(images) or max(images.shape[1:]) > MAX_IDX_SIDE:
        raise BadInput(
            "{file}: {name} has the shape {shape}; pictures, rows and columns are needed.",
            file=path.name, name=pictures, shape=" x ".join(map(str, images.shape)),
        )  # fmt: skip
    if labels.dtype.kind not in "ui" or labels.size != len(images):
        raise BadInput(
            "{file}: {name} has no label for each of {count} pictures.",
            file=path.name, name=names, count=len(images),
        )  # fmt: skip
    codes, places = np.unique(labels.reshape(-1), return_inverse=True)
    texts = [str(code) for code in codes.tolist()]
    return PixelSet(
        "keras",
        _as_bytes(path, pictures, images),
        tuple(texts[place] for place in places.tolist()),
        (),
        (path,),
    )


def _opened(path: Path) -> zipfile.ZipFile:
    """Open a zip file whose list of contents is short.

    Raises BadInput or BadZipFile if there is none, before the list takes any memory.
    """
    with open_ordinary(path) as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT))
        tail = file.read(_END_SIZE + _LONGEST_COMMENT)
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < _END_SIZE or tail[:place][-_END_64_SIZE:][:4] == _END_64:
        raise zipfile.BadZipFile
    (listing,) = struct.unpack_from("<I", tail, place + 12)
    if listing > MAX_LISTING:
        raise zipfile.BadZipFile
    return zipfile.ZipFile(path)


def _array(
    path: Path,
    archive: zipfile.ZipFile,
    name: str,
    most: int,
    progress: ReadingProgress,
) -> NDArray[Any]:
    """Read an array of numbers that takes at most ``most`` bytes.

    Raises BadInput if it is too large, KeyError if it is missing, ValueError if it is damaged.
    """
    entry = archive.getinfo(f"{name}.npy")
    check_unpacked(path, entry.file_size, entry.compress_size)
    with open_array(archive, entry) as (header, file):
        if header.size > most:
            raise BadInput("{file} unpacks to more data than is supported.", file=path.name)
        if header.dtype.kind not in "uifb" or header.size > entry.file_size:
            raise ValueError("no numbers, or cut off")
        data = _exactly(file, header.size, progress)
    flat = np.frombuffer(data, header.dtype)
    return flat.reshape(header.shape, order="F" if header.by_column else "C")


def _exactly(file: IO[bytes], size: int, progress: ReadingProgress) -> bytearray:
    """Read ``size`` bytes in pieces. Raises ValueError if there are fewer."""
    data = bytearray()
    while len(data) < size:
        piece = file.read(min(size - len(data), _CHUNK))
        if not piece:
            raise ValueError("cut off")
        data += piece
        progress(len(data), size)
    return data


def _as_bytes(path: Path, name: str, images: NDArray[Any]) -> ByteArray:
    """Return pictures as uint8 in 0..255; those that end at 1 are fractions.

    Raises BadInput if they have other values.
    """
    if images.dtype == np.uint8:
        return np.ascontiguousarray(images)
    low, high = float(images.min()), float(images.max())
    if not 0.0 <= low <= high <= 255.0:  # nor NaN
        raise BadInput(
            "{file}: {name} has values that are not from 0 to 255.", file=path.name, name=name
        )
    made = np.empty(images.shape, np.uint8)
    for place, image in enumerate(images):  # one by one, since floats take more memory
        made[place] = np.round(image * (255.0 / (1.0 if high <= 1.0 else 255.0)))
    return made
