"""The box to choose a network in: its list says of each what it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from lenet_gui.gui.widgets.plain_text import inert

USUAL_LETTERS, MOST_LETTERS = 20, 36  # letters of a name that have room, before it is cut
LINE_LETTERS = 60  # of the line below a name, before that is cut


class _Networks(QStandardItemModel):
    """Names; and the line below each, which is looked for when it is first wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line_of: Callable[[str], str] = str
        self._lines: dict[str, str] = {}

    def forget(self) -> None:
        """Look for all lines again: networks may have been trained further, or deleted."""
        self._lines.clear()

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
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


class NetworkChooser(QComboBox):
    """A combo box as wide as the chosen name needs; its list has a line on each network."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("network-choice")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._networks = _Networks(self)
        self.setModel(self._networks)
        self._opened = False
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
        if not self._opened:
            self._prepare_list()
        self._networks.forget()
        line = LINE_LETTERS * self.fontMetrics().averageCharWidth()
        wanted = max(super().sizeHint().width(), line)
        self.view().setMinimumWidth(min(wanted, self.screen().availableGeometry().width()))
        super().showPopup()

    def _prepare_list(self) -> None:
        """Give the list its rows; the window is painted earlier without all that they need."""
        from PySide6.QtWidgets import QListView

        from lenet_gui.gui.window.network_rows import NetworkRows

        self._opened = True
        self.setItemDelegate(NetworkRows(self))
        view = self.view()
        assert isinstance(view, QListView)
        view.setUniformItemSizes(True)  # or each of thousands is asked for its size
