"""A network that learns, with all that its next step depends on."""

from __future__ import annotations

from collections.abc import Generator, Mapping

import torch
from torch import Tensor

from lenet_gui.common.training_values import LearningConfig
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.trainer.data.batches import Batches
from lenet_gui.trainer.network.losses import log_posteriors, make_loss
from lenet_gui.trainer.network.modules import LeNet
from lenet_gui.trainer.network.weights import FlatWeights
from lenet_gui.trainer.optimizing.curvature import mean_curvature
from lenet_gui.trainer.optimizing.optimizers import (
    AveragedWeights,
    LevenbergMarquardt,
    make_optimizer,
)
from lenet_gui.trainer.parallel import Processes
from lenet_gui.trainer.teachers import Teachers, distilled

ERROR_DECAY = 0.98  # of the running training error, per step
VALIDATED_AT_ONCE = 100  # samples; they take about 10 ms


class Learner:
    """The weights, their optimizer and their average.

    steps: taken so far; train_error: running error rate of recent batches, 0..1.

    weights: to begin with. teachers: networks to learn from beside the labels.
    """

    def __init__(
        self,
        config: LearningConfig,
        network: Architecture,
        device: torch.device,
        weights: Mapping[str, FloatArray],
        processes: Processes | None = None,
        teachers: Teachers | None = None,
    ) -> None:
        self._config, self.network = config, network
        self._processes = processes or Processes()
        self._model, self._weights = _model(network, weights, device)
        self._averaged, self._average = _model(network, weights, device)
        self._averaging = AveragedWeights(
            self._weights.values, self._average.values, config.average
        )
        self._optimizer = make_optimizer(self._weights, config)
        self._loss = make_loss(config, network)
        self._log_posteriors = log_posteriors(network, config.j if config.loss == "map" else None)
        self._teachers = teachers
        self.steps = 0
        self.train_error = 1.0

    def measure_curvature(self, data: Batches, per_epoch: int) -> None:
        """Measure the curvature before a step, if the optimizer needs it and it is due.

        It is due before each pass (1998 paper, section III-B), and in the first one also before
        steps 1, 2, 4, 8 ...: the initial weights hardly let a signal through, so their curvature is
        almost 0, and steps of the resulting size would destroy the network once signals pass.
        """
        steps, optimizer = self.steps, self._optimizer
        doubled = steps < per_epoch and steps & (steps - 1) == 0
        if isinstance(optimizer, LevenbergMarquardt) and (doubled or steps % per_epoch == 0):
            inputs, labels = data.sample(steps)
            found = mean_curvature(self._model, inputs, labels, self._config)
            optimizer.curvature.copy_(self._weights.row(found))

    def learn(self, inputs: Tensor, labels: Tensor, rate: float) -> float:
        """Take one step at that learning rate; return the loss before it.

        With several processes each has its part of the batch, and all take the same step.
        """
        outputs = self._model(inputs)
        loss = self._loss(outputs, labels)
        if self._teachers is not None:
            taught = self._teachers.posteriors(inputs, labels)
            found = self._log_posteriors(outputs)
            loss = distilled(loss, found, taught, self._config.distillation)
        self._weights.gradient.zero_()
        loss.backward()
        figures = loss.detach(), self._wrong(outputs.detach(), labels) / len(labels)
        loss_now, wrong = self._processes.average(self._weights.gradient, *figures, len(labels))
        self.steps += 1
        with torch.no_grad():
            self._optimizer.step(rate, self.steps)
            self._averaging.update(self.steps)
        memory = min(ERROR_DECAY, (self.steps - 1) / self.steps)
        self.train_error = memory * self.train_error + (1 - memory) * wrong
        return loss_now

    def evaluate(self, data: Batches) -> Generator[None, None, tuple[float, float]]:
        """Return error rate, 0..1, and mean loss of the averaged weights; yield every 10 ms or so.

        The loss is the one that is learned with, by the labels alone: teachers have no part in it.
        """
        wrong, loss = 0, 0.0
        for inputs, labels in data.in_order(VALIDATED_AT_ONCE):
            with torch.no_grad():
                outputs = self._averaged(inputs)
                wrong += self._wrong(outputs, labels)
                loss += float(self._loss(outputs, labels)) * len(labels)
            yield
        return wrong / len(data), loss / len(data)

    def averaged(self) -> dict[str, Tensor]:
        """Return the averaged weights by name; they share memory with the average."""
        return self._average.parts(self._average.values)

    def _wrong(self, outputs: Tensor, labels: Tensor) -> int:
        """Return the number of wrong answers; non-digits have none."""
        penalties = self.network.score_kind == "penalty"
        best = outputs.argmin(1) if penalties else outputs.argmax(1)
        return int(((best != labels) & (labels >= 0)).sum())

    def state(self) -> dict[str, Tensor]:
        """Return all that the next step depends on; weights in the order of ``FlatWeights``."""
        state = {"weights": self._weights.values, "average": self._average.values}
        state |= {f"moments.{name}": row for name, row in self._optimizer.moments.items()}
        state["steps"] = torch.tensor(self.steps)
        state["train_error"] = torch.tensor(self.train_error, dtype=torch.float64)
        return state

    @torch.no_grad()
    def restore(self, state: Mapping[str, Tensor]) -> None:
        """Continue where ``state`` was taken.

        Raises KeyError, RuntimeError or ValueError if it belongs to another training, or a number
        in it is not finite.
        """
        if not all(bool(torch.isfinite(row).all()) for row in state.values()):
            raise ValueError("not finite")
        self._weights.values.copy_(state["weights"])
        self._average.values.copy_(state["average"])
        start = "moments."
        self._optimizer.restore(
            {name.removeprefix(start): row for name, row in state.items() if name.startswith(start)}
        )
        self.steps = int(state["steps"])
        self.train_error = float(state["train_error"])


def _model(
    network: Architecture, weights: Mapping[str, FloatArray], device: torch.device
) -> tuple[LeNet, FlatWeights]:
    model = LeNet(network, weights).to(device)
    return model, FlatWeights(model)
