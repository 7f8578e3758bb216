"""Networks by name, from Python: what they read, and what every layer answers."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.api.pictures import ImageLike, Paper, picture_of
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import is_class_name
from lenet_gui.common.training_values import (
    FirstWeights,
    LearningConfig,
    TrainingConfig,
    TrainingData,
)
from lenet_gui.common.values import Checkpoint, FloatArray, Reason, Recognition, ScoreKind, Sees
from lenet_gui.engine.checkpoints.checkpoint import (
    CHECKPOINT_SUFFIX,
    checkpoint_of,
    read_checkpoint,
)
from lenet_gui.engine.checkpoints.chosen_architecture import chosen_architecture
from lenet_gui.engine.checkpoints.exports import export_format, export_network
from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK, network_path
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.weight_initialization import initial_weights
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.reject_calibration import with_dial


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The answer of a network to one picture.

    label: the name of the class, or None where the network declines; ``reason`` then says why:
    "blank" (there is no ink) or "unsure" (no class is certain enough).
    ranking: the names of all classes, the likeliest first, also of one that was declined; empty
    for a blank picture.
    scores: class name -> probability, 0..1, or penalty, >= 0, of which the smallest is the best;
    score_kind: which of the two, "probability" or "penalty". Empty for a blank picture.
    confidence: what was compared with the threshold of the network's reject rule; larger is surer.
    activations: layer name ("C1", "S2" ...) -> float32 array, (maps, rows, columns) or (units,),
    after the layer's activation function. Empty for a blank picture.
    """

    label: str | None
    reason: Reason | None
    ranking: tuple[str, ...]
    scores: Mapping[str, float]
    score_kind: ScoreKind
    confidence: float
    activations: Mapping[str, FloatArray]


class NamedNetwork:
    """An architecture with weights, by name: ``load``, ``untrained`` and ``train`` make one.

    recognizer: the part of the program that reads pictures with it, and holds its reject rule. Not
    thread-safe, since calls share the buffers of the layers: load one network for each thread.
    sources: the data that it has just been trained on, with folders; its file has only the names.
    """

    def __init__(self, recognizer: Recognizer, sources: tuple[str, ...] = ()) -> None:
        self.recognizer = recognizer
        self.sources = sources

    @property
    def name(self) -> str:
        """Return the name: the one that was loaded, or that of the file without its ending."""
        return self.recognizer.name

    @property
    def class_names(self) -> tuple[str, ...]:
        """Return the names of the classes, in the order of the outputs."""
        return self.checkpoint.class_names

    @property
    def architecture(self) -> Architecture:
        """Return the layers as data, with the numbers of ``parameters`` and ``connections``."""
        return self.recognizer.architecture

    @property
    def checkpoint(self) -> Checkpoint:
        """Return the weights, the record of the training, and the evaluation."""
        return self.recognizer.checkpoint

    def recognize(self, image: ImageLike, paper: Paper | None = None) -> Answer:
        """Read one picture, as the window reads its page.

        image: the path of an image or of a drawing (.json); a Pillow image; or an array, (rows,
        columns) of greys, or (rows, columns, 3 or 4) of red, green, blue and perhaps opacity. In
        an array, whole numbers are shades from 0, black, to 255, white, and fractions from 0.0 to
        1.0. The size does not matter. For most networks the ink is cut out, resampled to 20x20 and
        centred, as MNIST's digits are; for one that sees pictures (``architecture.sees``) the whole
        is resized to its input, in its colours.

        paper: None finds out what is ink, dark on light or light on dark. "white" or "black"
        takes that for paper and its opposite for the strongest ink. MNIST has black paper.

        Raises BadInput if there is no such file, or the image or the array cannot be read.
        """
        picture = picture_of(image, paper, self.architecture.sees)
        return _answer(self.recognizer.recognize(picture))

    def activations(self, inputs: NDArray[Any]) -> dict[str, FloatArray]:
        """Return what every layer answers to given inputs, by layer name, float32.

        inputs: of the shape ``architecture.input_shape``, (channels, rows, columns), or with a
        batch axis in front; then the activations have one, too. Nothing is normalised: the two
        numbers of ``architecture.input_range`` are the inputs for paper and ink, or for black and
        white in pictures.

        Raises BadInput for another shape, and for what are no numbers.
        """
        try:
            values = np.asarray(inputs, np.float32)
        except (TypeError, ValueError):
            raise BadInput("The inputs of a network are numbers.") from None
        shape = self.architecture.input_shape
        if values.shape[-3:] != shape or values.ndim > 4:
            raise BadInput(
                "The inputs have the shape {shape}; {name} needs {wanted}, or that with a batch "
                "axis in front.",
                shape=str(values.shape), name=self.name, wanted=str(shape),
            )  # fmt: skip
        return self.recognizer.network.activations(values)

    def save(
        self,
        path: str | os.PathLike[str],
        format: str = "safetensors",
        replace: bool = False,
    ) -> None:
        """Write the network to a file, at once or not at all.

        format: "safetensors", the checkpoint that ``load`` and the window open, "onnx", or a
        program: "pytorch" or "keras" with the network and its weights, "script" that repeats the
        training. replace: an existing file may be replaced.

        Raises BadInput if there is no such format or the file cannot be written, and for an
        existing file that may not be replaced.
        """
        export_network(self.name, self.checkpoint, export_format(format), Path(path), replace)


