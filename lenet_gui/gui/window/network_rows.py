"""The rows in the list of networks: a name, and below it the line that says what it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.elided_label import elided

BESIDE, OVER = 10, 4  # pixels beside and over the two lines of a row


class NetworkRows(QStyledItemDelegate):
    """Paints both lines. The second one is what a screen reader says after the first."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(1, 2 * (option.fontMetrics.lineSpacing() + OVER))  # as wide as the list

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: QRect = option.rect
        palette, role = option.palette, QPalette.ColorRole
        first, second = palette.color(role.Text), theme_of(option.widget).color("quiet")
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, palette.brush(role.Highlight))
            first = second = palette.color(role.HighlightedText)
        text = row.adjusted(BESIDE, OVER, -BESIDE, -OVER)
        said = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleDescriptionRole
        sides = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        for what, side, color in zip(said, sides, (first, second), strict=True):
            painter.setPen(color)
            shown = elided(str(index.data(what)), painter.fontMetrics(), text.width())
            painter.drawText(text, side | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()
