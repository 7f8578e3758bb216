"""Where printed lines run."""

import numpy as np

from lenet_gui.engine.pages.ruling import ruling_of


def test_grain_beside_the_page_does_not_hang_lines_together() -> None:
    trace = np.zeros((400, 600), np.uint8)
    trace[40:360:40, 60:540] = 255
    table = np.random.default_rng(2).random((400, 600)) < 0.35
    table[:, 60:540] = False
    trace[table] = 255
    found = ruling_of(trace)
    assert found is not None
    assert all(found.level[row, 60:540].all() for row in range(40, 360, 40))
