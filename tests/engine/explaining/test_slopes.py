"""Slopes by the pixels, compared with what a small step really does."""

from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.common.values import FloatArray, Unit
from lenet_gui.engine.explaining.ink_gradient import gradient_times_ink
from lenet_gui.engine.explaining.pixels import inputs_of, paper_of, pixels_of
from lenet_gui.engine.explaining.slopes import evidence_slope, lead_weighting, unit_slope
from lenet_gui.engine.networks.activation_functions import Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.layers import FullConnection
from lenet_gui.engine.networks.network import Network
from lenet_gui.engine.recognition.recognizer import Recognizer
from tests.engine.explaining.every_network import NAMES, noisy_field, recognizer_of


def in_doubles(name: str) -> Recognizer:
    """A copy that computes in float64, so that small steps can be told from rounding."""
    recognizer = recognizer_of(name).copy()
    weights = {key: values.astype(float) for key, values in recognizer.checkpoint.weights.items()}
    recognizer.checkpoint = replace(recognizer.checkpoint, weights=weights)
    recognizer.network = Network(recognizer.architecture, weights, np.float64)
    return recognizer


def along(pixels: FloatArray, slope: FloatArray, step: float) -> FloatArray:
    moved: FloatArray = pixels + step * slope / np.abs(slope).max()
    return moved


@pytest.mark.parametrize("name", NAMES)
def test_the_lead_grows_as_its_slope_says(name: str) -> None:
    recognizer = in_doubles(name)
    pixels = pixels_of(recognizer.architecture, noisy_field(name)).astype(float)
    weighting = lead_weighting(1, 2)
    evidence, slope = evidence_slope(recognizer, pixels, weighting)
    assert slope.shape == pixels.shape
    assert evidence.shape == (recognizer.architecture.classes,)
    step = 3e-4
    grown, shrunk = (
        evidence_slope(recognizer, along(pixels, slope, by), weighting)[0] for by in (step, -step)
    )
    found = ((grown - shrunk)[1] - (grown - shrunk)[2]) / 2
    wanted = step * (slope**2).sum() / np.abs(slope).max()
    assert found == pytest.approx(float(wanted), rel=0.03)


def test_a_batch_has_the_slopes_of_its_fields() -> None:
    recognizer = recognizer_of("lenet-5-modern")
    fields = [pixels_of(recognizer.architecture, noisy_field("lenet-5", seed)) for seed in (1, 2)]
    evidence, slopes = evidence_slope(recognizer, np.stack(fields), lead_weighting(3, 8))
    for place, pixels in enumerate(fields):
        alone = evidence_slope(recognizer, pixels, lead_weighting(3, 8))
        np.testing.assert_allclose(evidence[place], alone[0], rtol=1e-3, atol=1e-3)
        np.testing.assert_allclose(slopes[place], alone[1], rtol=1e-2, atol=1e-3)


@pytest.mark.parametrize("name", ["lenet-5", "lenet-5-modern", "own"])
def test_each_layers_units_have_a_slope_up_which_they_grow(name: str) -> None:
    recognizer = recognizer_of(name)
    pixels = pixels_of(recognizer.architecture, noisy_field(name))
    inputs = inputs_of(recognizer.architecture, pixels)
    activations, evidence = recognizer.network.activations_and_evidence(inputs)
    values = {**activations, "INPUT": inputs, "OUTPUT": evidence}
    sloping = []
    for layer, found in values.items():
        shape = (*found.shape, 1, 1)[:3]
        unit = Unit(layer, shape[0] - 1, shape[1] // 2, shape[2] // 2)
        value, slope = unit_slope(recognizer, pixels, unit)
        at = unit.map, unit.row, unit.column
        assert value == pytest.approx(float(found.reshape(shape)[at]), rel=1e-4, abs=1e-5)
        if slope.any():  # where all units below are rectified to 0 there is none
            assert unit_slope(recognizer, along(pixels, slope, 1e-3), unit)[0] >= value
            sloping.append(layer)
        field = recognizer.architecture.windows(unit)[-1]
        outside = slope.copy()
        outside[:, field.top : field.bottom, field.left : field.right] = 0
        assert not outside.any()
    assert len(sloping) > len(values) / 2


def test_gradient_times_ink_of_a_sum_is_what_each_pixel_adds_to_it() -> None:
    weights = np.random.default_rng(0).normal(size=(2, 900)).astype(np.float32)
    layers = (Layer("OUTPUT", FullConnection(2), Softmax()),)
    architecture = Architecture("sum", (1, 30, 30), (-1.0, 3.0), "torch", "", layers)
    recognizer = replace_network(architecture, weights)
    pixels = pixels_of(architecture, noisy_field("lenet-5"))
    found = gradient_times_ink(recognizer, pixels, 0, 1)
    wanted = 4.0 * (weights[0] - weights[1]).reshape(30, 30) * pixels[0]
    np.testing.assert_allclose(found, wanted, atol=1e-5)


def replace_network(architecture: Architecture, weights: FloatArray) -> Recognizer:
    recognizer = recognizer_of("lenet-5").copy()
    found = {"OUTPUT.weight": weights, "OUTPUT.bias": np.zeros(2, np.float32)}
    recognizer.architecture = architecture
    recognizer.checkpoint = replace(recognizer.checkpoint, weights=found)
    recognizer.network = Network(architecture, found)
    return recognizer


def test_in_pictures_what_is_as_the_edge_counts_as_no_ink() -> None:
    recognizer = recognizer_of("own")
    pixels = pixels_of(recognizer.architecture, noisy_field("own"))
    pixels[:, :8] = paper_of(recognizer.architecture, pixels)
    pixels[:, :, :8] = paper_of(recognizer.architecture, pixels)
    found = gradient_times_ink(recognizer, pixels, 0, 1)
    assert found.shape == (30, 30)
    paper = paper_of(recognizer.architecture, pixels)
    assert not found[(pixels == paper).all(axis=0)].any()
    assert found.any()
