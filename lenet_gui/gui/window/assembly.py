"""Makes a window of the frame that is there first: all that needs the engine and a reader."""

from __future__ import annotations

from functools import partial

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
from lenet_gui.gui.session.session import THICKEST, THINNEST, Session
from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.widgets.drop_frame import DropFrame
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.window.network_choice import NetworkChoice
from lenet_gui.gui.window.panel_export import PanelExport
from lenet_gui.gui.window.recent_menu import RecentMenu
from lenet_gui.gui.window.status_bar import StatusBar


def complete(window: MainWindow, session: Session) -> None:
    """Give it session, source, menus and panels. What menus call comes before them."""
    window.session = session
    width = window.settings.number("pen_width", session.pen_width, THINNEST, THICKEST)
    session.set_pen_width(width)
    window.quitting = Quitting(window, session)
    window.sources.session = session
    window.sources.failed.connect(window.failed)
    status = StatusBar(session, window)
    window.setStatusBar(status)
    window.retold.connect(status.retranslate)
    window.dial = DialCommands(window, session)
    window.sources.bring(SOURCES[0].name)
    _add_commands(window, session)
    window.menus.fill()
    _add_menus(window)
    window.page.begin()
    session.recognized.connect(window.show_title)
    session.drawing_changed.connect(window.show_title)
    window.show_title()
    window.give_keys()
    window.docks.fill(session)
    window.viewing.begin()


def _add_commands(window: MainWindow, session: Session) -> None:
    """What menus call, each part with its errors and successes told by the window."""
    window.page = PageCommands(window, session)
    window.documents = Documents(window, session, window.settings)
    window.exporting = Exporting(window, session, window.settings)
    window.photo_commands = PhotoCommands(window, session)
    window.training = TrainingCommands(window, session)
    window.results = ResultCommands(window, session)
    window.help = HelpCommands(window)
    window.viewing = Viewing(window)
    window.drop_frame = DropFrame(window)
    window.setAcceptDrops(True)
    for part in (window.documents, window.exporting, window.training, window.results):
        part.failed.connect(window.failed)
    for saving in (window.documents, window.exporting):
        saving.saved.connect(window.tell_saved)
    for told in (window.page, window.training):
        window.retold.connect(told.retranslate)


def _add_menus(window: MainWindow) -> None:
    """What the table of actions does not hold: sources, panels, recent files, readers."""
    menus = window.menus
    for source in SOURCES:
        command = partial(window.show_source, source.name)
        menus.add(
            "source", f"source:{source.name}", source.title, source.tip, command,
            group="source", before="random_digit", context="Source",
        )  # fmt: skip
    menus.actions[f"source:{SOURCES[0].name}"].setChecked(True)
    for dock in window.docks.docks.values():
        menus.menus["view"].insertAction(menus.actions["reset_layout"], dock.toggleViewAction())
    menus.menus["view"].insertSeparator(menus.actions["reset_layout"])
    window.docks.explain()
    panel_export = PanelExport(window)
    panel_export.failed.connect(window.failed)
    panel_export.saved.connect(window.tell_saved)
    file = menus.menus["file"]
    recent = RecentMenu(window.documents, file)
    file.insertMenu(file.actions()[1], recent)
    for part in (panel_export, recent, NetworkChoice(window)):
        window.retold.connect(part.retranslate)
    choices = [menus.actions[name] for name in ("undo", "redo", "clear")]
    window.network_bar.add_choices(choices + menus.groups["source"].actions())
