"""Roles by which screen readers know the widgets that paint themselves.

Qt knows its own buttons and lists. A widget that paints itself it takes for a filler, which some
screen readers pass over.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_Role = QAccessible.Role
ROLES = {
    "AnswerPanel": _Role.Grouping,  # with the dial
    "BlankPage": _Role.Canvas,
    "Bubble": _Role.Grouping,  # words and buttons of the tour
    "Canvas": _Role.Canvas,
    "ClassTable": _Role.Graphic,
    "ConfusionMatrix": _Role.Graphic,
    "ConnectionsPanel": _Role.Graphic,
    "DigitGrid": _Role.Graphic,
    "DragHandle": _Role.Grip,
    "PhotoView": _Role.Graphic,
    "KernelPair": _Role.Graphic,
    "KernelsPanel": _Role.Graphic,
    "NetworkPanel": _Role.Graphic,
    "SplitBar": _Role.Graphic,
    "NormalizationPanel": _Role.Graphic,
    "Strip": _Role.Graphic,
}


def tell_roles() -> None:
    """Tell Qt the roles, which it asks for only while a screen reader listens."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, widget: QObject) -> QAccessibleInterface | None:
    role = ROLES.get(kind)
    if role is None or not isinstance(widget, QWidget):
        return None
    return QAccessibleWidget(widget, role)
