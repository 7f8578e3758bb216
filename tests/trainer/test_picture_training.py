"""Trainings of networks that see pictures in colour; chosen classes; architectures of one's own."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import LearningConfig, TrainingConfig, TrainingData
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import (
    architecture_of,
    checkpoint_of,
    read_checkpoint,
    write_checkpoint,
)
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.data.train_test_splits import load_parts
from lenet_gui.engine.ink.image_files import picture_of_bytes
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling
from lenet_gui.engine.networks.weight_initialization import initial_weights
from lenet_gui.engine.recognition.evaluation import evaluate
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.trainer.saved_training import SavedTraining
from lenet_gui.trainer.training import train
from tests.trainer.small_data import trained, write_digits

RED, GREEN = (170, 20, 20), (20, 96, 20)  # as light as each other: 64.9 and 64.6 of 255
LEARNING = LearningConfig(epochs=12, batch=8, rate=3e-3, average=0.9)


def write_colours(root: Path, count: int = 60) -> str:
    """Write squares in two colours that are equally light, on noisy paper; the colour is the class.

    Return the path of the folder.
    """
    random = np.random.default_rng(0)
    for name, colour in (("red", RED), ("green", GREEN)):
        (root / name).mkdir(parents=True)
        for place in range(count):
            image = random.normal(220, 6, (24, 30, 3))
            for _ in range(3):
                top, left = random.integers(0, 16, 2)
                image[top : top + 7, left : left + 7] = colour + random.normal(0, 4, (7, 7, 3))
            whole = np.clip(image, 0, 255).astype(np.uint8)
            Image.fromarray(whole).save(root / name / f"{place}.png")
    return str(root)


def result(config: TrainingConfig) -> Checkpoint:
    return trained(train(config))[1]


def test_the_class_is_the_colour(tmp_path: Path) -> None:
    data = TrainingData((write_colours(tmp_path / "own"),), validation=20, sees="picture")
    checkpoint = result(TrainingConfig("lenet-relu", data, LEARNING))
    recognizer = Recognizer("colours", checkpoint)
    assert recognizer.architecture.picture_shape == (3, 32, 32)
    shape = recognizer.architecture.picture_shape
    assert evaluate(recognizer, load_parts(data, 0, shape=shape).test).errors == 0

    path = tmp_path / "own" / "red" / "0.png"
    found = recognizer.recognize(picture_of_bytes(path.read_bytes(), "0.png", colours=True))
    assert found.class_names[found.ranking[0]] == "red"
    images = load_dataset(data.sources[0], shape=shape)
    inputs = recognizer.architecture.input_from(images.images[images.labels.index("red")])
    output = recognizer.network.activations(inputs)["OUTPUT"]
    assert np.array_equal(found.activations["OUTPUT"], output)


def test_no_augmentation_turns_colours(tmp_path: Path) -> None:
    import torch

    from lenet_gui.common.training_values import ImageAugmentation
    from lenet_gui.trainer.data.image_augmentation import Draws, augmented

    plain = torch.empty(6, 3, 16, 16)
    plain[:] = torch.tensor([0.9, 0.5, 0.1])[:, None, None]
    ranges = ImageAugmentation(rotation=30, shift=4, soft=1.0, clean=0.0)
    draws = Draws.draw(6, 16, ranges, torch.Generator().manual_seed(0))
    assert torch.allclose(augmented(plain, ranges, draws, pictures=True), plain, atol=1e-4)


def test_a_stopped_training_on_pictures_goes_on(tmp_path: Path) -> None:
    data = TrainingData((write_colours(tmp_path / "own", 20),), validation=8, sees="picture")
    config = TrainingConfig("lenet-relu", data, replace(LEARNING, epochs=2))
    whole = result(config)
    output = tmp_path / "net.safetensors"
    steps = train(config, output)
    for _ in range(2):
        next(steps)
    steps.close()
    again = trained(train(config, output, resume=True))[1]
    for name, values in whole.weights.items():
        assert np.array_equal(again.weights[name], values)
    assert architecture_of(read_checkpoint(output)) == architecture_of(whole)


def test_folders_have_as_many_outputs_as_classes(tmp_path: Path) -> None:
    few = write_digits(tmp_path, 400, classes=4)
    config = TrainingConfig("lenet-5-modern", TrainingData((few,), validation=40), LEARNING)
    config = config.with_fields(epochs=1)
    assert result(config).class_names == tuple("0123")
    with pytest.raises(BadInput, match="needs 10 classes and cannot have 4"):
        result(replace(config, architecture="lenet-5").with_fields(loss="map"))


def test_classes_come_in_the_order_that_was_chosen(tmp_path: Path) -> None:
    few = write_digits(tmp_path, 400, classes=4)
    data = TrainingData((few,), validation=40, classes=("3", "1", "0", "2", "9"))
    config = TrainingConfig("lenet-5-modern", data, LEARNING).with_fields(epochs=1)
    checkpoint = result(config)
    assert checkpoint.class_names == ("3", "1", "0", "2", "9")
    assert checkpoint.weights["OUTPUT.weight"].shape == (5, 84)


@pytest.mark.parametrize(
    ("classes", "sentence"),
    [
        (("3", "1"), "classes that are not among those to learn: 0, 2"),
        (("0", "1", "2", "3", "3"), "'3' cannot be a class"),
        (("0", "1", "2", "3", ""), "'' cannot be a class"),
        (("0", "1", "2", "3", "a\nb"), r"'a\\nb' cannot be a class"),
    ],
)
def test_lists_of_classes_that_cannot_be(
    classes: tuple[str, ...], sentence: str, tmp_path: Path
) -> None:
    few = write_digits(tmp_path, 200, classes=4)
    data = TrainingData((few,), validation=20, classes=classes)
    with pytest.raises(BadInput, match=sentence):
        result(TrainingConfig("lenet-5-modern", data, LEARNING))


def test_first_weights_are_those_that_were_chosen(tmp_path: Path) -> None:
    few = write_digits(tmp_path, 200)
    data = TrainingData((few,), validation=20)
    config = TrainingConfig("lenet-5-tanh", data, replace(LEARNING, rate=1e-9, epochs=1))
    chosen = result(config.with_fields(first_weights="normal-0.1"))
    for name, values in chosen.weights.items():
        if name.endswith("weight"):
            assert values.std() == pytest.approx(0.1, rel=0.15)
    assert chosen.specification == {}  # it is lenet-5-tanh all the same
    usual = result(config).weights
    assert not np.allclose(usual["C5.weight"].std(), 0.1, rtol=0.15)


OWN = Architecture(
    name="my own",
    input_shape=(1, 28, 28),
    input_range=(1.0, 0.0),
    initialization="torch",
    departure="",
    layers=(
        Layer("C1", Convolution(4, 5, padding=1, stride=2), ActivationFunction("relu")),
        Layer("S2", Subsampling("average", 3)),
        Layer("OUTPUT", FullConnection(10), Softmax()),
    ),
)


def test_an_architecture_of_ones_own_is_trained_further(tmp_path: Path) -> None:
    start = tmp_path / "start.safetensors"
    names = tuple("0123456789")
    write_checkpoint(start, checkpoint_of(OWN, names, initial_weights(OWN, 0)))
    data = TrainingData((write_digits(tmp_path, 600),), validation=100)
    learning = replace(LEARNING, start=str(start), epochs=3)
    checkpoint = result(TrainingConfig("my own", data, learning))
    assert architecture_of(checkpoint) == OWN
    before = evaluate(Recognizer("before", read_checkpoint(start)), load_parts(data, 0).test)
    after = evaluate(Recognizer("after", checkpoint), load_parts(data, 0).test)
    assert after.errors < before.errors

    output = tmp_path / "net.safetensors"
    steps = train(TrainingConfig("my own", data, learning), output)
    next(steps)
    steps.close()
    start.unlink()  # a stopped training has all that it needs
    assert SavedTraining(output).state.exists()
    again = trained(train(TrainingConfig("my own", data, learning), output, resume=True))[1]
    assert architecture_of(again) == OWN


def test_a_start_that_has_learned_from_something_else(tmp_path: Path) -> None:
    start = tmp_path / "start.safetensors"
    write_checkpoint(start, checkpoint_of(OWN, tuple("0123456789"), initial_weights(OWN, 0)))
    data = TrainingData((write_digits(tmp_path, 200),), validation=20, sees="picture")
    with pytest.raises(BadInput, match="calls ink; it cannot be trained further on picture"):
        result(TrainingConfig("my own", data, replace(LEARNING, start=str(start))))


def test_pictures_have_no_ink_to_alter(tmp_path: Path) -> None:
    data = TrainingData(("mnist",), non_digits=("scribbles",), sees="picture")
    with pytest.raises(BadInput, match="for networks that see ink, not pictures"):
        result(TrainingConfig("lenet-relu", data, replace(LEARNING, loss="map")))
