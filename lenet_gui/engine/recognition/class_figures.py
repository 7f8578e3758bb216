"""Precision and recall of each class."""

from __future__ import annotations

from dataclasses import dataclass

from lenet_gui.common.values import Evaluation


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """The answers of a network about one class.

    count: samples with this label; answered: samples with this answer; right: with both.
    """

    name: str
    count: int
    answered: int
    right: int

    @property
    def precision(self) -> float | None:
        """Return the part of the answers with this class that is right, 0..1; None without any."""
        return self.right / self.answered if self.answered else None

    @property
    def recall(self) -> float | None:
        """Return the part of the samples of this class that is read right; None without any."""
        return self.right / self.count if self.count else None


def class_figures(evaluation: Evaluation) -> list[ClassFigures]:
    """Return the figures of each class, in the network's order. Rejection does not count."""
    confusion = evaluation.confusion
    columns = (confusion.sum(axis=1), confusion.sum(axis=0), confusion.diagonal())
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [
        ClassFigures(name, *row) for name, row in zip(evaluation.class_names, rows, strict=True)
    ]
