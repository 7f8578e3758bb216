"""Figures as CSV, for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from lenet_gui.common.printable import escaped_surrogates
from lenet_gui.common.values import Evaluation
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry
from lenet_gui.engine.recognition.calibration_curve import calibration_bins
from lenet_gui.engine.recognition.class_figures import class_figures
from lenet_gui.engine.recognition.comparison import Comparison

# Texts that begin so are formulas to one spreadsheet or another; the last four are full-width.
_BEGINNINGS = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Return rows of texts and numbers as CSV; None is an empty cell."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerows(
        [_plain(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )
    return text.getvalue()


def _plain(name: str) -> str:
    """Return a text that is safe in a spreadsheet: no formula, and no undecodable letters."""
    name = escaped_surrogates(name).replace("\r", "\n")  # a single \r is not quoted
    return f"'{name}" if name.startswith(_BEGINNINGS) and not _NUMBER.fullmatch(name) else name


def csv_file(table: str) -> bytes:
    """Return a table as the content of a file, with the signature by which Excel knows UTF-8."""
    return table.encode("utf-8-sig")


def confusion_csv(evaluation: Evaluation) -> str:
    """Return the confusion matrix as CSV: rows are labels, columns are answers, both named."""
    counts = zip(evaluation.class_names, evaluation.confusion.tolist(), strict=True)
    head = ["label \\ answer", *evaluation.class_names]
    return csv_text([head, *([name, *row] for name, row in counts)])


def classes_csv(evaluation: Evaluation) -> str:
    """Return a row for each class: its samples and answers, precision and recall, 0..1."""
    head = ["class", "samples", "answers", "right", "precision", "recall"]
    rows = (
        [each.name, each.count, each.answered, each.right, each.precision, each.recall]
        for each in class_figures(evaluation)
    )
    return csv_text([head, *rows])


def calibration_csv(evaluation: Evaluation) -> str:
    """Return a row for each group of answers by confidence; all but the number is 0..1."""
    head = ["from", "to", "answers", "mean confidence", "accuracy", "95 % low", "95 % high"]
    rows = (
        [each.low, each.high, each.count, each.confidence, each.accuracy, *each.interval]
        for each in calibration_bins(evaluation.calibration)
    )
    return csv_text([head, *rows])


def library_csv(entries: Iterable[NetworkEntry]) -> str:
    """Return a row for each network; rates are 0..1, durations in seconds, times in ISO 8601."""
    head = ["name", "network", "test errors", "error rate", "95 % low", "95 % high", "test data",
            "test part", "loss", "trained", "seconds", "note"]  # fmt: skip
    rows = (
        [
            entry.name,
            entry.architecture.name,
            entry.errors,
            entry.error_rate,
            *(entry.interval or (None, None)),
            entry.data,
            entry.part,
            entry.loss,
            None if entry.trained is None else entry.trained.isoformat(),
            entry.seconds,
            entry.note,
        ]
        for entry in entries
    )
    return csv_text([head, *rows])


def comparison_csv(found: Comparison) -> str:
    """Return a row for each digit that a network misreads: its index, its label, both answers."""
    first, second = found.first, found.second
    head = ["test digit", "label", f"answer of {first.network}", f"answer of {second.network}"]
    places = sorted([*found.only_first, *found.only_second, *found.both])
    rows = [
        [
            int(place),
            first.class_names[first.labels[place]],
            first.class_names[first.answers[place]],
            second.class_names[second.answers[place]],
        ]
        for place in places
    ]
    return csv_text([head, *rows])
