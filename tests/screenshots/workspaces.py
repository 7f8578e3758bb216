"""Pictures of every workspace and of the projector, in all languages and themes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from lenet_gui.gui.workspaces import WORKSPACES
from tests.screenshots.stage import Stage

PROJECTOR = "projector"


def take(
    folder: Path, only: Collection[str] | None, looks: Iterable[tuple[str, str]], tabs: bool
) -> int:
    """Write pictures of some workspaces, or all; with ``tabs`` also of each panel behind one.

    looks: languages and themes. Return 1 if a window is larger than its screen, else 0.
    """
    stage, faults = Stage(), 0
    size = stage.fill_screen()
    for language, theme in looks:
        stage.look(language, theme)
        for workspace in (*(workspace.name for workspace in WORKSPACES), PROJECTOR):
            if only is not None and workspace not in only:
                continue
            if workspace == PROJECTOR:
                stage.project()
            else:
                stage.enter(workspace)
            docks = stage.window.workspaces.docks.items()
            behind = [name for name, dock in docks if not dock.seen] if tabs else []
            for panel in ("", *behind):
                if panel:
                    stage.bring(panel)
                parts = (workspace, panel, language, theme)
                picture = stage.save(folder / f"{'-'.join(filter(None, parts))}-{size}.png")
                found = f"{picture.width()}x{picture.height()}"
                fault = "" if found == size else f"  FAULT: the window has {found} pixels"
                faults |= bool(fault)
                print("-".join(filter(None, parts)), size + fault)
            if workspace == PROJECTOR:
                stage.project()
    stage.window.close()
    return int(faults)
