"""Parts of the confusion matrix: a cell with its count, and the names at the edges."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.widgets.elided_label import elided

NAME_GAP = 4  # pixels between a name and the cells
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


@dataclass(frozen=True)
class MatrixNames:
    """The names of the classes at the left and the upper edge of what is seen of the matrix.

    widest: pixels of a name, at most. titles: over the columns and beside the rows.
    """

    class_names: tuple[str, ...]
    widest: int
    titles: tuple[str, str]

    def paint(
        self,
        painter: QPainter,
        cells: tuple[int, int, int, int],
        labels: range,
        answers: range,
        view: QRect,
        theme: Theme,
    ) -> None:
        """Paint the names of some rows and columns over the cells that are scrolled behind them.

        cells: left and top of the first cell, width and height of each. view: what is seen.
        """
        left, top, width, height = cells
        line, count = painter.fontMetrics().height(), len(self.class_names)
        ground = theme.color("panel")
        painter.fillRect(QRect(view.x(), view.y(), left, view.height()), ground)
        painter.setPen(theme.color("text"))
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place in labels:
            at = QRect(view.x() + line, top + place * height, left - line - 7, height)
            painter.drawText(at, beside, self._shown(painter, place))
        painter.fillRect(QRect(view.x(), view.y(), view.width(), top), ground)
        for place in answers:
            self._paint_answer(painter, place, QPointF(left + place * width, view.y()), top, width)
        painter.fillRect(QRect(view.x(), view.y(), left, top), ground)
        painter.setPen(theme.color("quiet"))
        wide = max(min(count * width, view.width() - left), 60)
        over = QRect(view.x() + left, view.y(), wide, line)
        painter.drawText(over, Qt.AlignmentFlag.AlignCenter, self.titles[0])
        high = min(count * height, view.height() - top)
        painter.save()
        painter.translate(view.x(), view.y() + top + high)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, high, line), Qt.AlignmentFlag.AlignCenter, self.titles[1])
        painter.restore()

    def _paint_answer(
        self, painter: QPainter, place: int, corner: QPointF, top: int, width: int
    ) -> None:
        """Paint the name of a column, upright if it is wider than that. corner: above the cells."""
        line = painter.fontMetrics().height()
        if top <= 2 * line + 8:
            at = QRectF(corner.x(), corner.y() + line + 3, width, line)
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, self.class_names[place])
            return
        painter.save()
        painter.translate(corner.x(), corner.y() + top - NAME_GAP)
        painter.rotate(-90)
        above = QRectF(0, 0, top - line - NAME_GAP, width)
        painter.drawText(above, Qt.AlignmentFlag.AlignVCenter, self._shown(painter, place))
        painter.restore()

    def _shown(self, painter: QPainter, place: int) -> str:
        return elided(self.class_names[place], painter.fontMetrics(), self.widest)
