"""Training from Python: a generator of steps, which leads to a network."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Unpack

from lenet_gui.api.named_network import NamedNetwork
from lenet_gui.api.settings import Source, TrainingSettings
from lenet_gui.common.bad_input import BadInput, no_such
from lenet_gui.common.training_reports import TrainingStep
from lenet_gui.common.training_values import TrainingChanges, TrainingConfig
from lenet_gui.engine.checkpoints.chosen_architecture import chosen_recipe
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.trainer.config_checks import check_config
from lenet_gui.trainer.launch import load_torch


class Training(Generator[TrainingStep, TrainingChanges | None, NamedNetwork]):
    """A training as ``train`` begins it: a generator of its steps, which returns the network.

    ``for step in training`` takes its steps; ``network`` is there after the last one.
    ``send(TrainingChanges(...))`` changes the learning rate and the image augmentation from the
    next step on; not asking for the next step pauses; ``close()`` cancels.

    config: what is learned from, how, and how it runs. Steps raise BadInput for data that cannot
    be read, and if memory or disk are full.
    """

    def __init__(
        self, config: TrainingConfig, output: Path | None = None, resume: bool = False
    ) -> None:
        """Prepare a training. Raises BadInput for settings that make no sense, or without torch."""
        if not resume:  # what a training that is resumed began with may be gone
            check_config(config)
        load_torch()
        from lenet_gui.trainer.training import train as steps_of

        self.config = config
        self._name = config.architecture if output is None else output.stem
        self._steps = steps_of(config, output, resume)
        self._network: NamedNetwork | None = None

    @property
    def network(self) -> NamedNetwork:
        """Return the network. Raises BadInput before the last step was taken."""
        if self._network is None:
            raise BadInput("The training has not ended: take all of its steps first.")
        return self._network

    def finish(self) -> NamedNetwork:
        """Take all steps that are left, and return the network."""
        for _ in self:
            pass
        return self.network

    def send(self, value: TrainingChanges | None) -> TrainingStep:
        """Take a step and return it, perhaps with changes. Raises StopIteration after the last."""
        try:
            return self._steps.send(value)
        except StopIteration as end:
            if end.value is not None:
                data = self.config.data
                sources = (*data.sources, *filter(None, [data.test]))
                self._network = NamedNetwork(Recognizer(self._name, end.value), sources)
            raise StopIteration(self._network) from None

    def throw(
        self,
        typ: type[BaseException] | BaseException,
        val: BaseException | object = None,
        tb: TracebackType | None = None,
    ) -> TrainingStep:
        """Raise an error where the training is suspended; ``close`` does so to cancel."""
        error = typ if isinstance(typ, BaseException) else typ()
        return self._steps.throw(error)


def train(
    architecture: str = "",
    data: Source | Sequence[Source] = "mnist",
    *,
    preset: str = "best",
    output: Source | None = None,
    resume: bool = False,
    **settings: Unpack[TrainingSettings],
) -> Training:
    """Train a network from random weights, or further from a checkpoint (``start``).

    architecture: its name; empty: the one that the preset is for, else "lenet-5-modern". data:
    what ``load_dataset`` reads; several sources are mixed. preset: where the settings come from
    that are not given: "best", "pens", "published-1998" or "keras-article", as in the window.
    output: a file in which the best checkpoint is kept, at the end of each epoch and at least
    every 10 seconds; an existing one is replaced, unless its training is to ``resume``.
    settings: ``epochs=5``, ``seconds=60``, ``rate=1e-3``, ``seed=1`` and so on, which
    ``TrainingSettings`` lists. With ``seconds`` the learning rate follows the clock.

    Nothing is learned before the first step is taken. Raises BadInput for unknown names, for
    settings that make no sense, and if torch is missing or cannot be loaded.
    """
    known = TrainingSettings.__annotations__
    for setting in settings:
        if setting not in known:
            raise no_such("setting", setting, known)
    sources = [data] if isinstance(data, str | os.PathLike) else data
    given = {name: _as_text(value) for name, value in settings.items()}
    given["sources"] = _as_text(tuple(sources))
    # As if they came from a file, so that values of a wrong type get a sentence.
    checked = TrainingConfig.from_json(TrainingConfig("").with_fields(**given).as_json())
    learning = checked.learning
    sees = checked.data.sees if "sees" in given else None
    recipe = chosen_recipe(preset, architecture, learning.start, sees, learning.seconds)
    config = recipe.with_fields(**{name: checked.field(name) for name in given})
    return Training(config, None if output is None else Path(output), resume)


def _as_text(value: object) -> object:
    """Return a setting with paths as texts."""
    if isinstance(value, tuple):
        return tuple(map(_as_text, value))
    return os.fspath(value) if isinstance(value, os.PathLike) else value
