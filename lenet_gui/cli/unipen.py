"""`lenet-gui unipen`: makes a stroke set of original UNIPEN files."""

from __future__ import annotations

import argparse
from pathlib import Path

from lenet_gui.cli.output import say, warn
from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.data.stroke_sets import STROKE_SET_SUFFIX, write_stroke_set
from lenet_gui.engine.data.unipen.reader import read_unipen

SHOWN_PROBLEMS = 20


def run(options: argparse.Namespace) -> int:
    """Write the stroke set and print what is in it. Returns 1 if a file had problems, else 0."""
    output = Path(options.output)
    if output.suffix != STROKE_SET_SUFFIX:
        raise BadInput("The name of a stroke set must end in {suffix}.", suffix=STROKE_SET_SUFFIX)
    if not output.parent.is_dir():
        raise BadInput("The folder {folder} does not exist.", folder=output.parent)
    found = read_unipen([Path(file) for file in options.files])
    for problem in found.problems[:SHOWN_PROBLEMS]:
        warn(f"lenet-gui: {problem}")
    if len(found.problems) > SHOWN_PROBLEMS:
        more = len(found.problems) - SHOWN_PROBLEMS
        warn(f"lenet-gui: and {more:,} more problems.")
    strokes = found.stroke_set()
    write_stroke_set(output, strokes)
    names = strokes.class_names()
    say(f"{output}: {len(strokes):,} characters by {len(set(strokes.writer.tolist())):,} writers")
    for name in sorted(set(names)):
        say(f"  {name}  {names.count(name):>8,}")
    for why, count in sorted(found.skipped.items()):
        say(f"left out: {count:,} segments, {why}")
    return 1 if found.problems else 0
