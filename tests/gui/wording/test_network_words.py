"""What a network is, in one line."""

from dataclasses import replace

import pytest

from lenet_gui.engine.networks.architectures import ARCHITECTURES, architecture
from lenet_gui.gui.wording.network_words import network_line

PAPER = architecture("lenet-5")


def line(*data: object) -> str:
    return network_line(PAPER, {"config": {"data": list(data)}})


def test_the_usual_data_are_not_named() -> None:
    assert line("mnist") == line() == network_line(PAPER, {}) == "1998 as published"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (("mnist", "unipen-digits.npz"), "1998 as published, also trained on pens"),
        (("/home/me/sevens.csv",), "1998 as published, trained on sevens.csv"),
        (("mnist-train", "a", "b"), "1998 as published, also trained on a and b"),
        (("a", "b", "b", "c", "d", "e"), "1998 as published, trained on a, b, c and …"),
    ],
)
def test_other_data_are(data: tuple[str, ...], words: str) -> None:
    assert line(*data) == words


@pytest.mark.parametrize(
    "training",
    [
        {"config": None},
        {"config": []},
        {"config": {"data": "mnist"}},
        {"config": {"data": [3, {}]}},
    ],
)
def test_records_that_lack_anything(training: dict[str, object]) -> None:
    assert network_line(PAPER, training) == "1998 as published"


def test_names_of_strangers_stay_short_and_visible() -> None:
    words = line("mnist", "x" * 10_000, "left\u202eright\n")
    assert len(words) < 140
    assert words.isprintable()


def test_every_architecture_has_a_line_of_its_own() -> None:
    lines = [network_line(each, {}) for each in ARCHITECTURES.values()]
    assert len(set(lines)) == len(lines)
    assert all(0 < len(text) <= 45 for text in lines)


def test_an_architecture_without_a_summary_says_how_it_departs() -> None:
    """As one does that somebody adds with the least there can be."""
    own = replace(PAPER, summary="", departure="It has half as many maps.")
    assert network_line(own, {}) == "It has half as many maps."


def test_what_sees_pictures_is_told() -> None:
    colour = ARCHITECTURES["lenet-relu"].seeing("picture")
    grey = ARCHITECTURES["lenet-5-tanh"].seeing("picture")
    training = {"config": {"data": ["/home/me/flowers"]}}
    assert network_line(colour, training).endswith(", sees pictures in colour, trained on flowers")
    assert network_line(grey, {}).endswith(", sees pictures in grey")
