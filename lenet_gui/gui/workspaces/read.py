"""Read: draw, and see the answer and what the network makes of it. The first workspace."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.workspaces.workspace import Row, Workspace

WORKSPACE = Workspace(
    name="read",
    title=QT_TRANSLATE_NOOP("Workspace", "&Read"),
    tip=QT_TRANSLATE_NOOP("Workspace", "Draw, and watch the network read"),
    key="Ctrl+1",
    page=0.29,
    answer=0.3,
    rows=(
        Row(0.65, (("network",),)),
        Row(0.35, (("stages", "certainty", "segmentation"),)),
    ),
)
