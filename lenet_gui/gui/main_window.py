"""The window: sources in the middle, panels around them, menus and toolbar from their tables."""

from __future__ import annotations

from functools import partial
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
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QWidget,
)

from lenet_gui.gui.docks import Docks
from lenet_gui.gui.languages import use_language
from lenet_gui.gui.menus import Menus
from lenet_gui.gui.reader_bar import ReaderBar
from lenet_gui.gui.retelling import retell
from lenet_gui.gui.settings import Settings
from lenet_gui.gui.source_stack import SourceStack
from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.theme import apply_theme

if TYPE_CHECKING:
    from lenet_gui.gui.quitting import Quitting
    from lenet_gui.gui.session import Session

FIRST_SIZE = (1280, 740)
PEN_STEP = 1.15


class MainWindow(QMainWindow):
    """Holds the widgets together; what happens in them is between them and the session."""

    failed = Signal(object)  # an error to tell
    first_painted = Signal()
    retold = Signal()  # everything is said in another language

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
        self.reader_bar = ReaderBar(self)
        self.addToolBar(self.reader_bar)
        self.statusBar().showMessage("")  # it takes its place
        self.docks = Docks(self)  # after all else that the window's state speaks of
        self.quitting: Quitting | None = None  # with a session something can be interrupted
        self._painted = False
        self._restore()
        if session is not None:
            self.complete(session)

    def complete(self, session: Session) -> None:
        """Add all that needs the engine and a reader, whose import takes as long as the rest."""
        from lenet_gui.gui.dial_commands import DialCommands
        from lenet_gui.gui.documents import Documents
        from lenet_gui.gui.drop_frame import DropFrame
        from lenet_gui.gui.exporting import Exporting
        from lenet_gui.gui.eye_commands import EyeCommands
        from lenet_gui.gui.help_commands import HelpCommands
        from lenet_gui.gui.panel_export import PanelExport
        from lenet_gui.gui.quitting import Quitting
        from lenet_gui.gui.reader_choice import ReaderChoice
        from lenet_gui.gui.recent_menu import RecentMenu
        from lenet_gui.gui.result_commands import ResultCommands
        from lenet_gui.gui.session import THICKEST, THINNEST
        from lenet_gui.gui.status_bar import StatusBar
        from lenet_gui.gui.training_commands import TrainingCommands
        from lenet_gui.gui.undo_actions import UndoActions
        from lenet_gui.gui.viewing import Viewing

        self.session = session
        self.quitting = Quitting(self, session)
        width = self.settings.number("pen_width", session.pen_width, THINNEST, THICKEST)
        session.set_pen_width(width)
        self.sources.session = session
        self.sources.failed.connect(self.failed)
        status = StatusBar(session, self)
        self.setStatusBar(status)
        self.dial = DialCommands(self, session)
        self.sources.bring(SOURCES[0].name)
        self.documents = Documents(self, session, self.settings)
        self.documents.failed.connect(self.failed)
        self.documents.saved.connect(self._tell_saved)
        self.exporting = Exporting(self, session, self.settings)
        self.eyes = EyeCommands(self, session)
        self.training = TrainingCommands(self, session)
        self.training.failed.connect(self.failed)
        self.results = ResultCommands(self, session)
        self.results.failed.connect(self.failed)
        self.help = HelpCommands(self)
        self._drop_frame = DropFrame(self)
        self.setAcceptDrops(True)
        self.viewing = Viewing(self)
        self.menus.fill()
        actions = self.menus.actions
        self._add_source_menu()
        self._add_panel_menu()
        panel_export = PanelExport(self)
        for export in (self.exporting, panel_export):
            export.failed.connect(self.failed)
            export.saved.connect(self._tell_saved)
        file = self.menus.menus["file"]
        recent = RecentMenu(self.documents, file)
        file.insertMenu(file.actions()[1], recent)
        undo = UndoActions(session.undo_stack, actions["undo"], actions["redo"], self)
        for choice in ("theme", "language"):
            actions[f"{choice}_{self.settings.text(choice, 'system')}"].setChecked(True)
        actions[f"source:{SOURCES[0].name}"].setChecked(True)
        session.eraser_changed.connect(actions["eraser"].setChecked)
        readers = ReaderChoice(self)
        for part in (undo, recent, readers, status, self.training, panel_export):
            self.retold.connect(part.retell)
        self.reader_bar.add_choices(
            [actions[name] for name in ("undo", "redo", "clear")]
            + self.menus.groups["source"].actions()
        )
        session.recognized.connect(self._show_title)
        session.drawing_changed.connect(self._show_title)
        self._show_title()
        self._give_keys()
        self.docks.fill(session)
        if not self.settings.lasting:
            text = self.tr("Settings cannot be kept: nothing can be written to {0}")
            self.statusBar().showMessage(text.format(self.settings.folder), 20_000)
        self.viewing.begin()

    def _give_keys(self) -> None:
        """Letters belong to whoever has the focus."""
        for name in ("eraser", "thinner", "thicker"):
            self.source("drawing").addAction(self.menus.actions[name])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.source_widgets:
            retell(self)

    def retell(self) -> None:
        """What is the window's own, in the language that is in use now; sources are made anew."""
        self._explain_panels()
        self.sources.retell()
        self._give_keys()
        self._show_title()
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

    def _add_source_menu(self) -> None:
        for source in SOURCES:
            self.menus.add(
                "source",
                f"source:{source.name}",
                source.title,
                source.tip,
                partial(self.show_source, source.name),
                group="source",
                before="random_digit",
                context="Source",
            )

    def _add_panel_menu(self) -> None:
        view = self.menus.menus["view"]
        for dock in self.docks.docks.values():
            view.insertAction(self.menus.actions["reset_layout"], dock.toggleViewAction())
        self._explain_panels()

    def _explain_panels(self) -> None:
        for dock in self.docks.docks.values():
            dock.toggleViewAction().setStatusTip(self.tr("Show or hide this panel"))

    def _restore(self) -> None:
        geometry, state = self.settings.state("geometry"), self.settings.state("state")
        if geometry is not None and not self.restoreGeometry(geometry):
            self.settings.drop("geometry", geometry)
        if state is not None and not self.restoreState(state):
            self.settings.drop("state", state)

    # ---- what the session says

    @Slot()
    def _show_title(self) -> None:
        """The answer, the drawing's file, the program."""
        from lenet_gui.gui.readings import headline

        file = self.session.drawing.file
        parts = [headline(self.session.recognition), Path(file).name, "lenet_gui"]
        title = " – ".join(part for part in parts if part)
        if title != self.windowTitle():
            self.setWindowTitle(title)

    @Slot(str)
    def _tell_saved(self, path: str) -> None:
        self.statusBar().showMessage(self.tr("Saved: {0}").format(path), 5000)

    # ---- what actions call

    @Slot(str)
    def use_reader(self, name: str) -> None:
        """Read with that reader: one of the program, or one from a file opened before."""
        from lenet_gui.bad_input import BadInput

        opened = self.documents.opened.get(name)
        if opened is not None:
            self.session.use(opened)
            return
        try:
            self.session.use_reader(name)
        except BadInput as error:  # the file of a library reader may be gone or damaged
            self.failed.emit(error)
            self.reader_bar.show_reader(self.session.reader)
        else:
            self.settings.store("reader", name)

    def show_source(self, name: str) -> None:
        """Put that source into the middle of the window."""
        self.sources.bring(name)
        self.menus.actions[f"source:{name}"].setChecked(True)

    def source(self, name: str) -> QWidget:
        """The widget of a source, made when it is first asked for."""
        return self.sources.source(name)

    def random_digit(self) -> None:
        self.source("mnist").take_random()  # type: ignore[attr-defined]

    def reset_layout(self) -> None:
        self.docks.reset()

    def use_theme(self, choice: str) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, choice)
        self.settings.store("theme", choice)

    def use_language(self, choice: str) -> None:
        self.settings.store("language", choice)
        use_language(choice)  # ``changeEvent`` follows

    def undo(self) -> None:
        if not self.session.drop_stroke():
            self.session.undo_stack.undo()

    def redo(self) -> None:
        self.session.undo_stack.redo()

    def thinner(self) -> None:
        self.session.set_pen_width(self.session.pen_width / PEN_STEP)

    def thicker(self) -> None:
        self.session.set_pen_width(self.session.pen_width * PEN_STEP)

    # ---- drops and the end

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.documents.usable(event.mimeData()):
            event.acceptProposedAction()
            self._drop_frame.show_over(self.sources)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_frame.hide()
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
        if self.source_widgets:
            self.settings.store("pen_width", self.session.pen_width)
            self.session.close()
            self.documents.let_go()
        super().closeEvent(event)
