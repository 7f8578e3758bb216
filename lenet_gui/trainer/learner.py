"""A network that learns, with all that its next step follows from."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import torch
from torch import Tensor
from torch.func import functional_call

from lenet_gui.engine.architecture import Architecture
from lenet_gui.engine.initialization import first_weights
from lenet_gui.trainer.batches import Batches
from lenet_gui.trainer.losses import cross_entropy, map_loss
from lenet_gui.trainer.modules import LeNet
from lenet_gui.trainer.optimizers import AveragedWeights, make_optimizer
from lenet_gui.training_values import TrainingConfig

RECENT = 0.98  # memory of the running training error


class Learner:
    """Weights, optimizer and average; ``steps`` and ``train_error`` so far."""

    def __init__(self, config: TrainingConfig, network: Architecture, device: torch.device) -> None:
        self.network = network
        self._model = LeNet(network, first_weights(network, config.seed)).to(device)
        self._model.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._weights = self._model.named_weights()
        self._optimizer = make_optimizer(self._weights, config)
        self.average = AveragedWeights(self._weights, config.average)
        self._loss = _loss(config)
        self.steps = 0
        self.train_error = 1.0

    def learn(self, inputs: Tensor, labels: Tensor, rate: float) -> float:
        """One step at that learning rate; returns the loss before it."""
        for group in self._optimizer.param_groups:
            group["lr"] = rate
        outputs = self._model(inputs)
        loss = self._loss(outputs, labels)
        self._optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self._optimizer.step()
        self.average.update()
        self.steps += 1
        wrong = self._wrong(outputs.detach(), labels) / len(labels)
        memory = min(RECENT, (self.steps - 1) / self.steps)
        self.train_error = memory * self.train_error + (1 - memory) * wrong
        return float(loss.detach())

    @torch.no_grad()
    def error_rate(self, data: Batches) -> float:
        """Of the averaged weights, 0..1."""
        values = {f"layers.{name}": tensor for name, tensor in self.average.values.items()}
        wrong = sum(
            self._wrong(functional_call(self._model, values, (inputs,)), labels)
            for inputs, labels in data.in_order(500)
        )
        return wrong / len(data)

    def _wrong(self, outputs: Tensor, labels: Tensor) -> int:
        penalties = self.network.score_kind == "penalty"
        best = outputs.argmin(1) if penalties else outputs.argmax(1)
        return int((best != labels).sum())

    def state(self) -> dict[str, Tensor]:
        """Everything as tensors; the optimizer's moments under the names of their weights."""
        state = {f"weights.{name}": weight.detach() for name, weight in self._weights.items()}
        state |= {f"average.{name}": value for name, value in self.average.values.items()}
        for name, weight in self._weights.items():
            for key, moment in self._optimizer.state[weight].items():
                state[f"moments.{key}.{name}"] = torch.as_tensor(moment)
        state["steps"] = torch.tensor(self.steps)
        state["averaged"] = torch.tensor(self.average.steps)
        state["train_error"] = torch.tensor(self.train_error, dtype=torch.float64)
        return state

    @torch.no_grad()
    def restore(self, state: Mapping[str, Tensor]) -> None:
        """Go on where ``state`` was taken. Raises KeyError if it is of another training."""
        for name, weight in self._weights.items():
            weight.copy_(state[f"weights.{name}"])
            end = f".{name}"
            moments = {
                key.removeprefix("moments.").removesuffix(end): value
                for key, value in state.items()
                if key.startswith("moments.") and key.endswith(end)
            }
            self._optimizer.state[weight] = {
                key: value.clone().to(weight.device if value.ndim else "cpu")
                for key, value in moments.items()
            }
        averages = {name: state[f"average.{name}"] for name in self._weights}
        self.average.restore(averages, int(state["averaged"]))
        self.steps = int(state["steps"])
        self.train_error = float(state["train_error"])


def _loss(config: TrainingConfig) -> Callable[[Tensor, Tensor], Tensor]:
    if config.loss == "map":
        return lambda outputs, labels: map_loss(outputs, labels, config.j)
    return cross_entropy
