"""Measuring itself: rows by their bars, another commit beside this one, the package's starts."""

import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from tests.benchmarks import __main__ as command
from tests.benchmarks import comparison, measure, packaged, references, window
from tests.benchmarks.comparison import Compared, Figures, MeasurementError, Tree
from tests.benchmarks.measure import Measurement, Row, beside
from tests.end_to_end.screen import alive, until
from tests.helpers import PATIENCE

ROOT = Path(__file__).parent.parent

# A tree as of the commits before rows could be chosen.
EARLIER_MEASURE = """
from dataclasses import dataclass
ROUNDS = 5
@dataclass
class Row:
    what: str
    figure: float
    most: float
    unit: str
    note: str = ""
"""
EARLIER_MAIN = """
from tests.benchmarks import accuracy, reading, window
PARTS = accuracy, reading, window
"""
EARLIER_READING = """
from tests.benchmarks.measure import Row
def rows():
    print("something is said")
    yield Row("both", 20.0, 1.0, "ms")
    yield Row("a ratio", 3.0, 5.0, "x")
    yield Row("memory", 3.0, 5.0, "MB")
    yield Row("then only", 2.0, 5.0, "s")
"""
EARLIER_WINDOW = """
from tests.benchmarks.measure import ROUNDS, Row
def rows():
    yield Row("rounds", float(ROUNDS), 1.0, "s")
"""
EARLIER_ACCURACY = """
def rows():
    raise SystemExit("nobody asks for errors")
"""
# A tree of now. Rows that are not wanted would fail.
MAIN = """
from tests.benchmarks import reading, window
PARTS = reading, window
"""
READING = """
from tests.benchmarks.measure import Measurement, Row
def _both():
    yield Row("both", 1.5, 2.0, "x", seconds=0.03)
    yield Row("a ratio", 1.5, 2.0, "x")
def _more():
    yield Row("now only", 1.5, 2.0, "s")
def _errors():
    raise SystemExit("nobody asks for errors")
MEASUREMENTS = (
    Measurement(("both", "a ratio"), _both),
    Measurement(("now only",), _more),
    Measurement(("errors",), _errors, timed=False),
)
"""
WINDOW = """
from tests.benchmarks.measure import Measurement, Row
ROUNDS = 5
def _rounds():
    yield Row("rounds", float(ROUNDS), 1.0, "s")
MEASUREMENTS = (Measurement(("rounds",), _rounds),)
"""
FAILING = """
def rows():
    raise SystemExit("no screen")
"""
HANGING = """
import subprocess, sys, time
from pathlib import Path
def rows():
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1000)"])
    Path("../../../hangs").write_text(str(child.pid))
    time.sleep(1000)
"""
# Ctrl+C is on, also where it is off for what runs in the background of a shell.
COMPARE = """
import signal, sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)
from tests.benchmarks import comparison
root = Path(sys.argv[1])
comparison.ROOT, comparison.BUILD = root, root / "build"
sys.exit(comparison.compare("HEAD"))
"""


