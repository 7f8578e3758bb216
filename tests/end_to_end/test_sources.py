"""The real program: MNIST's digits by mouse, pointing at units, menus by keyboard."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from tests.end_to_end.screen import (
    DEADLINE,
    ROOT,
    Program,
    Screen,
    clean_environment,
    until,
)
from tests.end_to_end.test_window import DIGITS, changed, pytestmark
from tests.helpers import mnist_test

__all__ = ["pytestmark"]

ACCENTS = np.array([(0xD9, 0x69, 0x1E), (0xFF, 0x9A, 0x3D)])  # of the light and the dark theme
PAPERS = {"light": (0xFF, 0xFF, 0xFF), "dark": (0x1E, 0x20, 0x26)}


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with Screen() as screen:
        yield screen


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """Where tabs, digits and units are."""
    environment = clean_environment(tmp_path_factory.mktemp("plan"), QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.source_plan"],
        env=environment, cwd=ROOT, capture_output=True, text=True, timeout=DEADLINE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    with Program(screen, tmp_path / "home") as program:
        yield program


def accented(look: np.ndarray) -> int:
    """How many pixels have the accent colour."""
    distances = np.abs(look[:, :, None].astype(int) - ACCENTS).max(axis=3)
    return int((distances.min(axis=2) < 25).sum())


def middle(rect: list[float]) -> tuple[int, int]:
    return int(rect[0] + rect[2] / 2), int(rect[1] + rect[3] / 2)


def open_view_menu(program: Program) -> None:
    """Alt alone already underlines letters; the menu covers more than that."""
    until(program.still, "the window to rest")
    before = program.whole()
    program.keys("alt+v")
    until(lambda: (program.whole() != before).any(axis=2).sum() > 4000, "the menu")
    until(program.still, "the menu to rest")


def choose(program: Program, cell: list[float], label: str) -> None:
    """Click on a digit of the grid, and wait for its answer and its frame."""
    program.click(cell)
    until(lambda: program.answer == label, f"the answer {label}")
    until(lambda: accented(program.screen.look(*cell)) > 20, "its frame")


def test_mnist_digits_by_mouse(program: Program, places: dict) -> None:
    """The answer in the title is the label of the digit that was clicked."""
    program.click(places["tab"])
    cells = places["grid"]
    until(lambda: program.screen.look(*cells[0]).min() < 128, "the digits")
    labels = mnist_test().labels
    for place in (0, 1, 7):
        choose(program, cells[place], labels[place])
    program.click(places["back"])
    program.rest()
    until(lambda: program.page().min() < 80, "the digit on the page")
    assert program.answer == labels[7]
    program.keys("ctrl+z", "ctrl+z", "ctrl+z")
    program.wait_for_answer("")


def test_random_digit_by_keyboard(program: Program) -> None:
    """From the first moment on, while the page is shown."""
    blank = program.page()
    program.keys("ctrl+r")
    until(changed(blank, program.page), "a digit")
    until(lambda: program.page().min() < 80, "its ink")


def test_pointing_at_a_unit(program: Program, places: dict) -> None:
    """The page shows the dashed field of the unit, and it goes with the mouse."""
    program.draw(DIGITS["4"])
    program.wait_for_answer("4")
    page, status = program.page(), program.plan["status"]
    assert accented(page) == 0
    program.screen.hand("mousemove", *middle(places["units of C3"][6]))
    until(lambda: accented(program.page()) > 40, "the receptive field")
    until(program.still, "the window to rest")
    field = np.abs(program.page().astype(int) - page).max(axis=2) > 40
    rows, columns = np.nonzero(field)
    long = [field[row].sum() for row in range(rows.min(), rows.max() + 1)]
    assert max(long) < (columns.max() - columns.min()) * 0.95  # dashes, not a line
    x, y, width, height = status

    def colours() -> int:
        before_the_network = program.screen.look(x + 0.3 * width, y, 0.4 * width, height)
        return len(np.unique(before_the_network.reshape(-1, 3), axis=0))

    until(lambda: colours() > 3, "its name")
    program.rest()
    until(lambda: np.array_equal(program.page(), page), "the field to go")


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_theme_by_menu(program: Program, theme: str) -> None:
    """With the keyboard: View, then the letter of the entry."""

    def shown(name: str) -> bool:
        corner = program.page()[20, 20]
        return tuple(int(part) for part in corner) == PAPERS[name]

    other = "light" if theme == "dark" else "dark"
    for name in (other, theme):
        open_view_menu(program)
        program.keys(name[0])
        until(partial(shown, name), f"the {name} page")
        until(program.still, "the menu to go")
    program.draw(DIGITS["7"])
    program.wait_for_answer("7")
    until(lambda: int(np.ptp(program.page())) > 150, "ink that is seen")


def test_straight_segments_with_shift(program: Program) -> None:
    """However the hand shakes, the ink is a straight line."""
    start, end = (0.5, 0.2), (0.5, 0.8)
    program.screen.hand("keydown", "shift")
    try:
        program.press([start, (0.6, 0.35), (0.42, 0.5), (0.62, 0.65), end])
        program.release()
    finally:
        program.screen.hand("keyup", "shift")
    program.rest()
    program.wait_for_answer("1")

    def inked(axis: int) -> float:
        """The part of the page's side that the ink reaches over."""
        ink = program.page().mean(axis=2) < 80
        return float(np.ptp(np.nonzero(ink)[axis])) / len(ink) if ink.any() else 0.0

    until(lambda: inked(0) > 0.55, "the whole stroke")
    until(program.still, "the window to rest")
    assert inked(1) < 0.12


def test_reset_layout_by_keyboard(program: Program) -> None:
    """A panel that was dragged narrow comes back."""

    def layout() -> tuple[np.ndarray, np.ndarray]:
        return program.page(), program.maps("C1")

    def as_at_first() -> bool:
        return all(np.array_equal(now, then) for now, then in zip(layout(), first, strict=True))

    first = layout()
    x, y, width, height = program.plan["page"]
    edge = round(x + width) + 13, round(y + height / 2)  # between page and panels
    program.screen.hand("mousemove", *edge, "mousedown", 1)
    for step in range(1, 13):
        program.screen.hand("mousemove", edge[0] + 10 * step, edge[1])
    # Qt moves panels between events, and no more once the button is up.
    until(lambda: not as_at_first(), "another layout")
    program.screen.hand("mouseup", 1)
    program.rest()
    for last in (False, False, True):  # a key may come before the menu has the keyboard
        open_view_menu(program)
        program.keys("h")
        program.rest()
        try:
            until(as_at_first, "the first layout", 10)
            break
        except AssertionError:
            if last:
                raise
            program.keys("Escape")


def test_copied_and_then_ended(program: Program) -> None:
    """What lies on the clipboard when the program ends does not bring it down."""
    program.draw(DIGITS["7"])
    program.wait_for_answer("7")
    program.keys("ctrl+c")
    program.keys("Delete")
    program.wait_for_answer("")
    program.keys("ctrl+v")
    program.wait_for_answer("7")
    program.keys("ctrl+q")
    assert program.wait_for_end() == 0
