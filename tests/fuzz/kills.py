"""Programs that are killed while they train, save and write settings: what is on disk is whole."""

from __future__ import annotations

import contextlib
import os
import signal
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from random import Random

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Drawing
from lenet_gui.engine.checkpoints.checkpoint import CHECKPOINT_SUFFIX, read_checkpoint
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.unfinished_trainings import state_path, unfinished
from lenet_gui.engine.ink.drawing_files import read_drawing, write_drawing
from lenet_gui.engine.ink.rasterizer import make_stroke
from tests.helpers import untrained

MOST_LOST = 10.0  # seconds of training

Say = Callable[[float], None]


@dataclass(frozen=True)
class What:
    """act: works in a folder until it is killed, and says now and then how far it is; longest:
    seconds from its first word to its end; check: raises what is wrong with what it left, given
    its last word."""

    act: Callable[[Path, Say, int], None]
    longest: float
    check: Callable[[Path, float], None]


def killed(name: str, number: int) -> str:
    """What was wrong after the killing of that number, or nothing."""
    what, chance = WHATS[name], Random(f"{name} {number}")
    with tempfile.TemporaryDirectory(prefix="lenet_gui-kill-") as folder:
        with _acting(what, Path(folder), number) as words:
            os.read(words, 1)
            time.sleep(chance.uniform(0.0, what.longest))
        last = _last(words)
        try:
            what.check(Path(folder), last)
        except (AssertionError, BadInput, OSError, ValueError) as error:
            return f"{type(error).__name__}: {error}"
    return ""


@contextlib.contextmanager
def _acting(what: What, folder: Path, number: int) -> Iterator[int]:
    """A process that acts, and is killed in the end; where its words can be read."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the other threads of ours are idle
        child = os.fork()
    if child == 0:
        try:
            what.act(folder, lambda word: _say(writing, word), number)
        finally:
            os._exit(1)
    os.close(writing)
    try:
        yield reading
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _say(writing: int, word: float) -> None:
    os.write(writing, f"{word:.3f}\n".encode())


def _last(words: int) -> float:
    with os.fdopen(words, "rb") as file:
        lines = file.read().split()
    return float(lines[-1]) if lines else 0.0


# ---- training


def _train(folder: Path, say: Say, number: int) -> None:
    """A small set with a save every few steps, or MNIST, where time decides."""
    from lenet_gui.common.training_values import TrainingConfig
    from lenet_gui.trainer.training import train
    from tests.trainer.small_data import write_digits

    data = ("mnist",) if number % 3 == 0 else (write_digits(folder, 400),)
    config = TrainingConfig("lenet-5-modern").with_fields(
        sources=data, epochs=10_000, batch=32, validation=100
    )
    for step in train(config, folder / f"out{CHECKPOINT_SUFFIX}"):
        say(step.seconds)


def _check_training(folder: Path, last: float) -> None:
    output = folder / f"out{CHECKPOINT_SUFFIX}"
    for path in _whole(folder):
        if path != state_path(output):
            read_checkpoint(path)
    saved = 0.0
    if state_path(output).exists():
        (one,) = unfinished(folder)
        saved = one.seconds
    lost = last - saved
    assert lost <= MOST_LOST, f"{lost:.1f} s of training were lost"


def _whole(folder: Path) -> list[Path]:
    return [path for path in folder.glob(f"*{CHECKPOINT_SUFFIX}") if not path.name.startswith(".")]


# ---- saving


def _save(folder: Path, say: Say, number: int) -> None:
    """Keep, note, rename and delete in the library; write a drawing."""
    from lenet_gui.engine.checkpoints.checkpoint import write_checkpoint

    library = Library(folder / "library")
    checkpoint = untrained()
    for turn in count():
        result = folder / f"result{CHECKPOINT_SUFFIX}"
        write_checkpoint(result, replace(checkpoint, training={"turn": turn}))
        library.keep(result, f"n{turn}", "a note")
        library.set_note(f"n{turn}", "another note " * (turn % 50))
        library.rename(f"n{turn}", f"m{turn}")
        if turn > 3:
            library.delete(f"m{turn - 3}")
        lines = [(x, x * turn % 500) for x in range(1 + turn * 37 % 900)]
        write_drawing(folder / "drawing.json", Drawing((make_stroke(lines),)))
        say(turn)


def _check_saving(folder: Path, last: float) -> None:
    library = Library(folder / "library")
    names = library.names()
    assert len(library.entries()) == len(names), "an entry of the library cannot be read"
    for path in (*map(library.path, names), *_whole(folder)):
        read_checkpoint(path)
    read_drawing(folder / "drawing.json")
    assert len(names) <= 6, names


# ---- settings


def _set(folder: Path, say: Say, number: int) -> None:
    from lenet_gui.gui.system.settings import Settings

    for turn in count():
        settings = Settings(folder / "settings.ini")
        settings.store("pen_width", 20.0 + turn % 50)
        settings.store_texts("recent", (f"/{turn % 50}",) * (1 + turn % 90))
        del settings  # Qt writes it
        say(turn)


def _check_settings(folder: Path, last: float) -> None:
    from lenet_gui.gui.system.settings import Settings

    settings = Settings(folder / "settings.ini")
    width, texts = settings.number("pen_width", 0.0, 0.0, 100.0), settings.texts("recent")
    assert width >= 20.0, "the settings are lost"
    assert set(texts) == {f"/{width - 20:.0f}"}, "the settings are half written"
    settings.store("pen_width", 7.0)
    del settings
    assert Settings(folder / "settings.ini").number("pen_width", 0.0, 0.0, 100.0) == 7.0


WHATS: dict[str, What] = {
    "killed trainings": What(_train, 14.0, _check_training),
    "killed savings": What(_save, 0.5, _check_saving),
    "killed settings": What(_set, 0.2, _check_settings),
}
