"""Commands of the Help menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox, QWhatsThis, QWidget

DIAGNOSTICS_SHOWN_MS = 5000  # how long the status bar says so


class HelpCommands(QObject):
    """Explains the window, and collects what a report of a fault should contain."""

    def __init__(self, window: QWidget, say: Callable[[str, int], None]) -> None:
        """window: parent of the dialogs. say: shows a text for so many milliseconds."""
        super().__init__(window)
        self._window, self._say = window, say

    def show(self) -> None:
        """Open the window with explanations, or bring it to the front."""
        from lenet_gui.gui.commands.help_window import HelpWindow

        open_one = self._window.findChild(HelpWindow)
        found = HelpWindow(self._window) if open_one is None else open_one
        found.show()
        found.raise_()
        found.activateWindow()

    def ask(self) -> None:
        """Let the next click explain the thing that is clicked."""
        QWhatsThis.enterWhatsThisMode()

    def about(self) -> None:
        """Show version, credits and licences."""
        from lenet_gui.gui.commands.help_window import about_text

        QMessageBox.about(self._window, self.tr("About lenet_gui"), about_text())

    def copy_diagnostics(self) -> None:
        """Copy versions and the end of the log to the clipboard."""
        from lenet_gui.gui.system.diagnostics import diagnostics
        from lenet_gui.gui.system.log_file import log_folder

        QApplication.clipboard().setText(diagnostics(log_folder()))
        self._say(self.tr("Diagnostics copied"), DIAGNOSTICS_SHOWN_MS)
