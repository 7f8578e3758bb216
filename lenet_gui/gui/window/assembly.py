"""Makes a window of the frame that is there first: all that needs the engine and a network."""

from __future__ import annotations

from functools import partial

from lenet_gui.gui.commands.dial_commands import DialCommands
from lenet_gui.gui.commands.help_commands import HelpCommands
from lenet_gui.gui.commands.network_export import NetworkExport
from lenet_gui.gui.commands.page_commands import PageCommands
from lenet_gui.gui.commands.photo_commands import PhotoCommands
from lenet_gui.gui.commands.quit_guard import QuitGuard
from lenet_gui.gui.commands.recovery_commands import RecoveryCommands
from lenet_gui.gui.commands.result_commands import ResultCommands
from lenet_gui.gui.commands.training_commands import TrainingCommands
from lenet_gui.gui.commands.view_commands import ViewCommands
from lenet_gui.gui.documents.documents import Documents
from lenet_gui.gui.explaining.learning_step import LearningStep
from lenet_gui.gui.glossary.commands import GlossaryCommands
from lenet_gui.gui.session.session import NARROWEST_PEN, WIDEST_PEN, Session
from lenet_gui.gui.session.view_context import ViewContext
from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.training.training_parts import TrainingParts
from lenet_gui.gui.welcome.welcome_commands import WelcomeCommands
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.window.network_choice import NetworkChoice
from lenet_gui.gui.window.panel_export import PanelExport
from lenet_gui.gui.window.recent_menu import RecentMenu
from lenet_gui.gui.window.status_bar import StatusBar
from lenet_gui.gui.window.view_menu import ViewMenu
from lenet_gui.gui.window.window_commands import WindowCommands


def complete(window: MainWindow, session: Session, trainings: TrainingParts | None = None) -> None:
    """Give a frame its commands, menus, sources and panels.

    trainings: what trains in this window; made here if there is none.
    """
    settings = window.settings
    if trainings is None:
        trainings = TrainingParts(session, settings)
    session.set_pen_width(
        settings.number("pen_width", session.pen_width, NARROWEST_PEN, WIDEST_PEN)
    )
    status = StatusBar(session, window)
    window.setStatusBar(status)
    commands = _commands(window, session, trainings)
    window.take(session, commands)
    learning_step = LearningStep(session, trainings)
    learning_step.name_changed.connect(commands.networks.fill)
    context = ViewContext(
        session,
        settings,
        trainings,
        learning_step,
        commands.results,
        commands.network_export,
        commands.documents.open,
        commands.welcome.show_samples,
        commands.welcome.take_tour,
    )
    window.sources.begin(context)
    _fill_menus(window, commands)
    window.give_keys()
    _connect(window, session, commands, status)
    window.workspaces.fill(context)
    commands.view.begin()
    commands.recovery.mark()
    if not settings.lasting:
        window.tell_unkept_settings()


def _commands(window: MainWindow, session: Session, trainings: TrainingParts) -> WindowCommands:
    settings, workspaces, sources = window.settings, window.workspaces, window.sources
    actions, bring, say = window.menus.actions, workspaces.bring, window.say
    documents = Documents(window, session, settings)
    results = ResultCommands(window, trainings, bring, say)
    recovery = RecoveryCommands(
        window, session, settings, actions, workspaces, sources, window.store_state
    )
    welcome = WelcomeCommands(window, session, settings, trainings, documents, sources, bring, say)
    glossary = GlossaryCommands(window, session, settings)
    return WindowCommands(
        session=session,
        trainings=trainings,
        workspaces=workspaces,
        close=window.close,
        page=PageCommands(session, actions, window),
        documents=documents,
        network_export=NetworkExport(window, session, settings),
        photos=PhotoCommands(session, sources, documents, say, window),
        dial=DialCommands(session, settings, bring, say, window),
        networks=NetworkChoice(
            session,
            settings,
            window.menus,
            window.network_bar,
            trainings,
            documents.opened,
            window,
        ),
        training=TrainingCommands(
            window,
            trainings,
            results,
            actions,
            bring,
            must_wait=lambda: recovery.undecided,
            moving=lambda: welcome.moving,
        ),
        results=results,
        help=HelpCommands(window, glossary.link_parts),
        glossary=glossary,
        view=ViewCommands(
            window,
            session,
            settings,
            actions,
            workspaces,
            sources,
            trainings,
            window.retranslate,
            window.store_state,
        ),
        quit_guard=QuitGuard(window, trainings),
        recovery=recovery,
        welcome=welcome,
    )


def _fill_menus(window: MainWindow, commands: WindowCommands) -> None:
    """Add the table of actions, and what it does not hold: sources, panels, recent files,
    networks."""
    menus = window.menus
    menus.fill(commands)
    for source in SOURCES:
        command = partial(window.sources.bring, source.name)
        menus.add(
            "source", f"source:{source.name}", source.title, source.tip, command,
            group="source", before="random_digit", context="Source",
        )  # fmt: skip
    menus.actions[f"source:{window.sources.name}"].setChecked(True)
    view_menu = ViewMenu(window.workspaces, menus)
    panel_export = PanelExport(window, window.workspaces, view_menu, menus, window.settings)
    panel_export.failed.connect(window.failed)
    panel_export.saved.connect(window.tell_saved)
    file = menus.menus["file"]
    recent = RecentMenu(commands.documents, file)
    file.insertMenu(file.actions()[1], recent)
    commands.networks.begin()
    commands.page.begin()
    for part in (panel_export, recent):
        window.retold.connect(part.retranslate)
    choices = {name: menus.actions[name] for name in ("undo", "redo", "clear")}
    window.network_bar.add_choices(choices)


def _connect(
    window: MainWindow, session: Session, commands: WindowCommands, status: StatusBar
) -> None:
    """Let the window tell errors and successes, and say all again in another language."""
    for part in (
        window.sources,
        commands.documents,
        commands.network_export,
        commands.networks,
        commands.training,
        commands.results,
        commands.welcome,
    ):
        part.failed.connect(window.failed)
    for saving in (commands.documents, commands.network_export):
        saving.saved.connect(window.tell_saved)
    # The texts of what can be undone come before the menu that names them.
    for told in (
        session,
        commands.page,
        commands.training,
        commands.networks,
        commands.recovery,
        commands.welcome,
        status,
    ):
        window.retold.connect(told.retranslate)
    # One notice greets at a time: of a page to restore, of an unfinished training, the opening.
    commands.recovery.settled.connect(commands.training.greet)
    commands.recovery.kept.found.connect(commands.welcome.stand_back)
    commands.training.greeted.connect(commands.welcome.greet)
    commands.documents.noted.connect(window.tell_notes)
    commands.documents.data_opened.connect(commands.training.look_at_data)
    commands.documents.import_opened.connect(commands.networks.import_file)
    commands.networks.library_changed.connect(commands.results.library_changed)
    commands.results.library_changed.connect(commands.networks.fill)
    window.sources.brought.connect(window.mark_source)
    session.layer_asked.connect(window.show_layer)
    session.network_changed.connect(window.name_network)
    window.name_network(session.recognizer)
    session.recognized.connect(window.show_title)
    session.drawing_changed.connect(window.show_title)
    window.show_title()
