"""Drawings as other hands and pens would have made them.

A stroke set has a few hundred writers; the next person writes like none of them. What people
differ in is varied here in the strokes themselves, before they are inked, so that the width of
the line does not change with the slant or the aspect of the digit.
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

THINNEST, THICKEST = 0.045, 0.2  # width of the pen as a part of the digit's longer side
APART = 0.012  # between two points that are kept
STRETCH, TURN = 0.11, 0.07  # how unlike the movements of two hands are: logarithm, radians
MENDED = 0.6  # of what its ends would have moved apart by that
FITTED = 0.65  # of the page: the longer side of the digit


def augmented_drawing(
    lines: Sequence[FloatArray], generator: Generator, label: str = ""
) -> Drawing:
    """A variation of a drawing on the page, written with some pen.

    lines: the points of each stroke, float (points, 2), any units. label: the class; some digits
    have forms that few writers use, and a label that is known gets them now and then.
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
    fitted = fit_to_page(lines, 1.0)
    return [
        line[thin_points(line, APART * PAGE_SIDE)].astype(np.float64) / PAGE_SIDE - 0.5
        for line in fitted
    ]


def _some(generator: Generator, chance: float) -> bool:
    return bool(generator.random() < chance)


# ---- what hands differ in


def _sheared(lines: list[Line], generator: Generator) -> list[Line]:
    """Slant, rotation and aspect of the whole."""
    angle = math.radians(float(np.clip(generator.normal(0, 5), -15, 15)))
    slant = float(np.clip(generator.normal(0, 0.14), -0.4, 0.4))
    aspect = math.exp(float(np.clip(generator.normal(0, 0.13), -0.35, 0.35)))
    cos, sin = math.cos(angle), math.sin(angle)
    matrix = np.array([[cos, -sin], [sin, cos]]) @ np.array([[aspect, -slant], [0, 1 / aspect]])
    return [line @ matrix.T for line in lines]


def _bent(lines: list[Line], generator: Generator) -> list[Line]:
    """Every place moves a little, neighbours alike: a sum of a few long waves."""
    waves = generator.normal(0, 1, (4, 2)) * 3.0
    phases = generator.uniform(0, 2 * math.pi, 4)
    amounts = generator.normal(0, 0.02, (4, 2))
    return [line + np.sin(line @ waves.T + phases) @ amounts for line in lines]


def _of_another_hand(line: Line, generator: Generator) -> Line:
    """The same movements along the stroke, some longer and some shorter, turned a little to and
    fro: loops become wide or narrow, where a bend of the whole would leave them alike."""
    if len(line) < 6:
        return line
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
    path -= MENDED * np.concatenate([[0.0], along])[:, None] * drift
    shift: Line = _middle(line) - _middle(path)
    return path + shift


def _waves(along: FloatArray, amount: float, generator: Generator) -> FloatArray:
    """A slow function of the way along a stroke, 0..1: three waves, the longer the larger."""
    numbers = np.arange(1, 4)[:, None]
    sizes = generator.normal(0, amount, (3, 1)) / np.sqrt(numbers)
    phases = generator.uniform(0, 2 * math.pi, (3, 1))
    pace = math.pi * numbers * generator.uniform(0.6, 1.4)
    waves: FloatArray = (sizes * np.sin(pace * along + phases)).sum(axis=0)
    return waves


def _middle(line: Line) -> Line:
    """Of what is around it."""
    middle: Line = (line.min(axis=0) + line.max(axis=0)) / 2
    return middle


def _moved_apart(lines: list[Line], generator: Generator) -> list[Line]:
    """Strokes that do not quite meet where they should."""
    if len(lines) < 2:
        return lines
    moved = []
    for line in lines:
        middle = _middle(line)
        angle = math.radians(generator.normal(0, 4))
        size = math.exp(generator.normal(0, 0.06))
        cos, sin = size * math.cos(angle), size * math.sin(angle)
        turned = (line - middle) @ np.array([[cos, sin], [-sin, cos]])
        moved.append(turned + middle + generator.normal(0, 0.025, 2))
    return moved


def _smoothed(line: Line, generator: Generator) -> Line:
    """Fast writers round their corners; slow ones tremble."""
    if len(line) < 5:
        return line
    if _some(generator, 0.3):
        reach = int(generator.integers(1, 4))
        padded = np.concatenate([line[:1].repeat(reach, 0), line, line[-1:].repeat(reach, 0)])
        sums = np.cumsum(np.concatenate([np.zeros((1, 2)), padded]), axis=0)
        mean = (sums[2 * reach + 1 :] - sums[: -2 * reach - 1]) / (2 * reach + 1)
        mean[0], mean[-1] = line[0], line[-1]
        line = mean
    if _some(generator, 0.15):
        line = line + generator.normal(0, 0.006, line.shape)
    return line


def _going_on(line: Line, generator: Generator) -> Line:
    """A stroke that begins earlier or ends later, bent on as it was: a 3 or a 5 that curls in, a 0
    that overlaps itself."""
    if len(line) < 8:
        return line
    if _some(generator, 0.25):
        line = _longer(line, generator)
    if _some(generator, 0.2):
        line = _longer(line[::-1], generator)[::-1]
    return line


