"""`lenet-gui export`: writes a network in a format of other programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from lenet_gui.cli.network_options import chosen_recognizer
from lenet_gui.cli.output import say
from lenet_gui.engine.checkpoints.exports import export_format, export_network


def run(options: argparse.Namespace) -> int:
    """Write the file. Returns the exit code."""
    recognizer, form = chosen_recognizer(options), export_format(options.format)
    path = Path(options.output)
    export_network(recognizer.name, recognizer.checkpoint, form, path, replace=options.force)
    say(f"{recognizer.name} was exported to {path}.")
    return 0