def write(folder: Path, **parts: str) -> None:
    benchmarks = folder / "tests" / "benchmarks"
    benchmarks.mkdir(parents=True, exist_ok=True)
    (folder / "lenet_gui").mkdir(exist_ok=True)
    for package in (folder / "lenet_gui", benchmarks.parent, benchmarks):
        (package / "__init__.py").touch()
    for name, text in parts.items():
        (benchmarks / f"{name}.py").write_text(text)


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An earlier commit, and a working tree of now."""
    root = tmp_path / "repository"
    write(
        root, __main__=EARLIER_MAIN, measure=EARLIER_MEASURE, reading=EARLIER_READING,
        window=EARLIER_WINDOW, accuracy=EARLIER_ACCURACY,
    )  # fmt: skip
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "earlier")
    now = Path(measure.__file__).read_text(encoding="utf-8")
    write(root, __main__=MAIN, measure=now, reading=READING, window=WINDOW)
    return root


def compare(
    root: Path, monkeypatch: pytest.MonkeyPatch, *only: str, commit: str = "HEAD", rounds: int = 3
) -> int:
    use(root, monkeypatch)
    return comparison.compare(commit, only, rounds)


def use(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "ROOT", root)
    monkeypatch.setattr(comparison, "BUILD", root / "build")


def is_clean(root: Path) -> bool:
    listed = git(root, "worktree", "list", "--porcelain").count("worktree ")
    return listed == 1 and not list((root / "build").glob("*"))


# ---- rows


def test_a_ratio_is_the_median_of_pairs_and_the_time_stands_beside() -> None:
    row = beside("work", [2.0, 40.0, 3.0], "other work", [1.0, 10.0, 1.0], 3.0, "a note")
    assert (row.figure, row.unit, row.seconds) == (3.0, "x", 3.0)
    assert row.holds
    assert not beside("work", [2.0], "other work", [1.0], 1.9).holds
    line = command.line_of(row)
    assert line.endswith("3 x         3 x  holds  (3 s / other work; there 1 s; a note)")


def test_rounds_alternate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "ROUNDS", 3)
    done: list[str] = []
    found = measure.round_medians([lambda: done.append("a"), lambda: done.append("b")], 2)
    assert "".join(done) == "aabb" * 3
    assert [len(rounds) for rounds in found] == [3, 3]


@pytest.mark.parametrize(
    ("seconds", "words"), [(1.5, "1.5 s"), (0.0123, "12.3 ms"), (0.00005, "50 us")]
)
def test_seconds_in_words(seconds: float, words: str) -> None:
    assert measure.in_words(seconds) == words


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    def starts() -> Iterator[Row]:
        yield Row("window painted", 1.0, 2.0, "x")
        yield Row("first answer", 3.0, 2.0, "x")

    def errors() -> Iterator[Row]:
        raise AssertionError("it was not asked for")
        yield

    part = SimpleNamespace(
        MEASUREMENTS=(
            Measurement(("window painted", "first answer"), starts),
            Measurement(("errors",), errors, timed=False),
        )
    )
    monkeypatch.setattr(command, "PARTS", (part,))


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("only", "code", "shown"),
    [
        (["Window"], 0, ["window painted"]),
        (["first", "painted"], 1, ["window painted", "first answer"]),
        (["nothing"], 1, ["no row has such"]),
    ],
)
def test_rows_are_chosen_by_name(
    capsys: pytest.CaptureFixture[str], only: list[str], code: int, shown: list[str]
) -> None:
    arguments = itertools.chain.from_iterable(("--only", text) for text in only)
    assert command.main(list(arguments)) == code
    _, *lines = capsys.readouterr().out.splitlines()
    assert [line[: len(name)] for line, name in zip(lines, shown, strict=True)] == shown


def test_a_row_that_is_not_announced_is_an_error() -> None:
    measurement = Measurement(("this",), lambda: iter([Row("that", 1.0, 1.0, "x")]))
    with pytest.raises(ValueError, match="'that' is not among"):
        list(measurement.measured())


def test_names_of_rows_are_unique() -> None:
    names = [name for part in command.PARTS for one in part.MEASUREMENTS for name in one.names]
    assert len(names) == len(set(names)) > 20


def test_the_command_reads_its_arguments(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(comparison, "compare", lambda *arguments: print(arguments))
    command.main(["--base", "abc", "--only", "pen", "--rounds", "7"])
    assert capsys.readouterr().out == "('abc', ['pen'], 7)\n"
    with pytest.raises(SystemExit):
        command.main(["--base", "abc", "--rounds", "2"])
    assert "at least 3 rounds" in capsys.readouterr().err


# ---- another commit


def test_rows_are_paired_by_name() -> None:
    here, base = Figures(), Figures()
    for seconds in (0.03, 0.05, 0.04):
        here.add([{"what": "both", "figure": 9.0, "unit": "x", "seconds": seconds}])
        base.add([{"what": "both", "figure": 20.0, "unit": "ms", "seconds": None}])
    for figures, figure in ((here, 3.0), (base, 4.0)):
        figures.add(
            [
                {"what": "a ratio", "figure": figure, "unit": "x", "seconds": None},
                {"what": "memory", "figure": figure, "unit": "MB", "seconds": None},
            ]
        )
    here.add([{"what": "here only", "figure": 1.0, "unit": "s", "seconds": None}])
    base.add([{"what": "base only", "figure": 1.0, "unit": "s", "seconds": None}])
    both, *rest = comparison.paired(here, base)
    assert (both.here, both.base, both.ratio) == (0.04, 0.02, 2.0)
    assert (both.low, both.high) == pytest.approx((1.5, 2.5))
    assert rest == [
        Compared("a ratio", "x", 3.0, 4.0, 0.75, 0.75, 0.75),
        Compared("here only", "s", 1.0, None),
        Compared("base only", "s", None, 1.0),
    ]
    assert [one.what for one in comparison.paired(here, base, ["ONLY"])] == [
        "here only", "base only",
    ]  # fmt: skip


def test_a_time_and_a_ratio_are_no_pair() -> None:
    here, base = Figures(), Figures()
    here.add([{"what": "row", "figure": 2.0, "unit": "x", "seconds": None}])
    base.add([{"what": "row", "figure": 2.0, "unit": "ms", "seconds": None}])
    assert list(comparison.paired(here, base)) == [
        Compared("row", "x", 2.0, None),
        Compared("row", "s", None, 0.002),
    ]


def test_trees_take_turns_and_one_that_fails_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(tree: Tree, *_arguments: str) -> list[dict]:
        asked.append(tree.name)
        if asked.count("base") == 2 and tree.name == "base":
            raise MeasurementError("no screen")
        return [{"what": "row", "figure": 1.0, "unit": "s", "seconds": None}]

    monkeypatch.setattr(comparison, "measure", answer)
    trees = Tree("here", Path("a")), Tree("base", Path("b"))
    found = comparison.alternate(trees, "window", (), 4)
    assert asked == ["here", "base", "here", "base", "here", "here"]
    assert found["base"].failure == "no screen"
    assert [len(figures.values["row"]) for figures in found.values()] == [4, 1]
    (row,) = comparison.paired(found["here"], found["base"])
    assert row.ratio is None  # of one round it would say too little


def test_parts_with_a_wanted_row_are_measured() -> None:
    here: comparison.Offer = {"reading": [["one", "two"]], "window": [["three"]], "new": [["one"]]}
    base: comparison.Offer = {"reading": None, "window": [["one"]], "gone": None, "errors": []}
    parts = comparison.chosen_parts
    assert parts(here, base, []) == ["reading", "window", "new", "gone"]
    assert parts(here, base, ["one"]) == ["reading", "window", "new", "gone"]
    assert parts(here, base, ["three"]) == ["window", "gone"]
    assert parts({"reading": [["one"]]}, {"reading": None}, ["three"]) == []


def test_compares_with_an_earlier_commit(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(repository, monkeypatch) == 0
    header, *lines = capsys.readouterr().out.splitlines()
    assert header.split() == ["what", "here", "base", "ratio", "spread"]
    assert [" ".join(line.split()) for line in lines] == [
        "both 30 ms 20 ms 1.50 1.50 to 1.50",
        "a ratio 1.5 x 3 x 0.50 0.50 to 0.50",
        "now only 1.5 s - -",
        "then only - 2 s -",
        "rounds 1 s 1 s 1.00 1.00 to 1.00",  # each tree measures one round at a time
    ]
    assert is_clean(repository)


def test_compares_chosen_rows_alone(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(repository, window="MEASUREMENTS = ()\n", reading=READING.replace("1.5", "exit()", 1))
    assert compare(repository, monkeypatch, "now ONLY", rounds=1) == 0
    assert [line.split()[:3] for line in capsys.readouterr().out.splitlines()[1:]] == [
        ["now", "only", "1.5"]
    ]
    assert compare(repository, monkeypatch, "no such", rounds=1) == 1
    assert "no timed row has such a name" in capsys.readouterr().out


def test_says_which_tree_failed(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    measurement = "from tests.benchmarks.measure import Measurement\n" + FAILING
    write(repository, window=measurement + "MEASUREMENTS = [Measurement(('rounds',), rows)]\n")
    assert compare(repository, monkeypatch, rounds=1) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "window: failed in here: no screen" in lines
    assert any(line.split() == ["rounds", "-", "1", "s", "-"] for line in lines)
    assert any(line.startswith("both") for line in lines)
    assert is_clean(repository)


def test_an_unknown_commit_is_a_sentence(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(repository, monkeypatch, commit="nowhere") == 2
    assert capsys.readouterr().err == "there is no commit nowhere\n"
    assert is_clean(repository)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, MeasurementError, SystemExit])
def test_the_worktree_goes_whatever_happens(
    repository: Path, monkeypatch: pytest.MonkeyPatch, kind: type[BaseException]
) -> None:
    use(repository, monkeypatch)

    def fail() -> None:
        with comparison.worktree("HEAD") as folder:
            assert (folder / "tests" / "benchmarks" / "accuracy.py").exists()
            (folder / "left.txt").touch()
            raise kind

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(kind):
        fail()
    assert is_clean(repository)
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_what_runs_and_removes_the_worktree(
    repository: Path, number: signal.Signals
) -> None:
    main = "from tests.benchmarks import window\nPARTS = (window,)\n"
    write(repository, window=HANGING, __main__=main)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "hangs")
    write(repository, window=WINDOW)
    process = subprocess.Popen(
        [sys.executable, "-c", COMPARE, str(repository)], cwd=ROOT, stdout=subprocess.DEVNULL
    )
    marker = repository / "hangs"
    until(lambda: marker.exists() and marker.read_text(), "the measurement that hangs", 60.0)
    process.send_signal(number)
    assert process.wait(60) == 128 + number
    assert is_clean(repository)
    until(lambda: not alive(int(marker.read_text())), "the end of what it had started")


def test_a_tree_that_is_not_measured_itself_is_an_error(tmp_path: Path) -> None:
    """Its name must not lead to the package that is installed."""
    with pytest.raises(MeasurementError, match="is not of the tree"):
        comparison.measure(Tree("base", tmp_path), "list")


def test_this_tree_can_be_measured() -> None:
    offer = comparison.measure(Tree("here", ROOT), "list")
    assert list(offer) == [part.__name__.rpartition(".")[2] for part in command.PARTS]
    assert json.dumps(offer["accuracy"]) == "[]"
    assert ["normalisation of a full 560x560 canvas"] in offer["reading"]


# ---- the package


def starts(*seconds: float) -> Iterator[packaged.Times]:
    return ((value, 2 * value) for value in itertools.cycle(seconds))


def test_starts_alternate_until_the_ratio_is_certain() -> None:
    order: list[str] = []
    times = {"packaged": starts(1.05), "source": starts(1.0)}

    def start(name: str) -> packaged.Times:
        order.append(name)
        return next(times[name])

    found = packaged.alternated(lambda: start("packaged"), lambda: start("source"))
    assert order == ["packaged", "source"] * packaged.LEAST
    rows = list(packaged.judged(*found))
    assert [row.what for row in rows] == [f"packaged / from source: {w}" for w in packaged.WHAT]
    assert [row.figure for row in rows] == pytest.approx([1.05, 1.05])
    assert all(row.holds for row in rows)


@pytest.mark.parametrize(("packaged_seconds", "holds"), [(1.09, True), (1.12, False)])
def test_a_busy_moment_does_not_decide(packaged_seconds: float, holds: bool) -> None:
    mine = starts(packaged_seconds, packaged_seconds, 9.0, packaged_seconds, packaged_seconds)
    theirs = starts(1.0, 1.0, 1.0, 1.0, 5.0)
    found = packaged.alternated(lambda: next(mine), lambda: next(theirs))
    assert len(found[0]) % 2
    assert [row.holds for row in packaged.judged(*found)] == [holds, holds]


def test_more_starts_while_the_spread_is_coarse_and_never_without_end() -> None:
    steady = starts(1.0)
    unsteady = starts(1.0, 1.4, 0.8, 1.9, 1.1, 0.7, 1.3)
    most = packaged.alternated(lambda: next(unsteady), lambda: next(steady))
    assert [len(times) for times in most] == [packaged.MOST] * 2
    settling = itertools.chain(
        [(1.0, 1.0), (1.2, 1.2), (0.9, 0.9), (1.1, 1.1)], itertools.repeat((1.0, 1.0))
    )
    some = packaged.alternated(lambda: next(settling), lambda: next(steady))
    assert packaged.LEAST < len(some[0]) < packaged.MOST
    assert len(some[0]) % 2


def test_uncertainty_falls_with_the_root_of_the_count() -> None:
    random = np.random.default_rng(0)
    medians = [np.median(random.normal(1.0, 0.1, 25)) for _ in range(2000)]
    told = [packaged.uncertainty(list(random.normal(1.0, 0.1, 25))) for _ in range(2000)]
    assert np.mean(told) == pytest.approx(np.std(medians), rel=0.1)


# ---- the work that times are ratios to


def test_references_do_what_they_say(qapp) -> None:
    layers = references.products()()
    assert [layer.shape for layer in layers] == [(6, 784), (16, 100), (120, 1), (84, 1), (10, 1)]
    canvas = np.zeros((560, 560), np.uint8)
    canvas[:, 280:] = 200
    small = references.averaged(canvas)()
    assert small.shape == (20, 20)
    assert small.mean() == pytest.approx(100, rel=1e-5)
    frame = np.full((200, 300), 220, np.uint8)
    frame[50:60, 50:60] = frame[50:60, 150:160] = 30
    assert references.separated(frame)()[0] == 3  # the paper, and two
    form = references.painted_form()()
    assert (form.width(), form.height()) == references.FORM
    assert len({form.pixel(x, y) for x in range(0, 700, 7) for y in range(0, 500, 5)}) > 10


# ---- a screen that ends

NO_XVFB = shutil.which("Xvfb") is None
BENCH = """
import sys
from pathlib import Path
from tests.benchmarks import window
Popen = window.subprocess.Popen
servers = []
def noted(command, **more):
    started = Popen(command, **more)
    if command[0] == "Xvfb":
        servers.append(started.pid)
    else:  # a window is being opened on it
        Path(sys.argv[1]).write_text(str(servers[-1]))
    return started
