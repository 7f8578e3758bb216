"""The packaged program beside the one from source: from the start to the window on the screen."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tests.benchmarks.measure import ROUNDS, Row
from tests.end_to_end.screen import PROGRAM, Screen, clean_environment

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGED = ROOT / "build" / "package" / "lenet-gui" / "lenet-gui"
WINDOW = (0, 0, 1280, 740)  # of the screen, which is black around it
EVERY = 4  # pixels: enough to tell
DEADLINE = 60.0
MORE = 1.5  # times as many colours as the frame has: the panels are there


def rows() -> Iterator[Row]:
    """Nothing if there is no package."""
    if not PACKAGED.exists():
        return
    with Screen() as screen, tempfile.TemporaryDirectory() as home:
        environment = clean_environment(Path(home), DISPLAY=screen.name)
        both = (PROGRAM, PACKAGED)
        times = [[_start(p, screen, environment) for p in both] for _ in range(ROUNDS + 2)]
    first = np.array(times).min(axis=0)  # (program, what)
    for place, what in enumerate(("window painted", "panels painted")):
        source, packaged = first[0, place], first[1, place]
        note = f"{packaged:.2f} s, from source {source:.2f} s"
        yield Row(f"packaged / from source: {what}", packaged / source, 1.1, "x", note)


def _start(program: Path, screen: Screen, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds until the window is on the screen, and until the panels are painted in it."""
    start = time.monotonic()
    process = subprocess.Popen(
        [program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while (colours := _colours(screen)) < 2:
            _wait(start)
        painted = time.monotonic() - start
        while _colours(screen) < colours * MORE:
            _wait(start)
        return painted, time.monotonic() - start
    finally:
        process.kill()
        process.wait()
        while _colours(screen) > 1:  # the screen is empty again
            time.sleep(0.01)


def _wait(start: float) -> None:
    if time.monotonic() - start > DEADLINE:
        raise SystemExit("the window does not appear")
    time.sleep(0.002)


def _colours(screen: Screen) -> int:
    return len(np.unique(screen.look(*WINDOW)[::EVERY, ::EVERY].reshape(-1, 3), axis=0))


if __name__ == "__main__":
    found = list(rows())
    for row in found:
        print(f"{row.what}: {row.figure:.2f} (at most {row.most}; {row.note})")
    sys.exit(0 if all(row.holds for row in found) else 1)
