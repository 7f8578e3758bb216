"""The objects that panels and sources are made with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lenet_gui.gui.commands.network_export import NetworkExport
    from lenet_gui.gui.commands.result_commands import ResultCommands
    from lenet_gui.gui.explaining.learning_step import LearningStep
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.system.settings import Settings
    from lenet_gui.gui.training.training_parts import TrainingParts


@dataclass(frozen=True)
class ViewContext:
    """Each row of the tables of panels and sources takes from it what its widget needs.

    open_files: asks for files and opens them. open_samples: shows the gallery of samples.
    take_tour: begins the tour.
    """

    session: Session
    settings: Settings
    trainings: TrainingParts
    learning_step: LearningStep
    results: ResultCommands
    network_export: NetworkExport
    open_files: Callable[[], None]
    open_samples: Callable[[], None]
    take_tour: Callable[[], None]
