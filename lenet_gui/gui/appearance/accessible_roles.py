"""Roles by which screen readers know the widgets that paint themselves, and names of Qt's own.

Qt knows its own buttons and lists. A widget that paints itself it takes for a filler, which some
screen readers pass over. Some of the widgets that Qt makes by itself have no name.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

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
    "FigureView": _Role.Graphic,  # values, weights and products
    "LayerWeights": _Role.Graphic,
    "LinkLines": _Role.Grouping,
    "NetworkPanel": _Role.Graphic,
    "SplitBar": _Role.Graphic,
    "NormalizationPanel": _Role.Graphic,
    "Strip": _Role.Graphic,
    "WeightHistogram": _Role.Graphic,
}

_NAMES = {
    "BlankPage": QT_TRANSLATE_NOOP("AccessibleNames", "Blank page"),
    "QSizeGrip": QT_TRANSLATE_NOOP("AccessibleNames", "Resize the window"),
    "QToolBarExtension": QT_TRANSLATE_NOOP("AccessibleNames", "More of the toolbar"),
}


def tell_roles() -> None:
    """Tell Qt the roles and names, which it asks for only while a screen reader listens."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, QWidget):
        return None
    name = _NAMES.get(kind, "")
    if name and not widget.accessibleName():
        widget.setAccessibleName(QCoreApplication.translate("AccessibleNames", name))
    role = ROLES.get(kind)
    if role is None:
        return None
    return QAccessibleWidget(widget, role)
