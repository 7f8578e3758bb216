"""Hostile servers in the real window under Xvfb: that no turn of its event loop is long.

Beside it another process paints forms in an event loop of its own: what the machine does to the
longest of its turns, it does to the window's.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.benchmarks.measure import Measurement, Row, beside
from tests.benchmarks.window import screen
from tests.benchmarks.worker import LONG, LOOP, MOST_STALL, driven, loop_beside

ROUNDS = 3
STALL = "longest stall of the event loop, hostile servers"


def _stalls() -> Iterator[Row]:
    found, loops = [], []
    with screen() as environment, _servers() as address:
        for _ in range(ROUNDS):
            with loop_beside(environment) as loop:
                found.append(driven("driven_feed", address, environment))
            loops.append(loop["stall"] / 1000)
    worst = max(found, key=lambda one: one["stall"])
    note = f"median of {len(found)}, worst {worst['stall']:.0f} ms in {worst['stalled_in']!r}"
    yield beside(STALL, [one["stall"] / 1000 for one in found], LOOP, loops, MOST_STALL, note)


MEASUREMENTS = (Measurement((STALL,), _stalls),)


@contextmanager
def _servers() -> Iterator[str]:
    """Run the servers in another process; give their address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.hostile_server"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate(timeout=LONG)  # closes its input: that ends it
    finally:
        process.kill()
        process.wait()
