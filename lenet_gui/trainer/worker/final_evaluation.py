"""Judging what was trained by the engine that ships, and writing the figures into its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from lenet_gui.common.values import ByteArray, Checkpoint, Evaluation, FloatArray
from lenet_gui.engine.checkpoints.checkpoint import write_checkpoint
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.recognition.evaluation import as_json, evaluate
from lenet_gui.engine.recognition.recognizer import Recognizer

_SAMPLES_AT_ONCE = 200  # samples; their reading takes some milliseconds


def evaluate_in_pieces(
    name: str,
    checkpoint: Checkpoint,
    data: Dataset,
    between: Callable[[], object] | None = None,
) -> Evaluation:
    """How the checkpoint reads that data, in this process, by numpy.

    between: called every few milliseconds; what it raises ends the judging.
    """
    return evaluate(_InterruptibleRecognizer(name, checkpoint, between), data)


def write_evaluated(output: Path, checkpoint: Checkpoint, test: Evaluation | None) -> Checkpoint:
    """Write the checkpoint with its test's figures; what was written."""
    if test is not None:
        checkpoint = replace(checkpoint, evaluation=as_json(test))
    write_checkpoint(output, checkpoint)
    return checkpoint


class _InterruptibleRecognizer(Recognizer):
    """Reads many samples in small pieces, so that somebody can interrupt."""

    def __init__(
        self, name: str, checkpoint: Checkpoint, between: Callable[[], object] | None
    ) -> None:
        super().__init__(name, checkpoint)
        self._between = between

    def evidence(self, images: ByteArray) -> FloatArray:
        parts = []
        for start in range(0, max(len(images), 1), _SAMPLES_AT_ONCE):
            parts.append(super().evidence(images[start : start + _SAMPLES_AT_ONCE]))
            if self._between is not None:
                self._between()
        return np.concatenate(parts)
