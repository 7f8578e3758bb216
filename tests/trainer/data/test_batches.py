"""Batches: the inputs for training are those of the engine."""

import numpy as np
import pytest
import torch

from lenet_gui.common.training_values import ImageAugmentation
from lenet_gui.engine.networks.architectures import ARCHITECTURES, architecture
from lenet_gui.trainer.data.batches import Batches, Pool
from tests.helpers import mnist_test

DIGITS = tuple("0123456789")
CPU = torch.device("cpu")


def batches(name: str = "lenet-5", count: int = 50, seed: int = 0) -> Batches:
    data = mnist_test().take(np.arange(count))
    return Batches(data, architecture(name), DIGITS, CPU, seed)


@pytest.mark.parametrize("name", list(ARCHITECTURES))
def test_inputs_are_those_of_the_engine(name: str) -> None:
    inputs, labels = zip(*batches(name).in_order(20), strict=True)
    wanted = architecture(name).input_from(mnist_test().images[:50])
    assert [len(part) for part in inputs] == [20, 20, 10]
    assert np.abs(torch.cat(inputs).numpy() - wanted).max() < 1e-5
    assert torch.cat(labels).tolist() == [int(label) for label in mnist_test().labels[:50]]


def test_an_epoch_is_every_sample_once_in_another_order() -> None:
    parts = list(batches(count=48).epoch(12, None))
    assert [len(labels) for _, labels in parts] == [12] * 4
    found = torch.cat([inputs for inputs, _ in parts])[:, 0, 2:-2, 2:-2].numpy()
    wanted = architecture("lenet-5").input_from(mnist_test().images[:48])[:, 0, 2:-2, 2:-2]
    order = [int(np.abs(wanted - one).sum((1, 2)).argmin()) for one in found]
    assert sorted(order) == list(range(48))
    assert order != list(range(48))
    labels = torch.cat([labels for _, labels in parts]).tolist()
    assert labels == [int(mnist_test().labels[place]) for place in order]


def test_what_does_not_fill_a_batch_is_left_out() -> None:
    assert len(list(batches(count=50).epoch(12, None))) == 4
    assert list(batches(count=11).epoch(12, None)) == []


def test_a_pass_takes_some_of_each_pool() -> None:
    data = mnist_test().take(np.arange(40))
    pools = (Pool(0, 10, 10), Pool(10, 40, 14))
    made = Batches(data, architecture("lenet-5"), DIGITS, CPU, 0, pools=pools)
    assert len(made) == 24
    passes = []
    for _ in range(2):
        (inputs, _) = next(made.epoch(24, None))
        wanted = architecture("lenet-5").input_from(data.images)
        taken = [int(np.abs(wanted - one.numpy()).sum((1, 2, 3)).argmin()) for one in inputs]
        assert made.next(24, None) is None
        assert len(set(taken)) == 24
        assert set(range(10)) <= set(taken)
        assert taken != sorted(taken)
        passes.append(set(taken))
    assert passes[0] != passes[1]


def test_epochs_differ_and_a_seed_repeats_them() -> None:
    one, same, other = batches(seed=3), batches(seed=3), batches(seed=4)
    first = [labels.tolist() for _, labels in one.epoch(10, ImageAugmentation())]
    second = [labels.tolist() for _, labels in one.epoch(10, ImageAugmentation())]
    assert first != second
    assert [labels.tolist() for _, labels in same.epoch(10, ImageAugmentation())] == first
    assert [labels.tolist() for _, labels in other.epoch(10, ImageAugmentation())] != first


def test_augmented_digits_are_in_the_range_of_the_input() -> None:
    for inputs, _ in batches().epoch(25, ImageAugmentation()):
        assert inputs.min() >= -0.1 - 1e-6
        assert inputs.max() <= 1.175 + 1e-6
        assert inputs.shape == (25, 1, 32, 32)
