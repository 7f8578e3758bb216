"""How long reading takes: the network beside ONNX Runtime and torch, normalisation, the command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import onnxruntime
import torch

from lenet_gui.common.values import FloatArray, Picture
from lenet_gui.engine.checkpoints.exports.onnx_model import onnx_model
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.data.datasets import mnist
from lenet_gui.engine.ink.normalization import normalize
from lenet_gui.engine.networks.backward import Gradients, backward
from lenet_gui.engine.networks.losses import make_loss
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
DIGITS = 64  # forward and backward
FORWARD_AND_BACKWARD = {
    name: f"forward and backward of {DIGITS} digits, {name}"
    for name in ("lenet-5", "lenet-5-modern")
}
MOST_BACKWARD = 5.0
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


def _backward() -> Iterator[Row]:
    for name, what in FORWARD_AND_BACKWARD.items():
        times = round_medians(_both_ways(name), 50)
        yield beside(what, times[0], "their forward", times[1], MOST_BACKWARD)


def _both_ways(name: str) -> list[Action]:
    """Return forward and backward of a network, and its forward alone."""
    recognizer, data = load_recognizer(name), mnist("mnist-test")
    architecture, weights = recognizer.architecture, recognizer.checkpoint.weights
    inputs, labels = architecture.input_from(data.images[:DIGITS]), data.labels[:DIGITS]
    loss = make_loss("map", architecture.score_kind, j=20.0)

    def forward() -> tuple[dict[str, FloatArray], FloatArray]:
        return recognizer.network.activations_and_evidence(inputs)

    def both() -> Gradients:
        activations, evidence = forward()
        delta = loss(evidence, labels).evidence_delta
        return backward(architecture, weights, inputs, activations, delta)

    return [both, forward]


MEASUREMENTS = (
    Measurement((BESIDE_ONNX, BESIDE_TORCH, README), _network),
    Measurement((NORMALISATION,), _normalization),
    Measurement((HELP,), _help),
    Measurement(tuple(FORWARD_AND_BACKWARD.values()), _backward),
)
