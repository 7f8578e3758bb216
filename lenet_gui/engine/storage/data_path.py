"""Where the data of a user lies; it imports nothing slow, since the log begins with it."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "LENET_GUI_DATA"  # an environment variable that names another folder
PRIVATE = 0o700


def data_path() -> Path:
    """The folder of the user's data, whether or not it is there."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).absolute()
    from platformdirs import user_data_dir  # a twentieth of a second, often not needed

    return Path(user_data_dir("lenet_gui", appauthor=False))
