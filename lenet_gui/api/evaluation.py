"""Evaluation of a network from Python."""

from __future__ import annotations

import os

from lenet_gui.api.data import load_dataset
from lenet_gui.api.named_network import NamedNetwork
from lenet_gui.common.bad_input import BadInput, no_such
from lenet_gui.common.values import DataPart, Evaluation
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.source_names import source_name
from lenet_gui.engine.ink.normalization import DIGIT_SIDE
from lenet_gui.engine.recognition.evaluation import evaluate as evaluate_recognizer
from lenet_gui.engine.recognition.evaluation_data import own_part, recorded_names

OWN_PARTS: tuple[DataPart, ...] = ("test", "validation", "training")


def evaluate(
    network: NamedNetwork,
    data: Dataset | str | os.PathLike[str] | None = None,
    part: DataPart = "test",
) -> Evaluation:
    """Measure the errors of a network on labelled data.

    data: what ``load_dataset`` reads, or a data set that was read for this network. None: a part of
    the data that the network was trained on, as its training split that: "test", of which it has
    learned nothing, "validation" or "training". Files are looked for by name in the working folder.
    Labels that are no class of the network count as non-digits.

    Raises BadInput if the data cannot be found or read, or was read for another kind of network.
    """
    recognizer = network.recognizer
    if data is None:
        return evaluate_recognizer(recognizer, _own_part(network, part), part)
    dataset = data if isinstance(data, Dataset) else load_dataset(data, network)
    wanted = network.architecture.picture_shape or (DIGIT_SIDE, DIGIT_SIDE)
    if dataset.images.shape[1:] != wanted:
        raise BadInput(
            "{data} has pictures of {its}; {name} reads {wanted}. Read the data for this network.",
            data=dataset.name,
            its=" x ".join(map(str, dataset.images.shape[1:])),
            name=network.name,
            wanted=" x ".join(map(str, wanted)),
        )
    return evaluate_recognizer(recognizer, dataset)


def _own_part(network: NamedNetwork, part: DataPart) -> Dataset:
    """Return a part of the data of a network's training. Raises BadInput if there is none."""
    if part not in OWN_PARTS:
        raise no_such("part", str(part), OWN_PARTS)
    checkpoint = network.checkpoint
    here = [name for name in recorded_names(checkpoint) if source_name(name).path.exists()]
    return own_part(checkpoint, part, [*here, *network.sources])
