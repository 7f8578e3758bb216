"""Says the whole window again in the language that is in use now.

Actions and menus are named again; panels, sources and open dialogs are made anew around the same
session, so that whoever writes one need not think of this. One that holds more than the session
knows has a method ``take_over(former)``; a dialog that may stay open has ``anew(window)``, which
returns another one like it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

if TYPE_CHECKING:
    from lenet_gui.gui.window.main_window import MainWindow


def retranslate(window: MainWindow) -> None:
    """All of a complete window; what is drawn, trained and can be undone stays."""
    focus = QApplication.focusWidget()
    name = focus.objectName() if focus is not None and window.isAncestorOf(focus) else None
    window.menus.retranslate()
    window.network_bar.retranslate(window.session.recognizer)
    window.session.retranslate()
    window.docks.retranslate()
    window.retranslate()
    for dialog in _dialogs(window):
        _reopen(dialog, window)
    if name is not None:
        _focus(window, name)


def carry_over(former: QWidget, made: QWidget) -> None:
    """Give what only the former one knows to the one that takes its place."""
    take_over = getattr(made, "take_over", None)
    if take_over is not None:
        take_over(former)


def _dialogs(window: QWidget) -> list[QDialog]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    dialogs: list[QDialog] = window.findChildren(QDialog, options=direct)
    return [dialog for dialog in dialogs if dialog.isVisible() and hasattr(dialog, "anew")]


def _reopen(dialog: QDialog, window: QWidget) -> None:
    made: QDialog = dialog.anew(window)  # type: ignore[attr-defined]
    made.show()
    made.setGeometry(dialog.geometry())
    dialog.setParent(None)  # nobody finds the former one any more
    dialog.deleteLater()


def _focus(window: MainWindow, name: str) -> None:
    named: list[QWidget] = window.findChildren(QWidget, name) if name else []
    seen = [widget for widget in named if widget.isVisible()]  # the former ones are not any more
    found = seen[0] if seen else window.sources.currentWidget()
    if found is not None:
        found.setFocus()
