"""Runs exported scripts as their users do, with the framework alone.

    python run_scripts.py pytorch|keras FOLDER

Reads NAME.py and NAME.npz (inputs, images) in FOLDER, for each name. Writes NAME.scores.npy,
NAME.inputs.npy (of the images, and of picture.png) and NAME.json: its classes; where the .npz says
"whole", also what it prints of picture.png, and in Keras, where it is saved, opened and trained
then, how many weights of each connection table are not zero.
"""

import contextlib
import importlib
import importlib.util
import io
import json
import runpy
import sys
import warnings
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from PIL import Image


def loaded(script: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(script.stem, script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def in_pytorch(module: Any, inputs: np.ndarray) -> np.ndarray:
    import torch

    model = module.LeNet()
    model.load_state_dict(module.trained_weights())
    with torch.no_grad():
        return model(torch.from_numpy(inputs)).numpy()


def in_keras(module: Any, inputs: np.ndarray) -> np.ndarray:
    keras: Any = importlib.import_module("keras")
    return keras.ops.convert_to_numpy(module.trained_network()(inputs.transpose(0, 2, 3, 1)))


def in_keras_again(module: Any, inputs: np.ndarray) -> tuple[np.ndarray, dict[str, int]]:
    """Save, open and train a model. Return its scores before, and the weights of its tables."""
    keras: Any = importlib.import_module("keras")
    module.trained_network().save("again.keras")
    model = keras.saving.load_model("again.keras")
    inputs = inputs.transpose(0, 2, 3, 1)
    scores = np.asarray(model.predict(inputs, verbose=0))
    model.compile("sgd", "mse")
    model.fit(inputs, scores + 1, verbose=0)
    return scores, {
        layer.name: int(np.count_nonzero(layer.get_weights()[0]))
        for layer in model.layers
        if getattr(layer, "kernel_constraint", None) is not None
    }


def printed(script: Path, picture: str) -> str:
    sys.argv = [script.name, picture]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        runpy.run_path(str(script), run_name="__main__")
    return said.getvalue()


def main() -> None:
    framework, folder = sys.argv[1], Path(sys.argv[2])
    if framework == "pytorch":
        import torch  # noqa: F401  it warns of itself

        warnings.simplefilter("error")
    for script in sorted(folder.glob("*.py")):
        module, given = loaded(script), np.load(script.with_suffix(".npz"))
        scores_of = in_pytorch if framework == "pytorch" else in_keras
        said, scores = {"classes": module.CLASSES}, scores_of(module, given["inputs"])
        if given["whole"]:
            said["printed"] = printed(script, "picture.png")
        if given["whole"] and framework == "keras":
            again, said["connected"] = in_keras_again(module, given["inputs"])
            np.testing.assert_allclose(again, scores, rtol=1e-5)
        images = [*given["images"], Image.open("picture.png")]
        inputs = [np.asarray(module.to_input(image)) for image in images]
        np.save(script.with_suffix(".scores.npy"), scores)
        np.save(script.with_suffix(".inputs.npy"), np.concatenate(inputs))
        script.with_suffix(".json").write_text(json.dumps(said))
    assert "lenet_gui" not in sys.modules


if __name__ == "__main__":
    main()
