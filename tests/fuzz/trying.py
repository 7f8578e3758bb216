"""One case after the other, each with an eye on time, memory and what is raised."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.common.bad_input import BadInput
from tests.fuzz.kinds import Case, Cases, Kind

MOST_SECONDS = 2.0  # of the processor
MOST_MEMORY = 500_000_000  # bytes more than before


@dataclass(frozen=True)
class Outcome:
    """fault: what went wrong, or empty. seconds: of the processor; memory: bytes at its peak."""

    seed: str
    fault: str
    refused: bool
    seconds: float
    memory: int


def tried(kind: Kind, cases: Iterable[Case], maker: Cases) -> Iterator[Outcome]:
    """Each in a folder of its own, which is empty again for the next."""
    with tempfile.TemporaryDirectory(prefix="lenet_gui-fuzz-") as top:
        for case in cases:
            folder = Path(top, "case")
            folder.mkdir()
            yield _tried(kind, case, maker.put(case, folder))
            shutil.rmtree(folder)


def _tried(kind: Kind, case: Case, path: Path) -> Outcome:
    fault, refused = "", False
    before, start = _peak(reset=True), time.process_time()
    try:
        kind.use(path)
    except BadInput as error:
        refused = True
        fault = _unreadable(error)
    except BaseException as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        fault = (
            f"{type(error).__name__}: {str(error)[:100]} ({Path(last.filename).name}:{last.lineno})"
        )
    seconds, memory = time.process_time() - start, _peak() - before
    if not fault and seconds > MOST_SECONDS:
        fault = f"it took {seconds:.1f} s"
    if not fault and memory > MOST_MEMORY:
        fault = f"it took {memory // 1_000_000} MB"
    return Outcome(case.seed, fault, refused, seconds, memory)


def _unreadable(error: BadInput) -> str:
    """Why this is no sentence for a person, or nothing."""
    text = str(error)
    if not 10 < len(text) < 1000 or "Traceback" in text:
        return f"no sentence: {text[:80]!r}"
    try:
        text.encode()
    except UnicodeEncodeError:
        return f"a sentence with half a letter: {text[:80]!r}"
    return ""


def _peak(reset: bool = False) -> int:
    """Bytes of this process at its peak since the last reset, where the system says so (Linux)."""
    if not sys.platform.startswith("linux"):
        return 0
    if reset:
        Path("/proc/self/clear_refs").write_text("5")
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if "VmHWM" in line)
