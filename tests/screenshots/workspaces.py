"""Pictures of every workspace in all languages, themes and sizes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from lenet_gui.gui.workspaces import WORKSPACES
from tests.screenshots.stage import Stage

Look = tuple[str, str, tuple[int, int]]  # language, theme, width and height in pixels of Qt


def take(folder: Path, only: Collection[str] | None, looks: Iterable[Look], tabs: bool) -> int:
    """Write pictures of some workspaces, or all; with ``tabs`` also of each panel behind one.

    Return 1 if a window is larger than it should be, else 0.
    """
    stage, faults = Stage(), 0
    for language, theme, size in looks:
        stage.look(language, theme, size)
        for workspace in WORKSPACES:
            if only is not None and workspace.name not in only:
                continue
            stage.enter(workspace.name)
            docks = stage.window.workspaces.docks.items()
            behind = [name for name, dock in docks if not dock.seen] if tabs else []
            for panel in ("", *behind):
                if panel:
                    stage.bring(panel)
                parts = (workspace.name, panel, language, theme)
                found = (stage.window.width(), stage.window.height())
                ratio = stage.window.devicePixelRatio()
                pixels = "x".join(str(round(side * ratio)) for side in size)
                path = folder / f"{'-'.join(filter(None, parts))}-{pixels}.png"
                stage.save(path)
                print(path.name)
                if found != size:
                    faults = 1
                    print(f"  FAULT: the window is {found[0]}x{found[1]}, not {size[0]}x{size[1]}")
    stage.window.close()
    return faults
