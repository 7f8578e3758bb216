"""`lenet-gui import`: makes a checkpoint of a network that another program wrote."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from lenet_gui.cli.output import say, warn
from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.class_lists import class_names_of_text
from lenet_gui.engine.checkpoints.checkpoint import write_checkpoint
from lenet_gui.engine.importing.candidates import Candidate, Said
from lenet_gui.engine.importing.foreign_file import read_foreign_file
from lenet_gui.engine.importing.imported import Found, found_in, imported
from lenet_gui.engine.importing.trials import MOST_TIES


def run(options: argparse.Namespace) -> int:
    """Write the checkpoint, and print what became what. Returns the exit code."""
    said = Said(
        options.architecture or "", options.activation or "", options.pooling or "",
        options.padding, options.input_side, options.input_range or "", options.ink or "",
        options.sees or "",
    )  # fmt: skip
    names = None if options.classes is None else class_names_of_text(options.classes)
    found = found_in(read_foreign_file(Path(options.file)), said, names)
    if options.choose is None and not found.certain:
        _say_choices(found, options.json)
        raise BadChoice(_undecided(found))
    choice = 1 if options.choose is None else options.choose
    if not 1 <= choice <= len(found.choices):
        raise BadChoice(
            "There is no choice {number}; there are {count}.",
            number=choice,
            count=len(found.choices),
        )
    output = Path(options.output)
    write_checkpoint(output, imported(found, choice - 1))
    candidate = found.choices[choice - 1]
    if options.json:
        say(json.dumps(_as_json(found, choice, output), ensure_ascii=False))
    else:
        say(*_table(candidate), "", *_choices(found), "", f"written: {output}",
            f"architecture: {candidate.architecture.name}, choice {choice}",
            f"It rejects nothing: 'lenet-gui calibrate {output} --data …' sets when.")  # fmt: skip
    for remark in candidate.remarks:
        warn(f"lenet-gui: {remark}")
    if candidate.drops_colour:
        warn("lenet-gui: the network has three channels, but sees ink: colour is dropped. To let "
             "it see pictures as they are: --sees picture.")  # fmt: skip
    return 0


def _undecided(found: Found) -> str:
    """Return why a person has to choose."""
    if found.tried:
        return (
            "No combination reads MNIST's digits, so these do not tell what the file leaves open. "
            "Choose with --choose N, or say it with --activation, --pooling, --ink and so on."
        )
    return (
        "The classes are not the ten digits, so trying MNIST's does not tell what the file leaves "
        "open. Choose with --choose N (1 is the most usual), or say it with --activation, "
        "--pooling, --ink and so on."
    )


def _say_choices(found: Found, as_json: bool) -> None:
    if as_json:
        say(json.dumps({"choices": [_choice_as_json(one) for one in found.choices]}))
    else:
        say(*_choices(found))


def _table(candidate: Candidate) -> Iterator[str]:
    """Yield the lines that say what became what."""
    rows = [("in the file", "shape", "here", "shape")]
    for row in candidate.table:
        into = f"{row.parameter} (a part)" if row.folded else row.parameter
        rows.append((row.source, _sides(row.source_shape), into, _sides(row.shape)))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for shown in rows:
        cells = (cell.ljust(width) for cell, width in zip(shown, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _sides(shape: tuple[int, ...]) -> str:
    return "x".join(map(str, shape)) or "1"


def _choices(found: Found) -> Iterator[str]:
    """Yield the lines of what fits as well as the best."""
    if found.tried:
        yield f"{found.combinations} combinations tried on MNIST's test digits; the best:"
    else:
        yield f"{found.combinations} combinations fit the shapes; the most usual:"
    for number, candidate in enumerate(found.choices, 1):
        accuracy = candidate.accuracy
        read = "" if accuracy is None else f"{accuracy:7.1%} right"
        yield f"{number:3}{read}  {described(candidate)}"
    if len(found.choices) == MOST_TIES:
        yield "…"


def described(candidate: Candidate) -> str:
    """Return what a file may have left open, in words of the options."""
    architecture, structure = candidate.architecture, candidate.structure
    parts = [f"input {_sides(architecture.input_shape)}"]
    if structure is not None:
        parts.append(f"padding {structure.paddings[0] if structure.paddings else 0}")
        if any(stride > 1 for stride in structure.strides):
            parts.append("strides " + ", ".join(map(str, structure.strides)))
        if candidate.pooling:
            places = [str(place) for place, yes in enumerate(structure.pooled, 1) if yes]
            parts.append(f"{candidate.pooling} pooling after convolution {', '.join(places)}")
        parts.append(candidate.function)
    if candidate.ink:
        parts.append(f"{candidate.ink} ink {candidate.input_range}")
    parts.append(f"sees {architecture.sees}")
    return ", ".join(parts)


def _choice_as_json(candidate: Candidate) -> dict[str, object]:
    structure = candidate.structure
    return {
        "accuracy": candidate.accuracy,
        "architecture": candidate.architecture.name,
        "activation": candidate.function,
        "pooling": candidate.pooling,
        "paddings": list(structure.paddings) if structure is not None else [],
        "strides": list(structure.strides) if structure is not None else [],
        "input_shape": list(candidate.architecture.input_shape),
        "input_range": candidate.input_range,
        "ink": candidate.ink,
        "sees": candidate.architecture.sees,
    }


def _as_json(found: Found, choice: int, output: Path) -> dict[str, object]:
    candidate = found.choices[choice - 1]
    return {
        "file": str(found.file.path),
        "output": str(output),
        "kind": found.file.network.kind,
        "classes": list(found.class_names),
        "choice": choice,
        "choices": [_choice_as_json(one) for one in found.choices],
        "combinations": found.combinations,
        "drops_colour": candidate.drops_colour,
        "tensors": [
            {
                "source": row.source, "source_shape": list(row.source_shape),
                "parameter": row.parameter, "shape": list(row.shape), "folded": row.folded,
            }
            for row in candidate.table
        ],
    }  # fmt: skip
