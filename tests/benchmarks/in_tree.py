"""Measures the rows of the tree it runs in, whichever commit that is.

comparison.py hands the text of this file to `python -c`, in the folder of a tree that may be older:
of that tree it needs `tests.benchmarks` with a table PARTS, and nothing of its own. Arguments:

    list                   the parts, and the names of the rows that are measured together
    run PART [TEXT ...]    one round of the timed rows of a part whose names contain a TEXT

The answer is the last line of output, as JSON.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

ONE_ROUND = ("ROUNDS", "COLD_ROUNDS", "STARTS")  # others come in turn with those of the other tree


def _usual_loop(part: ModuleType) -> Iterable[Any]:
    importlib.import_module("torch").set_num_threads(1)
    return [part._beside_the_usual_loop()]


def _frame(part: ModuleType) -> Iterable[Any]:
    load = getattr(part, "load_reader", None) or part.load_recognizer
    return [part._frame(load())]


# What is timed by the trees whose parts do not say it themselves.
EARLIER: dict[str, Callable[[ModuleType], Iterable[Any]]] = {
    "reading": lambda part: part.rows(),
    "window": lambda part: part.rows(),
    "worker": lambda part: part.rows(),
    "training": _usual_loop,
    "pages": _frame,
}


def main(arguments: Sequence[str]) -> int:
    sys.path.insert(0, str(Path.cwd()))
    program = importlib.import_module("lenet_gui")  # before numpy: it says how many threads
    if not Path(str(program.__file__)).is_relative_to(Path.cwd()):
        raise SystemExit(f"{program.__file__} is not of the tree in {Path.cwd()}")
    parts = {
        part.__name__.rpartition(".")[2]: part
        for part in importlib.import_module("tests.benchmarks.__main__").PARTS
    }
    answer: object
    if arguments[0] == "list":
        answer = {name: names_of(name, part) for name, part in parts.items()}
    else:
        answer = run(arguments[1], parts[arguments[1]], arguments[2:])
    print(json.dumps(answer))
    return 0


def names_of(name: str, part: ModuleType) -> list[list[str]] | None:
    """Return the names of timed rows, a list for each measurement.

    None: there are timed rows, but their names are known only when they are measured.
    """
    if hasattr(part, "MEASUREMENTS"):
        return [list(one.names) for one in part.MEASUREMENTS if one.timed]
    return None if name in EARLIER else []


def run(name: str, part: ModuleType, only: Sequence[str]) -> list[dict[str, Any]]:
    """Measure one round; return what each row says of itself."""
    for module in (importlib.import_module("tests.benchmarks.measure"), part):
        for constant in ONE_ROUND:
            if hasattr(module, constant):
                setattr(module, constant, 1)
    return [
        {
            "what": row.what,
            "figure": row.figure,
            "unit": row.unit,
            "seconds": getattr(row, "seconds", None),
        }
        for row in _rows(name, part, only)
    ]


def _rows(name: str, part: ModuleType, only: Sequence[str]) -> Iterable[Any]:
    if hasattr(part, "MEASUREMENTS"):
        measured = (m for m in part.MEASUREMENTS if m.timed and m.is_chosen(only))
        return [row for one in measured for row in one.measured()]
    return EARLIER[name](part)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
