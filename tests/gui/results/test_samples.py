"""Samples of networks that see pictures: in the grid, on the page, in comparisons."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Sees
from lenet_gui.engine.checkpoints.checkpoint import checkpoint_of
from lenet_gui.engine.ink.colour_pictures import sample_picture
from lenet_gui.engine.networks.architectures import architecture
from lenet_gui.engine.networks.weight_initialization import initial_weights
from lenet_gui.engine.recognition.evaluation_data import EvaluationData
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.library import comparison_view
from lenet_gui.gui.library.comparison_view import compare_networks
from lenet_gui.gui.results.digit_grid import DIGIT_CELL, DigitGrid
from lenet_gui.gui.results.evaluated import evaluate_on
from tests.gui.helpers import pixels

RED, GREEN = (200, 40, 40), (40, 160, 40)


def recognizer_of(sees: Sees) -> Recognizer:
    made = replace(architecture("lenet-5-modern"), name=sees, sees=sees).for_classes(2)
    if sees == "picture":
        made = replace(made, input_shape=(3, 32, 32))
    return Recognizer(sees, checkpoint_of(made, ("red", "green"), initial_weights(made, 0)))


@pytest.fixture
def colours(tmp_path: Path) -> str:
    for name, colour in (("red", RED), ("green", GREEN)):
        (tmp_path / "own" / name).mkdir(parents=True)
        for place in range(3):
            image = Image.new("RGB", (40, 40), colour)
            image.putpixel((place, 0), (0, 0, 0))
            image.save(tmp_path / "own" / name / f"{place}.png")
    return str(tmp_path / "own")


def test_a_picture_is_shown_and_put_onto_the_page_in_its_colours(qtbot, colours: str) -> None:
    found = evaluate_on("net", recognizer_of("picture"), EvaluationData(colours), ())
    assert found.images.shape == (6, 3, 32, 32)
    place = found.evaluation.labels.tolist().index(0)
    grid = DigitGrid()
    qtbot.addWidget(grid)
    grid.resize(DIGIT_CELL, DIGIT_CELL)
    grid.show_digits(found.images, np.array([place]))
    middle = pixels(grid)[DIGIT_CELL // 2, DIGIT_CELL // 2]
    assert np.abs(middle.astype(int) - RED).max() <= 2
    picture = sample_picture(found.images[place])
    assert picture.rgb is not None
    assert picture.rgb[16, 16].tolist() == list(RED)


def test_networks_that_see_differently_are_compared_on_whole_sets(
    colours: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison_view, "load_recognizer", recognizer_of)
    compared = compare_networks(("picture", "ink"), EvaluationData(colours), ())
    assert compared.found.count == 6
    assert compared.images.shape[1:] == (3, 32, 32)
    one = recognizer_of("ink").checkpoint
    config = {"data": ["own"], "validation": 1, "seed": 0}
    trained = Recognizer("ink", replace(one, training={"config": config}))
    monkeypatch.setattr(
        comparison_view,
        "load_recognizer",
        lambda name: trained if name == "ink" else recognizer_of(name),
    )
    with pytest.raises(BadInput, match="ink and picture do not see the same"):
        compare_networks(("ink", "picture"), None, (colours,))
