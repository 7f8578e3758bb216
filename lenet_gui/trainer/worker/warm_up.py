"""Everything that costs time before the first step, done before somebody presses Start."""

from __future__ import annotations

import contextlib
import threading
from typing import Any

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.recipes import best_recipe
from lenet_gui.trainer.data.sources import parts_of

_CONFIG = best_recipe("lenet-5-modern")


def warm_up() -> dict[str, Any]:
    """Load torch and MNIST, and make one step with them. Returns what torch is and offers:
    {"devices": names, "torch": version}."""
    data = threading.Thread(target=_load_mnist, name="mnist", daemon=True)
    data.start()  # unpacking and splitting, beside the imports
    import torch

    from lenet_gui.trainer.devices import device_names
    from lenet_gui.trainer.training import train

    data.join()
    with contextlib.suppress(BadInput):
        steps = train(_CONFIG)
        next(steps)  # the first passes choose and compile kernels
        steps.close()
    return {"devices": device_names(), "torch": torch.__version__}


def _load_mnist() -> None:
    with contextlib.suppress(BadInput):  # whoever trains on it will be told
        parts_of(_CONFIG)
