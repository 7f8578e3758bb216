"""Learning rates over a training."""

import pytest

from lenet_gui.trainer.optimizing.learning_rate import rate_at


def cosine(progress: float, peak: float, warmup: float) -> float:
    return rate_at("cosine", progress, 0, peak, warmup)


def test_the_rate_rises_to_its_peak_and_falls_to_nothing() -> None:
    assert cosine(0.0, 2.0, 0.1) == 0
    assert cosine(0.05, 2.0, 0.1) == pytest.approx(1.0)
    assert cosine(0.1, 2.0, 0.1) == pytest.approx(2.0)
    assert cosine(0.55, 2.0, 0.1) == pytest.approx(1.0)
    assert cosine(1.0, 2.0, 0.1) == pytest.approx(0.0)
    falling = [cosine(0.1 + 0.9 * part / 50, 2.0, 0.1) for part in range(51)]
    assert falling == sorted(falling, reverse=True)


def test_without_warmup_it_begins_at_its_peak() -> None:
    assert cosine(0.0, 2.0, 0.0) == 2.0


def test_constant_rises_and_stays() -> None:
    rates = [rate_at("constant", progress, 0, 2.0, 0.2) for progress in (0.1, 0.2, 0.6, 1.0)]
    assert rates == [1.0, 2.0, 2.0, 2.0]


def test_published_is_the_papers_twenty_passes() -> None:
    rates = [rate_at("published", 0.5, epoch, 5e-4, 0.0) for epoch in range(20)]
    wanted = [5e-4] * 2 + [2e-4] * 3 + [1e-4] * 3 + [5e-5] * 4 + [1e-5] * 8
    assert rates == pytest.approx(wanted)
