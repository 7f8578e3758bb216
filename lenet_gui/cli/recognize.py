"""`lenet-gui recognize`: recognizes the digit of each image or drawing.

An image that the window would open as a page is read as one digit all the same, since programs
rely on the form of the answer; a hint on the standard error names ``--many``. A drawing is never
taken for a page, as in the window. OpenCV is loaded only to look at images that are not plainly
one digit.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from lenet_gui.cli.input_files import content_of, tell_notes
from lenet_gui.cli.network_options import check_scores, chosen_recognizer, rule_for_json
from lenet_gui.cli.output import say, warn
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, Picture, Recognition
from lenet_gui.engine.ink.drawing_files import from_json
from lenet_gui.engine.ink.image_files import photograph_of_bytes
from lenet_gui.engine.ink.ink_extraction import picture_of_grey
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.networks.architecture import DIGITS
from lenet_gui.engine.pages.plain_digits import is_plain_digit
from lenet_gui.engine.recognition.recognizer import Recognizer

HINT = "This looks like a page, not like one digit: --many reads all of its digits."


def run(options: argparse.Namespace) -> int:
    """Recognize all files and print the answers. Returns 1 if a file could not be read, else 0."""
    recognizer = chosen_recognizer(options)
    if options.many:
        from lenet_gui.cli.recognize_pages import run_pages

        return run_pages(recognizer, options.files, options.json)
    results, pages = list[dict[str, Any]](), list[str]()
    for file in options.files:
        try:
            picture, grey = _read(file)
            recognition = recognizer.recognize(picture)
            check_scores(recognizer, recognition.scores)
            results.append(_result(file, recognition))
            if grey is not None and _is_page(grey, picture, recognition, recognizer):
                pages.append(file)
        except BadInput as error:
            results.append(_failure(file, error))
    if options.json:
        print(json.dumps(results, indent=1, allow_nan=False))
    else:
        for result in results:
            say(f"{result['file']}: {result['message']}")
    for file in pages:
        warn(f"{file}: {HINT}")
    return 1 if any(result["reason"] == "error" for result in results) else 0


def _read(file: str) -> tuple[Picture, ByteArray | None]:
    """Return the ink of a file, and its grey values, uint8 (rows, columns), if it is an image.

    Notes about it go to the standard error. Raises BadInput if the file cannot be read.
    """
    content = content_of(file)
    if content.drawing:
        return drawing_picture(from_json(content.data, content.name)), None
    photograph = photograph_of_bytes(content.data, content.name)
    tell_notes(file, photograph.notes)
    return picture_of_grey(photograph.grey), photograph.grey


def _is_page(
    grey: ByteArray, picture: Picture, recognition: Recognition, recognizer: Recognizer
) -> bool:
    if is_plain_digit(picture, recognition):
        return False
    from lenet_gui.engine.pages.page_or_digit import looks_like_page

    return looks_like_page(grey, picture, recognition, recognizer)


def _failure(file: str, error: BadInput) -> dict[str, Any]:
    return {
        "file": file, "digit": None, "label": None, "reason": "error", "scores": [],
        "confidence": 0.0, "rule": None, "milliseconds": 0.0, "message": str(error),
    }  # fmt: skip


def _result(file: str, recognition: Recognition) -> dict[str, Any]:
    label = recognition.label
    return {
        "file": file,
        "digit": int(label) if label in DIGITS else None,
        "label": label,
        "reason": recognition.reason,
        "scores": [round(float(score), 6) for score in recognition.scores],
        "confidence": round(recognition.confidence, 6),
        "rule": rule_for_json(recognition.rule),
        "milliseconds": round(recognition.milliseconds, 3),
        "message": _sentence(recognition),
    }


def _sentence(recognition: Recognition) -> str:
    """Return the answer as a line of text."""
    if recognition.reason == "blank":
        return "blank"
    first, second = (
        f"{recognition.class_names[index]} ({_score(recognition, index)})"
        for index in recognition.ranking[:2]
    )
    if recognition.doubt == "unlike":
        return f"not sure: does not look like a digit; nearest {first}, then {second}"
    if recognition.reason == "unsure":
        return f"not sure; nearest {first}, then {second}"
    return f"{first}, then {second}"


def _score(recognition: Recognition, index: int) -> str:
    score = float(recognition.scores[index])
    if recognition.score_kind == "penalty":
        return f"penalty {score:.1f}"
    return f"{score:.1%}"
