"""The workspace Read on a projector: the page larger, and little else."""

from __future__ import annotations

from dataclasses import replace

from lenet_gui.gui.workspaces.read import WORKSPACE as READ
from lenet_gui.gui.workspaces.workspace import Row

ROWS = (Row(0.6, (("network",),)), Row(0.4, (("answer",),)))
PROJECTED_READ = replace(READ, page=0.42, below_page=(), rows=ROWS)
