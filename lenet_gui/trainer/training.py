"""Training as a generator: progress is what it yields, the checkpoint is what it returns."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.func import functional_call

from lenet_gui.engine.architecture import DIGITS, Architecture
from lenet_gui.engine.architectures import architecture
from lenet_gui.engine.datasets import Dataset, load_dataset, split
from lenet_gui.engine.initialization import first_weights
from lenet_gui.engine.recognizer import Recognizer
from lenet_gui.engine.rejection import confidences, rankings, threshold_for
from lenet_gui.trainer.batches import Batches
from lenet_gui.trainer.devices import find_device
from lenet_gui.trainer.distortions import Distortions
from lenet_gui.trainer.losses import cross_entropy, map_loss
from lenet_gui.trainer.modules import LeNet, to_arrays
from lenet_gui.trainer.optimizers import AveragedWeights, make_optimizer, rate_at
from lenet_gui.values import (
    BadInput,
    Checkpoint,
    FloatArray,
    RejectRule,
    TrainingConfig,
    TrainingStep,
)

ACCEPTED_ERROR = 0.001  # of validation digits: the threshold lets one wrong answer in 1,000 pass
_RECENT = 0.98  # memory of the running training error


def train(config: TrainingConfig) -> Generator[TrainingStep, None, Checkpoint]:
    """Train from random weights; closing the generator cancels.

    Raises BadInput for a choice that makes no sense or data that cannot be read.
    """
    check_config(config)
    torch.set_num_threads(config.threads)
    torch.set_flush_denormal(True)  # gradients through exp(-penalty) underflow and cost x4
    parts, hashes = _data(config)
    class_names = _class_names(parts[0])
    network = architecture(config.architecture).for_classes(len(class_names))
    device = find_device(config.device)
    learning, validation = (
        Batches(part, network, class_names, device, config.seed) for part in parts
    )
    if len(learning) < config.batch:
        raise BadInput(
            "There are {count} training samples, fewer than a batch of {batch}.",
            count=len(learning),
            batch=config.batch,
        )
    start = time.process_time()
    weights = yield from _learn(config, network, learning, validation, device)
    training = {
        "config": asdict(config) | {"data": [Path(source).name for source in config.data]},
        "data": hashes,
        "samples": len(learning),
        "validation_samples": len(validation),
        "cpu_seconds": round(time.process_time() - start, 1),
        "torch": torch.__version__,
        "device": str(device),
    }
    checkpoint = Checkpoint(config.architecture, class_names, weights, training=training)
    return replace(checkpoint, rejection=_reject_rule(checkpoint, parts[1], config.j))


def check_config(config: TrainingConfig) -> None:
    """Raise BadInput unless every number lies in its range and the loss suits the outputs."""
    ranges = {
        "epochs": (1, 10_000), "batch": (1, 100_000), "rate": (1e-9, 100.0), "decay": (0.0, 10.0),
        "warmup": (0.0, 0.99), "average": (0.0, 0.999999), "j": (0.0, 1000.0),
        "validation": (1, 10_000_000), "seed": (0, 2**31), "threads": (1, 1024),
    }  # fmt: skip
    for field, (low, high) in ranges.items():
        value = getattr(config, field)
        if not low <= value <= high:
            raise BadInput(
                "{field} must lie between {low} and {high}, not at {value}.",
                field=field, low=low, high=high, value=value,
            )  # fmt: skip
    penalties = architecture(config.architecture).score_kind == "penalty"
    if penalties != (config.loss == "map"):
        raise BadInput(
            "The loss {loss} does not suit {name}: 'map' is for penalties, "
            "'cross-entropy' for probabilities.",
            loss=config.loss,
            name=config.architecture,
        )


def _learn(
    config: TrainingConfig,
    network: Architecture,
    learning: Batches,
    validation: Batches,
    device: torch.device,
) -> Generator[TrainingStep, None, dict[str, FloatArray]]:
    model = LeNet(network, first_weights(network, config.seed)).to(device)
    model.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # as torch says
    parameters = model.named_weights()
    optimizer = make_optimizer(parameters, config)
    average = AveragedWeights(parameters, config.average)
    loss_of = _loss(config)
    ranges = Distortions() if config.distort else None
    per_epoch = len(learning) // config.batch
    steps, step, train_error = per_epoch * config.epochs, 0, 1.0
    start = time.monotonic()
    for epoch in range(config.epochs):
        for inputs, labels in learning.epoch(config.batch, ranges):
            rate = rate_at((step + 1) / steps, config.rate, config.warmup)
            for group in optimizer.param_groups:
                group["lr"] = rate
            outputs = model(inputs)
            loss = loss_of(outputs, labels)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            average.update()
            step += 1
            wrong = _wrong(network, outputs.detach(), labels) / len(labels)
            memory = min(_RECENT, (step - 1) / step)
            train_error = memory * train_error + (1 - memory) * wrong
            last = step % per_epoch == 0
            yield TrainingStep(
                epoch=epoch,
                step=step,
                steps=steps,
                loss=float(loss.detach()),
                rate=rate,
                train_error=train_error,
                seconds=time.monotonic() - start,
                validation_error=_error_rate(model, average, validation) if last else None,
                weights=to_arrays(average.values) if last else None,
            )
    return to_arrays(average.values)


def _loss(config: TrainingConfig) -> Callable[[Tensor, Tensor], Tensor]:
    if config.loss == "map":
        return lambda outputs, labels: map_loss(outputs, labels, config.j)
    return cross_entropy


def _wrong(network: Architecture, outputs: Tensor, labels: Tensor) -> int:
    best = outputs.argmin(1) if network.score_kind == "penalty" else outputs.argmax(1)
    return int((best != labels).sum())


@torch.no_grad()
def _error_rate(model: LeNet, average: AveragedWeights, data: Batches) -> float:
    """Of the averaged weights."""
    values = {f"layers.{name}": tensor for name, tensor in average.values.items()}
    wrong = sum(
        _wrong(model.architecture, functional_call(model, values, (inputs,)), labels)
        for inputs, labels in data.in_order(500)
    )
    return wrong / len(data)


def _data(config: TrainingConfig) -> tuple[tuple[Dataset, Dataset], dict[str, str]]:
    """(learning, validation) of all sources together, and what files they came from."""
    sources = [load_dataset(source) for source in config.data]
    if not sources:
        raise BadInput("Training needs data.")
    total = sum(map(len, sources))
    halves = [
        split(source, max(1, round(config.validation * len(source) / total)), config.seed)
        for source in sources
    ]
    hashes = {name: value for source in sources for name, value in source.hashes.items()}
    return (_joined([half[0] for half in halves]), _joined([half[1] for half in halves])), hashes


def _joined(parts: list[Dataset]) -> Dataset:
    return Dataset(
        " + ".join(part.name for part in parts),
        np.concatenate([part.images for part in parts]),
        tuple(label for part in parts for label in part.labels),
        tuple(group for part in parts for group in part.groups),
        {},
    )


def _class_names(learning: Dataset) -> tuple[str, ...]:
    """Ten digits if all labels are digits, whether or not each occurs; else what occurs."""
    found = learning.class_names()
    return DIGITS if set(found) <= set(DIGITS) else found


def _reject_rule(checkpoint: Checkpoint, validation: Dataset, j: float) -> RejectRule:
    """The threshold that lets ACCEPTED_ERROR of the validation digits pass wrongly."""
    reader = Recognizer("", checkpoint)
    kind = reader.architecture.score_kind
    rule = RejectRule("posterior", 0.0, j) if kind == "penalty" else RejectRule("margin", 0.0)
    scores = reader.scores(validation.images)
    correct = rankings(scores, kind)[:, 0] == validation.indices(checkpoint.class_names)
    threshold, rejected = threshold_for(confidences(scores, kind, rule), correct, ACCEPTED_ERROR)
    chosen = (
        f"at most {ACCEPTED_ERROR:.1%} wrong among accepted validation digits; "
        f"{rejected:.2%} of them are rejected"
    )
    return replace(rule, threshold=threshold, chosen=chosen)
