"""What tests of the page code make up: recognitions, pieces, and a network that knows one thing."""

from types import SimpleNamespace
from typing import cast

import numpy as np

from lenet_gui.common.values import ByteArray, Doubt, FloatArray, Normalized, Picture, Recognition
from lenet_gui.engine.ink.normalization import normalize
from lenet_gui.engine.pages.components import Components, components_of
from lenet_gui.engine.pages.pieces import Piece
from lenet_gui.engine.recognition.recognizer import Recognizer

DIGIT_NAMES = tuple("0123456789")


def recognition(
    answer: int = 7,
    lead: float = 0.9,
    accepted: bool = True,
    picture: Picture | None = None,
    normalized: Normalized | None = None,
) -> Recognition:
    """Return the recognition of a digit whose best class is ``lead`` ahead of the second."""
    picture = picture or Picture(np.full((20, 10), 255, np.uint8))
    scores = np.zeros(10, np.float32)
    scores[answer], scores[(answer + 1) % 10] = (1 + lead) / 2, (1 - lead) / 2
    ranking = tuple(np.argsort(-scores, kind="stable").tolist())
    label = DIGIT_NAMES[answer] if accepted else None
    doubt: Doubt | None = None if accepted else "rival"
    normalized = normalized or normalize(picture)
    return Recognition(
        picture, normalized, normalized.field, "made up", DIGIT_NAMES, "probability", {},
        scores, ranking, lead, label, None if accepted else "unsure", 0.0, None, doubt,
    )  # fmt: skip


def piece(ink: ByteArray, x: int = 0, y: int = 0, **changed: object) -> Piece:
    """Return a piece of clear ink on even paper, with other properties if named."""
    usual = {"strength": 200.0, "cut": False, "stroke": 4.0, "rough": 0.0, "steady": 1.0}
    return Piece(ink, x, y, **(usual | changed))  # type: ignore[arg-type]


def components(mask: ByteArray, beside: ByteArray | None = None) -> Components:
    """Return the components of a mask (nonzero: ink), all of it strong ink."""
    whole = np.where(mask > 0, np.uint8(255), np.uint8(0))
    return components_of(whole, whole, beside)


class HeavyBelow:
    """Stands for a recognizer: sure of what has more ink below than above, less sure of the rest.

    sure, unsure: the two confidences, 0..1.
    """

    def __init__(self, sure: float = 0.999, unsure: float = 0.5) -> None:
        self.sure, self.unsure = sure, unsure
        self.architecture = SimpleNamespace(score_kind="probability")
        self.rule = None

    def as_recognizer(self) -> Recognizer:
        return cast(Recognizer, self)

    def recognize_all(self, pictures: list[Picture]) -> list[Recognition]:
        normalized = [normalize(picture) for picture in pictures]
        digits = np.array([one.digit for one in normalized], np.uint8).reshape(-1, 28, 28)
        leads = self._leads(digits).tolist()
        return [
            recognition(7, lead, True, picture, one)
            for picture, one, lead in zip(pictures, normalized, leads, strict=True)
        ]

    def evidence(self, images: ByteArray) -> FloatArray:
        """Return the logarithms of two probabilities that are as far apart as it is sure."""
        leads = self._leads(images)
        return np.log(np.stack([1 + leads, 1 - leads], axis=1) / 2)

    def _leads(self, images: ByteArray) -> FloatArray:
        """Centres of mass lie in the middle: with more ink below, a digit reaches higher."""
        inked = images.max(axis=2) > 60
        first, last = inked.argmax(axis=1), images.shape[1] - 1 - inked[:, ::-1].argmax(axis=1)
        middle = images.shape[1] / 2 - 1.5
        return np.where((first + last) / 2 < middle, self.sure, self.unsure)
