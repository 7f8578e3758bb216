"""The command line. Qt and torch are imported only by the commands that need them."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn, TextIO

from lenet_gui import __version__
from lenet_gui.cli import window
from lenet_gui.cli.options.data import DATA_HELP
from lenet_gui.cli.options.importing import add_import_options
from lenet_gui.cli.options.numbers import number, part
from lenet_gui.cli.options.training import add_train_options
from lenet_gui.cli.output import warn
from lenet_gui.cli.window import files_to_open
from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.printable import visible
from lenet_gui.engine.checkpoints.exports import EXPORT_FORMATS
from lenet_gui.engine.importing.foreign_kinds import FOREIGN_KINDS

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction["_Parser"]

_MODULES = {"import": "import_network"}  # since "import" is a word of Python
EXIT_CODES = "exit codes: 0 success, 1 failure, 2 wrong usage"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window without one. Returns the exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    top = parser()
    if "" in given:
        top.error("a name is empty; check that your shell variables are set")
    try:
        files = files_to_open(given, _command_names(top))
    except BadChoice as error:
        top.error(str(error))
    if files is not None:
        return window.run(files)
    options = top.parse_args(given)
    if _has_empty_name(options):
        top.error("a name is empty; check that your shell variables are set")
    if sys.stdout is None:  # it was closed
        _forget_output()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # for names that the terminal cannot show
            stream.reconfigure(errors="backslashreplace")
    try:
        name = _MODULES.get(options.command, options.command)
        module = importlib.import_module(f"lenet_gui.cli.{name}")
        code = int(module.run(options))
        sys.stdout.flush()
        return code
    except BadInput as error:
        warn(f"lenet-gui: {error}")
        return 2 if isinstance(error, BadChoice) else 1
    except KeyboardInterrupt:
        warn("lenet-gui: stopped.")
        return 1
    except ImportError as error:  # a module of the program, or a library of one
        warn(f"lenet-gui: a part of the program is missing: {error}. Install it again.")
        return 1
    except BrokenPipeError:  # the program that read our output has ended, as in "| head"
        _forget_output()
        return 1
    except OSError as error:
        _forget_output()
        why = error.strerror or error
        warn(f"lenet-gui: the output cannot be written: {why}.")
        return 1


def _command_names(top: argparse.ArgumentParser) -> tuple[str, ...]:
    (commands,) = (
        action for action in top._actions if isinstance(action, argparse._SubParsersAction)
    )
    return tuple(commands.choices)


def _has_empty_name(options: argparse.Namespace) -> bool:
    """Return whether an option is an empty text; as a path it would be the working folder."""
    values = vars(options).values()
    return any(value == "" or (isinstance(value, list) and "" in value) for value in values)


def _forget_output() -> None:
    """Discard further output, since Python flushes at its end and would fail once more."""
    sys.stdout = _nowhere()


def _nowhere() -> TextIO:
    """Return a stream that discards what is written."""
    return open(os.devnull, "w")


class _Parser(argparse.ArgumentParser):
    """A parser, and those of its commands, whose errors show what an argument hides."""

    def error(self, message: str) -> NoReturn:
        super().error(visible(message))


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands and their options."""
    top = _Parser(
        prog="lenet-gui",
        usage="%(prog)s [FILE ...]\n       %(prog)s [-h] [--version] COMMAND ...",
        description="LeNet-5 (1998) reads handwritten digits. Without a command, the window opens, "
        "with the files that are named.",
        epilog=f"A file called like a command is named as ./FILE, or after --. {EXIT_CODES}",
    )
    top.add_argument("--version", action="version", version=f"lenet-gui {__version__}")
    commands = top.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", prog=top.prog
    )
    _recognize(_command(commands, "recognize", "read digits in images and drawings"))
    _evaluate(_command(commands, "evaluate", "measure the error of a network on labelled data"))
    _calibrate(_command(commands, "calibrate", "set when a network rejects a digit"))
    add_train_options(
        _command(commands, "train", "train a network from random weights, or train one further")
    )
    networks = _command(commands, "networks", "list the networks, or the layers of one")
    networks.add_argument("name", nargs="?", metavar="NAME", help="the network whose layers are "
        "shown, with the formulas of parameters and connections")  # fmt: skip
    networks.add_argument("--json", action="store_true", help="print JSON")
    add_import_options(
        _command(commands, "import", "make a checkpoint of another program's network")
    )
    _export(_command(commands, "export", "export a network for other programs"))
    unipen = _command(commands, "unipen", "make a stroke set from original UNIPEN files")
    unipen.add_argument("files", nargs="+", metavar="FILE", help="UNIPEN files, or folders of them")
    unipen.add_argument(
        "--output", required=True, metavar="FILE.npz", help="the stroke set to write"
    )
    for process in ("worker", "decoder"):  # without a summary they are not listed
        commands.add_parser(process)
    commands.add_parser("importer").add_argument("kind", choices=FOREIGN_KINDS)
    return top


