"""`lenet-gui importer KIND`: reads networks of other programs; no command for people."""

from __future__ import annotations

import argparse


def run(options: argparse.Namespace) -> int:
    """Serve the program that has started this process until it has gone."""
    from lenet_gui.trainer.importing.process import run as serve

    serve(options.kind)
    return 0
