"""`lenet-gui train`: trains a network and writes its checkpoint."""

from __future__ import annotations

import argparse
import json
import math
import os
import shlex
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

from lenet_gui.cli.data_remarks import tell_of_training
from lenet_gui.cli.evaluate import as_lines
from lenet_gui.cli.output import say, warn
from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.class_lists import class_names_of_text, text_of_class_names
from lenet_gui.common.recipes import best_recipe, for_seconds
from lenet_gui.common.training_help import AUGMENTATION_CHOICES, CONFIG_CHOICES
from lenet_gui.common.training_names import written_name
from lenet_gui.common.training_reports import TrainingStep
from lenet_gui.common.training_values import ImageAugmentation, TrainingConfig
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import CHECKPOINT_SUFFIX, write_checkpoint
from lenet_gui.engine.checkpoints.chosen_architecture import chosen_architecture, chosen_recipe
from lenet_gui.engine.checkpoints.library_entries import file_stem
from lenet_gui.engine.checkpoints.unfinished_trainings import last_path, state_path
from lenet_gui.engine.data.train_test_splits import load_parts
from lenet_gui.engine.recognition.evaluation import as_json, evaluate, record_of
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.trainer.config_checks import check_config
from lenet_gui.trainer.launch import launched, load_torch

if TYPE_CHECKING:
    from lenet_gui.trainer.training import Trained


# fields that hold lists, and the option that adds an entry
LISTS = {"sources": "--data", "non_digits": "--non-digits", "teachers": "--teacher"}


def run(options: argparse.Namespace) -> int:
    """Train, show the progress, and test the result. Returns the exit code."""
    config = configuration(options)
    network = chosen_architecture(config)
    check_config(config, network)
    rank, _ = launched()
    first = rank == 0  # torchrun starts several processes; one of them prints
    output = _output(options, config.architecture)
    load_torch()

    from lenet_gui.trainer.training import train

    if first:
        tell_of_training(config.data, network)
    steps = train(config, output, options.resume)
    checkpoint = _follow(steps, options.json) if first else _run_silently(steps)
    if checkpoint is None:
        warn(
            f"lenet-gui: stopped; the network trained so far is in {last_path(output)}. "
            "Run the same command with --resume to continue."
        )
        return 1
    if first:
        try:
            _finish(checkpoint, config, options, output)
        except BadInput:
            warn(f"lenet-gui: {output} was trained, but could not be tested.")
            raise
    return 0


def _finish(
    checkpoint: Checkpoint, config: TrainingConfig, options: argparse.Namespace, output: Path
) -> None:
    """Evaluate the result once, on the test data, and write the figures into its file."""
    recognizer = Recognizer(output.stem, checkpoint)
    shape = recognizer.architecture.picture_shape
    parts = load_parts(config.data, config.run.seed, shape=shape)
    evaluation = evaluate(recognizer, parts.test, "test")
    if options.json:
        print(json.dumps({"evaluation": as_json(evaluation)}), flush=True)
    else:
        say(*as_lines(evaluation))
    training = {"command": command_of(config), **checkpoint.training}
    write_checkpoint(
        output, replace(checkpoint, training=training, evaluation=record_of(evaluation))
    )
    warn(f"written: {output}")


def configuration(options: argparse.Namespace) -> TrainingConfig:
    """Return the preset with the options that were given.

    With the best preset, a budget of time changes the recipe. Raises BadChoice for an unknown name.
    """
    recipe = chosen_recipe(
        options.preset,
        options.architecture or "",
        options.start or "",
        options.sees,
        options.seconds or 0.0,
    )
    names = [*CONFIG_CHOICES, "test", "start", "held_out"]
    given = {name: value for name in names if (value := getattr(options, name)) is not None}
    if options.classes is not None:
        given["classes"] = class_names_of_text(options.classes)
    for name in LISTS:
        if sources := getattr(options, name):
            given[name] = tuple(sources)
    ranges = _image_augmentation(recipe.learning.image_augmentation, options)
    return recipe.with_fields(**given, image_augmentation=ranges)


def _image_augmentation(
    recipe: ImageAugmentation | None, options: argparse.Namespace
) -> ImageAugmentation | None:
    """Return the ranges of the recipe with the options that were given. Raises BadChoice."""
    named = {name: getattr(options, name) for name in AUGMENTATION_CHOICES}
    given = {name: value for name, value in named.items() if value is not None}
    if options.no_distortions:
        if given:
            raise BadChoice(
                "--no-augmentation cannot be combined with other image augmentation options."
            )
        return None
    return replace(recipe or ImageAugmentation(), **given) if recipe or given else None


