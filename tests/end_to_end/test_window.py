"""The real program on a real screen: a person draws, and what stands there is right."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import features

from tests.end_to_end.screen import (
    DEADLINE,
    PROGRAM,
    Points,
    Program,
    Screen,
    clean_environment,
    until,
)

MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
if not features.check("xcb"):
    MISSING.append("Pillow with xcb")

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(
        bool(MISSING) and os.environ.get("CI") != "true",
        reason=f"needs a virtual screen and its tools: {', '.join(MISSING)}",
    ),
]

# Parts of the page, 0..1, as a person writes them.
DIGITS: dict[str, list[Points]] = {
    "0": [
        [(0.52, 0.20), (0.38, 0.25), (0.29, 0.42), (0.30, 0.62), (0.40, 0.78), (0.53, 0.80),
         (0.66, 0.70), (0.71, 0.52), (0.67, 0.32), (0.58, 0.22), (0.50, 0.20)],
    ],
    "1": [[(0.47, 0.22), (0.49, 0.40), (0.50, 0.60), (0.51, 0.80)]],
    "2": [
        [(0.31, 0.34), (0.36, 0.24), (0.48, 0.19), (0.61, 0.24), (0.64, 0.36), (0.57, 0.50),
         (0.44, 0.64), (0.32, 0.77), (0.45, 0.77), (0.58, 0.77), (0.70, 0.76)],
    ],
    "3": [
        [(0.33, 0.24), (0.46, 0.19), (0.60, 0.23), (0.63, 0.34), (0.56, 0.44), (0.46, 0.47),
         (0.58, 0.50), (0.67, 0.60), (0.64, 0.72), (0.52, 0.80), (0.38, 0.79), (0.31, 0.72)],
    ],
    "4": [
        [(0.39, 0.20), (0.36, 0.32), (0.31, 0.46), (0.26, 0.54), (0.42, 0.55), (0.58, 0.53),
         (0.71, 0.52)],
        [(0.58, 0.32), (0.57, 0.46), (0.56, 0.62), (0.55, 0.80)],
    ],
    "5": [
        [(0.66, 0.20), (0.54, 0.21), (0.40, 0.22), (0.38, 0.34), (0.36, 0.46), (0.48, 0.43),
         (0.61, 0.49), (0.66, 0.61), (0.60, 0.74), (0.47, 0.80), (0.33, 0.76)],
    ],
    "7": [[(0.28, 0.25), (0.42, 0.24), (0.58, 0.23), (0.71, 0.22), (0.62, 0.40), (0.53, 0.58),
           (0.46, 0.80)]],
}  # fmt: skip


def moved(lines: list[Points], size: float = 1.0, x: float = 0.0, y: float = 0.0) -> list[Points]:
    """Smaller or larger around the middle of the page, then moved."""
    return [
        [(0.5 + (px - 0.5) * size + x, 0.5 + (py - 0.5) * size + y) for px, py in line]
        for line in lines
    ]


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with Screen() as screen:
        yield screen


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    with Program(screen, tmp_path / "home") as program:
        yield program


def changed(before: np.ndarray, look: Callable[[], np.ndarray]) -> Callable[[], bool]:
    return lambda: not np.array_equal(before, look())


# ---- drawing


def test_digits_are_read(program: Program) -> None:
    """Large and small, in the middle and in the corners."""
    blank = program.below_toolbar()
    wrong = {}
    places = [(1.0, 0.0, 0.0), (0.6, -0.2, -0.15), (1.3, 0.0, 0.0), (0.7, 0.15, 0.2)]
    for index, (digit, lines) in enumerate(DIGITS.items()):
        size, x, y = places[index % len(places)]
        program.draw(moved(lines, size, x, y))
        try:
            program.wait_for_answer(digit)
        except AssertionError as error:
            wrong[digit] = str(error)
        program.keys("Delete")
        program.wait_for_answer("")
        program.settled(program.below_toolbar, blank)
    assert not wrong


def test_it_reads_while_the_button_is_down(program: Program) -> None:
    first, second = DIGITS["4"]
    blank = {layer: program.maps(layer) for layer in ("C1", "C3")}
    page = program.page()

    program.press(first[:3])
    until(lambda: program.answer != "", "an answer before the button is up")
    for layer, before in blank.items():
        until(changed(before, partial(program.maps, layer)), f"{layer} to live")
    until(changed(page, program.page), "ink")
    until(program.still, "the window to rest")
    early = {layer: program.maps(layer) for layer in blank}

    program.move(first[2:])
    for layer, before in early.items():
        look = changed(before, partial(program.maps, layer))
        until(look, f"{layer} to change with the stroke")
    program.release()
    until(program.still, "the window to rest")
    half = {layer: program.maps(layer) for layer in blank}

    program.press(second)
    until(lambda: program.answer == "4", "the answer before the button is up")
    program.release()
    program.rest()
    program.wait_for_answer("4")
    for layer, before in half.items():
        until(changed(before, partial(program.maps, layer)), f"{layer} to change")

    program.keys("Delete")
    program.wait_for_answer("")
    for layer, before in blank.items():
        program.settled(partial(program.maps, layer), before)


def test_escape_drops_the_stroke(program: Program) -> None:
    blank = program.below_toolbar()
    program.press(DIGITS["1"][0])
    until(lambda: program.answer != "", "an answer")
    program.keys("Escape")
    program.release()
    program.rest()
    program.wait_for_answer("")
    program.settled(program.below_toolbar, blank)
    program.keys("ctrl+z")
    program.wait_for_answer("")


def test_undo_redo_and_clear(program: Program) -> None:
    blank = program.below_toolbar()
    program.draw(DIGITS["1"])
    program.wait_for_answer("1")
    one = program.page()
    program.draw(moved(DIGITS["1"], x=0.2))
    until(changed(one, program.page), "the second stroke")

    program.keys("ctrl+z")
    program.wait_for_answer("1")
    program.settled(program.page, one)
    program.keys("ctrl+z")
    program.wait_for_answer("")
    program.settled(program.below_toolbar, blank)
    program.keys("ctrl+shift+z")
    program.wait_for_answer("1")
    program.settled(program.page, one)
    program.keys("Delete")
    program.wait_for_answer("")
    program.settled(program.below_toolbar, blank)
    program.keys("ctrl+z")  # clearing can be undone, too
    program.wait_for_answer("1")
    program.settled(program.page, one)


def test_another_reader_reads_the_same_ink(program: Program) -> None:
    recognizers = program.plan["readers"]
    assert len(recognizers) > 1
    program.draw(DIGITS["7"])
    program.wait_for_answer("7")
    until(program.still, "the end of the stroke")  # the answer may come before it
    page, seen = program.page(), [program.whole()]
    program.click(program.plan["reader"])  # with the mouse, then with the keyboard
    until(changed(seen[0], program.whole), "the list of readers")
    program.keys("Home", "Return")
    for step in range(1, len(recognizers)):
        program.rest()
        program.wait_for_answer("7")
        program.settled(program.page, page)
        assert all(not np.array_equal(before, program.whole()) for before in seen[1:])
        seen.append(program.whole())
        if step < len(recognizers) - 1:
            program.keys("Down")
            until(changed(seen[-1], program.whole), "another reader")


@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_on_dense_screens(screen: Screen, tmp_path: Path, scale: str) -> None:
    with Program(screen, tmp_path / "home", QT_SCALE_FACTOR=scale) as program:
        blank = program.maps("C1")
        program.draw(DIGITS["4"])
        program.wait_for_answer("4")
        until(changed(blank, lambda: program.maps("C1")), "C1 to live")


# ---- the process


def test_no_torch_and_a_good_end(program: Program) -> None:
    program.draw(DIGITS["0"])
    program.wait_for_answer("0")
    mapped = Path(f"/proc/{program.process.pid}/maps").read_text()
    assert "numpy" in mapped  # the right process
    assert "torch" not in mapped
    until(lambda: program.family() == [program.process.pid], "what asks the desktop to end")
    program.close_window()
    assert program.wait_for_end() == 0


def test_ctrl_q_ends_it_in_the_middle_of_a_stroke(program: Program) -> None:
    program.press(DIGITS["3"][0])
    until(lambda: program.answer != "", "an answer")
    program.keys("ctrl+q")
    assert program.wait_for_end() == 0
    program.release()


def test_starts_with_broken_settings(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "lenet_gui"
    folder.mkdir(parents=True)
    file = folder / "lenet_gui.ini"
    file.write_bytes(
        b"[General]\ntheme=\xff\xfe\nreader=../../nothing\ngeometry=7\nstate=@Invalid("
    )
    program = Program(screen, tmp_path / "home")
    try:
        program.draw(DIGITS["1"])
        program.wait_for_answer("1")
        program.close_window()
        assert program.wait_for_end() == 0
        (journal,) = tmp_path.rglob("lenet_gui.log")
        said = journal.read_text()
        assert "Traceback" not in program.said() + said
        assert "theme" in said  # each that was dropped has a line
        assert "geometry" in said
    finally:
        program.kill()


@pytest.mark.parametrize("display", [None, "", ":987", "nowhere.invalid:0"])
def test_without_a_screen(tmp_path: Path, display: str | None) -> None:
    environment = clean_environment(tmp_path / "home")
    if display is not None:
        environment["DISPLAY"] = display
    done = subprocess.run(
        [PROGRAM], env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=DEADLINE,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()  # a sentence, not a dump
    assert "display" in line
    assert "lenet-gui recognize" in line  # what works without one
    assert not list(tmp_path.glob("core*"))
