"""Training for real on a few digits: it learns, repeats, stops, and refuses nonsense."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_reports import TrainingStep
from lenet_gui.common.training_values import ImageAugmentation, TrainingConfig
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import (
    architecture_of,
    read_checkpoint,
    write_checkpoint,
)
from lenet_gui.engine.data.train_test_splits import load_parts
from lenet_gui.engine.networks.network import check_weights
from lenet_gui.engine.recognition.evaluation import evaluate
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.trainer import devices
from lenet_gui.trainer.devices import device_names, find_device
from lenet_gui.trainer.training import check_config, train
from tests.helpers import mnist_test
from tests.trainer.small_data import trained, write_digits

SMALL = TrainingConfig("lenet-5-modern").with_fields(
    epochs=6, batch=32, validation=100, average=0.9
)


@pytest.fixture(scope="module")
def digits(tmp_path_factory: pytest.TempPathFactory) -> str:
    """600 test digits as an IDX file, for a training of a second."""
    return write_digits(tmp_path_factory.mktemp("data"), 600)


def run(config: TrainingConfig) -> tuple[list[TrainingStep], Checkpoint]:
    return trained(train(config))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"architecture": "lenet-5", "loss": "map", "epochs": 12, "image_augmentation": None},
        {"architecture": "lenet-relu", "epochs": 8, "image_augmentation": None},
    ],
)
def test_a_small_training_learns(digits: str, changes: dict[str, Any], tmp_path: Path) -> None:
    config = SMALL.with_fields(sources=(digits,), **changes)
    steps, checkpoint = run(config)
    assert [step.step for step in steps] == list(range(1, steps[-1].steps + 1))
    assert steps[-1].steps == config.learning.epochs * (415 // 32)
    ends = [step for step in steps if step.validation_error is not None]
    at_ends = [step for step in steps if step.step % (415 // 32) == 0]
    assert [step.epoch for step in at_ends] == list(range(config.learning.epochs))
    assert all(step.validation_error is not None for step in at_ends)
    assert all(step.weights is not None for step in [steps[0], *ends])
    assert steps[-1].loss < steps[0].loss
    assert ends[-1].validation_error is not None
    assert ends[-1].validation_error < 0.3  # guessing is wrong nine times of ten
    # the result is what was reported last, and recognizes digits that it has not seen
    assert ends[-1].weights is not None
    assert all(
        np.array_equal(values, ends[-1].weights[key]) for key, values in checkpoint.weights.items()
    )
    recognizer = Recognizer("small", checkpoint)
    losses = [step.validation_loss or 0.0 for step in ends]
    assert losses[-1] < losses[0]
    if config.learning.loss == "cross-entropy":
        validation = load_parts(config.data, config.run.seed).validation
        assert losses[-1] == pytest.approx(evaluate(recognizer, validation).loss, rel=1e-4)
    scores = recognizer.scores(mnist_test().images[5000:6000])
    best = scores.argmin(1) if config.learning.loss == "map" else scores.argmax(1)
    assert (best != np.array([int(label) for label in mnist_test().labels[5000:6000]])).mean() < 0.3
    write_checkpoint(tmp_path / "small.safetensors", checkpoint)
    assert read_checkpoint(tmp_path / "small.safetensors").training == checkpoint.training


def test_the_checkpoint_says_how_it_was_made(digits: str) -> None:
    _, checkpoint = run(SMALL.with_fields(epochs=1, sources=(digits,)))
    check_weights(architecture_of(checkpoint), checkpoint.weights)
    made = checkpoint.training
    assert made["config"]["epochs"] == 1
    assert made["config"]["data"] == ["few-images"]  # not the folder: checkpoints are passed on
    assert (made["samples"], made["validation_samples"]) == (415, 100)
    assert set(made["data"]) == {"few-images", "few-labels"}
    assert all(len(digest) == 64 for digest in made["data"].values())
    assert made["device"] == str(find_device("auto"))
    assert checkpoint.class_names == tuple("0123456789")
    assert checkpoint.rejection is not None
    assert checkpoint.rejection.score == "margin"


def test_the_same_seed_gives_the_same_weights(digits: str) -> None:
    config = SMALL.with_fields(epochs=1, sources=(digits,), device="cpu")
    one, same, other = (run(config.with_fields(seed=seed))[1].weights for seed in (5, 5, 6))
    assert all(np.array_equal(one[key], same[key]) for key in one)
    assert not np.array_equal(one["C1.weight"], other["C1.weight"])


def test_closing_the_generator_cancels(digits: str) -> None:
    generator = train(SMALL.with_fields(sources=(digits,)))
    assert next(generator).step == 1
    assert next(generator).step == 2
    generator.close()
    with pytest.raises(StopIteration) as ended:
        next(generator)
    assert ended.value.value is None


def test_nothing_is_read_before_the_first_step() -> None:
    train(SMALL.with_fields(sources=("nowhere",))).close()


def test_two_sources_are_trained_on_together(digits: str, tmp_path: Path) -> None:
    more = write_digits(tmp_path, 300, "more")
    _, checkpoint = run(SMALL.with_fields(epochs=1, sources=(digits, more), validation=90))
    assert checkpoint.training["samples"] > 415  # more than one alone; digits in both count once
    assert len(checkpoint.training["data"]) == 4


def test_fewer_samples_than_a_batch_get_a_sentence(digits: str) -> None:
    with pytest.raises(BadInput, match="415 training samples, fewer than a batch of 512"):
        next(train(SMALL.with_fields(sources=(digits,), batch=512)))


def test_no_data_gets_a_sentence() -> None:
    with pytest.raises(BadInput, match="Choose data to train on"):
        next(train(SMALL.with_fields(sources=())))
    with pytest.raises(BadInput, match="There is no data named nowhere"):
        next(train(SMALL.with_fields(sources=("nowhere",))))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"epochs": 0}, "epochs must be between"),
        ({"batch": 0}, "batch must be between"),
        ({"rate": 0.0}, "rate must be between"),
        ({"rate": float("nan")}, "rate must be between"),
        ({"rate": float("inf")}, "rate must be between"),
        ({"decay": -0.1}, "decay must be between"),
        ({"warmup": 1.0}, "warmup must be between"),
        ({"average": 1.0}, "average must be between"),
        ({"j": -1.0}, "j must be between"),
        ({"validation": 0}, "validation must be between"),
        ({"seed": -1}, "seed must be between"),
        ({"threads": 0}, "threads must be between"),
        ({"momentum": 1.0}, "momentum must be between"),
        ({"image_augmentation": ImageAugmentation(rotation=200)}, "rotation must be between"),
        (
            {"image_augmentation": ImageAugmentation(elastic=float("nan"))},
            "elastic must be between",
        ),
        (
            {
                "architecture": "lenet-5",
                "loss": "map",
                "image_augmentation": ImageAugmentation(clean=2),
            },
            "clean",
        ),
        ({"stroke_augmentations": -1}, "variations must be between"),
        ({"distillation": 1.5}, "distillation must be between"),
        ({"non_digits": ("scribbles",)}, "non-digits needs the loss 'map'"),
        ({"architecture": "lenet-5"}, "loss cross-entropy does not suit lenet-5"),
        ({"architecture": "lenet-6"}, "no architecture named lenet-6"),
        ({"device": "abacus"}, "no device abacus here"),
    ],
)
def test_choices_that_make_no_sense_get_a_sentence(
    digits: str, changes: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence):
        next(train(SMALL.with_fields(sources=(digits,), **changes)))


def test_every_recipe_makes_sense() -> None:
    from lenet_gui.common.recipes import best_recipe
    from lenet_gui.engine.networks.architectures import ARCHITECTURES

    for name in ARCHITECTURES:
        assert best_recipe(name).architecture == name
        check_config(best_recipe(name))


def test_a_network_with_codes_for_ten_digits_learns_no_letters(tmp_path: Path) -> None:
    letters = write_digits(tmp_path, 60, classes=12)
    config = SMALL.with_fields(
        architecture="lenet-5", loss="map", sources=(letters,), validation=10
    )
    with pytest.raises(BadInput, match="10 classes and cannot have 12"):
        next(train(config))


def test_other_classes_than_digits_are_learned(tmp_path: Path) -> None:
    source = write_digits(tmp_path, 200, classes=12)
    _, checkpoint = run(SMALL.with_fields(epochs=1, sources=(source,), validation=20))
    assert sorted(checkpoint.class_names, key=int) == [str(i) for i in range(12)]
    assert checkpoint.weights["OUTPUT.weight"].shape == (12, 84)


# ---- devices


def test_the_cpu_is_always_there() -> None:
    assert device_names()[-1] == "cpu"
    assert find_device("cpu") == torch.device("cpu")
    assert find_device("auto") == torch.device(device_names()[0])


def test_a_device_that_is_not_there_gets_a_sentence_that_names_those_that_are() -> None:
    with pytest.raises(BadInput, match=r"no device cuda:77 here. Available: .*cpu"):
        find_device("cuda:77")


def test_accelerators_come_first_and_several_have_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    accelerator = torch.device("cuda")
    monkeypatch.setattr(
        devices.torch.accelerator, "current_accelerator", lambda check_available: accelerator
    )
    monkeypatch.setattr(devices.torch.accelerator, "device_count", lambda: 1)
    assert device_names() == ["cuda", "cpu"]
    monkeypatch.setattr(devices.torch.accelerator, "device_count", lambda: 2)
    assert device_names() == ["cuda", "cuda:0", "cuda:1", "cpu"]
    assert find_device("auto") == torch.device("cuda")


def test_the_threshold_comes_from_validation_digits_alone(digits: str) -> None:
    _, checkpoint = run(SMALL.with_fields(epochs=1, sources=(digits,)))
    rule = checkpoint.rejection
    assert rule is not None
    assert "0.2% wrong" in rule.chosen
    assert {(curve.digits, curve.others) for curve in rule.curves} == {(100, 0)}
