"""The path of the user's data folder. Imports nothing slow, since the log needs it first."""

from __future__ import annotations

import os
from pathlib import Path

DATA_VARIABLE = "LENET_GUI_DATA"  # an environment variable that names another folder
PRIVATE_MODE = 0o700  # folders for their owner alone


def data_path() -> Path:
    """Return the folder of the user's data, which may not exist."""
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen).absolute()
    from platformdirs import user_data_dir  # takes 50 ms, and is often not needed

    return Path(user_data_dir("lenet_gui", appauthor=False))
