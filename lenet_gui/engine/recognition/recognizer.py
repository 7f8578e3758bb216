"""The recognizer: a checkpoint that turns pictures into answers."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import (
    ByteArray,
    Checkpoint,
    Doubt,
    FloatArray,
    Normalized,
    Picture,
    Recognition,
)
from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.ink.normalization import FIELD_SIDE, normalize
from lenet_gui.engine.networks.network import Network
from lenet_gui.engine.recognition.reject_rule import (
    accepted,
    apply_rule,
    confidences,
    doubt_of,
    rankings,
)

RECOGNITION_BATCH = 32  # digits of a page per forward pass


class Recognizer:
    """Recognition with one checkpoint. Raises BadInput if its weights do not fit.

    rule: when it declines to answer; at first the checkpoint's, and it may be replaced. Not
    thread-safe, since the network's buffers are shared between calls: use ``copy``.
    """

    def __init__(self, name: str, checkpoint: Checkpoint) -> None:
        self.name = name
        self.checkpoint = checkpoint
        self.rule = checkpoint.rejection
        self.architecture = architecture_of(checkpoint)
        self.network = Network(self.architecture, checkpoint.weights)

    def copy(self, name: str = "") -> Recognizer:
        """Return a recognizer that answers alike, for another thread, perhaps renamed."""
        copied = Recognizer(name or self.name, self.checkpoint)
        copied.rule = self.rule
        return copied

    def recognize(self, picture: Picture) -> Recognition:
        """Recognize one picture. A blank picture has no activations and no answer."""
        start = time.perf_counter()
        normalized = normalize(picture)
        if normalized.blank:
            return self._answer(picture, normalized, {}, None, start)
        inputs = self.architecture.input_from(normalized.field)
        activations, evidence = self.network.activations_and_evidence(inputs)
        return self._answer(picture, normalized, activations, evidence, start)

    def recognize_all(self, pictures: Sequence[Picture]) -> list[Recognition]:
        """Recognize many pictures in batches: the same answers, but only the output's activations.

        To see the other layers' activations, ``recognize`` one of the pictures.
        """
        start = time.perf_counter()
        normalized = [normalize(picture) for picture in pictures]
        fields = np.zeros(
            (-(-len(pictures) // RECOGNITION_BATCH) * RECOGNITION_BATCH, FIELD_SIDE, FIELD_SIDE),
            np.uint8,
        )
        for place, one in enumerate(normalized):
            fields[place] = one.field
        # Batches of one size, padded with blanks, so that the network keeps its buffers.
        read = [
            self.network.activations_and_evidence(
                self.architecture.input_from(fields[first : first + RECOGNITION_BATCH])
            )
            for first in range(0, len(fields), RECOGNITION_BATCH)
        ]
        output = self.architecture.layers[-1].name
        answers = []
        for place, (picture, one) in enumerate(zip(pictures, normalized, strict=True)):
            if one.blank:
                answers.append(self._answer(picture, one, {}, None, start))
                continue
            activations, evidence = read[place // RECOGNITION_BATCH]
            row = place % RECOGNITION_BATCH
            scores = {output: activations[output][row]}
            answers.append(self._answer(picture, one, scores, evidence[row], start))
        return answers

    def evidence(self, images: ByteArray) -> FloatArray:
        """Return the evidence for each class, (samples, classes); larger is better.

        images: normalized digits, uint8 (samples, 28, 28) or (samples, 32, 32).
        """
        parts = [
            self.network.evidence(self.architecture.input_from(images[start : start + 1000]))
            for start in range(0, len(images), 1000)
        ]
        return np.concatenate(parts) if parts else np.empty((0, self.architecture.classes))

    def scores(self, images: ByteArray) -> FloatArray:
        """Return penalties or probabilities, (samples, classes), of images as for ``evidence``."""
        return self.architecture.scores_of(self.evidence(images))

    def confidences(self, evidence: FloatArray) -> FloatArray:
        """Return the confidence by the rule in use, float64 (samples,); larger is surer."""
        return confidences(evidence, self.architecture.score_kind, self.rule)

    def accepts(self, evidence: FloatArray) -> NDArray[np.bool_]:
        """Return which samples the rule in use accepts, bool (samples,)."""
        return accepted(evidence, self.architecture.score_kind, self.rule)

    def _answer(
        self,
        picture: Picture,
        normalized: Normalized,
        activations: dict[str, FloatArray],
        evidence: FloatArray | None,
        start: float,
    ) -> Recognition:
        ranking: tuple[int, ...] = ()
        confidence, label = 0.0, None
        doubt: Doubt | None = None
        if evidence is not None:
            ranking = tuple(rankings(evidence[None])[0].tolist())
            kind = self.architecture.score_kind
            (confidence,), (sure,) = apply_rule(evidence[None], kind, self.rule)
            if normalized.dot:
                doubt = "dot"
            elif sure:
                label = self.checkpoint.class_names[ranking[0]]
            else:
                doubt = doubt_of(evidence, kind, self.rule)
        return Recognition(
            picture=picture,
            normalized=normalized,
            network=self.name,
            class_names=self.checkpoint.class_names,
            score_kind=self.architecture.score_kind,
            activations=activations,
            scores=activations.get(self.architecture.layers[-1].name, np.empty(0, np.float32)),
            ranking=ranking,
            confidence=float(confidence),
            label=label,
            reason="blank" if evidence is None else "unsure" if label is None else None,
            milliseconds=(time.perf_counter() - start) * 1000,
            rule=self.rule,
            doubt=doubt,
        )
