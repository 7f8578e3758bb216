"""The contact sheet: thumbnails of several files with their answers. A click opens a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QIcon, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import visible
from lenet_gui.engine.storage.files import write_atomically
from lenet_gui.gui.drawing.blank_page import PAGE_MARGIN
from lenet_gui.gui.photos.contact_sheet_model import (
    THUMBNAIL,
    ContactSheetEntry,
    ContactSheetModel,
    contact_sheet_csv,
)
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.widgets.file_choice import choose_target
from lenet_gui.gui.widgets.form_parts import ThinBar, explain
from lenet_gui.gui.widgets.plain_text import PlainLabel, inert
from lenet_gui.gui.wording.csv_tables import csv_file

MAX_FILES = 500


class ContactSheet(QWidget):
    """A list of thumbnails that fills while files are read in the background.

    The answers so far can be looked at and exported at any time.
    """

    opened = Signal(object)  # Path
    failed = Signal(object)  # the error

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.sheet = ContactSheetModel(session, self)
        self.list = QListWidget()
        self.list.setObjectName("sheet")
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)  # _show_entry elides each line
        lines = 2 * self.list.fontMetrics().lineSpacing()
        self.list.setGridSize(QSize(THUMBNAIL + 14, THUMBNAIL + lines + 12))
        explain(
            self.list,
            self.tr("Contact sheet"),
            self.tr("The digits read in each picture. Click or press Enter to open one."),
        )
        self.progress = ThinBar()
        explain(self.progress, self.tr("Progress"), self.tr("How many of the files are read"))
        self.text = PlainLabel()
        self.text.setObjectName("sheet-text")
        self.text.setWordWrap(True)
        self.cancel = QPushButton(self.tr("&Cancel"))
        self.cancel.setObjectName("sheet-cancel")
        explain(self.cancel, self.tr("Cancel"), self.tr("Stop reading the remaining pictures"))
        self.export = QPushButton(self.tr("&Export …"))
        self.export.setObjectName("sheet-export")
        explain(
            self.export,
            self.tr("Export"),
            self.tr("Export all digits as a table, one row per digit (CSV)"),
        )
        self._arrange()
        self.cancel.clicked.connect(self._press_cancel)
        self.export.clicked.connect(self.ask_and_export)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.sheet.entry_read.connect(self._show_entry)
        self.sheet.finished.connect(self._tell)
        session.network_changed.connect(self._read_again)
        session.rule_changed.connect(self._read_again)

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 6)
        foot.addWidget(self.text, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.progress)
        layout.addLayout(foot)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.list.setFocus(event.reason())

    # ---- files

    def show_files(self, paths: list[Path]) -> None:
        """Begin a new sheet with the first ``MAX_FILES`` of the files."""
        self.list.clear()
        for path in paths[:MAX_FILES]:
            item = QListWidgetItem(_blank(), visible(path.name))
            item.setToolTip(inert(visible(str(path))))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.sheet.ratio = self.devicePixelRatioF()
        self.sheet.start(paths[:MAX_FILES])
        self._tell()
        if len(paths) > MAX_FILES:
            self.failed.emit(
                BadInput("{count} files are too many; the first {most} are shown.",
                         count=len(paths), most=MAX_FILES)
            )  # fmt: skip

    def restore(self, entries: list[ContactSheetEntry]) -> None:
        """Show a sheet that was read before, perhaps in part, and read the rest."""
        self.show_files([])
        self.sheet.entries = entries
        for number, entry in enumerate(entries):
            self.list.addItem(QListWidgetItem(_blank(), visible(entry.path.name)))
            self._show_entry(number)
        done = sum(entry.lines is not None or entry.error is not None for entry in entries)
        self.sheet.go_on(done)
        self._tell()

    @Slot()
    def _read_again(self) -> None:
        """Read all files again: the network or its reject rule is another one."""
        if self.sheet.entries:
            self.sheet.go_on(0)
            self._tell()

    @Slot(int)
    def _show_entry(self, number: int) -> None:
        entry, item = self.sheet.entries[number], self.list.item(number)
        answers = " / ".join(entry.texts)
        if entry.error is not None:
            answers = self.tr("cannot be read")
        elif entry.lines is not None and not entry.lines:
            answers = self.tr("no digits")
        metrics = self.list.fontMetrics()
        short = elided(answers, metrics, THUMBNAIL)
        name = metrics.elidedText(visible(entry.path.name), Qt.TextElideMode.ElideMiddle, THUMBNAIL)
        item.setText(f"{short}\n{name}" if short else name)
        if entry.thumbnail is not None:
            item.setIcon(_icon(QPixmap.fromImage(entry.thumbnail)))
        errors = [*entry.notes, *filter(None, [entry.error])]
        lines = [visible(str(entry.path)), *entry.texts, *map(sentence, errors)]
        item.setToolTip(inert("\n".join(lines)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{visible(entry.path.name)}: {answers}")
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Show the progress, or the totals once all files are read."""
        entries, done = self.sheet.entries, self.sheet.read
        busy = self.sheet.busy and done < len(entries)
        self.progress.setVisible(busy)
        self.progress.setValue(round(1000 * done / max(len(entries), 1)))
        self.cancel.setVisible(busy or done < len(entries))
        self.cancel.setText(self.tr("&Cancel") if busy else self.tr("Continue readin&g"))
        self.export.setEnabled(done > 0)
        locale = self.locale()
        digits = sum(len(line) for entry in entries for line in entry.lines or ())
        bad = sum(entry.error is not None for entry in entries)
        text = self.tr("Pictures: {done} of {all} · digits: {digits}").format(
            done=locale.toString(done),
            all=locale.toString(len(entries)),
            digits=locale.toString(digits),
        )
        if bad:
            text += self.tr(" · cannot be read: {bad}").format(bad=locale.toString(bad))
        self.text.setText(text)

    @Slot()
    def _press_cancel(self) -> None:
        if self.sheet.busy:
            self.sheet.cancel()
        else:
            self.sheet.go_on()
        self._tell()

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(self.sheet.entries[self.list.row(item)].path)

    # ---- the table

    @Slot()
    def ask_and_export(self) -> None:
        """Ask for a target file, and before it is replaced; then write the table."""
        start = Path(self._settings.text("folder", "")) / self.tr("digits.csv")
        kinds = {self.tr("Tables"): (".csv",)}
        target = choose_target(self, self.tr("Export the table"), str(start), kinds)
        if target is not None:
            self.export_to(target)

    def export_to(self, path: Path) -> None:
        """Write the table of all answers so far (CSV); emit ``failed`` if it cannot be written."""
        try:
            write_atomically(path, csv_file(contact_sheet_csv(self.sheet.entries)))
        except BadInput as error:
            self.failed.emit(error)
        else:
            self.text.setText(self.tr("Saved: {0}").format(visible(str(path))))


def _icon(picture: QPixmap) -> QIcon:
    """Return an icon that looks alike selected or not: Qt would tint a selected photograph."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def _blank() -> QIcon:
    """Return a transparent icon that reserves the room of a thumbnail."""
    blank = QPixmap(THUMBNAIL, THUMBNAIL)
    blank.fill(Qt.GlobalColor.transparent)
    return _icon(blank)
