"""How fast training is: beside the loop of most tutorials, and from random weights to 1 %."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn
from torch.utils.data import DataLoader
from torch.utils.data import Dataset as TorchDataset

from lenet_gui.common.recipes import best_recipe, for_seconds
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.datasets import mnist
from lenet_gui.engine.recognition.evaluation import evaluate
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.trainer.training import PreparedTraining, train
from tests.benchmarks.measure import ROUNDS, Measurement, Row, beside

NETWORK = "lenet-5-modern"
TUTORIALS = "lenet-5-tanh"  # the network of most tutorials, which both loops train
USUAL_BATCH = 64
STEPS = 40
FASTER = 2.2  # times the images a second of the usual loop
FLOOR = 26  # microseconds an image: the arithmetic alone, in hand-made C++
BUDGET = 20.0  # seconds, chosen on validation digits; EPOCHS take about as long
EPOCHS = 4
USUAL = "training with distortions / the usual loop"
ONE_PERCENT = f"random weights to 1 % test error in {EPOCHS} epochs"
# Epochs of the usual loop: 30 s were allowed where that took 9 s for one (150 us an image).
MOST_EPOCHS = 3.3
MOST_ERROR = 0.01


def _beside_the_usual_loop() -> Iterator[Row]:
    """Ours with the batch of its recipe; with the usual one, and with the network whose pooling
    does more, it is in the note."""
    torch.set_num_threads(1)
    batch = best_recipe(TUTORIALS).learning.batch
    ours = (TUTORIALS, batch), (TUTORIALS, USUAL_BATCH), (NETWORK, batch)
    actions = [usual_step(), *(own_step(name, size) for name, size in ours)]
    sizes = USUAL_BATCH, *(size for _, size in ours)
    usual, own, same, modern = (
        seconds / size * 1e6 for seconds, size in zip(_processor_time(actions), sizes, strict=True)
    )
    note = (
        f"{usual / own:.2f} times the images a second: {own:.0f} us an image in batches of "
        f"{batch}, the usual loop {usual:.0f}, the arithmetic's floor {FLOOR}; in batches of "
        f"{USUAL_BATCH} as there {same:.0f} us, {usual / same:.2f} times; {NETWORK} {modern:.0f} us"
    )
    yield Row(USUAL, own / usual, 1 / FASTER, "x", note)


def _processor_time(actions: list[Callable[[], object]]) -> list[float]:
    """Seconds of the processor for one call of each: the smallest of ROUNDS medians, in turn.

    Both use one thread; what else runs here counts for neither.
    """
    medians: list[list[float]] = [[] for _ in actions]
    for _ in range(ROUNDS):
        for place, action in enumerate(actions):
            times = []
            for _ in range(STEPS):
                before = time.process_time()
                action()
                times.append(time.process_time() - before)
            medians[place].append(statistics.median(times))
    return [min(values) for values in medians]


def _to_one_percent() -> Iterator[Row]:
    """Train as many epochs on any machine, with the recipe of a short budget: seconds of the
    processor beside those of the usual loop for one, measured before and after."""
    torch.set_num_threads(1)
    best = best_recipe(NETWORK)
    learning = for_seconds(best.learning, BUDGET)
    config = replace(best, learning=learning).with_fields(seconds=0.0, epochs=EPOCHS)
    usual = usual_step()
    loops = _processor_time([usual])
    before = time.process_time()
    checkpoint = trained(config)
    seconds = time.process_time() - before
    loops += _processor_time([usual])
    epoch = statistics.mean(loops) * len(mnist("mnist-train")) / USUAL_BATCH
    error = evaluate(Recognizer(NETWORK, checkpoint), mnist("mnist-test")).error_rate
    if error is None:
        raise ValueError("MNIST has labels")
    note = f"test error {error:.2%}"
    row = beside(ONE_PERCENT, [seconds], "one of the usual loop", [epoch], MOST_EPOCHS, note)
    yield row if error <= MOST_ERROR else replace(row, figure=math.inf)


MEASUREMENTS = (
    Measurement((USUAL,), _beside_the_usual_loop),
    Measurement((ONE_PERCENT,), _to_one_percent, timed=False),
)


def trained(config: TrainingConfig) -> Checkpoint:
    steps = train(config)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            checkpoint: Checkpoint = end.value
            return checkpoint


def own_step(network: str, batch: int) -> Callable[[], object]:
    """A step of ours as the best recipe makes it: all distortions, the average."""
    config = best_recipe(network).with_fields(device="cpu", validation=100, batch=batch)
    steps = PreparedTraining(config).steps()

    def step() -> None:
        while next(steps).validating:
            pass

    return step


class _Rotated(TorchDataset[tuple[Tensor, int]]):
    """Digits one by one through PIL, as torchvision's MNIST with RandomRotation(10), ToTensor
    and Normalize does it."""

    def __init__(self, digits: Dataset) -> None:
        self._images = torch.from_numpy(digits.images.copy())
        self._labels = torch.tensor([int(label) for label in digits.labels])

    def __len__(self) -> int:
        return len(self._labels)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        image, label = self._images[index], int(self._labels[index])
        return _normalized(_to_tensor(_turned(Image.fromarray(image.numpy())))), label


def _turned(image: Image.Image) -> Image.Image:
    angle = float(torch.empty(1).uniform_(-10.0, 10.0).item())
    return image.rotate(angle, Image.Resampling.NEAREST, fillcolor=0)


def _to_tensor(image: Image.Image) -> Tensor:
    pixels = torch.from_numpy(np.array(image, np.uint8, copy=True))
    pixels = pixels.view(image.size[1], image.size[0], len(image.getbands()))
    return pixels.permute((2, 0, 1)).contiguous().to(dtype=torch.get_default_dtype()).div(255)


def _normalized(pixels: Tensor) -> Tensor:
    pixels = pixels.clone()
    mean = torch.as_tensor([0.1307], dtype=pixels.dtype, device=pixels.device)
    deviation = torch.as_tensor([0.3081], dtype=pixels.dtype, device=pixels.device)
    if (deviation == 0).any():
        raise ValueError("a deviation of 0")
    return pixels.sub_(mean.view(-1, 1, 1)).div_(deviation.view(-1, 1, 1))


def usual_step() -> Callable[[], object]:
    """The loop of most tutorials: DataLoader, PIL, nn.Sequential, Adam."""
    model = nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.Tanh(), nn.AvgPool2d(2),
        nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84), nn.Tanh(),
        nn.Linear(84, 10),
    )  # fmt: skip
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    loss_of = nn.CrossEntropyLoss()
    loader = DataLoader(_Rotated(mnist("mnist-train")), USUAL_BATCH, shuffle=True, num_workers=0)
    batches = iter(loader)

    def step() -> None:
        inputs, labels = next(batches)
        optimizer.zero_grad()
        loss = loss_of(model(inputs), labels)
        loss.backward()
        optimizer.step()

    return step
