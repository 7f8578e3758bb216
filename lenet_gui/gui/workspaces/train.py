"""Train: teach a network, and watch it learn."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.workspaces.workspace import Row, Workspace

WORKSPACE = Workspace(
    name="train",
    title=QT_TRANSLATE_NOOP("Workspace", "&Train"),
    tip=QT_TRANSLATE_NOOP("Workspace", "Train a network, and keep and compare networks"),
    key="Ctrl+4",
    page=0.24,
    answer=0.3,
    rows=(
        Row(0.52, (("training",), ("kernels",)), (0.7, 0.3)),
        Row(0.48, (("network", "result", "library", "flight_recorder", "sweeps"),)),
    ),
)