def command_of(config: TrainingConfig) -> str:
    """Return the command that trains the same weights again.

    It has only the options that change them, and only the names of files, not their folders.
    """
    recipe = best_recipe(config.architecture)
    seconds = config.learning.seconds
    if seconds:
        recipe = replace(recipe, learning=for_seconds(recipe.learning, seconds))
    words = ["lenet-gui", "train", "--architecture", config.architecture]
    words += ["--seed", str(config.run.seed)]
    if seconds:
        words += ["--seconds", str(seconds)]
    for name in CONFIG_CHOICES:
        value = config.field(name)
        if name not in ("seed", "seconds", "device") and value != recipe.field(name):
            words += [_option(name), str(value)]
    words += _augmentation_options(
        config.learning.image_augmentation, recipe.learning.image_augmentation
    )
    for name, option in LISTS.items():
        if (sources := config.field(name)) != recipe.field(name):
            words += [word for source in sources for word in (option, Path(source).name)]
    if config.data.classes:
        words += ["--classes", text_of_class_names(config.data.classes)]
    for name in ("test", "start", "held_out"):
        if value := config.field(name):
            words += [_option(name), Path(value).name]
    return shlex.join(words)


def _augmentation_options(
    ranges: ImageAugmentation | None, recipe: ImageAugmentation | None
) -> list[str]:
    """Return the options that turn the image augmentation of ``recipe`` into ``ranges``."""
    if ranges is None:
        return [] if recipe is None else ["--no-augmentation"]
    before = asdict(recipe or ImageAugmentation())
    return [
        word
        for name, value in asdict(ranges).items()
        if value != before[name]
        for word in (_option(name), str(value))
    ]


def _option(name: str) -> str:
    """Return the option of a field."""
    return f"--{written_name(name).replace('_', '-')}"


def _run_silently(steps: Trained) -> Checkpoint:
    """Take all steps without printing anything."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            checkpoint: Checkpoint = end.value
            return checkpoint


def _follow(steps: Trained, as_lines: bool) -> Checkpoint | None:
    """Take all steps, and show each on a progress bar or as a line of JSON.

    Returns the checkpoint, or None after Ctrl+C; then the training is saved.
    """
    with (
        _asked_to_stop() as asked,
        tqdm(unit="step", disable=as_lines, file=sys.stderr, mininterval=0.5, delay=1e-3) as bar,
    ):
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                checkpoint: Checkpoint = end.value
                return checkpoint
            if asked:
                steps.close()  # this saves
                return None
            if step.validating:
                continue
            if as_lines:
                print(json.dumps(_line(step)), flush=True)
            else:
                _show(step, bar)


def _show(step: TrainingStep, bar: tqdm[Any]) -> None:
    """Move the progress bar; print a line above it after a validation."""
    bar.total = step.steps
    bar.update(step.step - bar.n)
    if step.validation_error is not None and step.validation_loss is not None:
        bar.write(
            f"epoch {step.epoch + 1}: training error {step.train_error:.2%}, "
            f"validation error {step.validation_error:.2%}, loss {step.validation_loss:.4f}",
            file=sys.stderr,
        )


@contextmanager
def _asked_to_stop() -> Iterator[list[int]]:
    """Yield a list that is no longer empty once Ctrl+C was pressed, so that the step can end first.

    Pressed again, Ctrl+C raises KeyboardInterrupt at once.
    """
    asked: list[int] = []

    def note(number: int, frame: object) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(number)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


def _output(options: argparse.Namespace, architecture: str) -> Path:
    """Return the path of the checkpoint to write; only a file that was named is ever replaced.

    Raises BadInput if it cannot be written, now rather than after the training. Each process of
    torchrun checks this before it waits for the others, so before the first one writes.
    """
    output = Path(options.output or f"{file_stem(architecture)}{CHECKPOINT_SUFFIX}")
    if not (options.output or options.resume):
        if state_path(output).exists():
            raise BadInput(
                "A training of {file} was stopped or is still running. Use --resume to continue "
                "it, or --output to name another file.",
                file=output,
            )
        if os.path.lexists(output):
            raise BadInput(
                "{file} already exists. Use --output to name another file, or this one to "
                "replace it.",
                file=output,
            )
    _check_output(output)
    return output


def _check_output(output: Path) -> None:
    """Raise BadChoice or BadInput if no file can be written there."""
    if output.is_dir():
        raise BadChoice("{file} is a folder; name a file to write.", file=output)
    if output.exists() and not output.is_file():
        raise BadChoice("{file} is not a regular file.", file=output)
    if not output.parent.is_dir():
        raise BadChoice("The folder {folder} does not exist.", folder=output.parent)
    if not os.access(output.parent, os.W_OK):
        folder = output.parent.absolute()
        raise BadInput("The folder {folder} is not writable.", folder=folder)


def _line(step: TrainingStep) -> dict[str, Any]:
    """Return a step as JSON values; JSON has no infinity and no NaN, so such a loss is None."""
    validated = step.validation_loss
    return {
        "epoch": step.epoch,
        "step": step.step,
        "steps": step.steps,
        "loss": step.loss if math.isfinite(step.loss) else None,
        "rate": step.rate,
        "train_error": step.train_error,
        "validation_error": step.validation_error,
        "validation_loss": validated if validated is None or math.isfinite(validated) else None,
        "seconds": round(step.seconds, 3),
    }
