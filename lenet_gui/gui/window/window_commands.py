"""All that menus, toolbar and the window itself call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from lenet_gui.gui.glossary.commands import GlossaryCommands
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.training.training_parts import TrainingParts
    from lenet_gui.gui.welcome.welcome_commands import WelcomeCommands
    from lenet_gui.gui.window.network_choice import NetworkChoice
    from lenet_gui.gui.window.workspaces import Workspaces


@dataclass(frozen=True)
class WindowCommands:
    """Made by the assembly of the window; the table of actions names what is called of it.

    close: closes the window, unless something has to be asked first.
    """

    session: Session
    trainings: TrainingParts
    workspaces: Workspaces
    close: Callable[[], object]
    page: PageCommands
    documents: Documents
    network_export: NetworkExport
    photos: PhotoCommands
    dial: DialCommands
    networks: NetworkChoice
    training: TrainingCommands
    results: ResultCommands
    help: HelpCommands
    glossary: GlossaryCommands
    view: ViewCommands
    quit_guard: QuitGuard
    recovery: RecoveryCommands
    welcome: WelcomeCommands
