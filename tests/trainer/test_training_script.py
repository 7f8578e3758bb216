"""An exported script trains as the program does, without the program."""

import ast
import importlib.util
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch

from lenet_gui.common.recipes import best_recipe, recorded_recipe
from lenet_gui.common.training_values import ImageAugmentation, TrainingChanges, TrainingConfig
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import architecture_of, read_checkpoint
from lenet_gui.engine.checkpoints.exports.training_script import training_script
from lenet_gui.engine.checkpoints.named_networks import load_checkpoint
from lenet_gui.engine.checkpoints.shipped_networks import shipped_path
from lenet_gui.engine.networks.architectures import ARCHITECTURES, architecture
from lenet_gui.engine.networks.network import Network
from lenet_gui.trainer.training import train
from tests.engine.data.idx_files import digits, put
from tests.helpers import mnist_test

CLASSES = tuple("0123456789")
STEPS = 5
SMALL = {"epochs": 2, "batch": 50, "validation": 60, "seed": 3}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small set with MNIST's file names; some digits are in both parts.

    Its digits are in such an order that the first of each class are the first of all: of MNIST the
    first of all are set aside, of other data the first of each class.
    """
    folder = tmp_path_factory.mktemp("digits")
    for name, start, count in (("train", 0, 310), ("t10k", 300, 100)):
        images, labels = digits(start, count)
        places = [(labels[:place] == label).sum() + 0.5 for place, label in enumerate(labels)]
        order = np.argsort(places / np.bincount(labels)[labels], kind="stable")
        images, labels = images[order], labels[order]
        put(folder / f"{name}-images-idx3-ubyte.gz", images)
        put(folder / f"{name}-labels-idx1-ubyte", labels)
    return folder


def script_of(config: TrainingConfig, **training: Any) -> str:
    said = {"config": config.as_json() | {"data": ["mnist"]}, **training}
    return training_script("mine", Checkpoint(config.architecture, CLASSES, {}, training=said))


def as_module(text: str, tmp_path: Path) -> ModuleType:
    path = tmp_path / "exported.py"
    path.write_text(text)
    spec = importlib.util.spec_from_file_location("exported", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_the_network_of_a_script_reads_as_ours(name: str, tmp_path: Path) -> None:
    checkpoint = load_checkpoint(name)
    module = as_module(training_script(name, checkpoint), tmp_path)
    net = module.Net()
    net.load_state_dict(module.read_weights(shipped_path(name)))
    images = mnist_test().images[:5].copy()
    with torch.no_grad():
        theirs = net.activations(module.network_inputs(module.fields(torch.from_numpy(images))))
    shape = architecture_of(checkpoint)
    ours = Network(shape, checkpoint.weights).activations(shape.input_from(images))
    assert list(theirs) == list(ours)
    for layer, activations in ours.items():
        np.testing.assert_allclose(
            theirs[layer], activations, atol=1e-5 * float(np.abs(activations).max())
        )


def losses_of_ours(
    config: TrainingConfig, count: int, changes: TrainingChanges | None, at: int
) -> list[float]:
    training, said = train(config), None
    losses: list[float] = []
    while len(losses) < count:
        step = training.send(said) if said is not None else next(training)
        said = None
        if not step.validating:
            losses.append(step.loss)
            said = changes if len(losses) == at else None
    training.close()
    return losses


def losses_of_script(module: ModuleType, text: str, folder: Path, count: int) -> list[float]:
    call = text.rpartition("main(")[2].partition(")")[0]
    loss_of, optimizer, augment = [*(eval(name, vars(module)) for name in call.split(", ")), None][
        :3
    ]
    losses: list[float] = []

    def heard(outputs: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        loss = loss_of(outputs, labels)
        losses.append(loss.item())
        return loss

    net, average = module.Net(), module.Net()
    for each in (net, average):
        each.load_state_dict(module.first_weights(module.RECIPE["seed"]))
    module.train(net, average, module.read_data(folder), count, heard, optimizer(net), augment)
    return losses


RECIPES = {
    "best lenet-5": best_recipe("lenet-5"),
    "more elastic, more decay": TrainingConfig("lenet-relu").with_fields(
        decay=5.0, image_augmentation=ImageAugmentation(elastic=2)
    ),
    "published": TrainingConfig("lenet-5").with_fields(
        optimizer="levenberg-marquardt", loss="mse", rate=5e-4, schedule="published",
        warmup=0.002, average=0.0, image_augmentation=None,
    ),
    "second derivatives of a softmax": TrainingConfig("lenet-keras").with_fields(
        optimizer="levenberg-marquardt", loss="mse", rate=1e-3, image_augmentation=None
    ),
    "momentum, the first digits": TrainingConfig("lenet-sigmoid").with_fields(
        optimizer="sgd", schedule="constant", validation_part="first"
    ),
    "keras": TrainingConfig("lenet-keras").with_fields(
        optimizer="adam", image_augmentation=None, decay=0.0
    ),
}  # fmt: skip


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=list(RECIPES))
def test_a_script_takes_the_steps_that_we_take(
    recipe: TrainingConfig, folder: Path, tmp_path: Path
) -> None:
    config = recipe.with_fields(**SMALL)
    text = script_of(config)
    on_data = config.with_fields(
        sources=(str(folder / "train-images-idx3-ubyte.gz"),),
        test=str(folder / "t10k-images-idx3-ubyte.gz"),
    )
    ours = losses_of_ours(on_data, STEPS, None, 0)
    theirs = losses_of_script(as_module(text, tmp_path), text, folder, STEPS)
    np.testing.assert_allclose(theirs, ours, rtol=1e-3)
    assert len(set(ours)) == STEPS


def test_a_script_changes_what_was_changed(folder: Path, tmp_path: Path) -> None:
    config = best_recipe("lenet-5-modern").with_fields(**SMALL)
    changes = TrainingChanges(2e-2, None)
    said = [{"step": 2, "rate": 2e-2, "distortions": None}]
    text = script_of(config, changes=said)
    on_data = config.with_fields(
        sources=(str(folder / "train-images-idx3-ubyte.gz"),),
        test=str(folder / "t10k-images-idx3-ubyte.gz"),
    )
    ours = losses_of_ours(on_data, 6, changes, 2)
    unchanged = losses_of_ours(on_data, 6, None, 0)
    theirs = losses_of_script(as_module(text, tmp_path), text, folder, 6)
    np.testing.assert_allclose(theirs, ours, rtol=1e-3)
    assert ours[:2] == unchanged[:2]
    assert ours[3:] != unchanged[3:]


def test_a_script_runs_without_the_program_and_writes_what_it_opens(
    folder: Path, tmp_path: Path
) -> None:
    script, output = tmp_path / "again.py", tmp_path / "again.safetensors"
    script.write_text(script_of(best_recipe("lenet-5").with_fields(**SMALL)))
    hidden = tmp_path / "lenet_gui.py"
    hidden.write_text("raise ImportError('the script is to run without the program')")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script), str(folder), "--output", str(output)],
        capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "test error" in done.stdout
    checkpoint = read_checkpoint(output)
    assert recorded_recipe(checkpoint).learning.epochs == SMALL["epochs"]
    assert checkpoint.evaluation["count"] == 100
    shape = architecture("lenet-5").parameter_shapes
    assert {name: values.shape for name, values in checkpoint.weights.items()} == shape


@pytest.mark.parametrize(
    ("arguments", "classes", "sentence"),
    [
        (("nowhere",), CLASSES, "nowhere/train-images-idx3-ubyte cannot be read: No such file"),
        (("FOLDER",), CLASSES[:8], "there is a label 9, but this network has 8 classes"),
        (("FOLDER", "--output", "nowhere/a"), CLASSES, "there is no folder nowhere to write to"),
        (("FOLDER", "--start", "FOLDER/t10k-labels-idx1-ubyte"), CLASSES, "does not hold what"),
    ],
)
def test_a_script_says_what_is_wrong_before_it_trains(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: Sequence[str],
    classes: tuple[str, ...],
    sentence: str,
) -> None:
    config = TrainingConfig("lenet-relu").with_fields(**SMALL)
    training = {"config": config.as_json() | {"data": ["mnist"]}}
    text = training_script("mine", Checkpoint("lenet-relu", classes, {}, training=training))
    module = as_module(text, tmp_path)
    given = [argument.replace("FOLDER", str(folder)) for argument in arguments]
    monkeypatch.setattr(sys, "argv", ["mine.py", *given])
    with pytest.raises(SystemExit) as ended:
        module.main(None, lambda net: None)
    assert ended.value.code == 2
    assert sentence in capsys.readouterr().err


def test_what_a_file_says_of_its_training_is_data_and_no_code() -> None:
    config = best_recipe("lenet-5").as_json() | {"data": ['mnist"""\nimport os', "b"], "rate": "x"}
    bad = Checkpoint(
        "lenet-5", CLASSES, {}, training={"config": config, "changes": [{"step": "1;"}]}
    )
    assert recorded_recipe(bad) == best_recipe("lenet-5")
    config["rate"] = 1e-3
    text = training_script('"""\nraise SystemExit', replace(bad, training={"config": config}))
    tree = ast.parse(text)
    imported = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    imported |= {n.name for node in tree.body if isinstance(node, ast.Import) for n in node.names}
    known = {"__future__", "argparse", "collections.abc", "gzip", "itertools", "json", "math"}
    assert imported <= known | {"numpy", "pathlib", "time", "torch", "torch.nn.functional"}
    assert not any(isinstance(node, ast.Raise) for node in ast.walk(tree))
    assert repr('mnist"""\nimport os') in text
