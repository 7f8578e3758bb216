"""One piece of ink is told from several as OpenCV tells them, which is not loaded for that."""

import cv2
import numpy as np
import pytest

from lenet_gui.engine.ink.one_piece import is_one_piece
from tests.helpers import mnist_test


@pytest.mark.parametrize("seed", range(5))
def test_it_counts_as_opencv_does(seed: int) -> None:
    chance, single = np.random.default_rng(seed), 0
    for _ in range(400):
        shape = chance.integers(1, 14, 2)
        ink = chance.random(shape) < chance.choice([0.1, 0.3, 0.5, 0.7, 0.9])
        count, _ = cv2.connectedComponents(ink.astype(np.uint8), connectivity=8)
        assert is_one_piece(ink) == (count == 2)  # the paper is one, too
        single += count == 2
    assert 50 < single < 350


def test_digits_and_long_ways() -> None:
    assert is_one_piece(mnist_test().images[0] > 127)
    spiral = np.zeros((41, 41), bool)
    for depth in range(0, 20, 2):
        spiral[depth, depth : 41 - depth] = spiral[40 - depth, depth : 41 - depth] = True
        spiral[depth : 41 - depth, 40 - depth] = spiral[depth + 2 : 41 - depth, depth] = True
    count, _ = cv2.connectedComponents(spiral.astype(np.uint8), connectivity=8)
    assert is_one_piece(spiral) == (count == 2)
    assert not is_one_piece(np.zeros((5, 5), bool))
    assert not is_one_piece(np.zeros((0, 5), bool))
