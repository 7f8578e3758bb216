"""Icons of strokes: the SVG files of resources/icons, in the colours of the theme that is in use.

They are painted anew at each size and scale factor, so that they are sharp at all of them. A file
has paths of ``M``, ``L``, ``C`` and ``Z`` with absolute coordinates on a grid of 24. A few lines
read those; QtSvg would take 2 MB of memory for the same.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
)

from lenet_gui.common.assets import resource

GRID = 24  # units of a side
LINE = 1.8  # units, as the files say for other programs
_PATH = re.compile(r'\sd="([^"]*)"')
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")


def icon(name: str) -> QIcon:
    """Return the icon in the file of that name, in the colour of the text on buttons.

    It follows a change of the theme. Raises OSError if there is no such file.
    """
    return QIcon(_Strokes(name))


class _Strokes(QIconEngine):
    """Paints an icon when and where Qt wants one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._path = name, icon_path(name)

    def clone(self) -> QIconEngine:
        return _Strokes(self._name)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)  # Qt's own method would leave it to chance
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        disabled = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        color = QGuiApplication.palette().color(group, QPalette.ColorRole.ButtonText)
        side = min(rect.width(), rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(
            rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2
        )
        painter.scale(side / GRID, side / GRID)
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(color, LINE, Qt.PenStyle.SolidLine, cap, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        painter.restore()


@cache
def icon_path(name: str) -> QPainterPath:
    """Read the strokes of an icon, on the grid. Raises OSError if there is no such file, and
    ValueError if it has other steps than ``M``, ``L``, ``C`` and ``Z``."""
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    path = QPainterPath()
    for strokes in _PATH.findall(text):
        for step, numbers in _STEP.findall(strokes):
            _go(path, step, [float(number) for number in numbers.split()])
    return path


def _go(path: QPainterPath, step: str, at: list[float]) -> None:
    match step, at:
        case "M", (x, y):
            path.moveTo(x, y)
        case "L", (x, y):
            path.lineTo(x, y)
        case "C", (x1, y1, x2, y2, x, y):
            path.cubicTo(x1, y1, x2, y2, x, y)
        case "Z", ():
            path.closeSubpath()
        case _:
            raise ValueError(f"icons have no step {step} with {len(at)} numbers")
