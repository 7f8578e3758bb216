"""Writes small sets in the formats of MNIST's kin."""

import gzip
import struct
from pathlib import Path

import numpy as np

from tests.helpers import mnist_test


def idx(values: np.ndarray) -> bytes:
    """uint8 or int32 values as an IDX file."""
    kind, values = (8, values) if values.dtype == np.uint8 else (12, values.astype(">i4"))
    return (
        struct.pack(f">BBBB{values.ndim}I", 0, 0, kind, values.ndim, *values.shape)
        + values.tobytes()
    )


def put(path: Path, values: np.ndarray) -> Path:
    path.parent.mkdir(exist_ok=True)
    data = idx(values)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def digits(start: int, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Images uint8 (count, 28, 28) and labels uint8 of MNIST's test digits."""
    labels = [int(label) for label in mnist_test().labels[start : start + count]]
    return mnist_test().images[start : start + count], np.array(labels, np.uint8)


def write_emnist(folder: Path, count: int = 60, mapping: bool = True) -> Path:
    """Like EMNIST letters: transposed, labels 1..26, a mapping beside it."""
    for part, start in (("train", 0), ("test", 1000)):
        images, _ = digits(start, count)
        labels = (np.arange(count) % 26 + 1).astype(np.uint8)
        name = f"emnist-letters-{part}"
        put(folder / f"{name}-images-idx3-ubyte.gz", np.ascontiguousarray(images.swapaxes(1, 2)))
        put(folder / f"{name}-labels-idx1-ubyte.gz", labels)
    if mapping:
        lines = [f"{label} {64 + label} {96 + label}\n" for label in range(1, 27)]
        (folder / "emnist-letters-mapping.txt").write_text("".join(lines))
    return folder / "emnist-letters-train-images-idx3-ubyte.gz"


def write_qmnist(folder: Path, count: int = 80, writers: int = 8, test: bool = True) -> Path:
    """Like QMNIST: labels as int32 with eight columns, the third the writer."""
    for part, start in (("train", 0), ("test", 2000))[: 1 + test]:
        images, labels = digits(start, count)
        table = np.zeros((count, 8), np.int32)
        table[:, 0] = labels
        table[:, 2] = start + np.arange(count) % writers
        put(folder / f"qmnist-{part}-images-idx3-ubyte.gz", images)
        put(folder / f"qmnist-{part}-labels-idx2-int.gz", table)
    return folder / "qmnist-train-images-idx3-ubyte.gz"
