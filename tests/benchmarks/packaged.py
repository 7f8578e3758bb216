"""The packaged program beside the one from source: from the start to the window on the screen."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import ImageGrab

from tests.benchmarks.measure import ROUNDS, Row
from tests.benchmarks.window import screen

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGED = ROOT / "build" / "package" / "lenet-gui" / "lenet-gui"
SOURCE = Path(sys.executable).with_name("lenet-gui")
SPOT = (300, 250, 700, 450)  # of the screen: in the window, with more than one colour
DEADLINE = 60.0
ANSWERED = 40  # colours: the panels are there


def rows() -> Iterator[Row]:
    """Nothing if there is no package."""
    if not PACKAGED.exists():
        return
    with screen() as environment:
        times = [[_start(p, environment) for p in (SOURCE, PACKAGED)] for _ in range(ROUNDS + 2)]
    first = np.array(times).min(axis=0)  # (program, what)
    for place, what in enumerate(("window painted", "panels painted")):
        source, packaged = first[0, place], first[1, place]
        note = f"{packaged:.2f} s, from source {source:.2f} s"
        yield Row(f"packaged / from source: {what}", packaged / source, 1.1, "x", note)


def _start(program: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds until the window is on the screen, and until the panels are painted in it."""
    start = time.monotonic()
    process = subprocess.Popen(
        [program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        painted = _colours(environment, 2, start)
        return painted, _colours(environment, ANSWERED, start)
    finally:
        process.kill()
        process.wait()
        while _count(environment) > 1:  # the screen is empty again
            time.sleep(0.01)


def _colours(environment: dict[str, str], least: int, start: float) -> float:
    """Seconds since ``start`` when the spot shows so many colours."""
    while _count(environment) < least:
        if time.monotonic() - start > DEADLINE:
            raise SystemExit("the window does not appear")
        time.sleep(0.002)
    return time.monotonic() - start


def _count(environment: dict[str, str]) -> int:
    image = np.asarray(ImageGrab.grab(SPOT, xdisplay=environment["DISPLAY"]).convert("RGB"))
    return len(np.unique(image.reshape(-1, 3), axis=0))


if __name__ == "__main__":
    found = list(rows())
    for row in found:
        print(f"{row.what}: {row.figure:.2f} (at most {row.most}; {row.note})")
    sys.exit(0 if all(row.holds for row in found) else 1)
