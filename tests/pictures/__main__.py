"""Prints how many of the made pictures are read right, and which are not."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.pictures.formats import KINDS
from tests.pictures.reading import read_kind


def main() -> int:
    """Read the pictures of the seeds and kinds that the command line names."""
    first, last = (int(n) for n in [*sys.argv[1:3], *("1000", "1060")[len(sys.argv[1:3]) :]])
    for kind in sys.argv[3:] or KINDS:
        with tempfile.TemporaryDirectory() as folder:
            read = read_kind(kind, range(first, last), Path(folder))
        right, wrong = sum(one.right for one in read), sum(one.wrong for one in read)
        print(f"{kind:<18}{len(read):4} pictures {right:4} right {wrong:4} wrong", flush=True)
        for one in read:
            if not one.right:
                print(f"    {one.seed}: {one.label} {one.command or '-'} {one.window or '-'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
