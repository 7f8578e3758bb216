"""`lenet-gui export`: a network as another program reads it."""

from __future__ import annotations

import argparse
from pathlib import Path

from lenet_gui.cli.network_options import chosen_recognizer
from lenet_gui.engine.checkpoints.exports import export_format, export_network


def run(options: argparse.Namespace) -> int:
    recognizer, form = chosen_recognizer(options), export_format(options.format)
    path = Path(options.output)
    export_network(recognizer.name, recognizer.checkpoint, form, path, replace=options.force)
    print(f"{recognizer.name} was exported to {path}.")
    return 0
