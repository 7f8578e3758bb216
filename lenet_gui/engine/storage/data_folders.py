"""The folders of the user's data: the library, trainings that are not kept yet, and recovery."""

from __future__ import annotations

import os
from pathlib import Path

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.storage.data_path import PRIVATE_MODE, data_path
from lenet_gui.engine.storage.files import remove_abandoned


def library_path() -> Path:
    """Return the folder of the library, which may not exist."""
    return data_path() / "library"


def data_folder() -> Path:
    """Return the folder of the user's data, made if needed. Raises BadInput if that fails."""
    return make_folder(data_path())


def training_folder() -> Path:
    """Return the folder of trainings that run, were stopped, or are not kept yet, made if needed.

    Raises BadInput if that fails.
    """
    return _swept(make_folder(data_folder() / "training"))


def library_folder() -> Path:
    """Return the folder of the library, made if needed. Raises BadInput if that fails."""
    return _swept(make_folder(data_folder() / "library"))


def recovery_path() -> Path:
    """Return the folder from which drawings of programs that ended suddenly are restored.

    It may not exist.
    """
    return data_path() / "recovery"


def recovery_folder() -> Path:
    """Return that folder, made if needed. Raises BadInput if that fails."""
    data_folder()
    return _swept(make_folder(recovery_path()))


def make_folder(folder: Path) -> Path:
    """Make a folder, for its owner alone, if it does not exist. Return it.

    Raises BadInput if it cannot be made or written to.
    """
    try:
        folder.mkdir(PRIVATE_MODE, parents=True, exist_ok=True)
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
    remove_abandoned(folder)
    return folder
