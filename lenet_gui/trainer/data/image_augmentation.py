"""Image augmentation of a batch of digits on the device.

Planar affine distortions as in the 1998 paper (section III-B), with a little rotation, and a smooth
elastic field. All of it becomes one map of coordinates, so that digits are resampled only once, and
bicubic: bilinear resampling blurs every digit, and the network then does worse on sharp ones.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import torch
from torch import Tensor
from torch.nn import functional

from lenet_gui.common.training_values import ImageAugmentation

MAX_BLUR = 0.9  # the largest part of the blurred digit in the mixture


@dataclass(frozen=True)
class Draws:
    """The random numbers of a batch, drawn on the CPU, so that they are the same on every device.

    uniform: (batch, 6), -1..1; shifts: of the control points, (batch, 2, control, control), or
    None. (batch, 1, 1, 1) each: amounts: of blur, 0..MAX_BLUR; chosen: whether blurred; clean:
    whether left as it is.
    """

    uniform: Tensor
    shifts: Tensor | None
    amounts: Tensor
    chosen: Tensor
    clean: Tensor

    @staticmethod
    def draw(batch: int, side: int, ranges: ImageAugmentation, generator: torch.Generator) -> Draws:
        """Draw the numbers for a batch of pictures with ``side`` rows and columns."""
        uniform = torch.rand(batch, 6, generator=generator) * 2 - 1
        shifts = None
        if ranges.elastic > 0:
            points = (batch, 2, ranges.control, ranges.control)
            shifts = torch.randn(points, generator=generator) * (ranges.elastic * 2 / side)
        one = (batch, 1, 1, 1)
        amounts = torch.rand(one, generator=generator) * MAX_BLUR
        chosen = torch.rand(one, generator=generator) < ranges.soft
        clean = torch.rand(one, generator=generator) < ranges.clean
        return Draws(uniform, shifts, amounts, chosen, clean)

    def part(self, part: slice) -> Draws:
        """Return the numbers of some samples of the batch."""
        shifts = None if self.shifts is None else self.shifts[part]
        rest = self.amounts[part], self.chosen[part], self.clean[part]
        return Draws(self.uniform[part], shifts, *rest)


def augment(fields: Tensor, ranges: ImageAugmentation, generator: torch.Generator) -> Tensor:
    """Return augmented copies of float (batch, channels, side, side) in 0..1, in the same shape."""
    return augmented(fields, ranges, Draws.draw(len(fields), fields.shape[-1], ranges, generator))


def augmented(
    fields: Tensor, ranges: ImageAugmentation, draws: Draws, pictures: bool = False
) -> Tensor:
    """Return augmented copies as ``augment`` does, with random numbers already drawn.

    pictures: around the samples there is no paper, but the colours of their edges; and a blurred
    sample keeps its brightness, so that no colour changes.
    """
    side = fields.shape[-1]
    grid = _grid(draws, ranges, side, fields)
    beyond = "border" if pictures else "zeros"
    moved = functional.grid_sample(
        fields, grid, mode="bicubic", padding_mode=beyond, align_corners=False
    ).clamp_(0.0, 1.0)
    if ranges.soft > 0:
        moved = _softened(moved, draws, keep_peak=not pictures)
    return torch.where(draws.clean.to(fields.device), fields, moved)


def _softened(fields: Tensor, draws: Draws, keep_peak: bool) -> Tensor:
    """Return the samples, some of them mixed with their 3x3 binomial blur.

    keep_peak: those are scaled to peak 1, as normalized ink has it. An amount of 0.5 is what
    bilinear enlarging and averaging back does to a picture.
    """
    blur = _binomial(fields.shape[-1], fields.device, fields.dtype)
    chosen = draws.chosen.to(fields.device)
    amounts = draws.amounts.to(fields.device) * chosen
    if not keep_peak:
        blur = blur / blur.sum(1, keepdim=True)  # nothing is beyond the edges
    mixed = torch.lerp(fields, blur @ (fields @ blur.T), amounts)
    if not keep_peak:
        return mixed
    peak = mixed.amax(dim=(1, 2, 3), keepdim=True).clamp_min_(1e-3)
    return mixed.div_(torch.where(chosen, peak, 1.0))


@lru_cache(maxsize=4)
def _binomial(side: int, device: torch.device, dtype: torch.dtype) -> Tensor:
    """Return the (side, side) matrix that blurs a row: 1/4, 1/2 and 1/4 of three neighbours."""
    ones = torch.ones(side, dtype=dtype)
    matrix = ones.diag() / 2 + (ones[1:].diag(1) + ones[1:].diag(-1)) / 4
    return matrix.to(device)


def _grid(draws: Draws, ranges: ImageAugmentation, side: int, like: Tensor) -> Tensor:
    """Return the source (x, y) of each pixel in -1..1, (batch, side, side, 2).

    Affine maps and elastic shifts are weighted sums of fixed fields, so that one matrix product
    gives all of them.
    """
    sums = _matrices(draws.uniform, ranges, side).flatten(0, 1)
    if draws.shifts is not None:
        sums = torch.cat([sums, draws.shifts.flatten(2).flatten(0, 1)], dim=1)
    control = 0 if draws.shifts is None else draws.shifts.shape[-1]
    grid = sums.to(like) @ _summands(side, control, like.device, like.dtype)
    return grid.view(-1, 2, side, side).permute(0, 2, 3, 1)


@lru_cache(maxsize=4)
def _summands(side: int, control: int, device: torch.device, dtype: torch.dtype) -> Tensor:
    """Return x, y, 1 and the bicubic field of each control point, (3 + control², side²)."""
    place = torch.linspace(-1, 1, side) * ((side - 1) / side)
    x, y = place.expand(side, side), place[:, None].expand(side, side)
    fields = [torch.stack([x, y, torch.ones(side, side)])]
    if control:
        points = torch.eye(control**2).view(1, -1, control, control)
        fields += functional.interpolate(points, (side, side), mode="bicubic", align_corners=True)
    return torch.cat(fields).flatten(1).to(device, dtype)


def _matrices(uniform: Tensor, ranges: ImageAugmentation, side: int) -> Tensor:
    """Return the affine maps from the result to the original, (batch, 2, 3), in -1..1 units."""
    angle, size, aspect, shear, *_ = uniform.T
    angle, shear = angle * math.radians(ranges.rotation), shear * ranges.shear
    across = torch.exp((size + aspect / 2) * ranges.scale)
    down = torch.exp((size - aspect / 2) * ranges.scale)
    cos, sin = torch.cos(angle), torch.sin(angle)
    rows = [cos * across, (cos * shear - sin) * down, sin * across, (sin * shear + cos) * down]
    turned = torch.stack(rows, dim=1).view(-1, 2, 2)
    shift = uniform[:, 4:6, None] * (ranges.shift * 2 / side)
    return torch.cat([turned, shift], dim=2)
