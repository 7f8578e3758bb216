"""The reader that --network and --checkpoint choose."""

from __future__ import annotations

import argparse
from pathlib import Path

from lenet_gui.engine.checkpoint import read_checkpoint
from lenet_gui.engine.readers import DEFAULT_READER, load_reader
from lenet_gui.engine.recognizer import Recognizer


def chosen_reader(options: argparse.Namespace) -> Recognizer:
    """Raises BadInput if there is no such network, or the file is no checkpoint."""
    if options.checkpoint is not None:
        path = Path(options.checkpoint)
        return Recognizer(path.stem, read_checkpoint(path))
    return load_reader(options.network or DEFAULT_READER)
