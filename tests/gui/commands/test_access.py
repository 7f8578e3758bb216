"""Every panel and dialog, for people who use a keyboard or a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QRadioButton, QWidget

from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.appearance.test_accessibility import interactive
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import EVERY_PANEL, FOUR, draw, idle

FURTHEST = 60  # times Tab is pressed
READ_ALOUD = QAccessible.Text.Name


@pytest.fixture
def trained(training: FakeTraining, window: MainWindow, qtbot) -> MainWindow:
    """A digit is drawn and a training has ended, so that every panel has something to say."""
    window.resize(1366, 768)
    window.activateWindow()
    draw(window.session, FOUR)
    for name in EVERY_PANEL:
        window.workspaces.bring(name)
        idle()
    training.start(TrainingConfig("lenet-5").with_fields(epochs=2))
    training.learn(20, validation=0.05)
    training.finish()
    library = window.workspaces.panel("library")
    qtbot.waitUntil(lambda: library.table.rowCount() > 0)
    library.table.selectRow(0)
    idle()
    return window


def reached(part: QWidget, first: QWidget) -> set[QWidget]:
    """What gets the keyboard by Tab and Shift+Tab, from one control of a part on."""
    found: set[QWidget] = set()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        first.setFocus()
        for _ in range(FURTHEST):
            focus = QApplication.focusWidget()
            assert focus is not None
            if focus is first and len(found) > 1:  # a text keeps it from link to link
                break
            found.add(focus)
            QTest.keyClick(focus, key)
    return found


def troubles(part: QWidget) -> list[str]:
    """What is wrong with the controls of a part that is seen."""
    wrong = []
    controls = interactive(part)
    # Of buttons that exclude each other, Tab finds one, and arrow keys the others.
    others = [w for w in controls if isinstance(w, QRadioButton) and not w.isChecked()]
    for widget in controls:
        said = QAccessible.queryAccessibleInterface(widget)
        name = f"{type(widget).__name__} {widget.objectName()}"
        if not said.text(READ_ALOUD).strip():
            wrong.append(f"{name} has no name")
        if said.role() == QAccessible.Role.NoRole:
            wrong.append(f"{name} has no role")
        if isinstance(widget, QAbstractButton) and said.actionInterface() is None:
            wrong.append(f"{name} cannot be pressed by a screen reader")
        if not (widget.toolTip() or widget.statusTip() or widget.whatsThis()):
            wrong.append(f"{name} is not explained")
    needed = [w for w in controls if w.isEnabled() and w not in others]
    usable = [w for w in needed if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    if usable:
        left = set(usable) - reached(part, usable[0])
        wrong += [f"Tab does not reach {type(w).__name__} {w.objectName()}" for w in left]
    mouse_only = [w for w in needed if w not in usable]
    wrong += [f"only a mouse reaches {type(w).__name__} {w.objectName()}" for w in mouse_only]
    return wrong


def test_every_panel(trained: MainWindow) -> None:
    for name in EVERY_PANEL:
        trained.workspaces.bring(name)
        idle()
        panel = trained.workspaces.panel(name)
        assert panel.accessibleName()
        assert panel.whatsThis()
        assert not troubles(panel), name


def test_every_dialog(trained: MainWindow) -> None:
    for show in (
        trained.commands.help.show,
        trained.commands.glossary.show,
        trained.commands.training.show_options,
        trained.commands.training.import_data,
    ):
        show()
        idle()
        (dialog,) = [d for d in trained.findChildren(QDialog) if d.isVisible()]
        dialog.activateWindow()
        idle()
        assert dialog.windowTitle()
        assert not troubles(dialog), type(dialog).__name__
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        idle()
        assert not [d for d in trained.findChildren(QDialog) if d.isVisible()]


def test_every_menu_entry_is_explained(window: MainWindow) -> None:
    for name, action in window.menus.actions.items():
        assert action.text(), name
        assert action.statusTip(), name


def test_own_painted_widgets_say_what_they_show(trained: MainWindow) -> None:
    """Whatever paints itself and takes the keyboard has a name and a description, or says in its
    name what it shows."""
    for name in ("canvas", "network", "connections", "kernels"):
        (widget,) = trained.findChildren(QWidget, name)
        assert widget.accessibleName(), name
        assert widget.accessibleDescription() or widget.whatsThis(), name
    answer = trained.workspaces.panel("answer")
    assert answer.accessibleName() == "Answer: 4"
