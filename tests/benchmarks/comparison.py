"""`make bench BASE=<commit>`: the timed rows here beside those of another commit.

The commit gets a worktree in build/, which is removed at the end, also by Ctrl+C. Each tree runs
its own rows with the same .venv, one round here, one there, ROUNDS times; medians decide. Rows are
paired by name; one that only one tree has gets no ratio. A ratio above 1 means: slower here. The
spread is that of the ratios of single rounds: a ratio whose spread holds 1 says nothing. Of rows
with a bar on a ratio, the time of the measured work itself is compared where both trees tell it.

ARGS="--only start --only pen" measures the rows whose names contain one of the words; that is how
to look again, longer, at one that seems slower: ARGS="--only pen --rounds 15".
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from tests.benchmarks.measure import chosen, in_words

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build"
IN_TREE = Path(__file__).with_name("in_tree.py")
ROUNDS, LEAST_ROUNDS = 5, 3
SECONDS = {"s": 1.0, "ms": 1e-3, "us": 1e-6}
PATIENCE = 10.0  # seconds that an interrupted measurement has to end what it started


class MeasurementError(Exception):
    """A tree could not be measured; the message is its last word."""


@dataclass(frozen=True)
class Tree:
    """A checkout whose rows can be measured."""

    name: str
    folder: Path


@dataclass
class Figures:
    """What the rounds of one tree have found: values by the names of rows, in turn."""

    values: dict[str, list[float]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    failure: str = ""

    def add(self, rows: Sequence[dict[str, Any]]) -> None:
        """Take the timed ones of the rows of a round."""
        for row in rows:
            value, unit = timed_value(row)
            if unit:
                self.values.setdefault(row["what"], []).append(value)
                self.units[row["what"]] = unit


@dataclass(frozen=True)
class Compared:
    """A row of both trees, or of one alone, whose ratio is None.

    here, base: medians, in seconds where ``unit`` is "s". low, high: ratios of single rounds.
    """

    what: str
    unit: str
    here: float | None
    base: float | None
    ratio: float | None = None
    low: float = 0.0
    high: float = 0.0


def compare(commit: str, only: Sequence[str] = (), rounds: int = ROUNDS) -> int:
    """Print a table of ratios. Return 1 if a tree failed in a part, 2 without such a commit."""
    with _ended_by_signals():
        try:
            with worktree(commit) as base:
                return compare_trees((Tree("here", ROOT), Tree("base", base)), only, rounds)
        except MeasurementError as failure:
            print(failure, file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            return 128 + signal.SIGINT


def compare_trees(trees: tuple[Tree, Tree], only: Sequence[str], rounds: int) -> int:
    for tree in trees:  # what a first start would compile counts for no row
        command = [sys.executable, "-m", "compileall", "-q", "lenet_gui", "tests"]
        subprocess.run(command, cwd=tree.folder, check=False)
    offers = {tree.name: measure(tree, "list") for tree in trees}
    print(f"{'what':<52}{'here':>10}{'base':>10}{'ratio':>8}  spread")
    failed, seen = False, False
    for part in chosen_parts(offers["here"], offers["base"], only):
        found = alternate(trees, part, only, rounds)
        for one in paired(found["here"], found["base"], only):
            seen = True
            print(line_of(one), flush=True)
        for name, figures in found.items():
            if figures.failure:
                print(f"{part}: failed in {name}: {figures.failure}", flush=True)
                failed = True
    if not seen:
        print("no timed row has such a name")
    return 1 if failed or not seen else 0


def alternate(
    trees: Sequence[Tree], part: str, only: Sequence[str], rounds: int
) -> dict[str, Figures]:
    """Measure a part in one tree, in the other, and so on; a tree that fails is left out."""
    found = {tree.name: Figures() for tree in trees}
    for _ in range(rounds):
        for tree in trees:
            figures = found[tree.name]
            if figures.failure:
                continue
            try:
                figures.add(measure(tree, "run", part, *only))
            except MeasurementError as failure:
                figures.failure = str(failure)
    return found


Offer = dict[str, list[list[str]] | None]


def chosen_parts(here: Offer, base: Offer, only: Sequence[str]) -> list[str]:
    """Return the parts in which a tree has, or may have, a row that is wanted.

    A tree that does not know the names of a part beforehand (None) follows the other.
    """

    def wants(names: list[list[str]] | None) -> bool:
        return any(chosen(name, only) for group in names or () for name in group)

    parts = []
    for part in dict.fromkeys((*here, *base)):
        offers = [offer[part] for offer in (here, base) if part in offer]
        unknown_to_all = all(names is None for names in offers)
        if unknown_to_all or any(wants(names) for names in offers):
            parts.append(part)
    return parts


def timed_value(row: dict[str, Any]) -> tuple[float, str]:
    """Return seconds and "s", or a ratio and "x"; without a unit it is no time."""
    if row["seconds"] is not None:
        return row["seconds"], "s"
    if row["unit"] in SECONDS:
        return row["figure"] * SECONDS[row["unit"]], "s"
    return row["figure"], "x" if row["unit"] == "x" else ""


def paired(here: Figures, base: Figures, only: Sequence[str] = ()) -> Iterator[Compared]:
    """Pair rows by name, in the order of those here; what only one tree has comes with None."""
    for what in dict.fromkeys((*here.values, *base.values)):
        if not chosen(what, only):
            continue
        own, other = here.values.get(what, []), base.values.get(what, [])
        mine, theirs = (statistics.median(values) if values else None for values in (own, other))
        unit = here.units.get(what) or base.units[what]
        comparable = here.units.get(what) == base.units.get(what)
        whole = not here.failure and not base.failure
        ratios = [a / b for a, b in zip(own, other, strict=False) if b]
        if comparable and whole and ratios and mine is not None and theirs:
            yield Compared(what, unit, mine, theirs, mine / theirs, min(ratios), max(ratios))
        elif comparable or not own or not other:
            yield Compared(what, unit, mine, theirs)
        else:  # a time here, a ratio there: two rows
            yield Compared(what, here.units[what], mine, None)
            yield Compared(what, base.units[what], None, theirs)


def line_of(one: Compared) -> str:
    def words(value: float | None) -> str:
        if value is None:
            return "-"
        return in_words(value) if one.unit == "s" else f"{value:.3g} x"

    line = f"{one.what:<52}{words(one.here):>10}{words(one.base):>10}"
    if one.ratio is None:
        return f"{line}{'-':>8}"
    return f"{line}{one.ratio:>8.2f}  {one.low:.2f} to {one.high:.2f}"


def measure(tree: Tree, *arguments: str) -> Any:
    """Run in_tree.py in a tree. Raises MeasurementError with the last line of what it says."""
    process = subprocess.Popen(
        [sys.executable, "-c", IN_TREE.read_text(encoding="utf-8"), *arguments],
        cwd=tree.folder,
        env={**os.environ, "PYTHONPATH": str(tree.folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        out, errors = process.communicate()
    except BaseException:
        _end(process)
        raise
    if process.returncode:
        said = errors.strip().splitlines() or [f"it ended with {process.returncode}"]
        raise MeasurementError(said[-1])
    return json.loads(out.splitlines()[-1])


def _end(process: subprocess.Popen[str]) -> None:
    """End a measurement with the screens and windows that it has started."""
    for number in (signal.SIGINT, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.communicate(timeout=PATIENCE)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


@contextmanager
def worktree(commit: str) -> Iterator[Path]:
    """Check a commit out in a new folder below BUILD, and remove it at the end.

    Raises MeasurementError if there is no such commit.
    """
    full = _git("rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}").strip()
    if not full:
        raise MeasurementError(f"there is no commit {commit}")
    BUILD.mkdir(exist_ok=True)
    above = Path(tempfile.mkdtemp(prefix="base-", dir=BUILD))
    folder = above / "tree"
    try:
        _git("worktree", "add", "--quiet", "--detach", str(folder), full)
        if not folder.exists():
            raise MeasurementError(f"git cannot check out {commit}")
        yield folder
    finally:
        interrupts = signal.signal(signal.SIGINT, signal.SIG_IGN)  # not in the middle of it
        _git("worktree", "remove", "--force", "--force", str(folder))  # even half made
        shutil.rmtree(above, ignore_errors=True)
        signal.signal(signal.SIGINT, interrupts)


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise MeasurementError("another commit can only be measured with git") from None
    return done.stdout


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Obey a request to end like Ctrl+C: the worktree goes, too."""

    def stop(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    numbers = (signal.SIGTERM, signal.SIGHUP)
    before: list[Callable[..., Any] | int | None] = [signal.signal(n, stop) for n in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
