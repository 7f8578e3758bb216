"""A few MNIST digits as IDX files, for trainings of a second."""

import struct
from pathlib import Path

import numpy as np

from tests.helpers import mnist_test


def write_digits(folder: Path, count: int, name: str = "few", classes: int = 10) -> str:
    """The path of an IDX file of the first test digits; with more classes, labels are made up."""
    images = mnist_test().images[:count]
    labels = np.array([int(label) for label in mnist_test().labels[:count]], np.uint8)
    if classes != 10:
        labels = (np.arange(count) % classes).astype(np.uint8)
    for kind, values in (("images", images), ("labels", labels)):
        head = struct.pack(f">BBBB{values.ndim}I", 0, 0, 8, values.ndim, *values.shape)
        (folder / f"{name}-{kind}").write_bytes(head + values.tobytes())
    return str(folder / f"{name}-images")
