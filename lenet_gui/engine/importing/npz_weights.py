"""Tells an npz file of weights from one of data."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lenet_gui.engine.storage.npz_entries import open_array

MOST_LOOKED_AT = 200  # arrays
_SIDES = range(1, 33)  # of kernels


def is_npz_of_weights(path: Path) -> bool:
    """Return whether an npz file has an array like the weights of a convolution or a full layer,
    and none that is as large as data: floats of 2 or 4 axes, of which two are a kernel's."""
    try:
        with zipfile.ZipFile(path) as archive:
            found = [_is_weight(archive, entry) for entry in archive.infolist()[:MOST_LOOKED_AT]]
    except Exception:  # damage makes the zip parser raise almost anything; its reader tells
        return False
    return any(found) and None not in found


def _is_weight(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool | None:
    """Return whether an array is of weights; None if it can be none of a network."""
    with open_array(archive, entry) as (header, _):
        shape = header.shape
        if header.dtype.kind != "f" or len(shape) not in (1, 2, 4):
            return None
        if len(shape) == 1:
            return False
        kernel = len(shape) == 2 or shape[2] == shape[3] or shape[0] == shape[1]
        return kernel and (len(shape) == 2 or min(shape) in _SIDES)
