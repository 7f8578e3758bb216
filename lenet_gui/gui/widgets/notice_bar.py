"""A bar below the toolbar with one line of text and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolBar

from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.widgets.form_parts import explain
from lenet_gui.gui.widgets.plain_text import describe


class NoticeBar(QToolBar):
    """A notice that stays until it is decided on, and does not keep anybody from working."""

    def __init__(self, name: str, window: QMainWindow) -> None:
        """name: object name."""
        super().__init__(window)
        self._window = window
        self.setObjectName(name)
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.label = ElidedLabel()
        self.label.setObjectName(f"{name}-text")
        self.addWidget(self.label)

    def tell(self, text: str, more: str = "") -> None:
        """Show a text; more: its tool tip."""
        self.label.setText(text)
        explain(self.label, text, more or text)

    def add(self, text: str, tip: str, command: Callable[[], object]) -> None:
        """Add a button that calls ``command``."""
        action = QAction(text, self)
        describe(action, tip)
        action.triggered.connect(partial(_call, command))
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setObjectName(f"notice-{len(self.actions())}")

    def put_in(self) -> None:
        """Add the bar to its window, in a line of its own."""
        self._window.addToolBarBreak()
        self._window.addToolBar(self)
        self.show()

    def take_out(self) -> None:
        """Remove the bar from its window for good."""
        self._window.removeToolBar(self)
        self.deleteLater()


def _call(command: Callable[[], object], checked: bool = False) -> None:
    """Call the command without Qt's argument ``checked``."""
    command()
