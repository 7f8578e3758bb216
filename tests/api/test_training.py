"""A training from Python is the program's own: a generator of steps that leads to a network."""

import inspect
from collections.abc import Generator
from pathlib import Path
from typing import Any, get_type_hints

import numpy as np
import pytest

import lenet_gui
from lenet_gui.api.evaluation import OWN_PARTS
from lenet_gui.api.settings import TrainingSettings
from lenet_gui.common.training_values import LearningConfig, RunConfig, TrainingConfig, TrainingData
from lenet_gui.trainer.training import train as trainer_s
from tests.trainer.small_data import trained, write_digits

FEW: dict[str, Any] = {"epochs": 2, "batch": 32, "validation": 50, "seed": 4}


@pytest.fixture(scope="module")
def digits(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_digits(tmp_path_factory.mktemp("digits"), 400)


def test_the_network_is_that_of_the_trainer(digits: str) -> None:
    training = lenet_gui.train("lenet-5-tanh", digits, **FEW)
    assert isinstance(training, Generator)
    with pytest.raises(lenet_gui.BadInput, match="has not ended"):
        _ = training.network
    steps = list(training)
    assert steps[-1].progress == 1.0
    config = lenet_gui.TrainingData(sources=(digits,), validation=50)
    assert training.config.data == config
    same, checkpoint = trained(trainer_s(training.config))
    assert [step.loss for step in steps if not step.validating] == [step.loss for step in same]
    for name, weights in checkpoint.weights.items():
        assert (training.network.checkpoint.weights[name] == weights).all()
    assert next(training, None) is None  # it stays at its end
    assert training.network.recognize(np.zeros((28, 28), np.uint8)).reason == "blank"


def test_it_returns_the_network_as_generators_do(digits: str) -> None:
    def wrapped() -> Generator[lenet_gui.TrainingStep, None, None]:
        network = yield from lenet_gui.train("lenet-5-tanh", digits, **FEW | {"epochs": 1})
        results.append(network)

    results: list[lenet_gui.NamedNetwork] = []
    steps = list(wrapped())
    assert steps
    assert results[0].name == "lenet-5-tanh"


def test_it_is_changed_cancelled_and_resumed(digits: str, tmp_path: Path) -> None:
    output = tmp_path / "mine.safetensors"
    training = lenet_gui.train("lenet-5-tanh", digits, output=output, **FEW)
    next(training)
    changed = training.send(lenet_gui.TrainingChanges(1e-4, None))
    assert changed.rate < 1e-4
    training.close()
    assert next(training, None) is None
    with pytest.raises(lenet_gui.BadInput, match="has not ended"):
        _ = training.network
    assert not output.exists()
    network = lenet_gui.train(
        "lenet-5-tanh", digits, output=str(output), resume=True, **FEW
    ).finish()
    assert network.name == "mine"
    kept = lenet_gui.load(output).checkpoint.weights
    assert all(
        (weights == kept[name]).all() for name, weights in network.checkpoint.weights.items()
    )
    further = lenet_gui.train("lenet-5-tanh", digits, start=output, **FEW | {"epochs": 1}).finish()
    assert lenet_gui.evaluate(further, digits).count == 400


def test_an_error_thrown_into_it_ends_it(digits: str) -> None:
    training = lenet_gui.train("lenet-5-tanh", digits, **FEW)
    next(training)
    with pytest.raises(KeyError, match="mine"):
        training.throw(KeyError("mine"))
    assert next(training, None) is None


def test_presets_are_the_program_s() -> None:
    keras = lenet_gui.train(preset="keras-article").config
    assert (keras.architecture, keras.learning.epochs, keras.learning.batch) == (
        "lenet-keras",
        5,
        32,
    )
    assert lenet_gui.train().config.architecture == "lenet-5-modern"
    short = lenet_gui.train(seconds=10).config.learning
    assert (short.seconds, short.batch) == (10, 64)  # as the window sets it for a short time
    given = lenet_gui.train("lenet-relu", ["mnist", Path("x")], rate=0.5, image_augmentation=None)
    assert given.config.data.sources == ("mnist", "x")
    assert given.config.learning.rate == 0.5
    assert given.config.learning.image_augmentation is None


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"architecture": "lenet-9"}, "no architecture named lenet-9"),
        ({"preset": "beste"}, "no preset named beste. Did you mean best"),
        ({"preset": "published-1998", "architecture": "lenet-keras"}, "is for lenet-5, not for"),
        ({"epoch": 3}, "no setting named epoch. Did you mean epochs"),
        ({"sources": ("mnist",)}, "no setting named sources"),
        ({"epochs": 0}, "epochs must be between 1"),
        ({"epochs": 1.5}, "epochs cannot be 1.5"),
        ({"rate": "fast"}, "rate cannot be 'fast'"),
        ({"optimizer": "adagrad"}, "optimizer cannot be 'adagrad'"),
        ({"seconds": "10"}, "seconds cannot be '10'"),
        ({"device": "abacus"}, "There is no device abacus here"),
        ({"data": "nowhere"}, "There is no data named nowhere"),
    ],
)
def test_what_cannot_be_trained_is_named(settings, said: str) -> None:
    with pytest.raises(lenet_gui.BadInput, match=said):
        next(lenet_gui.train(**settings))


