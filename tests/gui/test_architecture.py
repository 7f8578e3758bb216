"""ARCHITECTURE.md says where everything of the window is: all of it, and nothing that is gone."""

import re
from pathlib import Path

import lenet_gui.gui

GUI = Path(lenet_gui.gui.__path__[0])
TEXT = (GUI.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
INSIDE = TEXT.partition("Inside `gui/`:")[2].partition("The import contracts")[0]


def named(text: str) -> set[str]:
    """Files and folders that stand there."""
    return set(re.findall(r"`([\w*/]+(?:\.py|/))`", text))


def test_all_of_the_window_is_named() -> None:
    there = {path.name + ("/" if path.is_dir() else "") for path in GUI.iterdir()}
    assert named(INSIDE) == there - {"__init__.py", "__pycache__/"}


def test_what_is_named_elsewhere_is_there() -> None:
    paths = {name for name in named(TEXT) if name.startswith("gui/")}
    assert len(paths) > 10
    assert not [name for name in paths if not list(GUI.parent.glob(name))]
