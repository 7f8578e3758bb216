"""The first step of the import dialog: a drop area, and the list of earlier imports."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.printable import visible
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.training.form.data_sources import DataSources
from lenet_gui.gui.widgets.form_parts import explain, explain_button
from lenet_gui.gui.widgets.plain_text import PlainLabel, inert

ICON_SIDE, TEXT_WIDTH = 22, 440  # pixels
LIST_HEIGHT = 62  # pixels: three rows
PATH_ROLE = Qt.ItemDataRole.UserRole


class TroubleLine(QWidget):
    """A sentence beside a warning sign; hidden while there is none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = PlainLabel()
        icon = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning)
        sign.setPixmap(icon.pixmap(ICON_SIDE, ICON_SIDE))
        self.text = PlainLabel()
        self.text.setObjectName(name)
        self.text.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text, or hide the line if it is empty."""
        self.text.setText(text)
        self.setVisible(bool(text))


class DropArea(QWidget):
    """A dashed frame that tells what can be dropped, with buttons that do the same by keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file_button = QPushButton(self.tr("Choose &file …"))
        self.file_button.setObjectName("choose-file")
        explain_button(
            self.file_button, self.tr("Choose an IDX file of images, a CSV file or an npz file")
        )
        self.folder_button = QPushButton(self.tr("Choose f&older …"))
        self.folder_button.setObjectName("choose-folder")
        explain_button(self.folder_button, self.tr("Choose a folder with one folder per class"))
        headline = PlainLabel(self.tr("Drop a file or a folder here"))
        font = headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        headline.setFont(font)
        headline.setAlignment(Qt.AlignmentFlag.AlignCenter)
        kinds = PlainLabel(
            self.tr(
                "<p><b>Folder by class</b>: one folder of pictures or drawings per "
                "class.</p><p><b>IDX</b>: MNIST, EMNIST, QMNIST, Fashion-MNIST; with the labels "
                "beside the images.</p><p><b>CSV</b>: a label and 784 values in each row, as "
                "Kaggle's train.csv, gzipped or not.</p><p><b>npz</b>: Keras' mnist.npz, or "
                "a stroke set of labelled drawings and their writers.</p>"
            )
        )
        kinds.setTextFormat(Qt.TextFormat.RichText)  # the program's own words
        kinds.setObjectName("import-kinds")
        kinds.setWordWrap(True)
        kinds.setMinimumWidth(TEXT_WIDTH)
        text = QHBoxLayout()  # an alignment would not ask a wrapped text for its height
        text.addStretch(1)
        text.addWidget(kinds)
        text.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.file_button)
        buttons.addWidget(self.folder_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 10, 24, 10)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(headline)
        layout.addLayout(buttons)
        layout.addLayout(text)
        layout.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("panel"))
        painter.setPen(QPen(theme.color("quiet"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)


class InvitationPage(QWidget):
    """Where to begin; why the last attempt failed; what was imported before."""

    opened = Signal(str)  # a source of the list

    def __init__(self, sources: DataSources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self.notice = TroubleLine("import-error")
        self.drop_area = DropArea()
        self._title = PlainLabel(self.tr("&Imported so far"))
        self.list = QListWidget()
        self.list.setObjectName("imported")
        explain(
            self.list,
            self.tr("Imported so far"),
            self.tr("Enter shows the contents; Delete removes the entry from the list"),
        )
        self.list.setMaximumHeight(LIST_HEIGHT)
        self.list.itemActivated.connect(self._open)
        self._title.setBuddy(self.list)
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.remove_button.setObjectName("remove-data")
        explain_button(
            self.remove_button, self.tr("Remove it from the list; the file is not deleted")
        )
        self.remove_button.clicked.connect(self._remove)
        self.list.itemSelectionChanged.connect(self._show_removable)
        for key, called in (
            (Qt.Key.Key_Delete, self._remove),
            (Qt.Key.Key_Return, self._open_current),  # otherwise a button would take it, too
            (Qt.Key.Key_Enter, self._open_current),
        ):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(called)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.notice)
        layout.addWidget(self.drop_area, 1)
        layout.addWidget(self._title)
        layout.addLayout(row)
        sources.changed.connect(self._list_sources)
        self._list_sources()

    @Slot()
    def _list_sources(self) -> None:
        self.list.clear()
        for title, source in self._sources.entries():
            if source in self._sources.imported():
                item = QListWidgetItem(title)
                item.setData(PATH_ROLE, source)
                item.setToolTip(inert(visible(source)))
                self.list.addItem(item)
        for widget in (self._title, self.list, self.remove_button):
            widget.setVisible(self.list.count() > 0)
        self._show_removable()

    @Slot()
    def _show_removable(self) -> None:
        self.remove_button.setEnabled(bool(self.list.selectedItems()))

    @Slot()
    def _remove(self) -> None:
        for item in self.list.selectedItems():
            self._sources.remove(item.data(PATH_ROLE))

    @Slot()
    def _open_current(self) -> None:
        if self.list.currentItem() is not None:
            self._open(self.list.currentItem())

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(PATH_ROLE))
