"""Labelled pictures from Python: those of a source that the program knows, and own ones."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray

from lenet_gui.api.named_network import NamedNetwork
from lenet_gui.api.pictures import ImageLike, Paper, picture_of
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import is_class_name
from lenet_gui.engine.data.dataset import Dataset, too_many
from lenet_gui.engine.data.datasets import load_dataset as load_source
from lenet_gui.engine.data.pictures_as_seen import MAX_SAMPLES, as_seen


def load_dataset(
    source: str | os.PathLike[str] = "mnist-test", network: NamedNetwork | None = None
) -> Dataset:
    """Read labelled pictures, as a network sees them.

    source: "mnist-train", "mnist-test", or the path of an IDX file of images with its labels
    beside it, of a CSV file, of a folder with one folder of pictures for each class, of an .npz
    file with ``x_train``, ``y_train`` and perhaps ``x_test``, ``y_test``, as Keras' mnist.npz, or
    of a stroke set. After the path, "#" and words say how to read it: "#test" for the test part of
    an .npz file, "#invert" for light ink on dark, "#transpose" and others for turned pictures.

    network: whose ``architecture.sees`` decides: a "picture" is resized to its input, uint8
    (samples, channels, rows, columns); "ink", also without a network, is normalized as MNIST's
    digits are, uint8 (samples, 28, 28), ink 255.

    The images are read-only. Raises BadInput if the source cannot be read.
    """
    shape = None if network is None else network.architecture.picture_shape
    return load_source(os.fspath(source), shape=shape)


def dataset_of(
    images: Sequence[ImageLike] | NDArray[Any],
    labels: Sequence[str | int] | NDArray[Any],
    network: NamedNetwork | None = None,
    paper: Paper | None = None,
) -> Dataset:
    """Make a data set of own pictures, as a network sees them, to evaluate with.

    images: arrays, Pillow images or paths; also an array with a first axis of samples. paper: both
    as ``NamedNetwork.recognize`` takes them. labels: the class name or the digit of each. network:
    as for ``load_dataset``. A training reads files, such as ``numpy.savez("own.npz",
    x_train=images, y_train=labels)`` makes one.

    Raises BadInput if there is not one label for each picture, a label is no class name, or a
    picture cannot be read.
    """
    names = tuple(map(str, labels))
    if len(names) != len(images):
        raise BadInput(
            "There are {labels} labels for {pictures} pictures.",
            labels=len(names),
            pictures=len(images),
        )
    if len(names) > MAX_SAMPLES:
        raise too_many("own", MAX_SAMPLES)
    wrong = next((name for name in names if not is_class_name(name)), None)
    if wrong is not None:
        raise BadInput("The label {label} is no class name.", label=repr(wrong)[:60])
    shape = None if network is None else network.architecture.picture_shape
    sees = "ink" if network is None else network.architecture.sees
    pictures = (picture_of(image, paper, sees) for image in images)
    seen, _ = as_seen(pictures, len(names), None, shape)
    return Dataset("own", seen, names, ("",) * len(names), {})
