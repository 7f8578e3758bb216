"""A question before something is deleted, asked without blocking."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from lenet_gui.gui.widgets.plain_text import inert


def ask(
    window: QWidget, object_name: str, text: str, yes: str, done: Callable[[], None]
) -> QMessageBox | None:
    """Ask, with Cancel as the default, and call ``done`` after a yes.

    yes: text of its button. Return the dialog, or None if the same question is already open.
    """
    if window.findChild(QMessageBox, object_name) is not None:
        return None
    buttons = QMessageBox.StandardButton
    box = QMessageBox(
        QMessageBox.Icon.Question, "lenet_gui", inert(text), buttons.Yes | buttons.Cancel, window
    )
    box.setObjectName(object_name)
    box.button(buttons.Yes).setText(yes)
    box.setDefaultButton(buttons.Cancel)

    def answered(code: int) -> None:
        box.setObjectName("")  # it is deleted later, and the question may be asked again at once
        box.deleteLater()
        window.activateWindow()  # where no window manager gives the keyboard back
        if code == buttons.Yes:
            done()

    box.finished.connect(answered)
    box.open()
    return box
