"""The LeNets of 1998 and since, from Python: what the program's window does, without a window.

A network is an architecture with weights, by name. The one that the window starts with reads a
picture, dark on light or light on dark, given as an array, a Pillow image or the path of a file:

>>> import lenet_gui
>>> test = lenet_gui.load_dataset("mnist-test")
>>> answer = lenet_gui.recognize(test.images[0])
>>> answer.label
'7'

Another one by its name, or by the path of its file:

>>> network = lenet_gui.load("lenet-5")
>>> answer = network.recognize(test.images[0], paper="black")
>>> answer.ranking[0], answer.score_kind, answer.activations["C3"].shape
('7', 'penalty', (16, 10, 10))
>>> lenet_gui.evaluate(network, test).errors
48

A training is a generator of its steps:

>>> training = lenet_gui.train("lenet-5-tanh", seconds=1, validation=500)
>>> for step in training:
...     last = step
>>> last.progress
1.0
>>> training.network.save("mine.safetensors")

What cannot be used raises ``BadInput``, a ``ValueError`` with a sentence for people:

>>> lenet_gui.load("lenet-50")
Traceback (most recent call last):
lenet_gui.common.bad_input.BadChoice: There is no network named lenet-50. Did you mean lenet-5?

Everything but training works without torch, and nothing of this loads Qt. The import itself costs
nothing: each name is loaded when it is first used. It sets the environment variable
``OPENBLAS_NUM_THREADS`` to 1 unless it is set, since more threads make these small products slower.
Five examples lie in ``resources/examples`` (in an installed package ``lenet_gui/resources``).
"""

import os

# OpenBLAS starts a thread a core for products that take microseconds; beside any other busy
# process that turns 0.3 ms into 50 ms. It reads the variable once, when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"

# What ``import lenet_gui`` offers, and where it stands; __init__.pyi tells the types.
_HOMES = {
    "load": "lenet_gui.api.named_network",
    "recognize": "lenet_gui.api.named_network",
    "untrained": "lenet_gui.api.named_network",
    "train": "lenet_gui.api.training",
    "evaluate": "lenet_gui.api.evaluation",
    "load_dataset": "lenet_gui.api.data",
    "dataset_of": "lenet_gui.api.data",
    "network_names": "lenet_gui.engine.checkpoints.named_networks",
    "NamedNetwork": "lenet_gui.api.named_network",
    "Answer": "lenet_gui.api.named_network",
    "Training": "lenet_gui.api.training",
    "TrainingSettings": "lenet_gui.api.settings",
    "TrainingData": "lenet_gui.common.training_values",
    "LearningConfig": "lenet_gui.common.training_values",
    "RunConfig": "lenet_gui.common.training_values",
    "ImageAugmentation": "lenet_gui.common.training_values",
    "TrainingStep": "lenet_gui.common.training_reports",
    "TrainingChanges": "lenet_gui.common.training_values",
    "Evaluation": "lenet_gui.common.values",
    "Dataset": "lenet_gui.engine.data.dataset",
    "BadInput": "lenet_gui.common.bad_input",
}
__all__ = [*_HOMES]


def __getattr__(name: str) -> object:
    """Load one of the names above when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    globals()[name] = found = getattr(import_module(_HOMES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
