"""The units for and against an answer: what they add up to is the lead itself."""

import numpy as np
import pytest

from lenet_gui.engine.explaining.answer_evidence import answer_evidence
from lenet_gui.engine.networks.rbf_codes import digit_codes
from tests.engine.explaining.every_network import NAMES, noisy_field, recognizer_of


@pytest.mark.parametrize("name", NAMES)
def test_units_and_biases_add_up_to_the_lead(name: str) -> None:
    recognizer = recognizer_of(name)
    architecture = recognizer.architecture
    inputs = architecture.input_from(noisy_field(name))
    activations, evidence = recognizer.network.activations_and_evidence(inputs)
    below = activations[architecture.below("OUTPUT")]
    for answer, rival in ((0, 3), (2, 1)):
        found = answer_evidence(architecture, recognizer.checkpoint.weights, below, answer, rival)
        assert found.layer == architecture.layers[-2].name
        assert found.units.shape == below.shape
        wanted = float(evidence[answer]) - float(evidence[rival])
        assert found.lead == pytest.approx(
            wanted, rel=1e-5, abs=1e-5 * float(np.abs(evidence).max())
        )


def test_a_unit_that_is_as_the_code_of_the_class_speaks_for_it() -> None:
    """Codes are +1 and -1: such a unit adds 4 where they differ, and nothing where they agree."""
    codes, recognizer = digit_codes(), recognizer_of("lenet-5")
    found = answer_evidence(recognizer.architecture, {}, codes[4], 4, 9)
    np.testing.assert_array_equal(found.units, np.where(codes[4] != codes[9], 4.0, 0.0))
    assert found.bias == 0
