"""`lenet-gui worker`: the process in which the window trains; no command for people."""

from __future__ import annotations

import argparse


def run(options: argparse.Namespace) -> int:
    """Serve the window until it has gone."""
    from lenet_gui.trainer.worker.run import run_worker

    run_worker()
