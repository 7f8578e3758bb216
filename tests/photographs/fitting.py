"""Fits the weights of the terms of evidence: ``python -m tests.photographs.fitting``.

Prints the table of ``lenet_gui.engine.pages.digit_choice``. To be run again when a
network with other confidences becomes the default.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.pages import digit_choice, read_page
from lenet_gui.engine.pages.values import FoundDigit, Verdict
from tests.photographs.composer import Photograph, compose
from tests.photographs.page_evaluation import overlap
from tests.photographs.scenes import scene

VERDICTS: dict[str, Verdict] = {
    "doubt": "unsure", "not a digit": "unsure", "high": "size", "bar high": "size", "pen": "shape",
    "faint": "faint", "bar": "shape", "bar alone": "alone", "alone": "alone", "text": "alone",
    "rough": "shape", "edge": "edge", "outside": "outside", "cut": "edge",
    "flat": "shape", "crowd": "alone",
}  # fmt: skip
PENALTY = 3.0  # on the squares of the weights
COMPOSED, SCENES = range(20_000, 20_060), range(20_000, 20_120)


def samples(
    photographs: Iterable[Photograph],
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the evidence of all candidates, whether each is a digit read right, and its weight."""
    digit_choice.TERMS = tuple((name, 0.0, verdict) for name, verdict in VERDICTS.items())
    recognizer = load_recognizer()
    terms, right, weights = list[np.ndarray](), list[bool](), list[float]()
    runs: list[tuple[list[Any], np.ndarray]] = []
    boxes: dict[int, FoundDigit] = {}
    choose, found = read_page.choose, read_page._found

    def watched(candidates: Any, lines: Any, usual: float, others: int = 0) -> list[Verdict]:
        if candidates:
            evidence = digit_choice.evidence(candidates, lines, usual, others)
            runs.append((list(candidates), evidence))
        return choose(candidates, lines, usual, others)

    def placed(*arguments: Any, **named: Any) -> FoundDigit:
        digit = boxes[id(arguments[0])] = found(*arguments, **named)
        return digit

    read_page.choose = watched
    read_page._found = placed
    for photograph in photographs:
        runs.clear()
        boxes.clear()
        read_page.read_page(photograph.grey, recognizer)
        for candidates, evidence in runs[:1]:
            for one, row in zip(candidates, evidence, strict=True):
                terms.append(row)
                right.append(_is_right(boxes[id(one)], photograph))
                weights.append(1.0 / np.sqrt(len(candidates)))
    read_page.choose, read_page._found = choose, found
    return np.array(terms), np.array(right), np.array(weights)


def _is_right(found: FoundDigit, photograph: Photograph) -> bool:
    recognition = found.recognition
    if not recognition.ranking:
        return False
    answer = recognition.class_names[recognition.ranking[0]]
    return any(
        overlap(found.box, truth.box) >= 0.4 and answer == str(truth.digit)
        for truth in photograph.truths
    )


def fit(terms: np.ndarray, right: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the weights of a logistic regression, by Newton's method; the constant comes last."""
    x = np.column_stack([terms, np.ones(len(terms))])
    w = np.zeros(x.shape[1])
    ridge = np.full(len(w), PENALTY)
    ridge[-1] = 0
    for _ in range(60):
        p = 1 / (1 + np.exp(-(x @ w)))
        slope = x.T @ (weights * (right - p)) - ridge * w
        bend = (x * (weights * p * (1 - p))[:, None]).T @ x + np.diag(ridge + 1e-9)
        w += np.linalg.solve(bend, slope)
        # Evidence against a digit never speaks for it.
        w[:-1] = np.maximum(w[:-1], 0)
    return w


def main() -> None:
    photographs = [*map(compose, COMPOSED), *map(scene, SCENES)]
    terms, right, weights = samples(photographs)
    found = fit(terms, right, weights)
    for (name, verdict), weight in zip(VERDICTS.items(), found, strict=False):
        print(f'    ("{name}", {weight:.3g}, "{verdict}"),')
    print(f"CONSTANT = {found[-1]:.3g}")


if __name__ == "__main__":
    main()
