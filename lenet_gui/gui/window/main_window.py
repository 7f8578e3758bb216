"""The window: sources in the middle, panels around them, menus and toolbar from their tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from lenet_gui.gui.commands.menus import Menus
from lenet_gui.gui.commands.retranslation import retranslate
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.docks import Docks
from lenet_gui.gui.window.network_bar import NetworkBar
from lenet_gui.gui.window.source_stack import SourceStack

if TYPE_CHECKING:
    from lenet_gui.gui.commands.dial_commands import DialCommands
    from lenet_gui.gui.commands.help_commands import HelpCommands
    from lenet_gui.gui.commands.network_export import Exporting
    from lenet_gui.gui.commands.page_commands import PageCommands
    from lenet_gui.gui.commands.photo_commands import PhotoCommands
    from lenet_gui.gui.commands.quit_guard import Quitting
    from lenet_gui.gui.commands.result_commands import ResultCommands
    from lenet_gui.gui.commands.training_commands import TrainingCommands
    from lenet_gui.gui.commands.view_commands import Viewing
    from lenet_gui.gui.documents.documents import Documents
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.widgets.drop_frame import DropFrame

FIRST_SIZE = (1280, 740)


class MainWindow(QMainWindow):
    """Holds the widgets together; what happens in them is between them and the session."""

    failed = Signal(object)  # an error to tell
    first_painted = Signal()
    retold = Signal()  # everything is said in another language

    # What a complete window has.
    session: Session
    page: PageCommands
    documents: Documents
    exporting: Exporting
    photo_commands: PhotoCommands
    dial: DialCommands
    training: TrainingCommands
    results: ResultCommands
    help: HelpCommands
    viewing: Viewing
    drop_frame: DropFrame

    def __init__(self, session: Session | None, settings: Settings) -> None:
        """Without a session it is a frame with a blank page, which is there at once, and
        ``complete`` must follow."""
        super().__init__()
        self.settings = settings
        self.setWindowTitle("lenet_gui")
        self.setObjectName("window")
        self.resize(*FIRST_SIZE)
        self.sources = SourceStack()
        self.setCentralWidget(self.sources)
        self.source_widgets = self.sources.made  # by name
        self.menus = Menus(self)
        self.network_bar = NetworkBar(self)
        self.addToolBar(self.network_bar)
        self.statusBar().showMessage("")  # it takes its place
        self.docks = Docks(self)  # after all else that the window's state speaks of
        self.quitting: Quitting | None = None  # with a session something can be interrupted
        self._painted = False
        self._restore()
        if session is not None:
            self.complete(session)

    def complete(self, session: Session) -> None:
        """Add all that needs the engine and a reader, whose import takes as long as the rest."""
        from lenet_gui.gui.window.assembly import complete

        complete(self, session)
        if not self.settings.lasting:
            text = self.tr("Settings cannot be kept: nothing can be written to {0}")
            self.statusBar().showMessage(text.format(self.settings.folder), 20_000)

    def give_keys(self) -> None:
        """Letters belong to whoever has the focus."""
        for name in ("eraser", "thinner", "thicker"):
            self.source("drawing").addAction(self.menus.actions[name])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.source_widgets:
            retranslate(self)

    def retranslate(self) -> None:
        """What is the window's own, in the language that is in use now; sources are made anew."""
        self.sources.retranslate()
        self.give_keys()
        self.show_title()
        self.retold.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.docks.keep_proportions()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    # ---- building

    def _restore(self) -> None:
        geometry, state = self.settings.state("geometry"), self.settings.state("state")
        if geometry is not None and not self.restoreGeometry(geometry):
            self.settings.drop("geometry", geometry)
        if state is not None and not self.restoreState(state):
            self.settings.drop("state", state)
        elif state is not None:
            parts = self.settings.text("parts", "{}")
            try:
                self.docks.take_parts(parts)
            except (TypeError, ValueError, RecursionError):
                self.settings.drop("parts", parts)

    # ---- what the session says

    @Slot()
    def show_title(self) -> None:
        """As title: the answer, the drawing's file, the program."""
        from lenet_gui.gui.wording.recognition_words import headline

        file = self.session.drawing.file
        parts = [headline(self.session.recognition), Path(file).name, "lenet_gui"]
        title = " – ".join(part for part in parts if part)
        if title != self.windowTitle():
            self.setWindowTitle(title)

    @Slot(str)
    def tell_saved(self, path: str) -> None:
        self.statusBar().showMessage(self.tr("Saved: {0}").format(path), 5000)

    # ---- what actions call

    @Slot(str)
    def use_network(self, name: str) -> None:
        """Read with that reader: one of the program, or one from a file opened before."""
        from lenet_gui.common.bad_input import BadInput

        opened = self.documents.opened.get(name)
        if opened is not None:
            self.session.use(opened)
            return
        try:
            self.session.use_network(name)
        except BadInput as error:  # the file of a library reader may be gone or damaged
            self.failed.emit(error)
            self.network_bar.show_network(self.session.recognizer)

    def show_source(self, name: str) -> None:
        """Put that source into the middle of the window."""
        self.sources.bring(name)
        self.menus.actions[f"source:{name}"].setChecked(True)

    def source(self, name: str) -> QWidget:
        """The widget of a source, made when it is first asked for."""
        return self.sources.source(name)

    def random_digit(self) -> None:
        self.source("mnist").take_random()  # type: ignore[attr-defined]

    # ---- drops and the end

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.documents.usable(event.mimeData()):
            event.acceptProposedAction()
            self.drop_frame.show_over(self.sources)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_frame.hide()
        data: QMimeData = event.mimeData()
        event.acceptProposedAction()
        self.documents.drop(data)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.quitting is not None and self.quitting.must_wait():
            event.ignore()
            return
        if self.source_widgets:
            self.viewing.use_projector(False)
        self.settings.store_state("geometry", self.saveGeometry())
        self.settings.store_state("state", self.saveState())
        self.settings.store("parts", self.docks.parts())
        if self.source_widgets:
            self.settings.store("pen_width", self.session.pen_width)
            self.session.close()
            self.documents.let_go()
        super().closeEvent(event)
