"""`lenet-gui recognize`: recognizes the digit of each image or drawing."""

from __future__ import annotations

import argparse
import json
from typing import Any

from lenet_gui.cli.input_files import content_of
from lenet_gui.cli.network_options import chosen_recognizer, rule_for_json
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Picture, Recognition
from lenet_gui.engine.ink.drawing_files import from_json
from lenet_gui.engine.ink.image_files import picture_of_bytes
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.networks.architecture import DIGITS
from lenet_gui.engine.recognition.recognizer import Recognizer


def run(options: argparse.Namespace) -> int:
    """Recognize all files and print the answers. Returns 1 if a file could not be read, else 0."""
    recognizer = chosen_recognizer(options)
    if options.many:
        from lenet_gui.cli.recognize_pages import run_pages

        return run_pages(recognizer, options.files, options.json)
    results = [_result(recognizer, file) for file in options.files]
    if options.json:
        print(json.dumps(results, indent=1))
    else:
        for result in results:
            print(f"{result['file']}: {result['message']}")
    return 1 if any(result["reason"] == "error" for result in results) else 0


def _result(recognizer: Recognizer, file: str) -> dict[str, Any]:
    """Return the answer to a file as JSON values; reason "error" if it cannot be read."""
    try:
        recognition = recognizer.recognize(_picture(file))
    except BadInput as error:
        return {
            "file": file, "digit": None, "label": None, "reason": "error", "scores": [],
            "confidence": 0.0, "rule": None, "milliseconds": 0.0, "message": str(error),
        }  # fmt: skip
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


def _picture(file: str) -> Picture:
    """Return the ink of an image or a drawing. Raises BadInput."""
    content = content_of(file)
    if content.drawing:
        return drawing_picture(from_json(content.data, content.name))
    return picture_of_bytes(content.data, content.name)


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
