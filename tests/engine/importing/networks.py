"""Networks as tutorials write them, in plain PyTorch, trained for a few hundred steps."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from lenet_gui.engine.data.datasets import load_dataset

STEPS, BATCH = 200, 64


def digits(part: str, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Float (count, 1, 28, 28) in 0..1, ink bright, and labels."""
    dataset = load_dataset(part)
    images = torch.from_numpy(dataset.images[:count].astype(np.float32) / 255.0)[:, None]
    return images, torch.tensor([int(label) for label in dataset.labels[:count]])


def trained(
    net: nn.Module, prepared: Callable[[torch.Tensor], torch.Tensor], rate: float = 2e-3
) -> nn.Module:
    """Train by Adam on MNIST's first digits; ``prepared`` makes inputs of 0..1."""
    torch.manual_seed(3)
    images, labels = digits("mnist-train", STEPS * BATCH)
    optimizer = torch.optim.Adam(net.parameters(), rate)
    net.train()
    for start in range(0, len(images), BATCH):
        batch = slice(start, start + BATCH)
        loss = functional.cross_entropy(net(prepared(images[batch])), labels[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return net.eval()


def as_they_are(images: torch.Tensor) -> torch.Tensor:
    return images


def padded(images: torch.Tensor) -> torch.Tensor:
    return functional.pad(images, (2, 2, 2, 2))


def in_three_channels(images: torch.Tensor) -> torch.Tensor:
    return padded(images).repeat(1, 3, 1, 1)


def standardized(images: torch.Tensor) -> torch.Tensor:
    return (images - 0.1307) / 0.3081


def dark_ink(images: torch.Tensor) -> torch.Tensor:
    return 1.0 - images


class D2L(nn.Sequential):
    """Sigmoid, padding 2 in the first convolution; numbered names."""

    def __init__(self) -> None:
        super().__init__(
            nn.Conv2d(1, 6, 5, padding=2), nn.Sigmoid(), nn.MaxPool2d(2, 2),
            nn.Conv2d(6, 16, 5), nn.Sigmoid(), nn.MaxPool2d(2, 2), nn.Flatten(),
            nn.Linear(400, 120), nn.Sigmoid(), nn.Linear(120, 84), nn.Sigmoid(), nn.Linear(84, 10),
        )  # fmt: skip
        for layer in self:
            if isinstance(layer, nn.Conv2d | nn.Linear):
                nn.init.xavier_uniform_(layer.weight)


class Colour(nn.Module):
    """ReLU and three channels of 32x32; named layers."""

    def __init__(self, classes: int = 10, side: int = 32) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(3, 6, 5), nn.Conv2d(6, 16, 5)
        self.flat = 16 * ((side - 4) // 2 - 4 >> 1) ** 2
        self.fc1, self.fc2 = nn.Linear(self.flat, 120), nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = functional.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = functional.max_pool2d(torch.relu(self.conv2(x)), 2)
        x = torch.relu(self.fc1(x.view(-1, self.flat)))
        return self.fc3(torch.relu(self.fc2(x)))


class Parts(nn.Module):
    """Two Sequentials whose names sort the wrong way round, normalization, no bias, dropout."""

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(1, 6, 5, padding=2, bias=False), nn.BatchNorm2d(6), nn.ReLU(),
            nn.MaxPool2d(2), nn.Conv2d(6, 16, 5, bias=False), nn.BatchNorm2d(16), nn.ReLU(),
            nn.MaxPool2d(2),
        )  # fmt: skip
        self.classifier = nn.Sequential(
            nn.Dropout(0.2), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(),
            nn.Linear(84, 10),
        )  # fmt: skip

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.classifier(self.features(x).flatten(1))


class Tanh(nn.Module):
    """Average pooling, 32x32, and a convolution in place of the first full layer."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(1, 6, 5), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(),
            nn.AvgPool2d(2), nn.Conv2d(16, 120, 5), nn.Tanh(),
        )  # fmt: skip
        self.full = nn.Sequential(nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.full(self.conv(x).flatten(1))
