"""The window: menus, toolbar, and workspaces with the page and the panels around it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

from lenet_gui.common.printable import visible
from lenet_gui.gui.commands.menus import Menus
from lenet_gui.gui.commands.retranslation import focused_name, give_focus, reopen_dialogs
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.widgets.drop_frame import DropFrame, take_a_copy
from lenet_gui.gui.widgets.offers import ShowsLayers
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.window.network_bar import NetworkBar
from lenet_gui.gui.window.page_area import PageArea
from lenet_gui.gui.window.source_stack import SourceStack
from lenet_gui.gui.window.workspace_tabs import WorkspaceTabs
from lenet_gui.gui.window.workspaces import Workspaces

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QMoveEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from lenet_gui.common.bad_input import BadInput
    from lenet_gui.engine.recognition.recognizer import Recognizer
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.window.window_commands import WindowCommands

FIRST_SIZE = QSize(1280, 740)  # pixels, where the screen has that much room
BARS = QSize(0, 87)  # pixels of menus, toolbar and status bar
FRAME_ROOM = QSize(8, 40)  # pixels that the frame takes which the desktop puts around a window
SAVED_SHOWN_MS = 5000  # how long the status bar says that a file was saved
NOTES_SHOWN_MS = 10_000  # how long it says what is missing of a file
SETTINGS_SHOWN_MS = 20_000  # a sentence with a path, while the window is still new

MOST_WIDGETS = 1000  # more than Tab can reach


class MainWindow(QMainWindow):
    """Holds the widgets together; what happens in them is between them and the session.

    At first it is a frame with a blank page, which is there at once; the assembly adds all that
    needs the engine and a network, whose import takes as long as the rest.
    """

    failed = Signal(object)  # an error to tell
    first_painted = Signal()
    retold = Signal()  # everything is said in another language

    # What a complete window has.
    session: Session
    commands: WindowCommands

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.setWindowTitle("lenet_gui")
        self.setObjectName("window")
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize() - FRAME_ROOM))
        geometry = settings.state("geometry")
        if geometry is not None and not self.restoreGeometry(geometry):
            settings.drop("geometry", geometry)
        self._stored_geometry = geometry
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.sources = SourceStack()
        self.page_area = PageArea(self.sources)
        self.menus = Menus(self)
        self.network_bar = NetworkBar(self)
        self.addToolBar(self.network_bar)
        self.statusBar().showMessage("")  # makes the bar, so that it has its place
        self.workspaces = Workspaces(self.page_area, settings, self.size() - BARS)
        self.setCentralWidget(self.workspaces)
        self.workspace_tabs = WorkspaceTabs()
        self.network_bar.add_workspaces(self.workspace_tabs)
        self.workspace_tabs.mark_workspace(self.workspaces.name)
        self.workspace_tabs.chosen.connect(self.workspaces.show_workspace)
        self.workspaces.shown.connect(self.workspace_tabs.mark_workspace)
        self.workspaces.shown.connect(self.page_area.show_for)
        self.page_area.show_for(self.workspaces.name)
        self.drop_frame = DropFrame(self)
        self._complete = self._painted = False
        self._stored_pen: float | None = None

    def take(self, session: Session, commands: WindowCommands) -> None:
        """Become complete: from now on files can be dropped, and closing may have to wait."""
        self.session, self.commands = session, commands
        self._complete = True
        self.setAcceptDrops(True)

    def give_keys(self) -> None:
        """Let single-letter shortcuts act only while the canvas has the keyboard."""
        for name in ("eraser", "thinner", "thicker"):
            self.sources.source("drawing").addAction(self.menus.actions[name])

    def event(self, event: QEvent) -> bool:
        """Open the glossary where a link of What's This was clicked."""
        if event.type() == QEvent.Type.WhatsThisClicked and self._complete:
            self.commands.glossary.show_term(event.href())  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._complete:
            self.retranslate()
        elif event.type() == QEvent.Type.WindowStateChange and self._complete:
            self.session.finish()  # once it is minimized, no button is seen to go up any more

    def retranslate(self) -> None:
        """Say everything in the language that is in use now; panels and sources are made anew.

        What is drawn, trained and can be undone stays.
        """
        name = focused_name(self)
        self.menus.retranslate()
        self.workspaces.retranslate()
        self.sources.retranslate()
        self.give_keys()
        self.show_title()
        self.retold.emit()
        reopen_dialogs(self)
        if name is not None:
            give_focus(self, name, self.sources.currentWidget())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc drop the stroke, or else let go of the unit, or else leave the full screen."""
        if event.key() != Qt.Key.Key_Escape or not self._complete:
            super().keyPressEvent(event)
        elif self.session.drop_stroke() or self.session.let_go():
            return
        elif self.workspaces.projected:
            self.menus.actions["projector"].setChecked(False)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next widget by Tab, past those behind other tabs, which Qt calls visible."""
        for _ in range(MOST_WIDGETS):
            if not super().focusNextPrevChild(forward):
                return False
            if not self.workspaces.is_behind(QApplication.focusWidget()):
                return True
        return True

    def moveEvent(self, event: QMoveEvent) -> None:
        self.workspaces.changed.emit()
        super().moveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.workspaces.changed.emit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    # ---- what the session says

    @Slot()
    def show_title(self) -> None:
        """Show as title the answer, the drawing's file, and the program."""
        from lenet_gui.gui.wording.recognition_words import headline

        file = self.session.drawing.file
        parts = [headline(self.session.recognition), visible(Path(file).name), "lenet_gui"]
        title = " – ".join(part for part in parts if part)
        if title != self.windowTitle() and not self.session.silent:
            self.setWindowTitle(title)

    @Slot(str)
    def show_layer(self, name: str) -> None:
        """Open the table of layers at a layer, or at "INPUT".

        While its gradient is shown, open what shows it.
        """
        if name in self.session.gradients:
            self.workspaces.bring("learning_step")
            return
        self.workspaces.bring("layers")
        panel = self.workspaces.panel("layers")
        assert isinstance(panel, ShowsLayers)
        panel.show_layer(name)

    @Slot(object)
    def name_network(self, recognizer: Recognizer) -> None:
        """Say over the picture of the network which one it is: it may be one that learns."""
        self.workspaces.set_subtitle("network", inert(visible(recognizer.name)))

    @Slot(str)
    def tell_saved(self, path: str) -> None:
        self.say(self.tr("Saved: {0}").format(visible(path)), SAVED_SHOWN_MS)

    @Slot(object)
    def tell_notes(self, notes: Iterable[BadInput]) -> None:
        """Say what of an opened file could not be used."""
        self.say(" ".join(map(sentence, notes)), NOTES_SHOWN_MS)

    def tell_unkept_settings(self) -> None:
        text = self.tr("Settings cannot be saved: {0} is not writable")
        self.say(text.format(visible(str(self.settings.folder))), SETTINGS_SHOWN_MS)

    def say(self, text: str, milliseconds: int) -> None:
        """Show a text in the status bar for so long."""
        self.statusBar().showMessage(text, milliseconds)

    @Slot(str)
    def mark_source(self, name: str) -> None:
        """Mark a source as chosen in the menu."""
        self.menus.actions[f"source:{name}"].setChecked(True)

    # ---- drops and the end

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.commands.documents.usable(event.mimeData()) and take_a_copy(event):
            self.drop_frame.show_over(self.sources)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        take_a_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_frame.hide()
        if take_a_copy(event):
            self.commands.documents.drop(event.mimeData())

    def keep(self) -> None:
        """Save everything at once: the program is about to end."""
        if self._complete:
            self.commands.recovery.keep()

    def keep_for_logout(self) -> None:
        """Save everything at once: the desktop is about to end all programs."""
        if self._complete:
            self.commands.recovery.keep_for_logout()

    @Slot()
    def store_state(self) -> None:
        """Store what lasts from one start to the next, where it has changed."""
        self.workspaces.save(self.settings)
        geometry = self.saveGeometry()
        if geometry != self._stored_geometry and not self.workspaces.projected:
            self._stored_geometry = geometry
            self.settings.store_state("geometry", geometry)
        if self._complete and self.session.pen_width != self._stored_pen:
            self._stored_pen = self.session.pen_width
            self.settings.store("pen_width", self._stored_pen)

    def closeEvent(self, event: QCloseEvent) -> None:
        asks = self._complete and not self.commands.recovery.session_ends
        if asks and self.commands.quit_guard.must_wait():
            event.ignore()
            return
        self.store_state()
        if self._complete:
            self.commands.view.use_projector(False)
            self.commands.recovery.forget()
            self.commands.trainings.shut_down()
            self.commands.documents.let_go()
        super().closeEvent(event)