def _longer(line: Line, generator: Generator) -> Line:
    """With more at its end, which goes on bending like the last fifth."""
    steps = np.diff(line[-max(6, len(line) // 5) :], axis=0)
    angles = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
    before = max(float(np.hypot(*steps.T).sum()), APART)
    bend = float(np.clip((angles[-1] - angles[0]) / before, -12, 12)) * generator.uniform(0.6, 1.5)
    length = generator.uniform(0.05, 0.35)
    count = max(3, int(length / APART / 2))
    heading = angles[-1] + bend * length / count * np.arange(1, count + 1)
    on = np.cumsum(np.stack([np.cos(heading), np.sin(heading)], axis=1), axis=0)
    return np.concatenate([line, line[-1] + on * length / count])


def _with_other_ends(line: Line, generator: Generator) -> Line:
    """A stroke begun late or ended early, or with a hook where the pen came down or left."""
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
    """A few points that lead to ``end``."""
    length = generator.uniform(0.03, 0.12)
    angle = generator.uniform(0, 2 * math.pi)
    along = np.linspace(1, 0.2, 4)[:, None]
    hook: Line = end + along * length * np.array([math.cos(angle), math.sin(angle)])
    return hook


# ---- forms that few writers use


def _up_stroke(lines: list[Line], generator: Generator) -> list[Line]:
    """A 1 that begins with a line up to its top."""
    if len(lines) != 1 or not _some(generator, 0.25):
        return lines
    line = lines[0] if lines[0][0, 1] < lines[0][-1, 1] else lines[0][::-1]
    if np.ptp(line[:, 0]) > 0.25:
        return lines  # it has one, or is no plain bar
    length, angle = generator.uniform(0.15, 0.75), math.radians(generator.uniform(20, 55))
    foot = line[0] + length * np.array([-math.sin(angle), math.cos(angle)])
    along = np.linspace(0, 1, max(3, int(length / APART / 3)))[:, None]
    return [np.concatenate([foot + along * (line[0] - foot), line])]


def _foot(lines: list[Line], generator: Generator) -> list[Line]:
    """A 1 that stands on a line."""
    if len(lines) > 2 or not _some(generator, 0.12):
        return lines
    every = np.concatenate(lines)
    lowest = every[every[:, 1].argmax()]
    half = generator.uniform(0.12, 0.3)
    return [*lines, _bar(lowest, half, generator)]


def _crossed(lines: list[Line], generator: Generator) -> list[Line]:
    """A 7 with a bar through its stem."""
    if len(lines) != 1 or not _some(generator, 0.3):
        return lines
    line = lines[0]
    height = generator.uniform(-0.12, 0.12)
    low = np.flatnonzero(line[:, 1] > height)
    if not len(low) or low[0] == 0:
        return lines
    return [line, _bar(line[low[0]], generator.uniform(0.12, 0.3), generator)]


def _slashed(lines: list[Line], generator: Generator) -> list[Line]:
    """A 0 with a line through it."""
    if len(lines) != 1 or not _some(generator, 0.12):
        return lines
    low, high = lines[0].min(axis=0), lines[0].max(axis=0)
    reach = generator.uniform(-0.1, 0.12)
    start = np.array([high[0] + reach * 0.7, low[1] - reach])
    end = np.array([low[0] - reach * 0.7, high[1] + reach])
    return [lines[0], start + np.linspace(0, 1, 12)[:, None] * (end - start)]


def _curled(lines: list[Line], generator: Generator) -> list[Line]:
    """A 9 whose tail ends in a hook to the left."""
    last = lines[-1]
    if not _some(generator, 0.15) or len(last) < 6 or last[-1, 1] < 0.25:
        return lines
    radius = generator.uniform(0.08, 0.2)
    turn = np.linspace(0, math.radians(generator.uniform(90, 170)), 8)[1:, None]
    arc = last[-1] + radius * np.concatenate([np.cos(turn) - 1, np.sin(turn)], axis=1)
    return [*lines[:-1], np.concatenate([last, arc])]


def _bar(middle: FloatArray, half: float, generator: Generator) -> Line:
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


# ---- what pens differ in


def _inked(lines: list[Line], generator: Generator) -> tuple[Stroke, ...]:
    part = math.exp(generator.uniform(math.log(THINNEST), math.log(THICKEST)))
    if _some(generator, 0.4):
        part = math.exp(generator.normal(math.log(0.1), 0.15))  # the pen that people begin with
    fitted = fit_to_page(lines, FITTED)
    width = part * FITTED * PAGE_SIDE
    even = _some(generator, 0.5)
    strokes = []
    for line in fitted:
        pressures = None if even else _pressures(len(line), generator)
        strokes.append(make_stroke(line, width, pressures))
    return tuple(strokes)


def _pressures(count: int, generator: Generator) -> FloatArray:
    """0..1 along a stroke: a slow wave, and ends that are often light."""
    along = np.linspace(0, 1, count)
    wave = np.sin(generator.uniform(1, 6) * along + generator.uniform(0, 6))
    pressures = 1 - generator.uniform(0, 0.35) * (1 + wave)
    for place in (along, 1 - along):
        if _some(generator, 0.4):
            pressures = pressures * np.minimum(1, 0.1 + place / generator.uniform(0.05, 0.3))
    clipped: FloatArray = np.clip(pressures, 0, 1).astype(np.float32)
    return clipped
