"""`lenet-gui calibrate`: chooses the reject rule of a network on data it did not learn from."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from lenet_gui.cli.data_remarks import tell_of_sources
from lenet_gui.cli.output import say
from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.recipes import recorded_recipe
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import Checkpoint, RejectRule
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint, with_metadata
from lenet_gui.engine.checkpoints.reject_rule_json import reject_rule_as_json
from lenet_gui.engine.data.augmented_sets import (
    SCRIBBLES,
    SCRIBBLES_VALIDATED,
    non_digits_set_aside,
    plain_scribbles,
)
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.data.held_out_writers import read_writers, writers_of
from lenet_gui.engine.data.non_digits import LIKE_DIGITS
from lenet_gui.engine.data.train_test_splits import load_parts
from lenet_gui.engine.networks.shapes import Shape
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.reject_calibration import (
    calibrated_rule,
    curve_of,
    curve_row_of,
    dial_positions,
    fitted_not_a_digit,
    not_a_digit_of,
    risks,
    with_dial,
)
from lenet_gui.engine.storage.files import write_atomically

SCRIBBLES_SEED = 1990  # other scribbles than in any training


def run(options: argparse.Namespace) -> int:
    """Write the checkpoint with its new rule, and print that. Returns the exit code."""
    path = Path(options.checkpoint)
    checkpoint = read_checkpoint(path)
    rule = _rule(checkpoint, options)
    output = Path(options.output or path)
    entry = json.dumps(reject_rule_as_json(rule), ensure_ascii=False)
    write_atomically(output, with_metadata(path, {"rejection": entry}))
    if options.json:
        say(json.dumps(reject_rule_as_json(rule)))
    else:
        say(*_as_lines(rule, output))
    return 0


def _rule(checkpoint: Checkpoint, options: argparse.Namespace) -> RejectRule:
    """Return the rule that the data of the options asks for, or the data set aside in training."""
    named = (*(options.data or ()), *(options.non_digits or ()))
    if options.held_out and not named:
        raise BadChoice(
            "--held-out needs --data. Without --data, the list from the training is used."
        )
    held = read_writers(options.held_out or "", named)
    recognizer = Recognizer("", checkpoint)
    shape = recognizer.architecture.picture_shape
    tell_of_sources(options.data or (), shape=shape)
    digits = [_digits(name, held, shape) for name in options.data or ()]
    files = [name for name in options.non_digits or () if name != SCRIBBLES]
    tell_of_sources(files, non_digits=True, shape=shape)
    others = [_non_digits(name, held, shape) for name in options.non_digits or ()]
    if not digits:
        config = _recorded(checkpoint)
        data, seed = config.data, config.run.seed
        digits = [load_parts(data, seed, shape=shape).validation]
        aside = non_digits_set_aside(data, seed)
        others = others or ([aside] if aside is not None else [])
    evidence = np.concatenate([recognizer.evidence(part.images) for part in (*digits, *others)])
    labels = np.concatenate(
        [part.indices(checkpoint.class_names) for part in digits]
        + [np.full(len(part), -1) for part in others]
    )
    if not (labels >= 0).any():
        raise BadInput("No sample of the data belongs to a class of this network.")
    before, errors = checkpoint.rejection, options.accept_errors
    if errors is None and before is not None and before.curves:
        alike = bool(before.curves[0].others) == bool(
            others
        )  # with non-digits its errors mean something else
        errors = before.accepted_errors if alike else None
    kind = recognizer.architecture.score_kind
    j = not_a_digit_of(checkpoint) if options.j is None else options.j
    if j is None and others:
        j = fitted_not_a_digit(evidence, labels, kind)
    return calibrated_rule(
        evidence,
        labels,
        kind,
        j=j,
        score=options.reject_by,
        accepted_errors=errors,
    )


def _digits(source: str, held: Mapping[str, frozenset[str]], shape: Shape | None) -> Dataset:
    """Return the samples of a source without those of the writers who are left out.

    shape: as ``load_dataset`` takes it.
    """
    data = load_dataset(source, shape=shape)
    left_out = np.isin(data.groups, list(writers_of(held, source, data.groups)))
    return data.take(np.flatnonzero(~left_out))


def _non_digits(source: str, held: Mapping[str, frozenset[str]], shape: Shape | None) -> Dataset:
    """Return non-digits of a source, without signs that look like digits."""
    if source == SCRIBBLES:
        if shape is not None:
            raise BadChoice("Scribbles are ink, and this network sees pictures. Name other data.")
        return plain_scribbles(SCRIBBLES_VALIDATED, SCRIBBLES_SEED)
    data = _digits(source, held, shape)
    plain = [place for place, label in enumerate(data.labels) if label not in LIKE_DIGITS]
    return data.take(np.array(plain, np.int64))


def _recorded(checkpoint: Checkpoint) -> TrainingConfig:
    """Return how a network was trained, which determines the data that was set aside.

    Its data is looked for by name in the working folder. Raises BadInput if the file lacks this.
    """
    said = checkpoint.training.get("config")
    if not (isinstance(said, dict) and {"data", "validation", "seed"} <= said.keys()):
        raise BadInput(
            "The file does not say which data was set aside in its training. Name the data with "
            "--data."
        )
    return recorded_recipe(checkpoint)


def _as_lines(rule: RejectRule, output: Path) -> list[str]:
    """Return the table of all positions of the dial, in lines."""
    lines = [f"written: {output}", f"by {rule.score}: {rule.chosen}"]
    curve = curve_of(rule)
    assert curve is not None
    lines.append(f"{'allowed errors':>14}{'errors':>10}{'rejected':>10}{'non-digits rejected':>21}")
    for errors in dial_positions(curve):
        place = curve_row_of(curve, with_dial(rule, errors))
        assert place is not None
        others = f"{curve.others_rejected[place]:>21.2%}" if curve.others else f"{'-':>21}"
        step = "none" if errors == 1.0 else f"{errors:.1%}"
        wrong, rejected = risks(curve)[place], curve.rejected[place]
        lines.append(f"{step:>14}{wrong:>10.2%}{rejected:>10.2%}{others}")
    return lines
