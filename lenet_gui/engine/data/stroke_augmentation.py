"""Stroke augmentation: drawings as other hands and pens would have made them.

A stroke set has a few hundred writers; the next person writes like none of them. The strokes
themselves are changed before they are inked, so that the width of the line does not change with
the slant or the aspect of the digit.

All numbers are hand-set: none was fitted, and none was varied by itself. What was measured are
whole kinds of change, with and without them (resources/checkpoints/README.md, "What was tried
for pens"): ``_of_another_hand`` and ``_going_on`` together take the errors on other writers from
2.22 to 1.98 %. The shipped networks learned with these numbers, so another number is another
training. Lengths are fractions of the digit's longer side unless a comment says otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.random import Generator

from lenet_gui.common.values import Drawing, FloatArray, Stroke
from lenet_gui.engine.ink.rasterizer import PAGE_SIDE, fit_to_page, make_stroke, thin_points

Line: TypeAlias = FloatArray
"""float (points, 2), x to the right and y downward, the digit's longer side about 1."""

# A fine ball pen to a marker, evenly in the logarithm.
THINNEST_PEN, THICKEST_PEN = 0.045, 0.2  # width of the pen
# The canvas begins with a pen of 36 of 560 page units: a tenth of a digit of FITTED.
USUAL_PEN, USUAL_PEN_SPREAD = 0.1, 0.15  # the spread is of the logarithm
USUAL_PEN_CHANCE = 0.4
FITTED = 0.65  # of the page's side: the longer side of the digit
POINT_DISTANCE = 0.012  # between two points that are kept; a finer path only costs time

# Of the whole drawing: standard deviation, and limit.
TILT, MOST_TILT = 5, 15  # degrees
SLANT, MOST_SLANT = 0.14, 0.4  # shift to the side for each unit of height
ASPECT, MOST_ASPECT = 0.13, 0.35  # logarithm: wider by it, and lower by it
BEND = 0.02  # how far a place moves with each of the long waves
WAVES, WAVE_NUMBER = 4, 3.0  # at 3 radians a digit's side a wave is twice as long as the digit

# Of each stroke.
STRETCH, TURN = 0.11, 0.07  # of its movements: logarithm of their length, radians
DRIFT_MENDED = 0.6  # fraction of the distance that stretching moved the ends apart
OFF_TILT, OFF_SIZE, OFF_PLACE = 4, 0.06, 0.025  # beside other strokes: degrees, logarithm, length
TREMBLE = 0.006  # half of the distance between two points
MOST_BEND = 12  # radians for each unit of length: a full turn in half of the digit


def augmented_drawing(
    lines: Sequence[FloatArray], generator: Generator, label: str = ""
) -> Drawing:
    """Return a changed copy of a drawing, fitted into the page and inked with a random pen.

    lines: the points of each stroke, float (points, 2), any units. label: the class name. A few
    digits have forms that few writers use, and a digit with such a label gets them now and then.
    """
    varied = _unit(lines)
    for form in _FORMS.get(label, ()):
        varied = form(varied, generator)
    varied = [_of_another_hand(line, generator) for line in varied]
    varied = [_going_on(line, generator) for line in varied]
    varied = [_smoothed(line, generator) for line in varied]
    varied = [_with_other_ends(line, generator) for line in varied]
    varied = _moved_apart(varied, generator)
    varied = _bent(_sheared(varied, generator), generator)
    return Drawing(_inked(varied, generator))


def _unit(lines: Sequence[FloatArray]) -> list[Line]:
    """Return the strokes around the origin, the longer side of the drawing about 1."""
    fitted = fit_to_page(lines, 1.0)
    return [
        line[thin_points(line, POINT_DISTANCE * PAGE_SIDE)].astype(np.float64) / PAGE_SIDE - 0.5
        for line in fitted
    ]


def _some(generator: Generator, chance: float) -> bool:
    return bool(generator.random() < chance)


# ---- hands


