"""The classes that the network of the next training will have, found before it starts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.class_lists import check_continued, chosen_classes, in_order
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry
from lenet_gui.engine.networks.architecture import DIGITS, Architecture
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.training.form.data_sources import MNIST, DataSources

Classes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NetworkClasses:
    """The classes of a network before its training.

    names: in the order of the outputs; empty while they are looked for. parts: title and classes of
    each data source. problem: why it cannot be trained so.
    """

    names: Classes = ()
    parts: tuple[tuple[str, Classes], ...] = ()
    problem: BadInput | None = None


def _classes_in(sources: tuple[str, ...]) -> dict[str, Classes | BadInput]:
    """Return the classes of each source; in a thread, which imports what reads them."""
    from lenet_gui.engine.data.before_training import classes_by_source

    return classes_by_source(sources)


class ClassLookup(QObject):
    """Reads in a thread which classes data sources have. One instance per form."""

    changed = Signal()

    def __init__(self, data: DataSources, parent: QObject) -> None:
        super().__init__(parent)
        self._data = data
        self._known: dict[str, Classes | BadInput] = {MNIST: DIGITS}
        self._background = Background(self)
        data.read.connect(self.note)

    @Slot(str, object)
    def note(self, source: str, names: Classes) -> None:
        """Note the classes of a source that was read."""
        self._known[source] = names
        self.changed.emit()

    def look(self, sources: tuple[str, ...]) -> None:
        """Read the classes of sources that are not known yet; ``changed`` follows."""
        unknown = tuple(source for source in sources if source not in self._known)
        if unknown and not self._background.busy:
            self._background.start(lambda: _classes_in(unknown), self._take, lambda error: None)

    def forget_errors(self) -> None:
        """Let sources be tried again that could not be read, as those on a missing drive."""
        self._known = {s: found for s, found in self._known.items() if isinstance(found, tuple)}

    def _take(self, found: dict[str, Classes | BadInput]) -> None:
        self._known |= found
        self.changed.emit()  # who shows it looks for the sources that there are by now

    def classes(
        self, config: TrainingConfig, architecture: Architecture, started: NetworkEntry | None
    ) -> NetworkClasses:
        """Return what is known of the classes of a training's network.

        architecture: with as many classes as it has by itself. started: the network that the
        training starts from.
        """
        titles = {source: title for title, source in self._data.entries()}
        parts: list[tuple[str, Classes]] = []
        for source in config.data.sources:
            found = self._known.get(source)
            if found is None:
                return NetworkClasses()
            if isinstance(found, BadInput):
                return NetworkClasses(problem=found)
            parts.append((titles.get(source, source), found))
        every = in_order(name for _, names in parts for name in names)
        try:
            if started is not None:
                check_continued(started.path.name, started.class_names, every)
                return NetworkClasses(started.class_names, tuple(parts))
            names = chosen_classes(config.data.classes, every)
            architecture.for_classes(len(names))
            return NetworkClasses(names, tuple(parts))
        except BadInput as problem:
            return NetworkClasses(config.data.classes or every, tuple(parts), problem)
