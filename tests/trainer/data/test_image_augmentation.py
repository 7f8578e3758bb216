"""Image augmentation: within its ranges, the same for the same seed, some digits left alone."""

from dataclasses import replace

import pytest
import torch
from torch import Tensor

from lenet_gui.common.training_values import ImageAugmentation
from lenet_gui.trainer.data.image_augmentation import augment
from tests.helpers import mnist_test

NONE = ImageAugmentation(rotation=0, scale=0, shear=0, shift=0, elastic=0, clean=0, soft=0)


def fields(count: int = 64) -> Tensor:
    digits = torch.from_numpy(mnist_test().images[:count].copy())[:, None].float() / 255
    return torch.nn.functional.pad(digits, [2] * 4)


def seeded(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def blob(x: float = 15.5, y: float = 15.5, width: float = 3.0, height: float = 3.0) -> Tensor:
    """Return a smooth blob around (x, y) of a 32x32 field, 200 times."""
    place = torch.arange(32.0)
    across = torch.exp(-((place - x) ** 2) / (2 * width**2))
    down = torch.exp(-((place - y) ** 2) / (2 * height**2))
    return (down[:, None] * across)[None, None].repeat(200, 1, 1, 1)


def moments(images: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return centre and standard deviation of each field, across and down."""
    place = torch.arange(32.0)
    mass = images.sum((1, 2, 3))
    across, down = images.sum((1, 2)) / mass[:, None], images.sum((1, 3)) / mass[:, None]
    x, y = across @ place, down @ place
    wide = (across @ place**2 - x**2).clamp(min=0).sqrt()
    high = (down @ place**2 - y**2).clamp(min=0).sqrt()
    return x, y, wide, high


def test_ranges_of_0_are_the_identity() -> None:
    assert torch.allclose(augment(fields(), NONE, seeded()), fields(), atol=2e-4)


def test_the_usual_augmentation_changes_digits_and_stays_in_range() -> None:
    found = augment(fields(), ImageAugmentation(), seeded())
    assert found.shape == fields().shape
    assert found.min() >= 0
    assert found.max() <= 1
    changed = (found - fields()).abs().mean((1, 2, 3)) > 0.005
    assert changed.float().mean() > 0.75
    mass = found.sum((1, 2, 3)) / fields().sum((1, 2, 3))
    assert mass.min() > 0.6  # bicubic: nothing fades
    assert mass.max() < 1.6


def test_the_same_seed_gives_the_same_digits() -> None:
    one, same, other = (augment(fields(), ImageAugmentation(), seeded(seed)) for seed in (1, 1, 2))
    assert torch.equal(one, same)
    assert not torch.equal(one, other)


def test_the_originals_are_not_written_to() -> None:
    before = fields()
    augment(before, ImageAugmentation(), seeded())
    assert torch.equal(before, fields())


@pytest.mark.parametrize("clean", [0.0, 0.3, 1.0])
def test_a_part_stays_clean(clean: float) -> None:
    originals = fields(1000)
    found = augment(originals, ImageAugmentation(clean=clean), seeded())
    same = (found == originals).all(3).all(2).all(1).float().mean()
    assert float(same) == pytest.approx(clean, abs=0.05)


def test_shifts_stay_within_their_range_both_ways() -> None:
    x, y, _, _ = moments(augment(blob(), replace(NONE, shift=2.0), seeded()))
    for middle in (x, y):
        assert float((middle - 15.5).abs().max()) == pytest.approx(2.0, abs=0.1)
        assert middle.min() < 15 < 16 < middle.max()


def test_sizes_stay_within_their_range() -> None:
    _, _, wide, high = moments(augment(blob(), replace(NONE, scale=0.2), seeded()))
    largest = 3 * torch.exp(torch.tensor(0.3))  # size and half of it again for the aspect
    for spread in (wide, high):
        assert spread.max() <= largest + 0.05
        assert spread.min() >= 9 / largest - 0.05
        assert spread.max() > 3.5
    assert (wide / high).max() > 1.1


def test_rotation_and_shear_turn_what_lies_apart_from_the_middle() -> None:
    beside = blob(x=15.5, y=6.5, width=1.5, height=1.5)
    x, _, _, _ = moments(augment(beside, replace(NONE, rotation=10), seeded()))
    assert float((x - 15.5).abs().max()) == pytest.approx(9 * 0.1736, abs=0.15)
    x, y, _, _ = moments(augment(beside, replace(NONE, shear=0.2), seeded()))
    assert float((x - 15.5).abs().max()) == pytest.approx(9 * 0.2, abs=0.15)
    assert (y - 6.5).abs().max() < 0.1


def test_elastic_shifts_are_smooth_and_as_large_as_asked() -> None:
    x, y, _, _ = moments(augment(blob(width=1.0, height=1.0), replace(NONE, elastic=1.0), seeded()))
    for middle in (x, y):
        assert 0.4 < float((middle - 15.5).std()) < 1.1
        assert abs(float(middle.mean()) - 15.5) < 0.2


def test_softening_is_what_enlarging_and_averaging_back_does() -> None:
    """Half of the binomial blur: a line of one pixel becomes 1/8, 3/4, 1/8, its peak 1 again."""
    line = torch.zeros(200, 1, 32, 32)
    line[:, :, :, 16] = 1.0
    found = augment(line, replace(NONE, soft=1.0), seeded())
    beside, peak = found[:, 0, 16, 15], found[:, 0, 16, 16]
    assert torch.allclose(peak, torch.ones(200), atol=1e-4)
    assert torch.allclose(beside, found[:, 0, 16, 17], atol=1e-4)
    assert beside.min() >= -1e-4
    assert 0.15 < beside.mean() < 0.25  # from none to 0.225 / 0.55
    assert found[:, 0, 16, 14].abs().max() < 1e-3
