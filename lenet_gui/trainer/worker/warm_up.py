"""Does what takes time before the first step, before the user presses Start."""

from __future__ import annotations

import contextlib
import threading
from typing import Any

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.recipes import best_recipe
from lenet_gui.trainer.data.sources import parts_of

_CONFIG = best_recipe("lenet-5-modern")


def warm_up() -> dict[str, Any]:
    """Load torch and MNIST, and take one step with them.

    Returns {"devices": names of the devices that torch offers, "torch": its version}.
    """
    data = threading.Thread(target=_load_mnist, name="mnist", daemon=True)
    data.start()  # it unpacks and splits while torch is imported
    import torch

    from lenet_gui.trainer.devices import device_names
    from lenet_gui.trainer.training import train

    data.join()
    with contextlib.suppress(BadInput):
        steps = train(_CONFIG)
        next(steps)  # the first pass chooses and compiles kernels
        steps.close()
    return {"devices": device_names(), "torch": torch.__version__}


def _load_mnist() -> None:
    with contextlib.suppress(BadInput):  # a training on MNIST will report it
        parts_of(_CONFIG.data, _CONFIG.run.seed)
