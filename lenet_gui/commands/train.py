"""`lenet-gui train`: trains a network and writes its checkpoint."""

from __future__ import annotations

import argparse
import json
import os
import shlex
import sys
from collections.abc import Generator, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from tqdm import tqdm

from lenet_gui.commands.evaluate import as_json, as_text
from lenet_gui.engine.architectures import architecture
from lenet_gui.engine.checkpoint import SUFFIX, write_checkpoint
from lenet_gui.engine.datasets import load_dataset
from lenet_gui.engine.evaluation import evaluate
from lenet_gui.engine.recognizer import Recognizer
from lenet_gui.recipes import best_recipe
from lenet_gui.trainer.configuration import check_config
from lenet_gui.training_values import TrainingConfig, TrainingStep
from lenet_gui.values import BadChoice, BadInput, Checkpoint


def run(options: argparse.Namespace) -> int:
    config = configuration(options)
    output = Path(options.output or f"{config.architecture}{SUFFIX}")
    check_config(config)
    _check_output(output)
    if config.test:
        load_dataset(config.test)  # that it can be read is seen before the training

    from lenet_gui.trainer.data import parts_of
    from lenet_gui.trainer.training import train

    steps = train(config, output, options.resume)
    try:
        checkpoint = _follow(steps, options.json)
    except KeyboardInterrupt:
        steps.close()  # writes what is done
        print(
            f"lenet-gui: stopped; what was learned is in {output}. "
            "The same command with --resume goes on.",
            file=sys.stderr,
        )
        return 1
    checkpoint = replace(checkpoint, training={"command": _command(options), **checkpoint.training})
    evaluation = evaluate(Recognizer(output.stem, checkpoint), parts_of(config).test)
    figures = as_json(evaluation)
    if options.json:
        print(json.dumps({"evaluation": figures}), flush=True)
    else:
        print(as_text(evaluation))
    checkpoint = replace(checkpoint, evaluation=figures)
    write_checkpoint(output, checkpoint)
    print(f"written: {output}", file=sys.stderr)
    return 0


def configuration(options: argparse.Namespace) -> TrainingConfig:
    """The best recipe of the architecture with the options that were given."""
    recipe = best_recipe(architecture(options.architecture).name)
    names = {field.name for field in fields(recipe)} - {
        "architecture",
        "data",
        "distortions",
    }
    given = {name: value for name in names if (value := getattr(options, name, None)) is not None}
    if options.no_distortions:
        given["distortions"] = None
    if options.data:
        given["data"] = tuple(options.data)
    return replace(recipe, **given)


def _follow(steps: Generator[TrainingStep, None, Checkpoint], as_lines: bool) -> Checkpoint:
    """Show every step on a terminal's progress bar or as JSON; returns the checkpoint."""
    with tqdm(unit="step", disable=as_lines, file=sys.stderr, mininterval=0.5) as bar:
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                checkpoint: Checkpoint = end.value
                return checkpoint
            if as_lines:
                print(json.dumps(_line(step)), flush=True)
                continue
            bar.total = step.steps
            bar.update(step.step - bar.n)
            if step.validation_error is not None:
                bar.write(
                    f"epoch {step.epoch + 1}: training error {step.train_error:.2%}, "
                    f"validation error {step.validation_error:.2%}",
                    file=sys.stderr,
                )


def _check_output(output: Path) -> None:
    """Now, rather than after the training."""
    if output.is_dir():
        raise BadChoice("{file} is a folder; name a file to write.", file=output)
    if not output.parent.is_dir():
        raise BadChoice("There is no folder {folder} to write to.", folder=output.parent)
    if not os.access(output.parent, os.W_OK):
        raise BadInput("Nothing can be written to the folder {folder}.", folder=output.parent)


def _line(step: TrainingStep) -> dict[str, Any]:
    return {
        "epoch": step.epoch,
        "step": step.step,
        "steps": step.steps,
        "loss": step.loss,
        "rate": step.rate,
        "train_error": step.train_error,
        "validation_error": step.validation_error,
        "seconds": round(step.seconds, 3),
    }


def _command(options: argparse.Namespace) -> str:
    """The command that makes the same weights again, without what does not change them."""
    config, recipe = configuration(options), best_recipe(options.architecture)
    words: Sequence[str] = ["lenet-gui", "train", "--architecture", options.architecture]
    words = [*words, "--seed", str(config.seed)]
    for field in fields(recipe):
        value = getattr(config, field.name)
        if field.name in ("architecture", "seed", "data", "test", "device") or value == getattr(
            recipe, field.name
        ):
            continue
        words += ["--no-distortions"] if value is None else [f"--{field.name}", str(value)]
    if config.data != recipe.data:
        words += [word for source in config.data for word in ("--data", Path(source).name)]
    if config.test:  # what is tested on is not learned from
        words += ["--test", Path(config.test).name]
    return shlex.join(words)
