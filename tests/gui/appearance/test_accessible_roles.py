"""Widgets that paint themselves are no fillers for a screen reader."""

import gc

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from lenet_gui.gui.appearance.accessible_roles import ROLES, tell_roles
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.window.workspace_window import WorkspaceWindow
from tests.gui.helpers import idle


@pytest.fixture(scope="module", autouse=True)
def told(qapp: QApplication) -> None:
    tell_roles()


def heard(window: QMainWindow) -> dict[str, QAccessible.Role]:
    """Each widget by its class, as a screen reader meets it."""
    found = {}
    for widget in window.findChildren(QWidget):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            assert interface.object() is widget
            found[type(widget).__name__] = interface.role()
    return found


def test_the_window_has_them_in_every_language(window: QMainWindow) -> None:
    """Panels are made anew, and those before are gone."""
    for name in ("network", "answer", "stages", "kernels", "connections", "result"):
        window.workspaces.bring(name)
    for language in ("en", "zh_CN", "en"):
        use_language(language)
        idle()
        gc.collect()
        found = heard(window)
        assert found["QPushButton"] == QAccessible.Role.Button
        ours = {name: role for name, role in found.items() if name in ROLES}
        assert ours == {name: ROLES[name] for name in ours}
        assert {
            "Canvas",
            "NetworkPanel",
            "AnswerPanel",
            "NormalizationPanel",
            "KernelsPanel",
        } <= set(ours)
    canvas = QAccessible.queryAccessibleInterface(
        window.sources.source("drawing").findChildren(QWidget)[0]
    )
    assert canvas.text(QAccessible.Text.Name)


def test_parts_that_qt_makes_have_names(window: QMainWindow) -> None:
    named = {}
    for widget in window.findChildren(QWidget):
        QAccessible.queryAccessibleInterface(widget)
        named[widget.metaObject().className()] = widget.accessibleName()
    assert named["QSizeGrip"] == "Resize the window"
    assert named["QToolBarExtension"] == "More of the toolbar"


def test_workspaces_have_names_in_every_language(window: QMainWindow) -> None:
    (workspace,) = window.findChildren(WorkspaceWindow)
    assert workspace.accessibleName() == "Read"
    for language, name in (("zh_CN", "识别"), ("en", "Read")):
        use_language(language)
        idle()
        assert workspace.accessibleName() == name
