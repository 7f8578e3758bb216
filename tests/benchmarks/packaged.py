"""The packaged program beside the one from source: from the start to the window on the screen.

Both start in turn, packaged, source, packaged, source, and medians decide: an odd number of starts
of each, at least LEAST, until the ratio's uncertainty is FINE or, on a machine that is too busy for
that, MOST are done.
"""

from __future__ import annotations

import math
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from tests.benchmarks.measure import Row, in_words
from tests.end_to_end.screen import PROGRAM, Screen, clean_environment

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGED = ROOT / "build" / "package" / "lenet-gui" / "lenet-gui"
WINDOW = (0, 0, 1280, 740)  # of the screen, which is black around it
EVERY = 4  # pixels: enough to tell
DEADLINE = 60.0
MORE = 1.5  # times as many colours as the frame has: the panels are there
BAR = 1.1
LEAST, MOST = 5, 25  # starts of each, odd
FINE = 0.03  # of the ratio
WHAT = "window painted", "panels painted"

Times = tuple[float, float]  # seconds to each of WHAT


def rows() -> Iterator[Row]:
    """Nothing if there is no package."""
    if not PACKAGED.exists():
        return
    with Screen() as screen, tempfile.TemporaryDirectory() as home:
        environment = clean_environment(Path(home), DISPLAY=screen.name)
        packaged, source = alternated(
            lambda: _start(PACKAGED, screen, environment),
            lambda: _start(PROGRAM, screen, environment),
        )
    yield from judged(packaged, source)


def alternated(
    packaged: Callable[[], Times], source: Callable[[], Times]
) -> tuple[list[Times], list[Times]]:
    """Start both in turn until the ratios of all WHAT are certain enough."""
    found: tuple[list[Times], list[Times]] = [], []
    while True:
        for times, start in zip(found, (packaged, source), strict=True):
            times.append(start())
        count = len(found[0])
        if count >= MOST:
            return found
        if count >= LEAST and count % 2 and max(map(uncertainty, ratios(*found))) <= FINE:
            return found


def ratios(packaged: Sequence[Times], source: Sequence[Times]) -> list[list[float]]:
    """Return for each of WHAT the ratios of starts that followed each other."""
    pairs = list(zip(packaged, source, strict=True))
    return [[mine[place] / theirs[place] for mine, theirs in pairs] for place in range(len(WHAT))]


def uncertainty(values: Sequence[float]) -> float:
    """Return about one standard error of the median, as a part of it; odd ones out do not count.

    Of normal values the quartiles are 1.35 deviations apart, and the median's error is 1.25
    deviations over the root of the count: together 0.93.
    """
    low, middle, high = statistics.quantiles(values, n=4)
    return 0.93 * (high - low) / math.sqrt(len(values)) / middle


def judged(packaged: Sequence[Times], source: Sequence[Times]) -> Iterator[Row]:
    """Judge the ratio of the medians."""
    for place, what in enumerate(WHAT):
        mine, theirs = (statistics.median(t[place] for t in both) for both in (packaged, source))
        spread = uncertainty(ratios(packaged, source)[place])
        note = (
            f"{in_words(mine)}, from source {in_words(theirs)}, {len(packaged)} starts of each, "
            f"uncertain by {spread:.0%}"
        )
        yield Row(f"packaged / from source: {what}", mine / theirs, BAR, "x", note)


def _start(program: Path, screen: Screen, environment: dict[str, str]) -> Times:
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
