"""The pen digits that a reader is most wrong about, as one picture to look at."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from lenet_gui.engine.recognition.recognizer import Recognizer
from tests.benchmarks.results.material import Written

WORST, COLUMNS = 100, 10
SIDE, ROOM = 84, 22  # pixels of a digit, and for the words below it


def write_worst(recognizer: Recognizer, pens: Written, path: Path) -> None:
    """A hundred digits, the worst first: what they are, what they were taken for, whose they
    are."""
    samples = pens.samples
    labels = samples.indices(recognizer.checkpoint.class_names)
    evidence = recognizer.evidence(samples.images).astype(np.float64)
    own = evidence[np.arange(len(labels)), labels]
    others = evidence.copy()
    others[np.arange(len(labels)), labels] = -np.inf
    worst = np.argsort(own - others.max(axis=1), kind="stable")[:WORST]
    rows = -(-len(worst) // COLUMNS)
    sheet = Image.new("L", (COLUMNS * SIDE, rows * (SIDE + ROOM)), 255)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(13)
    names = recognizer.checkpoint.class_names
    for place, sample in enumerate(worst.tolist()):
        row, column = divmod(place, COLUMNS)
        x, y = column * SIDE, row * (SIDE + ROOM)
        digit = Image.fromarray(255 - samples.images[sample]).resize((SIDE - 4, SIDE - 4))
        sheet.paste(digit, (x + 2, y + 2))
        answer = names[int(evidence[sample].argmax())]
        said = f"{samples.labels[sample]} > {answer} {samples.groups[sample]}"
        draw.text((x + 4, y + SIDE), said, 0, font)
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)
