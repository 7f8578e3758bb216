"""Finds out which way up a page is.

Its printed lines, or else the way its digits stand, tell the angle up to a quarter turn; the
quarter is the one in which the recognizer is surest of the digits.

The numbers are hand-set and were changed while composed pages on their side were looked at;
none was fitted. PRIOR was 1.5 at first.
"""

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

# Sureness is the mean of -log(1 - confidence).
SURER = 0.3  # a page is turned only if its digits are read with that much more sureness ...
PRIOR = 4.0  # ... and with that much more divided by their number: most pages are upright
CLEARLY = 1.0  # an upright page that is surer by that is not looked at further
LEAST_DOUBT = 1e-4  # 1 - confidence counts as no less, lest one digit outvotes the others
TRIED = 24  # digits that are asked which way up a page is
LEAST_TILT = 3.0  # degrees; digits lean by more than that anyway, and the ink stays as it is
LEAST_LIKELY_SIZE, MOST_LIKELY_SIZE = 0.45, 2.2  # longer side of a likely digit, in usual sizes
# Width by height of a digit that tells; narrower ones are bars.
NARROWEST_TELLING, WIDEST_TELLING = 0.3, 3.0


def reading_with(recognizer: Recognizer) -> Read:
    """Return a function that recognizes many pieces at once."""

    def read(pieces: Sequence[Piece]) -> list[Recognition]:
        return recognizer.recognize_all([piece.picture() for piece in pieces])

    return read


def upright(
    components: Components, ink: ByteArray, recognizer: Recognizer, ruled: float | None
) -> tuple[float, list[Candidate]]:
    """Return the page's angle, and all pieces turned by it and read.

    The angle is in degrees by which the page is turned anticlockwise to read it. ruled: the
    angle of the page's printed lines; None if it has none.
    """
    likely = _likely_digits(components)
    boxes = components.boxes[likely].astype(np.float64)
    centres = boxes[:, :2] + boxes[:, 2:] / 2
    tilt = -(tilt_of(centres, boxes[:, 2:].max(axis=1)) if ruled is None else ruled)
    if abs(tilt) < LEAST_TILT:
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
    """Return the labels of the components of about the usual size."""
    boxes = components.boxes[components.keep]
    sides = boxes[:, 2:].max(axis=1)
    usual = components.usual
    likely: NDArray[np.intp] = components.keep[
        (sides > LEAST_LIKELY_SIZE * usual) & (sides < MOST_LIKELY_SIZE * usual)
    ]
    return likely


def _quadrant(read: list[Candidate], recognizer: Recognizer) -> float:
    """Return 0, 90, 180 or 270: the degrees that the page is turned clockwise.

    Bars say nothing: a 1 on its side is a stroke like any other.
    """
    telling = [one for one in read if not one.piece.cut and not _is_bar(one.piece)]
    telling = [one for one in telling if one.piece.on_sheet] or telling
    # Those with clean paper around them first; what lies on the table may be anything.
    telling = sorted(telling, key=lambda one: (one.piece.rough + 0.02) / one.piece.strength)[:TRIED]
    if not telling:
        return 0.0
    images = np.stack([one.recognition.field for one in telling])
    upright = np.array([one.sure for one in telling])
    for few in (
        RECOGNITION_BATCH // 3,
        len(telling),
    ):  # three turns fill one batch
        sure = [_sureness(upright[:few]), *_turned(images[:few], recognizer)]
        best = int(np.argmax(sure))
        if best == 0 and sure[0] > max(sure[1:]) + CLEARLY:
            return 0.0
    return 90.0 * best if sure[best] > sure[0] + SURER + PRIOR / len(telling) else 0.0


def _is_bar(piece: Piece) -> bool:
    return not NARROWEST_TELLING < piece.width / piece.height < WIDEST_TELLING


def _turned(images: ByteArray, recognizer: Recognizer) -> list[float]:
    """Return the sureness of digits turned by one, two and three quarters.

    images: uint8 (digits, 28, 28).
    """
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
    """Return the mean of -log(1 - confidence).

    A logarithm, since digits on their side are often read with 95 %, seldom with 99.9 %.
    """
    return float(np.mean(-np.log(np.clip(1.0 - confidence, LEAST_DOUBT, 1.0))))
