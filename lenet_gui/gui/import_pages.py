"""The pages of the import dialog: the invitation, the reading, and what was found."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.engine.data_summary import Summary
from lenet_gui.gui.class_table import ClassTable
from lenet_gui.gui.data_sources import DataSources
from lenet_gui.gui.errors import sentence
from lenet_gui.gui.import_words import kind_words, split_words, warnings
from lenet_gui.gui.labels import explain
from lenet_gui.gui.split_bar import SplitBar
from lenet_gui.gui.theme import theme_of

ICON = 22
TEXT_WIDTH = 520
LIST = 62  # pixels: three rows
PATH_ROLE = Qt.ItemDataRole.UserRole


def explain_button(button: QPushButton, tip: str) -> None:
    """Help for a button, which its text already names."""
    explain(button, button.text().replace("&", "").removesuffix(" …"), tip)


class Notice(QWidget):
    """A sentence beside a sign of warning; hidden while there is none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel()
        icon = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning)
        sign.setPixmap(icon.pixmap(ICON, ICON))
        self.text = QLabel()
        self.text.setObjectName(name)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1)
        self.hide()

    def say(self, text: str) -> None:
        self.text.setText(text)
        self.setVisible(bool(text))


class DropArea(QWidget):
    """A dashed frame with what can be dropped, and buttons for those who have no mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file_button = QPushButton(self.tr("Choose &file …"))
        self.file_button.setObjectName("choose-file")
        explain_button(
            self.file_button, self.tr("Choose a file of images in IDX format, or a stroke set")
        )
        self.folder_button = QPushButton(self.tr("Choose f&older …"))
        self.folder_button.setObjectName("choose-folder")
        explain_button(
            self.folder_button, self.tr("Choose a folder that has a folder for each class")
        )
        headline = QLabel(self.tr("Drop a file or a folder here"))
        font = headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        headline.setFont(font)
        headline.setAlignment(Qt.AlignmentFlag.AlignCenter)
        kinds = QLabel(
            self.tr(
                "<p><b>Folder by class</b>: a folder for each class, named like it, with pictures "
                "or with drawings that you saved.</p>"
                "<p><b>IDX</b>: MNIST, EMNIST, QMNIST, Fashion-MNIST, packed or not; the labels "
                "lie beside the images.</p>"
                "<p><b>Stroke set</b>: an .npz file of labelled drawings with their writers.</p>"
            )
        )
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
        self.notice = Notice("import-error")
        self.drop_area = DropArea()
        self._title = QLabel(self.tr("&Imported so far"))
        self.list = QListWidget()
        self.list.setObjectName("imported")
        explain(
            self.list,
            self.tr("Imported so far"),
            self.tr("Enter shows what is in it, Delete takes it off the list"),
        )
        self.list.setMaximumHeight(LIST)
        self.list.itemActivated.connect(self._open)
        self._title.setBuddy(self.list)
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.remove_button.setObjectName("remove-data")
        explain_button(
            self.remove_button, self.tr("Take it off the list; the file stays where it is")
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
                item.setToolTip(source)
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


class ReadingPage(QWidget):
    """How far the reading is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setObjectName("import-progress")
        explain(self.bar, self.tr("How much has been read"), self.tr("How much has been read"))
        self.remaining = QLabel()
        self.remaining.setObjectName("import-remaining")
        self.remaining.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cancel = QPushButton(self.tr("Ca&ncel"))
        self.cancel.setObjectName("cancel-import")
        explain_button(self.cancel, self.tr("Stop reading; nothing is imported"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(60, 0, 60, 0)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self.title)
        layout.addWidget(self.bar)
        layout.addWidget(self.remaining)
        layout.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def begin(self, name: str) -> None:
        self.title.setText(self.tr("Reading {0} …").format(name))
        self.show_progress(-1.0, -1.0)

    @Slot(float, float)
    def show_progress(self, part: float, seconds: float) -> None:
        """part: 0..1, or -1 for a busy bar; seconds that remain, or -1."""
        self.bar.setRange(0, 0 if part < 0 else 1000)
        self.bar.setValue(round(1000 * part) if part >= 0 else 0)
        text = self.tr("About {0} s remain").format(self.locale().toString(round(seconds)))
        self.remaining.setText(text if seconds >= 0 else " ")


class SummaryPage(QWidget):
    """What was found, and how it would be divided."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.facts = QLabel(), QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        self.name.setFont(font)
        self.facts.setObjectName("import-facts")
        self.facts.setWordWrap(True)
        self.table = ClassTable()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.StyledPanel)
        explain(
            scroll,
            self.table.accessibleName(),
            self.tr("Samples of each class by chance, as the network sees them"),
        )
        scroll.setWidget(self.table)
        self.others = QPushButton(self.tr("Other e&xamples"))
        self.others.setObjectName("other-examples")
        explain_button(self.others, self.tr("Show other samples of each class, by chance"))
        self.others.clicked.connect(self.table.show_others)
        self.split_bar = SplitBar()
        self.split_text = QLabel()
        self.split_text.setObjectName("import-split")
        self.split_text.setWordWrap(True)
        self.notice = Notice("import-warnings")
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.others)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.facts)
        layout.addWidget(scroll, 1)
        layout.addSpacing(4)
        layout.addWidget(self.split_bar)
        layout.addWidget(self.split_text)
        layout.addWidget(self.notice)

    def show_summary(self, summary: Summary) -> None:
        number = self.locale().toString
        self.name.setText(summary.dataset.name)
        facts = [
            kind_words(summary),
            self.tr("Samples: {0}").format(number(len(summary.dataset))),
            self.tr("Classes: {0}").format(number(len(summary.class_names))),
        ]
        if summary.writers:
            facts.append(self.tr("Writers: {0}").format(number(summary.writers)))
        self.facts.setText("   ·   ".join(facts))
        self.table.show_summary(summary)
        split = summary.split
        self.split_bar.setVisible(split is not None)
        self.split_text.setVisible(split is not None)
        if split is not None:
            self.split_bar.show_counts(split.training, split.validation, split.test)
            self.split_text.setText(split_words(summary, split))
        said = [] if summary.problem is None else [sentence(summary.problem)]
        self.notice.say("\n".join([*said, *warnings(summary)]))
        QTimer.singleShot(0, self, partial(self.table.updateGeometry))
