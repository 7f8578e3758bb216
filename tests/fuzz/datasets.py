"""IDX files with their labels, and stroke sets."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

import numpy as np

from lenet_gui.engine.data.datasets import forget, load_dataset
from lenet_gui.engine.data.stroke_sets import read_stroke_set
from tests.engine.data.idx_files import digits, idx
from tests.fuzz.kinds import Files, Kind
from tests.fuzz.mutations import NUMBERS, mutated

IMAGES, LABELS = "a-images-idx3-ubyte.gz", "a-labels-idx1-ubyte.gz"


@cache
def corpus() -> Files:
    images, labels = digits(0, 12)
    small = np.ascontiguousarray(images[:, ::2, ::2])
    table = np.tile(labels.astype(np.int32)[:, None], (1, 8))
    return {
        IMAGES: _zipped(idx(images)),
        LABELS: _zipped(idx(labels)),
        "b-images-idx3-ubyte": idx(small),
        "b-labels-idx1-ubyte": idx(labels),
        "qmnist-c-images-idx3-ubyte": idx(images),
        "qmnist-c-labels-idx2-int": idx(table),
        "emnist-d-train-images-idx3-ubyte": idx(images),
        "emnist-d-train-labels-idx1-ubyte": idx(labels),
        "emnist-d-mapping.txt": "".join(f"{n} {65 + n} {97 + n}\n" for n in range(10)).encode(),
    }


def _zipped(data: bytes) -> bytes:
    return gzip.compress(data, 1, mtime=0)


def mutate(name: str, data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    if data[:2] != b"\x1f\x8b" or chance.random() < 0.3:
        return mutated(data, others, chance)
    return _zipped(mutated(gzip.decompress(data), [], chance))


def by_hand(heavy: bool) -> Files:
    head = struct.pack(">BBBB3I", 0, 0, 8, 3, 12, 9000, 9000)
    files = {
        "a-images-idx3-ubyte.gz": _zipped(head),
        "b-images-idx3-ubyte": struct.pack(">BBBB3I", 0, 0, 8, 3, 2**31, 2**31, 2**31),
        "b-labels-idx1-ubyte": struct.pack(">BBBB1I", 0, 0, 8, 1, 900_000_000) + bytes(9),
    }
    if heavy:
        files["a-labels-idx1-ubyte.gz"] = _zipped(
            struct.pack(">BBBB1I", 0, 0, 8, 1, 900_000_000) + bytes(600_000_000)
        )
        files["c-images-idx3-ubyte.gz"] = _zipped(
            struct.pack(">BBBB3I", 0, 0, 8, 3, 1, 30_000, 30_000) + bytes(900_000_000)
        )
    return files


def beside() -> Files:
    _, labels = digits(0, 1)
    return corpus() | {"c-labels-idx1-ubyte": idx(labels)}


def use(path: Path) -> None:
    """Read the images, whichever file of the set it is."""
    forget()
    name = path.name.replace("labels-idx1", "images-idx3").replace(
        "labels-idx2-int", "images-idx3-ubyte"
    )
    name = name.replace("d-mapping.txt", "d-train-images-idx3-ubyte")
    data = load_dataset(str(path.with_name(name)))
    assert len(data.images) == len(data.labels) == len(data.groups)
    "".join((*data.class_names(), *data.groups)).encode()


KIND = Kind("IDX files", corpus, mutate, use, by_hand, beside)


# ---- stroke sets


def stroke_corpus() -> Files:
    rng = np.random.default_rng(0)
    arrays: dict[str, np.ndarray] = {
        "xy": rng.uniform(0, 100, (40, 2)).astype(np.float32),
        "t": np.arange(40, dtype=np.int32),
        "pressure": np.full(40, -1, np.int16),
        "stroke_start": np.arange(0, 41, 5, dtype=np.int32),
        "sample_start": np.arange(0, 9, 2, dtype=np.int32),
        "label": np.array([3, 1, 65, 0x4E00], np.uint32),
        "writer": np.array(["w1", "w1", "é", ""]),
        "split": np.array(["lab/OK"] * 4),
        "meta": np.array('{"name": "x"}'),
    }
    return {"strokes.npz": packed(arrays), "packed.npz": packed(arrays, zipfile.ZIP_DEFLATED)}


def packed(arrays: dict[str, np.ndarray], method: int = zipfile.ZIP_STORED) -> bytes:
    files = {}
    for name, array in arrays.items():
        buffer = io.BytesIO()
        np.lib.format.write_array(buffer, array, allow_pickle=False)
        files[name + ".npy"] = buffer.getvalue()
    return zipped(files, method)


def zipped(files: Files, method: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method, compresslevel=1) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), data, method)
    return buffer.getvalue()


def mutate_arrays(name: str, data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """The file, the bytes of an array behind a good check sum, or values in an array."""
    verdict = chance.random()
    if verdict < 0.25:
        return mutated(data, others, chance)
    with np.load(io.BytesIO(data)) as found:
        arrays = dict(found)
    key = chance.choice(sorted(arrays))
    if verdict < 0.6:
        return packed(arrays | {key: _other_array(arrays[key], chance)})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {entry: archive.read(entry) for entry in archive.namelist()}
    files[f"{key}.npy"] = mutated(files[f"{key}.npy"], [], chance)
    return zipped(files, zipfile.ZIP_DEFLATED)


def _other_array(array: np.ndarray, chance: Random) -> np.ndarray:
    kinds = (
        "float16",
        "float32",
        "float64",
        "int8",
        "int64",
        "uint8",
        "uint64",
        "bool",
        "U1",
        "S3",
        "c8",
    )
    verdict = chance.random()
    if array.ndim == 0 or verdict < 0.25:
        with np.errstate(all="ignore"):
            try:
                return array.astype(chance.choice(kinds))
            except ValueError:
                return np.array(3)
    if verdict < 0.45:
        return array[: chance.randrange(len(array) + 1)]
    if verdict < 0.55:
        return array.reshape(1, *array.shape)
    array = array.copy()
    place = chance.randrange(len(array))
    if array.dtype.kind == "U":
        array = array.astype("U40")
        array[place] = chance.choice(("", "x" * 40, "\ud800", "\n", "w1"))
    elif array.dtype.kind == "f":
        array[place] = chance.choice((np.nan, np.inf, -np.inf, 1e38, -1e38, 1e-40, 0))
    else:
        limits = np.iinfo(array.dtype)
        array[place] = min(max(chance.choice((*NUMBERS, 9, 10, 0xD800)), limits.min), limits.max)
    return array


def npy(head: str, body: bytes = b"") -> bytes:
    """An npy file with that header."""
    return b"\x93NUMPY\x01\x00\x76\x00" + head.encode().ljust(117) + b"\n" + body


def strokes_by_hand(heavy: bool) -> Files:
    with np.load(io.BytesIO(stroke_corpus()["strokes.npz"])) as found:
        arrays = dict(found)
    shape = "{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999, 2)}"
    objects = "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}"
    no_letters = np.frombuffer(np.full(4, 0x7FFFFFFF, np.uint32).tobytes(), "<U1")
    files = {
        "text.npz": b"PK\x03\x04",
        "object.npz": zipped({"xy.npy": npy(objects, b"cos\nsystem\n.")}),
        "claim.npz": zipped({f"{key}.npy": npy(shape) for key in arrays}),
        "lzma.npz": zipped({"xy.npy": bytes(1000)}, zipfile.ZIP_LZMA),
        "no letters.npz": packed(arrays | {"writer": no_letters}),
        "half letters.npz": packed(arrays | {"label": np.array([3, 1, 65, 0xD800], np.uint32)}),
        "bell.npz": packed(arrays | {"label": np.array([3, 1, 65, 10], np.uint32)}),
        "turning.npz": packed(arrays | {"sample_start": np.array([0, 100, -56, 44, 8], np.int8)}),
    }
    if heavy:
        zeros = {"xy": np.zeros((90_000_000, 2), np.float32)}
        files["bomb.npz"] = packed(arrays | zeros, zipfile.ZIP_DEFLATED)
    return files


def use_strokes(path: Path) -> None:
    """Read it, draw it, and learn from it."""
    forget()
    strokes = read_stroke_set(path)
    strokes.meta.encode()
    data = load_dataset(str(path))
    "".join((*data.class_names(), *data.groups)).encode()


STROKES = Kind("stroke sets", stroke_corpus, mutate_arrays, use_strokes, strokes_by_hand)
