"""Distillation: trained networks that another one learns from (Hinton, Vinyals, Dean 2015).

The averaged probabilities of several networks say more of a sample than its label: which other
classes it resembles, and how certain its class can be.
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
from lenet_gui.engine.checkpoints.checkpoint import architecture_of, read_checkpoint
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.storage.files import sha256_of
from lenet_gui.trainer.data.batches import inputs_for
from lenet_gui.trainer.network.losses import log_posteriors
from lenet_gui.trainer.network.modules import LeNet


@dataclass(frozen=True, eq=False)
class _Teacher:
    """A network. not_a_digit: whether its posteriors have a not-a-digit class, the last."""

    model: LeNet
    log_posteriors: Callable[[Tensor], Tensor]
    not_a_digit: bool


class Teachers:
    """The networks of some checkpoint files, and their mean posteriors.

    facts: of each, for the record of the training: name, SHA-256 and the command that made it.
    Raises BadInput for a file that is no checkpoint, or whose classes are not ``class_names``.
    """

    def __init__(
        self,
        config: LearningConfig,
        network: Architecture,
        class_names: tuple[str, ...],
        device: torch.device,
    ) -> None:
        self._network, self._not_a_digit = network, config.loss == "map"
        self.facts: list[dict[str, object]] = []
        self._teachers = [self._load(Path(f), class_names, device) for f in config.teachers]

    def _load(self, path: Path, class_names: tuple[str, ...], device: torch.device) -> _Teacher:
        checkpoint = read_checkpoint(path)
        if checkpoint.class_names != class_names:
            raise BadInput(
                "{file} cannot be a teacher of this network: it has other classes, {classes}.",
                file=path.name,
                classes=", ".join(checkpoint.class_names[:10]),
            )
        command = checkpoint.training.get("command", "")
        self.facts.append({"name": path.name, "sha256": sha256_of(path), "command": command})
        network = architecture_of(checkpoint)
        if network.picture_shape != self._network.picture_shape:
            raise BadInput(
                "{file} cannot be a teacher of this network: one sees ink, the other pictures.",
                file=path.name,
            )
        learned = recorded_recipe(checkpoint).learning
        j = learned.j if learned.loss == "map" and self._not_a_digit else None
        model = LeNet(network, checkpoint.weights).to(device)
        return _Teacher(model, log_posteriors(network, j), j is not None)

    @torch.no_grad()
    def posteriors(self, inputs: Tensor, labels: Tensor) -> Tensor:
        """Return the mean posteriors of all teachers for a batch of the network that learns.

        labels: class indices, -1 for non-digits. float (batch, classes), or (batch, classes + 1)
        if that network learns a not-a-digit class, the last. A teacher without one is assumed to
        recognise non-digits as such.
        """
        return torch.stack([self._taught(one, inputs, labels) for one in self._teachers]).mean(0)

    def _taught(self, teacher: _Teacher, inputs: Tensor, labels: Tensor) -> Tensor:
        """Return the posteriors of one teacher, in the shape of ``posteriors``."""
        seen = inputs_for(teacher.model.architecture, inputs, self._network)
        found = teacher.log_posteriors(teacher.model(seen)).exp()
        if not self._not_a_digit or teacher.not_a_digit:
            return found
        none = (labels < 0).to(found.dtype)[:, None]
        return torch.cat([found * (1 - none), none], dim=1)


def distilled(loss: Tensor, log_posteriors: Tensor, taught: Tensor, part: float) -> Tensor:
    """Return (1 - part) * loss + part * cross-entropy with the posteriors ``taught``."""
    return (1 - part) * loss - part * (taught * log_posteriors).sum(1).mean()


def make_teachers(
    config: LearningConfig,
    network: Architecture,
    class_names: Sequence[str],
    device: torch.device,
) -> Teachers | None:
    """Return the teachers of a training, None if it has none. Raises BadInput as ``Teachers``."""
    if not config.teachers:
        return None
    return Teachers(config, network, tuple(class_names), device)
