"""`make bench`: what, figure, bar, holds or short; with a base, ratios to another commit."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from types import ModuleType

import lenet_gui  # noqa: F401  before numpy: it says how many threads a product takes
from tests.benchmarks import (
    accuracy,
    comparison,
    explaining,
    feeds,
    pages,
    reading,
    training,
    window,
    worker,
)
from tests.benchmarks.measure import Row, chosen, in_words

PARTS: tuple[ModuleType, ...] = (
    reading,
    explaining,
    window,
    worker,
    feeds,
    training,
    accuracy,
    pages,
)


def main(arguments: Sequence[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    if asked.base:
        return comparison.compare(asked.base, asked.only, asked.rounds)
    return judge(asked.only)


def judge(only: Sequence[str]) -> int:
    """Print the rows beside their bars. Return 1 if one is missed, or if there is none."""
    missed, seen = 0, 0
    print(f"{'what':<52}{'figure':>12}{'bar':>12}  verdict")
    for part in PARTS:
        for measurement in part.MEASUREMENTS:
            if not measurement.is_chosen(only):
                continue
            for row in measurement.measured():
                if chosen(row.what, only):
                    print(line_of(row), flush=True)
                    seen, missed = seen + 1, missed + (not row.holds)
    if not seen:
        print("no row has such a name")
    return 1 if missed or not seen else 0


def line_of(row: Row) -> str:
    figure, most = (f"{value:.3g} {row.unit}" for value in (row.figure, row.most))
    verdict = "holds" if row.holds else "SHORT"
    took = "" if row.seconds is None else in_words(row.seconds)
    beside = f"{took} / {row.against}" if row.against else took
    note = "; ".join(filter(None, (beside, row.note)))
    return f"{row.what:<52}{figure:>12}{most:>12}  {verdict}" + (f"  ({note})" if note else "")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make bench", description="Measure, and judge by bars or by another commit."
    )
    parser.add_argument(
        "--base", metavar="COMMIT", help="print ratios to this commit (make bench BASE=COMMIT)"
    )
    parser.add_argument(
        "--only", metavar="TEXT", action="append", default=[],
        help="only rows whose names contain TEXT; may be repeated",
    )  # fmt: skip
    parser.add_argument(
        "--rounds", metavar="N", type=_rounds, default=comparison.ROUNDS,
        help=f"of each tree, at least {comparison.LEAST_ROUNDS} (default: %(default)s)",
    )  # fmt: skip
    return parser


def _rounds(text: str) -> int:
    rounds = int(text)
    if rounds < comparison.LEAST_ROUNDS:
        raise argparse.ArgumentTypeError(f"at least {comparison.LEAST_ROUNDS} rounds")
    return rounds


if __name__ == "__main__":
    sys.exit(main())
