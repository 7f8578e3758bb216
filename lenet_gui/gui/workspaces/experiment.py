"""Experiment: change a part of the network or of the picture, and see what happens."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.workspaces.workspace import Row, Workspace

WORKSPACE = Workspace(
    name="experiment",
    title=QT_TRANSLATE_NOOP("Workspace", "Experime&nt"),
    tip=QT_TRANSLATE_NOOP("Workspace", "Change any part, and see what happens"),
    key="Ctrl+3",
    page=0.24,
    answer=0.3,
    rows=(
        Row(0.5, (("network",),)),
        Row(0.5, (("what_if", "way_in", "bend", "time", "compare"),)),
    ),
)
