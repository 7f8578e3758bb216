"""Pictures of the window, to look at: python -m tests.screenshots [--only read ...] [--help].

Writes build/screenshots/*.png; with --readme the pictures of the README, and with --animation the
one that moves, to resources/screenshots/. Fails if a window is larger than its screen.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from tests.first_start import without_opening

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build" / "screenshots"
README = ROOT / "resources" / "screenshots"
# Pixels of screens, and their scale in percent.
SCREENS = ("1024x600@100", "1366x768@100", "1920x1080@100", "2732x1536@200")
README_SCALE = "150"
THEMES, LANGUAGES = ("light", "dark"), ("en", "zh_CN")
PARTS = ("workspaces", "readme", "animation")  # a process each, and one more for each scale


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures in processes of their own: Qt reads the scale once, when it starts."""
    given = _parser().parse_args(arguments)
    if given.part:
        return _take(given)
    for folder in (BUILD, README):
        folder.mkdir(parents=True, exist_ok=True)
    if given.readme or given.animation:
        parts = [part for part in PARTS[1:] if getattr(given, part)]
        runs = [(part, README_SCALE if part == "readme" else "100") for part in parts]
    else:
        scales = dict.fromkeys(screen.partition("@")[2] or "100" for screen in given.size)
        runs = [("workspaces", scale) for scale in scales]
    passed = sys.argv[1:] if arguments is None else list(arguments)
    return max(_run(part, scale, passed) for part, scale in runs)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("--only", nargs="+", metavar="WORKSPACE", help="all by default")
    parser.add_argument("--size", nargs="+", default=SCREENS, metavar="WIDTHxHEIGHT[@SCALE]")
    parser.add_argument("--theme", nargs="+", default=THEMES, choices=THEMES)
    parser.add_argument("--language", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    parser.add_argument("--tabs", action="store_true", help="also every panel behind a tab")
    parser.add_argument("--readme", action="store_true", help="the pictures of the README")
    parser.add_argument("--animation", action="store_true", help="the moving one of the README")
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    return parser


def _run(part: str, scale: str, passed: Sequence[str]) -> int:
    """Take the pictures of one part at one scale. Return 0, or 1 for faults."""
    home = BUILD / "home"
    shutil.rmtree(home, ignore_errors=True)  # nothing is left over from last time
    without_opening(home)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(int(scale) / 100),
        "XDG_CONFIG_HOME": str(home),
        "LENET_GUI_DATA": str(home),
    }
    command = [sys.executable, "-m", "tests.screenshots", *passed, "--part", part]
    return subprocess.run(command, env=environment, cwd=ROOT).returncode


def _take(given: argparse.Namespace) -> int:
    from tests.screenshots import animation, readme, workspaces

    if given.part == "readme":
        return readme.take(README, BUILD)
    if given.part == "animation":
        return animation.take(README / "drawing.webp")
    scale = float(os.environ["QT_SCALE_FACTOR"])
    sizes = [
        tuple(round(int(side) / scale) for side in pixels.split("x"))
        for pixels, _, percent in (screen.partition("@") for screen in given.size)
        if int(percent or 100) == scale * 100
    ]
    looks = product(given.language, given.theme, sizes)
    return workspaces.take(BUILD, given.only, looks, given.tabs)


if __name__ == "__main__":
    sys.exit(main())
