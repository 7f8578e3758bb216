"""Tells on the command line what was left out of data, and how it would be read better."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import replace

from lenet_gui.cli.output import warn
from lenet_gui.common.class_lists import in_order, text_of_class_names
from lenet_gui.common.training_values import TrainingData
from lenet_gui.engine.data.before_training import channels_remark
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.datasets import MNIST_PARTS, load_dataset
from lenet_gui.engine.data.formats.picture_forms import Suggestion
from lenet_gui.engine.data.source_names import source_name
from lenet_gui.engine.data.train_test_splits import matching_test
from lenet_gui.engine.networks.architecture import DIGITS, Architecture
from lenet_gui.engine.networks.shapes import Shape

MOST_LETTERS = 200  # of a list of classes


def tell_of_training(data: TrainingData, architecture: Architecture) -> None:
    """Print the remarks about all data of a training. Raises BadInput if it cannot be read.

    The data stays in memory, so that the training does not read it again.
    """
    tests = [data.test] if data.test else map(matching_test, data.sources)
    sources = dict.fromkeys([*data.sources, *filter(None, tests)])
    tell_of_sources(sources, shape=architecture.picture_shape)
    if union := _union(data, architecture.picture_shape):
        warn(f"lenet-gui: {union}")
    remark = channels_remark(architecture, data.sources)
    if remark is not None:
        warn(f"lenet-gui: {remark}")


def tell_of_sources(
    sources: Iterable[str], non_digits: bool = False, shape: Shape | None = None
) -> None:
    """Print the remarks about data sources; there are none about MNIST.

    non_digits: the data is to be rejected, so that it need not look like MNIST's. shape: as
    ``load_dataset`` takes it. Raises BadInput if a source cannot be read.
    """
    for source in sources:
        if source != "mnist" and source not in MNIST_PARTS:
            dataset = load_dataset(source, shape=shape)
            for line in _lines(source, dataset, None if non_digits else dataset.suggestion):
                warn(f"lenet-gui: {line}")


def _union(data: TrainingData, shape: Shape | None) -> str:
    """Return which classes mixed data has together; empty if each source has all of them."""
    own = [source for source in data.sources if source != "mnist" and source not in MNIST_PARTS]
    every = [load_dataset(source, shape=shape).class_names() for source in own]
    every += [DIGITS] * (len(own) < len(data.sources))
    names = in_order(name for one in every for name in one)
    if data.classes or all(len(one) == len(names) for one in every):
        return ""
    text = text_of_class_names(names)
    shown = text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]} ..."
    return f"the data has {len(names)} classes together: {shown}"


def _lines(source: str, dataset: Dataset, suggestion: Suggestion | None) -> list[str]:
    name = source_name(source).title
    said = [f"{name}: {remark}" for remark in dataset.remarks]
    if suggestion is not None:
        better = shlex.quote(str(replace(source_name(source), form=suggestion.form)))
        if suggestion.right is None:
            told = "the shade of their paper tells that ink and paper are the wrong way round"
        else:
            told = (
                f"a network trained on MNIST then reads {suggestion.right:.0%} of a sample right, "
                f"instead of {suggestion.right_now:.0%}"
            )
        said.append(f"{name}: the pictures may be inverted or turned; name {better}: {told}.")
    return said
