"""Data: walk through the digits that networks learn from, and add one's own."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.workspaces.workspace import Row, Workspace

WORKSPACE = Workspace(
    name="data",
    title=QT_TRANSLATE_NOOP("Workspace", "D&ata"),
    tip=QT_TRANSLATE_NOOP("Workspace", "Browse digits, and add your own"),
    key="Ctrl+5",
    page=0.24,
    answer=0.3,
    rows=(
        Row(0.6, (("digits",),)),
        Row(0.4, (("nearest", "map", "my_digits"),)),
    ),
)