def _sheared(lines: list[Line], generator: Generator) -> list[Line]:
    """Change slant, tilt and aspect of the whole drawing."""
    angle = math.radians(float(np.clip(generator.normal(0, TILT), -MOST_TILT, MOST_TILT)))
    slant = float(np.clip(generator.normal(0, SLANT), -MOST_SLANT, MOST_SLANT))
    aspect = math.exp(float(np.clip(generator.normal(0, ASPECT), -MOST_ASPECT, MOST_ASPECT)))
    cos, sin = math.cos(angle), math.sin(angle)
    matrix = np.array([[cos, -sin], [sin, cos]]) @ np.array([[aspect, -slant], [0, 1 / aspect]])
    return [line @ matrix.T for line in lines]


def _bent(lines: list[Line], generator: Generator) -> list[Line]:
    """Move every place a little, neighbours alike, by a sum of a few long waves."""
    waves = generator.normal(0, 1, (WAVES, 2)) * WAVE_NUMBER
    phases = generator.uniform(0, 2 * math.pi, WAVES)
    amounts = generator.normal(0, BEND, (WAVES, 2))
    return [line + np.sin(line @ waves.T + phases) @ amounts for line in lines]


def _of_another_hand(line: Line, generator: Generator) -> Line:
    """Make the movements along a stroke longer and shorter, and turn them a little to and fro.

    Loops become wide or narrow one by one, where a bend of the whole would leave them alike.
    """
    if len(line) < 6:
        return line  # a dot or a short tick has no movements to change
    steps = np.diff(line, axis=0)
    along = np.cumsum(np.hypot(*steps.T))
    along = along / max(float(along[-1]), 1e-9)
    longer = np.exp(_waves(along, STRETCH, generator))
    turn = _waves(along, TURN, generator)
    cos, sin = longer * np.cos(turn), longer * np.sin(turn)
    x, y = steps.T
    moved = np.cumsum(np.stack([cos * x - sin * y, sin * x + cos * y], axis=1), axis=0)
    path = np.concatenate([np.zeros((1, 2)), moved])
    drift = path[-1] - (line[-1] - line[0])
    path -= DRIFT_MENDED * np.concatenate([[0.0], along])[:, None] * drift
    shift: Line = _middle(line) - _middle(path)
    return path + shift


def _waves(along: FloatArray, amount: float, generator: Generator) -> FloatArray:
    """Return a slow random function of the way along a stroke: three waves, the longer the larger.

    along: (points,), 0..1. amount: the standard deviation of the longest wave's height.
    """
    numbers = np.arange(1, 4)[:, None]
    sizes = generator.normal(0, amount, (3, 1)) / np.sqrt(numbers)
    phases = generator.uniform(0, 2 * math.pi, (3, 1))
    pace = math.pi * numbers * generator.uniform(0.6, 1.4)  # the first is about half a wave
    waves: FloatArray = (sizes * np.sin(pace * along + phases)).sum(axis=0)
    return waves


def _middle(line: Line) -> Line:
    """Return the middle, (2,), of the box around a stroke."""
    middle: Line = (line.min(axis=0) + line.max(axis=0)) / 2
    return middle


def _moved_apart(lines: list[Line], generator: Generator) -> list[Line]:
    """Shift, turn and scale each stroke, so that strokes do not quite meet where they should."""
    if len(lines) < 2:
        return lines
    moved = []
    for line in lines:
        middle = _middle(line)
        angle = math.radians(generator.normal(0, OFF_TILT))
        size = math.exp(generator.normal(0, OFF_SIZE))
        cos, sin = size * math.cos(angle), size * math.sin(angle)
        turned = (line - middle) @ np.array([[cos, sin], [-sin, cos]])
        moved.append(turned + middle + generator.normal(0, OFF_PLACE, 2))
    return moved


