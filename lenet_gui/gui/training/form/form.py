"""What the next training will be: one set of choices for the panel, the dialog and the menu."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.recipes import PRESETS, SCRIBBLES, for_seconds, preset, rubbish
from lenet_gui.common.training_values import ImageAugmentation, Loss, TrainingConfig
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.form.data_sources import MNIST, DataSources
from lenet_gui.gui.training.form.fields import DISTORTIONS, FIELDS, has_penalties, possible

FIRST_NETWORK, FIRST_SECONDS = "lenet-5-modern", 60.0
BEST, OWN = "best", ""  # names of presets; OWN: one's own settings
# What one may choose beside a preset without leaving it.
FREE = (
    "data",
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
ONCE = ("start", "teachers")  # checkpoints that somebody chose once


class TrainingForm(QObject):
    """The choices, always such that they suit each other. There is one a training."""

    changed = Signal(object)  # TrainingConfig
    import_wanted = Signal()  # somebody asked for other data

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self.data = DataSources(self._settings, self)
        self._known = self.sources
        self.config = first_config()
        self._restore()
        self.data.changed.connect(self._follow_data)

    @staticmethod
    def of(training: QObject) -> TrainingForm:
        """The form of a training, made when it is first asked for."""
        return training.findChild(TrainingForm) or TrainingForm(training)

    @property
    def sources(self) -> tuple[str, ...]:
        """All data that can be learned from."""
        return tuple(source for _, source in self.data.entries())

    # ---- choosing

    def set(self, **values: Any) -> None:
        """Choose some fields; those that do not suit them any more follow."""
        config = fitting(replace(self.config, **values))
        if config != self.config:
            self.config = config
            self.changed.emit(config)
            self._store()

    def set_augmentation(self, name: str, value: float) -> None:
        """Choose one range; distortions are on from then on."""
        chosen: dict[str, Any] = {name: int(value) if name == "control" else float(value)}
        self.set(distortions=replace(self.config.distortions or ImageAugmentation(), **chosen))

    def choose_network(self, name: str) -> None:
        """Another architecture; with the best recipe, its own best recipe."""
        if name == self.config.architecture:
            return
        if self.preset == BEST:
            recipe = preset_config(BEST, name, self.config.seconds)
            self._take(recipe, "epochs", "start")
        else:
            self.set(architecture=name, start="")

    def choose_preset(self, name: str) -> None:
        """Fill the form with a preset; the best recipes can be given any time."""
        seconds = self.config.seconds if name == BEST else 0.0
        kept = () if name == BEST else ("validation", "validation_part")
        recipe = preset_config(name, self.config.architecture, seconds)
        self._take(recipe, "epochs", "seconds", *kept)

    def choose_budget(self, epochs: int, seconds: float) -> None:
        """How long; with the best recipe, the best one for that long."""
        if self.preset == BEST:
            recipe = preset_config(BEST, self.config.architecture, seconds)
            self._take(replace(recipe, epochs=epochs), "epochs", "seconds")
        else:
            self.set(epochs=epochs, seconds=seconds)

    def _take(self, config: TrainingConfig, *also: str) -> None:
        """Choose all but what is free, and those of the free fields."""
        chosen = _values(config)
        self.set(**{name: chosen[name] for name in chosen if name not in FREE or name in also})

    @property
    def preset(self) -> str:
        """The preset whose settings these are, or OWN."""
        for name in PRESET_NAMES:
            config = preset_config(name, self.config.architecture, self.config.seconds)
            free = {field: getattr(self.config, field) for field in FREE}
            if replace(config, **free) == self.config:
                return name
        return OWN

    @Slot()
    def _follow_data(self) -> None:
        """What was imported is learned from, too; what was taken off the list is not."""
        new = tuple(source for source in self.sources if source not in self._known)
        self._known = self.sources
        left = tuple(source for source in self.config.data if source in self._known)
        test = self.config.test if self.config.test in ("mnist-test", *self._known) else ""
        self.set(data=(*left, *new) or (MNIST,), test=test)
        self.changed.emit(self.config)

    def toggle_source(self, source: str, on: bool) -> None:
        """Learn from that source, too, or not; from one at least."""
        data = tuple(s for s in self.sources if (on if s == source else s in self.config.data))
        if data:
            self.set(data=data)
        else:
            self.changed.emit(self.config)  # the mark comes back

    @Slot(bool)
    def learn_non_digits(self, on: bool) -> None:
        """Learn what is no digit, too; only one loss can do that."""
        if on:
            self.set(non_digits=SCRIBBLES, loss="map", j=rubbish(self.config.architecture))
        else:
            self.set(non_digits=())

    # ---- from one start to the next

    def _store(self) -> None:
        for name, value in _values(self.config).items():
            if name in ONCE:
                continue
            if name == "distortions":
                self._settings.store("training/distorted", json.dumps(value is not None))
                for part, number in asdict(value or ImageAugmentation()).items():
                    self._settings.store(f"training/distortion-{part}", json.dumps(number))
            else:
                self._settings.store(f"training/{name}", json.dumps(value))

    def _restore(self) -> None:
        distortions = self._restored(ImageAugmentation(), "training/distortion-")
        on = self._settings.text("training/distorted", "true")
        config = self._restored(self.config, "training/")
        config = replace(config, distortions=distortions if on != "false" else None)
        known = tuple(source for source in config.data if source in self.sources)
        self.config = fitting(replace(config, data=known or (MNIST,)))

    def _restored(self, values: Any, prefix: str) -> Any:
        """``values`` with what the settings file has of them; bad ones are dropped singly."""
        for field in fields(values):
            text = self._settings.text(f"{prefix}{field.name}", "")
            if field.name in ("distortions", *ONCE) or not text:
                continue
            try:
                values = _checked(values, field.name, json.loads(text))
            except (ValueError, BadChoice, RecursionError):
                self._settings.drop(f"{prefix}{field.name}", text)
        return values


def first_config() -> TrainingConfig:
    """What the form says when nobody has chosen anything yet."""
    return preset_config(BEST, FIRST_NETWORK, FIRST_SECONDS)


def _checked(values: Any, name: str, value: Any) -> Any:
    """``values`` with that one changed. Raises BadChoice or ValueError."""
    if isinstance(values, ImageAugmentation):
        field = next(field for field in DISTORTIONS if field.name == name)
        config = TrainingConfig.from_json({"architecture": "", "distortions": {name: value}})
        value = getattr(config.distortions, name)
        allowed = field.allows(value)
    else:
        config = TrainingConfig.from_json({"architecture": "lenet-5", name: value})
        value = getattr(config, name)
        allowed = (
            name not in FIELDS or FIELDS[name].allows(value) or (name, value) == ("seconds", 0)
        )
        allowed &= name != "architecture" or value in ARCHITECTURES
    if not allowed:
        raise ValueError(name)
    return replace(values, **{name: value})


def _values(config: TrainingConfig) -> dict[str, Any]:
    return {field.name: getattr(config, field.name) for field in fields(config)}


def fitting(config: TrainingConfig) -> TrainingConfig:
    """The same with loss and schedule such that they suit network and optimiser."""
    if config.loss not in possible(config, "loss"):
        loss: Loss = "map" if has_penalties(config.architecture) else "cross-entropy"
        config = replace(config, loss=loss)
    if config.schedule not in possible(config, "schedule"):
        config = replace(config, schedule="cosine")
    if config.loss != "map":
        config = replace(config, non_digits=())
    if config.loss == "mse":
        config = replace(config, teachers=())
    return config


PRESET_NAMES = tuple(preset.name for preset in PRESETS)


def preset_config(name: str, architecture: str, seconds: float = 0.0) -> TrainingConfig:
    """The settings of a preset: for that architecture if it is for it, else for its own; the best
    recipe depends on the time that there is."""
    found = preset(name)
    if found.architectures and architecture not in found.architectures:
        architecture = found.architectures[0]
    config = found.config(architecture)
    return for_seconds(config, seconds) if name == BEST and seconds else config
