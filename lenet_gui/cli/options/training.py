"""The options of `lenet-gui train`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from lenet_gui.cli.options.data import DATA_HELP
from lenet_gui.cli.options.numbers import number, whole_number
from lenet_gui.common.training_help import (
    AUGMENTATION_CHOICES,
    CONFIG_CHOICES,
    EXPLANATIONS,
    PRESET_NAMES,
    ChoiceType,
)
from lenet_gui.common.training_names import written_name


def add_train_options(command: argparse.ArgumentParser) -> None:
    """Add the options of `lenet-gui train`."""
    add = command.add_argument
    add("--architecture", metavar="NAME", help="the architecture to train (default: that of the "
        "preset, else lenet-5-modern)")  # fmt: skip
    add("--preset", metavar="NAME", default="best", help="the source of all settings that are "
        f"not given: {', '.join(PRESET_NAMES)} (default: %(default)s)")  # fmt: skip
    add("--output", metavar="FILE", help="the checkpoint to write, replacing an existing one "
        "(default: NAME.safetensors, which must not exist)")  # fmt: skip
    add(
        "--data",
        action="append",
        metavar="DATA",
        dest="sources",
        help=f"{DATA_HELP}; may be repeated",
    )
    add("--test", metavar="DATA", help=f"{_fragment('test')} (default: the test part of the "
        "data)")  # fmt: skip
    add("--classes", metavar="A,B,C", help=_fragment("classes"))
    add("--start", metavar="FILE", help=_fragment("start"))
    add("--non-digits", action="append", metavar="DATA", help=f"{_fragment('non_digits')}; "
        "'scribbles', or a stroke set of letters and symbols; may be repeated")  # fmt: skip
    add("--held-out", metavar="FILE", help=_fragment("held_out"))
    add(
        "--teacher",
        action="append",
        metavar="FILE",
        dest="teachers",
        help=f"{_fragment('teachers')}; may be repeated",
    )
    add("--json", action="store_true", help="print one line of JSON per step")
    add("--resume", action="store_true", help="resume a training that was stopped; needs "
        "the same options")  # fmt: skip
    recipe = command.add_argument_group(
        "recipe", "Settings that are not given come from the preset."
    )
    _choices(recipe, CONFIG_CHOICES)
    augmentation = command.add_argument_group(
        "image augmentation",
        "Each digit is altered anew every time it is seen, unless augmentation is off.",
    )
    _choices(augmentation, AUGMENTATION_CHOICES)
    augmentation.add_argument(
        "--no-augmentation", action="store_true", dest="no_distortions",
        help="train on the digits as they are",
    )  # fmt: skip
    # The name of version 0.1.0, which commands in checkpoints have.
    augmentation.add_argument("--no-distortions", action="store_true", help=argparse.SUPPRESS)


def _fragment(name: str) -> str:
    """An explanation of the form as argparse writes its own: no capital, no full stop."""
    text = EXPLANATIONS[name]
    return text[0].lower() + text[1:].removesuffix(".")


_READERS: dict[type, Callable[[str], object]] = {int: whole_number, float: number, str: str}


def _choices(group: argparse._ArgumentGroup, choices: dict[str, ChoiceType]) -> None:
    """Add an option for each field; the value of an option that is not given is None."""
    for name, kind in choices.items():
        option = f"--{written_name(name).replace('_', '-')}"
        if isinstance(kind, tuple):
            group.add_argument(option, dest=name, choices=kind, help=_fragment(name))
        else:
            metavar = "NAME" if kind is str else "N"
            read = _READERS[kind]
            group.add_argument(option, dest=name, type=read, metavar=metavar, help=_fragment(name))
