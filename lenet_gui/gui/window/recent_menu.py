"""The menu of the files that were opened or saved last."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from lenet_gui.common.printable import visible
from lenet_gui.gui.documents.documents import Documents
from lenet_gui.gui.widgets.plain_text import describe
from lenet_gui.gui.wording.phrases import literal


class RecentMenu(QMenu):
    """Follows the list of recent files; without any it is disabled."""

    def __init__(self, documents: Documents, parent: QWidget) -> None:
        super().__init__(parent)
        self._documents = documents
        documents.recent_changed.connect(self._show)
        self.retranslate()
        self._show()

    @Slot()
    def retranslate(self) -> None:
        """Name the menu in the language that is in use now."""
        self.setTitle(self.tr("Open &recent"))

    @Slot()
    def _show(self) -> None:
        self.clear()
        for name in self._documents.recent:
            action = QAction(literal(visible(name)), self)
            describe(action, visible(name))
            action.triggered.connect(partial(_open, self._documents, name))
            self.addAction(action)
        self.setEnabled(bool(self._documents.recent))


def _open(documents: Documents, name: str, checked: bool = False) -> None:
    documents.open_path(name)
