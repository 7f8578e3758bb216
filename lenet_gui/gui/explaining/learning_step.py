"""One step of learning from what is on the page, for the panels that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from lenet_gui.common.values import FloatArray, Recognition
    from lenet_gui.engine.explaining.learning_step import Lesson
    from lenet_gui.engine.recognition.recognizer import Recognizer
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.training.training_parts import TrainingParts

MOST_STEPS = 100  # that can be undone; each keeps the weights of a network


@dataclass(frozen=True)
class TakenStep:
    """The loss before and after a step with a rate, for one picture and one label."""

    rate: float
    before: float
    after: float


class LearningStep(QObject):
    """The right class of what is on the page, the gradients of the loss, and steps along them.

    ``lesson`` is computed when it is asked for. Steps change a copy of the network in use, which
    the session then reads with; a training that runs is never touched. While a panel watches, the
    session shows the gradients of the ``shown`` layers, and the copy may read; when none does, the
    original reads again.
    """

    changed = Signal()  # what the lesson, the shown layers or the steps are
    name_changed = Signal()  # the name of the copy came, or can no longer be chosen

    def __init__(self, session: Session, trainings: TrainingParts) -> None:
        super().__init__(session)
        self._session, self._trainings = session, trainings
        self._wanted: str | None = None
        self._lesson: Lesson | None = None
        self._lesson_of: tuple[Recognition, int] | None = None
        self._original: Recognizer | None = None
        self._copies: list[tuple[int, Recognizer]] = []  # after so many steps; the newest ones
        self._read = session.recognizer  # by the newest ``network_changed``
        self._stepping = False
        self._watchers: set[QObject] = set()
        self.shown = 0
        self.last: TakenStep | None = None
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(0)
        self._leaving.timeout.connect(self._leave)
        session.recognized.connect(self._follow)
        session.network_changed.connect(self._note_network)
        session.gradients_changed.connect(self._note_gradients)

    # ---- what there is to learn

    @property
    def label(self) -> int | None:
        """The index of the right class: the chosen one, or else the answer; None if blank."""
        ranking = self._session.recognition.ranking
        if not ranking:
            return None
        names = self._session.recognizer.checkpoint.class_names
        return names.index(self._wanted) if self._wanted in names else ranking[0]

    @property
    def lesson(self) -> Lesson | None:
        """The lesson of the page for the network in use; None if the page is blank."""
        from lenet_gui.engine.explaining.learning_step import lesson  # not needed at the start

        recognition, label = self._session.recognition, self.label
        if label is None:
            return None
        if self._lesson is None or self._lesson_of != (recognition, label):
            self._lesson = lesson(self._session.recognizer, recognition.field, label)
            self._lesson_of = recognition, label
        return self._lesson

    @property
    def layers(self) -> list[str]:
        """The layers in the order of the backward pass: from the output to "INPUT"."""
        layers = self._session.recognizer.architecture.layers
        return [*(layer.name for layer in reversed(layers)), "INPUT"]

    def choose(self, label: int) -> None:
        """Say which class is the right one."""
        self._wanted = self._session.recognizer.checkpoint.class_names[label]
        self.last = None
        self._tell()

    def show_layers(self, count: int) -> None:
        """Show the gradients of so many layers, from the output back; the others' activations."""
        count = min(max(count, 0), len(self.layers))
        if count != self.shown:
            self.shown = count
            self._tell()

    # ---- steps

    @property
    def steps(self) -> int:
        """How many steps the network in use is away from the original; 0 if it is no copy."""
        used = self._session.recognizer
        return next((steps for steps, copy in self._copies if copy is used), 0)

    @property
    def can_undo(self) -> bool:
        """Whether the network before the newest step is still known."""
        return self._former is not None

    @property
    def _former(self) -> Recognizer | None:
        if self.steps == 1:
            return self._original
        return next((copy for steps, copy in self._copies if steps == self.steps - 1), None)

    @property
    def is_learning(self) -> bool:
        """Whether the network in use is the one that a training changes all the time."""
        trainings = self._trainings
        return trainings.busy and trainings.learning.name == self._session.recognizer.name

    def take(self, rate: float) -> None:
        """Take a step: each weight of the copy moves by -rate times its gradient.

        Raises BadInput if the step is too large; then nothing changes.
        """
        from lenet_gui.engine.explaining.learning_step import after_step  # as above
        from lenet_gui.engine.recognition.recognizer import Recognizer

        lesson, used = self.lesson, self._session.recognizer
        if lesson is None or self.is_learning:
            return
        checkpoint = after_step(used.checkpoint, lesson.gradients, rate)
        steps = self.steps
        if not steps:
            self._original, self._copies = used, []
        assert self._original is not None
        copy = Recognizer(self.tr("{0}, changed").format(self._original.name), checkpoint)
        copy.rule = used.rule
        kept = [pair for pair in self._copies if pair[0] <= steps]
        self._copies = [*kept, (steps + 1, copy)][-MOST_STEPS:]
        before = lesson.loss.value
        self._read_with(copy)
        after = self.lesson
        self.last = None if after is None else TakenStep(rate, before, after.loss.value)
        self._tell()

    def undo(self) -> None:
        """Take the newest step back."""
        former = self._former
        if former is not None:
            self._read_with(former)
            self._tell()

    @Slot()
    def back_to_start(self) -> None:
        """Read with the original again; all steps are given up."""
        if self.steps:
            assert self._original is not None
            self._read_with(self._original)
            self._tell()

    def _read_with(self, recognizer: Recognizer) -> None:
        used = self._session.recognizer
        recognizer.rule = used.rule
        self._stepping, self.last = True, None
        try:
            if recognizer.name == used.name:
                self._session.use_newer(recognizer)
            elif recognizer is not self._original or not self._trainings.watch(recognizer.name):
                self._session.use(recognizer)
        finally:
            self._stepping = False

    # ---- who looks

    def watch(self, watcher: QObject) -> None:
        """Note that a panel is shown."""
        self._leaving.stop()
        self._watchers.add(watcher)
        self._tell()

    def unwatch(self, watcher: QObject) -> None:
        """Note that a panel is no longer shown; after the last one, all is as before."""
        self._watchers.discard(watcher)
        if not self._watchers:
            self._leaving.start()

    @Slot()
    def _leave(self) -> None:
        if not self._watchers:
            self.shown = 0
            self.back_to_start()
            self._tell()

    # ---- what the session says

    @Slot()
    def _follow(self) -> None:
        if not self._stepping:
            self.last = None
        if self._session.recognition.blank:
            self._wanted = None
        self._tell()

    @Slot(object)
    def _note_network(self, recognizer: Recognizer) -> None:
        """Tell when the copy begins or ends to read; after a training it may be given back."""
        if recognizer.name != self._read.name and any(
            one is copy for one in (recognizer, self._read) for _, copy in self._copies
        ):
            self.name_changed.emit()
        self._read = recognizer
        if self.steps and not self._watchers:
            self._leaving.start()

    @Slot()
    def _note_gradients(self) -> None:
        """Show activations again if Esc let go of the gradients."""
        if self.shown and not self._session.gradients and not self._session.recognition.blank:
            self.shown = 0
            self.changed.emit()

    def _tell(self) -> None:
        """Let the session show the gradients, and the panels what has changed."""
        gradients: dict[str, FloatArray] = {}
        lesson = self.lesson if self.shown and self._watchers else None
        if lesson is not None:
            found = lesson.gradients
            of_layers = {**found.sums, "INPUT": found.activations["INPUT"]}
            gradients = {name: of_layers[name] for name in self.layers[: self.shown]}
        self._session.show_gradients(gradients)
        self.changed.emit()
