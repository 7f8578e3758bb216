"""How long reading takes: the network beside ONNX Runtime and torch, normalisation, the command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import onnxruntime
import torch

from lenet_gui.common.values import Picture
from lenet_gui.engine.checkpoints.exports.onnx_model import onnx_model
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.data.datasets import mnist
from lenet_gui.engine.ink.normalization import normalize
from lenet_gui.trainer.network.modules import LeNet
from tests.benchmarks import references
from tests.benchmarks.measure import (
    IN_README,
    Action,
    Measurement,
    Row,
    beside,
    best_medians,
    round_medians,
)

ACTIVATIONS = "all activations of one digit"
BESIDE_ONNX, BESIDE_TORCH = f"{ACTIVATIONS} / ONNX Runtime", f"{ACTIVATIONS} / torch eager"
README = f"{ACTIVATIONS}, in the README"
NORMALISATION = "normalisation of a full 560x560 canvas"
HELP = "lenet-gui train --help"
# How `references` come to bars. README: 46 us of 75 where the README was written, ratio 2.55.
MOST_README = 2.55 * 1.5 * IN_README / 0.046
MOST_NORMALISATION = 3.0  # 0.28 ms of 0.5; ratio 1.7
MOST_HELP = 1.0  # of what numpy takes, which it must not load; stricter than the half second before
IMPORTS = "import argparse, json, numpy"


def _network() -> Iterator[Row]:
    recognizer = load_recognizer("lenet-5-modern")
    inputs = recognizer.architecture.input_from(mnist("mnist-test").images[0])
    weights = dict(recognizer.checkpoint.weights)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = onnx_model(recognizer.architecture, weights, all_layers=True)
    for value in (*model.graph.input, *model.graph.output):  # one digit, as it is read while drawn
        value.type.tensor_type.shape.dim[0].dim_value = 1
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    torch.set_num_threads(1)
    eager, tensor = LeNet(recognizer.architecture, weights).eval(), torch.from_numpy(inputs[None])

    def in_torch() -> object:
        with torch.inference_mode():
            return eager.activations(tensor)

    def in_onnx() -> list[np.ndarray]:
        return session.run(None, {"INPUT": inputs[None]})

    ours = recognizer.network.activations(inputs)
    for mine, theirs in zip(ours.values(), in_onnx(), strict=True):
        np.testing.assert_allclose(mine, theirs[0], atol=1e-4 * float(np.abs(mine).max()))

    def in_ours() -> object:
        return recognizer.network.activations(inputs)

    own, onnx, in_eager = best_medians([in_ours, in_onnx, in_torch], 500)
    note = f"{own * 1e6:.0f} us, ONNX Runtime {onnx * 1e6:.0f}, torch eager {in_eager * 1e6:.0f}"
    yield Row(BESIDE_ONNX, own / onnx, 2.5, "x", note)
    yield Row(BESIDE_TORCH, own / in_eager, 1.0, "x", note)
    times = round_medians([in_ours, references.products()], 500)
    yield beside(README, times[0], "its products", times[1], MOST_README)


def _normalization() -> Iterator[Row]:
    digit = mnist("mnist-test").images[0][4:24, 4:24]
    canvas = np.zeros((560, 560), np.uint8)
    canvas[10:550, 10:550] = np.kron(digit, np.ones((27, 27), np.uint8))
    picture = Picture(canvas)
    own, reference = round_medians([lambda: normalize(picture), references.averaged(canvas)], 200)
    yield beside(NORMALISATION, own, "two products", reference, MOST_NORMALISATION)


def _help() -> Iterator[Row]:
    commands = ["-m", "lenet_gui", "train", "--help"], ["-c", IMPORTS]
    own, reference = round_medians([_program(*arguments) for arguments in commands], 3)
    yield beside(HELP, own, "Python with numpy", reference, MOST_HELP)


def _program(*arguments: str) -> Action:
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, capture_output=True, check=True)


MEASUREMENTS = (
    Measurement((BESIDE_ONNX, BESIDE_TORCH, README), _network),
    Measurement((NORMALISATION,), _normalization),
    Measurement((HELP,), _help),
)
