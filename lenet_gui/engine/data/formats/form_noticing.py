"""Notices pictures that are inverted or turned: a network trained on MNIST reads a sample of them.

Digits are read in all 2 x 8 forms. Where that tells nothing (letters, clothes), only the shade of
the paper counts, which the outermost pixels show.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.data.formats.picture_forms import TURNS, PictureForm, Suggestion
from lenet_gui.engine.ink.normalization import DIGIT_SIDE, normalize
from lenet_gui.engine.networks.architecture import DIGITS
from lenet_gui.engine.recognition.reject_rule import rankings

SAMPLE = 300  # pictures that are looked at
SAMPLE_PIXELS = 20_000_000  # and not more pixels than that
# Hand-set. MNIST in its right form is read to 99 %, poor writing to 80 %; in a wrong form a tenth
# to a half is right, most where many digits look alike both ways.
FEWEST_DIGITS = 20  # fewer tell nothing
LEAST_RIGHT = 0.5  # of the sample in the best form, else these are no digits
LEAST_GAIN, FEWEST_GAINED = 0.15, 8  # part of the sample, and digits, that it reads more
AS_GOOD = 0.02  # part of the sample: among forms this close to the best, the simplest is chosen
LIGHT = 128  # a shade from here on is paper if the pictures are inverted
MOST_LIGHT = 0.8  # part of the pictures with light rims, from which on all are inverted


def suggest(
    images: ByteArray,
    labels: Sequence[str],
    form: PictureForm,
    inversions: tuple[bool, ...] = (False, True),
) -> Suggestion | None:
    """Return a better form than ``form`` for pictures; None if there is none.

    images: uint8 (samples, rows, columns), as stored. inversions: those to try.
    """
    most = max(1, min(SAMPLE, SAMPLE_PIXELS // max(images[0].size, 1)))
    digits = _sample(np.flatnonzero(np.isin(labels, DIGITS)), most)
    if len(digits) >= FEWEST_DIGITS:
        wanted = np.array([int(labels[place]) for place in digits.tolist()])
        right = _read_right(images[digits], wanted, [form])
        if right[form] > (1 - LEAST_GAIN) * len(digits):
            return None
        forms = (PictureForm(invert, turn) for invert in inversions for turn in TURNS)
        right |= _read_right(images[digits], wanted, forms)
        best = max(right.values())
        if best >= LEAST_RIGHT * len(digits):
            close = best - AS_GOOD * len(digits)
            found = min((one for one in right if right[one] >= close), key=_complexity)
            gained = right[found] - right[form]
            if gained < max(FEWEST_GAINED, LEAST_GAIN * len(digits)):
                return None
            return Suggestion(found, right[found] / len(digits), right[form] / len(digits))
    some = images[_sample(np.arange(len(images)), most)]
    light = _has_light_paper(some)
    return None if light == form.invert or light not in inversions else _inverted(form)


def _complexity(form: PictureForm) -> tuple[int, int]:
    """Return a number of changes, and the place in the table of turns."""
    return len(form.words), list(TURNS).index(form.turn)


def _inverted(form: PictureForm) -> Suggestion:
    return Suggestion(PictureForm(not form.invert, form.turn))


def _sample(places: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """Return at most ``most`` of some indices, at random, the same ones each time."""
    generator = np.random.default_rng(0)
    return np.sort(generator.choice(places, min(most, len(places)), replace=False))


def _read_right(
    images: ByteArray, wanted: NDArray[np.int64], forms: Iterable[PictureForm]
) -> dict[PictureForm, int]:
    """Return how many pictures are read right in each form."""
    recognizer = load_recognizer()
    digits: dict[bool, ByteArray] = {}  # normalized before they are turned, once for eight forms
    found = {}
    for form in forms:
        if form.invert not in digits:
            digits[form.invert] = digits_of(form.inverted(images))
        turned = PictureForm(turn=form.turn).applied(digits[form.invert])
        answers = rankings(recognizer.evidence(turned))[:, 0]
        found[form] = int((answers == wanted).sum())
    return found


def digits_of(images: ByteArray) -> ByteArray:
    """Return uint8 (samples, 28, 28): pictures of other sizes normalized as MNIST was."""
    if images.shape[1:] == (DIGIT_SIDE, DIGIT_SIDE):
        return images
    return np.stack([normalize(Picture(image)).digit for image in images])


def _has_light_paper(images: ByteArray) -> bool:
    """Return whether most pictures have a light rim."""
    rims = np.concatenate(
        [images[:, 0], images[:, -1], images[:, 1:-1, 0], images[:, 1:-1, -1]], axis=1
    )
    return bool((rims.mean(axis=1) >= LIGHT).mean() >= MOST_LIGHT)
