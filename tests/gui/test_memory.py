"""Many threads, few heaps."""

import subprocess
import sys

import pytest

PROGRAM = """
import ctypes, threading
from lenet_gui.gui.memory import use_little

use_little()
library = ctypes.CDLL(None)
together = threading.Barrier(8)

def work():
    frames = [bytes(100_000) for _ in range(10)]
    together.wait()

threads = [threading.Thread(target=work) for _ in range(8)]
for each in threads:
    each.start()
for each in threads:
    each.join()
library.malloc_info(0, ctypes.c_void_p.in_dll(library, "stdout"))
library.fflush(None)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="of the C library of Linux")
def test_threads_share_two_heaps() -> None:
    told = subprocess.check_output([sys.executable, "-c", PROGRAM], text=True)
    assert told.count("<heap nr=") == 2
