"""Networks that learn from others."""

import hashlib
import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint, write_checkpoint
from lenet_gui.engine.checkpoints.shipped_networks import shipped_path
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.networks.architectures import architecture
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.trainer.data.batches import Batches, inputs_for
from lenet_gui.trainer.network.losses import log_posteriors
from lenet_gui.trainer.teachers import Teachers, distilled, make_teachers
from lenet_gui.trainer.training import train
from tests.helpers import mnist_test
from tests.trainer.small_data import finished, write_digits

CPU = torch.device("cpu")
NAMES = tuple("0123456789")
LEARNS = TrainingConfig("lenet-5-modern").with_fields(
    epochs=5, batch=32, validation=100, average=0.9
)


def taught_by(*names: str, **changes: object) -> TrainingConfig:
    teachers = tuple(str(shipped_path(name)) for name in names)
    return LEARNS.with_fields(teachers=teachers, **changes)


def some(name: str, count: int = 20) -> tuple[Dataset, torch.Tensor]:
    """Return test digits, and as inputs of an architecture."""
    digits = mnist_test()
    few = replace(digits, images=digits.images[:count].copy(), labels=digits.labels[:count])
    return few, next(Batches(few, architecture(name), NAMES, CPU, 0).in_order(count))[0]


def softmax(evidence: FloatArray) -> FloatArray:
    large = np.exp(evidence - evidence.max(1, keepdims=True))
    return large / large.sum(1, keepdims=True)


@pytest.mark.parametrize("other", ["lenet-sigmoid", "lenet-keras", "lenet-relu", "lenet-5-tanh"])
def test_a_teacher_sees_the_digits_in_its_own_way(other: str) -> None:
    (_, wanted), (_, seen) = some(other), some("lenet-5-modern")
    found = inputs_for(architecture(other), seen, architecture("lenet-5-modern"))
    assert found.shape == wanted.shape
    assert torch.allclose(found, wanted, atol=1e-6)


def test_teachers_give_the_posteriors_of_the_recognizers() -> None:
    config = taught_by("lenet-5-modern-pen", "lenet-sigmoid", loss="map", j=0.0)
    digits, inputs = some("lenet-5-modern")
    labels = torch.tensor([-1] * 5 + [3] * 15)
    teachers = make_teachers(config.learning, architecture("lenet-5-modern"), NAMES, CPU)
    assert teachers is not None
    pen, mnist = (
        Recognizer("", read_checkpoint(Path(file))).evidence(digits.images)
        for file in config.learning.teachers
    )
    knows = softmax(np.concatenate([pen, np.zeros((20, 1))], axis=1))
    does_not = np.concatenate([softmax(mnist), np.zeros((20, 1))], axis=1)
    does_not[:5] = [0] * 10 + [1]  # it is assumed to recognise non-digits
    found = teachers.posteriors(inputs, labels).numpy()
    assert np.allclose(found, (knows + does_not) / 2, atol=1e-5)


def test_without_a_not_a_digit_class_posteriors_are_of_the_classes() -> None:
    digits, inputs = some("lenet-5-modern")
    network = architecture("lenet-5-modern")
    teachers = Teachers(taught_by("lenet-5", "lenet-5-modern-pen").learning, network, NAMES, CPU)
    recognizers = (
        Recognizer("", read_checkpoint(shipped_path(name)))
        for name in ("lenet-5", "lenet-5-modern-pen")
    )
    wanted = np.mean(
        [softmax(recognizer.evidence(digits.images)) for recognizer in recognizers], axis=0
    )
    assert np.allclose(teachers.posteriors(inputs, torch.zeros(20)), wanted, atol=1e-5)


def test_the_loss_is_the_cross_entropy_with_what_they_think() -> None:
    outputs = torch.tensor([[1.0, 2.0]])
    found = log_posteriors(architecture("lenet-5-modern"), 0.5)(outputs)
    total = np.exp(1) + np.exp(2) + np.exp(-0.5)
    wanted = np.log([np.exp(1) / total, np.exp(2) / total, np.exp(-0.5) / total])
    assert np.allclose(found.numpy()[0], wanted)
    taught = torch.tensor([[0.25, 0.5, 0.25]])
    loss = float(distilled(torch.tensor(3.0), found, taught, 0.25))
    assert loss == pytest.approx(0.75 * 3 - 0.25 * (wanted @ [0.25, 0.5, 0.25]), rel=1e-6)
    penalties = log_posteriors(architecture("lenet-5"), None)(outputs)
    assert penalties[0, 0] > penalties[0, 1]


def test_what_a_teacher_knows_is_learned_in_spite_of_wrong_labels(tmp_path: Path) -> None:
    write_digits(tmp_path, 600)
    wrong = np.random.default_rng(0).integers(0, 10, 600).astype(np.uint8)
    (tmp_path / "few-labels").write_bytes(struct.pack(">BBBBI", 0, 0, 8, 1, 600) + wrong.tobytes())
    config = taught_by("lenet-5-modern", sources=(str(tmp_path / "few-images"),), distillation=1.0)
    _, checkpoint = finished(train(config))
    digits = mnist_test()
    best = Recognizer("", checkpoint).scores(digits.images[5000:6000]).argmax(1)
    assert (best != digits.indices(NAMES)[5000:6000]).mean() < 0.3
    (teacher,) = checkpoint.training["teachers"]
    path = shipped_path("lenet-5-modern")
    assert teacher["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert teacher["command"] == read_checkpoint(path).training["command"]
    assert checkpoint.training["config"]["teachers"] == [path.name]


def test_who_cannot_teach_gets_a_sentence(tmp_path: Path) -> None:
    digits = (write_digits(tmp_path, 200),)
    bad = tmp_path / "bad.safetensors"
    bad.write_bytes(b"no checkpoint")
    letters = tmp_path / "letters.safetensors"
    known = read_checkpoint(shipped_path("lenet-sigmoid"))
    write_checkpoint(letters, replace(known, class_names=tuple("abcdefghij")))
    for file, sentence in ((bad, "bad.safetensors"), (letters, "it has other classes, a, b")):
        with pytest.raises(BadInput, match=sentence):
            next(train(LEARNS.with_fields(sources=digits, teachers=(str(file),))))
    with pytest.raises(BadInput, match="Training with teachers needs the loss"):
        next(train(taught_by("lenet-5", loss="mse")))
