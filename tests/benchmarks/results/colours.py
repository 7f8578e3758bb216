"""Errors on pictures whose class is their colour: `python -m tests.benchmarks.results.colours`.

Blots on noisy paper in four colours, and in four colours that are equally light, 400 pictures of
each. The three-channel architecture learns them for 15 seconds, from pictures and from ink.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

from lenet_gui.common.recipes import best_recipe, for_seconds
from lenet_gui.common.values import Sees
from lenet_gui.engine.data.train_test_splits import load_parts
from lenet_gui.engine.recognition.evaluation import evaluate
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.trainer.training import train
from tests.benchmarks.results.rows import counted

SECONDS = 15
PER_CLASS = 400
BAR = 2.0  # percent
COLOURS = {
    "apart": {"red": (200, 30, 30), "green": (30, 150, 40), "blue": (30, 50, 190),
              "yellow": (220, 190, 20)},
    "equally light": {"red": (170, 20, 20), "green": (20, 96, 20), "blue": (50, 55, 153),
                      "grey": (65, 65, 65)},
}  # fmt: skip


def write_blots(root: Path, colours: dict[str, tuple[int, int, int]]) -> None:
    """Write a folder for each colour, with pictures of several sizes."""
    random = np.random.default_rng(1)
    for name, colour in colours.items():
        (root / name).mkdir(parents=True)
        for place in range(PER_CLASS):
            rows, columns = random.integers(24, 60, 2)
            image = random.normal(215, 8, (rows, columns, 3))
            y, x = np.mgrid[:rows, :columns]
            for _ in range(random.integers(1, 5)):
                centre, radius = random.uniform(0, (rows, columns)), random.uniform(4, 12)
                inside = (y - centre[0]) ** 2 + (x - centre[1]) ** 2 < radius**2
                shade = np.array(colour) * random.uniform(0.85, 1.15)
                image[inside] = shade + random.normal(0, 8, (int(inside.sum()), 3))
            Image.fromarray(np.clip(image, 0, 255).astype(np.uint8)).save(
                root / name / f"{place}.png"
            )


def errors(folder: Path, sees: Sees) -> tuple[int, int]:
    """Train on a folder; return the errors on its test part, and the size of that."""
    recipe = best_recipe("lenet-relu")
    config = recipe.with_fields(sources=(str(folder),), sees=sees)
    learning = for_seconds(recipe.learning, SECONDS)
    config = config.with_fields(seconds=learning.seconds, batch=learning.batch, rate=learning.rate,
                                warmup=learning.warmup, average=learning.average)  # fmt: skip
    steps = train(config)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            recognizer = Recognizer(sees, end.value)
            break
    shape = recognizer.architecture.picture_shape
    found = evaluate(recognizer, load_parts(config.data, config.run.seed, shape=shape).test)
    return found.errors, found.labelled


def main() -> int:
    missed = 0
    print(f"{'what':<56}{'figure':>9}{'95 % interval':>16}{'bar':>11}  verdict")
    with tempfile.TemporaryDirectory() as home:
        for title, colours in COLOURS.items():
            folder = Path(home) / title.replace(" ", "-")
            write_blots(folder, colours)
            for sees in ("picture", "ink"):
                bar = BAR if sees == "picture" else None
                row = counted(f"colours {title}, learned from {sees}", *errors(folder, sees), bar)
                print(row.text(), flush=True)
                missed += row.short
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
