"""How the training process is started."""

import subprocess
from pathlib import Path

import pytest

from lenet_gui.gui.training.worker_process import worker_command, worker_environment


def test_a_module_in_the_working_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a folder of downloads that holds a file called numpy.py."""
    (tmp_path / "numpy.py").write_text("raise SystemExit('a stranger runs')")
    monkeypatch.chdir(tmp_path)
    values = worker_environment()
    environment = dict(pair.split("=", 1) for pair in values.toStringList())
    program, *arguments = worker_command()
    done = subprocess.run(
        [program, *arguments[:-1], "networks"], env=environment, capture_output=True, text=True
    )
    assert "stranger" not in done.stderr
    assert done.returncode == 0
