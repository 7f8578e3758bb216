"""Distorted digits, a batch at a time on the device: one resampling for all of it.

Planar affine distortions as in the 1998 paper (section III-B), with a little rotation, and a
smooth elastic field. Everything is put into one map of coordinates and resampled once, bicubic:
bilinear resampling softens every digit, and the network then loses on sharp ones.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from lenet_gui.training_values import Distortions

SOFTEST = 0.9  # the largest share of the blur


def distort(fields: Tensor, ranges: Distortions, generator: torch.Generator) -> Tensor:
    """Distorted copies of float (batch, channels, side, side) in 0..1, the same shape.

    The random numbers come from ``generator`` on the CPU, so every device sees the same ones.
    """
    batch, _, side, _ = fields.shape
    uniform = torch.rand(batch, 6, generator=generator) * 2 - 1
    matrix = _matrices(uniform, ranges, side)
    grid = functional.affine_grid(matrix, [batch, 1, side, side], align_corners=False)
    if ranges.elastic > 0:
        points = (batch, 2, ranges.control, ranges.control)
        shifts = torch.randn(points, generator=generator) * (ranges.elastic * 2 / side)
        smooth = functional.interpolate(shifts, (side, side), mode="bicubic", align_corners=True)
        grid = grid + smooth.permute(0, 2, 3, 1)
    distorted = functional.grid_sample(
        fields, grid.to(fields.device), mode="bicubic", padding_mode="zeros", align_corners=False
    ).clamp_(0.0, 1.0)
    distorted = _softened(distorted, ranges.soft, generator)
    clean = torch.rand(batch, 1, 1, 1, generator=generator) < ranges.clean
    return torch.where(clean.to(fields.device), fields, distorted)


def _softened(fields: Tensor, part: float, generator: torch.Generator) -> Tensor:
    """Some of the samples mixed with their 3x3 binomial blur, the peak at 1 again.

    Half of the blur is what enlarging bilinearly and averaging back does.
    """
    amounts = torch.rand(len(fields), 1, 1, 1, generator=generator) * SOFTEST
    chosen = torch.rand(len(fields), 1, 1, 1, generator=generator) < part
    line = torch.tensor([0.25, 0.5, 0.25], device=fields.device, dtype=fields.dtype)
    kernel = torch.outer(line, line).expand(fields.shape[1], 1, 3, 3)
    blurred = functional.conv2d(fields, kernel, padding=1, groups=fields.shape[1])
    mixed = torch.lerp(fields, blurred, amounts.to(fields.device))
    peak = mixed.amax(dim=(1, 2, 3), keepdim=True).clamp_min(1e-3)
    return torch.where(chosen.to(fields.device), mixed / peak, fields)


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
