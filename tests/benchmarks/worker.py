"""Training in the real window under Xvfb: how soon it begins, and that nothing ever stalls.

Beside it another process paints forms in an event loop of its own: what the machine does to the
longest of its turns, it does to the window's.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import Measurement, Row, beside, in_words
from tests.benchmarks.window import screen
from tests.first_start import without_opening

ROUNDS, COLD_ROUNDS = 5, 3
LONG = 120  # seconds
READY = "start to first step at the window, worker ready"
COLD = "the same, cold / import torch and one AdamW step"
PAUSE, CANCEL = (f"{what} while it trains" for what in ("pause", "cancel"))
STALL = "longest stall of the event loop in a training"
LOOP = "stall of a loop that paints forms"
# How `references` come to bars.
MOST_STALL = 2.5  # 36 ms of 50; ratio 1.8, so LOOP took 20 ms there
MOST_WAIT = 10.0  # 0.2 s there, stricter than the half second before, of which 0.05 were needed
ONE_STEP = """
import time
start = time.perf_counter()
import torch
weight = torch.nn.Parameter(torch.zeros(3))
optimizer = torch.optim.AdamW([weight])
weight.sum().backward()
optimizer.step()
print(time.perf_counter() - start)
"""


def _warm() -> Iterator[Row]:
    warm, loops = [], []
    with screen() as environment:
        for _ in range(ROUNDS):
            with loop_beside(environment) as loop:
                warm.append(driven("driven_training", "warm", environment))
            loops.append(loop["stall"] / 1000)
    for name, what in ((READY, "first"), (PAUSE, "pause"), (CANCEL, "cancel")):
        times = [found[what] for found in warm]
        yield beside(name, times, LOOP, loops, MOST_WAIT, f"worst {in_words(max(times))}")
    worst = max(warm, key=lambda found: found["stall"])
    note = f"median of {len(warm)}, worst {worst['stall']:.0f} ms while {worst['stalled_in']}"
    stalls = [found["stall"] / 1000 for found in warm]
    yield beside(STALL, stalls, LOOP, loops, MOST_STALL, note)


def _cold() -> Iterator[Row]:
    with screen() as environment:
        pairs = [
            (driven("driven_training", "cold", environment)["first"], _one_step(environment))
            for _ in range(COLD_ROUNDS)
        ]
    ratio = statistics.median(ours / step for ours, step in pairs)
    own, step = (statistics.median(times) for times in zip(*pairs, strict=True))
    yield Row(COLD, ratio, 1.3, "x", f"torch and one step {in_words(step)}", seconds=own)


MEASUREMENTS = (
    Measurement((READY, PAUSE, CANCEL, STALL), _warm),
    Measurement((COLD,), _cold),
)


@contextmanager
def loop_beside(environment: dict[str, str]) -> Iterator[dict[str, float]]:
    """Run another process's event loop while the window's runs, and put its longest stall, in ms,
    into the dictionary at the end."""
    command = [sys.executable, "-m", "tests.benchmarks.driven_loop"]
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    found: dict[str, float] = {}
    try:
        yield found
        out, _ = process.communicate(timeout=LONG)  # closes its input: that ends it
        found.update(json.loads(out))
    finally:
        process.kill()
        process.wait()


def _one_step(environment: dict[str, str]) -> float:
    command = [sys.executable, "-c", ONE_STEP]
    out = subprocess.run(command, env=environment, capture_output=True, check=True)
    return float(out.stdout)


def driven(module: str, argument: str, environment: dict[str, str]) -> dict[str, Any]:
    """Run a module of this folder that drives the window; return what it found."""
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", argument]
    with tempfile.TemporaryDirectory() as home:  # every run is a first one
        without_opening(Path(home))
        own = {**environment, "XDG_CONFIG_HOME": home, "LENET_GUI_DATA": home}
        out = subprocess.run(command, env=own, capture_output=True, check=False, timeout=LONG)
    if out.returncode:
        raise SystemExit(out.stderr.decode())
    values: dict[str, Any] = json.loads(out.stdout.splitlines()[-1])
    return values
