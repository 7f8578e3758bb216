"""`make bench`: what, figure, bar, holds or short."""

from __future__ import annotations

import sys
from types import ModuleType

from tests.benchmarks import accuracy, pages, reading, training, window, worker

PARTS: tuple[ModuleType, ...] = (reading, window, worker, training, accuracy, pages)


def main() -> int:
    missed = 0
    print(f"{'what':<52}{'figure':>12}{'bar':>12}  verdict")
    for part in PARTS:
        for row in part.rows():
            figure, most = (f"{value:.3g} {row.unit}" for value in (row.figure, row.most))
            verdict = "holds" if row.holds else "SHORT"
            note = f"  ({row.note})" if row.note else ""
            print(f"{row.what:<52}{figure:>12}{most:>12}  {verdict}{note}", flush=True)
            missed += not row.holds
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
