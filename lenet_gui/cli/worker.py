"""`lenet-gui worker`: the process in which the window trains; not for people."""

from __future__ import annotations

import argparse


def run(options: argparse.Namespace) -> int:
    from lenet_gui.trainer.worker.run import run_worker

    run_worker()
