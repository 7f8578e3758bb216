"""The choices for the next training, shared by the panel, the settings dialog and the menu."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.class_lists import chosen_classes
from lenet_gui.common.recipes import (
    LEARNED_NON_DIGITS,
    for_seconds,
    not_a_digit_penalty,
    preset,
)
from lenet_gui.common.training_help import PRESET_NAMES
from lenet_gui.common.training_names import written_name
from lenet_gui.common.training_values import (
    ImageAugmentation,
    LearningConfig,
    TrainingConfig,
    image_augmentation_from_json,
)
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.form.class_lookup import ClassLookup, NetworkClasses
from lenet_gui.gui.training.form.data_sources import MNIST, DataSources
from lenet_gui.gui.training.form.fields import AUGMENTATION_FIELDS, FIELDS
from lenet_gui.gui.training.form.suiting import fitting

FIRST_NETWORK, FIRST_SECONDS = "lenet-5-modern", 60.0
BEST_PRESET, OWN = "best", ""  # names of presets; OWN: the user's own settings
# Fields that can be changed without leaving a preset.
FREE = (
    "sources",
    "sees",
    "classes",
    "test",
    "start",
    "held_out",
    "teachers",
    "distillation",
    "epochs",
    "seconds",
    "validation",
    "validation_part",
    "seed",
    "device",
    "threads",
)
ONCE = ("start", "teachers")  # checkpoints, which are chosen for one training and not stored


class TrainingForm(QObject):
    """The choices, always such that they suit each other. One instance per training session."""

    changed = Signal(object)  # TrainingConfig
    classes_known = Signal()  # of data that ``look_at_classes`` had read
    import_wanted = Signal()  # the user asked to import data

    def __init__(
        self, settings: Settings, parent: QObject, data: DataSources | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.data = data or DataSources(self._settings, self)
        self._lookup = ClassLookup(self.data, self)
        self._lookup.changed.connect(self.classes_known)
        self._known = self.sources
        self._started: NetworkEntry | None = None  # that the training starts from
        self.config = first_config()
        self._restore()
        self.data.changed.connect(self._follow_data)

    @property
    def sources(self) -> tuple[str, ...]:
        """All data sources that a training can use."""
        return tuple(source for _, source in self.data.entries())

    @property
    def architecture(self) -> Architecture:
        """The architecture to train, with as many classes as it has by itself."""
        return self._architecture_of(self.config)

    @property
    def started(self) -> NetworkEntry | None:
        """The network that the training starts from; None if from random weights."""
        return self._started if self.config.learning.start else None

    def _architecture_of(self, config: TrainingConfig) -> Architecture:
        started = self._started
        if started is not None and config.learning.start == str(started.path):
            return started.architecture
        return ARCHITECTURES[config.architecture].seeing(config.data.sees)

    # ---- the classes of the network

    @property
    def classes(self) -> NetworkClasses:
        """The classes that the network will have, as far as they are known."""
        return self._lookup.classes(self.config, self.architecture, self.started)

    def look_at_classes(self) -> None:
        """Read, in a thread, the classes of the chosen data; ``classes_known`` follows."""
        self._lookup.look(self.config.data.sources)

    def look_again(self) -> None:
        """Look at the classes, again where the data could not be read."""
        self._lookup.forget_errors()
        self.look_at_classes()

    # ---- choosing

    def set(self, **values: Any) -> None:
        """Set some fields, and change those that no longer suit them."""
        config = self.config.with_fields(**values)
        if config.learning.start and config.architecture != self._architecture_of(config).name:
            config = config.with_fields(start="")  # its weights do not fit any more
        config = fitting(config, self._architecture_of(config))
        if config != self.config:
            self.config = config
            self.changed.emit(config)
            self._store()

    def set_augmentation(self, name: str, value: float) -> None:
        """Set one range of the augmentation, which is on from then on."""
        chosen: dict[str, Any] = {name: int(value) if name == "control" else float(value)}
        before = self.config.learning.image_augmentation or ImageAugmentation()
        self.set(image_augmentation=replace(before, **chosen))

    def choose_network(self, name: str) -> None:
        """Choose an architecture; if the best recipe is chosen, switch to that of the new one."""
        if name == self.config.architecture:
            return
        if self.preset == BEST_PRESET:
            recipe = preset_config(BEST_PRESET, name, self.config.learning.seconds)
            self._take(recipe, "epochs", "start")
        else:
            self.set(architecture=name, start="")

    def start_from(self, entry: NetworkEntry) -> None:
        """Begin the next training with the weights of a network, whatever its architecture."""
        made, config = entry.architecture, self.config
        if self.preset == BEST_PRESET:
            config = preset_config(BEST_PRESET, made.name, config.learning.seconds)
        self._started = entry
        config = config.with_fields(
            architecture=made.name, sees=made.sees, classes=(), start=str(entry.path)
        )
        self._take(config, "epochs", "sees", "classes", "start")

    def choose_preset(self, name: str) -> None:
        """Fill the form with a preset. The best recipe keeps the time that was chosen."""
        seconds = self.config.learning.seconds if name == BEST_PRESET else 0.0
        kept = () if name == BEST_PRESET else ("validation", "validation_part")
        recipe = preset_config(name, self.config.architecture, seconds)
        self._take(recipe, "epochs", "seconds", *kept)

    def choose_budget(self, epochs: int, seconds: float) -> None:
        """Choose a number of epochs or of seconds; the best recipe depends on the time."""
        if self.preset == BEST_PRESET:
            recipe = preset_config(BEST_PRESET, self.config.architecture, seconds)
            self._take(recipe.with_fields(epochs=epochs), "epochs", "seconds")
        else:
            self.set(epochs=epochs, seconds=seconds)

    def _take(self, config: TrainingConfig, *also: str) -> None:
        """Set the fields that make up a preset, and ``also`` those of the free ones."""
        chosen = config.all_fields()
        self.set(**{name: chosen[name] for name in chosen if name not in FREE or name in also})

    @property
    def preset(self) -> str:
        """Name of the preset with these settings, or OWN."""
        for name in PRESET_NAMES:
            seconds = self.config.learning.seconds
            config = preset_config(name, self.config.architecture, seconds)
            free = {field: self.config.field(field) for field in FREE}
            if config.with_fields(**free) == self.config:
                return name
        return OWN

    @Slot()
    def _follow_data(self) -> None:
        """Tick sources that were imported, and drop those that were removed from the list."""
        new = tuple(source for source in self.sources if source not in self._known)
        self._known = self.sources
        data = self.config.data
        left = tuple(source for source in data.sources if source in self._known)
        test = data.test if data.test in ("mnist-test", *self._known) else ""
        self.set(sources=(*left, *new) or (MNIST,), test=test)
        self.changed.emit(self.config)

    def toggle_source(self, source: str, on: bool) -> None:
        """Tick or untick a source; the last one that is ticked stays so."""
        before = self.config.data.sources
        sources = tuple(s for s in self.sources if (on if s == source else s in before))
        if sources:
            self.set(sources=sources)
        else:
            self.changed.emit(self.config)  # its tick comes back

    @Slot(bool)
    def learn_non_digits(self, on: bool) -> None:
        """Train with non-digits or without; only the loss MAP has a class for them."""
        if on:
            penalties = self.architecture.score_kind == "penalty"
            j = not_a_digit_penalty(self.config.architecture) or LearningConfig().j * penalties
            self.set(non_digits=LEARNED_NON_DIGITS, loss="map", j=j)
        else:
            self.set(non_digits=())

    # ---- settings file

    def _store(self) -> None:
        for name, value in self.config.all_fields().items():
            if name in ONCE or (value not in ARCHITECTURES and name == "architecture"):
                continue
            if name == "image_augmentation":
                self._settings.store("training/distorted", json.dumps(value is not None))
                for part, number in asdict(value or ImageAugmentation()).items():
                    self._settings.store(f"training/distortion-{part}", json.dumps(number))
            else:
                self._settings.store(f"training/{written_name(name)}", json.dumps(value))

    def _restore(self) -> None:
        names = [name for name in self.config.all_fields() if name not in ONCE]
        names.remove("image_augmentation")  # its ranges are settings of their own
        config = self.config.with_fields(**self._restored(names, "training/", _stored_field))
        ranges = self._restored(
            list(asdict(ImageAugmentation())), "training/distortion-", _stored_range
        )
        on = self._settings.text("training/distorted", "true") != "false"
        known = tuple(source for source in config.data.sources if source in self.sources)
        config = config.with_fields(
            image_augmentation=ImageAugmentation(**ranges) if on else None,
            sources=known or (MNIST,),
        )
        self.config = fitting(config, self._architecture_of(config))

    def _restored(
        self, names: list[str], prefix: str, checked: Callable[[str, Any], Any]
    ) -> dict[str, Any]:
        """Return the values that the settings file has; drop each one that is bad."""
        found = {}
        for name in names:
            key = f"{prefix}{written_name(name)}"
            if text := self._settings.text(key, ""):
                try:
                    found[name] = checked(name, json.loads(text))
                except (ValueError, BadChoice, RecursionError):
                    self._settings.drop(key, text)
        return found


def first_config() -> TrainingConfig:
    """Return the choices before the user has made any."""
    return preset_config(BEST_PRESET, FIRST_NETWORK, FIRST_SECONDS)


def _stored_field(name: str, value: Any) -> Any:
    """Return a field of a training as the settings hold it. Raises BadChoice or ValueError."""
    config = TrainingConfig.from_json({"architecture": "lenet-5", written_name(name): value})
    value = config.field(name)
    if name == "classes":
        return chosen_classes(value, ())
    allowed = name not in FIELDS or FIELDS[name].allows(value) or (name, value) == ("seconds", 0)
    if not allowed or (name == "architecture" and value not in ARCHITECTURES):
        raise ValueError(name)
    return value


def _stored_range(name: str, value: Any) -> Any:
    """Return a range of the image augmentation. Raises BadChoice or ValueError."""
    image_augmentation_from_json({name: value})
    if not next(field for field in AUGMENTATION_FIELDS if field.name == name).allows(value):
        raise ValueError(name)
    return value


def preset_config(name: str, architecture: str, seconds: float = 0.0) -> TrainingConfig:
    """Return the settings of a preset for an architecture.

    A preset that does not suit the architecture brings its own. The best recipe depends on the
    time, in ``seconds``; 0: none is given.
    """
    found = preset(name)
    if found.architectures and architecture not in found.architectures:
        architecture = found.architectures[0]
    config = found.config(architecture)
    if name == BEST_PRESET and seconds:
        return replace(config, learning=for_seconds(config.learning, seconds))
    return config
