"""Where the files of a user lie: the library of checkpoints, and trainings that are not kept."""

from __future__ import annotations

import os
from pathlib import Path

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.storage.data_path import PRIVATE, data_path
from lenet_gui.engine.storage.files import sweep


def library_path() -> Path:
    """The folder of the kept checkpoints, whether or not it is there."""
    return data_path() / "library"


def data_folder() -> Path:
    """The folder of the user's data, made if needed. Raises BadInput if that is impossible."""
    return made(data_path())


def training_folder() -> Path:
    """For trainings that run, were stopped, or are not kept yet. Raises BadInput like above."""
    return _swept(made(data_folder() / "training"))


def library_folder() -> Path:
    """For checkpoints that are kept. Raises BadInput like above."""
    return _swept(made(data_folder() / "library"))


def made(folder: Path) -> Path:
    """The folder, made for its owner alone if it was not there; BadInput if it cannot be used."""
    try:
        folder.mkdir(PRIVATE, parents=True, exist_ok=True)
        usable = os.access(folder, os.W_OK | os.X_OK)
    except OSError as error:
        raise BadInput(
            "The folder {folder} for your networks cannot be created: {why}.",
            folder=folder,
            why=error.strerror or error,
        ) from None
    if not usable:
        raise BadInput("The folder {folder} for your networks is not writable.", folder=folder)
    return folder


def _swept(folder: Path) -> Path:
    sweep(folder)
    return folder
