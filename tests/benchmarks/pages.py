"""Composed photographs of pages: digits found and read, false ones, and the time of a frame.

Alone: python -m tests.benchmarks.pages [FIRST [LAST]] (seeds).
"""

from __future__ import annotations

import math
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.pages.read_page import read_page
from lenet_gui.engine.pages.values import PageReading
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.wilson import wilson_interval
from tests.benchmarks.measure import Measurement, Row, beside, in_words
from tests.benchmarks.references import separated
from tests.photographs.composer import Photograph, compose
from tests.photographs.page_evaluation import PageEvaluation, evaluate
from tests.photographs.scenes import scene

SEEDS = range(5000, 5200)  # none of them was looked at while the engine was made
TOUCHING_SEEDS = range(5000, 5060)
SCENE_SEEDS = range(6000, 6080)
FRAMES = 30
FRAME = (1280, 720)
FRAME_DIGITS = 20
READINGS = 5  # of each frame
PLAIN = "digits of composed pages not read"
FALSE = "false digits a composed page"
TOUCHING = "digits of lines that touch not read"
SCENES = "digits of photographs of all kinds not read"
FRAME_TIME = "a frame of 1280x720 with 20 digits"
# How `references` come to bars: 28.3 ms of 33, ratio 2.85.
MOST_FRAME = 3.3


def _composed(seeds: range = SEEDS) -> Iterator[Row]:
    recognizer = load_recognizer()
    plain = [_validated(recognizer, compose(seed, touching=False)) for seed in seeds]
    yield _missed(PLAIN, plain, 3.0)
    false = sum(one.false for one in plain) / len(plain)
    yield Row(FALSE, false, 1.0, "", f"{len(plain)} pages")
    touching = [_validated(recognizer, compose(seed, touching=True)) for seed in TOUCHING_SEEDS]
    yield _missed(TOUCHING, touching, 20.0)
    scenes = [_validated(recognizer, scene(seed)) for seed in SCENE_SEEDS]
    yield _missed(SCENES, scenes, 25.0)


def _validated(recognizer: Recognizer, photograph: Photograph) -> PageEvaluation:
    return evaluate(read_page(photograph.grey, recognizer), photograph.truths)


def _missed(what: str, evaluated: list[PageEvaluation], most: float) -> Row:
    digits, right = sum(one.digits for one in evaluated), sum(one.right for one in evaluated)
    low, high = wilson_interval(right, digits)
    found = sum(one.found for one in evaluated) / digits
    note = (
        f"{right} of {digits} read, {right / digits:.2%}, 95 % interval {low:.2%} to {high:.2%};"
        f" {found:.2%} found"
    )
    return Row(what, 100 * (1 - right / digits), most, "%", note)


def frame(seed: int) -> Photograph:
    """A camera's frame of 1280x720 with 20 digits."""
    page = compose(
        seed, sheet=FRAME, size=60, lines=4, per_line=5, table="none", quarter=0, tilt=0.0,
        perspective=0.0, ruling="none", touching=False, invert=False, through=0.0,
    )  # fmt: skip
    grey = np.asarray(cv2.resize(page.grey, FRAME, interpolation=cv2.INTER_AREA))
    return Photograph(grey, page.truths, page.settings)


def _frame() -> Iterator[Row]:
    recognizer = load_recognizer()
    frames = [frame(seed) for seed in range(1000, 1000 + 2 * FRAMES)]
    full = [one.grey for one in frames if len(one.truths) == FRAME_DIGITS][:FRAMES]
    measured = [_frame_times(grey, recognizer) for grey in full]
    passed, own, reference = zip(*measured, strict=True)
    note = f"{len(full)} frames, {in_words(min(passed))} to {in_words(max(passed))}"
    row = beside(FRAME_TIME, own, "OpenCV labelling it", reference, MOST_FRAME, note)
    yield replace(row, seconds=statistics.median(passed))


def _frame_times(grey: np.ndarray, recognizer: Recognizer) -> tuple[float, float, float]:
    """Read one frame READINGS times, by turns with the reference.

    Return medians in seconds: what passes, what the processor works, and what it works for the
    reference. The latter two make the ratio: a frame takes so long that other programs get
    the processor in between, the reference does not, and a busy machine would count for one alone.
    """
    label = separated(grey)
    times = []
    for _ in range(READINGS):
        start, before = time.perf_counter(), time.process_time()
        reading: PageReading = read_page(grey, recognizer)
        passed, between = time.perf_counter() - start, time.process_time()
        assert reading.lines
        label()
        times.append((passed, between - before, time.process_time() - between))
    passed, own, reference = (statistics.median(column) for column in zip(*times, strict=True))
    return passed, own, reference


MEASUREMENTS = (
    Measurement((PLAIN, FALSE, TOUCHING, SCENES), _composed, timed=False),
    Measurement((FRAME_TIME,), _frame),
)


def main() -> int:
    numbers = [int(number) for number in sys.argv[1:3]]
    seeds = range(*numbers) if len(numbers) == 2 else SEEDS
    for row in (*_composed(seeds), *_frame()):
        assert not math.isnan(row.figure)
        verdict = "holds" if row.holds else "SHORT"
        print(
            f"{row.what:<40}{row.figure:8.3g} {row.unit:<3} {row.most:6.3g}  {verdict}  {row.note}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
