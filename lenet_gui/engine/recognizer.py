"""A checkpoint that reads pictures: picture -> Recognition."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np

from lenet_gui.engine.checkpoint import architecture_of
from lenet_gui.engine.network import Network
from lenet_gui.engine.normalization import FIELD, normalize
from lenet_gui.engine.rejection import confidences, rankings
from lenet_gui.values import ByteArray, Checkpoint, FloatArray, Normalized, Picture, Recognition

BATCH = 32  # digits of a page that are read in one pass


class Recognizer:
    """Reads with one checkpoint. Raises BadInput if its weights do not fit."""

    def __init__(self, name: str, checkpoint: Checkpoint) -> None:
        self.name = name
        self.checkpoint = checkpoint
        self.architecture = architecture_of(checkpoint)
        self.network = Network(self.architecture, checkpoint.weights)

    def recognize(self, picture: Picture) -> Recognition:
        """Read one picture. Blank is blank: no activations, no answer."""
        start = time.perf_counter()
        normalized = normalize(picture)
        if normalized.blank:
            return self._answer(picture, normalized, {}, start)
        states = self.network.activations(self.architecture.input_from(normalized.field))
        return self._answer(picture, normalized, states, start)

    def recognize_all(self, pictures: Sequence[Picture]) -> list[Recognition]:
        """Read many pictures at once: the same answers, without the state of every layer.

        Their activations hold the scores alone; ``recognize`` one of them to see the others.
        """
        start = time.perf_counter()
        normalized = [normalize(picture) for picture in pictures]
        fields = np.zeros((-(-len(pictures) // BATCH) * BATCH, FIELD, FIELD), np.uint8)
        for place, one in enumerate(normalized):
            fields[place] = one.field
        # Batches of one size: the network keeps its work arrays.
        scores = [
            self.network.scores(self.architecture.input_from(fields[first : first + BATCH]))
            for first in range(0, len(fields), BATCH)
        ]
        output = self.architecture.layers[-1].name
        return [
            self._answer(
                picture,
                one,
                {} if one.blank else {output: scores[place // BATCH][place % BATCH]},
                start,
            )
            for place, (picture, one) in enumerate(zip(pictures, normalized, strict=True))
        ]

    def scores(self, images: ByteArray) -> FloatArray:
        """(samples, classes) for normalised digits, uint8 (samples, 28, 28) or (.., 32, 32)."""
        parts = [
            self.network.scores(self.architecture.input_from(images[start : start + 1000]))
            for start in range(0, len(images), 1000)
        ]
        return np.concatenate(parts) if parts else np.empty((0, self.architecture.classes))

    def _answer(
        self,
        picture: Picture,
        normalized: Normalized,
        states: dict[str, FloatArray],
        start: float,
    ) -> Recognition:
        kind, rule = self.architecture.score_kind, self.checkpoint.rejection
        scores = states.get(self.architecture.layers[-1].name, np.empty(0, np.float32))
        ranking: tuple[int, ...] = ()
        confidence, label = 0.0, None
        if states:
            ranking = tuple(rankings(scores[None], kind)[0].tolist())
            confidence = float(confidences(scores[None], kind, rule)[0])
            sure = rule is None or confidence >= rule.threshold
            if sure and not normalized.dot:
                label = self.checkpoint.class_names[ranking[0]]
        return Recognition(
            picture=picture,
            normalized=normalized,
            network=self.name,
            class_names=self.checkpoint.class_names,
            score_kind=kind,
            activations=states,
            scores=scores,
            ranking=ranking,
            confidence=confidence,
            label=label,
            reason=None if label is not None else "unsure" if states else "blank",
            milliseconds=(time.perf_counter() - start) * 1000,
        )
