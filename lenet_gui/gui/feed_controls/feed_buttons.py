"""The buttons that freeze or mirror a feed, or limit reading to the guide frame."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QToolButton

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.widgets.form_parts import explain

_TEXTS = {
    "freeze": (
        QT_TRANSLATE_NOOP("CameraSource", "Freeze"),
        QT_TRANSLATE_NOOP("CameraSource", "Freeze the picture (Space)"),
    ),
    "mirror": (
        QT_TRANSLATE_NOOP("CameraSource", "Mirror"),
        QT_TRANSLATE_NOOP("CameraSource", "Mirror the display; reading is not affected"),
    ),
    "guide": (
        QT_TRANSLATE_NOOP("CameraSource", "Frame"),
        QT_TRANSLATE_NOOP(
            "CameraSource",
            "Read only what is inside a frame: drag it, or press Ctrl or Shift with the arrow keys",
        ),
    ),
}


def feed_button(name: str) -> QToolButton:
    """Make a toggle button by its name: "freeze", "mirror" or "guide"."""
    text, tip = (QCoreApplication.translate("CameraSource", each) for each in _TEXTS[name])
    button = QToolButton()
    button.setObjectName(f"camera-{name}")
    button.setText(text)
    button.setCheckable(True)
    explain(button, text, tip)
    return button
