"""Trained networks that another one learns from: distillation (Hinton, Vinyals, Dean 2015).

What several networks think of a sample, averaged, says more than its label: which other classes
it is like, and how sure anybody can be of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.recipes import recorded_recipe
from lenet_gui.common.training_values import LearningConfig
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.architectures import architecture
from lenet_gui.engine.storage.files import sha256_of
from lenet_gui.trainer.data.batches import inputs_for
from lenet_gui.trainer.network.losses import log_posteriors
from lenet_gui.trainer.network.modules import LeNet


@dataclass(frozen=True, eq=False)
class _Teacher:
    model: LeNet
    log_posteriors: Callable[[Tensor], Tensor]
    rubbish: bool


class Teachers:
    """The networks of some checkpoint files, and what they think together.

    facts: what the record of a training says of each: name, SHA-256 and the command that made it.
    Raises BadInput for a file that is no checkpoint, or that knows other classes.
    """

    def __init__(
        self,
        config: LearningConfig,
        network: Architecture,
        class_names: tuple[str, ...],
        device: torch.device,
    ) -> None:
        self._network, self._rubbish = network, config.loss == "map"
        self.facts: list[dict[str, object]] = []
        self._teachers = [self._taken(Path(f), class_names, device) for f in config.teachers]

    def _taken(self, path: Path, class_names: tuple[str, ...], device: torch.device) -> _Teacher:
        checkpoint = read_checkpoint(path)
        if checkpoint.class_names != class_names:
            raise BadInput(
                "{file} cannot be a teacher of this network: it has other classes, {classes}.",
                file=path.name,
                classes=", ".join(checkpoint.class_names[:10]),
            )
        command = checkpoint.training.get("command", "")
        self.facts.append({"name": path.name, "sha256": sha256_of(path), "command": command})
        network = architecture(checkpoint.architecture).for_classes(len(class_names))
        learned = recorded_recipe(checkpoint).learning
        j = learned.j if learned.loss == "map" and self._rubbish else None
        model = LeNet(network, checkpoint.weights).to(device)
        return _Teacher(model, log_posteriors(network, j), j is not None)

    @torch.no_grad()
    def posteriors(self, inputs: Tensor, labels: Tensor) -> Tensor:
        """The mean of what they think of inputs of the network that learns, which are labelled
        with class indices, or -1 for what is no digit.

        float (batch, classes), or (batch, classes + 1) if that network learns a rubbish class,
        the last. Who knows no such class is not asked about what is no digit.
        """
        return torch.stack([self._of(one, inputs, labels) for one in self._teachers]).mean(0)

    def _of(self, teacher: _Teacher, inputs: Tensor, labels: Tensor) -> Tensor:
        seen = inputs_for(teacher.model.architecture, inputs, self._network)
        found = teacher.log_posteriors(teacher.model(seen)).exp()
        if not self._rubbish or teacher.rubbish:
            return found
        none = (labels < 0).to(found.dtype)[:, None]
        return torch.cat([found * (1 - none), none], dim=1)


def distilled(loss: Tensor, log_posteriors: Tensor, taught: Tensor, part: float) -> Tensor:
    """A loss of which ``part``, 0..1, is the cross-entropy with what teachers think."""
    return (1 - part) * loss - part * (taught * log_posteriors).sum(1).mean()


def make_teachers(
    config: LearningConfig,
    network: Architecture,
    class_names: Sequence[str],
    device: torch.device,
) -> Teachers | None:
    """None where a training has none."""
    if not config.teachers:
        return None
    return Teachers(config, network, tuple(class_names), device)
