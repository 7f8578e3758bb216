"""From a foreign file to a checkpoint: what a person sees of it, decides, and gets."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.printable import is_class_name
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import (
    CHECKPOINT_SUFFIX,
    checkpoint_of,
    write_checkpoint,
)
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry, checked_name
from lenet_gui.engine.importing.candidates import NOTHING_SAID, Candidate, Said, candidates
from lenet_gui.engine.importing.foreign_file import ForeignFile
from lenet_gui.engine.importing.steps import Probe
from lenet_gui.engine.importing.trials import Progress, can_be_tried, near_ties, reads_digits, tried
from lenet_gui.engine.networks.architecture import MAX_CLASSES
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.network import Network, check_outputs

_TOLERANCE = 1e-4  # of the largest score: float32 sums differ in their order
_NAME = "imported"  # where a file's name is none for an architecture


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The networks that a file may hold.

    choices: what lies too close to choose, the best first. tried: whether MNIST's digits decided;
    otherwise a person has to. combinations: how many there are. digits: whether the best one reads
    digits at all.
    """

    file: ForeignFile
    class_names: tuple[str, ...]
    choices: tuple[Candidate, ...]
    tried: bool
    combinations: int
    digits: bool = True

    @property
    def certain(self) -> bool:
        """Return whether nothing is left to choose, or digits were read as well as any way is."""
        return len(self.choices) == 1 or (self.tried and self.digits)


def found_in(
    file: ForeignFile,
    said: Said = NOTHING_SAID,
    class_names: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> Found:
    """Find what a file may be. class_names: None for the file's own, or numbers.

    Raises BadInput, which names the first tensor that does not fit.
    """
    try:
        every = candidates(file.network, _architecture_name(file.path), said)
        names = _class_names(file, every[0].architecture.classes, class_names)
        for candidate in every[:1]:
            _check_probe(candidate, file.network.probe)
        if not can_be_tried(names):
            choices = near_ties(every)
            return Found(file, names, tuple(choices), False, len(every))
        ranked = tried(every, names, progress)
        return Found(file, names, tuple(near_ties(ranked)), True, len(every), reads_digits(ranked))
    except BadChoice:
        raise
    except BadInput as error:
        raise BadInput("{file} cannot be imported: {why}", file=file.path.name, why=error) from None


def with_class_names(found: Found, said: Sequence[str]) -> Found:
    """Return the same with other class names. Raises BadChoice for names that cannot be such."""
    count = found.choices[0].architecture.classes
    return replace(found, class_names=_class_names(found.file, count, said))


def keep_imported(found: Found, choice: int, name: str) -> NetworkEntry:
    """Put the checkpoint of a choice into the library under a name. Raises BadInput."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"imported{CHECKPOINT_SUFFIX}"
        write_checkpoint(path, imported(found, choice))
        return Library().keep(path, name)


def _architecture_name(path: Path) -> str:
    """Return the name of an architecture that no table has: that of the file."""
    try:
        name = checked_name(path.name.partition(".")[0])
    except BadInput:
        name = _NAME
    return f"{name}-{_NAME}" if name in ARCHITECTURES else name


def _class_names(file: ForeignFile, count: int, said: Sequence[str] | None) -> tuple[str, ...]:
    """Return the names of the classes. Raises BadChoice for names that cannot be such."""
    if not 2 <= count <= MAX_CLASSES:
        raise BadInput(
            "A network needs 2 to {most} classes, not {classes}.", most=MAX_CLASSES, classes=count
        )
    own = file.network.class_names
    if said is None:
        names = own if len(own) == count else tuple(map(str, range(count)))
    else:
        names = tuple(said)
        if len(names) != count:
            raise BadChoice(
                "The network has {count} outputs; you named {classes} classes.",
                count=count,
                classes=len(names),
            )
    if not all(map(is_class_name, names)):
        raise BadChoice("its class names are not texts of 1 to 100 visible characters.")
    if len(set(names)) != len(names):
        raise BadChoice("two of its classes have the same name.")
    return names


def _check_probe(candidate: Candidate, probe: Probe | None) -> None:
    """Raise BadInput unless a network answers as the original did to some inputs."""
    if probe is None:
        return
    network = Network(candidate.architecture, candidate.weights)
    if probe.inputs.shape[1:] != candidate.architecture.input_shape:
        raise BadInput("its graph gives other answers than its layers do.")
    with np.errstate(all="ignore"):
        evidence = network.evidence(probe.inputs)
        scores = candidate.architecture.scores_of(evidence)
        ways = (scores, evidence, np.log(np.maximum(scores, 1e-38)), _sigmoid(evidence))
        if not any(_alike(ours, probe.outputs) for ours in ways):
            raise BadInput("its graph gives other answers than its layers do.")


def _alike(ours: np.ndarray, theirs: np.ndarray) -> bool:
    if ours.shape != theirs.shape:
        return False
    return bool(np.abs(ours - theirs).max() <= _TOLERANCE * max(1.0, np.abs(theirs).max()))


def _sigmoid(values: np.ndarray) -> np.ndarray:
    return 0.5 + 0.5 * np.tanh(0.5 * values)


def imported(found: Found, choice: int = 0) -> Checkpoint:
    """Return the checkpoint of a choice, which says where it came from. Raises BadInput."""
    candidate = found.choices[choice]
    check_outputs(candidate.architecture, candidate.weights)
    origin = {
        "file": found.file.path.name,
        "sha256": found.file.sha256,
        "kind": found.file.network.kind,
    }
    return checkpoint_of(
        candidate.architecture,
        found.class_names,
        candidate.weights,
        training={"imported": origin},
    )
