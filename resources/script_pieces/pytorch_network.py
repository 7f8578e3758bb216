"""How an exported PyTorch network reads pictures, and where its weights come from."""

from __future__ import annotations

import sys

import numpy as np
import torch
from PIL import Image
from torch import Tensor


def to_input(image: Image.Image | np.ndarray) -> Tensor:
    """Return the input for one picture, float32 (1, channels, rows, columns)."""
    return torch.from_numpy(pixels_of(image)).permute(2, 0, 1)[None]


def trained_weights() -> dict[str, Tensor]:
    """Return the trained weights as load_state_dict takes them."""
    return {name: torch.from_numpy(values) for name, values in embedded_arrays().items()}


def trained_network() -> LeNet:
    """Return the network with its trained weights, ready to read pictures."""
    model = LeNet()
    model.load_state_dict(trained_weights())
    return model.eval()