window.subprocess.Popen = noted
window.STARTS = 1000
from tests.benchmarks.__main__ import main
sys.exit(main(["--only", "window painted / empty"]))
"""


@pytest.mark.skipif(NO_XVFB, reason="there is no Xvfb")
def test_a_screen_that_dies_ends_it_with_a_sentence(tmp_path: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", BENCH, tmp_path / "server"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    number = int(until(lambda: (tmp_path / "server").exists() and _read(tmp_path), "its screen"))
    os.kill(number, signal.SIGKILL)
    out, errors = running.communicate(timeout=PATIENCE)
    assert running.returncode == 1
    assert errors.strip().startswith("make bench: its screen, Xvfb, ended while a window was")
    assert errors.count("\n") == 1
    assert "Traceback" not in out + errors
    assert not alive(number)


def _read(folder: Path) -> str:
    return (folder / "server").read_text()


@pytest.mark.skipif(NO_XVFB, reason="there is no Xvfb")
def test_an_error_on_a_screen_that_lives_is_told_itself() -> None:
    with pytest.raises(SystemExit, match="something else"), window.screen():
        raise SystemExit("something else")


def test_a_screen_that_cannot_be_started_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "Xvfb"
    fake.write_text("#!/bin/sh\nexit 3\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(SystemExit, match=r"cannot be started \(it gave 3\)"), window.screen():
        pass
