"""Finds resources: in a checkout, in an installed wheel, or beside a frozen program."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file or folder under resources/, whether or not it exists.

    Example: ``resource("mnist", "t10k-labels-idx1-ubyte.gz")``.
    """
    return _root().joinpath(*parts)


def _root() -> Path:
    """Return the folder resources/."""
    """Return the folder resources/."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)  # where PyInstaller unpacks a program
    if frozen is not None:
        return Path(frozen) / "resources"
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
