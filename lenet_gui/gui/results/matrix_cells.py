"""A cell of the confusion matrix: its count, on the colour of errors."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QPainter

from lenet_gui.gui.appearance.theme import Theme

STRONGEST = 0.6  # opacity of the accent in the worst cell, so that text on it stays readable
WEAKEST = 0.15  # of STRONGEST, so that a single error is seen


def paint_cell(
    painter: QPainter, cell: QRect, count: int, right: bool, share: float, theme: Theme
) -> None:
    """Paint a cell. right: it counts right answers. share: 0..1, depth of the colour of errors."""
    inside = cell.adjusted(0, 0, -1, -1)
    if right:
        painter.fillRect(inside, theme.color("window"))
    elif count:
        shade = theme.color("accent")
        shade.setAlphaF(STRONGEST * max(share, WEAKEST))
        painter.fillRect(inside, shade)
    role = "quiet" if right else "text" if count else "border"
    painter.setPen(theme.color(role))
    text = narrow(count) if count or right else "·"
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)


def narrow(count: int) -> str:
    """Return a number without group separators, because cells are small."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(count)
