"""What leaves the program reads as it does here: ONNX Runtime, safetensors, files."""

import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import safetensors.numpy

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.checkpoints import exports
from lenet_gui.engine.checkpoints.checkpoint import architecture_of, read_checkpoint
from lenet_gui.engine.checkpoints.exports import EXPORT_FORMATS, export_format, export_network
from lenet_gui.engine.checkpoints.exports.onnx_model import onnx_bytes, onnx_model
from lenet_gui.engine.checkpoints.named_networks import load_checkpoint
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.network import Network
from tests.engine.checkpoints.test_network_scripts import OWN, networks
from tests.helpers import largest_error, mnist_test, random_inputs


def states_in_onnx_runtime(data: bytes, inputs: np.ndarray) -> dict[str, np.ndarray]:
    session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(names, {"INPUT": inputs}), strict=True))


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_onnx_runtime_gives_the_state_of_every_layer_as_we_do(name: str) -> None:
    checkpoint = load_checkpoint(name)
    architecture = architecture_of(checkpoint)
    inputs = architecture.input_from(mnist_test().images[:3])
    ours = Network(architecture, checkpoint.weights).activations(inputs)
    model = onnx_model(architecture, checkpoint.weights, all_layers=True)
    theirs = states_in_onnx_runtime(model.SerializeToString(), inputs)
    assert list(theirs) == list(ours)
    for layer, state in ours.items():
        np.testing.assert_allclose(theirs[layer], state, atol=1e-5 * float(np.abs(state).max()))


def test_an_onnx_file_answers_for_any_number_of_digits_and_says_what_it_is() -> None:
    data = onnx_bytes("mine", load_checkpoint("lenet-5"))
    inputs = ARCHITECTURES["lenet-5"].input_from(mnist_test().images[:20])
    (scores,) = states_in_onnx_runtime(data, inputs).values()
    answers = [str(best) for best in scores.argmin(axis=1)]
    assert answers == list(mnist_test().labels[:20])
    model = onnx.load_from_string(data)
    assert "smallest is the answer" in model.doc_string
    facts = {entry.key: entry.value for entry in model.metadata_props}
    assert facts["classes"].split("\n") == list("0123456789")


@pytest.mark.parametrize("name", OWN)
def test_onnx_has_strides_odd_maps_and_pictures_as_we_do(name: str) -> None:
    checkpoint = networks()[name]
    network = Network(architecture_of(checkpoint), checkpoint.weights)
    inputs = random_inputs(network.architecture, 3).astype(np.float32)
    data = onnx_bytes(name, checkpoint)
    (scores,) = states_in_onnx_runtime(data, inputs).values()
    assert largest_error(scores, network.scores(inputs)) < 1e-5
    kind = "picture" if network.architecture.sees == "picture" else "digit"
    assert kind in onnx.load_from_string(data).doc_string


def test_an_onnx_file_that_reads_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it would be if onnx understood a node differently from us."""
    scores = Network.scores
    monkeypatch.setattr(Network, "scores", lambda self, x: scores(self, x) + 0.01)
    with pytest.raises(BadInput, match="gives other answers than this one"):
        onnx_bytes("mine", load_checkpoint("lenet-5-modern"))


def test_safetensors_are_the_weights_and_a_checkpoint(tmp_path: Path) -> None:
    checkpoint, path = load_checkpoint("lenet-keras"), tmp_path / "mine.safetensors"
    export_network("mine", checkpoint, export_format("safetensors"), path)
    for name, values in safetensors.numpy.load_file(path).items():
        assert np.array_equal(values, checkpoint.weights[name])
    again = read_checkpoint(path)
    assert again.rejection == checkpoint.rejection
    assert json.dumps(again.evaluation) == json.dumps(checkpoint.evaluation)


@pytest.mark.parametrize("form", EXPORT_FORMATS, ids=[form.name for form in EXPORT_FORMATS])
def test_a_file_is_replaced_only_if_that_is_wanted(
    form: exports.ExportFormat, tmp_path: Path
) -> None:
    checkpoint, path = load_checkpoint("lenet-5-modern"), tmp_path / f"mine{form.suffix}"
    path.write_text("a file of the user")
    with pytest.raises(BadInput, match=f"mine{form.suffix} already exists"):
        export_network("mine", checkpoint, form, path)
    assert path.read_text() == "a file of the user"
    export_network("mine", checkpoint, form, path, replace=True)
    assert path.stat().st_size > 10_000
    assert list(tmp_path.iterdir()) == [path]
