"""Hostile servers in the real window under Xvfb: that no turn of its event loop is long.

Beside it another process paints forms in an event loop of its own: what the machine does to the
longest of its turns, it does to the window's.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.benchmarks.measure import Measurement, Row, beside
from tests.benchmarks.window import screen
from tests.benchmarks.worker import LONG, LOOP, MOST_STALL, loop_beside

ROUNDS = 3
STALL = "longest stall of the event loop, hostile servers"


def _stalls() -> Iterator[Row]:
    found, loops = [], []
    with screen() as environment, _servers() as address:
        for _ in range(ROUNDS):
            with loop_beside(environment) as loop:
                found.append(_driven(address, environment))
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


def _driven(address: str, environment: dict[str, str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.driven_feed", address]
    with tempfile.TemporaryDirectory() as home:  # every run is a first one
        own = {**environment, "XDG_CONFIG_HOME": home, "LENET_GUI_DATA": home}
        out = subprocess.run(command, env=own, capture_output=True, check=False, timeout=LONG)
    if out.returncode:
        raise SystemExit(out.stderr.decode())
    values: dict[str, Any] = json.loads(out.stdout.splitlines()[-1])
    return values
