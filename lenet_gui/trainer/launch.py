"""Checks before a training that torch is there and new enough, and what torchrun sets is whole.

Imports nothing of torch itself, so that its absence becomes a sentence.
"""

from __future__ import annotations

import os
import re

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

TORCHRUN_VARIABLES = ("RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT")
LEAST_TORCH = (2, 7)  # as pyproject.toml says, and why
MOST_REASON = 200  # letters of torch's own words
_NO_TORCH = QT_TRANSLATE_NOOP(
    "BadInput",
    "PyTorch, which trains the networks, is not installed. Install it with: pip install torch",
)
_BROKEN_TORCH = QT_TRANSLATE_NOOP(
    "BadInput",
    "PyTorch, which trains the networks, cannot be loaded: {why}. Installing it again may help.",
)
_OLD_TORCH = QT_TRANSLATE_NOOP(
    "BadInput",
    "PyTorch {version} is too old to train networks, which takes {least} or later. Install it "
    "with: pip install --upgrade torch",
)
_LEFT_OVER = QT_TRANSLATE_NOOP(
    "BadInput",
    "The environment has {present}, as torchrun sets it, but not {missing}. Unset it, or start "
    "the training with torchrun.",
)
_NO_NUMBER = QT_TRANSLATE_NOOP(
    "BadInput",
    "The environment variable {name} is {value}, which torchrun does not set. Unset it, or start "
    "the training with torchrun.",
)


def load_torch() -> None:
    """Import torch. Raises BadInput if it is missing or too old, or lacks a part of itself."""
    try:
        import torch

        version = str(torch.__version__)  # a folder that an uninstallation left has none
    except ModuleNotFoundError as error:
        if error.name == "torch":
            raise BadInput(_NO_TORCH) from None
        raise _broken(error) from None
    except Exception as error:  # whatever its own start raises
        raise _broken(error) from None
    numbers = re.match(r"(\d+)\.(\d+)", version)
    if numbers is not None and tuple(map(int, numbers.groups())) < LEAST_TORCH:
        least = ".".join(map(str, LEAST_TORCH))
        raise BadInput(_OLD_TORCH, version=version[:MOST_REASON], least=least)


def _broken(error: Exception) -> BadInput:
    first, *_ = [*str(error).splitlines(), type(error).__name__]
    return BadInput(_BROKEN_TORCH, why=first.rstrip(".")[:MOST_REASON])


def launched() -> tuple[int, int]:
    """Return (rank, number of processes) that torchrun gave this process; without it (0, 1).

    Raises BadInput if only some of its variables are there, as an earlier run leaves them.
    """
    rank, count = _number("RANK", 0), _number("WORLD_SIZE", 1)
    if (rank, count) == (0, 1):
        return rank, count
    present = [name for name in TORCHRUN_VARIABLES if os.environ.get(name)]
    missing = [name for name in TORCHRUN_VARIABLES if name not in present]
    if missing:
        raise BadInput(_LEFT_OVER, present=", ".join(present), missing=", ".join(missing))
    if rank >= count:
        raise BadInput(_NO_NUMBER, name="RANK", value=rank)
    return rank, count


def _number(name: str, otherwise: int) -> int:
    """Return the number in an environment variable. Raises BadInput if it is none."""
    text = os.environ.get(name) or str(otherwise)
    if not (text.isascii() and text.isdecimal()) or int(text) < otherwise:
        raise BadInput(_NO_NUMBER, name=name, value=text)
    return int(text)
