"""Several processes that train one network: the same as one, within rounding."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from lenet_gui.engine.checkpoint import read_checkpoint
from lenet_gui.trainer.parallel import Processes, own_device
from tests.trainer.small_data import write_digits


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def train(count: int, output: Path, *arguments: str) -> list[subprocess.CompletedProcess[str]]:
    """`lenet-gui train` in ``count`` processes, with the environment that torchrun gives."""
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
    done = []
    for running in started:
        out, err = running.communicate(timeout=120)
        done.append(subprocess.CompletedProcess(running.args, running.returncode, out, err))
    return done


@pytest.mark.skipif(sys.platform != "linux", reason="the name of the loopback device is Linux's")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--batch", "33", "--epochs", "3"),  # the parts differ in size
        ("--architecture", "lenet-5", "--batch", "30", "--epochs", "2", "--optimizer",
         "levenberg-marquardt", "--rate", "1e-5", "--schedule", "constant"),
    ],
)  # fmt: skip
def test_two_processes_learn_what_one_learns(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    data = ("--data", write_digits(tmp_path, 400), "--validation", "40", "--json")
    alone, together = tmp_path / "alone.safetensors", tmp_path / "together.safetensors"
    (wanted,) = train(1, alone, *data, *arguments)
    first, second = train(2, together, *data, *arguments)
    for done in (wanted, first, second):
        assert done.returncode == 0, done.stderr
    assert (second.stdout, second.stderr) == ("", "")
    expected, found = read_checkpoint(alone), read_checkpoint(together)
    for name, values in expected.weights.items():
        np.testing.assert_allclose(found.weights[name], values, rtol=1e-3, atol=1e-4)
    losses = [
        [json.loads(line)["loss"] for line in done.stdout.splitlines()[:-1]]
        for done in (wanted, first)
    ]
    np.testing.assert_allclose(losses[1], losses[0], rtol=1e-3)
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
