"""What the worker shows beside the steps: first weights, digits to distort."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from lenet_gui.engine.architectures import architecture
from lenet_gui.engine.checkpoint import read_checkpoint
from lenet_gui.engine.datasets import Dataset, load_dataset
from lenet_gui.engine.files import read_limited
from lenet_gui.engine.initialization import first_weights
from lenet_gui.engine.normalization import FIELD
from lenet_gui.protocol import Frame, garbled
from lenet_gui.trainer.saved_training import MAX_FILE, SavedTraining
from lenet_gui.training_values import Distortions, TrainingConfig, distortions_from_json
from lenet_gui.values import BadInput, ByteArray, FloatArray

MOST_PREVIEWS = 100


def test_data(config: TrainingConfig) -> Dataset | None:
    """What the result is judged on; None if there is nothing."""
    if config.test:
        return load_dataset(config.test)
    return load_dataset("mnist-test") if config.data in (("mnist",), ("mnist-train",)) else None


def begins_with(
    config: TrainingConfig, class_names: tuple[str, ...], last: Path | None
) -> Mapping[str, FloatArray]:
    """The weights before the first step. last: the checkpoint that is gone on from, if any."""
    if last is not None and last.is_file():
        return read_checkpoint(last).weights
    if config.start:
        return read_checkpoint(Path(config.start)).weights
    return first_weights(
        architecture(config.architecture).for_classes(len(class_names)), config.seed
    )


def saved_config(output: Path) -> TrainingConfig:
    """The choices of the unfinished training. Raises BadInput if it cannot go on."""
    state = SavedTraining(output).state
    data = read_limited(state, MAX_FILE)
    length = int.from_bytes(data[:8], "little")
    try:
        return TrainingConfig.from_json(
            json.loads(json.loads(data[8 : 8 + length])["__metadata__"]["config"])
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BadInput("{file} is damaged: this training cannot go on.", file=state.name) from None


def previewed(frame: Frame) -> Frame:
    """Digits of a source as they are, uint8 (n, 28, 28), and distorted, uint8 (n, 32, 32)."""
    source, seed, count = (frame.values.get(name) for name in ("source", "seed", "count"))
    if not (isinstance(source, str) and type(seed) is int and type(count) is int):
        raise garbled()
    ranges = distortions_from_json(frame.values.get("distortions"))
    digits = varied(load_dataset(source), min(max(count, 1), MOST_PREVIEWS))
    arrays = {"digits": digits, "distorted": distorted(digits, ranges, seed)}
    return Frame("previewed", {"source": source, "seed": seed}, arrays)


def varied(data: Dataset, count: int) -> ByteArray:
    """The same ``count`` digits each time, one class after the other."""
    names = data.class_names()
    labels = data.indices(names)
    chosen = []
    for place in range(min(count, len(data))):
        round_, label = divmod(place, len(names))
        samples = np.flatnonzero(labels == label)
        chosen.append(samples[(37 * round_ + 11 * label) % len(samples)])
    return data.images[np.array(chosen, np.int64)]


def distorted(digits: ByteArray, ranges: Distortions | None, seed: int) -> ByteArray:
    """As the trainer would distort them."""
    import torch

    from lenet_gui.trainer.distortions import distort

    margin = (FIELD - digits.shape[-1]) // 2
    padded = np.pad(digits, ((0, 0), (margin, margin), (margin, margin)))
    if ranges is None:
        return padded
    fields = torch.from_numpy(padded)[:, None].float().div_(255.0)
    with torch.no_grad():
        found = distort(fields, ranges, torch.Generator().manual_seed(seed % (1 << 63)))
    return found[:, 0].mul(255.0).round_().to(torch.uint8).numpy()
