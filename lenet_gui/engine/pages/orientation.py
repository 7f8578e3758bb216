"""Which way up a page is: by its printed lines and how its digits stand, then by the reader, which
is surer of digits that stand upright."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray, FloatArray, Recognition
from lenet_gui.engine.pages.components import Components
from lenet_gui.engine.pages.joins import Candidate, Read, candidates_of
from lenet_gui.engine.pages.pieces import Piece, piece_of
from lenet_gui.engine.pages.reading_order import tilt_of
from lenet_gui.engine.recognition.recognizer import RECOGNITION_BATCH, Recognizer
from lenet_gui.engine.recognition.reject_rule import confidences

SURER = 0.3  # a turned page is read that much surer, or it is not turned
PRIOR = 4.0  # and by that, shared among the digits that tell: most pages are upright
CLEARLY = 1.0  # surer by that, and no more digits are asked
LEAST_DOUBT = 1e-4  # one digit does not outvote the others
TRIED = 24  # digits that tell which way up a page is


def reading_with(recognizer: Recognizer) -> Read:
    """Reads pieces, many at once."""

    def read(pieces: Sequence[Piece]) -> list[Recognition]:
        return recognizer.recognize_all([piece.picture() for piece in pieces])

    return read


def upright(
    components: Components, ink: ByteArray, recognizer: Recognizer, ruled: float | None
) -> tuple[float, list[Candidate]]:
    """The page's angle, and all pieces turned by it and read."""
    likely = _likely_digits(components)
    boxes = components.boxes[likely].astype(np.float64)
    centres = boxes[:, :2] + boxes[:, 2:] / 2
    tilt = -(tilt_of(centres, boxes[:, 2:].max(axis=1)) if ruled is None else ruled)
    if abs(tilt) < 3.0:  # the reader does not mind, and the ink stays as it is
        tilt = 0.0
    labels = [int(label) for label in components.keep]
    pieces = {label: piece_of(components, ink, label, tilt) for label in labels}
    read = _read_all(pieces, recognizer)
    turn = _quadrant([read[int(label)] for label in likely if int(label) in read], recognizer)
    if turn:
        tilt += turn
        pieces = {label: piece_of(components, ink, label, tilt) for label in labels}
        read = _read_all(pieces, recognizer)
    return tilt, list(read.values())


def _read_all(pieces: dict[int, Piece | None], recognizer: Recognizer) -> dict[int, Candidate]:
    there = {label: piece for label, piece in pieces.items() if piece}
    read = candidates_of(list(there.values()), reading_with(recognizer))
    return dict(zip(there, read, strict=True))


def _likely_digits(components: Components) -> NDArray[np.intp]:
    """Labels of the components of about the usual size."""
    boxes = components.boxes[components.keep]
    sides = boxes[:, 2:].max(axis=1)
    usual = components.usual
    likely: NDArray[np.intp] = components.keep[(sides > 0.45 * usual) & (sides < 2.2 * usual)]
    return likely


def _quadrant(read: list[Candidate], recognizer: Recognizer) -> float:
    """0, 90, 180 or 270: how far the page is turned clockwise, by the reader's confidence.

    Bars say nothing: a 1 on its side is a stroke like any other.
    """
    telling = [
        one for one in read if 0.3 < one.piece.width / one.piece.height < 3.0 and not one.piece.cut
    ]
    telling = [one for one in telling if one.piece.on_sheet] or telling
    # Those with clean paper around them; what lies on the table may be anything.
    telling = sorted(telling, key=lambda one: (one.piece.rough + 0.02) / one.piece.strength)[:TRIED]
    if not telling:
        return 0.0
    images = np.stack([one.recognition.normalized.digit for one in telling])
    upright = np.array([one.sure for one in telling])
    for few in (RECOGNITION_BATCH // 3, len(telling)):  # most often few tell enough, in one pass
        sure = [_sureness(upright[:few]), *_turned(images[:few], recognizer)]
        best = int(np.argmax(sure))
        if best == 0 and sure[0] > max(sure[1:]) + CLEARLY:
            return 0.0
    return 90.0 * best if sure[best] > sure[0] + SURER + PRIOR / len(telling) else 0.0


def _turned(images: ByteArray, recognizer: Recognizer) -> list[float]:
    """How surely digits are read that are turned by one, two and three quarters."""
    turned = np.concatenate([np.rot90(images, turn, (1, 2)) for turn in (1, 2, 3)])
    filled = np.zeros(
        (-(-len(turned) // RECOGNITION_BATCH) * RECOGNITION_BATCH, *images.shape[1:]), np.uint8
    )
    filled[: len(turned)] = turned
    evidence = np.concatenate(
        [
            recognizer.evidence(filled[first : first + RECOGNITION_BATCH])
            for first in range(0, len(filled), RECOGNITION_BATCH)
        ]
    )
    kind = recognizer.architecture.score_kind
    rule = None if kind == "probability" else recognizer.rule
    sure = confidences(evidence[: len(turned)], kind, rule)
    return [_sureness(part) for part in np.split(sure, 3)]


def _sureness(confidence: FloatArray) -> float:
    """The mean logarithm of how little doubt there is: digits on their side are often read
    with 95 %, seldom with 99.9 %."""
    return float(np.mean(-np.log(np.clip(1.0 - confidence, LEAST_DOUBT, 1.0))))
