"""`lenet-gui networks`: lists shipped and own networks, and architectures without one; of a single
one, its layers, too."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lenet_gui.cli.evaluate import data_and_part
from lenet_gui.cli.output import say, warn
from lenet_gui.common.bad_input import BadInput, no_such
from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.checkpoints.named_networks import (
    DEFAULT_NETWORK,
    load_checkpoint,
    network_names,
)
from lenet_gui.engine.checkpoints.shipped_networks import shipped_names
from lenet_gui.engine.explaining.layer_copies import cells, sides
from lenet_gui.engine.explaining.layer_table import LayerRow, input_text, layer_table, totals
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.architectures import ARCHITECTURES

_LAYER_HEADS = (
    "layer", "kind", "kernel", "stride", "padding", "activation", "input → output", "parameters",
    "connections",
)  # fmt: skip


@dataclass(frozen=True)
class _Entry:
    """A network, or an architecture without one: then ``evaluation`` is empty."""

    name: str
    architecture: Architecture
    evaluation: Mapping[str, Any] = field(default_factory=dict)
    library: bool = False

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "architecture": self.architecture.name,
            "parameters": self.architecture.parameters,
            "connections": self.architecture.connections,
            "test_error_rate": self.evaluation.get("error_rate"),
            "test_loss": self.evaluation.get("loss"),
            "test_data": self.evaluation.get("data"),
            "test_part": self.evaluation.get("part", ""),
            "library": self.library,
            "layers": [row.as_json() for row in layer_table(self.architecture)],
        }


def run(options: argparse.Namespace) -> int:
    """Print the list, or one network with its layers. Returns the exit code.

    Raises BadChoice if there is no network of the name, BadInput if its file cannot be used.
    """
    entries = _all() if options.name is None else [_named(options.name)]
    if options.json:
        print(json.dumps([entry.as_json() for entry in entries], indent=1))
        return 0
    say(*_list(entries))
    if options.name is not None:
        say("", *_layers(entries[0].architecture))
    return 0


def _all() -> list[_Entry]:
    """Return every network; print why one is left out whose file cannot be used."""
    entries = []
    for name in network_names():
        try:
            entries.append(_trained(name))
        except BadInput as error:
            warn(f"lenet-gui: {error}")
    named = {entry.name for entry in entries}
    return entries + [
        _Entry(name, made) for name, made in ARCHITECTURES.items() if name not in named
    ]


def _named(name: str) -> _Entry:
    trained = network_names()
    if name in trained:
        return _trained(name)
    if name in ARCHITECTURES:
        return _Entry(name, ARCHITECTURES[name])
    raise no_such("network", name, [*trained, *ARCHITECTURES])


def _trained(name: str) -> _Entry:
    """Return a network. Raises BadInput if its file cannot be used."""
    checkpoint = load_checkpoint(name)
    architecture, library = architecture_of(checkpoint), name not in shipped_names()
    return _Entry(name, architecture, checkpoint.evaluation, library)


# ---- as text


def _list(entries: Sequence[_Entry]) -> list[str]:
    """Return a line for each network, below their heads."""
    width = max(20, *(len(entry.name) + 2 for entry in entries))
    heads = f"{'architecture':<18}{'parameters':>12}{'connections':>13}{'test error':>12}"
    lines = [f"{'name':<{width}}{heads}  tested on"]
    for row in (entry.as_json() for entry in entries):
        rate = row["test_error_rate"]
        error = "untrained" if rate is None else f"{rate:.2%}"
        tested = "" if rate is None else data_and_part(row["test_data"] or "?", row["test_part"])
        default = " (default)" if row["name"] == DEFAULT_NETWORK else ""
        lines.append(
            f"{row['name']:<{width}}{row['architecture']:<18}{row['parameters']:>12,}"
            f"{row['connections']:>13,}{error:>12}  {tested}{default}"
        )
    return lines


def _layers(architecture: Architecture) -> list[str]:
    """Return the input, a line for each layer, the sums, and how the weights begin."""
    rows = layer_table(architecture)
    first = [(row.name, row.first_weights_text()) for row in rows if row.first_weights]
    return [
        f"input: {input_text(architecture)}",
        "",
        *_aligned([_LAYER_HEADS, *map(_cells, rows)]),
        "",
        f"together: {totals(architecture)}",
        "",
        *_aligned([("layer", "first weights"), *first]),
    ]


def _cells(row: LayerRow) -> tuple[str, ...]:
    name, kind, kernel, stride, padding, activation, *_, parameters, connections, _ = cells(row)
    shapes = f"{sides(row.input_shape)} → {sides(row.output_shape)}"
    return name, kind, kernel, stride, padding, activation, shapes, parameters, connections


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return each row as a line, its cells in columns."""
    widths = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)]
    return [
        "".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
