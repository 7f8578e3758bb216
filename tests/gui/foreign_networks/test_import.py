"""Open and drop of networks of other programs: looked at, imported, used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QTableWidget

from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.named_networks import load_checkpoint
from lenet_gui.engine.storage.data_path import DATA_VARIABLE
from lenet_gui.gui.commands.retranslation import reopen_dialogs
from lenet_gui.gui.foreign_networks.dialog import NetworkImportDialog
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.carrying import drop, of_files
from tests.gui.helpers import FOUR, answer_of, draw, finish_work


def arrays_of(checkpoint: Checkpoint) -> dict[str, Any]:
    """As another program may call them."""
    names = {"C1": "conv.0", "C3": "conv.3", "C5": "fc.0", "F6": "fc.2", "OUTPUT": "fc.4"}
    return {
        f"{names[key.partition('.')[0]]}.{key.partition('.')[2]}": values
        for key, values in checkpoint.weights.items()
    }


@pytest.fixture(autouse=True)
def own_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    path = tmp_path / "their net.npz"
    np.savez(path, **arrays_of(load_checkpoint("lenet-sigmoid")))
    return path


def dialog_of(window: MainWindow, qtbot) -> NetworkImportDialog:
    qtbot.waitUntil(lambda: window.findChild(NetworkImportDialog) is not None)
    dialog = window.findChild(NetworkImportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.found_page)
    return dialog


def test_a_dropped_network_is_imported_and_reads(window: MainWindow, weights: Path, qtbot) -> None:
    draw(window.session, FOUR)
    drop(window, of_files(weights))
    dialog = dialog_of(window, qtbot)
    choices = dialog.findChild(QListWidget, "network-import-choices")
    table = dialog.findChild(QTableWidget, "network-import-table")
    assert "% right" in choices.item(0).text()
    assert "sigmoid" in choices.item(0).text()
    assert [table.item(0, column).text() for column in range(4)] == [
        "conv.0.weight", "6×1×5×5", "C1.weight", "6×1×5×5",
    ]  # fmt: skip
    reopen_dialogs(window)  # as another language does
    dialog = next(d for d in window.findChildren(NetworkImportDialog) if d.isVisible())
    name = dialog.findChild(QLineEdit, "network-import-name")
    assert name.text() == "their net"
    classes = dialog.findChild(QLineEdit, "network-import-classes")
    classes.setText("a,b")
    keep = dialog.findChild(QPushButton, "import-network")
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert "10 outputs" in dialog.found_page.notice.text.text()
    classes.setText("0,1,2,3,4,5,6,7,8,9")
    with qtbot.waitSignal(window.session.network_changed):
        qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert Library().names() == ["their net"]
    assert window.session.recognizer.name == "their net"
    assert answer_of(window) == "4"
    record = load_checkpoint("their net").training["imported"]
    assert record["file"] == "their net.npz"
    finish_work()


def test_what_cannot_be_imported_is_told(window: MainWindow, tmp_path: Path, qtbot) -> None:
    path = tmp_path / "net.npz"
    arrays: dict[str, Any] = {"conv1.weight": np.zeros((6, 2, 5, 5), np.float32)}
    np.savez(path, **arrays)
    window.commands.documents.open_path(str(path))
    dialog = dialog_of(window, qtbot)
    assert "conv1.weight of shape" in dialog.found_page.notice.text.text()
    assert not dialog.keep.isVisible()
    dialog.close()
    finish_work()
