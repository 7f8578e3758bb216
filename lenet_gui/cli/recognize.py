"""`lenet-gui recognize`: recognizes the digit of each image or drawing.

An image that the window would open as a page is read as one digit all the same, since programs
rely on the form of the answer; a hint on the standard error names ``--many``. A drawing is never
taken for a page, as in the window. OpenCV is loaded only to look at images that are not plainly
one digit. With ``--as-is`` nothing is looked for: the whole image goes to the network's input.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any

from lenet_gui.cli.input_files import content_of, tell_notes
from lenet_gui.cli.network_options import check_scores, chosen_recognizer, rule_for_json
from lenet_gui.cli.output import say, warn
from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.values import ByteArray, Drawing, Picture, Recognition
from lenet_gui.engine.ink.drawing_files import from_json
from lenet_gui.engine.ink.image_files import photograph_of_bytes, picture_of_photograph
from lenet_gui.engine.ink.painting import painted_picture, painting_of
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.networks.architecture import DIGITS
from lenet_gui.engine.pages.plain_digits import is_plain_digit
from lenet_gui.engine.recognition.as_it_is import field_picture
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.side_by_side import told_apart

HINT = "This looks like a page, not like one digit: --many reads all of its digits."


def run(options: argparse.Namespace) -> int:
    """Recognize all files and print the answers. Returns 1 if a file could not be read, else 0."""
    if options.as_is and (options.accept_errors is not None or options.reject_by is not None):
        raise BadChoice(
            "With --as-is nothing is rejected: leave out {option}.", option=_given(options)
        )
    recognizer = chosen_recognizer(options)
    if options.many:
        from lenet_gui.cli.recognize_pages import run_pages

        return run_pages(recognizer, options.files, options.json)
    sees_pictures = recognizer.architecture.sees == "picture"
    read = _read_as_it_is if options.as_is else _read
    results, pages = list[dict[str, Any]](), list[str]()
    for file in options.files:
        try:
            picture, grey, drawing = read(file, sees_pictures)
            recognition = recognizer.recognize(picture)
            if drawing is not None:
                recognition = told_apart(recognition, drawing, recognizer)
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
            if options.as_is and result["scores"]:
                say(f"  scores: {_all_scores(recognizer, result['scores'])}")
    for file in pages:
        warn(f"{file}: {HINT}")
    return 1 if any(result["reason"] == "error" for result in results) else 0


def _read(file: str, colours: bool) -> tuple[Picture, ByteArray | None, Drawing | None]:
    """Return the picture in a file, and the image or the drawing that it is.

    An image is grey values, uint8 (rows, columns). Notes about it go to the standard error.
    colours: the picture has its colours, too. Raises BadInput if the file cannot be read.
    """
    content = content_of(file)
    if content.drawing:
        drawing = from_json(content.data, content.name)
        picture = painted_picture(drawing) if colours else drawing_picture(drawing)
        return picture, None, drawing
    photograph = photograph_of_bytes(content.data, content.name, colours)
    tell_notes(file, photograph.notes)
    return picture_of_photograph(photograph), photograph.grey, None


def _read_as_it_is(file: str, colours: bool) -> tuple[Picture, None, None]:
    """Return all of a file as a picture that is only resized, as ``_read`` does otherwise."""
    content = content_of(file)
    if content.drawing:
        drawing = from_json(content.data, content.name)
        values = painting_of(drawing) if colours else drawing_picture(drawing).ink
        return field_picture(values), None, None
    photograph = photograph_of_bytes(content.data, content.name, colours=True)
    tell_notes(file, photograph.notes)
    assert photograph.rgb is not None
    return field_picture(photograph.rgb), None, None


def _is_page(
    grey: ByteArray, picture: Picture, recognition: Recognition, recognizer: Recognizer
) -> bool:
    if is_plain_digit(picture, recognition):
        return False
    from lenet_gui.engine.pages.page_or_digit import looks_like_page

    return looks_like_page(grey, picture, recognition, recognizer)


def _given(options: argparse.Namespace) -> str:
    """Return the option of the reject rule that was given."""
    return "--reject-by" if options.accept_errors is None else "--accept-errors"


def _all_scores(recognizer: Recognizer, scores: Sequence[float]) -> str:
    """Return each class with its score, in the order of the classes."""
    names = recognizer.checkpoint.class_names
    return ", ".join(f"{name} {score:.6g}" for name, score in zip(names, scores, strict=True))


def _failure(file: str, error: BadInput) -> dict[str, Any]:
    return {
        "file": file, "digit": None, "label": None, "reason": "error", "scores": [],
        "confidence": 0.0, "rule": None, "milliseconds": 0.0, "message": str(error),
        "side_by_side": [],
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
        "side_by_side": list(recognition.side_by_side),
    }


def _sentence(recognition: Recognition) -> str:
    """Return the answer as a line of text."""
    if recognition.reason == "blank":
        return "blank"
    first, second = (
        f"{recognition.class_names[index]} ({_score(recognition, index)})"
        for index in recognition.ranking[:2]
    )
    if recognition.reason == "unsure":
        why = ": does not look like a digit" if recognition.doubt == "unlike" else ""
        row = " ".join(recognition.side_by_side)
        hint = f"; looks like digits side by side, {row}: draw one at a time" if row else ""
        return f"not sure{why}; nearest {first}, then {second}{hint}"
    return f"{first}, then {second}"


def _score(recognition: Recognition, index: int) -> str:
    score = float(recognition.scores[index])
    if recognition.score_kind == "penalty":
        return f"penalty {score:.1f}"
    return f"{score:.1%}"
