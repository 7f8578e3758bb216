"""`make results`."""

from __future__ import annotations

import sys
from pathlib import Path

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK
from tests.benchmarks.results.figures import load, rows
from tests.benchmarks.results.material import material_of
from tests.benchmarks.results.picture import write_worst
from tests.benchmarks.results.plan import PAPER
from tests.benchmarks.results.readme import table, write_table

BUILD = Path(__file__).resolve().parents[3] / "build" / "results"


def main(arguments: list[str]) -> int:
    material, options = material_of(arguments)
    missed = 0
    print(f"{'what':<56}{'figure':>9}{'95 % interval':>16}{'bar':>11}  verdict")
    for row in rows(material):
        print(row.text(), flush=True)
        missed += row.short
    print(PAPER)
    if material.pens is None or material.signs is None:
        print("Without pens and signs, README.md and the picture stay as they are.")
    else:
        picture = BUILD / f"worst-pens-{DEFAULT_NETWORK}.png"
        write_worst(load(DEFAULT_NETWORK), material.pens, picture)
        print(f"written: {picture}")
        if not options.keep_readme:
            print("README.md: " + ("written" if write_table(table(material)) else "as it was"))
    print(f"{missed} bars are missed." if missed else "All bars hold.")
    return 1 if missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BadInput as error:
        sys.exit(str(error))
