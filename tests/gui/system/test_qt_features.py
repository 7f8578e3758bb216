"""PySide reads no sources of the program's modules at its start."""

import os
import subprocess
import sys

import pytest

SCRIPT = """
import sys
import PySide6.QtCore
if sys.argv[1] == "skip":
    from lenet_gui.gui.system.qt_features import skip_source_scan
    skip_source_scan()
import inspect
read = []
get = inspect.getsource
inspect.getsource = lambda module: read.append(module.__name__) or get(module)
from lenet_gui.gui.wording.phrases import plain
print("lenet_gui.gui.wording.phrases" in read)
"""


@pytest.mark.parametrize(("how", "reads"), [("skip", "False"), ("as usual", "True")])
def test_no_source_is_read(how: str, reads: str) -> None:
    """And the pinned PySide still does it where it is not asked not to."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, how],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == reads
