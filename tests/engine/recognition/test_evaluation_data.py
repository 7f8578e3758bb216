"""What a network was trained on is found again, whole and in its parts."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import Checkpoint, DataPart
from lenet_gui.engine.checkpoints.named_networks import load_checkpoint
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.data.train_test_splits import load_parts
from lenet_gui.engine.recognition.evaluation_data import (
    EvaluationData,
    evaluation_data,
    missing_data,
    own_part,
)
from tests.engine.data.idx_files import digits, put
from tests.helpers import untrained
from tests.trainer.small_data import write_digits


def trained_on(*sources: str, **fields: Any) -> tuple[Checkpoint, TrainingConfig]:
    """Return a checkpoint that says it was trained so, as a training writes it, and how it was."""
    config = TrainingConfig("lenet-5").with_fields(sources=sources, validation=20, **fields)
    names = {
        "data": [Path(source).name for source in sources],
        "test": Path(fields.get("test", "")).name,
    }
    parts = load_parts(config.data, config.run.seed)
    said = {"config": config.as_json() | names, "data": parts.hashes}
    return replace(untrained(), training=said), config


@pytest.mark.parametrize("part", ["training", "validation", "test"])
def test_a_part_is_the_one_of_the_training(tmp_path: Path, part: DataPart) -> None:
    source = write_digits(tmp_path, 140)
    checkpoint, config = trained_on(source, seed=5)
    parts = load_parts(config.data, 5)
    found = own_part(checkpoint, part, [source])
    assert np.array_equal(found.images, getattr(parts, part).images)
    assert found.remarks == ()


def test_mnist_is_always_there() -> None:
    checkpoint = load_checkpoint("lenet-5-tanh")
    assert missing_data(checkpoint, ()) == ()
    found = evaluation_data(checkpoint, EvaluationData())
    assert np.array_equal(found.images, load_dataset("mnist-test").images)
    assert found.name == "mnist-test"
    assert len(evaluation_data(checkpoint, EvaluationData(part="validation"))) == 5000
    assert len(evaluation_data(checkpoint, EvaluationData("mnist-train"))) == 60_000


def test_data_that_is_missing_is_named() -> None:
    checkpoint = load_checkpoint("lenet-5-pen")
    assert missing_data(checkpoint, ["/home/a/few-images"]) == ("unipen-digits.npz",)
    with pytest.raises(BadInput, match=r"was trained on unipen-digits\.npz, which cannot be found"):
        own_part(checkpoint, "test")


def test_of_two_files_of_that_name_the_one_of_the_training_is_taken(tmp_path: Path) -> None:
    for folder, start in (("old", 0), ("new", 500)):
        (tmp_path / folder).mkdir()
        images, labels = digits(start, 140)
        put(tmp_path / folder / "few-labels", labels)
        put(tmp_path / folder / "few-images", images)
    old, new = (str(tmp_path / folder / "few-images") for folder in ("old", "new"))
    checkpoint, config = trained_on(old)
    wanted = load_parts(config.data, 0).test.images
    assert np.array_equal(own_part(checkpoint, "test", [old, new]).images, wanted)
    changed = own_part(checkpoint, "test", [new])
    assert "few-images has changed since the training" in str(changed.remarks[0])


def test_the_test_data_that_was_named_is_taken(tmp_path: Path) -> None:
    source, test = write_digits(tmp_path, 140), write_digits(tmp_path, 60, "other")
    checkpoint, _ = trained_on(source, test=test)
    assert missing_data(checkpoint, [source]) == ("other-images",)
    assert own_part(checkpoint, "test", [source, test]).name == "other-images"


@pytest.mark.parametrize("training", [{}, {"config": {"data": "?"}}, {"config": 3}])
def test_a_file_that_does_not_say_gets_a_sentence(training: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match="does not say which data it was trained on"):
        own_part(replace(untrained(), training=training), "test")
