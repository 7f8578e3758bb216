"""The box to choose a network in: its list says of each what it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPalette, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.widgets.plain_text import inert

USUAL_LETTERS, MOST_LETTERS = 20, 36  # letters of a name that have room, before it is cut
LINE_LETTERS = 60  # of the line below a name, before that is cut
ROW_MARGIN = 10, 4  # pixels beside and over the two lines of a row
_Index = QModelIndex | QPersistentModelIndex


class _Networks(QStandardItemModel):
    """Names; and the line below each, which is looked for when it is first wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line_of: Callable[[str], str] = str
        self._lines: dict[str, str] = {}

    def forget(self) -> None:
        """Look for all lines again: networks may have been trained further, or deleted."""
        self._lines.clear()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.line(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return inert(self.line(index.row()))
        return super().data(index, role)

    def line(self, row: int) -> str:
        """Return what the network in a row is, in one line."""
        name = self.item(row).text()
        if name not in self._lines:
            self._lines[name] = self.line_of(name)
        return self._lines[name]


class _Rows(QStyledItemDelegate):
    """Paints a name, and below it the line that a screen reader says, too."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = option.fontMetrics.lineSpacing()
        return QSize(1, 2 * (height + ROW_MARGIN[1]))  # as wide as the list

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view = option.widget
        row: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        theme, palette = theme_of(view), view.palette()
        painter.save()
        first = palette.color(QPalette.ColorRole.Text)
        second = theme.color("quiet")
        if chosen:
            painter.fillRect(row, palette.brush(QPalette.ColorRole.Highlight))
            first = second = palette.color(QPalette.ColorRole.HighlightedText)
        beside, over = ROW_MARGIN
        text = row.adjusted(beside, over, -beside, -over)
        roles = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleDescriptionRole
        sides = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        for role, side, color in zip(roles, sides, (first, second), strict=True):
            painter.setPen(color)
            shown = elided(str(index.data(role)), painter.fontMetrics(), text.width())
            painter.drawText(text, side | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


class NetworkChooser(QComboBox):
    """A combo box as wide as the chosen name needs; its list has a line on each network."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("network-choice")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._networks = _Networks(self)
        self.setModel(self._networks)
        self.setItemDelegate(_Rows(self))
        view = self.view()
        if isinstance(view, QListView):
            view.setUniformItemSizes(True)  # or the size of each of thousands is asked for
        self.currentTextChanged.connect(self.updateGeometry)

    def show_names(self, names: list[str], line_of: Callable[[str], str]) -> None:
        """Fill the list. line_of: returns what a network is, when the list is first opened."""
        self._networks.line_of = line_of
        self._networks.forget()
        self.clear()
        self.addItems(names)

    def _longest(self) -> int:
        advance = self.fontMetrics().horizontalAdvance
        return max((advance(self.itemText(place)) for place in range(self.count())), default=0)

    def sizeHint(self) -> QSize:
        whole, longest, metrics = super().sizeHint(), self._longest(), self.fontMetrics()
        usual, most = (n * metrics.averageCharWidth() for n in (USUAL_LETTERS, MOST_LETTERS))
        chosen = min(metrics.horizontalAdvance(self.currentText()), most)
        return whole - QSize(longest - min(longest, max(usual, chosen)), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showPopup(self) -> None:
        self._networks.forget()
        view, line = self.view(), LINE_LETTERS * self.fontMetrics().averageCharWidth()
        wanted = max(super().sizeHint().width(), line) + 2 * ROW_MARGIN[0]
        view.setMinimumWidth(min(wanted, self.screen().availableGeometry().width()))
        super().showPopup()
