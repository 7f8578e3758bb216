"""Helps the window to change its language while it is open.

Actions and menus are renamed; panels, sources and open dialogs are made anew around the same
session, so that their code need not care about languages. ``widgets/offers.py`` says what they must
offer to keep what only they know.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from lenet_gui.gui.widgets.offers import Reopens, TakesOver


def carry_over(former: QWidget, made: QWidget) -> None:
    """Give what only ``former`` knows to ``made``, which takes its place."""
    if isinstance(made, TakesOver):
        made.take_over(former)


def reopen_dialogs(window: QWidget) -> None:
    """Make the open dialogs of a window anew, and forget those that were closed."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for dialog in window.findChildren(QDialog, options=direct):
        if isinstance(dialog, Reopens):
            if dialog.isVisible():
                _reopen(dialog, dialog.anew(window))
            dialog.setParent(None)  # or it would be found in place of a new one
            dialog.deleteLater()


def _reopen(former: QDialog, made: QDialog) -> None:
    made.show()
    made.setGeometry(former.geometry())


def focused_name(window: QWidget) -> str | None:
    """Return the object name of the widget with the keyboard; None if it is not in ``window``."""
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None and window.isAncestorOf(focus) else None


def give_focus(window: QWidget, name: str, otherwise: QWidget | None) -> None:
    """Give the keyboard to the visible widget of that object name, or else to ``otherwise``."""
    named: list[QWidget] = window.findChildren(QWidget, name) if name else []
    seen = [widget for widget in named if widget.isVisible()]  # the former ones are not any more
    found = seen[0] if seen else otherwise
    if found is not None:
        found.setFocus()
