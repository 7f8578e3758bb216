"""CSV files of digits, and npz files like Keras' mnist.npz."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

import numpy as np

from lenet_gui.engine.data.datasets import forget, load_dataset
from tests.engine.data.idx_files import digits
from tests.fuzz.datasets import mutate_arrays, npy, packed, zipped
from tests.fuzz.kinds import Files, Kind
from tests.fuzz.mutations import mutated

_FIELDS = (b"", b"-1", b"256", b"1e300", b"nan", b'"', b"0.5", b"\xff", b"\0", b"7" * 5000, b"\n")


@cache
def corpus() -> Files:
    images, labels = digits(0, 4)
    rows = [
        ",".join(map(str, (label, *image.ravel().tolist())))
        for image, label in zip(images, labels.tolist(), strict=True)
    ]
    header = ",".join(("label", *(f"pixel{place}" for place in range(784))))
    arrays = {"x_train": images, "y_train": labels, "x_test": images, "y_test": labels}
    return {
        "train.csv": "\n".join((header, *rows)).encode(),
        "mnist_train.csv": "\r\n".join(rows).replace(",", ";").encode(),
        "mnist.npz": packed(arrays),
        "packed.npz": packed(arrays, zipfile.ZIP_DEFLATED),
    }


def mutate(name: str, data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """Change the bytes, a field of a table, or an array behind a good check sum."""
    if name.endswith(".npz"):
        return mutate_arrays(name, data, others, chance)
    if chance.random() < 0.5:
        return mutated(data, others, chance)
    fields = data.split(b",")
    fields[chance.randrange(len(fields))] = chance.choice(_FIELDS)
    return b",".join(fields)


def by_hand(heavy: bool) -> Files:
    labels = npy("{'descr': '|u1', 'fortran_order': False, 'shape': (9,)}", bytes(9))
    claim = npy("{'descr': '|u1', 'fortran_order': False, 'shape': (99999999, 28, 28)}", bytes(9))
    files = {
        "claim.npz": zipped({"x_train.npy": claim, "y_train.npy": labels}),
        "claims.npz": zipped({"x_train.npy": claim, "y_train.npy": claim}),
        "empty.csv": b"",
        "line.csv": b"0," * 300_000,
        "fields.csv": b",".join([b"0"] * 785) + b"\n" + b"," * 784,
    }
    if heavy:
        bomb = claim + bytes(600_000_000)
        files["bomb.npz"] = zipped(
            {"x_train.npy": bomb, "y_train.npy": labels}, zipfile.ZIP_DEFLATED
        )
    return files


def use(path: Path) -> None:
    """Read the file, and its test part if it has one."""
    forget()
    data = load_dataset(str(path))
    assert len(data.images) == len(data.labels) == len(data.groups)
    assert data.images.dtype == np.uint8
    if path.suffix == ".npz":
        load_dataset(f"{path}#test")


KIND = Kind("tables of digits", corpus, mutate, use, by_hand)
