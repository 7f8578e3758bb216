"""The recognizer: a checkpoint that turns pictures into answers."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

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
from lenet_gui.engine.ink.colour_pictures import colours_of_picture, resized
from lenet_gui.engine.ink.normalization import FIELD_SIDE, normalize
from lenet_gui.engine.networks.network import Network
from lenet_gui.engine.recognition.as_it_is import as_it_is
from lenet_gui.engine.recognition.reject_rule import (
    accepted,
    apply_rule,
    confidences,
    doubt_of,
    rankings,
)

RECOGNITION_BATCH = 32  # digits of a page per forward pass


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A picture as the bytes of an input. normalized: as in ``Recognition``."""

    field: ByteArray
    blank: bool
    normalized: Normalized | None = None


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
        prepared = self._prepared(picture)
        if prepared.blank:
            return self._answer(picture, prepared, {}, None, start)
        inputs = self.architecture.input_from(prepared.field)
        activations, evidence = self.network.activations_and_evidence(inputs)
        return self._answer(picture, prepared, activations, evidence, start)

    def recognize_all(self, pictures: Sequence[Picture]) -> list[Recognition]:
        """Recognize many pictures in batches: the same answers, but only the output's activations.

        To see the other layers' activations, ``recognize`` one of the pictures.
        """
        start = time.perf_counter()
        prepared = [self._prepared(picture) for picture in pictures]
        shape = self.architecture.picture_shape or (FIELD_SIDE, FIELD_SIDE)
        count = -(-len(pictures) // RECOGNITION_BATCH) * RECOGNITION_BATCH
        fields = np.zeros((count, *shape), np.uint8)
        for place, one in enumerate(prepared):
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
        for place, (picture, one) in enumerate(zip(pictures, prepared, strict=True)):
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

        images: normalized digits, uint8 (samples, 28, 28) or (samples, 32, 32); for a network that
        sees pictures, uint8 (samples, channels, rows, columns) of its input.
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

    def _prepared(self, picture: Picture) -> _Prepared:
        """Return the bytes of the network's input from a picture."""
        shape = self.architecture.picture_shape
        if picture.as_is:
            return _Prepared(as_it_is(picture, self.architecture), blank=False)
        if shape is None:
            normalized = normalize(picture)
            return _Prepared(normalized.field, normalized.blank, normalized)
        blank = picture.rgb is None and not picture.ink.any()
        return _Prepared(resized(colours_of_picture(picture), shape), blank)

    def _answer(
        self,
        picture: Picture,
        prepared: _Prepared,
        activations: dict[str, FloatArray],
        evidence: FloatArray | None,
        start: float,
    ) -> Recognition:
        ranking: tuple[int, ...] = ()
        confidence, label = 0.0, None
        doubt: Doubt | None = None
        rule = None if picture.as_is else self.rule
        if evidence is not None:
            ranking = tuple(rankings(evidence[None])[0].tolist())
            kind = self.architecture.score_kind
            (confidence,), (sure,) = apply_rule(evidence[None], kind, rule)
            if prepared.normalized is not None and prepared.normalized.dot:
                doubt = "dot"
            elif sure:
                label = self.checkpoint.class_names[ranking[0]]
            else:
                doubt = doubt_of(evidence, kind, rule)
        return Recognition(
            picture=picture,
            normalized=prepared.normalized,
            field=prepared.field,
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
            rule=rule,
            doubt=doubt,
        )
