"""`make coverage`: prints which part of each room's lines the tests ran."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEAST = 85.0  # percent; CONTRIBUTING.md says why a room has less


def main() -> int:
    """Print a row for each room and one for all of lenet_gui."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        subprocess.run(
            [sys.executable, "-m", "coverage", "json", "-q", "-o", str(report)],
            cwd=ROOT,
            check=True,
        )
        files = json.loads(report.read_text(encoding="utf-8"))["files"]
    for room, percent, lines in rooms(
        {
            name: (found["summary"]["covered_lines"], found["summary"]["num_statements"])
            for name, found in files.items()
        }
    ):
        print(f"{room:32} {percent:6.1f} % of {lines:6,} lines{'  low' * (percent < LEAST)}")
    return 0


def rooms(files: dict[str, tuple[int, int]]) -> list[tuple[str, float, int]]:
    """Return (room, percent covered, lines) for each folder that holds files, and for their sum.

    files: path of a file -> (covered lines, lines).
    """
    covered: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    for name, (hit, count) in files.items():
        for room in (Path(name).parent.as_posix(), "all"):
            covered[room] += hit
            lines[room] += count
    names = [*sorted(room for room in lines if room != "all"), "all"]
    return [
        (room, 100.0 * covered[room] / lines[room], lines[room]) for room in names if lines[room]
    ]


if __name__ == "__main__":
    sys.exit(main())
