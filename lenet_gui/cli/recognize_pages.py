"""`lenet-gui recognize --many`: reads pages of digits."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np

from lenet_gui.cli.input_files import content_of, tell_notes
from lenet_gui.cli.network_options import check_scores, rule_for_json
from lenet_gui.cli.output import say
from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.ink.drawing_files import from_json
from lenet_gui.engine.ink.image_files import GreyPhotograph, photograph_of_bytes
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.networks.architecture import DIGITS
from lenet_gui.engine.pages.read_page import read_page
from lenet_gui.engine.pages.values import FoundDigit
from lenet_gui.engine.recognition.recognizer import Recognizer

NO_DIGITS_FOUND = "No readable digits were found."


def run_pages(recognizer: Recognizer, files: Sequence[str], as_json: bool) -> int:
    """Read all files and print the digits. Returns 1 if a file could not be read, else 0."""
    failed = False
    results = []
    for file in files:
        try:
            results.append(_result(recognizer, file))
        except BadInput as error:
            failed = True
            results.append(
                {
                    "file": file,
                    "lines": [],
                    "rule": None,
                    "milliseconds": 0.0,
                    "message": str(error),
                }
            )
    if as_json:
        print(json.dumps(results, indent=1, allow_nan=False))
    else:
        for result in results:
            _print_text(result)
    return 1 if failed else 0


def _print_text(result: dict[str, Any]) -> None:
    """Print the lines of a page."""
    for line in result["lines"]:
        say(f"{result['file']}: {line['text']}")
    if result["message"] is not None:
        say(f"{result['file']}: {result['message']}")


def _result(recognizer: Recognizer, file: str) -> dict[str, Any]:
    """Return the lines of a page as JSON values. Raises BadInput if it cannot be read."""
    photograph = _photograph(file)
    tell_notes(file, photograph.notes)
    reading = read_page(photograph.grey, recognizer)
    check_scores(recognizer, [found.score for found in reading.digits])
    lines = [
        {"text": line.text, "digits": [_digit(photograph, found) for found in line.digits]}
        for line in reading.lines
    ]
    found = any(digit.label is not None for digit in reading.digits)
    return {
        "file": file,
        "lines": lines,
        "rule": rule_for_json(recognizer.rule),
        "milliseconds": round(reading.milliseconds, 3),
        "message": None if found else NO_DIGITS_FOUND,
    }


def _photograph(file: str) -> GreyPhotograph:
    """Return an image as it is, a drawing as black ink on white paper. Raises BadInput."""
    content = content_of(file)
    if not content.drawing:
        return photograph_of_bytes(content.data, content.name)
    ink = drawing_picture(from_json(content.data, content.name)).ink
    return GreyPhotograph(np.subtract(np.uint8(255), ink), 1, (ink.shape[1], ink.shape[0]))


def _digit(photograph: GreyPhotograph, found: FoundDigit) -> dict[str, Any]:
    """Return a digit as JSON values; its box is in pixels of the file."""
    return {
        "digit": int(found.label) if found.label in DIGITS else None,
        "box": list(photograph.box_in_file(found.box)),
        "score": round(found.score, 6),
    }
