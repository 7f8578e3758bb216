"""Lists of classes: in a line, as chosen, and in order."""

import pytest

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.class_lists import (
    chosen_classes,
    class_names_of_text,
    in_order,
    text_of_class_names,
)


@pytest.mark.parametrize(
    "names", [(), ("0", "1"), ("a b", "c, d", 'e "f"'), ("ü", "一"), tuple(map(str, range(1000)))]
)
def test_a_line_tells_its_names_again(names: tuple[str, ...]) -> None:
    assert class_names_of_text(text_of_class_names(names)) == names


def test_spaces_around_names_do_not_count() -> None:
    assert class_names_of_text(' b ,a, "c, d" ') == ("b", "a", "c, d")


def test_numbers_come_first_and_by_their_value() -> None:
    assert in_order(["b", "10", "9", "a", "9"]) == ("9", "10", "a", "b")


def test_the_chosen_order_holds() -> None:
    assert chosen_classes((), ["0", "1"]) == ("0", "1")
    assert chosen_classes(("1", "x", "0"), ["0", "1"]) == ("1", "x", "0")


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (("0", "1", "0"), "'0' cannot be a class"),
        (("0", ""), "'' cannot be a class"),
        (("0", "a" * 101), "cannot be a class"),
        (("0", "\u202e"), "cannot be a class"),
        (("0", "2"), "not among those to learn: 1. Add them."),
    ],
)
def test_what_cannot_be_chosen(chosen: tuple[str, ...], said: str) -> None:
    with pytest.raises(BadChoice, match=said):
        chosen_classes(chosen, ["0", "1"])
