"""Everything that costs time before the first step, done before somebody presses Start."""

from __future__ import annotations

import contextlib
import threading
from typing import Any

import numpy as np

from lenet_gui.engine.datasets import Dataset, load_dataset
from lenet_gui.values import BadInput

_SAMPLES = 4


def warm_up() -> dict[str, Any]:
    """Load torch, what its optimizers load, and MNIST. Returns what torch is and offers:
    {"devices": names, "torch": version}."""
    data = threading.Thread(target=_load_mnist, name="mnist", daemon=True)
    data.start()  # unpacking and checking, beside the imports
    import torch

    from lenet_gui.trainer.devices import device_names

    torch.set_num_threads(1)
    _one_step()
    data.join()
    return {"devices": device_names(), "torch": torch.__version__}


def _load_mnist() -> None:
    for part in ("mnist-train", "mnist-test"):
        with contextlib.suppress(BadInput):  # whoever trains on it will be told
            load_dataset(part)


def _one_step() -> None:
    """Optimizers import as much as torch itself when the first one is made; the first passes
    choose and compile kernels."""
    import torch

    from lenet_gui.engine.architectures import architecture
    from lenet_gui.recipes import best_recipe
    from lenet_gui.trainer import training  # noqa: F401  all that it imports
    from lenet_gui.trainer.batches import Batches
    from lenet_gui.trainer.learner import Learner

    config = best_recipe("lenet-5-modern")
    network, cpu = architecture(config.architecture), torch.device("cpu")
    digits = np.zeros((_SAMPLES, 28, 28), np.uint8)
    data = Dataset("", digits, ("0",) * _SAMPLES, ("",) * _SAMPLES, {})
    batches = Batches(data, network, tuple("0123456789"), cpu, 0)
    batch = batches.next(_SAMPLES, config.distortions)
    assert batch is not None
    Learner(config, network, cpu).learn(*batch, 1e-3)
