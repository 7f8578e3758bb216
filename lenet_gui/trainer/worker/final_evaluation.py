"""Evaluates a trained network with the shipped engine, and writes the figures into its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from lenet_gui.common.values import ByteArray, Checkpoint, DataPart, Evaluation, FloatArray
from lenet_gui.engine.checkpoints.checkpoint import write_checkpoint
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.recognition.evaluation import evaluate, record_of
from lenet_gui.engine.recognition.recognizer import Recognizer

_SAMPLES_AT_ONCE = 200  # which takes some milliseconds


def evaluate_in_pieces(
    name: str,
    checkpoint: Checkpoint,
    data: Dataset,
    part: DataPart,
    between: Callable[[], object] | None = None,
) -> Evaluation:
    """Return the evaluation of a checkpoint on ``data``, that part of the data of its training.

    between: called every few milliseconds; an exception that it raises ends the evaluation.
    """
    return evaluate(_InterruptibleRecognizer(name, checkpoint, between), data, part)


def write_evaluated(output: Path, checkpoint: Checkpoint, test: Evaluation | None) -> Checkpoint:
    """Write a checkpoint with the figures of its test; return it as it was written."""
    if test is not None:
        checkpoint = replace(checkpoint, evaluation=record_of(test))
    write_checkpoint(output, checkpoint)
    return checkpoint


class _InterruptibleRecognizer(Recognizer):
    """Recognizes many samples in small pieces, so that it can be interrupted."""

    def __init__(
        self, name: str, checkpoint: Checkpoint, between: Callable[[], object] | None
    ) -> None:
        super().__init__(name, checkpoint)
        self._between = between

    def evidence(self, images: ByteArray) -> FloatArray:
        """Return the evidence as ``Recognizer`` does; call ``between`` after each piece."""
        parts = []
        for start in range(0, max(len(images), 1), _SAMPLES_AT_ONCE):
            parts.append(super().evidence(images[start : start + _SAMPLES_AT_ONCE]))
            if self._between is not None:
                self._between()
        return np.concatenate(parts)
