"""`make fuzz`: mutated files of each kind, those made by hand, and programs that are killed.

    python -m tests.fuzz [--count 10000] [KIND ...]

Every piece runs in a process of its own, so a crash or a hang costs one file and is named. The
seeds are fixed: `python -m tests.fuzz.piece KIND NUMBER 1` tries one file again.
"""

from __future__ import annotations

import argparse
import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.fuzz import kills
from tests.fuzz.table import KINDS

PIECE = 2500
PATIENCE = 120.0  # seconds for a process to say something; machines are shared


@dataclass
class Tally:
    """What became of the files of a kind."""

    kind: str
    tried: int = 0
    refused: int = 0
    slowest: float = 0.0
    memory: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, seed: str, said: dict[str, object]) -> None:
        self.tried += 1
        self.refused += said["refused"] is True
        self.slowest = max(self.slowest, float(str(said["seconds"])))
        self.memory = max(self.memory, int(str(said["memory"])))
        if said["fault"]:
            self.fail(seed, str(said["fault"]))

    def fail(self, seed: str, why: str) -> None:
        self.faults.append(f"{seed}: {why}")
        print(f"  FAULT {seed}: {why}", flush=True)


def main() -> int:
    options = argparse.ArgumentParser(description="Fuzz the readers.")
    options.add_argument("kinds", nargs="*", help=f"of {', '.join((*KINDS, *kills.WHATS))}")
    options.add_argument("--count", type=int, default=10_000, help="mutated files of each kind")
    options.add_argument("--kills", type=int, default=50, help="programs to kill of each kind")
    given = options.parse_args()
    chosen = given.kinds or [*KINDS, *kills.WHATS]
    started = time.monotonic()
    tallies = []
    for name in chosen:
        tally = Tally(name)
        tallies.append(tally)
        if name in kills.WHATS:
            _kill(tally, given.kills)
        else:
            _piece(tally, -1, 0)
            for start in range(0, given.count, PIECE):
                _piece(tally, start, min(PIECE, given.count - start))
                print(f"{name}: {tally.tried} tried, {len(tally.faults)} faults", flush=True)
    _print_table(tallies)
    print(f"{time.monotonic() - started:.0f} s")
    return 1 if any(tally.faults for tally in tallies) else 0


def _kill(tally: Tally, count: int) -> None:
    for number in range(count):
        fault = kills.killed(tally.kind, number)
        tally.tried += 1
        if fault:
            tally.fail(f"{tally.kind} {number}", fault)
    print(f"{tally.kind}: {tally.tried} killed, {len(tally.faults)} faults", flush=True)


def _piece(tally: Tally, start: int, count: int) -> None:
    """Until all were tried; after a crash or a hang another process goes on behind it."""
    while True:
        command = [sys.executable, "-m", "tests.fuzz.piece", tally.kind, str(start), str(count)]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        before, seed = tally.tried, ""
        for line in _lines(process):
            if line is None:
                process.kill()
                break
            said = json.loads(line)
            if "seed" in said:
                seed = said["seed"]
            else:
                tally.add(seed, said)
                seed = ""
        code = process.wait()
        if code == 0:
            return
        tally.tried += 1
        tally.fail(seed or f"{tally.kind} {start}", f"the process ended with {code}")
        done = tally.tried - before
        start, count = start + done, count - done
        if start < done or count <= 0:  # those made by hand have no numbers
            return


def _lines(process: subprocess.Popen[str]) -> Iterator[str | None]:
    """Lines of its output; None if it has said nothing for too long."""
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def read() -> None:
        for line in process.stdout or ():
            lines.put(line)
        lines.put("")

    threading.Thread(target=read, daemon=True).start()
    while True:
        try:
            line = lines.get(timeout=PATIENCE)
        except queue.Empty:
            yield None
            return
        if not line:
            return
        yield line


def _print_table(tallies: list[Tally]) -> None:
    print(f"{'kind':<24}{'tried':>8}{'refused':>9}{'faults':>8}{'slowest':>10}{'memory':>9}")
    for tally in tallies:
        print(
            f"{tally.kind:<24}{tally.tried:>8}{tally.refused:>9}{len(tally.faults):>8}"
            f"{tally.slowest:>8.2f} s{tally.memory // 1_000_000:>6} MB"
        )
        for fault in tally.faults[:10]:
            print(f"    {fault}")


if __name__ == "__main__":
    sys.exit(main())
