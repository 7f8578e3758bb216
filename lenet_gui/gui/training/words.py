"""A training in words: its title, its state, durations and error intervals."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.common.printable import visible
from lenet_gui.common.recipes import preset
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.recognition.wilson import wilson_interval
from lenet_gui.gui.training.state import State
from lenet_gui.gui.wording.phrases import counted

MINUTE, HOUR, DAY = 60, 3600, 86400

STATES = {
    State.OFF: QT_TRANSLATE_NOOP("Training", "not ready yet"),
    State.WARMING: QT_TRANSLATE_NOOP("Training", "preparing …"),
    State.READY: QT_TRANSLATE_NOOP("Training", "ready"),
    State.STARTING: QT_TRANSLATE_NOOP("Training", "reading the data …"),
    State.TRAINING: QT_TRANSLATE_NOOP("Training", "training"),
    State.PAUSED: QT_TRANSLATE_NOOP("Training", "paused"),
    State.STOPPING: QT_TRANSLATE_NOOP("Training", "stopping …"),
    State.EVALUATING: QT_TRANSLATE_NOOP("Training", "testing the result …"),
}


def translated(text: str) -> str:
    """Return a text of the context "Training" in the language in use."""
    return QCoreApplication.translate("Training", text)


def state_text(state: State) -> str:
    """Return the name of a state."""
    return translated(STATES[state])


def preset_title(name: str) -> str:
    """Return the title of a preset; name: empty for the user's own settings."""
    if not name:
        return translated(QT_TRANSLATE_NOOP("Training", "Custom settings"))
    return QCoreApplication.translate("Preset", preset(name).title)


def preset_words(name: str) -> str:
    """Return the explanation of a preset; name: empty for the user's own settings."""
    if not name:
        return translated(QT_TRANSLATE_NOOP("Training", "Settings that you chose yourself."))
    return QCoreApplication.translate("Preset", preset(name).explanation)


def source_title(source: str) -> str:
    """Return the short name of a data source: "MNIST", or the name of a file or folder."""
    return "MNIST" if source == "mnist" else visible(Path(source).name or source)


def data_title(sources: tuple[str, ...]) -> str:
    """Return the short names of data sources, joined by plus signs."""
    return " + ".join(source_title(source) for source in sources)


def duration(seconds: float) -> str:
    """Return a rounded duration: "18 s", "4 min", "2 h 5 min"."""
    whole = round(seconds)
    if whole < 2 * MINUTE:
        return translated(QT_TRANSLATE_NOOP("Training", "{0} s")).format(whole)
    if whole < 2 * HOUR:
        return translated(QT_TRANSLATE_NOOP("Training", "{0} min")).format(round(whole / MINUTE))
    hours, minutes = divmod(round(whole / MINUTE), 60)
    return translated(QT_TRANSLATE_NOOP("Training", "{0} h {1} min")).format(hours, minutes)


def ago(seconds: float) -> str:
    """Return how long ago something was: "just now", "4 min ago", "yesterday"."""
    if seconds < MINUTE:
        return translated(QT_TRANSLATE_NOOP("Training", "just now"))
    if seconds < DAY:
        return translated(QT_TRANSLATE_NOOP("Training", "{0} ago")).format(
            duration(max(seconds, 2 * MINUTE) if seconds >= 2 * MINUTE else MINUTE)
        )
    days = int(seconds // DAY)
    if days == 1:
        return translated(QT_TRANSLATE_NOOP("Training", "yesterday"))
    return counted("Training", "%Ln day(s) ago", days)


def how_long(epochs: int, seconds: float) -> str:
    """Return a budget in words: "1 minute", or "20 epochs" if ``seconds`` is 0."""
    if not seconds:
        return counted("Training", "%Ln epoch(s)", epochs)
    if seconds % MINUTE == 0:
        minutes = round(seconds / MINUTE)
        return counted("Training", "%Ln minute(s)", minutes)
    if seconds == round(seconds):
        return counted("Training", "%Ln second(s)", round(seconds))
    text = translated(QT_TRANSLATE_NOOP("Training", "{0} seconds"))
    return text.format(QLocale().toString(float(seconds), "g", 6))


def title(config: TrainingConfig) -> str:
    """Return architecture, data and budget: "lenet-5 · MNIST · 1 minute"."""
    budget = how_long(config.learning.epochs, config.learning.seconds)
    return f"{visible(config.architecture)} · {data_title(config.data.sources)} · {budget}"


def interval(rate: float, count: int) -> str:
    """Return the 95 % interval of an error rate 0..1 on ``count`` samples.

    In percent, as "95 %: 1.3 to 2.0"; see ``wilson_interval``.
    """
    ends = wilson_interval(round(rate * count), max(count, 1))
    digits = 1 if ends[0] >= 0.01 else 2
    low, high = (QLocale().toString(100 * end, "f", digits) for end in ends)
    return translated(QT_TRANSLATE_NOOP("Training", "95 %: {0} to {1}")).format(low, high)
