"""Evaluation of a network from Python."""

from __future__ import annotations

import os

from lenet_gui.api.named_network import NamedNetwork
from lenet_gui.common.values import Evaluation
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.recognition.evaluation import evaluate as evaluate_recognizer


def evaluate(
    network: NamedNetwork, data: Dataset | str | os.PathLike[str] = "mnist-test"
) -> Evaluation:
    """Measure the errors of a network on labelled data.

    data: a data set, or what ``load_dataset`` reads. Labels that are no class of the network count
    as non-digits. Raises BadInput if the data cannot be read.
    """
    dataset = data if isinstance(data, Dataset) else load_dataset(os.fspath(data))
    return evaluate_recognizer(network.recognizer, dataset)
