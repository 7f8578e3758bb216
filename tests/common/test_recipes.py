"""Presets are as described, and each can be trained."""

from dataclasses import replace

import pytest

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.recipes import LONG_BUDGET_S, PRESETS, best_recipe, for_seconds, preset
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.trainer.config_checks import check_config


@pytest.mark.parametrize("name", [one.name for one in PRESETS])
def test_every_preset_makes_sense_and_explains_itself(name: str) -> None:
    found = preset(name)
    assert found.title
    assert found.explanation.endswith(".")
    for architecture in ARCHITECTURES:
        if found.architectures and architecture not in found.architectures:
            with pytest.raises(BadChoice, match=f"{name} is for "):
                found.config(architecture)
        else:
            config = found.config(architecture)
            assert config.architecture == architecture
            check_config(config)


def test_the_article_is_followed_but_for_a_rate_that_falls() -> None:
    config = preset("keras-article").config("lenet-keras")
    learning = config.learning
    assert (learning.optimizer, learning.rate, learning.schedule) == ("adam", 1e-3, "cosine")
    assert (learning.epochs, learning.batch, learning.image_augmentation) == (5, 32, None)
    assert (config.data.validation, config.data.validation_part) == (5000, "first")
    assert (learning.average, learning.warmup) == (0.0, 0.0)


def test_the_article_is_followed_to_the_letter() -> None:
    falling, level = (
        preset(name).config("lenet-keras") for name in ("keras-article", "keras-article-constant")
    )
    assert level.learning.schedule == "constant"
    assert replace(level, learning=replace(level.learning, schedule="cosine")) == falling


def test_the_paper_is_reproduced_as_written() -> None:
    learning = preset("published-1998").config("lenet-5").learning
    assert (learning.optimizer, learning.schedule) == ("levenberg-marquardt", "published")
    assert (learning.epochs, learning.batch, learning.rate) == (20, 1, 5e-4)
    assert (learning.image_augmentation, learning.average) == (None, 0.0)


@pytest.mark.parametrize("architecture", list(ARCHITECTURES))
@pytest.mark.parametrize("seconds", [10.0, 60.0, 300.0, LONG_BUDGET_S])
def test_a_budget_of_time_has_its_own_recipe(architecture: str, seconds: float) -> None:
    config = best_recipe(architecture)
    best, fitted = config.learning, for_seconds(config.learning, seconds)
    check_config(replace(config, learning=fitted))
    assert fitted.seconds == seconds
    assert (fitted.loss, fitted.optimizer) == (best.loss, best.optimizer)
    assert (fitted.batch == best.batch) == (seconds >= 30)
    if seconds == LONG_BUDGET_S:
        assert (fitted.rate, fitted.average) == (best.rate, best.average)


def test_a_preset_that_is_not_there_gets_a_sentence() -> None:
    with pytest.raises(BadChoice, match=r"no preset named bets\. Did you mean best"):
        preset("bets")
