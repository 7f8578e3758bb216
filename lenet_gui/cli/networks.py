"""`lenet-gui networks`: lists shipped and own networks, and architectures without one."""

from __future__ import annotations

import argparse
import json
from typing import Any

from lenet_gui.cli.evaluate import data_and_part
from lenet_gui.cli.output import say, warn
from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.checkpoints.named_networks import (
    DEFAULT_NETWORK,
    load_checkpoint,
    network_names,
)
from lenet_gui.engine.checkpoints.shipped_networks import shipped_names
from lenet_gui.engine.networks.architectures import ARCHITECTURES


def run(options: argparse.Namespace) -> int:
    """Print the list. Returns the exit code."""
    rows = [row for name in network_names() if (row := _trained(name)) is not None]
    named = {row["name"] for row in rows}
    rows += [_untrained(name) for name in ARCHITECTURES if name not in named]
    if options.json:
        print(json.dumps(rows, indent=1))
        return 0
    width = max(20, *(len(row["name"]) + 2 for row in rows))
    heads = f"{'architecture':<18}{'parameters':>12}{'connections':>13}{'test error':>12}"
    say(f"{'name':<{width}}{heads}  tested on")
    for row in rows:
        rate = row["test_error_rate"]
        error = "untrained" if rate is None else f"{rate:.2%}"
        tested = "" if rate is None else data_and_part(row["test_data"] or "?", row["test_part"])
        default = " (default)" if row["name"] == DEFAULT_NETWORK else ""
        say(
            f"{row['name']:<{width}}{row['architecture']:<18}{row['parameters']:>12,}"
            f"{row['connections']:>13,}{error:>12}  {tested}{default}"
        )
    return 0


def _trained(name: str) -> dict[str, Any] | None:
    """Return the row of a network; print why, and return None, if its file cannot be used."""
    try:
        checkpoint = load_checkpoint(name)
    except BadInput as error:
        warn(f"lenet-gui: {error}")
        return None
    architecture = architecture_of(checkpoint)
    return {
        "name": name,
        "architecture": architecture.name,
        "parameters": architecture.parameters,
        "connections": architecture.connections,
        "test_error_rate": checkpoint.evaluation.get("error_rate"),
        "test_loss": checkpoint.evaluation.get("loss"),
        "test_data": checkpoint.evaluation.get("data"),
        "test_part": checkpoint.evaluation.get("part", ""),
        "library": name not in shipped_names(),
    }


def _untrained(name: str) -> dict[str, Any]:
    """Return the row of an architecture."""
    architecture = ARCHITECTURES[name]
    return {
        "name": name,
        "architecture": name,
        "parameters": architecture.parameters,
        "connections": architecture.connections,
        "test_error_rate": None,
        "test_loss": None,
        "test_data": None,
        "test_part": "",
        "library": False,
    }
