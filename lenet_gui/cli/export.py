"""`lenet-gui export`: a network as another program reads it."""

from __future__ import annotations

import argparse
from pathlib import Path

from lenet_gui.cli.network_options import chosen_reader
from lenet_gui.engine.checkpoints.exports import export_format, export_network


def run(options: argparse.Namespace) -> int:
    reader, form = chosen_reader(options), export_format(options.format)
    path = Path(options.output)
    export_network(reader.name, reader.checkpoint, form, path, replace=options.force)
    print(f"{reader.name} was written to {path}.")
    return 0
