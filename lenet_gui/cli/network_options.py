"""The options --network and --checkpoint, and those of the reject rule."""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import RejectRule
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint
from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK, load_recognizer
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.reject_calibration import DEFAULT_ACCEPTED_ERRORS, with_dial


def chosen_recognizer(options: argparse.Namespace) -> Recognizer:
    """Return the recognizer of the chosen network, with the reject rule of the options.

    Raises BadInput if there is no such network, the file is no checkpoint, or the rule cannot be
    set like that.
    """
    recognizer = _recognizer(options)
    errors, score = (getattr(options, name, None) for name in ("accept_errors", "reject_by"))
    if errors is None and score is not None and recognizer.rule is not None:
        errors = recognizer.rule.accepted_errors
    if errors is not None or score is not None:
        recognizer.rule = with_dial(
            recognizer.rule, DEFAULT_ACCEPTED_ERRORS if errors is None else errors, score
        )
    return recognizer


def _recognizer(options: argparse.Namespace) -> Recognizer:
    """Return the recognizer with the network's own rule."""
    if options.checkpoint is not None:
        path = Path(options.checkpoint)
        return Recognizer(path.stem, read_checkpoint(path))
    return load_recognizer(options.network or DEFAULT_NETWORK)


def check_scores(recognizer: Recognizer, scores: Iterable[float]) -> None:
    """Raise BadInput if a network's scores are not finite numbers, which JSON does not have."""
    if not all(map(math.isfinite, scores)):
        raise BadInput(
            "The weights of {name} are too large: its answer is not a number.",
            name=recognizer.name,
        )


def rule_for_json(rule: RejectRule | None) -> dict[str, Any] | None:
    """Return a rule as JSON values: score, thresholds, and position of the dial."""
    if rule is None:
        return None
    shown: dict[str, Any] = {
        "score": rule.score,
        "threshold": rule.threshold,
        "accepted_errors": rule.accepted_errors,
    }
    if rule.score == "1990":
        shown |= {"second": rule.second, "difference": rule.difference}
    return shown
