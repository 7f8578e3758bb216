"""Evaluation of a network from Python."""

from __future__ import annotations

import os

from lenet_gui.api.data import load_dataset
from lenet_gui.api.named_network import NamedNetwork
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Evaluation
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.ink.normalization import DIGIT_SIDE
from lenet_gui.engine.recognition.evaluation import evaluate as evaluate_recognizer


def evaluate(
    network: NamedNetwork, data: Dataset | str | os.PathLike[str] = "mnist-test"
) -> Evaluation:
    """Measure the errors of a network on labelled data.

    data: what ``load_dataset`` reads, or a data set that was read for this network. Labels that
    are no class of the network count as non-digits.

    Raises BadInput if the data cannot be read, or was read for another kind of network.
    """
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
    return evaluate_recognizer(network.recognizer, dataset)
