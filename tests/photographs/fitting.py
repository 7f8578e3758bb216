"""Fits what each term of evidence weighs: ``python -m tests.photographs.fitting``.

Prints the table of ``lenet_gui.engine.page_choice``. To be run again when a reader with other
confidences becomes the default.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from lenet_gui.engine import page_choice, pages
from lenet_gui.engine.page_values import Fate
from lenet_gui.engine.readers import load_reader
from tests.photographs.composer import Photograph, compose
from tests.photographs.judging import overlap
from tests.photographs.scenes import scene

FATES: dict[str, Fate] = {
    "doubt": "unsure", "refused": "unsure", "high": "size", "bar high": "size", "pen": "shape",
    "faint": "faint", "bar": "shape", "bar alone": "alone", "alone": "alone", "text": "alone",
    "rough": "shape", "edge": "edge", "cut": "edge", "thick": "shape", "flat": "shape",
    "crowd": "alone",
}  # fmt: skip
PENALTY = 3.0  # on the squares of the weights
UPRIGHT = 3.0  # degrees: on turned pages boxes tell too little


def samples(photographs: Iterable[Photograph]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Evidence of all candidates, whether each is a digit read right, and how much it counts."""
    page_choice.TERMS = tuple((name, 1.0, fate) for name, fate in FATES.items())
    reader = load_reader()
    seen: list[tuple[Any, ...]] = []
    real = pages.choose

    def spy(candidates: Any, lines: Any, usual: float, others: int = 0) -> list[Fate]:
        seen.append((candidates, page_choice.evidence(candidates, lines, usual, others)))
        return real(candidates, lines, usual, others) if candidates else []

    pages.choose = spy
    terms, right, weights = list[np.ndarray](), list[float](), list[float]()
    try:
        for photograph in photographs:
            seen.clear()
            pages.read_page(photograph.grey, reader)
            for candidates, evidence in seen[:1]:
                scale = max(1.0, max(photograph.grey.shape) / pages.WORKING_SIDE)
                for one, row in zip(candidates, evidence, strict=True):
                    label = _truth(one, photograph, scale)
                    if label is not None:
                        terms.append(row)
                        right.append(label)
                        weights.append(1.0 / np.sqrt(len(candidates)))
    finally:
        pages.choose = real
    return np.array(terms), np.array(right), np.array(weights)


def _truth(one: Any, photograph: Photograph, scale: float) -> float | None:
    raise NotImplementedError


def fit(terms: np.ndarray, right: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method; the constant comes last."""
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
