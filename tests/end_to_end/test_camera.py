"""The real program reads a page in a video: the path that a camera takes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
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
from tests.end_to_end.test_window import pytestmark
from tests.gui.streams import page_of, write_video

__all__ = ["pytestmark"]

BOX, CHOSEN = (0x1F, 0x6F, 0xD9), (0xD9, 0x69, 0x1E)  # blue and orange of the light theme
SECONDS = 6


class Player(Program):
    """FFmpeg tells of the files that it opens."""

    def said(self) -> str:
        ours = ("lenet_gui", "Traceback", "qt.qpa", "Error:")
        lines = super().said().splitlines()
        return "\n".join(line for line in lines if any(word in line for word in ours))


@pytest.fixture
def player(tmp_path: Path) -> Iterator[Player]:
    with Screen() as screen, Player(screen, tmp_path / "home") as program:
        yield program


@pytest.fixture
def places(tmp_path: Path) -> dict:
    """Where the camera's tab is, and its picture."""
    environment = clean_environment(tmp_path / "plan", QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.camera_plan"],
        env=environment, cwd=ROOT, capture_output=True, text=True, timeout=DEADLINE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def coloured(look: np.ndarray, color: tuple[int, int, int]) -> int:
    return int((np.abs(look.astype(int) - color).max(axis=2) < 30).sum())


def test_a_video_of_a_page(player: Player, places: dict, tmp_path: Path) -> None:
    """Chosen with the keyboard; boxes are drawn, and all panels show a digit while it plays."""
    video = write_video(tmp_path / "page.avi", [page_of("3322/7337")] * (25 * SECONDS))
    blank = player.maps("C3")
    player.click(places["tab"])
    player.rest()
    until(player.still, "the camera's side")
    player.keys("v", "Tab", "Tab")
    player.screen.hand("type", "--delay", 5, str(video))
    player.keys("Return")
    until(lambda: player.answer in set("327") and player.answer, "an answer")
    picture = places["picture"]
    until(lambda: coloured(player.screen.look(*picture), BOX) > 500, "boxes")
    until(lambda: coloured(player.screen.look(*picture), CHOSEN) > 100, "the chosen one")
    until(lambda: not np.array_equal(player.maps("C3"), blank), "C3 to live")
    x, y, width, height = picture
    player.screen.hand("mousemove", int(x + width * 0.4), int(y + height * 0.42), "click", 1)
    player.rest()
    player.keys("alt+s")
    until(player.still, "the menu")
    player.keys("d")  # Draw: what was clicked lies on the page
    until(lambda: player.page().min() < 80, "ink on the page")