def _smoothed(line: Line, generator: Generator) -> Line:
    """Round the corners of a stroke, as fast writers do, or let it tremble, as slow ones do."""
    if len(line) < 5:
        return line
    if _some(generator, 0.3):
        reach = int(generator.integers(1, 4))  # points to each side
        padded = np.concatenate([line[:1].repeat(reach, 0), line, line[-1:].repeat(reach, 0)])
        sums = np.cumsum(np.concatenate([np.zeros((1, 2)), padded]), axis=0)
        mean = (sums[2 * reach + 1 :] - sums[: -2 * reach - 1]) / (2 * reach + 1)
        mean[0], mean[-1] = line[0], line[-1]
        line = mean
    if _some(generator, 0.15):
        line = line + generator.normal(0, TREMBLE, line.shape)
    return line


def _going_on(line: Line, generator: Generator) -> Line:
    """Let a stroke begin earlier or end later, along its own bend.

    A 3 or a 5 then curls in, and a 0 overlaps itself.
    """
    if len(line) < 8:
        return line
    if _some(generator, 0.25):
        line = _longer(line, generator)
    if _some(generator, 0.2):
        line = _longer(line[::-1], generator)[::-1]
    return line


def _longer(line: Line, generator: Generator) -> Line:
    """Return the stroke with more at its end, which goes on bending like the last fifth."""
    steps = np.diff(line[-max(6, len(line) // 5) :], axis=0)
    angles = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
    before = max(float(np.hypot(*steps.T).sum()), POINT_DISTANCE)
    bend = float(np.clip((angles[-1] - angles[0]) / before, -MOST_BEND, MOST_BEND))
    bend *= generator.uniform(0.6, 1.5)
    length = generator.uniform(0.05, 0.35)
    count = max(3, int(length / POINT_DISTANCE / 2))
    heading = angles[-1] + bend * length / count * np.arange(1, count + 1)
    on = np.cumsum(np.stack([np.cos(heading), np.sin(heading)], axis=1), axis=0)
    return np.concatenate([line, line[-1] + on * length / count])


def _with_other_ends(line: Line, generator: Generator) -> Line:
    """Begin a stroke late or end it early, or add a hook where the pen came down or left.

    At most a twelfth of its points is left out at each end: more makes another digit.
    """
    if len(line) < 6:
        return line
    if _some(generator, 0.2):
        line = line[int(generator.integers(0, max(1, len(line) // 12) + 1)) :]
    if _some(generator, 0.2):
        line = line[: len(line) - int(generator.integers(0, max(1, len(line) // 12) + 1))]
    if _some(generator, 0.15):
        line = np.concatenate([_hook(line[0], generator), line])
    if _some(generator, 0.15):
        line = np.concatenate([line, _hook(line[-1], generator)[::-1]])
    return line


def _hook(end: FloatArray, generator: Generator) -> Line:
    """Return a few points that lead to ``end`` from any direction."""
    length = generator.uniform(0.03, 0.12)
    angle = generator.uniform(0, 2 * math.pi)
    along = np.linspace(1, 0.2, 4)[:, None]
    hook: Line = end + along * length * np.array([math.cos(angle), math.sin(angle)])
    return hook


# ---- forms that few writers use; chances and sizes are hand-set


def _up_stroke(lines: list[Line], generator: Generator) -> list[Line]:
    """Give a 1 that is a plain bar a line that leads up to its top."""
    if len(lines) != 1 or not _some(generator, 0.25):
        return lines
    line = lines[0] if lines[0][0, 1] < lines[0][-1, 1] else lines[0][::-1]
    if np.ptp(line[:, 0]) > 0.25:
        return lines  # it has such a line, or is no plain bar
    length, angle = generator.uniform(0.15, 0.75), math.radians(generator.uniform(20, 55))
    foot = line[0] + length * np.array([-math.sin(angle), math.cos(angle)])
    along = np.linspace(0, 1, max(3, int(length / POINT_DISTANCE / 3)))[:, None]
    return [np.concatenate([foot + along * (line[0] - foot), line])]


def _foot(lines: list[Line], generator: Generator) -> list[Line]:
    """Set a 1 on a short line."""
    if len(lines) > 2 or not _some(generator, 0.12):
        return lines
    every = np.concatenate(lines)
    lowest = every[every[:, 1].argmax()]
    half = generator.uniform(0.12, 0.3)
    return [*lines, _bar(lowest, half, generator)]


def _crossed(lines: list[Line], generator: Generator) -> list[Line]:
    """Draw a bar through the stem of a 7."""
    if len(lines) != 1 or not _some(generator, 0.3):
        return lines
    line = lines[0]
    height = generator.uniform(-0.12, 0.12)
    low = np.flatnonzero(line[:, 1] > height)
    if not len(low) or low[0] == 0:
        return lines
    return [line, _bar(line[low[0]], generator.uniform(0.12, 0.3), generator)]


def _slashed(lines: list[Line], generator: Generator) -> list[Line]:
    """Draw a line through a 0, from the upper right to the lower left."""
    if len(lines) != 1 or not _some(generator, 0.12):
        return lines
    low, high = lines[0].min(axis=0), lines[0].max(axis=0)
    reach = generator.uniform(-0.1, 0.12)
    start = np.array([high[0] + reach * 0.7, low[1] - reach])
    end = np.array([low[0] - reach * 0.7, high[1] + reach])
    return [lines[0], start + np.linspace(0, 1, 12)[:, None] * (end - start)]


def _curled(lines: list[Line], generator: Generator) -> list[Line]:
    """End the tail of a 9 in a hook to the left."""
    last = lines[-1]
    if not _some(generator, 0.15) or len(last) < 6 or last[-1, 1] < 0.25:
        return lines
    radius = generator.uniform(0.08, 0.2)
    turn = np.linspace(0, math.radians(generator.uniform(90, 170)), 8)[1:, None]
    arc = last[-1] + radius * np.concatenate([np.cos(turn) - 1, np.sin(turn)], axis=1)
    return [*lines[:-1], np.concatenate([last, arc])]


def _bar(middle: FloatArray, half: float, generator: Generator) -> Line:
    """Return a nearly level line through ``middle``, ``half`` long to each side."""
    tilt = generator.normal(0, 0.15)
    along = np.linspace(-1, 1, 8)[:, None]
    bar: Line = middle + along * half * np.array([1.0, tilt])
    return bar


_Form: TypeAlias = Callable[[list[Line], Generator], list[Line]]
_FORMS: dict[str, tuple[_Form, ...]] = {
    "0": (_slashed,),
    "1": (_up_stroke, _foot),
    "7": (_crossed,),
    "9": (_curled,),
}


# ---- pens


def _inked(lines: list[Line], generator: Generator) -> tuple[Stroke, ...]:
    part = math.exp(generator.uniform(math.log(THINNEST_PEN), math.log(THICKEST_PEN)))
    if _some(generator, USUAL_PEN_CHANCE):
        part = math.exp(generator.normal(math.log(USUAL_PEN), USUAL_PEN_SPREAD))
    fitted = fit_to_page(lines, FITTED)
    width = part * FITTED * PAGE_SIDE
    even = _some(generator, 0.5)
    strokes = []
    for line in fitted:
        pressures = None if even else _pressures(len(line), generator)
        strokes.append(make_stroke(line, width, pressures))
    return tuple(strokes)


def _pressures(count: int, generator: Generator) -> FloatArray:
    """Return float32 (count,), 0..1 along a stroke: a slow wave, and ends that are often light."""
    along = np.linspace(0, 1, count)
    wave = np.sin(generator.uniform(1, 6) * along + generator.uniform(0, 6))
    pressures = 1 - generator.uniform(0, 0.35) * (1 + wave)
    for place in (along, 1 - along):
        if _some(generator, 0.4):
            pressures = pressures * np.minimum(1, 0.1 + place / generator.uniform(0.05, 0.3))
    clipped: FloatArray = np.clip(pressures, 0, 1).astype(np.float32)
    return clipped
