"""Several processes that train one network do what one does, within rounding."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint
from lenet_gui.trainer.parallel import Processes, own_device
from lenet_gui.trainer.training import train
from tests.helpers import PATIENCE
from tests.trainer.small_data import trained, write_digits


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def train_together(count: int, output: Path, arguments: list[str]) -> list[str]:
    """Run `lenet-gui train` in ``count`` processes with the environment of torchrun.

    Returns the output of each.
    """
    port = str(free_port())
    started = []
    for rank in range(count):
        environment = os.environ | {
            "RANK": str(rank), "LOCAL_RANK": str(rank), "WORLD_SIZE": str(count),
            "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port, "GLOO_SOCKET_IFNAME": "lo",
        }  # fmt: skip
        command = [sys.executable, "-m", "lenet_gui", "train", "--output", str(output),
                   "--device", "cpu", *arguments]  # fmt: skip
        started.append(
            subprocess.Popen(
                command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
        )
    printed = []
    for running in started:
        out, err = running.communicate(timeout=PATIENCE)
        assert running.returncode == 0, err
        assert err == "" or running is started[0]
        printed.append(out)
    return printed


def train_alone(config: TrainingConfig) -> tuple[list[float], Checkpoint]:
    """Return the loss of each step, and the result."""
    steps, checkpoint = trained(train(config))
    return [step.loss for step in steps], checkpoint


@pytest.mark.skipif(sys.platform != "linux", reason="the name of the loopback device is Linux's")
@pytest.mark.parametrize(
    "config",
    [
        # two parts of 33 samples differ in size
        TrainingConfig("lenet-5-modern").with_fields(batch=33, epochs=3),
        TrainingConfig("lenet-5").with_fields(
            batch=30, epochs=2, optimizer="levenberg-marquardt", rate=1e-5, schedule="constant",
            loss="map",
        ),
    ],
    ids=["best", "levenberg-marquardt"],
)  # fmt: skip
def test_two_processes_learn_what_one_learns(tmp_path: Path, config: TrainingConfig) -> None:
    data = write_digits(tmp_path, 400)
    config = config.with_fields(sources=(data,), validation=40, device="cpu")
    chosen = ("batch", "epochs", "optimizer", "rate", "schedule", "loss", "validation")
    arguments = [word for name in chosen for word in (f"--{name}", str(config.field(name)))]
    arguments += ["--architecture", config.architecture, "--data", data, "--json"]
    wanted, alone = train_alone(config)
    together = tmp_path / "together.safetensors"
    first, second = train_together(2, together, arguments)
    assert second == ""
    found = read_checkpoint(together)
    assert found.training["config"] == alone.training["config"]
    for name, values in alone.weights.items():
        np.testing.assert_allclose(found.weights[name], values, rtol=1e-3, atol=1e-4)
    losses = [json.loads(line)["loss"] for line in first.splitlines()[:-1]]
    np.testing.assert_allclose(losses, wanted, rtol=1e-3)
    assert [path.name for path in tmp_path.glob("together*")] == ["together.safetensors"]


def test_the_parts_of_a_batch_are_all_of_it() -> None:
    for count in (1, 2, 3, 7):
        parts = [list(range(50))[Processes(rank, count).part(50)] for rank in range(count)]
        assert [place for part in parts for place in part] == list(range(50))
        assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_each_process_has_its_own_accelerator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOCAL_RANK", raising=False)
    assert own_device(torch.device("cuda")) == torch.device("cuda")
    monkeypatch.setenv("LOCAL_RANK", "1")
    assert own_device(torch.device("cuda")) == torch.device("cuda:1")
    assert own_device(torch.device("cuda:0")) == torch.device("cuda:0")
    assert own_device(torch.device("cpu")) == torch.device("cpu")
