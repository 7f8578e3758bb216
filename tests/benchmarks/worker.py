"""Training in the real window under Xvfb: how soon it begins, and that nothing ever stalls."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

from tests.benchmarks.measure import Row
from tests.benchmarks.window import screen

ROUNDS, COLD_ROUNDS = 5, 3
LONG = 120  # seconds
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


def rows() -> Iterator[Row]:
    with screen() as environment:
        cold = [(_one_step(environment), _driven("cold", environment)) for _ in range(COLD_ROUNDS)]
        warm = [_driven("warm", environment) for _ in range(ROUNDS)]
    best = min(warm, key=lambda found: found["first"])
    yield Row("start to first step at the window, worker ready", best["first"], 0.5, "s")
    step, ours = min(step for step, _ in cold), min(found["first"] for _, found in cold)
    note = f"{ours:.2f} s, torch and one step {step:.2f} s"
    yield Row("the same, cold / import torch and one AdamW step", ours / step, 1.3, "x", note)
    for what in ("pause", "cancel"):
        yield Row(f"{what} while it trains", max(found[what] for found in warm), 0.5, "s")
    ordered = sorted(warm, key=lambda found: found["stall"])
    middle, worst = ordered[len(ordered) // 2], ordered[-1]
    note = f"median of {len(warm)}, worst {worst['stall']:.0f} ms while {worst['stalled_in']}"
    yield Row("longest stall of the event loop in a training", middle["stall"], 50.0, "ms", note)


def _one_step(environment: dict[str, str]) -> float:
    command = [sys.executable, "-c", ONE_STEP]
    out = subprocess.run(command, env=environment, capture_output=True, check=True)
    return float(out.stdout)


def _driven(what: str, environment: dict[str, str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.driven_training", what]
    with tempfile.TemporaryDirectory() as home:  # every run is a first one
        own = {**environment, "XDG_CONFIG_HOME": home, "LENET_GUI_DATA": home}
        out = subprocess.run(command, env=own, capture_output=True, check=False, timeout=LONG)
    if out.returncode:
        raise SystemExit(out.stderr.decode())
    values: dict[str, Any] = json.loads(out.stdout.splitlines()[-1])
    return values
