"""Networks with weights: activations by name, one and many, and weights that do not fit."""

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.networks.architectures import ARCHITECTURES, architecture
from lenet_gui.engine.networks.layers import Convolution
from lenet_gui.engine.networks.network import Network
from tests.helpers import largest_error, lively_weights, random_inputs

NAMES = list(ARCHITECTURES)


def network(name: str, dtype=np.float32) -> Network:
    return Network(architecture(name), lively_weights(architecture(name)), dtype)


@pytest.mark.parametrize("name", NAMES)
def test_every_layer_has_activations_of_its_shape(name: str) -> None:
    activations = network(name).activations(random_inputs(architecture(name), 1)[0])
    wanted = {placed.name: placed.shape for placed in architecture(name).placed_layers()}
    assert {layer: values.shape for layer, values in activations.items()} == wanted
    assert all(values.dtype == np.float32 for values in activations.values())
    assert all(np.isfinite(values).all() for values in activations.values())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("dtype", "bar"), [(np.float32, 1e-5), (np.float64, 1e-10)])
def test_a_batch_is_the_same_as_one_by_one(name: str, dtype, bar: float) -> None:
    recognizer = network(name, dtype)
    inputs = random_inputs(architecture(name), 4)
    together = recognizer.activations(inputs)
    for index, single in enumerate(inputs):
        for layer, values in recognizer.activations(single).items():
            assert largest_error(values, together[layer][index]) < bar, layer


def test_the_activations_are_the_callers_own() -> None:
    recognizer = network("lenet-5")
    first, second = random_inputs(architecture("lenet-5"), 2)
    activations = recognizer.activations(first)
    before = {name: values.copy() for name, values in activations.items()}
    recognizer.activations(second)
    assert all(np.array_equal(activations[name], before[name]) for name in activations)
    for values in activations.values():
        values[:] = np.nan  # and what the caller does with them changes nothing inside
    again = recognizer.activations(first)
    assert all(np.array_equal(again[name], before[name]) for name in again)


def test_changing_batch_sizes_does_not_mix_up_anything() -> None:
    recognizer = network("lenet-keras")
    inputs = random_inputs(architecture("lenet-keras"), 5)
    wanted = recognizer.activations(inputs)["OUTPUT"]
    for size in (2, 1, 5, 3, 1):
        found = recognizer.activations(inputs[:size])["OUTPUT"]
        assert largest_error(found, wanted[:size]) < 1e-5


def test_scores_are_the_output_of_every_sample() -> None:
    recognizer = network("lenet-5")
    inputs = random_inputs(architecture("lenet-5"), 7)
    scores = recognizer.scores(inputs, batch=3)
    assert largest_error(scores, recognizer.activations(inputs)["OUTPUT"]) < 1e-5
    assert recognizer.scores(inputs[:0]).shape == (0, 10)


def test_the_weights_given_are_not_the_ones_kept() -> None:
    weights = lively_weights(architecture("lenet-5-modern"))
    recognizer = Network(architecture("lenet-5-modern"), weights)
    inputs = random_inputs(architecture("lenet-5-modern"), 1)[0]
    before = recognizer.activations(inputs)["OUTPUT"]
    for values in weights.values():
        values *= 2
    assert np.array_equal(recognizer.activations(inputs)["OUTPUT"], before)


def test_a_kernel_outside_the_table_does_not_exist() -> None:
    """Changing an S2 map changes exactly the C3 maps that Table I joins it to."""
    c3 = architecture("lenet-5").layer("C3")
    operation = c3.layer.operation
    assert isinstance(operation, Convolution)
    assert operation.table is not None
    generator = np.random.default_rng(0)
    weights = {
        "weight": generator.normal(0, 1, (60, 5, 5)),
        "bias": generator.normal(0, 1, 16),
    }
    source = generator.normal(0, 1, (1, 6, 14, 14))
    out = np.empty((1, 16, 10, 10))
    run = operation.arithmetic(weights, source, out)
    run()
    for below in range(6):
        before, kept = out.copy(), source[0, below].copy()
        source[0, below] += 1.0
        run()
        changed = [m for m in range(16) if not np.allclose(out[0, m], before[0, m])]
        assert changed == [m for m, row in enumerate(operation.table) if below in row]
        source[0, below] = kept
        run()


def test_inputs_of_the_wrong_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="shape"):
        network("lenet-5").activations(np.zeros((1, 28, 28), np.float32))


def test_missing_extra_and_misshapen_weights_are_refused_in_a_sentence() -> None:
    whole = architecture("lenet-5")
    weights = lively_weights(whole)
    lacking = {name: values for name, values in weights.items() if name != "S2.bias"}
    with pytest.raises(BadInput, match=r"weights of lenet-5 lack S2\.bias"):
        Network(whole, lacking)
    with pytest.raises(BadInput, match=r"contain C9\.weight, which lenet-5 does not have"):
        Network(whole, weights | {"C9.weight": weights["C1.weight"]})
    with pytest.raises(BadInput, match=r"C1\.weight have the shape \(5, 1, 5, 5\)"):
        Network(whole, weights | {"C1.weight": weights["C1.weight"][:5]})


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_weights_that_are_no_numbers_are_refused(value: float) -> None:
    weights = lively_weights(architecture("lenet-5"))
    weights["F6.weight"][3, 7] = value
    with pytest.raises(BadInput, match=r"F6\.weight contain values that are not numbers"):
        Network(architecture("lenet-5"), weights)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "lenet-5"])
def test_softmax_networks_take_any_number_of_classes(name: str) -> None:
    changed = architecture(name).for_classes(37)
    assert changed.classes == 37
    scores = Network(changed, lively_weights(changed)).scores(random_inputs(changed, 2))
    assert scores.shape == (2, 37)
    assert scores.sum(axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_codes_are_drawn_for_ten_classes_only() -> None:
    assert architecture("lenet-5").for_classes(10) == architecture("lenet-5")
    with pytest.raises(BadInput, match="10 classes and cannot have 11"):
        architecture("lenet-5").for_classes(11)


@pytest.mark.parametrize("classes", [-1, 0, 1, 1001, 10**12])
def test_senseless_numbers_of_classes_are_refused(classes: int) -> None:
    with pytest.raises(BadInput, match="2 to 1000 classes"):
        architecture("lenet-5-modern").for_classes(classes)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("side", [28, 32])
def test_input_from_puts_the_digit_in_the_middle(name: str, side: int) -> None:
    network = architecture(name)
    images = np.zeros((2, side, side), np.uint8)
    first = 10 + (side - 28) // 2
    images[1, first, first + 3] = 255
    inputs = network.input_from(images)
    low, high = network.input_range
    offset = (network.input_shape[1] - 28) // 2
    assert inputs.shape == (2, *network.input_shape)
    assert inputs.dtype == np.float32
    assert inputs[0] == pytest.approx(np.full(network.input_shape, low))
    wanted = np.full(network.input_shape, low)
    wanted[:, 10 + offset, 13 + offset] = high
    assert inputs[1] == pytest.approx(wanted, abs=1e-6)


def test_input_of_1998_runs_from_minus_a_tenth_to_1_175() -> None:
    images = np.array([0, 51, 255], np.uint8).repeat(28 * 28).reshape(3, 28, 28)
    inputs = architecture("lenet-5").input_from(images)[:, 0, 16, 16]
    assert inputs == pytest.approx([-0.1, 1.275 * 0.2 - 0.1, 1.175], abs=1e-6)
