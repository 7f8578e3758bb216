"""`lenet-gui decoder`: the process that decodes expensive pictures; no command for people."""

from __future__ import annotations

import argparse


def run(options: argparse.Namespace) -> int:
    """Serve the program that has started this process until it has gone."""
    from lenet_gui.engine.decoding.helper import decoded_picture, serve

    serve(decoded_picture)
    return 0
