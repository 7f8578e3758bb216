"""Distorted digits, a batch at a time on the device: one resampling for all of it.

Planar affine distortions as in the 1998 paper (section III-B), with a little rotation, and a
smooth elastic field. Everything is put into one map of coordinates and resampled once, bicubic:
bilinear resampling softens every digit, and the network then loses on sharp ones.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from lenet_gui.training_values import Distortions

SOFTEST = 0.9  # the largest share of the blur


@dataclass(frozen=True)
class Draws:
    """The random numbers of a batch, drawn on the CPU, so that every device sees the same ones.

    uniform: (batch, 6), -1..1; shifts: (batch, 2, control, control) or None; amounts and chosen:
    (batch, 1, 1, 1), how soft and whether; clean: (batch, 1, 1, 1), whether left alone.
    """

    uniform: Tensor
    shifts: Tensor | None
    amounts: Tensor
    chosen: Tensor
    clean: Tensor

    @staticmethod
    def draw(batch: int, side: int, ranges: Distortions, generator: torch.Generator) -> Draws:
        uniform = torch.rand(batch, 6, generator=generator) * 2 - 1
        shifts = None
        if ranges.elastic > 0:
            points = (batch, 2, ranges.control, ranges.control)
            shifts = torch.randn(points, generator=generator) * (ranges.elastic * 2 / side)
        one = (batch, 1, 1, 1)
        amounts = torch.rand(one, generator=generator) * SOFTEST
        chosen = torch.rand(one, generator=generator) < ranges.soft
        clean = torch.rand(one, generator=generator) < ranges.clean
        return Draws(uniform, shifts, amounts, chosen, clean)

    def part(self, part: slice) -> Draws:
        """Those of some samples."""
        shifts = None if self.shifts is None else self.shifts[part]
        rest = self.amounts[part], self.chosen[part], self.clean[part]
        return Draws(self.uniform[part], shifts, *rest)


def distort(fields: Tensor, ranges: Distortions, generator: torch.Generator) -> Tensor:
    """Distorted copies of float (batch, channels, side, side) in 0..1, the same shape."""
    return distorted(fields, ranges, Draws.draw(len(fields), fields.shape[-1], ranges, generator))


def distorted(fields: Tensor, ranges: Distortions, draws: Draws) -> Tensor:
    """The same with those random numbers."""
    side = fields.shape[-1]
    grid = _affine(_matrices(draws.uniform, ranges, side), side)
    if draws.shifts is not None:
        grid = grid + functional.interpolate(
            draws.shifts, (side, side), mode="bicubic", align_corners=True
        )
    grid = grid.permute(0, 2, 3, 1)
    moved = functional.grid_sample(
        fields, grid.to(fields.device), mode="bicubic", padding_mode="zeros", align_corners=False
    ).clamp_(0.0, 1.0)
    return torch.where(draws.clean.to(fields.device), fields, _softened(moved, draws))


def _softened(fields: Tensor, draws: Draws) -> Tensor:
    """Some of the samples mixed with their 3x3 binomial blur, the peak at 1 again.

    Half of the blur is what enlarging bilinearly and averaging back does.
    """
    line = torch.tensor([0.25, 0.5, 0.25], device=fields.device, dtype=fields.dtype)
    kernel = torch.outer(line, line).expand(fields.shape[1], 1, 3, 3)
    blurred = functional.conv2d(fields, kernel, padding=1, groups=fields.shape[1])
    mixed = torch.lerp(fields, blurred, draws.amounts.to(fields.device))
    peak = mixed.amax(dim=(1, 2, 3), keepdim=True).clamp_min(1e-3)
    return torch.where(draws.chosen.to(fields.device), mixed / peak, fields)


def _affine(matrices: Tensor, side: int) -> Tensor:
    """(batch, 2, side, side): where each pixel looks, x and y. ``functional.affine_grid`` to the
    last bit, but in a fifth of the time: rows and columns are multiplied once each."""
    place = torch.linspace(-1, 1, side) * ((side - 1) / side)
    across = matrices[:, :, 0, None, None] * place
    down = matrices[:, :, 1, None, None] * place[:, None]
    return across + down + matrices[:, :, 2, None, None]


def _matrices(uniform: Tensor, ranges: Distortions, side: int) -> Tensor:
    """(batch, 2, 3): where each pixel of the result looks in the original, in -1..1 units."""
    angle = uniform[:, 0] * math.radians(ranges.rotation)
    size = uniform[:, 1] * ranges.scale
    aspect = uniform[:, 2] * ranges.scale / 2
    across, down = torch.exp(size + aspect), torch.exp(size - aspect)
    shear = uniform[:, 3] * ranges.shear
    cos, sin = torch.cos(angle), torch.sin(angle)
    shift = uniform[:, 4:6] * (ranges.shift * 2 / side)
    first = torch.stack([cos * across, cos * shear * down - sin * down, shift[:, 0]], dim=1)
    second = torch.stack([sin * across, sin * shear * down + cos * down, shift[:, 1]], dim=1)
    return torch.stack([first, second], dim=1)
