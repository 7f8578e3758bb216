"""The data that a network is tested on: any source, or a part of what it was trained on.

A checkpoint names the data of its training without folders, so it has to be found again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.recipes import recorded_recipe
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import Checkpoint, DataPart
from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.datasets import MNIST_PARTS, load_dataset
from lenet_gui.engine.data.formats.idx import ReadingProgress
from lenet_gui.engine.data.source_names import source_name
from lenet_gui.engine.data.train_test_splits import load_parts

NAMES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class EvaluationData:
    """Data to test a network on.

    source: a data source, as ``load_dataset`` takes it; empty for ``part`` of the network's own.
    of: the place of the network whose own part is meant, where several are tested.
    """

    source: str = ""
    part: DataPart = "test"
    of: int = 0


def recorded_config(checkpoint: Checkpoint) -> TrainingConfig:
    """Return how a network was trained. Raises BadInput if its file does not say on which data."""
    said = checkpoint.training.get("config")
    if isinstance(said, dict) and {"data", "validation", "seed"} <= said.keys():
        config = recorded_recipe(checkpoint)
        if list(config.data.sources) == said["data"]:
            return config
    raise BadInput(
        "The file of this network does not say which data it was trained on. Name the data to test "
        "it on."
    )


def missing_data(checkpoint: Checkpoint, known: Sequence[str]) -> tuple[str, ...]:
    """Return the names of what a network's own parts need and ``known`` does not have.

    known: sources with their folders. No file is looked at. Raises as ``recorded_config``.
    """
    found = {Path(source).name for source in known}
    return tuple(name for name in recorded_names(checkpoint) if name not in found)


def recorded_names(checkpoint: Checkpoint) -> tuple[str, ...]:
    """Return the names of the files and folders that a network's own parts come from.

    Raises as ``recorded_config``.
    """
    data = recorded_config(checkpoint).data
    names = dict.fromkeys(filter(None, (*data.sources, data.test)))
    return tuple(name for name in names if not _is_mnist(name))


def own_part(
    checkpoint: Checkpoint,
    part: DataPart,
    known: Sequence[str] = (),
    progress: ReadingProgress | None = None,
) -> Dataset:
    """Return a part of the data that a network was trained on, as its training split it.

    known: sources with their folders, among which it is looked for by name. A file that has
    changed since gets a remark. Raises BadInput if something is missing or cannot be read.
    """
    config = recorded_config(checkpoint)
    if missing := missing_data(checkpoint, known):
        raise BadInput(
            "This network was trained on {names}, which cannot be found. Name the data to test it "
            "on.",
            names=", ".join(missing[:NAMES_SHOWN]),
        )
    hashes = checkpoint.training.get("data")
    recorded = hashes if isinstance(hashes, dict) else {}
    shape = architecture_of(checkpoint).picture_shape
    places = {name: _place(name, known, recorded) for name in recorded_names(checkpoint)}
    data = replace(
        config.data,
        sources=tuple(places.get(name, name) for name in config.data.sources),
        test=places.get(config.data.test, config.data.test),
        held_out=_beside(config.data.held_out, places.values()),
    )
    parts = load_parts(data, config.run.seed, progress, shape)
    found = {"training": parts.training, "validation": parts.validation}.get(part, parts.test)
    changed = [name for name, now in parts.hashes.items() if recorded.get(name, now) != now]
    return replace(found, remarks=tuple(_changed(name) for name in changed))


def _changed(name: str) -> BadInput:
    return BadInput(
        "{file} has changed since the training, so the network may have learned from some of it.",
        file=name,
    )


def _place(name: str, known: Sequence[str], recorded: Mapping[str, object]) -> str:
    """Return the source of that name, the newest if there are several.

    One with the content of the training is preferred.
    """
    alike = [source for source in reversed(known) if Path(source).name == name]
    for source in alike if len(alike) > 1 else ():
        hashes = load_dataset(source).hashes
        if all(recorded.get(file) == value for file, value in hashes.items()):
            return source
    return alike[0]


def _beside(name: str, places: Iterable[str]) -> str:
    """Return the path of the list of writers, which lies beside the data; "" without a list."""
    if not name:
        return ""
    folders = [source_name(place).path.parent for place in places]
    return next((str(folder / name) for folder in folders if (folder / name).exists()), name)


def _is_mnist(source: str) -> bool:
    return source == "mnist" or source in MNIST_PARTS


def evaluation_data(
    checkpoint: Checkpoint,
    chosen: EvaluationData,
    known: Sequence[str] = (),
    progress: ReadingProgress | None = None,
) -> Dataset:
    """Read what was chosen to test a network on, as that network sees it.

    Raises BadInput if that is not possible.
    """
    if chosen.source:
        return load_dataset(chosen.source, progress, architecture_of(checkpoint).picture_shape)
    return own_part(checkpoint, chosen.part, known, progress)
