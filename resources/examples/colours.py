"""Three channels and any number of classes: a network that tells pictures apart by their colour.

    python colours.py

Own pictures lie in a folder with one folder for each class; here they are made: coloured noise.
"""

import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

import lenet_gui

colours = {"brick": (190, 70, 60), "grass": (70, 140, 50), "sky": (90, 130, 220)}
random = np.random.default_rng(0)


def picture(colour: tuple[int, int, int]) -> Image.Image:
    return Image.fromarray(random.normal(colour, 40, (32, 32, 3)).clip(0, 255).astype(np.uint8))


with tempfile.TemporaryDirectory() as folder:
    for name, colour in colours.items():
        (Path(folder) / name).mkdir()
        for number in range(150):
            picture(colour).save(Path(folder) / name / f"{number}.png")
    training = lenet_gui.train("lenet-relu", folder, sees="picture", epochs=10, batch=32)
    network = training.finish()

for name, colour in colours.items():
    answer = network.recognize(picture(colour))
    print(f"{name}: {answer.ranking[0]}, probability {answer.scores[answer.ranking[0]]:.2f}")
