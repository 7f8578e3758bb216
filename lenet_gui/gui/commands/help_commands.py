"""Commands of the Help menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWhatsThis, QWidget


class HelpCommands(QObject):
    """Explains the window, and collects what a report of a fault should contain."""

    def __init__(self, window: QWidget, before_asking: Callable[[], None]) -> None:
        """window: parent of the dialogs. before_asking: prepares the explanations of its parts."""
        super().__init__(window)
        self._window, self._before_asking = window, before_asking

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
        self._before_asking()
        QWhatsThis.enterWhatsThisMode()

    def about(self) -> None:
        """Show version, credits and licences."""
        from lenet_gui.gui.commands.help_window import about_text

        QMessageBox.about(self._window, self.tr("About lenet_gui"), about_text())

    def show_diagnostics(self) -> None:
        """Show versions and the end of the log, so that they can be looked at and copied."""
        from lenet_gui.gui.commands.diagnostics_window import DiagnosticsWindow
        from lenet_gui.gui.system.diagnostics import diagnostics
        from lenet_gui.gui.system.log_file import log_folder

        open_one = self._window.findChild(DiagnosticsWindow)
        if open_one is not None:
            open_one.close()  # the log goes on
        DiagnosticsWindow(diagnostics(log_folder()), self._window).show()
