"""The numbers of a training, gathered as it learns and thinned out for drawing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import FloatArray
from lenet_gui.gui.training.state import History
from lenet_gui.gui.wording.csv_tables import csv_text

MOST_POINTS = 1000  # of a curve that are drawn; a panel is rarely wider


class Series:
    """Steps, losses and errors of a ``History``, copied when ``follow`` is called."""

    def __init__(self) -> None:
        self._history: History | None = None
        self._taken = 0
        self._count = 0
        self._data: NDArray[np.float64] = np.empty((3, 1024))  # its width doubles when full

    def follow(self, history: History) -> None:
        """Copy what is new in the history; begin anew if it is another one."""
        if history is not self._history or len(history.steps) < self._taken:
            self._history, self._taken, self._count = history, 0, 0
        last = min(len(history.steps), len(history.losses), len(history.train_errors))
        for place in range(self._taken, last):
            self._append(history.steps[place], history.losses[place], history.train_errors[place])
        self._taken = last

    def _append(self, *columns: NDArray[np.int64] | FloatArray) -> None:
        added = len(columns[0])
        while self._count + added > self._data.shape[1]:
            self._data = np.concatenate([self._data, np.empty_like(self._data)], axis=1)
        for row, column in zip(self._data, columns, strict=True):
            row[self._count : self._count + added] = column
        self._count += added

    def __len__(self) -> int:
        return self._count

    def decimated(self, most: int = MOST_POINTS) -> NDArray[np.float64]:
        """Return steps, losses and training errors, (3, at most ``most``).

        Of longer series, neighbours are averaged.
        """
        data = self._data[:, : self._count]
        together = -(-self._count // most)
        if together <= 1:
            return data.copy()
        whole = self._count // together * together
        means: NDArray[np.float64] = data[:, :whole].reshape(3, -1, together).mean(axis=2)
        if whole == self._count:
            return means
        return np.concatenate([means, data[:, whole:].mean(axis=1, keepdims=True)], axis=1)

    def as_csv(self) -> str:
        """Return every step with its loss and errors 0..1 as CSV; empty if there are none."""
        if not self._count:
            return ""
        validated = {step: figures for step, *figures in zip(*self.validations(), strict=True)}
        rows = (
            [int(step), loss, error, *validated.get(step, (None, None))]
            for step, loss, error in self._data[:, : self._count].T.tolist()
        )
        head = ["step", "loss", "training error", "validation error", "validation loss"]
        return csv_text([head, *rows])

    def validations(self) -> NDArray[np.float64]:
        """Return steps, errors 0..1 and losses of the validations, (3, validations)."""
        history = self._history or History()
        steps, losses = history.validation_steps, history.validation_losses
        return np.array([steps, history.validation_errors, losses], np.float64)
