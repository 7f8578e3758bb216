"""Pictures of the window, to look at: python -m tests.screenshots [--only read ...] [--help].

Writes build/screenshots/*.png; with --readme the pictures of the README, and with --animation the
one that moves, to resources/screenshots/. Fails if a window is larger than its screen.
"""

from __future__ import annotations

import argparse
import json
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
README_SCREENS = {"readme": "2049x1152@150", "animation": "1180x660@100"}
THEMES, LANGUAGES = ("light", "dark"), ("en", "zh_CN")
PARTS = ("workspaces", *README_SCREENS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures of each screen in a process: Qt asks for it once, when it starts."""
    given = _parser().parse_args(arguments)
    if given.part:
        return _take(given)
    for folder in (BUILD, README):
        folder.mkdir(parents=True, exist_ok=True)
    runs = [(part, screen) for part, screen in README_SCREENS.items() if getattr(given, part)]
    runs = runs or [("workspaces", screen) for screen in given.size]
    passed = sys.argv[1:] if arguments is None else list(arguments)
    return max(_run(part, screen, passed) for part, screen in runs)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="workspaces, projector")
    parser.add_argument("--size", nargs="+", default=SCREENS, metavar="WIDTHxHEIGHT[@SCALE]")
    parser.add_argument("--theme", nargs="+", default=THEMES, choices=THEMES)
    parser.add_argument("--language", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    parser.add_argument("--tabs", action="store_true", help="also every panel behind a tab")
    parser.add_argument("--readme", action="store_true", help="the pictures of the README")
    parser.add_argument("--animation", action="store_true", help="the moving one of the README")
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    return parser


def _run(part: str, screen: str, passed: Sequence[str]) -> int:
    """Take the pictures of one part on one screen. Return 0, or 1 for faults."""
    home = BUILD / "home"
    shutil.rmtree(home, ignore_errors=True)  # nothing is left over from last time
    without_opening(home)
    pixels, _, percent = screen.partition("@")
    width, height = map(int, pixels.split("x"))
    shown = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height}
    shown |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = home / "screens.json"
    screens.write_text(json.dumps({"screens": [shown]}), encoding="utf-8")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "QT_SCALE_FACTOR": str(int(percent or 100) / 100),
        "XDG_CONFIG_HOME": str(home),
        "LENET_GUI_DATA": str(home),
    }
    command = [sys.executable, "-m", "tests.screenshots", *passed, "--part", part, "--size", screen]
    return subprocess.run(command, env=environment, cwd=ROOT).returncode


def _take(given: argparse.Namespace) -> int:
    from tests.screenshots import animation, readme, workspaces

    if given.part == "readme":
        return readme.take(README, BUILD)
    if given.part == "animation":
        return animation.take(README / "drawing.webp")
    return workspaces.take(BUILD, given.only, product(given.language, given.theme), given.tabs)


if __name__ == "__main__":
    sys.exit(main())
