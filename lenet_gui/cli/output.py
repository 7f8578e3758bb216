"""Prints lines in which no name of a file can give the terminal commands."""

from __future__ import annotations

import sys

from lenet_gui.common.printable import visible


def say(*lines: str) -> None:
    """Print lines. Ends of lines and escape sequences within one are shown, not obeyed."""
    for line in lines:
        print(visible(line))


def warn(text: str) -> None:
    """Print a line like ``say``, but to standard error."""
    print(visible(text), file=sys.stderr)
