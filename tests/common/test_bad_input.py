"""Errors in files and choices, as sentences."""

from pathlib import Path

import pytest

from lenet_gui.common.bad_input import BadChoice, BadInput, no_such


def test_a_sentence_keeps_what_fills_it_so_that_it_can_be_translated() -> None:
    inner = BadInput("{count} is too many.", count=12)
    error = BadInput("{file} cannot be used: {why}", file="a.png", why=inner)
    assert str(error) == "a.png cannot be used: 12 is too many."
    assert error.template == "{file} cannot be used: {why}"
    assert error.details == {"file": "a.png", "why": inner}


@pytest.mark.parametrize("kind", [str, Path])
def test_names_of_files_with_halves_of_letters_can_be_shown_and_written(kind: type) -> None:
    error = BadInput("There is no file {file}.", file=kind("caf\udce9.png"))
    assert str(error) == "There is no file caf⟨U+DCE9⟩.png."
    str(error).encode()


def test_a_wrong_name_is_answered_with_the_nearest_one_or_with_all() -> None:
    near, far = (no_such("preset", name, ["best", "pens"]) for name in ("bets", "zzz"))
    assert isinstance(near, BadChoice)
    assert str(near) == "There is no preset named bets. Did you mean best?"
    assert str(far) == "There is no preset named zzz. Available: best, pens."
