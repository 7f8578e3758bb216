"""A part of `make fuzz` in a process of its own: python -m tests.fuzz.piece KIND START COUNT.

START -1: the files made by hand. A line of JSON says what begins, and how it ended.
"""

from __future__ import annotations

import faulthandler
import json
import os
import resource
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

MOST_ADDRESSES = 3_000_000_000  # bytes; who asks for more has not looked at what is there


def main(name: str, start: int, count: int) -> None:
    faulthandler.enable()
    with tempfile.TemporaryDirectory(prefix="lenet_gui-home-") as home:
        for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LENET_GUI_DATA"):
            os.environ[variable] = home
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _run(name, start, count)


def _run(name: str, start: int, count: int) -> None:
    import logging

    from PySide6.QtWidgets import QApplication

    from tests.fuzz.kinds import Case, Cases
    from tests.fuzz.table import kind
    from tests.fuzz.trying import tried

    logging.disable()
    _application = QApplication([])
    wanted = kind(name)
    cases = Cases(wanted)
    limit = MOST_ADDRESSES + _addresses()
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    def announced() -> Iterator[Case]:
        numbers = range(start, start + count)
        made = cases.by_hand(heavy=True) if start < 0 else map(cases.mutated, numbers)
        for case in made:
            print(json.dumps({"seed": case.seed}), flush=True)
            yield case

    for outcome in tried(wanted, announced(), cases):
        said = {"fault": outcome.fault, "refused": outcome.refused}
        said |= {"seconds": round(outcome.seconds, 3), "memory": outcome.memory}
        print(json.dumps(said), flush=True)


def _addresses() -> int:
    """Bytes that the process has asked for so far."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
