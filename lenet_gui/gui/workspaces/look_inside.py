"""Look inside: where the numbers come from, one unit and one layer at a time."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.workspaces.workspace import Row, Workspace

WORKSPACE = Workspace(
    name="look_inside",
    title=QT_TRANSLATE_NOOP("Workspace", "Look &inside"),
    tip=QT_TRANSLATE_NOOP("Workspace", "See the kernels and connections behind each number"),
    key="Ctrl+2",
    page=0.24,
    answer=0.36,
    below_page=("answer", "why"),
    rows=(
        Row(0.52, (("network",),)),
        Row(
            0.48,
            (
                ("inspector", "kernels", "weights", "learning_step"),
                ("layers", "connections"),
            ),
            (0.6, 0.4),
        ),
    ),
)
