"""`lenet-gui evaluate`: measures the error of a network on labelled data."""

from __future__ import annotations

import argparse
import json

from lenet_gui.cli.data_remarks import tell_of_sources
from lenet_gui.cli.network_options import chosen_recognizer, rule_for_json
from lenet_gui.cli.output import say, warn
from lenet_gui.common.values import Checkpoint, DataPart, Evaluation
from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.data.source_names import source_name
from lenet_gui.engine.recognition.calibration_curve import calibration_bins, calibration_error
from lenet_gui.engine.recognition.class_figures import class_figures
from lenet_gui.engine.recognition.evaluation import as_json, evaluate
from lenet_gui.engine.recognition.evaluation_data import own_part, recorded_names

WIDEST_MATRIX = 150  # letters
CLASSES_SHOWN = 8  # in the sentence that no label is one of them


def run(options: argparse.Namespace) -> int:
    """Evaluate and print the result. Returns the exit code."""
    recognizer = chosen_recognizer(options)
    if options.data:
        shape = recognizer.architecture.picture_shape
        tell_of_sources([options.data], shape=shape)
        evaluation = evaluate(recognizer, load_dataset(options.data, shape=shape))
    else:
        own = _own_part(recognizer.checkpoint, options.part)
        evaluation = evaluate(recognizer, own, options.part)
    if not evaluation.labelled:
        names = evaluation.class_names
        shown = ", ".join(names[:CLASSES_SHOWN]) + (" …" if len(names) > CLASSES_SHOWN else "")
        warn(
            f"lenet-gui: no label of {evaluation.data} is a class of {evaluation.network} "
            f"({shown}), so there is no error rate; all samples count as non-digits."
        )
    if options.json:
        say(json.dumps(as_json(evaluation) | {"rule": rule_for_json(recognizer.rule)}))
    else:
        say(*as_lines(evaluation))
    return 0


def _own_part(checkpoint: Checkpoint, part: DataPart) -> Dataset:
    """Return a part of the data that a network was trained on; its files are looked for here."""
    names = recorded_names(checkpoint)
    here = [name for name in names if source_name(name).path.exists()]
    tell_of_sources(here, shape=architecture_of(checkpoint).picture_shape)
    found = own_part(checkpoint, part, here)
    for remark in found.remarks:
        warn(f"lenet-gui: {remark}")
    return found


def as_lines(evaluation: Evaluation) -> list[str]:
    """Return the figures in lines, with the confusion matrix if it is not too wide."""
    data = data_and_part(evaluation.data, evaluation.part)
    lines = [f"{evaluation.network} on {data}: {evaluation.count:,} samples"]
    if evaluation.error_rate is not None and evaluation.interval is not None:
        low, high = evaluation.interval
        lines.append(
            f"error without rejection: {evaluation.error_rate:.2%} "
            f"({evaluation.errors} of {evaluation.labelled:,}; "
            f"95 % interval {low:.2%} to {high:.2%})"
        )
        lines.append(f"accuracy: {evaluation.accuracy:.2%}")
    if evaluation.loss is not None:
        lines.append(f"loss: {evaluation.loss:.4f} (mean cross-entropy of the probabilities)")
    if unknown := evaluation.count - evaluation.labelled:
        lines.append(f"samples of unknown classes: {unknown:,}")
    share = evaluation.rejected / max(evaluation.count, 1)
    lines.append(f"rejected: {evaluation.rejected:,} ({share:.2%})")
    if evaluation.accepted_error_rate is not None:
        lines.append(f"error of accepted answers: {evaluation.accepted_error_rate:.2%}")
    if evaluation.labelled:
        lines += _calibration_lines(evaluation) + _class_lines(evaluation)
        lines += _confusion_lines(evaluation)
    return lines


def data_and_part(data: str, part: str) -> str:
    """Return the data of an evaluation in words: "letters (test part)"."""
    whole = not part or (part == "test" and data == "mnist-test")
    return data if whole else f"{data} ({part} part)"


def _calibration_lines(evaluation: Evaluation) -> list[str]:
    """Return the calibration curve, a line for each bin that has answers."""
    error = calibration_error(evaluation.calibration)
    lines = [f"calibration (expected calibration error {error:.2%})"]
    lines.append(f"{'confidence':>14}{'answers':>9}{'mean':>9}{'accuracy':>10}  95 % interval")
    for each in calibration_bins(evaluation.calibration):
        low, high = each.interval
        lines.append(
            f"{f'{each.low:.0%} to {each.high:.0%}':>14}{each.count:>9,}{each.confidence:>9.2%}"
            f"{each.accuracy:>10.2%}  {low:.2%} to {high:.2%}"
        )
    return lines


def _class_lines(evaluation: Evaluation) -> list[str]:
    """Return precision and recall, a line for each class."""
    width = max(6, *(len(name) + 1 for name in evaluation.class_names))
    lines = [f"{'class':>{width}}{'samples':>9}{'precision':>11}{'recall':>9}"]
    for each in class_figures(evaluation):
        precision, recall = (
            "-" if rate is None else f"{rate:.2%}" for rate in (each.precision, each.recall)
        )
        lines.append(f"{each.name:>{width}}{each.count:>9,}{precision:>11}{recall:>9}")
    return lines


def _confusion_lines(evaluation: Evaluation) -> list[str]:
    """Return the confusion matrix; nothing if it is too wide."""
    width = max(6, *(len(name) + 1 for name in evaluation.class_names))
    if width * len(evaluation.class_names) > WIDEST_MATRIX:
        return []
    lines = ["confusion matrix (rows: label, columns: answer)"]
    lines.append("".join(f"{name:>{width}}" for name in ("", *evaluation.class_names)))
    for name, row in zip(evaluation.class_names, evaluation.confusion, strict=True):
        lines.append(f"{name:>{width}}" + "".join(f"{value:>{width}}" for value in row))
    return lines
