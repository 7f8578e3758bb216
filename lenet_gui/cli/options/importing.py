"""The options of `lenet-gui import`."""

from __future__ import annotations

import argparse

from lenet_gui.cli.options.numbers import whole_number
from lenet_gui.engine.importing.words import FUNCTIONS, INPUT_RANGES, POOLINGS, TONES


def add_import_options(command: argparse.ArgumentParser) -> None:
    """Add the options of `lenet-gui import`."""
    add = command.add_argument
    add("file", metavar="FILE", help="a state dict of PyTorch (.pt, .pth, .safetensors), an ONNX "
        "model, a Keras file (.keras, .h5), or arrays of NumPy (.npz)")  # fmt: skip
    add("--output", required=True, metavar="NET.safetensors", help="the checkpoint to write")
    add("--architecture", metavar="NAME", help="an architecture that the network has to be")
    add("--classes", metavar="A,B,C", help="the names of its classes in their order (default: "
        "those that the file says, else 0 to n-1)")  # fmt: skip
    add("--choose", type=whole_number, metavar="N", help="which of the listed combinations to "
        "take (default: 1, the best)")  # fmt: skip
    open_questions = command.add_argument_group(
        "what a file may leave open",
        "What is not given is found by trying each combination on MNIST's test digits.",
    )
    add = open_questions.add_argument
    add("--activation", choices=FUNCTIONS, help="the activation function")
    add("--pooling", choices=POOLINGS, help="the pooling kind")
    add("--padding", type=whole_number, metavar="N", help="that of the first convolution")
    add("--input-side", type=whole_number, metavar="N", help="the side of the input in pixels")
    add("--input-range", metavar="RANGE", help="the inputs for the darkest and the brightest "
        f"pixel: {', '.join(INPUT_RANGES)}, or two numbers as in -0.5..0.5")  # fmt: skip
    add("--ink", choices=TONES, help="whether ink or paper is bright")
    add("--sees", choices=("ink", "picture"), help="ink: digits, normalized as MNIST's are; "
        "picture: the picture as it is")  # fmt: skip
    command.add_argument("--json", action="store_true", help="print JSON")
