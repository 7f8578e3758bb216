"""Error rates with their uncertainty; rejects; labels that are no class."""

import json
from dataclasses import replace

import numpy as np
import pytest
import torch

from lenet_gui.common.values import RejectRule
from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK, load_recognizer
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.recognition.class_figures import class_figures
from lenet_gui.engine.recognition.evaluation import as_json, evaluate, record_of
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.wilson import wilson_interval
from tests.helpers import default_recognizer, mnist_test


def labelled(images: np.ndarray, labels: list[str]) -> Dataset:
    return Dataset("some", images, tuple(labels), ("",) * len(labels), {})


def with_rule(rule: RejectRule | None) -> Recognizer:
    recognizer = default_recognizer()
    return Recognizer(recognizer.name, replace(recognizer.checkpoint, rejection=rule))


@pytest.mark.parametrize(
    ("errors", "count", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),  # Newcombe 1998, and any table of the score interval
        (1, 10, 0.0179, 0.4042),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (100, 10_000, 0.008230, 0.012147),
    ],
)
def test_wilson_intervals_of_the_literature(
    errors: int, count: int, low: float, high: float
) -> None:
    assert wilson_interval(errors, count) == pytest.approx((low, high), abs=6e-5)


def test_the_default_network_on_mnist() -> None:
    found = evaluate(with_rule(None), mnist_test())
    assert (found.network, found.data) == (DEFAULT_NETWORK, "mnist-test")
    assert found.count == found.labelled == found.confusion.sum() == 10_000
    assert found.errors == len(found.misread) == 10_000 - np.trace(found.confusion)
    assert found.error_rate == found.errors / 10_000 == found.accepted_error_rate
    assert found.interval == wilson_interval(found.errors, 10_000)
    assert found.rejected == 0
    assert found.confusion.sum(axis=1).tolist()[:2] == [980, 1135]  # rows are labels
    assert found.accuracy == 1 - found.error_rate
    assert found.calibration[:, 0].sum() == 10_000


@pytest.mark.parametrize("name", ["lenet-5", "lenet-5-tanh"])  # penalties, probabilities
def test_the_loss_is_the_mean_cross_entropy_as_torch_computes_it(name: str) -> None:
    recognizer, digits = load_recognizer(name), mnist_test().take(np.arange(400))
    found = evaluate(recognizer, digits)
    evidence = torch.from_numpy(recognizer.evidence(digits.images).astype(np.float64))
    loss = torch.nn.functional.cross_entropy(evidence, torch.from_numpy(found.labels))
    assert found.loss == pytest.approx(float(loss), rel=1e-9)
    counts, means, _ = found.calibration.T
    sure = evidence.softmax(dim=1).max(dim=1).values.sum()
    assert counts @ means == pytest.approx(float(sure), rel=1e-9)


def test_precision_and_recall_by_hand() -> None:
    images = mnist_test().images[:4]  # 7 2 1 0
    found = evaluate(with_rule(None), labelled(images, ["7", "7", "1", "3"]))
    figures = {each.name: each for each in class_figures(found)}
    assert (figures["7"].count, figures["7"].precision, figures["7"].recall) == (2, 1.0, 0.5)
    assert (figures["2"].count, figures["2"].precision, figures["2"].recall) == (0, 0.0, None)
    assert (figures["3"].precision, figures["3"].recall) == (None, 0.0)


def test_a_record_holds_figures_only() -> None:
    found = evaluate(with_rule(None), mnist_test().take(np.arange(50)), "test")
    record = record_of(found)
    assert len(json.dumps(record)) < 500
    assert record.items() <= as_json(found).items()
    assert record["part"] == "test"


def test_rejecting_lowers_the_error_of_what_is_accepted_and_not_the_other() -> None:
    every, careful = (
        evaluate(with_rule(rule), mnist_test()) for rule in (None, RejectRule("margin", 0.9))
    )
    assert careful.errors == every.errors
    assert careful.error_rate == every.error_rate
    assert 0 < careful.rejected < 1000
    assert careful.accepted_error_rate is not None
    assert every.error_rate is not None
    assert careful.accepted_error_rate < every.error_rate / 2


def test_what_is_misread_are_the_samples_whose_answer_is_not_their_label() -> None:
    images = mnist_test().images[:4]  # 7 2 1 0
    found = evaluate(with_rule(None), labelled(images, ["7", "9", "1", "3"]))
    assert found.misread.tolist() == [1, 3]
    assert found.errors == 2
    assert found.confusion[9, 2] == found.confusion[3, 0] == found.confusion[7, 7] == 1


def test_labels_that_are_no_class_count_as_non_digits() -> None:
    images = mnist_test().images[:4]
    found = evaluate(with_rule(None), labelled(images, ["7", "A", "1", "?"]))
    assert (found.count, found.labelled, found.errors) == (4, 2, 0)
    assert found.error_rate == 0
    assert found.interval == wilson_interval(0, 2)
    assert found.confusion.sum() == 2
    all_rejected = evaluate(with_rule(RejectRule("margin", 2.0)), labelled(images, list("7A1?")))
    assert all_rejected.rejected == 4  # over all samples
    assert all_rejected.accepted_error_rate is None
    assert all_rejected.error_rate == 0


def test_without_a_label_that_is_a_class_there_is_no_error_rate() -> None:
    found = evaluate(with_rule(None), labelled(mnist_test().images[:2], ["A", "B"]))
    assert found.error_rate is None
    assert found.interval is None
    assert found.accepted_error_rate is None
    assert found.errors == 0
    assert found.loss is found.accuracy is None
    assert as_json(found)["calibration"] == []


def test_nothing_at_all_is_evaluated() -> None:
    found = evaluate(with_rule(None), labelled(np.empty((0, 28, 28), np.uint8), []))
    assert (found.count, found.rejected, found.error_rate) == (0, 0, None)


def test_blanks_and_dots_are_rejected_as_in_the_window() -> None:
    blank = np.zeros((28, 28), np.uint8)
    dot = blank.copy()
    dot[11:18, 11:18] = 255
    images = np.array([blank, dot, mnist_test().images[0]])
    found = evaluate(with_rule(None), labelled(images, ["7", "7", "7"]))
    assert found.rejected == 2
    assert found.accepted_error_rate == 0
