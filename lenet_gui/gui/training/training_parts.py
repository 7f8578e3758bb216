"""The window's training and what belongs to it, made when one of them is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.system.settings import Settings
    from lenet_gui.gui.training.form.data_sources import DataSources
    from lenet_gui.gui.training.form.form import TrainingForm
    from lenet_gui.gui.training.learning_network import LearningNetwork
    from lenet_gui.gui.training.training_session import TrainingSession


class TrainingParts:
    """One training, its form, and the network that learns, which the session can read with.

    They are made late because their import takes about a tenth of a second, which would delay the
    first picture of the complete window.
    """

    def __init__(self, session: Session, settings: Settings) -> None:
        self._session, self._settings = session, settings
        self._training: TrainingSession | None = None
        self._learning: LearningNetwork | None = None
        self._form: TrainingForm | None = None
        self._data: DataSources | None = None

    def use(self, training: TrainingSession) -> None:
        """Train with this one. The learning network must hear of it from the beginning."""
        from lenet_gui.gui.training.learning_network import LearningNetwork

        self._training = training
        self._learning = LearningNetwork(self._session, training)

    @property
    def training(self) -> TrainingSession:
        """The training session."""
        if self._training is None:
            from lenet_gui.gui.training.training_session import TrainingSession

            self.use(TrainingSession(self._session))
        assert self._training is not None
        return self._training

    @property
    def learning(self) -> LearningNetwork:
        """The network that is being trained."""
        _ = self.training  # makes it
        assert self._learning is not None
        return self._learning

    @property
    def form(self) -> TrainingForm:
        """The choices for the next training."""
        if self._form is None:
            from lenet_gui.gui.training.form.form import TrainingForm

            self._form = TrainingForm(self._settings, self.training, self.data)
        return self._form

    @property
    def data(self) -> DataSources:
        """The data that the user has imported; much faster to make than the form."""
        if self._data is None:
            from lenet_gui.gui.training.form.data_sources import DataSources

            self._data = DataSources(self._settings, self._session)
        return self._data

    @property
    def busy(self) -> bool:
        """Return whether a training runs that the end of the program would interrupt."""
        return self._training is not None and self._training.state.busy

    def watch(self, name: str) -> bool:
        """Read with the learning network, if it has that name. Return whether it has."""
        found = self._learning is not None and bool(name) and name == self._learning.name
        if self._learning is not None and found:
            self._learning.watch(True)
        return found

    def shut_down(self) -> None:
        """End the worker process, if there is one; it would outlive the window."""
        if self._training is not None:
            self._training.shut_down()
