"""From a picture to an answer, or to the reason why there is none."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Picture, RejectRule
from lenet_gui.engine.checkpoints import shipped_networks
from lenet_gui.engine.checkpoints.named_networks import (
    load_checkpoint,
    load_recognizer,
    network_names,
)
from lenet_gui.engine.ink.normalization import normalize
from lenet_gui.engine.ink.rasterizer import ink_picture, make_stroke
from lenet_gui.engine.recognition.recognizer import Recognizer
from tests.helpers import default_recognizer, mnist_test, untrained

SEVEN = Picture(mnist_test().images[0])


def test_a_seven_is_read_with_all_that_led_to_it() -> None:
    found = default_recognizer().recognize(SEVEN)
    assert found.label == "7"
    assert found.reason is None
    assert found.network == "lenet-5-modern-pen"
    assert found.ranking[0] == 7
    assert sorted(found.ranking) == list(range(10))
    assert found.scores.sum() == pytest.approx(1, abs=1e-5)
    assert found.confidence <= found.margin  # the not-a-digit class takes its share
    assert list(found.activations) == ["C1", "S2", "C3", "S4", "C5", "F6", "OUTPUT"]
    assert np.array_equal(found.activations["OUTPUT"], found.scores)
    assert np.array_equal(found.normalized.digit, normalize(SEVEN).digit)
    assert 0 < found.milliseconds < 1000


def test_blank_is_blank() -> None:
    found = default_recognizer().recognize(Picture(np.zeros((560, 560), np.uint8)))
    assert (found.label, found.reason) == (None, "blank")
    assert found.ranking == ()
    assert not found.activations
    assert found.scores.size == 0
    assert found.margin == 0


@pytest.mark.parametrize("name", network_names())
def test_a_tap_is_no_digit_but_its_reading_is_shown(name: str) -> None:
    found = load_recognizer(name).recognize(ink_picture([make_stroke([(200.3, 300.8)])]))
    assert (found.label, found.reason) == (None, "unsure")
    assert len(found.ranking) == 10
    assert found.activations


def test_below_the_threshold_it_is_unsure() -> None:
    checkpoint = untrained()
    confidence = Recognizer("x", checkpoint).recognize(SEVEN).confidence
    for threshold, label in ((confidence + 1e-6, False), (confidence - 1e-6, True)):
        rule = RejectRule("margin", threshold)
        found = Recognizer("x", replace(checkpoint, rejection=rule)).recognize(SEVEN)
        assert (found.label is not None) is label
        assert found.reason == (None if label else "unsure")


def test_a_copy_refuses_as_the_recognizer_does_now_and_reads_on_its_own() -> None:
    recognizer = Recognizer("x", untrained())
    recognizer.rule = RejectRule("margin", 2.0)
    copied, named = recognizer.copy(), recognizer.copy("other")
    assert (copied.name, named.name) == ("x", "other")
    assert copied.recognize(SEVEN).reason == "unsure"
    recognizer.rule = None
    assert copied.rule == RejectRule("margin", 2.0)
    assert copied.network is not recognizer.network  # networks are not thread-safe


def test_classes_have_their_own_names() -> None:
    names = tuple("abcdefghij")
    checkpoint = replace(load_checkpoint("lenet-5-modern"), class_names=names, rejection=None)
    assert Recognizer("x", checkpoint).recognize(SEVEN).label == "h"


def test_penalties_are_better_when_smaller() -> None:
    found = load_recognizer("lenet-5").recognize(SEVEN)
    assert found.score_kind == "penalty"
    assert found.label == "7"
    assert found.scores.argmin() == 7
    assert (found.scores >= 0).all()
    ordered = np.sort(found.scores)
    assert found.margin == pytest.approx(float(ordered[1] - ordered[0]))


def test_many_at_once_are_read_like_one() -> None:
    recognizer = default_recognizer()
    images = mnist_test().images[:5]
    scores = recognizer.scores(images)
    for image, row in zip(images, scores, strict=True):
        field = np.pad(image, 2)
        alone = recognizer.network.activations(recognizer.architecture.input_from(field))["OUTPUT"]
        assert row == pytest.approx(alone, abs=1e-5)
    assert recognizer.scores(images[:0]).shape == (0, 10)


@pytest.mark.parametrize("name", ["lenet-5", "lenet-5-tanh", "lenet-5-modern"])
def test_the_shipped_networks_err_on_at_most_one_in_a_hundred(name: str) -> None:
    recognizer = load_recognizer(name)
    data = mnist_test()
    scores = recognizer.scores(data.images)
    best = scores.argmin(1) if recognizer.architecture.score_kind == "penalty" else scores.argmax(1)
    rate = float((best != data.indices(recognizer.checkpoint.class_names)).mean())
    assert rate <= 0.01
    assert rate == pytest.approx(recognizer.checkpoint.evaluation["error_rate"], abs=1e-4)
    assert recognizer.checkpoint.rejection is not None


def test_a_network_that_is_not_there_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match=r"Did you mean lenet-5-modern\?"):
        load_recognizer("lenet-5-modem")
    monkeypatch.setattr(shipped_networks, "resource", lambda *parts: tmp_path)
    with pytest.raises(BadInput, match="lenet-sigmoid has no trained weights"):
        load_recognizer("lenet-sigmoid")
