"""Help that works offline: every shortcut of the table, the panels, credits and licences."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTextBrowser

from lenet_gui import __version__
from lenet_gui.gui.commands.action_table import MENU_ACTIONS
from lenet_gui.gui.commands.help_window import HelpWindow, about_text
from lenet_gui.gui.commands.menus import key_sequences
from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import child_of, click, idle


@pytest.fixture
def text(window: MainWindow) -> str:
    """What is read after F1."""
    QTest.keyClick(window, Qt.Key.Key_F1)
    idle()
    browser = window.findChild(QTextBrowser, "help-text")
    assert browser is not None
    assert browser.isVisible()
    return browser.toPlainText()


def test_every_shortcut_with_what_it_does(text: str) -> None:
    for record in MENU_ACTIONS:
        for sequence in key_sequences(record.shortcuts)[:1]:  # others are keys that few have
            assert sequence.toString(QKeySequence.SequenceFormat.NativeText) in text
        if record.shortcuts:
            assert record.tip in text


def test_what_no_menu_shows(text: str) -> None:
    for words in ("Shift while drawing", "Esc while drawing", "Ctrl and wheel", "Arrow keys"):
        assert words in text


def test_panels_are_explained(text: str) -> None:
    for panel in PANELS:
        if panel.name != "answer":
            assert panel.title in text
    assert "Not sure" in text
    assert "receptive field" in text


def test_no_markup_is_left(text: str) -> None:
    assert "<" not in text
    assert "&" not in text


def test_it_stays_beside_the_window_and_goes(window: MainWindow, text: str) -> None:
    help_window = child_of(window, HelpWindow)
    assert not help_window.isModal()
    QTest.keyClick(window, Qt.Key.Key_F1)
    idle()
    assert len([each for each in window.findChildren(HelpWindow) if each.isVisible()]) == 1
    click(child_of(help_window, QPushButton))
    idle()
    assert not [each for each in window.findChildren(HelpWindow) if each.isVisible()]


def test_credits_and_licences() -> None:
    about = about_text()
    for words in (
        __version__,
        "LeCun",
        "Bottou",
        "Bengio",
        "Haffner",
        "1998",
        "MIT licence",
        "Qt",
        "PySide6",
        "GNU Lesser General Public License 3 (LGPL)",
        "PyTorch",
        "NumPy",
        "Pillow",
        "safetensors",
        "OpenCV",
        "ONNX",
        "PyQtGraph",
        "MNIST: Yann LeCun, Corinna Cortes and Christopher J. C. Burges, CC BY-SA 3.0",
    ):
        assert words in about
