"""`lenet-gui evaluate`: measures the error of a network on labelled data."""

from __future__ import annotations

import argparse
import json

from lenet_gui.cli.data_remarks import tell_of_sources
from lenet_gui.cli.network_options import chosen_recognizer, rule_for_json
from lenet_gui.cli.output import say
from lenet_gui.common.values import Evaluation
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.recognition.evaluation import as_json, evaluate


def run(options: argparse.Namespace) -> int:
    """Evaluate and print the result. Returns the exit code."""
    recognizer = chosen_recognizer(options)
    tell_of_sources([options.data])
    evaluation = evaluate(recognizer, load_dataset(options.data))
    if options.json:
        say(json.dumps(as_json(evaluation) | {"rule": rule_for_json(recognizer.rule)}))
    else:
        say(*as_lines(evaluation))
    return 0


def as_lines(evaluation: Evaluation) -> list[str]:
    """Return the figures in lines, with the confusion matrix if it is not too wide."""
    lines = [f"{evaluation.network} on {evaluation.data}: {evaluation.count:,} samples"]
    if evaluation.error_rate is not None and evaluation.interval is not None:
        low, high = evaluation.interval
        lines.append(
            f"error without rejection: {evaluation.error_rate:.2%} "
            f"({evaluation.errors} of {evaluation.labelled:,}; "
            f"95 % interval {low:.2%} to {high:.2%})"
        )
    if unknown := evaluation.count - evaluation.labelled:
        lines.append(f"samples of unknown classes: {unknown:,}")
    share = evaluation.rejected / max(evaluation.count, 1)
    lines.append(f"rejected: {evaluation.rejected:,} ({share:.2%})")
    if evaluation.accepted_error_rate is not None:
        lines.append(f"error of accepted answers: {evaluation.accepted_error_rate:.2%}")
    width = max(6, *(len(name) + 1 for name in evaluation.class_names))
    if evaluation.labelled and width * len(evaluation.class_names) <= 150:
        lines.append("confusion matrix (rows: label, columns: answer)")
        names = "".join(f"{name:>{width}}" for name in ("", *evaluation.class_names))
        lines.append(names)
        for name, row in zip(evaluation.class_names, evaluation.confusion, strict=True):
            lines.append(f"{name:>{width}}" + "".join(f"{value:>{width}}" for value in row))
    return lines
