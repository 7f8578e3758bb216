"""Hands that open files: a checkpoint to open, and dialogs that answer by themselves."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from lenet_gui.common.assets import resource
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import answer_of


def checkpoint_in(folder: Path, name: str, of: str = "lenet-5") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.safetensors"
    path.write_bytes(resource("checkpoints", f"{of}.safetensors").read_bytes())
    return path


def opened(qtbot, window: MainWindow, path: Path, answer: str) -> None:
    """Open a file and wait until its answer stands in the title."""
    window.documents.open_path(str(path))
    qtbot.waitUntil(lambda: answer_of(window) == answer)


def answer_dialog(
    monkeypatch: pytest.MonkeyPatch, kind: str, answer: Path | str | list[str]
) -> list[tuple[str, str]]:
    """A dialog that is answered at once; returns what it was asked with: folder, kinds."""
    asked: list[tuple[str, str]] = []

    def dialog(parent: object, title: str, folder: str, kinds: str) -> tuple[str | list[str], str]:
        asked.append((folder, kinds))
        return answer if isinstance(answer, list) else str(answer), ""

    monkeypatch.setattr(QFileDialog, kind, dialog)
    return asked