def _command(commands: _Commands, name: str, summary: str) -> argparse.ArgumentParser:
    return commands.add_parser(
        name, help=summary, description=summary[0].upper() + summary[1:] + ".", epilog=EXIT_CODES
    )


def _which_network(command: argparse.ArgumentParser) -> None:
    """Add the options that choose a network."""
    which = command.add_mutually_exclusive_group()
    which.add_argument("--network", metavar="NAME", help="a network listed by 'lenet-gui networks'")
    which.add_argument("--checkpoint", metavar="FILE", help="a checkpoint file (.safetensors)")


def _network_options(command: argparse.ArgumentParser) -> None:
    _which_network(command)
    _dial_options(command, "the network's own")
    command.add_argument("--json", action="store_true", help="print JSON")


def _dial_options(command: argparse.ArgumentParser, default: str) -> None:
    """Add the options of the reject rule. default: for the help."""
    command.add_argument(
        "--accept-errors", type=part, metavar="SHARE", help="the share of answers that may be "
        "wrong, such as 0.01 for 1 in 100; less certain digits are rejected as 'not sure'; "
        f"'none' rejects nothing (default: {default})",
    )  # fmt: skip
    command.add_argument(
        "--reject-by", choices=("posterior", "margin", "1990"), help="what decides about "
        "rejection: the probability with a not-a-digit class, the margin, or the three "
        f"thresholds of the 1990 network (default: {default})",
    )  # fmt: skip


def _recognize(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="an image or a drawing (.json); "
        "'-' for the standard input")  # fmt: skip
    way = command.add_mutually_exclusive_group()
    way.add_argument(
        "--many", action="store_true", help="find all digits of a page or photo, in lines"
    )
    way.add_argument(
        "--as-is", action="store_true", help="put the whole image to the network's input, only "
        "resized: nothing is normalized or rejected; light is ink, dark is paper, as in MNIST's "
        "images (networks that see pictures take the colours as they are)",
    )  # fmt: skip
    _network_options(command)


def _evaluate(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Measure the error of a network on labelled data: its loss, accuracy, calibration curve, "
        "precision and recall of each class, and the confusion matrix. The loss is the mean of "
        "-ln(probability of the label); where outputs are penalties y, the probabilities are "
        "exp(-y) / sum exp(-y)."
    )
    which = command.add_mutually_exclusive_group()
    which.add_argument("--data", help=f"{DATA_HELP} (default: the test part of the data that the "
        "network was trained on, which is looked for in the working folder)")  # fmt: skip
    which.add_argument("--part", choices=("training", "validation", "test"), default="test",
        help="another part of the data that the network was trained on")  # fmt: skip
    _network_options(command)


def _export(command: argparse.ArgumentParser) -> None:
    _which_network(command)
    command.add_argument(
        "--format", required=True, choices=[form.name for form in EXPORT_FORMATS],
        help="; ".join(f"{form.name}: {form.title}" for form in EXPORT_FORMATS),
    )  # fmt: skip
    command.add_argument("--output", required=True, metavar="FILE", help="the file to write")
    command.add_argument("--force", action="store_true", help="replace the file if it exists")


def _calibrate(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("checkpoint", metavar="FILE", help="the checkpoint file to calibrate")
    add("--data", action="append", metavar="DATA", help="digits that it was not trained on: "
        f"{DATA_HELP}; may be repeated (default: the data set aside in its training)")  # fmt: skip
    add("--non-digits", action="append", metavar="DATA", help="samples to reject, named like "
        "--data, or 'scribbles'; may be repeated")  # fmt: skip
    add("--held-out", metavar="FILE", help="a list of writers to leave out")
    add("--j", type=number, metavar="N", help="the evidence of the not-a-digit class is -N "
        "(default: as in its training, else the value that rejects most non-digits)")  # fmt: skip
    _dial_options(command, "as before")
    add("--output", metavar="FILE", help="the checkpoint to write (default: the same file)")
    add("--json", action="store_true", help="print JSON")
