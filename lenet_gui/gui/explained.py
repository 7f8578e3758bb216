"""Buttons and their like, explained in every way that Qt knows."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from lenet_gui.gui.phrases import plain


def explain(widget: QWidget, name: str, tip: str) -> None:
    """Its name for screen readers, and one sentence as tool tip, status tip and What's This."""
    widget.setAccessibleName(name)
    for tell in (widget.setToolTip, widget.setStatusTip, widget.setWhatsThis):
        tell(tip)


def button(object_name: str, text: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName(object_name)
    made.setAutoDefault(False)
    explain(made, plain(text), tip)
    return made


def wrapped_label(object_name: str, text: str = "") -> QLabel:
    """A label whose text takes as many lines as it needs."""
    made = QLabel(text)
    made.setObjectName(object_name)
    made.setWordWrap(True)
    return made