def _answer(recognition: Recognition) -> Answer:
    names = recognition.class_names
    return Answer(
        recognition.label,
        recognition.reason,
        tuple(names[index] for index in recognition.ranking),
        dict(zip(names, recognition.scores.tolist(), strict=False)),  # a blank picture has none
        recognition.score_kind,
        recognition.confidence,
        recognition.activations,
    )


def load(
    network: str | os.PathLike[str] = DEFAULT_NETWORK, accept_errors: float | None = None
) -> NamedNetwork:
    """Load a network: one that comes with the program, one of the library, or a checkpoint file.

    network: a name that ``network_names`` lists, or the path of a file (.safetensors).
    accept_errors: the share of answers that may be wrong, 0..1, as the window's dial sets it; 1
    never declines. None: as the network was calibrated.

    Raises BadInput if there is no such network or file, the file is no checkpoint, or the network
    was not calibrated for ``accept_errors``.
    """
    path = Path(network)
    if isinstance(network, str) and path.name == network and path.suffix != CHECKPOINT_SUFFIX:
        name, path = network, network_path(network)
    else:
        name = path.stem
    recognizer = Recognizer(name, read_checkpoint(path))
    if accept_errors is not None:
        recognizer.rule = with_dial(recognizer.rule, accept_errors)
    return NamedNetwork(recognizer)


def untrained(
    architecture: str | Architecture,
    classes: int | Sequence[str] = 10,
    *,
    sees: Sees = "ink",
    first_weights: FirstWeights = "default",
    seed: int = 0,
) -> NamedNetwork:
    """Make a network of random weights, as a training begins with.

    architecture: its name, such as "lenet-5-tanh", or an architecture of one's own
    (``lenet_gui.engine.networks.architecture``), which also says what it sees and how its weights
    are drawn. classes: their names, or how many there are; 2 to 1,000. sees: "ink", normalized as
    MNIST's digits are, or a "picture" as it is. first_weights: the scheme that draws the weights;
    "default" is that of the architecture. seed: gives the same weights on every machine.

    Raises BadInput if there is no such architecture, or it cannot have that many classes.
    """
    count = classes if isinstance(classes, int) else len(classes)
    if isinstance(architecture, str):
        data, learning = TrainingData(sees=sees), LearningConfig(first_weights=first_weights)
        choices = TrainingConfig(architecture, data, learning)
        # As if they came from a file, so that values of a wrong type get a sentence.
        architecture = chosen_architecture(TrainingConfig.from_json(choices.as_json()))
    network = architecture.for_classes(count)
    names = tuple(map(str, range(count))) if isinstance(classes, int) else tuple(classes)
    if len(set(names)) != count or not all(map(is_class_name, names)):
        raise BadInput("Class names are texts of 1 to 100 visible characters, each of them once.")
    checkpoint = checkpoint_of(network, names, initial_weights(network, seed))
    return NamedNetwork(Recognizer(network.name, checkpoint))


def recognize(
    image: ImageLike, network: NamedNetwork | None = None, paper: Paper | None = None
) -> Answer:
    """Read one picture with a network, the default one unless another is given.

    See ``NamedNetwork.recognize``, which it calls, for ``image``, ``paper`` and errors. Any thread
    may call it.
    """
    return (network or _default(threading.get_ident())).recognize(image, paper)


@lru_cache(maxsize=16)
def _default(thread: int) -> NamedNetwork:
    """Return the default network of a thread, since threads cannot share one."""
    return load()
