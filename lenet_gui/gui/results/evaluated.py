"""An evaluation with its digits, as the result panel shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, Evaluation
from lenet_gui.engine.recognition.evaluation import evaluate
from lenet_gui.engine.recognition.evaluation_data import EvaluationData, evaluation_data
from lenet_gui.engine.recognition.recognizer import Recognizer


@dataclass(frozen=True)
class EvaluatedDigits:
    """An evaluation with its samples, in the same order.

    images: uint8 (samples, 28, 28), or (samples, channels, rows, columns) of pictures. remarks:
    about the data.
    """

    evaluation: Evaluation
    images: ByteArray
    remarks: tuple[BadInput, ...] = ()


def evaluate_on(
    name: str, recognizer: Recognizer, chosen: EvaluationData, known: Sequence[str]
) -> EvaluatedDigits:
    """Evaluate a copy of a recognizer, since recognizers are not thread-safe. Runs in a thread.

    known: sources among which the network's own data is looked for. Raises BadInput if the data
    cannot be read.
    """
    data = evaluation_data(recognizer.checkpoint, chosen, known)
    part = "" if chosen.source else chosen.part
    return EvaluatedDigits(evaluate(recognizer.copy(name), data, part), data.images, data.remarks)
