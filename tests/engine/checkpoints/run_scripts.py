"""Runs exported scripts as their users do, with the framework alone.

    python run_scripts.py pytorch|keras FOLDER

Reads NAME.py and NAME.npz (inputs, images) in FOLDER, for each name. Writes NAME.scores.npy,
NAME.inputs.npy (of the images) and NAME.json: its classes, what it prints of picture.png, and the
names of its parameters.
"""

import contextlib
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


def loaded(script: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(script.stem, script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def in_pytorch(module: Any, inputs: np.ndarray) -> tuple[np.ndarray, list[str]]:
    import torch

    model = module.LeNet()
    model.load_state_dict(module.trained_weights())
    with torch.no_grad():
        return model(torch.from_numpy(inputs)).numpy(), list(model.state_dict())


def in_keras(module: Any, inputs: np.ndarray) -> tuple[np.ndarray, list[str]]:
    import keras

    model = module.trained_network()
    model.save("again.keras")
    again = keras.saving.load_model("again.keras")
    scores = again.predict(inputs.transpose(0, 2, 3, 1), verbose=0)
    return scores, [weight.path for weight in model.weights]


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
        scores, names = (in_pytorch if framework == "pytorch" else in_keras)(
            module, given["inputs"]
        )
        inputs = [np.asarray(module.to_input(image)) for image in given["images"]]
        said = {
            "classes": module.CLASSES,
            "parameters": names,
            "printed": printed(script, "picture.png"),
        }
        np.save(script.with_suffix(".scores.npy"), scores)
        np.save(script.with_suffix(".inputs.npy"), np.concatenate(inputs))
        script.with_suffix(".json").write_text(json.dumps(said))
    assert "lenet_gui" not in sys.modules


if __name__ == "__main__":
    main()
