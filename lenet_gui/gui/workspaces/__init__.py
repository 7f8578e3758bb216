"""The table of workspaces: which panels stand where. One file and one row here for each.

A workspace appears as soon as one of the panels exists that stand in it alone.
"""

from __future__ import annotations

from collections import Counter

from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.workspaces import data, experiment, look_inside, read, train
from lenet_gui.gui.workspaces.workspace import Workspace

ALL: tuple[Workspace, ...] = (
    read.WORKSPACE,
    look_inside.WORKSPACE,
    experiment.WORKSPACE,
    train.WORKSPACE,
    data.WORKSPACE,
)


def _existing() -> tuple[Workspace, ...]:
    places = Counter(name for workspace in ALL for name in set(workspace.panels()))
    there = {panel.name for panel in PANELS}
    return tuple(
        workspace
        for workspace in ALL
        if any(places[name] == 1 and name in there for name in workspace.panels())
    )


WORKSPACES = _existing()
