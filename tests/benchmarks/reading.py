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
from tests.benchmarks.measure import IN_README, Row, best_median, best_medians


def rows() -> Iterator[Row]:
    yield from _network()
    yield _normalization()
    yield _help()


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
    own, onnx, in_eager = best_medians(
        [lambda: recognizer.network.activations(inputs), in_onnx, in_torch], 500
    )
    note = f"{own * 1e6:.0f} us, ONNX Runtime {onnx * 1e6:.0f}, torch eager {in_eager * 1e6:.0f}"
    yield Row("all activations of one digit / ONNX Runtime", own / onnx, 2.5, "x", note)
    yield Row("all activations of one digit / torch eager", own / in_eager, 1.0, "x", note)
    yield Row("all activations of one digit, in the README", own * 1000, 1.5 * IN_README, "ms")


def _normalization() -> Row:
    digit = mnist("mnist-test").images[0][4:24, 4:24]
    canvas = np.zeros((560, 560), np.uint8)
    canvas[10:550, 10:550] = np.kron(digit, np.ones((27, 27), np.uint8))
    picture = Picture(canvas)
    seconds = best_median(lambda: normalize(picture), 200)
    return Row("normalisation of a full 560x560 canvas", seconds * 1000, 0.5, "ms")


def _help() -> Row:
    command = [sys.executable, "-m", "lenet_gui", "train", "--help"]
    seconds = best_median(lambda: subprocess.run(command, capture_output=True, check=True), 3)
    return Row("lenet-gui train --help", seconds, 0.5, "s")
