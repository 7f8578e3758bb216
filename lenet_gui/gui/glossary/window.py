"""The glossary window: a search and a list of terms, and the entry of one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.glossary.entry import entry
from lenet_gui.gui.glossary.history import History
from lenet_gui.gui.glossary.open_network import OpenNetwork
from lenet_gui.gui.glossary.table import TERMS
from lenet_gui.gui.glossary.term_list import TermList
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.widgets.form_parts import explain

FIRST_KEY = "layer"
FIRST_SIZE = QSize(780, 520)
FRAME_ROOM = QSize(40, 80)  # pixels that the desktop's frame and bars take
LIST_WIDTH = 230
TEXT_MARGIN = 12
REFRESH_MS = 200  # numbers follow the pen at this pace, so that they can be read
GEOMETRY = "glossary/geometry"


class GlossaryWindow(QDialog):
    """Stands beside the main window. Its numbers follow the network in use and the page."""

    def __init__(
        self, session: Session, settings: Settings, parent: QWidget, history: History | None = None
    ) -> None:
        """history: entries that were read before; the last one is shown."""
        super().__init__(parent)
        self._session, self._settings = session, settings
        self.history = history or History()
        self._shown = ""  # as rich text
        self.setObjectName("glossary")
        self.setWindowTitle(self.tr("Glossary"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.terms = TermList()
        self.text = self._text()
        self.back = self._arrow("glossary-back", Qt.ArrowType.LeftArrow, "Alt+Left", -1)
        self.forward = self._arrow("glossary-forward", Qt.ArrowType.RightArrow, "Alt+Right", 1)
        explain(self.back, self.tr("Back"), self.tr("Back to the term before (Alt+Left)"))
        explain(self.forward, self.tr("Forward"), self.tr("Forward to the next term (Alt+Right)"))
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._search)
        self._refreshing = QTimer(self)
        self._refreshing.setSingleShot(True)
        self._refreshing.setInterval(REFRESH_MS)
        self._refreshing.timeout.connect(self._refresh)
        for signal in (
            session.recognized,
            session.network_changed,
            session.weights_changed,
            session.rule_changed,
        ):
            signal.connect(self._refresh_soon)
        self.terms.passed.connect(self._pass)
        self.terms.chosen.connect(self.show_term)
        self._take_size()
        self.show_term(self.history.key or FIRST_KEY)
        self.terms.search.setFocus()

    def anew(self, window: QWidget) -> GlossaryWindow:
        """Return a window like this one in the language that is in use now."""
        return GlossaryWindow(self._session, self._settings, window, self.history.copy())

    # ---- parts

    def _text(self) -> QTextBrowser:
        made = QTextBrowser()
        made.setObjectName("glossary-text")
        made.setOpenLinks(False)
        made.document().setDocumentMargin(TEXT_MARGIN)
        tip = self.tr("The entry; Tab goes from link to link, Enter follows one")
        explain(made, self.tr("Entry"), tip)
        made.setToolTip("")  # it would cover the text
        made.anchorClicked.connect(self._follow)
        return made

    def _arrow(self, name: str, arrow: Qt.ArrowType, key: str, steps: int) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setArrowType(arrow)
        made.setShortcut(QKeySequence(key))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(lambda: self._go(steps))
        return made

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        explain(close, self.tr("Close"), self.tr("Close this window (Esc)"))
        buttons.rejected.connect(self.close)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.terms)
        splitter.addWidget(self.text)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([LIST_WIDTH, FIRST_SIZE.width() - LIST_WIDTH])
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(splitter)
        layout.addLayout(row)

    def _take_size(self) -> None:
        """Take the size and the place that the window had when it was last closed."""
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize() - FRAME_ROOM))
        geometry = self._settings.state(GEOMETRY)
        if geometry is not None and not self.restoreGeometry(geometry):
            self._settings.drop(GEOMETRY, geometry)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._settings.store_state(GEOMETRY, self.saveGeometry())
        super().hideEvent(event)

    # ---- terms

    @Slot(str)
    def show_term(self, key: str) -> None:
        """Show the entry of a term; without one of that key, what is shown stays."""
        if key in TERMS:
            self.history.visit(key)
            self._show()

    @Slot(str)
    def _pass(self, key: str) -> None:
        self.history.visit(key, passing=True)
        self._show()

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        self.show_term(link.toString())

    def _go(self, steps: int) -> None:
        self.history.go(steps)
        self._show()

    def _show(self) -> None:
        """Show the entry where the history is, from its beginning."""
        self._refresh()
        self.text.verticalScrollBar().setValue(0)
        self.terms.mark(self.history.key)
        self.back.setEnabled(self.history.can_go_back)
        self.forward.setEnabled(self.history.can_go_forward)

    @Slot()
    def _refresh(self) -> None:
        """Show the entry with the numbers of now, at the same place."""
        network = OpenNetwork(self._session.recognizer, self._session.recognition)
        text = entry(TERMS[self.history.key], network, theme_of(self))
        if text != self._shown:
            self._shown = text
            place = self.text.verticalScrollBar().value()
            self.text.setHtml(text)
            self.text.verticalScrollBar().setValue(place)

    @Slot()
    def _refresh_soon(self) -> None:
        if not self._refreshing.isActive():
            self._refreshing.start()

    @Slot()
    def _search(self) -> None:
        self.terms.search.setFocus()
        self.terms.search.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown:
            self._refresh()