def test_settings_are_those_of_a_training() -> None:
    """Whoever checks types is told all of them, and of which type each is."""
    wanted = {
        name: kind
        for part in (TrainingData, LearningConfig, RunConfig)
        for name, kind in get_type_hints(part).items()
    }
    wanted.pop("sources")  # an argument of its own
    assert get_type_hints(TrainingSettings).keys() == wanted.keys()
    assert set(wanted) < set(TrainingConfig("lenet-5").all_fields())
    assert "settings" in inspect.signature(lenet_gui.train).parameters


def test_evaluation_is_the_program_s(digits: str) -> None:
    network = lenet_gui.load("lenet-5")
    dataset = lenet_gui.load_dataset(digits)
    by_name, by_value = (lenet_gui.evaluate(network, data) for data in (digits, dataset))
    assert by_name.errors == by_value.errors
    assert (by_name.answers == by_value.answers).all()
    assert by_name.count == len(dataset) == 400
    assert lenet_gui.evaluate(network, Path(digits)).network == "lenet-5"
    with pytest.raises(lenet_gui.BadInput, match="no data named nowhere"):
        lenet_gui.evaluate(network, "nowhere")


def test_a_start_tells_architecture_and_sight(digits: str, tmp_path: Path) -> None:
    start = tmp_path / "start.safetensors"
    lenet_gui.untrained("lenet-relu", sees="picture").save(start)
    config = lenet_gui.train(data=digits, start=start, **FEW).config
    assert (config.architecture, config.data.sees) == ("lenet-relu", "picture")
    given = lenet_gui.train("lenet-relu", digits, sees="picture", classes=("3", "1"), **FEW).config
    assert (given.data.sees, given.data.classes) == ("picture", ("3", "1"))


def test_a_network_is_tested_on_its_own_data(digits: str, tmp_path: Path, monkeypatch) -> None:
    """Just after its training, and later where the files lie in the working folder."""
    network = lenet_gui.train("lenet-5-tanh", digits, **FEW | {"epochs": 1}).finish()
    tested = lenet_gui.evaluate(network)
    sizes = {part: lenet_gui.evaluate(network, part=part).count for part in OWN_PARTS}
    assert tested.count == sizes["test"] > 0
    assert (sum(sizes.values()), sizes["validation"]) == (400, 50)
    assert tested.part == "test"
    network.save(tmp_path / "mine.safetensors")
    loaded = lenet_gui.load(tmp_path / "mine.safetensors")
    with pytest.raises(lenet_gui.BadInput, match="trained on few-images, which cannot be found"):
        lenet_gui.evaluate(loaded)
    monkeypatch.chdir(Path(digits).parent)
    assert lenet_gui.evaluate(loaded).errors == tested.errors
    with pytest.raises(lenet_gui.BadInput, match="no part named tests"):
        lenet_gui.evaluate(loaded, part="tests")  # type: ignore[arg-type]
